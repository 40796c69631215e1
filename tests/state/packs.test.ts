import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '../../app/_state/database'
import { findPack, forgetPack, keepPack, keptPacks, nameOf, shippedPacks } from '../../app/_state/packs'
import { packs } from '../../data/index'
import { shipped } from '../../data/shipped'
import { contentHash } from '../../lib/pack/content-hash'
import { load } from '../../lib/pack/load'
import type { Pack } from '../../lib/pack/schema'
import { tinyPack } from '../fixtures/tiny-pack'

/** Packs in the browser: those that ship, and those taken in, each by a name that its content gives. */

const named = (pack: Pack) => ({ name: null, pack, hash: contentHash(pack) })
beforeEach(() => Dexie.delete('encrucijada'))

describe('packs that ship', () => {
  test('are those of the content after the first, sound, and found by their id', async () => {
    expect(shipped.map(({ id }) => id)).toEqual(Object.keys(packs).slice(1))
    for (const own of await shippedPacks()) {
      expect(load(packs[own.name ?? ''])).toEqual({ ok: true, value: own.pack })
      expect(await findPack(own.name ?? '')).toEqual(own)
    }
  })
})

describe('packs taken in', () => {
  test('are kept by a name of id and content, found again whole, and forgotten', async () => {
    const [first, second] = [tinyPack(), { ...tinyPack(), meta: { ...tinyPack().meta, year: 2025 } }]
    const kept = [await keepPack(named(first)), await keepPack(named(second))]
    expect(kept[0]?.name).toMatch(/^tiny\.[0-9a-f]{8}$/)
    expect(kept[0]?.name).not.toBe(kept[1]?.name)
    expect((await keptPacks()).map(({ name }) => name).sort()).toEqual(kept.map(({ name }) => name).sort())
    expect(await findPack(kept[0]!.name)).toEqual({ name: kept[0]!.name, pack: first, hash: contentHash(first) })
    await forgetPack(kept[0]!.name)
    expect(await findPack(kept[0]!.name)).toBeNull()
    expect(await keptPacks()).toHaveLength(1)
  })
  test('that are no longer sound are not used', async () => {
    const broken = { ...tinyPack(), rules: [{ ...tinyPack().rules[0]!, onset: 1900 }] }
    const kept = await keepPack(named(broken))
    expect(await findPack(kept.name)).toBeNull()
  })
  test('stand beside the scenarios kept before there were any', async () => {
    const old = new Dexie('encrucijada')
    old.version(1).stores({ scenarios: 'id, place' })
    await old.open()
    await old.table('scenarios').put({ id: 'one', place: 1 })
    old.close()
    await keepPack(named(tinyPack()))
    const database = await openDatabase()
    database.close()
    const reopened = await new Dexie('encrucijada').open()
    expect(await reopened.table('scenarios').count()).toBe(1)
    expect(await reopened.table('packs').count()).toBe(1)
    reopened.close()
  })
})

test('a hash is of the content, whatever the order of keys, and the name begins with it', () => {
  const pack = tinyPack()
  const turned = Object.fromEntries(Object.entries(pack).toReversed())
  const loaded = load(turned)
  expect(loaded.ok && contentHash(loaded.value)).toBe(contentHash(pack))
  expect(contentHash(pack)).toMatch(/^[0-9a-f]{64}$/)
  expect(nameOf(pack, contentHash(pack))).toBe(`tiny.${contentHash(pack).slice(0, 8)}`)
})
