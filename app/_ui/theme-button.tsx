'use client'
import { type ReactNode, useSyncExternalStore } from 'react'
import styles from './theme-button.module.css'

const key = 'encrucijada-theme'
const listeners = new Set<() => void>()

/** Switches between the paper and the projector theme; the choice stays in the browser where it may. */
export function ThemeButton(props: {
  paper: string
  projector: string
  paperLabel: string
  projectorLabel: string
  icon: ReactNode
}) {
  const dark = useSyncExternalStore(
    (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    () => document.documentElement.dataset.theme === 'projector',
    () => false,
  )
  return (
    <button
      type="button"
      className="button"
      aria-label={dark ? props.paperLabel : props.projectorLabel}
      onClick={() => choose(!dark)}
    >
      {props.icon}
      <span className={styles.paper}>{props.paper}</span>
      <span className={styles.projector}>{props.projector}</span>
    </button>
  )
}

/** Switch to the other theme. */
export function switchTheme() {
  choose(document.documentElement.dataset.theme !== 'projector')
}

function choose(dark: boolean) {
  if (dark) document.documentElement.dataset.theme = 'projector'
  else delete document.documentElement.dataset.theme
  try {
    localStorage.setItem(key, dark ? 'projector' : 'paper')
  } catch {
    // Storage is blocked or full: the theme holds for this visit.
  }
  for (const listener of listeners) listener()
}
