import type { Table } from 'dexie'
import { shipped } from '../../data/shipped'
import type { Result } from '../../lib/fail'
import { contentHash } from '../../lib/pack/content-hash'
import { load } from '../../lib/pack/load'
import type { Pack, Text } from '../../lib/pack/schema'
import { openDatabase } from './database'
import { askToLast } from './lasting'

/** A pack ready for use, and how addresses call it; null for the one that pages open on. */
export interface NamedPack {
  name: string | null
  pack: Pack
  hash: string
}

/** A pack as it is kept in the browser, with what a list of packs says of it. */
export interface KeptPack {
  name: string
  id: string
  version: string
  title: Text
  hash: string
  /** When it was taken in, as an ISO date and time. */
  savedAt: string
  pack: unknown
}

/** How addresses call a pack that was taken in: its id, and the beginning of its hash, since others have the id too. */
export function nameOf(pack: Pack, hash: string): string {
  return `${pack.meta.id}.${hash.slice(0, 8)}`
}

/** The packs that ship besides the first, ready for use. */
export async function shippedPacks(): Promise<NamedPack[]> {
  const all = await Promise.all(shipped.map(({ id, read }) => read().then((value) => sound(id, load(value)))))
  return all.flatMap((own) => own ?? [])
}

/** Find a pack by its name in addresses: one that ships, or one kept in this browser; null where neither has it. */
export async function findPack(name: string): Promise<NamedPack | null> {
  const ships = shipped.find(({ id }) => id === name)
  if (ships) return sound(name, load(await ships.read()))
  const kept = await inTable((table) => table.get(name))
  return kept ? sound(name, load(kept.pack)) : null
}

function sound(name: string, loaded: Result<Pack>): NamedPack | null {
  return loaded.ok ? { name, pack: loaded.value, hash: contentHash(loaded.value) } : null
}

/** The packs kept in this browser, the newest last; rejects where it stores nothing. */
export async function keptPacks(): Promise<KeptPack[]> {
  const all = await inTable((table) => table.toArray())
  return all.sort((a, b) => a.savedAt.localeCompare(b.savedAt))
}

/** Keep a pack in this browser, in the place of the one that has its name; rejects where there is no room. */
export async function keepPack({ pack, hash }: NamedPack): Promise<KeptPack> {
  const { id, version, title } = pack.meta
  const kept = { name: nameOf(pack, hash), id, version, title, hash, savedAt: new Date().toISOString(), pack }
  await inTable((table) => table.put(kept))
  void askToLast()
  return kept
}

/** Forget a pack kept in this browser. */
export async function forgetPack(name: string): Promise<void> {
  await inTable((table) => table.delete(name))
}

async function inTable<T>(work: (table: Table<KeptPack, string>) => PromiseLike<T>): Promise<T> {
  const database = await openDatabase()
  try {
    return await work(database.table<KeptPack, string>('packs'))
  } finally {
    database.close()
  }
}
