import { useEffect, useState } from 'react'

/**
 * The last of some places, by their ids, whose top has reached the upper quarter of the window, or the first where none has;
 * null before the page is alive.
 */
export function useCurrent(ids: readonly string[]): string | null {
  const [current, setCurrent] = useState<string | null>(null)
  const list = ids.join(' ')
  useEffect(() => {
    const places = list.split(' ')
    const reached = (id: string) => {
      const place = document.getElementById(id)
      return place !== null && place.getBoundingClientRect().top < innerHeight / 4
    }
    const read = () => setCurrent(places.findLast(reached) ?? places[0] ?? null)
    read()
    addEventListener('scroll', read, { passive: true })
    return () => removeEventListener('scroll', read)
  }, [list])
  return current
}
