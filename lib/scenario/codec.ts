import type { Assignment, Space } from './assignment'
import {
  type Decoded,
  isKeptId,
  readQuery,
  readState,
  restingShown,
  type Shown,
  writeAssignment,
  writeQuery,
} from './query'

/** The lists that Explore can show in its main column; the first is the resting one. */
export const views = ['risks', 'opportunities', 'indicators', 'sectors'] as const
/** One of `views`. */
export type View = (typeof views)[number]

/** All that Explore shows beyond its language: it is what the address holds. */
export interface Screen extends Shown {
  assignment: Assignment
  /** Id of the kept scenario that the assignment was opened from, or null. */
  kept: string | null
  view: View
  /** Whether the pack's own lines stand beside those of my version. */
  beside: boolean
}

/** The screen of an empty address: the baseline in the pack's own year, nothing open. */
export function restingScreen(space: Space): Screen {
  return { ...restingShown(space), assignment: space.baseline, kept: null, view: views[0], beside: false }
}

/**
 * Encode a screen as query text: version, pack version, and the difference from the resting screen.
 * The resting screen itself is the empty text.
 */
export function encode(space: Space, screen: Screen): string {
  const own = new URLSearchParams()
  writeAssignment(space, own, screen.assignment)
  if (screen.kept !== null) own.set('kept', screen.kept)
  if (screen.beside) own.set('beside', 'pack')
  return writeQuery(space, own, screen, screen.view === views[0] ? null : screen.view)
}

/** Decode query text into a screen of Explore; see `readQuery` for what happens to what cannot be used. */
export function decode(space: Space, text: string, stored = ''): Decoded<Screen> {
  const read = (screen: Screen, key: string, value: string): Screen | null => {
    const placed = readState(space, screen, key, value)
    if (placed !== undefined) return placed
    if (key === 'kept') return isKeptId(value) ? { ...screen, kept: value } : null
    if (key === 'beside') return value === 'pack' ? { ...screen, beside: true } : null
    const view = key === 'view' ? views.find((known) => known === value) : undefined
    return view ? { ...screen, view } : null
  }
  return readQuery(space, text, restingScreen(space), read, stored)
}
