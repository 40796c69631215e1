'use client'
import { useSyncExternalStore } from 'react'

/** Whether the page fills the screen, and the switch; where the browser forbids it, nothing happens. */
export function useFullscreen(): [boolean, () => void] {
  const full = useSyncExternalStore(
    (changed) => {
      document.addEventListener('fullscreenchange', changed)
      return () => document.removeEventListener('fullscreenchange', changed)
    },
    () => document.fullscreenElement !== null,
    () => false,
  )
  const toggle = () => {
    if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined)
    else void document.documentElement.requestFullscreen().catch(() => undefined)
  }
  return [full, toggle]
}
