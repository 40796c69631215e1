import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { createStore } from 'jotai/vanilla'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { packAtom } from '../../app/_state/atoms'
import {
  boardAtom,
  deletedGroupsAtom,
  deleteGroupsAtom,
  groupsAtom,
  keepGroupAtom,
  moveGroupAtom,
  rangesAtom,
  undoDeleteGroupsAtom,
} from '../../app/_state/groups'
import { followKept, keepAtom, keptAtom, putKeptAtom, renameAtom } from '../../app/_state/kept'
import { tinyPack } from '../fixtures/tiny-pack'

/** What groups chose stands among the kept scenarios; the board deletes and orders its own alone. */

type Store = ReturnType<typeof createStore>
const leaving: (() => void)[] = []
const chose = (leader: string) => ({ leader, zone: 'closed', audits: 'current' })

beforeEach(() => Dexie.delete('encrucijada'))
afterEach(() => {
  for (const leave of leaving.splice(0)) leave()
})

async function tab(): Promise<Store> {
  const store = createStore()
  store.set(packAtom, tinyPack())
  leaving.push(followKept(store))
  await vi.waitFor(() => expect(store.get(keptAtom).status).toBe('stored'))
  return store
}
const keep = (store: Store, name: string, leader: string, id: string | null = null) =>
  store.set(keepGroupAtom, { id, name, assignment: chose(leader) })
const names = (store: Store) => store.get(groupsAtom).map(({ name }) => name)
const shelf = (store: Store) => store.get(keptAtom).scenarios.map(({ name }) => name)
const idOf = (store: Store, name: string) => store.get(groupsAtom).find((group) => group.name === name)?.id ?? ''

/** Two groups with a scenario of nobody's between them. */
async function mixed(): Promise<Store> {
  const store = await tab()
  await keep(store, 'one', 'dealer')
  await store.set(keepAtom, { name: 'my own', note: '', assignment: chose('stays') })
  await keep(store, 'two', 'stays')
  return store
}

describe('the board', () => {
  test('shows the groups alone, after a reload too, and what they chose', async () => {
    await mixed()
    const again = await tab()
    expect(names(again)).toEqual(['one', 'two'])
    expect(shelf(again)).toEqual(['one', 'my own', 'two'])
    expect(again.get(boardAtom)[0]).toMatchObject({ assumption: 'leader', states: ['dealer', 'stays'], apart: 1 })
    expect(again.get(rangesAtom).map(({ kind }) => kind)).toEqual(['risk', 'indicator'])
  })

  test('of a group entered anew or renamed keeps it a group, in its place', async () => {
    const store = await mixed()
    await keep(store, 'one again', 'reformer', idOf(store, 'one'))
    await store.set(renameAtom, idOf(store, 'two'), { name: 'zwei', note: '' })
    expect(names(await tab())).toEqual(['one again', 'zwei'])
    expect(store.get(boardAtom)[0]?.states).toEqual(['reformer', 'stays'])
  })

  test('moves a group past the scenarios that stand between, and not past the ends', async () => {
    const store = await mixed()
    await store.set(moveGroupAtom, idOf(store, 'two'), -1)
    expect(names(store)).toEqual(['two', 'one'])
    expect(shelf(store)).toEqual(['two', 'my own', 'one'])
    await store.set(moveGroupAtom, idOf(store, 'two'), -1)
    expect(names(await tab())).toEqual(['two', 'one'])
  })

  test('rests while something else is kept', async () => {
    const store = await mixed()
    const before = store.get(groupsAtom)
    await store.set(keepAtom, { name: 'another', note: '', assignment: chose('dealer') })
    expect(store.get(groupsAtom)).toBe(before)
    await store.set(renameAtom, idOf(store, 'one'), { name: 'uno', note: '' })
    expect(names(store)).toEqual(['uno', 'two'])
  })

  test('tells how much of a group this model does not know', async () => {
    const store = await tab()
    const { audits: _, ...older } = chose('king')
    await store.set(putKeptAtom, [
      { id: 'k', name: 'k', note: '', assignment: older, pack: { id: 'tiny', version: '0.9.0' }, savedAt: '', place: 1, group: true }, // prettier-ignore
    ])
    expect(store.get(groupsAtom)[0]).toMatchObject({ unfit: 2, assignment: chose('stays') })
  })
})

describe('deleting', () => {
  test('all groups leaves every other scenario, and undoing puts them back where they were', async () => {
    const store = await mixed()
    await store.set(
      deleteGroupsAtom,
      store.get(groupsAtom).map(({ id }) => id),
    )
    await vi.waitFor(() => expect([names(store), shelf(store)]).toEqual([[], ['my own']]))
    expect(names(await tab())).toEqual([])
    await store.set(undoDeleteGroupsAtom)
    expect(shelf(await tab())).toEqual(['one', 'my own', 'two'])
    expect(store.get(deletedGroupsAtom)).toEqual([])
  })

  test('one can be undone until another is kept; what is no group is not deleted here', async () => {
    const store = await mixed()
    const own = store.get(keptAtom).scenarios.find(({ name }) => name === 'my own')
    await store.set(deleteGroupsAtom, [idOf(store, 'one'), own?.id ?? ''])
    expect(shelf(store)).toEqual(['my own', 'two'])
    expect(store.get(deletedGroupsAtom).map(({ name }) => name)).toEqual(['one'])
    await keep(store, 'three', 'dealer')
    expect(store.get(deletedGroupsAtom)).toEqual([])
  })
})
