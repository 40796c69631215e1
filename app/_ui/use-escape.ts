'use client'
import { useEffect } from 'react'

/** Act on Escape while active, unless something above has taken the key for itself. */
export function useEscape(active: boolean, act: () => void) {
  useEffect(() => {
    if (!active) return
    const listen = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !(event.target instanceof HTMLSelectElement)) act()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [active, act])
}
