import { atom, type createStore } from 'jotai/vanilla'
import { copyOf } from '../../lib/deck/edit'
import type { KeptDeck } from '../../lib/deck/kept-deck'
import type { Deck } from '../../lib/deck/schema'
import { newId, nextPlace, shelf } from './shelf'
import { packModelAtom, packNameAtom, presentingAtom } from './url'

type Store = ReturnType<typeof createStore>

/** Decks kept in this browser. Their reader judges shapes and comes with the storage, once a page wants decks. */
const own = shelf<KeptDeck>(async () => {
  const [{ openShelf }, { readKeptDeck }] = await Promise.all([
    import('./shelf-store'),
    import('../../lib/deck/kept-deck'),
  ])
  return openShelf('decks', readKeptDeck)
})

/** How far the storage of decks is, and what is wrong with it. */
export const deckConditionAtom = own.conditionAtom
/** The deck deleted last, until the next change. */
export const deletedDeckAtom = own.deletedAtom
export const deleteDeckAtom = own.deleteAtom
/** Put the deck deleted last back where it was. */
export const undoDeleteDeckAtom = own.undoDeleteAtom
/** Remove a stored record that is no deck. */
export const removeDeckFaultAtom = own.removeAtom

/** The decks kept in this browser for the pack in use, in order. */
export const decksAtom = atom((get): readonly KeptDeck[] =>
  get(own.recordsAtom).filter(({ pack }) => pack.id === get(packModelAtom).pack.meta.id),
)

/** Decks as they were before each edit of this visit, by id, the latest last. */
const beforesAtom = atom<ReadonlyMap<string, readonly Deck[]>>(new Map())
/** Edits that can be undone. */
const mostUndone = 50

/** Keep a deck as a new one. Returns its id at once, and later whether it is stored or lasts only as long as the tab. */
export const keepDeckAtom = atom(null, (get, set, deck: Deck): { id: string; stored: Promise<boolean> } => {
  const { id, version } = get(packModelAtom).pack.meta
  const record = {
    id: newId(),
    deck,
    pack: { id, version },
    savedAt: new Date().toISOString(),
    place: nextPlace(get(own.recordsAtom)),
  }
  return { id: record.id, stored: set(own.putAtom, [record]) }
})

/** Edit a kept deck; nothing where it is gone, or where the edit leaves it the same. Returns whether it is stored as it is on screen. */
export const editDeckAtom = atom(null, async (get, set, id: string, edit: (deck: Deck) => Deck): Promise<boolean> => {
  const kept = get(decksAtom).find((deck) => deck.id === id)
  if (!kept) return false
  const deck = edit(kept.deck)
  if (deck === kept.deck) return true
  const befores = get(beforesAtom)
  set(beforesAtom, new Map(befores).set(id, [...(befores.get(id) ?? []), kept.deck].slice(-mostUndone)))
  return set(own.putAtom, [{ ...kept, deck, savedAt: new Date().toISOString() }])
})

/** Whether an edit of a deck can be undone, by its id. */
export const editedAtom = atom((get) => {
  const befores = get(beforesAtom)
  return (id: string | null) => id !== null && (befores.get(id)?.length ?? 0) > 0
})

/** Undo the last edit of a deck. */
export const undoEditAtom = atom(null, async (get, set, id: string) => {
  const kept = get(decksAtom).find((deck) => deck.id === id)
  const befores = get(beforesAtom)
  const [before, ...earlier] = (befores.get(id) ?? []).toReversed()
  if (!kept || !before) return
  set(beforesAtom, new Map(befores).set(id, earlier.toReversed()))
  await set(own.putAtom, [{ ...kept, deck: before, savedAt: new Date().toISOString() }])
})

/** Put a copy of a kept deck right after it. Returns the id of the copy. */
export const duplicateDeckAtom = atom(null, (get, set, id: string) =>
  set(own.putAfterAtom, id, (record, place) => ({
    ...record,
    ...place,
    deck: copyOf(record.deck, decksOf(get(decksAtom))),
    savedAt: new Date().toISOString(),
  })),
)

/** The decks themselves. */
export function decksOf(kept: readonly KeptDeck[]): readonly Deck[] {
  return kept.map(({ deck }) => deck)
}

const followed = new WeakSet<Store>()

/** Follow the browser's storage of decks on a page that shows them, and remember which one is in use. Returns the stop. */
export function followDecks(store: Store): () => void {
  followed.add(store)
  const leave = own.follow(store)
  const remember = () => {
    const { deck } = store.get(presentingAtom)
    if (deck !== null) rememberDeck(store, deck)
  }
  const forget = store.sub(presentingAtom, remember)
  return () => {
    followed.delete(store)
    forget()
    leave()
  }
}

/** Open the storage of decks on a page that only adds to one, for as long as the page stands. Resolves once it is read. */
export function openDecks(store: Store): Promise<void> {
  if (!followed.has(store)) {
    followed.add(store)
    own.follow(store)
  }
  return new Promise((resolve) => {
    const leave = store.sub(deckConditionAtom, () => settle())
    const settle = () => {
      if (store.get(deckConditionAtom).status === 'loading') return
      leave()
      resolve()
    }
    settle()
  })
}

const usedKey = (store: Store) => `encrucijada-deck-${store.get(packNameAtom) ?? store.get(packModelAtom).pack.meta.id}`

/** Remember a deck as the one used last on this pack. */
export function rememberDeck(store: Store, id: string) {
  try {
    localStorage.setItem(usedKey(store), id)
  } catch {
    // Storage is blocked or full: the next slide makes a deck of its own.
  }
}

/** The deck used last on this pack in this browser; undefined where there is none, or it is gone. */
export function lastDeck(store: Store): KeptDeck | undefined {
  try {
    const id = localStorage.getItem(usedKey(store))
    return store.get(decksAtom).find((deck) => deck.id === id)
  } catch {
    return undefined
  }
}
