import type { Assignment, Space } from './assignment'
import { type Decoded, isKeptId, readQuery, restingShown, type Shown, writeQuery } from './query'

/** Sizes of paper that the print pack comes in; the first is the resting one. */
export const papers = ['a4', 'letter'] as const
/** One of `papers`. */
export type Paper = (typeof papers)[number]
/** Parts of the print pack, in the order they are printed. */
export const paperParts = ['handout', 'cards', 'blank', 'roles', 'results'] as const
/** One of `paperParts`. */
export type PaperPart = (typeof paperParts)[number]

/** All that the pages of a presentation share beyond their language: which slide of which deck, and what is toggled on it. */
export interface Presenting extends Shown {
  /** Id of the deck as it is kept in the browser; null for the one that comes with the pack. */
  deck: string | null
  /** Id of the slide; null for the first. */
  slide: string | null
  /** States that differ from the slide as written, by assumption. */
  toggled: Assignment
  paper: Paper
  /** What of the print pack is printed; all of it at first. */
  parts: readonly PaperPart[]
}

/** The screen of an empty address: the first slide as written. */
export function restingPresenting(space: Space): Presenting {
  return { ...restingShown(space), deck: null, slide: null, toggled: {}, paper: papers[0], parts: paperParts }
}

/** Encode the screen of a presentation as query text, as the difference from the first slide as written. */
export function encodePresenting(space: Space, screen: Presenting): string {
  const own = new URLSearchParams()
  if (screen.deck !== null) own.set('deck', screen.deck)
  if (screen.slide !== null) own.set('slide', screen.slide)
  for (const id of Object.keys(screen.toggled).sort()) own.set(`at.${id}`, screen.toggled[id] ?? '')
  if (screen.paper !== papers[0]) own.set('paper', screen.paper)
  if (screen.parts.length < paperParts.length) own.set('parts', screen.parts.join('_') || 'none')
  return writeQuery(space, own, screen, null)
}

/** Decode query text into the screen of a presentation; see `readQuery` for what happens to what cannot be used. */
export function decodePresenting(space: Space, text: string, stored = ''): Decoded<Presenting> {
  const read = (screen: Presenting, key: string, value: string): Presenting | null => {
    if (key === 'deck') return isKeptId(value) ? { ...screen, deck: value } : null
    // Which slides there are is up to the deck.
    if (key === 'slide')
      return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value) && value.length <= 60 ? { ...screen, slide: value } : null
    const paper = key === 'paper' ? papers.find((known) => known === value) : undefined
    if (paper) return { ...screen, paper }
    if (key === 'parts') return readParts(screen, value)
    const assumption = key.startsWith('at.') ? key.slice(3) : ''
    return space.states.get(assumption)?.includes(value)
      ? { ...screen, toggled: { ...screen.toggled, [assumption]: value } }
      : null
  }
  return readQuery(space, text, restingPresenting(space), read, stored)
}

function readParts(screen: Presenting, value: string): Presenting | null {
  if (value === 'none') return { ...screen, parts: [] }
  const asked = value.split('_')
  const parts = paperParts.filter((part) => asked.includes(part))
  return parts.length === asked.length ? { ...screen, parts } : null
}
