import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { createStore } from 'jotai/vanilla'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { addToDeck } from '../../app/_state/add-to-deck'
import { packAtom } from '../../app/_state/atoms'
import {
  changeSlideAtom,
  copiedDeckAtom,
  deleteSlideAtom,
  duplicateSlideAtom,
  moveSlideAtom,
  takeToggledAtom,
} from '../../app/_state/deck-edit'
import {
  deckConditionAtom,
  decksAtom,
  deleteDeckAtom,
  duplicateDeckAtom,
  editDeckAtom,
  editedAtom,
  followDecks,
  keepDeckAtom,
  undoDeleteDeckAtom,
  undoEditAtom,
} from '../../app/_state/decks'
import { pageAtom, presentingAtom } from '../../app/_state/url'
import { deckAtom, missingDeckAtom, slideAtom, toggleAtom } from '../../app/_state/workshop'
import { deckLimits } from '../../lib/deck/limits'
import { pathSlide } from '../../lib/deck/seed'
import { starterDeck } from '../../lib/deck/starter'
import { compile } from '../../lib/engine/compile'
import { tinyPack } from '../fixtures/tiny-pack'

/** Decks kept in the browser: the one that comes with the pack stays as it is, every edit is kept and can be undone. */

type Store = ReturnType<typeof createStore>
const leaving: (() => void)[] = []
const model = compile(tinyPack())
const own = starterDeck(model)

/** A browser's address and storage, as far as decks need them. */
function stubBrowser() {
  const held = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
  })
  vi.stubGlobal('location', { pathname: '/en/present', search: '' })
  vi.stubGlobal('history', { state: null, pushState: () => undefined })
  vi.stubGlobal('addEventListener', () => undefined)
  vi.stubGlobal('removeEventListener', () => undefined)
  // A page that only adds to a deck keeps the storage open: emptying it for the next test closes it, which is told.
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
}

beforeEach(async () => {
  stubBrowser()
  await Dexie.delete('encrucijada')
})
afterEach(() => {
  for (const leave of leaving.splice(0)) leave()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

/** A tab of the page where decks are made. */
async function tab(): Promise<Store> {
  const store = createStore()
  store.set(packAtom, tinyPack())
  store.set(pageAtom, 'present')
  leaving.push(followDecks(store))
  await vi.waitFor(() => expect(store.get(deckConditionAtom).status).not.toBe('loading'))
  return store
}
const titles = (store: Store) => store.get(decksAtom).map(({ deck }) => deck.title.en)
const slides = (store: Store) => store.get(deckAtom).slides.map(({ id }) => id)

describe('the deck that comes with the pack', () => {
  test('is copied by the first edit, which is made in the copy; the copy is opened, kept and said', async () => {
    const store = await tab()
    expect(store.get(deckAtom)).toEqual(own)
    store.set(changeSlideAtom, 'opening', { minutes: 9 })
    const { deck } = store.get(presentingAtom)
    expect(store.get(copiedDeckAtom)).toBe(deck)
    expect(store.get(deckAtom).title).toEqual({ en: 'Tiny (copy)', es: 'Tiny (es) (copia)' })
    expect(store.get(slideAtom).minutes).toBe(9)
    await vi.waitFor(async () => expect(titles(await tab())).toEqual(['Tiny (copy)']))
    store.set(presentingAtom, { deck: null })
    expect(store.get(deckAtom)).toEqual(own)
  })
  test('is not copied by an edit that changes nothing, nor in the place of one that is still being looked for', async () => {
    const store = await tab()
    store.set(deleteSlideAtom, 'gone')
    expect(titles(store)).toEqual([])
    const early = createStore()
    early.set(packAtom, tinyPack())
    early.set(pageAtom, 'present')
    early.set(presentingAtom, { deck: 'kept' })
    early.set(changeSlideAtom, 'opening', { minutes: 9 })
    expect(titles(early)).toEqual([])
    early.set(presentingAtom, { deck: null })
    early.set(changeSlideAtom, 'opening', { minutes: 9 })
    expect(titles(early)).toEqual(['Tiny (copy)'])
  })
})

describe('a kept deck', () => {
  test('takes edits in order, and gives them back one by one', async () => {
    const store = await tab()
    const { id } = store.set(keepDeckAtom, own)
    store.set(presentingAtom, { deck: id })
    store.set(duplicateSlideAtom, 'opening')
    expect(slides(store)).toEqual(['opening', 'opening-2', 'scenario-1'])
    expect(store.get(slideAtom).id).toBe('opening-2')
    store.set(moveSlideAtom, 'opening-2', 1)
    store.set(deleteSlideAtom, 'opening-2')
    expect(slides(store)).toEqual(['opening', 'scenario-1'])
    expect(store.get(slideAtom).id).toBe('scenario-1')
    for (const expected of [3, 3, 2]) {
      await store.set(undoEditAtom, id)
      expect(slides(store)).toHaveLength(expected)
    }
    expect(store.get(editedAtom)(id)).toBe(false)
    expect(store.get(deckAtom)).toEqual(own)
  })
  test('takes over what is toggled, which is then as written', async () => {
    const store = await tab()
    const { id } = store.set(keepDeckAtom, own)
    store.set(presentingAtom, { deck: id, slide: 'scenario-1' })
    store.set(toggleAtom, 'audits', 'strict')
    store.set(takeToggledAtom)
    expect(store.get(slideAtom).states).toEqual({ leader: 'dealer', zone: 'open', audits: 'strict' })
    expect(store.get(presentingAtom).toggled).toEqual({})
  })
  test('is duplicated after itself, deleted and brought back; another tab sees it all', async () => {
    const [one, two] = [await tab(), await tab()]
    const { id, stored } = one.set(keepDeckAtom, own)
    expect(await stored).toBe(true)
    one.set(keepDeckAtom, { ...own, title: { en: 'Other', es: 'Otro' } })
    await one.set(duplicateDeckAtom, id)
    expect(titles(one)).toEqual(['Tiny', 'Tiny (copy)', 'Other'])
    await vi.waitFor(() => expect(titles(two)).toEqual(['Tiny', 'Tiny (copy)', 'Other']))
    await one.set(deleteDeckAtom, id)
    await vi.waitFor(() => expect(titles(two)).toEqual(['Tiny (copy)', 'Other']))
    await one.set(undoDeleteDeckAtom)
    await vi.waitFor(() => expect(titles(two)).toEqual(['Tiny', 'Tiny (copy)', 'Other']))
  })
  test('that the address names and this browser does not have is missed, but not before the storage is open', async () => {
    const early = createStore()
    early.set(packAtom, tinyPack())
    early.set(pageAtom, 'present')
    early.set(presentingAtom, { deck: 'nothere' })
    expect(early.get(missingDeckAtom)).toBeNull()
    const store = await tab()
    store.set(presentingAtom, { deck: 'nothere' })
    expect(store.get(missingDeckAtom)).toBe('nothere')
    expect(store.get(deckAtom)).toEqual(own)
  })
})

describe('adding from another page', () => {
  const slide = pathSlide({ model, assignment: model.baseline, year: 2024 }, 'exports')
  const page = () => {
    const store = createStore()
    store.set(packAtom, tinyPack())
    return store
  }
  test('makes a copy of the deck of the pack at first, and then adds to the deck used last', async () => {
    const first = await addToDeck(page(), slide)
    expect(first).toMatchObject({ title: { en: 'Tiny (copy)' }, slide: 'path', number: 3, copied: true, stored: true })
    const second = await addToDeck(page(), slide)
    expect(second).toMatchObject({ deck: first?.deck, slide: 'path-2', number: 4, copied: false, stored: true })
  })
  test('adds to the deck that was open last', async () => {
    const store = await tab()
    const { id, stored } = store.set(keepDeckAtom, { ...own, title: { en: 'Mine', es: 'Mío' } })
    await stored
    store.set(presentingAtom, { deck: id })
    expect(await addToDeck(page(), slide)).toMatchObject({ deck: id, title: { en: 'Mine' }, copied: false })
  })
  test('takes nothing where the deck is full, and makes another where it is gone', async () => {
    const store = page()
    const added = await addToDeck(store, slide)
    const full = { ...own, slides: Array.from({ length: deckLimits.slides }, (_, i) => ({ ...slide, id: `s${i}` })) }
    await store.set(editDeckAtom, added?.deck ?? '', () => full)
    expect(await addToDeck(store, slide)).toBeNull()
    await store.set(deleteDeckAtom, added?.deck ?? '')
    expect(await addToDeck(store, slide)).toMatchObject({ copied: true })
  })
})
