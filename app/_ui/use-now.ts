'use client'
import { useSyncExternalStore } from 'react'

/** The second that the machine's clock shows, as milliseconds; 0 on the server and in the first render. Wakes once a second. */
export function useNow(): number {
  return useSyncExternalStore(everySecond, second, () => 0)
}

function everySecond(wake: () => void): () => void {
  const timer = setInterval(wake, 250)
  return () => clearInterval(timer)
}

function second(): number {
  return Math.floor(Date.now() / 1000) * 1000
}
