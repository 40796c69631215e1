'use client'
import { useSyncExternalStore } from 'react'

/** Tell whether a media query matches; `atFirst` is the answer on the server and in the first render. */
export function useMedia(query: string, atFirst: boolean): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query)
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    () => matchMedia(query).matches,
    () => atFirst,
  )
}
