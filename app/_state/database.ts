import Dexie from 'dexie'

/** Open the browser's storage of kept scenarios, packs and decks; rejects where the browser allows none. */
export async function openDatabase(): Promise<Dexie> {
  const database = new Dexie('encrucijada')
  database.version(1).stores({ scenarios: 'id, place' })
  database.version(2).stores({ packs: 'name' })
  database.version(3).stores({ decks: 'id, place' })
  await database.open()
  return database
}
