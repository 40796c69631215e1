import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { createStore } from 'jotai/vanilla'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { packAtom } from '../../app/_state/atoms'
import {
  deletedAtom,
  deleteKeptAtom,
  duplicateAtom,
  followKept,
  importKeptAtom,
  keepAtom,
  keptAtom,
  moveKeptAtom,
  renameAtom,
  undoDeleteAtom,
} from '../../app/_state/kept'
import { tinyPack } from '../fixtures/tiny-pack'

/** Scenarios kept in the browser: what is made is there after a reload and in the other tab, whatever the storage does. */

type Store = ReturnType<typeof createStore>
const leaving: (() => void)[] = []
const assignment = { leader: 'dealer', zone: 'open', audits: 'current' }

beforeEach(() => Dexie.delete('encrucijada'))
afterEach(() => {
  for (const leave of leaving.splice(0)) leave()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

/** A tab: a store of its own on the same storage. */
async function tab(status: 'stored' | 'memory' = 'stored'): Promise<Store> {
  const store = createStore()
  store.set(packAtom, tinyPack())
  leaving.push(followKept(store))
  await vi.waitFor(() => expect(store.get(keptAtom).status).toBe(status))
  return store
}
const names = (store: Store) => store.get(keptAtom).scenarios.map(({ name }) => name)
const kept = (store: Store, name: string) => store.set(keepAtom, { name, note: '', assignment })
const keep = async (store: Store, name: string) => (await kept(store, name)).id
const idOf = (store: Store, name: string) => store.get(keptAtom).scenarios.find((kept) => kept.name === name)?.id ?? ''

describe('what is kept', () => {
  test('is there after a reload, with its pack, in its order', async () => {
    const store = await tab()
    for (const name of ['one', 'two', 'three']) await keep(store, name)
    await store.set(moveKeptAtom, idOf(store, 'three'), -1)
    expect(names(store)).toEqual(['one', 'three', 'two'])
    const again = await tab()
    expect(names(again)).toEqual(['one', 'three', 'two'])
    expect(again.get(keptAtom).scenarios[0]).toMatchObject({ assignment, pack: { id: 'tiny', version: '1.0.0' } })
  })

  test('under the id of a kept one takes its place; under none it is another', async () => {
    const store = await tab()
    const id = await keep(store, 'one')
    await keep(store, 'two')
    await store.set(keepAtom, { id, name: 'one again', note: 'n', assignment: { ...assignment, zone: 'closed' } })
    expect(names(store)).toEqual(['one again', 'two'])
    expect(store.get(keptAtom).scenarios[0]).toMatchObject({ id, note: 'n', assignment: { zone: 'closed' } })
  })

  test('renamed, duplicated right after itself, deleted and brought back to its own place', async () => {
    const store = await tab()
    for (const name of ['one', 'two', 'three']) await keep(store, name)
    await store.set(renameAtom, idOf(store, 'two'), { name: 'zwei', note: 'in German' })
    await store.set(duplicateAtom, idOf(store, 'zwei'), 'zwei, copy')
    expect(names(store)).toEqual(['one', 'zwei', 'zwei, copy', 'three'])
    await store.set(deleteKeptAtom, idOf(store, 'zwei'))
    expect(names(store)).toEqual(['one', 'zwei, copy', 'three'])
    expect(store.get(deletedAtom)?.name).toBe('zwei')
    await store.set(undoDeleteAtom)
    expect(names(await tab())).toEqual(['one', 'zwei', 'zwei, copy', 'three'])
    // The next change ends the offer to bring it back.
    await store.set(deleteKeptAtom, idOf(store, 'one'))
    await keep(store, 'four')
    expect(store.get(deletedAtom)).toBeNull()
  })

  test('read from a file stands after the rest, each with an id of its own', async () => {
    const store = await tab()
    await keep(store, 'one')
    const [kept] = store.get(keptAtom).scenarios
    const { id: _, ...read } = kept!
    const ids = await store.set(importKeptAtom, [read, { ...read, name: 'two' }])
    expect(names(await tab())).toEqual(['one', 'one', 'two'])
    expect(new Set([...ids, kept!.id]).size).toBe(3)
  })
})

describe('two tabs', () => {
  test('see what the other one keeps, changes and deletes', async () => {
    const [one, two] = [await tab(), await tab()]
    await keep(one, 'from one')
    await vi.waitFor(() => expect(names(two)).toEqual(['from one']))
    await two.set(renameAtom, idOf(two, 'from one'), { name: 'by two', note: '' })
    await vi.waitFor(() => expect(names(one)).toEqual(['by two']))
    await one.set(deleteKeptAtom, idOf(one, 'by two'))
    await vi.waitFor(() => expect(names(two)).toEqual([]))
  })

  test('that keep at the same moment give the same place, and both can still be moved', async () => {
    const [one, two] = [await tab(), await tab()]
    await Promise.all([keep(one, 'from one'), keep(two, 'from two')])
    await vi.waitFor(() => expect([names(one).length, names(two).length]).toEqual([2, 2]))
    expect(new Set(one.get(keptAtom).scenarios.map((kept) => Reflect.get(kept, 'place'))).size).toBe(1)
    const [first, second] = names(one)
    await one.set(moveKeptAtom, idOf(one, first!), 1)
    expect(names(one)).toEqual([second, first])
    await vi.waitFor(() => expect(names(two)).toEqual([second, first]))
  })
})

describe('a storage that fails', () => {
  test('that is full: the change stays on screen, the reason is told, what was there before is intact', async () => {
    const store = await tab()
    await keep(store, 'before')
    const full = Object.assign(new Error('full'), { name: 'AbortError', inner: { name: 'QuotaExceededError' } })
    const put = vi.spyOn(Dexie.prototype, 'transaction').mockImplementation(() => Dexie.Promise.reject(full))
    expect((await kept(store, 'too much')).stored).toBe(false)
    await store.set(renameAtom, idOf(store, 'before'), { name: 'renamed', note: '' })
    expect(store.get(keptAtom).failure).toBe('full')
    expect(names(store)).toEqual(['renamed', 'too much'])
    put.mockRestore()
    expect(names(await tab())).toEqual(['before'])
    // Room again: the next change is stored, and with it what was not.
    await store.set(renameAtom, idOf(store, 'renamed'), { name: 'after', note: '' })
    expect(store.get(keptAtom).failure).toBeNull()
    expect(names(await tab())).toEqual(['after', 'too much'])
    expect((await kept(store, 'one more')).stored).toBe(true)
  })

  test('that takes a change and refuses the next one of the same scenario: the later one stays on screen', async () => {
    const store = await tab()
    const id = await keep(store, 'first')
    const real = Dexie.prototype.transaction
    const full = Object.assign(new Error('full'), { name: 'QuotaExceededError' })
    let calls = 0
    vi.spyOn(Dexie.prototype, 'transaction').mockImplementation(function (this: Dexie, ...asked: unknown[]) {
      return ++calls === 1 ? Reflect.apply(real, this, asked) : Dexie.Promise.reject(full)
    } as typeof real)
    await Promise.all(['second', 'third'].map((name) => store.set(renameAtom, id, { name, note: '' })))
    expect(names(store)).toEqual(['third'])
    expect(store.get(keptAtom).failure).toBe('full')
  })

  test('what was made before it is open is stored once it is', async () => {
    const store = createStore()
    store.set(packAtom, tinyPack())
    leaving.push(followKept(store))
    await keep(store, 'early')
    await vi.waitFor(() => expect(store.get(keptAtom).status).toBe('stored'))
    await vi.waitFor(async () => expect(names(await tab())).toEqual(['early']))
  })
})
