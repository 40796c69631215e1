import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { createStore } from 'jotai/vanilla'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { packAtom } from '../../app/_state/atoms'
import { deckConditionAtom, decksAtom, followDecks, keepDeckAtom, removeDeckFaultAtom } from '../../app/_state/decks'
import { followKept, keepAtom, keptAtom, removeAtom } from '../../app/_state/kept'
import { findPack, keepPack, nameOf } from '../../app/_state/packs'
import type { Condition } from '../../app/_state/shelf'
import { pageAtom } from '../../app/_state/url'
import { starterDeck } from '../../lib/deck/starter'
import { contentHash } from '../../lib/pack/content-hash'
import { decode } from '../../lib/scenario/codec'
import { sound } from '../fixtures/sound'
import { tinyModel } from '../fixtures/tiny-model'
import { tinyPack } from '../fixtures/tiny-pack'
import { badStorage, type StorageFault } from './storage'

/** Storage that fails, under all that is kept in it: what is made stays on screen, what was there stays whole, and it is said. */

type Store = ReturnType<typeof createStore>
const model = tinyModel()
const leaving: (() => void)[] = []

beforeEach(() => {
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined })
  vi.stubGlobal('location', { pathname: '/en', search: '' })
  vi.stubGlobal('history', { state: null, pushState: () => undefined })
  vi.stubGlobal('addEventListener', () => undefined)
  vi.stubGlobal('removeEventListener', () => undefined)
  return Dexie.delete('encrucijada')
})
afterEach(() => {
  for (const leave of leaving.splice(0)) leave()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

/** What is kept on a shelf, and how. */
interface Shelf {
  table: string
  follow: (store: Store) => () => void
  condition: (store: Store) => Condition
  keep: (store: Store, name: string) => Promise<boolean>
  names: (store: Store) => string[]
  remove: (store: Store, key: string) => Promise<void>
}
const shelves: Readonly<Record<string, Shelf>> = {
  scenarios: {
    table: 'scenarios',
    follow: followKept,
    condition: (store) => store.get(keptAtom),
    keep: async (store, name) => (await store.set(keepAtom, { name, note: '', assignment: model.baseline })).stored,
    names: (store) => store.get(keptAtom).scenarios.map(({ name }) => name),
    remove: (store, key) => store.set(removeAtom, key),
  },
  decks: {
    table: 'decks',
    follow: followDecks,
    condition: (store) => store.get(deckConditionAtom),
    keep: (store, name) => store.set(keepDeckAtom, { ...starterDeck(model), title: { en: name, es: name } }).stored,
    names: (store) => store.get(decksAtom).map(({ deck }) => deck.title.en),
    remove: (store, key) => store.set(removeDeckFaultAtom, key),
  },
}

/** A tab: a store of its own on the same storage. */
async function tab({ follow, condition }: Shelf): Promise<Store> {
  const store = createStore()
  store.set(packAtom, tinyPack())
  store.set(pageAtom, 'present')
  leaving.push(follow(store))
  await vi.waitFor(() => expect(condition(store).status).not.toBe('loading'))
  return store
}

/** Let the storage fail, until the function that it returns is called. */
function fail(fault: StorageFault): () => void {
  if ('writes' in fault) {
    const [name = '', inner] = fault.writes.split(' of ')
    const reason = Object.assign(new Error(name), { name, ...(inner && { inner: { name: inner } }) })
    const spy = vi.spyOn(Dexie.prototype, 'transaction').mockImplementation(() => Dexie.Promise.reject(reason))
    return () => spy.mockRestore()
  }
  if ('opens' in fault) {
    const reason = Object.assign(new Error(fault.opens), { name: fault.opens })
    const spy = vi.spyOn(Dexie.prototype, 'open').mockImplementation(() => Dexie.Promise.reject(reason))
    return () => spy.mockRestore()
  }
  return () => undefined
}

const titled = badStorage.map((row) => [row.case ? `${row.demand}: ${row.case}` : row.demand, row] as const)

describe.each(Object.entries(shelves))('%s', (_, shelf) => {
  test.each(titled)('%s', async (_, { fault, told, shown, after }) => {
    const first = await tab(shelf)
    expect(await shelf.keep(first, 'before')).toBe(true)
    if ('holds' in fault) await putRaw(shelf.table, fault.holds)
    const repair = fail(fault)
    const store = 'opens' in fault || 'holds' in fault ? await tab(shelf) : first
    const other = 'tabs' in fault ? await tab(shelf) : null
    const made = [shelf.keep(store, 'now'), ...(other ? [shelf.keep(other, 'other')] : [])]
    expect(await Promise.all(made)).toEqual(made.map(() => after.includes('now')))
    for (const page of other ? [store, other] : [store]) {
      await vi.waitFor(() => expect(shelf.names(page).toSorted()).toEqual(shown))
      expect(shelf.condition(page)).toMatchObject({
        failure: told.failure,
        status: 'opens' in fault ? 'memory' : 'stored',
      })
      expect(shelf.condition(page).faults).toHaveLength(told.faults)
    }
    repair()
    const again = await tab(shelf)
    expect(shelf.names(again).toSorted()).toEqual(after)
    // What cannot be read stays until somebody removes it, and can be looked at until then.
    const faults = shelf.condition(again).faults
    expect(faults).toHaveLength(told.faults)
    for (const { key, raw } of faults) {
      expect(JSON.parse(raw)).toMatchObject({ id: key })
      await shelf.remove(again, key)
    }
    await vi.waitFor(() => expect(shelf.condition(again).faults).toEqual([]))
    expect(shelf.names(await tab(shelf)).toSorted()).toEqual(after)
  })
})

async function putRaw(table: string, records: readonly object[]) {
  const database = await new Dexie('encrucijada').open()
  await database.table(table).bulkPut(records)
  database.close()
}

describe('packs', () => {
  const pack = sound(tinyPack())
  const own = { name: null, pack, hash: contentHash(pack) }
  test.each(titled.filter(([, { fault }]) => 'opens' in fault))('%s: it is not called kept', async (_, { fault }) => {
    const repair = fail(fault)
    await expect(keepPack(own)).rejects.toThrow()
    repair()
    expect(await findPack(nameOf(pack, own.hash))).toBeNull()
  })
  test('storage corrupt: a pack that is no pack any more is not used', async () => {
    const { name } = await keepPack(own)
    await putRaw('packs', [{ name, pack: { ...pack, rules: 'none' } }])
    expect(await findPack(name)).toBeNull()
  })
})

test('storage corrupt: changes kept under a name are judged like any address', () => {
  const { screen, dropped } = decode(model, 'mine=abc&leader=dealer', 'off.nothing=1&leader=reformer&%00=<b>')
  expect(screen).toEqual(decode(model, 'leader=dealer').screen)
  expect(dropped.map(({ kind, part }) => `${kind} ${part}`)).toEqual([
    'repeated leader',
    'unknown off.nothing=1',
    'unknown =b',
  ])
})
