import { atom } from 'jotai/vanilla'
import { addSlide, changeSlide, copyOf, deleteSlide, duplicateSlide, moveSlide, neighbourOf } from '../../lib/deck/edit'
import type { Deck, Slide } from '../../lib/deck/schema'
import { statesOf } from '../../lib/deck/slide'
import { deckConditionAtom, decksAtom, decksOf, editDeckAtom, keepDeckAtom } from './decks'
import { modelAtom, presentingAtom } from './url'
import { deckAtom, slideAtom, standingAtom } from './workshop'

/** The deck that was made as a copy because somebody edited the one that comes with the pack; null where none was. */
export const copiedDeckAtom = atom<string | null>(null)

/**
 * Edit the deck in use. The one that comes with the pack stays as it is: a copy is made, edited and opened. Nothing
 * happens to a kept one while the browser's storage is being opened. `slide` is the one to show afterwards; the same where left out.
 */
const editAtom = atom(null, (get, set, edit: (deck: Deck) => Deck, slide?: string | null) => {
  const { deck: id, ...screen } = get(presentingAtom)
  const kept = get(decksAtom).find((deck) => deck.id === id)
  const before = get(deckAtom)
  const after = edit(before)
  if (after === before || (id !== null && get(deckConditionAtom).status === 'loading')) return
  const shown = slide === undefined ? screen.slide : slide
  if (kept) {
    void set(editDeckAtom, kept.id, edit)
    if (shown !== screen.slide) set(presentingAtom, { slide: shown, toggled: {} })
    return
  }
  const copy = set(keepDeckAtom, copyOf(before, decksOf(get(decksAtom))))
  void set(editDeckAtom, copy.id, (deck) => ({ ...after, title: deck.title }))
  set(copiedDeckAtom, copy.id)
  set(presentingAtom, { deck: copy.id, slide: shown, toggled: shown === screen.slide ? screen.toggled : {} })
})

/** Change parts of a slide. */
export const changeSlideAtom = atom(null, (_get, set, id: string, change: Partial<Omit<Slide, 'id'>>) =>
  set(editAtom, (deck) => changeSlide(deck, id, change)),
)
/** Take what is toggled over into the slide in use as written. */
export const takeToggledAtom = atom(null, (get, set) => {
  set(changeSlideAtom, get(slideAtom).id, { states: statesOf(get(modelAtom), get(standingAtom).assignment) })
  set(presentingAtom, { toggled: {} })
})
/** Add a slide after the one in use, and show it. */
export const addSlideAtom = atom(null, (get, set, slide: Slide) => {
  const { id } = get(slideAtom)
  const after = addSlide(get(deckAtom), slide, id)
  const at = after.slides.findIndex((own) => own.id === id)
  set(editAtom, (deck) => addSlide(deck, slide, id), after.slides[at + 1]?.id ?? null)
})
/** Put a copy of a slide after it, and show the copy. */
export const duplicateSlideAtom = atom(null, (get, set, id: string) => {
  const after = duplicateSlide(get(deckAtom), id)
  const at = after.slides.findIndex((own) => own.id === id)
  set(editAtom, (deck) => duplicateSlide(deck, id), after.slides[at + 1]?.id ?? null)
})
/** Delete a slide, and show its neighbour where it was the one in use. */
export const deleteSlideAtom = atom(null, (get, set, id: string) => {
  const shown = get(slideAtom).id
  set(editAtom, (deck) => deleteSlide(deck, id), shown === id ? neighbourOf(get(deckAtom), id) : shown)
})
/** Move a slide up (−1) or down (1), and show it. */
export const moveSlideAtom = atom(null, (_get, set, id: string, by: -1 | 1) =>
  set(editAtom, (deck) => moveSlide(deck, id, by), id),
)
/** Give the deck in use another title. */
export const retitleAtom = atom(null, (_get, set, title: Deck['title']) =>
  set(editAtom, (deck) => ({ ...deck, title })),
)
