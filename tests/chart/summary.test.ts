import { describe, expect, test } from 'vitest'
import { sectorShifts, summarise } from '../../lib/chart/summary'
import { compile, type Model } from '../../lib/engine/compile'
import { evaluate, type Outcome } from '../../lib/engine/evaluate'
import { tinyPack } from '../fixtures/tiny-pack'

/** The tiny pack with this many risks, r0, r1, … in the ports and the last in trade, and an opportunity. */
function risks(count: number): Model {
  const pack = tinyPack()
  const [bribery, ...others] = pack.variables
  const event = (id: string, sector: string, kind: 'risk' | 'opportunity') =>
    ({ ...bribery, id, sector, kind }) as (typeof pack.variables)[number]
  const label = { en: 'A group', es: 'Un grupo' }
  pack.meta.groups = [
    { id: 'sea', label },
    { id: 'land', label },
    { id: 'space', label },
  ]
  pack.meta.sectors = pack.meta.sectors.map((sector) => ({ ...sector, group: sector.id === 'ports' ? 'sea' : 'land' }))
  pack.variables = [
    ...Array.from({ length: count }, (_, i) => event(`r${i}`, i < count - 1 ? 'ports' : 'trade', 'risk')),
    event('ferry', 'ports', 'opportunity'),
    ...others,
  ]
  pack.rules = []
  return compile(pack)
}

/** The outcome in which each risk moves from one value to another in 2024 alone; the opportunity doubles, exports too. */
function moved(model: Model, pairs: readonly (readonly [from: number, to: number])[]): Outcome {
  const { shifts, paths } = evaluate(model, model.baseline)
  const at = (from: number, to: number) => Float64Array.of(from, from, from, to, from, from)
  return {
    shifts,
    paths: model.variables.map(({ id }, i) => {
      const [from, to] = pairs[i] ?? []
      if (from !== undefined && to !== undefined) return at(from, to)
      return id === 'ferry' ? at(0.3, 0.6) : id === 'exports' ? at(10, 20) : (paths[i] ?? new Float64Array())
    }),
  }
}

const count = (pairs: readonly (readonly [number, number])[]) => {
  const model = risks(pairs.length)
  return summarise(model, moved(model, pairs), 2024)
}

describe('a summary', () => {
  test('at the baseline: nothing has risen, nothing has fallen', () => {
    const still = [0.2, 0.6].map((p) => [p, p] as const)
    expect(count(still)).toEqual({ risks: 2, likely: 1, likelyBefore: 1, rise: 0, fall: 0, hold: 2, largest: null })
  })
  test('counts a rise and a fall from exactly three points on, as they are shown', () => {
    const { rise, fall, hold } = count([
      [0.2, 0.23],
      [0.2, 0.22],
      [0.23, 0.2],
      [0.22, 0.2],
    ])
    expect({ rise, fall, hold }).toEqual({ rise: 1, fall: 1, hold: 2 })
  })
  test('goes by the whole percents on screen: 2.5 points are three where 20 becomes 23, and two where 21 becomes 23', () => {
    expect(count([[0.2, 0.225]])).toMatchObject({ rise: 1, hold: 0, largest: { id: 'r0', points: 3 } })
    expect(count([[0.205, 0.23]])).toMatchObject({ rise: 0, hold: 1, largest: null })
  })
  test('counts as likely from 55 % itself, before and now', () => {
    expect(
      count([
        [0.55, 0.5499],
        [0.5499, 0.55],
        [0.1, 0.9],
      ]),
    ).toMatchObject({ likely: 2, likelyBefore: 1 })
  })
  test('names the largest rise, the first of the pack among equals, and never a fall', () => {
    expect(
      count([
        [0.2, 0.25],
        [0.3, 0.4],
        [0.5, 0.6],
        [0.9, 0.1],
      ]).largest,
    ).toEqual({ id: 'r1', points: 10 })
    expect(count([[0.9, 0.1]]).largest).toBeNull()
  })
  test('is of risks alone and of the asked year alone', () => {
    const model = risks(1)
    const outcome = moved(model, [[0.2, 0.5]])
    expect(summarise(model, outcome, 2024)).toMatchObject({ risks: 1, rise: 1 })
    expect(summarise(model, outcome, 2025)).toMatchObject({ risks: 1, rise: 0, hold: 1 })
  })
  test('rises, falls and the rest are all the risks', () => {
    const { risks: all, rise, fall, hold } = count(Array.from({ length: 40 }, (_, i) => [0.5, 0.3 + i / 100] as const))
    expect([all, rise + fall + hold]).toEqual([40, 40])
    expect([rise, fall]).toEqual([17, 18])
  })
})

describe('the heat rows', () => {
  test('are the mean shift of each group’s risks in points, by year from the second on', () => {
    const model = risks(3)
    const rows = sectorShifts(
      model,
      moved(model, [
        [0.2, 0.5],
        [0.4, 0.3],
        [0.1, 0.15],
      ]),
    )
    expect(rows.map(({ group, risks }) => [group, risks])).toEqual([
      ['sea', 2],
      ['land', 1],
    ])
    for (const { points } of rows) expect(points).toHaveLength(model.years.length - 1)
    const [sea = [], land = []] = rows.map(({ points }) => points)
    expect(sea[2]).toBeCloseTo(10, 10)
    expect(land[2]).toBeCloseTo(5, 10)
    expect([...sea, ...land].filter((_, i) => i % 5 !== 2)).toEqual(Array(8).fill(0))
  })
  test('of opposite shifts is none', () => {
    const model = risks(3)
    const [sea] = sectorShifts(
      model,
      moved(model, [
        [0.2, 0.3],
        [0.4, 0.3],
        [0.1, 0.1],
      ]),
    )
    expect(sea?.points[2]).toBeCloseTo(0, 12)
  })
  test('of a pack without risks are none', () => {
    const model = risks(0)
    expect(sectorShifts(model, evaluate(model, model.baseline))).toEqual([])
  })
})
