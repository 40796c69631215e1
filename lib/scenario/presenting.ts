import type { Assignment, Space } from './assignment'
import { type Decoded, isKeptId, readQuery, restingShown, type Shown, writeQuery } from './query'

/** All that the pages of a presentation share beyond their language: which slide of which deck, and what is toggled on it. */
export interface Presenting extends Shown {
  /** Id of the deck as it is kept in the browser; null for the one that comes with the pack. */
  deck: string | null
  /** Id of the slide; null for the first. */
  slide: string | null
  /** States that differ from the slide as written, by assumption. */
  toggled: Assignment
}

/** Encode the screen of a presentation as query text, as the difference from the first slide as written. */
export function encodePresenting(space: Space, screen: Presenting): string {
  const own = new URLSearchParams()
  if (screen.deck !== null) own.set('deck', screen.deck)
  if (screen.slide !== null) own.set('slide', screen.slide)
  for (const id of Object.keys(screen.toggled).sort()) own.set(`at.${id}`, screen.toggled[id] ?? '')
  return writeQuery(space, own, screen, null)
}

/** Decode query text into the screen of a presentation; see `readQuery` for what happens to what cannot be used. */
export function decodePresenting(space: Space, text: string, stored = ''): Decoded<Presenting> {
  const resting: Presenting = { ...restingShown(space), deck: null, slide: null, toggled: {} }
  const read = (screen: Presenting, key: string, value: string): Presenting | null => {
    if (key === 'deck') return isKeptId(value) ? { ...screen, deck: value } : null
    // Which slides there are is up to the deck.
    if (key === 'slide')
      return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value) && value.length <= 60 ? { ...screen, slide: value } : null
    const assumption = key.startsWith('at.') ? key.slice(3) : ''
    return space.states.get(assumption)?.includes(value)
      ? { ...screen, toggled: { ...screen.toggled, [assumption]: value } }
      : null
  }
  return readQuery(space, text, resting, read, stored)
}
