import Dexie from 'dexie'

/** Open the browser's storage of kept scenarios and packs; rejects where the browser allows none. */
export async function openDatabase(): Promise<Dexie> {
  const database = new Dexie('encrucijada')
  database.version(1).stores({ scenarios: 'id, place' })
  database.version(2).stores({ packs: 'name' })
  await database.open()
  return database
}
