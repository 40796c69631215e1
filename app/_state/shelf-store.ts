import { liveQuery } from 'dexie'
import { openDatabase } from './database'
import { askToLast } from './lasting'

/** Something kept, with its place in the list. */
export interface ShelfRecord {
  readonly id: string
  readonly place: number
}

/** A stored record that cannot be read: listed with its text, never shown as one, never deleted unasked. */
export interface Fault {
  key: string
  raw: string
}

export interface Stored<R> {
  records: readonly R[]
  faults: readonly Fault[]
}

export interface ShelfStore<R> {
  /** Put some records, replacing those with the same ids: all or none. */
  put: (records: readonly R[]) => Promise<void>
  remove: (key: string) => Promise<void>
  /** Hear of what is stored, now and after every change, whichever tab made it. Returns the stop. */
  follow: (heard: (stored: Stored<R>) => void, failed: (reason: unknown) => void) => () => void
  close: () => void
}

/** Open one table of the browser's storage, whose values `read` knows from others; rejects where the browser allows none. */
export async function openShelf<R extends ShelfRecord>(
  name: string,
  read: (value: unknown) => R | null,
): Promise<ShelfStore<R>> {
  const database = await openDatabase()
  const table = database.table<unknown, string>(name)
  return {
    async put(records) {
      await database.transaction('rw', table, async () => {
        await table.bulkPut(records.map((record) => ({ ...record })))
      })
      void askToLast()
    },
    remove: (key) => table.delete(key),
    follow(heard, failed) {
      const reading = liveQuery(async () => {
        const [keys, values] = await Promise.all([table.toCollection().primaryKeys(), table.toArray()])
        return sorted(keys, values, read)
      })
      const { unsubscribe } = reading.subscribe({ next: heard, error: failed })
      return unsubscribe
    },
    close: () => database.close(),
  }
}

function sorted<R extends ShelfRecord>(
  keys: readonly string[],
  values: readonly unknown[],
  read: (value: unknown) => R | null,
): Stored<R> {
  const records: R[] = []
  const faults: Fault[] = []
  values.forEach((value, i) => {
    const record = read(value)
    if (record) records.push(record)
    else faults.push({ key: String(keys[i]), raw: JSON.stringify(value, null, 2) ?? '' })
  })
  return { records: records.sort((a, b) => a.place - b.place || a.id.localeCompare(b.id)), faults }
}
