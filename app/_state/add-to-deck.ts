import type { createStore } from 'jotai/vanilla'
import { addSlide, copyOf } from '../../lib/deck/edit'
import { deckLimits } from '../../lib/deck/limits'
import type { Deck, Slide } from '../../lib/deck/schema'
import { decksAtom, decksOf, editDeckAtom, keepDeckAtom, lastDeck, openDecks, rememberDeck } from './decks'
import { packModelAtom } from './url'

/** What came of adding a slide: where it stands, and whether a deck was made for it or is too full to take it. */
export interface Added {
  deck: string
  title: Deck['title']
  slide: string
  /** Its number in the deck, from 1. */
  number: number
  /** Whether the deck was made for it, as a copy of the one that comes with the pack. */
  copied: boolean
  stored: boolean
}

/** Add a slide to the deck used last, or to a copy of the one that comes with the pack. Null where the deck is full. */
export async function addToDeck(store: ReturnType<typeof createStore>, slide: Slide): Promise<Added | null> {
  await openDecks(store)
  const last = lastDeck(store)
  const told = (deck: Deck) => ({ title: deck.title, slide: deck.slides.at(-1)?.id ?? '', number: deck.slides.length })
  if (last) {
    if (last.deck.slides.length >= deckLimits.slides) return null
    const made = addSlide(last.deck, slide, null)
    const stored = await store.set(editDeckAtom, last.id, () => made)
    return { deck: last.id, ...told(made), copied: false, stored }
  }
  const { ownDeck } = await import('./own-deck')
  const copy = copyOf(ownDeck(store.get(packModelAtom)), decksOf(store.get(decksAtom)))
  const made = addSlide(copy, slide, null)
  const { id, stored } = store.set(keepDeckAtom, made)
  rememberDeck(store, id)
  return { deck: id, ...told(made), copied: true, stored: await stored }
}
