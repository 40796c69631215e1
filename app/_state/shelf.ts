import { atom, type createStore } from 'jotai/vanilla'
import type { Fault, ShelfRecord, ShelfStore, Stored } from './shelf-store'

type Store = ReturnType<typeof createStore>

/** How far a shelf is, and what is wrong with it. */
export interface Condition {
  /** Stored in the browser; or in memory only, where the browser stores nothing. */
  status: 'loading' | 'stored' | 'memory'
  faults: readonly Fault[]
  /** Why the last change is not stored though what it made is still on screen. */
  failure: 'full' | 'blocked' | 'other' | null
}

/**
 * Make a shelf of things kept in this browser, seen by every tab: what `open` stores, and what it could not. What is
 * shown of it, and how one thing is made, is left to those who use it.
 */
export function shelf<R extends ShelfRecord>(open: () => Promise<ShelfStore<R>>) {
  const statusAtom = atom<Condition['status']>('loading')
  const storedAtom = atom<Stored<R>>({ records: [], faults: [] })
  /** What could not be stored: kept in memory beside the stored, so that nothing made is lost while the tab is open. */
  const unstoredAtom = atom<readonly R[]>([])
  const failureAtom = atom<Condition['failure']>(null)
  /** The browser's storage once it is open; null where there is none. */
  const storeSlot = atom<{ opened: Promise<ShelfStore<R> | null> }>({ opened: Promise.resolve(null) })
  /** What was deleted last, until the next change. */
  const deletedAtom = atom<R | null>(null)

  const recordsAtom = atom((get) => {
    const unstored = get(unstoredAtom)
    const stored = get(storedAtom).records.filter(({ id }) => !unstored.some((record) => record.id === id))
    return [...stored, ...unstored].sort((a, b) => a.place - b.place || a.id.localeCompare(b.id))
  })
  const conditionAtom = atom((get): Condition => ({
    status: get(statusAtom),
    faults: get(storedAtom).faults,
    failure: get(failureAtom),
  }))

  /**
   * Write some records, and with them what could not be written before; what the browser refuses stays in memory,
   * and the reason is told. Returns whether these records are stored.
   */
  const putAtom = atom(null, async (get, set, records: readonly R[]): Promise<boolean> => {
    const without = (some: readonly R[], written: readonly R[]) =>
      some.filter(({ id }) => !written.some((record) => record.id === id))
    set(deletedAtom, null)
    // On screen at once, whatever the storage says of it.
    set(unstoredAtom, [...without(get(unstoredAtom), records), ...records])
    const store = await get(storeSlot).opened
    if (!store) return false
    const write = async (some: readonly R[]) => {
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

  /** Remove a record by its key: a sound one, or one that could not be read. */
  const removeAtom = atom(null, async (get, set, key: string) => {
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

  /** Delete a record; it can be put back until the next change. */
  const deleteAtom = atom(null, async (get, set, id: string) => {
    set(deletedAtom, get(recordsAtom).find((own) => own.id === id) ?? null)
    await set(removeAtom, id)
  })

  /** Put what was deleted last back where it was. */
  const undoDeleteAtom = atom(null, async (get, set) => {
    const record = get(deletedAtom)
    if (record) await set(putAtom, [record])
  })

  /** Put one record right after another; `made` makes it of its new id and place. Nothing where the other is gone. */
  const putAfterAtom = atom(
    null,
    async (get, set, id: string, made: (record: R, own: { id: string; place: number }) => R) => {
      const records = get(recordsAtom)
      const at = records.findIndex((record) => record.id === id)
      const record = records[at]
      set(deletedAtom, null)
      if (!record) return null
      const after = records[at + 1]?.place ?? record.place + 2
      const copy = made(record, { id: newId(), place: (record.place + after) / 2 })
      await set(putAtom, [copy])
      return copy.id
    },
  )

  /** Let two records change places; nothing where one of them is gone. */
  const swapAtom = atom(null, async (get, set, id: string, beside: string | undefined) => {
    const records = get(recordsAtom)
    const [one, other] = [id, beside].map((own) => records.find((record) => record.id === own))
    set(deletedAtom, null)
    if (!one || !other) return
    // Two tabs may have given the same place twice: all places are counted anew, and those that changed are written.
    const moved = records.map((record) => (record === one ? other : record === other ? one : record))
    await set(
      putAtom,
      moved.flatMap((record, i) => (record.place === i + 1 ? [] : [{ ...record, place: i + 1 }])),
    )
  })

  /** Follow the browser's storage, opened once the page stands; where there is none, memory serves. Returns the stop. */
  function follow(store: Store): () => void {
    let leave = () => undefined as void
    let stopped = false
    const inMemory = (reason: unknown) => {
      if (stopped) return
      store.set(storeSlot, { opened: Promise.resolve(null) })
      store.set(statusAtom, 'memory')
      store.set(failureAtom, reasonOf(reason) === 'full' ? 'full' : 'blocked')
    }
    const opening = open()
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

  return {
    recordsAtom,
    conditionAtom,
    deletedAtom,
    putAtom,
    removeAtom,
    deleteAtom,
    undoDeleteAtom,
    putAfterAtom,
    swapAtom,
    follow,
  }
}

/** The place after all others. */
export function nextPlace(records: readonly ShelfRecord[]): number {
  return Math.max(0, ...records.map(({ place }) => place)) + 1
}

/** Twelve letters and digits: `randomUUID` would want a secure context. */
export function newId(): string {
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
