import { liveQuery } from 'dexie'
import { type KeptRecord, readKept } from '../../lib/scenario/kept-record'
import { openDatabase } from './database'

/** A stored record that is not a kept scenario: listed with its text, never shown as one, never deleted unasked. */
export interface Fault {
  key: string
  raw: string
}

export interface Stored {
  records: readonly KeptRecord[]
  faults: readonly Fault[]
}

export interface KeptStore {
  /** Put some records, replacing those with the same ids: all or none. */
  put: (records: readonly KeptRecord[]) => Promise<void>
  remove: (key: string) => Promise<void>
  /** Hear of what is stored, now and after every change, whichever tab made it. Returns the stop. */
  follow: (heard: (stored: Stored) => void, failed: (reason: unknown) => void) => () => void
  close: () => void
}

/** Open the browser's storage of kept scenarios; rejects where the browser allows none. */
export async function openKeptStore(): Promise<KeptStore> {
  const database = await openDatabase()
  const table = database.table<unknown, string>('scenarios')
  return {
    put: (records) =>
      database.transaction('rw', table, async () => {
        await table.bulkPut(records.map((record) => ({ ...record })))
      }),
    remove: (key) => table.delete(key),
    follow(heard, failed) {
      const read = liveQuery(async () => {
        const [keys, values] = await Promise.all([table.toCollection().primaryKeys(), table.toArray()])
        return sorted(keys, values)
      })
      const { unsubscribe } = read.subscribe({ next: heard, error: failed })
      return unsubscribe
    },
    close: () => database.close(),
  }
}

function sorted(keys: readonly string[], values: readonly unknown[]): Stored {
  const records: KeptRecord[] = []
  const faults: Fault[] = []
  values.forEach((value, i) => {
    const record = readKept(value)
    if (record) records.push(record)
    else faults.push({ key: String(keys[i]), raw: JSON.stringify(value, null, 2) ?? '' })
  })
  return { records: records.sort((a, b) => a.place - b.place || a.id.localeCompare(b.id)), faults }
}
