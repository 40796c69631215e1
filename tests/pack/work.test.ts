import { describe, expect, test } from 'vitest'
import { limits } from '../../lib/pack/limits'
import { reachedFrom, spectralRadius } from '../../lib/pack/links'
import { load } from '../../lib/pack/load'
import { expectIssues } from '../fixtures/expect-issues'
import { put } from '../fixtures/put'
import { tinyPack } from '../fixtures/tiny-pack'

/** A sound pack in which every one of many variables pushes every later one. */
function dense(count: number) {
  const pack = tinyPack()
  const [exports] = pack.variables.slice(1)
  const more = Array.from({ length: count }, (_, i) => ({ ...exports, id: `more-${i}` }))
  const links = more.flatMap(
    ({ id }, i) =>
    more.slice(i + 1).map((later, j) => ({ ...pack.links[0], id: `link-${i}-${j}`, from: id, to: later.id, strength: 0.001, lag: 1 })), // prettier-ignore
  )
  put(pack, 'variables', [...pack.variables, ...more])
  put(pack, 'links', links)
  return put(pack, 'rules[0].effects', more.map(({ id }) => ({ ...pack.rules[0]!.effects[0], variable: id, low: 1.1, central: 1.1, high: 1.1 }))) // prettier-ignore
}

describe('the work that a pack asks for', () => {
  test('more records than there may be are refused before any of them is read', () => {
    const read: PropertyKey[] = []
    const rule = new Proxy({}, { get: (_, key) => void read.push(key) })
    const rules = Array.from({ length: limits.rules + 1 }, () => rule)
    const loaded = load({ ...tinyPack(), rules })
    expect(loaded.ok ? [] : loaded.issues.map(({ path }) => path)).toEqual(['rules'])
    expect(read).toEqual([])
  })

  test('is bounded, and a pack beyond is refused with the number and what it comes from', () => {
    const pack = dense(60)
    expect(load(pack).ok).toBe(true)
    const rules = Array.from({ length: 40 }, (_, i) => ({ ...pack.rules[0]!, id: `rule-${i}` }))
    put(pack, 'rules', rules)
    put(pack, 'meta.draws.count', 16_384)
    // 60 effects a rule reach 60, 59, … 1 variables.
    const [pushes, parts, years] = [(40 * 60 * 61) / 2, 60 + 4 + 2, 6]
    const steps = (pushes + parts) * years * 16_384
    expect(steps).toBeGreaterThan(limits.steps)
    expectIssues(load(pack), [
      [
        'meta.draws.count',
        `a fan of ${steps} steps: ${pushes} pushes of effects on what they reach, ${parts} variables and parts of formulas, ${years} years, 16384 draws`,
        'fewer draws',
      ],
    ])
    put(pack, 'meta.draws.count', 2048)
    expect(load(pack).ok).toBe(true)
  })

  test('counts what a push reaches through links, loops too, itself included', () => {
    const link = (from: string, to: string) => ({ id: `${from}-${to}`, from, to, strength: 0.1 })
    const reached = reachedFrom([link('a', 'b'), link('b', 'c'), link('c', 'b'), link('d', 'a')])
    expect(['a', 'b', 'c', 'd', 'e'].map((name) => [...reached(name)].sort().join(''))).toEqual([
      'abc',
      'bc',
      'bc',
      'abcd',
      'e',
    ])
  })
})

test('many small loops and long chains are judged loop by loop: the largest counts', () => {
  const link = (from: string, to: string, strength: number) => ({ id: `${from}-${to}`, from, to, strength })
  const loops = Array.from({ length: 300 }, (_, i) => [
    link(`a-${i}`, `b-${i}`, 0.5),
    link(`b-${i}`, `a-${i}`, i === 170 ? 0.98 : 0.5),
    link(`b-${i}`, `a-${i + 1}`, 40),
  ]).flat()
  expect(spectralRadius(loops)).toBeCloseTo(0.7, 4)
})
