import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packs } from '../../data/index'
import { compile, type Model, yearIndex } from '../../lib/engine/compile'
import { type Draws, drawsOf, makeDraws, twoPieceNormal } from '../../lib/engine/draws'
import { type Assignment, evaluate, type Variants } from '../../lib/engine/evaluate'
import { quantilesOf, samples } from '../../lib/engine/fan'
import { type Order, orders as ordersOfSides, pairedDifference } from '../../lib/engine/paired'
import { formatIssue } from '../../lib/fail'
import { load } from '../../lib/pack/load'
import { applyScenario } from '../../lib/scenario/assignment'
import { anyAssignment } from '../fixtures/arbitrary'
import { tinyModel } from '../fixtures/tiny-model'
import { tinyPack } from '../fixtures/tiny-pack'

const model = tinyModel()
const draws = drawsOf(model)
const resting = model.baseline
const dealer = { ...resting, leader: 'dealer' }
const open = { ...resting, zone: 'open' }
const dealerZone = { ...dealer, zone: 'open' }
const ids = model.variables.map(({ id }) => id)
const points = [0.05, 0.5, 0.95]

/** The orders of some assignments of one model. */
function orders(own: Model, assignments: readonly Assignment[], ...common: [Draws, number, Variants?]) {
  return ordersOfSides(
    assignments.map((assignment) => ({ model: own, assignment })),
    ...common,
  )
}

/** The drawn sizes of an effect of the tiny pack, one a draw. */
function sizesOf(key: string): Float64Array {
  const effect = model.effects.find((one) => one.key === key)!
  return draws.scores(key).map((score) => twoPieceNormal(effect.size, score))
}

/** The difference of two assignments in one variable and year. */
function between(
  own: Model,
  before: Assignment,
  after: Assignment,
  common: Draws,
  variable: string,
  year: number,
  variants: Variants = {},
) {
  const [from, to] = [before, after].map((side) => samples(own, side, common, variable, year, variants))
  return pairedDifference(from!, to!)
}

/** The three points of a sample by sorting it: type 7. */
function pointsOf(sample: readonly number[]): number[] {
  const sorted = sample.toSorted((a, b) => a - b)
  return points.map((p) => {
    const rank = (sorted.length - 1) * p
    const [below, above] = [sorted[Math.floor(rank)]!, sorted[Math.ceil(rank)]!]
    return below + (rank - Math.floor(rank)) * (above - below)
  })
}

describe('the difference of two assignments', () => {
  test('that are equal is exactly 0 in every draw', () => {
    for (const id of ids)
      expect(between(model, dealerZone, { ...dealerZone }, draws, id, 2025)).toEqual({
        low: 0,
        median: 0,
        high: 0,
        above: 0,
        equal: 1,
        below: 0,
        draws: 2048,
      })
  })
  test('in one additive rule on a level is exactly the effect of that rule, draw by draw', () => {
    const sizes = sizesOf('zone-opens/berths')
    const [before, after] = [dealer, dealerZone].map((side) => samples(model, side, draws, 'berths', 2026))
    expect(after!.map((value, d) => value - before![d]!)).toEqual(sizes)
    const { low, median, high } = between(model, dealer, dealerZone, draws, 'berths', 2026)
    expect([low, median, high]).toEqual(quantilesOf(sizes, points))
    expect([low, median, high]).toEqual([2, 4, 8].map((size) => expect.closeTo(size, 1)))
  })
  test('is that of the year: half of it half way up the ramp, nothing before', () => {
    const half = sizesOf('zone-opens/berths').map((size) => size / 2)
    const { low, median, high } = between(model, resting, open, draws, 'berths', 2023)
    expect([low, median, high]).toEqual(quantilesOf(half, points))
    expect(between(model, resting, open, draws, 'berths', 2022)).toMatchObject({ equal: 1, high: 0 })
  })
  test('has the quantiles of the differences, not the differences of the quantiles', () => {
    const [before, after] = [resting, dealer].map((side) => samples(model, side, draws, 'bribery', 2024))
    const { low, median, high } = between(model, resting, dealer, draws, 'bribery', 2024)
    const expected = pointsOf(Array.from(after!, (value, d) => value - before![d]!))
    expect([low, median, high]).toEqual(expected.map((value) => expect.closeTo(value, 12)))
    const [from, to] = [before, after].map((sample) => quantilesOf(sample, points))
    const apart = to!.map((value, i) => value - from![i]!)
    expect(Math.abs(apart[0]! - low)).toBeGreaterThan(0.01)
    expect(Math.abs(apart[2]! - high)).toBeGreaterThan(0.01)
  })
  test('is after less before, and counts the draws on each side of 0', () => {
    // The factor on exports is above 1 in all but the lowest 5 % of the draws.
    const sizes = sizesOf('dealer-bribes/exports')
    const falls = sizes.filter((size) => size < 0).length / 2048
    expect(falls).toBeCloseTo(0.05, 3)
    const there = between(model, resting, dealer, draws, 'exports', 2024)
    expect(there).toMatchObject({ above: 1 - falls, equal: 0, below: falls })
    expect(there.median).toBeCloseTo(1, 3)
    const back = between(model, dealer, resting, draws, 'exports', 2024)
    expect(back).toMatchObject({ above: falls, equal: 0, below: 1 - falls })
    expect([back.low, back.median, back.high]).toEqual(
      [there.high, there.median, there.low].map((value) => expect.closeTo(-value, 12)),
    )
  })
  test('of a derived variable is worked out draw by draw', () => {
    const [exports, imports] = ['exports', 'imports'].map((id) =>
      [resting, dealerZone].map((side) => samples(model, side, draws, id, 2026)),
    )
    const cover = (side: number, d: number) => exports![side]![d]! / imports![side]![d]!
    const expected = pointsOf(Array.from({ length: 2048 }, (_, d) => cover(1, d) - cover(0, d)))
    const { low, median, high } = between(model, resting, dealerZone, draws, 'cover', 2026)
    expect([low, median, high]).toEqual(expected.map((value) => expect.closeTo(value, 12)))
  })
  test('starts from the chosen variant on both sides', () => {
    const plain = between(model, resting, dealerZone, draws, 'exports', 2026)
    const varied = between(model, resting, dealerZone, draws, 'exports', 2026, { exports: 'year-2019' })
    expect([varied.low, varied.median, varied.high]).toEqual(
      [plain.low, plain.median, plain.high].map((value) => expect.closeTo(0.8 * value, 12)),
    )
  })
  test('between any two assignments, shares add up to 1 and the points are in order; other draws, other count', () => {
    const few = makeDraws('few', 50)
    fc.assert(
      fc.property(
        anyAssignment(model),
        anyAssignment(model),
        fc.constantFrom(...ids),
        fc.constantFrom(...model.years),
        (before, after, id, year) => {
          const { draws: count, ...found } = between(model, before, after, few, id, year)
          const { low, median, high, above, equal, below } = found
          expect(above + equal + below).toBeCloseTo(1, 12)
          expect(low <= median && median <= high).toBe(true)
          expect(count).toBe(50)
        },
      ),
      { seed: 41, numRuns: 300 },
    )
  })
  test('in an unknown variable or year is refused', () => {
    for (const [id, year] of [
      ['expotrs', 2024],
      ['exports', 2020],
    ] as const)
      expect(() => between(model, resting, dealer, draws, id, year)).toThrow(RangeError)
  })
})

/** The order of one variable. */
function orderOf(found: readonly Order[], id: string, of: Model = model): Order {
  return found[of.indexOf.get(id) ?? -1]!
}

/** Share of the draws in which each assignment of a list is at least as high as the next, by its own samples. */
function shareOf(
  of: Model,
  ranked: readonly Assignment[],
  from: Draws,
  id: string,
  year: number,
  variants: Variants = {},
): number {
  const values = ranked.map((side) => samples(of, side, from, id, year, variants))
  const holds = (d: number) => values.every((own, i) => i === 0 || values[i - 1]![d]! >= own[d]!)
  return Array.from({ length: from.count }, (_, d) => holds(d)).filter(Boolean).length / from.count
}

describe('the order of some assignments', () => {
  const four = [resting, dealer, dealerZone, open]
  const found = orders(model, four, draws, 2024)

  test('by hand: one a variable, in pack order, the highest central value first, equal ones together', () => {
    expect(found.map(({ groups }) => groups)).toEqual([
      // bribery: 0.43, 0.33 and twice 0.2, since an open zone alone does nothing to it.
      [[2], [1], [0, 3]],
      // exports: 13.2, 12, 11, 10.
      [[2], [3], [1], [0]],
      // imports: last year the zone was half open, so that 1.1 is ahead of √1.2.
      [[2], [1], [3], [0]],
      // cover: 2.40, 2.29, 2.10, 2.
      [[2], [3], [1], [0]],
      // berths: twice 4, twice 0.
      [
        [2, 3],
        [0, 1],
      ],
    ])
  })
  test('the spread is from the highest to the lowest central value', () => {
    expect(orderOf(found, 'exports').spread).toBeCloseTo(3.2, 12)
    expect(orderOf(found, 'berths').spread).toBe(4)
    expect(orderOf(found, 'bribery').spread).toBeCloseTo(0.75 / 1.75 - 0.2, 12)
  })
  test('the share is of the draws in which the groups stand so', () => {
    const never = sizesOf('zone-opens/berths').filter((size) => size < 0).length
    expect(never).toBeGreaterThan(0)
    expect(orderOf(found, 'berths').share).toBe(1 - never / 2048)
    const ranked = [dealerZone, open, dealer, resting]
    for (const id of ['exports', 'cover'])
      expect(orderOf(found, id).share).toBe(shareOf(model, ranked, draws, id, 2024))
    expect(orderOf(found, 'exports').share).toBeLessThan(0.9)
    expect(orderOf(found, 'exports').share).toBeGreaterThan(0.5)
  })
  test('is of the year: in the first, all stand together; where a rule has passed, those it told apart', () => {
    for (const order of orders(model, four, draws, 2021))
      expect(order).toEqual({ groups: [[0, 1, 2, 3]], share: 1, spread: 0 })
    const bribery = orderOf(orders(model, four, draws, 2026), 'bribery')
    expect(bribery.groups).toEqual([
      [1, 2],
      [0, 3],
    ])
  })
  test('follows the positions given, and starts from the chosen variant', () => {
    const turned = orders(model, four.toReversed(), draws, 2024, { exports: 'year-2019' })
    expect(orderOf(turned, 'exports').groups).toEqual([[1], [0], [2], [3]])
    expect(orderOf(turned, 'berths').groups).toEqual([
      [0, 1],
      [2, 3],
    ])
    expect(orderOf(turned, 'exports').spread).toBeCloseTo(0.8 * 3.2, 12)
    expect(orderOf(turned, 'exports').share).toBe(orderOf(found, 'exports').share)
  })
  test('a variant tells in the draws too', () => {
    const balance = tinyModel({ 'variables[3].formula.op': 'difference', 'links[0].strength': 1.9 })
    const varied = { exports: 'year-2019' }
    const shares = [{}, varied].map((variants) => {
      const { groups, share } = orderOf(orders(balance, [resting, open], draws, 2026, variants), 'cover', balance)
      const ranked = groups.map(([head]) => [resting, open][head ?? -1]!)
      expect(share).toBe(shareOf(balance, ranked, draws, 'cover', 2026, variants))
      return share
    })
    expect(shares[0]).not.toBe(shares[1])
  })
  test('of one assignment, or of equal ones, is one group; of none, no group', () => {
    for (const order of orders(model, [dealerZone], draws, 2024))
      expect(order).toEqual({ groups: [[0]], share: 1, spread: 0 })
    for (const order of orders(model, [dealerZone, { ...dealerZone }], draws, 2024))
      expect(order).toEqual({ groups: [[0, 1]], share: 1, spread: 0 })
    expect(orders(model, [], draws, 2024)).toEqual([])
  })
  test('what an earlier assignment draws alike is not drawn again, nor what all draw alike', () => {
    const asked = (assignments: readonly Assignment[]) => {
      const keys: string[] = []
      const counted: Draws = { ...draws, scores: (key) => (keys.push(key), draws.scores(key)) }
      orders(model, assignments, counted, 2024)
      return (key: string) => keys.filter((own) => own === key).length
    }
    expect(asked([dealer, { ...dealer }, resting, { ...dealer }, open])('baseline/bribery')).toBe(2)
    expect(asked([resting, open])('baseline/bribery')).toBe(0)
  })
  test('a year outside the horizon is refused', () => {
    expect(() => orders(model, four, draws, 2027)).toThrow(RangeError)
  })
})

describe('central values that rounding alone tells apart', () => {
  const berths = tinyPack().rules[1]!.effects[1]!
  const levels = (dealerSize: number, reformerSize: number, spread = 1) => {
    const rule = (id: string, leader: string, size: number, half: number) => ({
      ...tinyPack().rules[0]!,
      id,
      when: [{ assumption: 'leader', in: [leader] }],
      effects: [{ ...berths, low: size - half, central: size, high: size + half }],
    })
    return compile({
      ...tinyPack(),
      rules: [rule('of-dealer', 'dealer', dealerSize, spread), rule('of-reformer', 'reformer', reformerSize, 2)],
    })
  }
  const reformer = { ...resting, leader: 'reformer' }
  const groupsOf = (of: Model, assignments: readonly Assignment[]) =>
    orderOf(orders(of, assignments, draws, 2024), 'berths', of)

  test.each([
    ['equal', 4, 4],
    ['a last digit higher', 4, 4 * (1 + 3e-16)],
    ['a last digit lower', 4 * (1 + 3e-16), 4],
    ['negative, a last digit higher', -4 * (1 + 3e-16), -4],
  ])('keep the order of the assignments, one by one: %s', (_, dealerSize, reformerSize) => {
    const of = levels(dealerSize, reformerSize)
    expect(groupsOf(of, [dealer, reformer]).groups).toEqual([[0], [1]])
    expect(groupsOf(of, [reformer, dealer]).groups).toEqual([[0], [1]])
    expect(groupsOf(of, [reformer, resting, dealer]).groups).toEqual(dealerSize > 0 ? [[0], [2], [1]] : [[1], [0], [2]])
    // Either is ahead in about half of the draws: they are not the same.
    const { share } = groupsOf(of, [dealer, reformer])
    expect(share).toBe(shareOf(of, [dealer, reformer], draws, 'berths', 2024))
    expect(share).toBeGreaterThan(0.4)
    expect(share).toBeLessThan(0.6)
  })
  test('a small difference that is no rounding decides', () => {
    const of = levels(4, 4 * (1 + 1e-10))
    expect(groupsOf(of, [dealer, reformer]).groups).toEqual([[1], [0]])
    expect(groupsOf(of, [reformer, dealer]).groups).toEqual([[0], [1]])
  })
  test('a tie in a draw breaks no order', () => {
    const of = levels(0, 0)
    const odd = makeDraws('odd', 5)
    const { groups, share } = orderOf(orders(of, [resting, dealer], odd, 2024), 'berths', of)
    expect(groups).toEqual([[0], [1]])
    // Of five draws two are above 0, two below, and the middle one is 0.
    expect(share).toBe(3 / 5)
  })
})

describe('the pack peru-prc', () => {
  const loaded = load(packs['peru-prc'])
  if (!loaded.ok) throw new Error(loaded.issues.map(formatIssue).join('\n'))
  const real = compile(loaded.value)
  const from = drawsOf(real)
  const last = real.years.at(-1) ?? 0
  const sides = [real.baseline, ...real.pack.scenarios.slice(0, 4).map((scenario) => applyScenario(real, scenario))]
  const alike = (a: Float64Array, b: Float64Array) => a.every((value, d) => value === b[d])

  test.each([real.pack.meta.year, last])('in %i every order is that of the samples drawn one by one', (year) => {
    const t = yearIndex(real, year)
    const paths = sides.map((side) => evaluate(real, side).paths)
    const found = orders(real, sides, from, year)
    expect(found).toHaveLength(real.variables.length)
    let contested = 0
    found.forEach(({ groups, share, spread }, v) => {
      const id = real.variables[v]?.id ?? ''
      expect(groups.flat().toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4])
      const values = sides.map((side) => samples(real, side, from, id, year))
      const groupOf = sides.map((_, i) => groups.findIndex((group) => group.includes(i)))
      for (const i of sides.keys())
        for (const j of sides.keys()) expect(alike(values[i]!, values[j]!), id).toBe(groupOf[i] === groupOf[j])
      const central = groups.map(([head]) => paths[head ?? -1]![v]![t]!)
      central.forEach((value, i) => expect(value).toBeLessThanOrEqual((central[i - 1] ?? Infinity) * (1 + 1e-12)))
      expect(spread).toBe(central[0]! - central.at(-1)!)
      expect(share).toBe(
        shareOf(
          real,
          groups.map(([head]) => sides[head ?? -1]!),
          from,
          id,
          year,
        ),
      )
      if (share < 1) contested++
    })
    expect(contested).toBeGreaterThan(10)
  })
  test('two scenarios differ in no draw where no rule tells them apart, and in some where one does', () => {
    const [before, after] = [sides[1]!, sides[4]!]
    for (const { id } of real.variables) {
      const [one, other] = [before, after].map((side) => samples(real, side, from, id, last))
      const { equal, above, below } = between(real, before, after, from, id, last)
      expect(above + equal + below).toBeCloseTo(1, 12)
      expect(equal === 1, id).toBe(alike(one!, other!))
    }
  })
})
