import { atom, type createStore } from 'jotai/vanilla'
import type { Assignment } from '../../lib/scenario/assignment'
import type { Kept } from '../../lib/scenario/kept'
import type { KeptRecord } from '../../lib/scenario/kept-record'
import type { Fault, KeptStore, Stored } from './kept-store'
import { modelAtom } from './url'

type Store = ReturnType<typeof createStore>

/** Scenarios kept in this browser, and how far they are. */
export interface KeptShelf {
  /** Stored in the browser; or in memory only, where the browser stores nothing. */
  status: 'loading' | 'stored' | 'memory'
  scenarios: readonly Kept[]
  faults: readonly Fault[]
  /** Why the last change is not stored though the scenario is still on screen. */
  failure: 'full' | 'blocked' | 'other' | null
}

const statusAtom = atom<KeptShelf['status']>('loading')
const storedAtom = atom<Stored>({ records: [], faults: [] })
/** What could not be stored: kept in memory beside the stored, so that nothing made is lost while the tab is open. */
const unstoredAtom = atom<readonly KeptRecord[]>([])
const failureAtom = atom<KeptShelf['failure']>(null)
/** The browser's storage once it is open; null where there is none. */
const storeSlot = atom<{ opened: Promise<KeptStore | null> }>({ opened: Promise.resolve(null) })
/** The scenario deleted last, until the next change. */
export const deletedAtom = atom<KeptRecord | null>(null)

const recordsAtom = atom((get) => {
  const unstored = get(unstoredAtom)
  const stored = get(storedAtom).records.filter(({ id }) => !unstored.some((record) => record.id === id))
  return [...stored, ...unstored].sort((a, b) => a.place - b.place || a.id.localeCompare(b.id))
})
export const keptAtom = atom((get): KeptShelf => ({
  status: get(statusAtom),
  // Those of other models are kept, and shown with their own.
  scenarios: get(recordsAtom).filter(({ pack }) => pack.id === get(modelAtom).pack.meta.id),
  faults: get(storedAtom).faults,
  failure: get(failureAtom),
}))

/**
 * Write some records, and with them what could not be written before; what the browser refuses stays in memory,
 * and the reason is told. Returns whether these records are stored.
 */
const putAtom = atom(null, async (get, set, records: readonly KeptRecord[]): Promise<boolean> => {
  const without = (some: readonly KeptRecord[], written: readonly KeptRecord[]) =>
    some.filter(({ id }) => !written.some((record) => record.id === id))
  // On screen at once, whatever the storage says of it.
  set(unstoredAtom, [...without(get(unstoredAtom), records), ...records])
  const store = await get(storeSlot).opened
  if (!store) return false
  const write = async (some: readonly KeptRecord[]) => {
    try {
      await store.put(some)
      const { records: stored, faults } = get(storedAtom)
      set(storedAtom, { records: [...without(stored, some), ...some], faults })
      // These very records: one that was changed again meanwhile is still to be stored.
      set(
        unstoredAtom,
        get(unstoredAtom).filter((record) => !some.includes(record)),
      )
      return true
    } catch (reason) {
      set(failureAtom, reasonOf(reason))
      return false
    }
  }
  if (!(await write(records))) return false
  const left = get(unstoredAtom)
  if (left.length === 0 || (await write(left))) set(failureAtom, null)
  return true
})

/**
 * Keep an assignment under a name: as a new scenario, or in the place of the one with that id. Returns its id,
 * and whether it is stored or lasts only as long as the tab.
 */
export const keepAtom = atom(
  null,
  async (
    get,
    set,
    made: { id?: string | null; name: string; note: string; assignment: Assignment },
  ): Promise<{ id: string; stored: boolean }> => {
    const records = get(recordsAtom)
    const before = records.find(({ id }) => id === made.id)
    const { meta } = get(modelAtom).pack
    const id = before?.id ?? newId()
    set(deletedAtom, null)
    const stored = await set(putAtom, [
      {
        id,
        name: made.name,
        note: made.note,
        assignment: made.assignment,
        pack: { id: meta.id, version: meta.version },
        savedAt: new Date().toISOString(),
        place: before?.place ?? nextPlace(records),
      },
    ])
    return { id, stored }
  },
)

/** Give a kept scenario another name and note. One that another tab has deleted meanwhile is put back. */
export const renameAtom = atom(null, async (get, set, id: string, words: { name: string; note: string }) => {
  const record = get(recordsAtom).find((own) => own.id === id)
  set(deletedAtom, null)
  if (record) await set(putAtom, [{ ...record, ...words }])
})

/** Put a copy of a kept scenario right after it. */
export const duplicateAtom = atom(null, async (get, set, id: string, name: string) => {
  const records = get(recordsAtom)
  const at = records.findIndex((record) => record.id === id)
  const record = records[at]
  set(deletedAtom, null)
  if (!record) return
  const after = records[at + 1]?.place ?? record.place + 2
  await set(putAtom, [
    { ...record, id: newId(), name, place: (record.place + after) / 2, savedAt: new Date().toISOString() },
  ])
})

export const deleteKeptAtom = atom(null, async (get, set, id: string) => {
  const record = get(recordsAtom).find((own) => own.id === id)
  set(deletedAtom, record ?? null)
  await set(removeAtom, id)
})

/** Put the scenario deleted last back where it was. */
export const undoDeleteAtom = atom(null, async (get, set) => {
  const record = get(deletedAtom)
  set(deletedAtom, null)
  if (record) await set(putAtom, [record])
})

/** Remove a record by its key: a scenario, or one that could not be read. */
export const removeAtom = atom(null, async (get, set, key: string) => {
  set(
    unstoredAtom,
    get(unstoredAtom).filter(({ id }) => id !== key),
  )
  const { records, faults } = get(storedAtom)
  set(storedAtom, {
    records: records.filter(({ id }) => id !== key),
    faults: faults.filter((fault) => fault.key !== key),
  })
  try {
    const store = await get(storeSlot).opened
    await store?.remove(key)
  } catch (reason) {
    set(failureAtom, reasonOf(reason))
  }
})

/** Move a kept scenario up (−1) or down (1) by one place. */
export const moveKeptAtom = atom(null, async (get, set, id: string, by: -1 | 1) => {
  const records = get(recordsAtom)
  const shown = get(keptAtom).scenarios
  const to = shown[shown.findIndex((kept) => kept.id === id) + by]?.id
  const [one, other] = [id, to].map((own) => records.find((record) => record.id === own))
  set(deletedAtom, null)
  if (!one || !other) return
  // Two tabs may have given the same place twice: all places are counted anew, and those that changed are written.
  const moved = records.map((record) => (record === one ? other : record === other ? one : record))
  await set(
    putAtom,
    moved.flatMap((record, i) => (record.place === i + 1 ? [] : [{ ...record, place: i + 1 }])),
  )
})

/** Add scenarios read from a file, after those that are there, with ids of their own: all or none. */
export const importKeptAtom = atom(null, async (get, set, list: readonly Omit<Kept, 'id'>[]): Promise<string[]> => {
  const start = nextPlace(get(recordsAtom))
  const records = list.map((kept, i) => ({ ...kept, id: newId(), place: start + i }))
  set(deletedAtom, null)
  await set(putAtom, records)
  return records.map(({ id }) => id)
})

/** Follow the browser's storage, opened once the page stands; where there is none, memory serves. Returns the stop. */
export function followKept(store: Store): () => void {
  let leave = () => undefined as void
  let stopped = false
  const inMemory = (reason: unknown) => {
    if (stopped) return
    store.set(storeSlot, { opened: Promise.resolve(null) })
    store.set(statusAtom, 'memory')
    store.set(failureAtom, reasonOf(reason) === 'full' ? 'full' : 'blocked')
  }
  const opening = import('./kept-store').then(({ openKeptStore }) => openKeptStore())
  // What is made before the storage is open waits for it, and is not called saved before.
  store.set(storeSlot, { opened: opening.catch(() => null) })
  opening
    .then((opened) => {
      if (stopped) return opened.close()
      const unfollow = opened.follow((stored) => {
        store.set(storedAtom, stored)
        store.set(statusAtom, 'stored')
      }, inMemory)
      leave = () => {
        unfollow()
        opened.close()
      }
    })
    .catch(inMemory)
  return () => {
    stopped = true
    leave()
  }
}

function nextPlace(records: readonly KeptRecord[]): number {
  return Math.max(0, ...records.map(({ place }) => place)) + 1
}

/** Twelve letters and digits: `randomUUID` would want a secure context. */
function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => (byte % 36).toString(36)).join('')
}

function reasonOf(reason: unknown): 'full' | 'blocked' | 'other' {
  // Dexie wraps what the browser said: an aborted transaction has the cause inside.
  const names = [reason, Reflect.get(Object(reason), 'inner')].map((error) =>
    String(Reflect.get(Object(error), 'name')),
  )
  if (names.includes('QuotaExceededError')) return 'full'
  return names.some((name) => /Missing|Security|InvalidState|OpenFailed|Version|DatabaseClosed/.test(name))
    ? 'blocked'
    : 'other'
}
