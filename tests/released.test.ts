import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { packs } from '../data/index'
import { released } from '../data/released'
import { compile } from '../lib/engine/compile'
import { evaluate } from '../lib/engine/evaluate'
import { changedValues } from '../lib/explain/changed'
import { canonical } from '../lib/pack/canonical'
import { load } from '../lib/pack/load'
import type { Pack } from '../lib/pack/schema'

/** Packs of earlier versions stay as they were: a citation made with one can be shown again. */

function sound(value: unknown): Pack {
  const loaded = load(value)
  if (!loaded.ok) throw new Error('The pack is unsound.')
  return loaded.value
}
const hashOf = (pack: Pack) => createHash('sha256').update(canonical(pack)).digest('hex')

describe('released packs', () => {
  test.each(released.map((entry) => [entry.pack, entry.version, entry] as const))(
    '%s %s loads and has the content that its hash names',
    async (id, version, entry) => {
      const pack = sound(await entry.read())
      expect([pack.meta.id, pack.meta.version]).toEqual([id, version])
      expect(hashOf(pack)).toBe(entry.hash)
    },
  )

  test('the packs in use are at a version of their own, and their revisions name every released one', () => {
    for (const value of Object.values(packs)) {
      const { meta } = sound(value)
      const earlier = released.filter(({ pack }) => pack === meta.id).map(({ version }) => version)
      expect(earlier).not.toContain(meta.version)
      const told = meta.revisions.map(({ version }) => version)
      expect(told).toEqual(expect.arrayContaining([...earlier, meta.version]))
      expect(told.at(-1)).toBe(meta.version)
    }
  })
})

describe('the content hash', () => {
  test('depends on what is said, not on the order of keys', () => {
    expect(canonical({ b: [1, { d: null, c: 'x' }], a: undefined })).toBe('{"b":[1,{"c":"x","d":null}]}')
    expect(canonical({ a: 1, b: 2 })).toBe(canonical({ b: 2, a: 1 }))
    expect(canonical([1, 2])).not.toBe(canonical([2, 1]))
  })
})

describe('what changed between two packs', () => {
  const now = compile(sound(packs['peru-prc']))
  const assignment = { ...now.baseline, 'chancay-sez': 'approved' }

  test('an approved zone without a port is no enclave any more in 1.1.0, as its revision says', async () => {
    const before = compile(sound(await released[0]?.read()))
    const values = changedValues(
      { model: before, outcomes: [evaluate(before, before.baseline), evaluate(before, assignment)] },
      { model: now, outcomes: [evaluate(now, now.baseline), evaluate(now, assignment)] },
      2030,
    )
    expect(values).toHaveLength(2 * now.variables.length)
    const of = (side: number) => values.find((entry) => entry.variable === 'zone-enclave' && entry.side === side)
    expect(of(0)?.before).toBe(of(0)?.now)
    expect(of(1)?.before).toBeGreaterThan(2 * (of(1)?.now ?? 1))
    expect(of(1)?.now).toBe(of(0)?.now)
    expect(values.filter(({ side, before, now }) => side === 0 && before !== now)).toEqual([])
  })

  test('a variable that only one of them has stands with nothing on the other side', () => {
    const smaller = { ...now, indexOf: new Map([...now.indexOf].filter(([id]) => id !== 'zone-enclave')) }
    const outcomes = [evaluate(now, now.baseline)]
    const gone = changedValues({ model: now, outcomes }, { model: smaller, outcomes }, 2026)
    expect(gone.at(-1)).toMatchObject({ variable: 'zone-enclave', now: null })
    const added = changedValues({ model: smaller, outcomes }, { model: now, outcomes }, 2026)
    expect(added.find(({ variable }) => variable === 'zone-enclave')).toMatchObject({ before: null })
  })
})
