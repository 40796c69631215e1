'use client'
import { useSyncExternalStore } from 'react'

const place = 'encrucijada-keys'
/** What was chosen on this page; it holds also where storage is blocked or full. */
let chosen: boolean | null = null
const listeners = new Set<() => void>()

/**
 * Whether keys of one letter, number or sign act by themselves (WCAG 2.1.4): who dictates, or hits keys unmeant, can switch
 * them off for all pages. Arrows, Enter, Escape and the like always act.
 */
export function lettersAct(): boolean {
  if (chosen !== null) return chosen
  try {
    return localStorage.getItem(place) !== 'off'
  } catch {
    return true
  }
}

/** Whether this key is such a key; space is none. */
export function isLetter(key: string): boolean {
  return key.length === 1 && key !== ' '
}

/** Let such keys act or not, here and in the other windows. */
export function letLettersAct(act: boolean) {
  chosen = act
  try {
    localStorage.setItem(place, act ? 'on' : 'off')
  } catch {
    // Storage is blocked or full: the choice holds for this visit.
  }
  for (const listener of listeners) listener()
}

/** Whether such keys act, followed; on the server they do. */
export function useLettersAct(): boolean {
  return useSyncExternalStore(follow, lettersAct, () => true)
}

function follow(changed: () => void): () => void {
  const elsewhere = (event: StorageEvent) => {
    if (event.key !== place) return
    chosen = null
    changed()
  }
  listeners.add(changed)
  addEventListener('storage', elsewhere)
  return () => {
    listeners.delete(changed)
    removeEventListener('storage', elsewhere)
  }
}
