import { atom } from 'jotai/vanilla'
import type { Deck } from '../../lib/deck/schema'

/** A deck kept in this browser. */
export interface KeptDeck {
  id: string
  deck: Deck
  pack: { id: string; version: string }
  savedAt: string
  place: number
}

/** The decks kept in this browser for the pack in use, in order. */
export const decksAtom = atom<readonly KeptDeck[]>([])
