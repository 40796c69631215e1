import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packs } from '../../data/index'
import { compile, failingCondition, type Model, variableIndex, yearIndex } from '../../lib/engine/compile'
import { type Assignment, evaluate, type Variants } from '../../lib/engine/evaluate'
import { slope, toScale } from '../../lib/engine/scale'
import { conjunctionShares, shapley, shapleyOf, type Split } from '../../lib/explain/shapley'
import { formatIssue } from '../../lib/fail'
import { load } from '../../lib/pack/load'
import type { Rule } from '../../lib/pack/schema'
import { applyScenario } from '../../lib/scenario/assignment'
import { anyAssignment, sampleAssignments } from '../fixtures/arbitrary'
import { put } from '../fixtures/put'
import { tinyModel } from '../fixtures/tiny-model'
import { tinyPack } from '../fixtures/tiny-pack'

const model = tinyModel()
const resting = model.baseline
const dealerZone = { ...resting, leader: 'dealer', zone: 'open' }
const chance = (odds: number) => odds / (1 + odds)
const ln = Math.log

const total = (parts: readonly { natural: number }[]) => parts.reduce((sum, { natural }) => sum + natural, 0)
const naturals = ({ parts }: Split) => Object.fromEntries(parts.map(({ assumption, natural }) => [assumption, natural]))
const rulesOf = ({ parts }: Split, assumption: string) =>
  (parts.find((part) => part.assumption === assumption)?.rules ?? []).map(({ rule, onScale }) => [rule.id, onScale])
const near = (value: number) => expect.closeTo(value, 12)

/** Values of a game given as a list, by bit mask. */
const listed = (values: readonly number[]) => (subset: number) => values[subset] ?? NaN
const bit = (subset: number, i: number) => Math.floor(subset / 2 ** i) % 2 === 1

/** Assumptions that differ, in pack order. */
const differing = (of: Model, before: Assignment, after: Assignment) =>
  [...of.states.keys()].filter((id) => before[id] !== after[id])

/** Evaluate every mixture of two assignments, and read the values of the definition off their paths. */
function byDefinition(of: Model, before: Assignment, after: Assignment, variants: Variants = {}) {
  const ids = differing(of, before, after)
  const paths = Array.from({ length: 2 ** ids.length }, (_, subset) => {
    const moved = ids.flatMap((id, i) => (bit(subset, i) ? [[id, after[id] ?? '']] : []))
    return evaluate(of, { ...before, ...Object.fromEntries(moved) }, variants).paths
  })
  return (variable: string, year: number) => {
    const [v, t] = [variableIndex(of, variable), yearIndex(of, year)]
    const values = shapleyOf(ids.length, (subset) => paths[subset]![v]![t]!)
    return Object.fromEntries(ids.map((id, i) => [id, values[i]!]))
  }
}

function expectSame(
  found: Readonly<Record<string, number>>,
  expected: Readonly<Record<string, number>>,
  within = 1e-9,
) {
  expect(Object.keys(found).sort()).toEqual(Object.keys(expected).sort())
  for (const [id, value] of Object.entries(expected)) expect(Math.abs((found[id] ?? NaN) - value)).toBeLessThan(within)
}

describe('the definition', () => {
  test.each([
    ['the allocation game', [0, 1, 1, 1, 2, 2, 2, 2], [1 / 3, 1 / 3, 4 / 3]],
    ['the glove game: the third with the first or the second', [0, 0, 0, 0, 0, 1, 1, 1], [1 / 6, 1 / 6, 2 / 3]],
    ['a rule that fires with 1 and 2 as after and 3 as before', [0, 0, 0, 1, 0, 0, 0, 0], [1 / 6, 1 / 6, -1 / 3]],
    ['one player has it all', [5, 2], [-3]],
    ['what nobody moves is nobody’s', [5, 5, 5, 5], [0, 0]],
    ['no players', [7], []],
  ])('%s', (_, values, expected) => {
    expect(shapleyOf(expected.length, listed(values))).toEqual(expected.map(near))
  })

  test('every subset is asked for once', () => {
    const asked: number[] = []
    shapleyOf(5, (subset) => asked.push(subset))
    expect(asked).toEqual(Array.from({ length: 32 }, (_, subset) => subset))
  })

  const game = fc.integer({ min: 1, max: 5 }).chain((n) =>
    fc.record({
      n: fc.constant(n),
      values: fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 2 ** n, maxLength: 2 ** n }),
      others: fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 2 ** n, maxLength: 2 ** n }),
      player: fc.integer({ min: 0, max: n - 1 }),
    }),
  )
  const law = (check: (of: { n: number; values: number[]; others: number[]; player: number }) => void) =>
    fc.assert(fc.property(game, check), { seed: 31, numRuns: 300 })

  test('is the mean of what a player adds, over all orders of change', () => {
    const allOrders = (players: readonly number[]): number[][] =>
      players.length === 0
        ? [[]]
        : players.flatMap((first) => allOrders(players.filter((i) => i !== first)).map((rest) => [first, ...rest]))
    law(({ n, values }) => {
      const means = values.slice(0, n).map(() => 0)
      const all = allOrders(means.map((_, i) => i))
      for (const order of all)
        order.reduce((subset, i) => {
          means[i]! += (values[subset + 2 ** i]! - values[subset]!) / all.length
          return subset + 2 ** i
        }, 0)
      expect(shapleyOf(n, listed(values))).toEqual(means.map((value) => expect.closeTo(value, 9)))
    })
  })
  test('efficiency: the values add up to the whole difference', () => {
    law(({ n, values }) => {
      const sum = shapleyOf(n, listed(values)).reduce((a, b) => a + b, 0)
      expect(Math.abs(sum - (values[2 ** n - 1]! - values[0]!))).toBeLessThan(1e-9)
    })
  })
  test('null: who changes nothing gets exactly 0', () => {
    law(({ n, values, player }) => {
      const blind = (subset: number) => values[bit(subset, player) ? subset - 2 ** player : subset]!
      expect(Math.abs(shapleyOf(n, blind)[player]!)).toBe(0)
    })
  })
  test('symmetry: two who change the same get the same', () => {
    law(({ n, values, player }) => {
      const other = (player + 1) % n
      const swapped = (subset: number) =>
        bit(subset, player) === bit(subset, other) ? subset : subset ^ ((2 ** player) | (2 ** other))
      const shares = shapleyOf(n, (subset) => values[subset]! + values[swapped(subset)]!)
      expect(Math.abs(shares[player]! - shares[other]!)).toBeLessThan(1e-9)
    })
  })
  test('antisymmetry: the way back negates every value', () => {
    law(({ n, values }) => {
      const back = shapleyOf(n, (subset) => values[2 ** n - 1 - subset]!)
      shapleyOf(n, listed(values)).forEach((value, i) => expect(Math.abs(value + back[i]!)).toBeLessThan(1e-9))
    })
  })
  test('linearity: the values of a mean over draws are the means of the values', () => {
    law(({ n, values, others }) => {
      const [one, two] = [shapleyOf(n, listed(values)), shapleyOf(n, listed(others))]
      const mixed = shapleyOf(n, (subset) => (values[subset]! + others[subset]!) / 2)
      mixed.forEach((value, i) => expect(Math.abs(value - (one[i]! + two[i]!) / 2)).toBeLessThan(1e-9))
    })
  })
})

describe('the closed form for one rule', () => {
  test.each([
    [1, 0, 1, 0],
    [3, 0, 1 / 3, 0],
    [0, 1, 0, -1],
    [0, 4, 0, -1 / 4],
    [1, 1, 1 / 2, -1 / 2],
    [2, 1, 1 / 6, -1 / 3],
    [1, 2, 1 / 3, -1 / 6],
    [0, 0, 0, 0],
  ])('%i as after and %i as before', (p, q, asAfter, asBefore) => {
    expect(conjunctionShares(p, q)).toEqual({ asAfter: near(asAfter), asBefore: near(asBefore) })
  })
  test('is what the definition gives, for up to four of each', () => {
    for (let p = 0; p <= 4; p++)
      for (let q = 0; q <= 4; q++) {
        const fires = 2 ** p - 1
        const shares = shapleyOf(p + q, (subset) => (subset === fires ? 1 : 0))
        const { asAfter, asBefore } = conjunctionShares(p, q)
        expect(shares).toEqual(shares.map((_, i) => near(i < p ? asAfter : asBefore)))
      }
  })
  test('is finite where factorials are not, and its shares still add up', () => {
    const { asAfter, asBefore } = conjunctionShares(150, 150)
    expect(asAfter).toBeGreaterThan(0)
    expect(150 * asAfter + 150 * asBefore).toBe(0)
    expect(2000 * conjunctionShares(2000, 0).asAfter).toBeCloseTo(1, 12)
  })
  test('rule by rule, is the definition on 1 000 random rule sets', () => {
    const need = fc.constantFrom('after', 'before', 'either')
    const rule = fc.record({
      size: fc.double({ min: -3, max: 3, noNaN: true }),
      needs: fc.array(need, { minLength: 7, maxLength: 7 }),
    })
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 8 }), (rules) => {
        const closed = [0, 1, 2, 3, 4, 5, 6].map((i) =>
          rules.reduce((sum, { size, needs }) => {
            const count = (side: string) => needs.filter((own) => own === side).length
            const { asAfter, asBefore } = conjunctionShares(count('after'), count('before'))
            return sum + size * (needs[i] === 'after' ? asAfter : needs[i] === 'before' ? asBefore : 0)
          }, 0),
        )
        const fires = (needs: readonly string[], subset: number) =>
          needs.every((side, i) => side === 'either' || bit(subset, i) === (side === 'after'))
        const exact = shapleyOf(7, (subset) =>
          rules.reduce((sum, { size, needs }) => sum + (fires(needs, subset) ? size : 0), 0),
        )
        expect(closed).toEqual(exact.map(near))
      }),
      { seed: 32, numRuns: 1000 },
    )
  })
})

describe('by hand: from the baseline to the dealer with an open zone', () => {
  test('bribery: each has the mean of coming first and coming second', () => {
    const split = shapley(model, resting, dealerZone, 'bribery', 2024)
    const [none, leader, both] = [chance(0.25), chance(0.5), chance(0.75)]
    expect(split).toMatchObject({ variable: 'bribery', year: 2024, before: 0.2, after: near(both) })
    expect(split.method).toBe('enumerated')
    expect(split.parts.map(({ assumption, from, to, natural }) => [assumption, from, to, natural])).toEqual([
      ['leader', 'stays', 'dealer', near((leader - none + both - none) / 2)],
      ['zone', 'closed', 'open', near((both - leader) / 2)],
    ])
  })
  test('behind a part stand the rules that read the assumption, largest first, with their closed-form share', () => {
    const split = shapley(model, resting, dealerZone, 'bribery', 2024)
    expect(rulesOf(split, 'leader')).toEqual([
      ['dealer-bribes', near(ln(2))],
      ['dealer-in-zone', near(ln(1.5) / 2)],
    ])
    expect(rulesOf(split, 'zone')).toEqual([['dealer-in-zone', near(ln(1.5) / 2)]])
    const [first] = split.parts[0]?.rules ?? []
    expect(first).toMatchObject({ rule: model.pack.rules[0], effect: { variable: 'bribery' } })
    expect([first?.firesBefore, first?.firesAfter]).toEqual([false, true])
  })
  test('the way back negates every part and every share, and what fired after fires before', () => {
    const [there, back] = [
      shapley(model, resting, dealerZone, 'bribery', 2024),
      shapley(model, dealerZone, resting, 'bribery', 2024),
    ]
    expect([back.before, back.after]).toEqual([there.after, there.before])
    expect(back.parts).toEqual(
      there.parts.map((part) => ({
        ...part,
        from: part.to,
        to: part.from,
        natural: near(-part.natural),
        rules: part.rules.map((one) => ({ ...one, onScale: near(-one.onScale), firesBefore: true, firesAfter: false })),
      })),
    )
  })
  test('an interaction that only a mixture meets counts for who makes it and against who ends it', () => {
    const dealer = { ...resting, leader: 'dealer' }
    const split = shapley(model, dealer, { ...dealer, zone: 'open', audits: 'strict' }, 'bribery', 2024)
    const quarters = 0.5 ** 0.75
    const [none, zone, audits] = [chance(0.5), chance(0.75), chance(0.5 * quarters)]
    expect(naturals(split)).toEqual({
      audits: near((audits - none + audits - zone) / 2),
      zone: near((zone - none) / 2),
    })
    expect(rulesOf(split, 'zone')).toEqual([['dealer-in-zone', near(ln(1.5) / 2)]])
    expect(rulesOf(split, 'audits')).toEqual([
      ['audits-deter', near(ln(quarters))],
      ['dealer-in-zone', near(-ln(1.5) / 2)],
    ])
    const only = split.parts.find(({ assumption }) => assumption === 'zone')?.rules[0]
    expect([only?.firesBefore, only?.firesAfter]).toEqual([false, false])
  })
  test('each year has its own: before the interaction begins, half way, at full strength and half faded', () => {
    const zone = (year: number) => naturals(shapley(model, resting, dealerZone, 'bribery', year))['zone']
    const half = (strength: number) => (chance(0.5 * 1.5 ** strength) - chance(0.5)) / 2
    expect([2021, 2022, 2023, 2025, 2026].map(zone)).toEqual([0, near(half(0.5)), near(half(1)), near(half(0.5)), 0])
    const faded = shapley(model, resting, dealerZone, 'bribery', 2026)
    expect(rulesOf(faded, 'zone')).toEqual([])
    expect(rulesOf(faded, 'leader')).toEqual([['dealer-bribes', near(ln(2))]])
  })
  test('one that differs alone has the whole difference, to the last digit', () => {
    for (const id of ['exports', 'imports', 'cover', 'berths']) {
      const { before, after, parts } = shapley(model, resting, { ...resting, zone: 'open' }, id, 2026)
      expect(parts.map(({ natural }) => natural)).toEqual([after - before])
    }
  })
  test('through a link, with the lag and the strength of the link', () => {
    const split = shapley(model, resting, dealerZone, 'imports', 2025)
    expect(rulesOf(split, 'zone')).toEqual([['zone-opens', near(ln(1.2) / 2)]])
    const [dealer, open, both] = [1.1, 1.2, 1.32].map((factor) => 5 * Math.sqrt(factor))
    expect(naturals(split)['zone']).toBeCloseTo((open! - 5 + both! - dealer!) / 2, 12)
    expect(naturals(shapley(model, resting, dealerZone, 'imports', 2022))).toEqual({ leader: 0, zone: 0 })
  })
  test('of a formula, on the values of its parts in each mixture', () => {
    const cover = (factor: number) => (10 * factor) / (5 * Math.sqrt(factor))
    const split = shapley(model, resting, dealerZone, 'cover', 2026)
    expect(naturals(split)).toEqual({
      zone: near((cover(1.2) - cover(1) + cover(1.32) - cover(1.1)) / 2),
      leader: near((cover(1.1) - cover(1) + cover(1.32) - cover(1.2)) / 2),
    })
  })
  test('of a formula, a rule on two of its parts stands once, with its share on the one it moves most', () => {
    const share = (strength: number) =>
      rulesOf(shapley(tinyModel({ 'links[0].strength': strength }), resting, dealerZone, 'cover', 2026), 'zone')
    for (const strength of [0.5, -0.9]) expect(share(strength)).toEqual([['zone-opens', near(ln(1.2))]])
    const loud = tinyModel({ 'links[0].strength': 3 })
    expect(rulesOf(shapley(loud, resting, dealerZone, 'cover', 2026), 'zone')).toEqual([
      ['zone-opens', near(3 * ln(1.2))],
    ])
  })
  test('from the baseline in force, in what has variants and in what derives from it', () => {
    const varied = (id: string) => shapley(model, resting, dealerZone, id, 2024, { exports: 'year-2019' })
    const plain = (id: string) => shapley(model, resting, dealerZone, id, 2024)
    expect([varied('exports').before, varied('exports').after]).toEqual([8, near(8 * 1.32)])
    for (const id of ['exports', 'cover'])
      expect(naturals(varied(id))['zone']).toBeCloseTo(0.8 * naturals(plain(id))['zone']!, 12)
  })
})

describe('who plays no part', () => {
  test('has exactly 0 and no rules: nothing on the variable reads the assumption', () => {
    const split = shapley(model, resting, { ...dealerZone, audits: 'strict' }, 'exports', 2024)
    expect(split.parts.at(-1)).toEqual({ assumption: 'audits', from: 'current', to: 'strict', natural: 0, rules: [] })
    expect(split.parts).toHaveLength(3)
  })
  test('nor one whose rule lacks another condition on both sides', () => {
    const split = shapley(model, resting, { ...resting, zone: 'open' }, 'bribery', 2024)
    expect(split.parts).toEqual([{ assumption: 'zone', from: 'closed', to: 'open', natural: 0, rules: [] }])
    const strict = { ...resting, audits: 'strict' }
    expect(rulesOf(shapley(model, strict, { ...dealerZone, audits: 'strict' }, 'bribery', 2024), 'zone')).toEqual([])
  })
  test('nor one whose two states the rule takes alike, by naming both or by excluding neither', () => {
    const [dealer, reformer] = ['dealer', 'reformer'].map((leader) => ({ ...resting, leader }))
    for (const when of [
      [{ assumption: 'leader', in: ['dealer', 'reformer'] }],
      [{ assumption: 'leader', not: ['stays'] }],
    ]) {
      const either = tinyModel({ 'rules[0].when': when })
      const split = shapley(either, dealer!, reformer!, 'exports', 2024)
      expect(split.parts).toEqual([{ assumption: 'leader', from: 'dealer', to: 'reformer', natural: 0, rules: [] }])
      const [part] = shapley(either, resting, reformer!, 'exports', 2024).parts
      expect(part?.natural).toBeCloseTo(1, 12)
    }
  })
  test('assumptions that do not differ have no part, and equal assignments nothing to split', () => {
    expect(shapley(model, resting, { ...resting, zone: 'open' }, 'exports', 2024).parts).toHaveLength(1)
    expect(shapley(model, dealerZone, { ...dealerZone }, 'exports', 2024)).toEqual({
      variable: 'exports',
      year: 2024,
      before: near(13.2),
      after: near(13.2),
      method: 'enumerated',
      parts: [],
    })
  })
})

test('all the conditions of a rule on one assumption must hold, on the same side', () => {
  const twice = tinyModel({
    'rules[0].when': [
      { assumption: 'leader', in: ['dealer', 'reformer'] },
      { assumption: 'leader', not: ['reformer'] },
    ],
  })
  const [dealer, reformer] = ['dealer', 'reformer'].map((leader) => ({ ...resting, leader }))
  expect(rulesOf(shapley(twice, resting, dealer!, 'exports', 2024), 'leader')).toEqual([
    ['dealer-bribes', near(ln(1.1))],
  ])
  expect(rulesOf(shapley(twice, resting, reformer!, 'exports', 2024), 'leader')).toEqual([])
  expect(rulesOf(shapley(twice, dealer!, reformer!, 'exports', 2024), 'leader')).toEqual([
    ['dealer-bribes', near(-ln(1.1))],
  ])
})

/** The tiny pack with a loop through time, parallel links, and formulas of formulas on what they reach. */
const looped = tinyModel({
  'links[1]': { ...tinyPack().links[0], id: 'back', from: 'imports', to: 'exports', strength: -0.4 },
  'links[2]': { ...tinyPack().links[0], id: 'beside', strength: 0.2, lag: 2 },
  'links[3]': { ...tinyPack().links[0], id: 'crossing', from: 'bribery', to: 'berths', strength: 2 },
  'variables[5]': { ...tinyPack().variables[3], id: 'total', formula: { op: 'sum', of: ['exports', 'imports'] } },
  'variables[6]': {
    ...tinyPack().variables[3],
    id: 'balance',
    formula: { op: 'difference', of: ['exports', 'imports'] },
  },
  'variables[7]': { ...tinyPack().variables[3], id: 'openness', formula: { op: 'ratio', of: ['balance', 'total'] } },
})

test('is the definition over evaluated mixtures: loops, links, formulas of formulas, variants, every year', () => {
  const variants = fc.constantFrom({}, { exports: 'year-2019' })
  fc.assert(
    fc.property(anyAssignment(looped), anyAssignment(looped), variants, (before, after, chosen) => {
      const expected = byDefinition(looped, before, after, chosen)
      for (const { id } of looped.variables)
        for (const year of looped.years)
          expectSame(naturals(shapley(looped, before, after, id, year, chosen)), expected(id, year), 1e-12)
    }),
    { seed: 33, numRuns: 60 },
  )
})

test('on a level, where values add, the parts are the closed form of the rules behind: 1 000 random rule sets', () => {
  const ids = ['q1', 'q2', 'q3', 'q4', 'q5']
  const states = ['a', 'b', 'c']
  const some = fc.subarray(states, { minLength: 1, maxLength: 2 })
  const condition = fc.oneof(
    fc.record({ assumption: fc.constantFrom(...ids), in: some }),
    fc.record({ assumption: fc.constantFrom(...ids), not: some }),
  )
  const rule = fc.record({
    when: fc.array(condition, { minLength: 1, maxLength: 5 }),
    size: fc.integer({ min: -9, max: 9 }),
  })
  const side = fc.record(Object.fromEntries(ids.map((id) => [id, fc.constantFrom(...states)])))
  let interactions = 0
  fc.assert(
    fc.property(fc.array(rule, { minLength: 1, maxLength: 8 }), side, side, (drawn, before, after) => {
      const pack = tinyPack()
      const [resting, ...others] = pack.assumptions[0]!.states
      const called = [resting!, ...others].map((state, s) => ({ ...state, id: states[s] ?? '' }))
      const [, model] = pack.rules
      const random = compile({
        ...pack,
        assumptions: ids.map((id) => ({ ...pack.assumptions[0]!, id, states: called })),
        rules: drawn.map(({ when, size }, i) => ({
          ...model!,
          id: `rule-${i}`,
          when,
          effects: [{ ...model!.effects[1]!, low: size, central: size, high: size }],
        })),
        scenarios: [],
      })
      const split = shapley(random, before, after, 'berths', 2026)
      expectSame(naturals(split), byDefinition(random, before, after)('berths', 2026))
      for (const { natural, rules } of split.parts) {
        expect(rules.reduce((sum, { onScale }) => sum + onScale, 0)).toBeCloseTo(natural, 9)
        interactions += rules.filter(({ firesBefore, firesAfter }) => firesBefore === firesAfter).length
      }
    }),
    { seed: 34, numRuns: 1000 },
  )
  expect(interactions).toBeGreaterThan(500)
})

describe('more assumptions than can be enumerated', () => {
  const names = (count: number) => Array.from({ length: count }, (_, i) => `q${i}`)
  const yes = (...ids: string[]): Rule['when'] => ids.map((assumption) => ({ assumption, in: ['open'] }))

  /** A pack with so many yes-or-no assumptions, a rule for each, and some interactions; exports, imports and the rest. */
  function wide(count: number, changes: Readonly<Record<string, unknown>> = {}): Model {
    const [, , , , berths] = tinyPack().variables
    const [dealerBribes, zoneOpens] = tinyPack().rules
    const [bribery, exports] = dealerBribes!.effects
    const sized = <T extends object>(effect: T, size: number) => ({ ...effect, low: size, central: size, high: size })
    const rules = names(count).map((id, i) => ({
      ...dealerBribes,
      id: `rule-${i}`,
      when: yes(id),
      effects: [
        sized(exports!, 1 + 0.01 * (i + 1)),
        sized(bribery!, i % 3 === 0 ? 0.8 : 1.3),
        sized(zoneOpens!.effects[1]!, i + 1),
      ],
    }))
    const together = [
      { id: 'pair', when: yes('q0', 'q1') },
      { id: 'kept-apart', when: [...yes('q2', 'q3'), { assumption: 'q4', not: ['open'] }] },
    ].map((one) => ({ ...dealerBribes, ...one, effects: [sized(exports!, 1.2), sized(bribery!, 2)] }))
    return tinyModel({
      assumptions: names(count).map((id) => ({ ...tinyPack().assumptions[1], id })),
      rules: [...rules, ...together],
      scenarios: [],
      'meta.headline': [],
      'variables[5]': {
        ...tinyPack().variables[3],
        id: 'mixed',
        formula: { op: 'sum', of: ['exports', 'bribery', 'berths'] },
      },
      'variables[4]': {
        ...berths,
        baseline: tinyPack().variables.flatMap((v) => ('baseline' in v ? [v.baseline] : []))[1],
      },
      ...changes,
    })
  }
  const all = (of: Model, state: string) => Object.fromEntries([...of.states.keys()].map((id) => [id, state]))
  const ends = (of: Model) => [all(of, 'closed'), all(of, 'open')] as const
  const big = wide(18)

  test('15 that matter are enumerated, the 16th turns to the scale, and those that do not matter do not count', () => {
    expect(shapley(wide(15), ...ends(wide(15)), 'exports', 2026).method).toBe('enumerated')
    expect(shapley(wide(16), ...ends(wide(16)), 'exports', 2026).method).toBe('on-scale')
    expect(shapley(big, ...ends(big), 'exports', 2026).method).toBe('on-scale')
    const idle = compile({
      ...big.pack,
      rules: big.pack.rules.filter(({ id }) => !['rule-15', 'rule-16', 'rule-17'].includes(id)),
    })
    const split = shapley(idle, ...ends(idle), 'exports', 2026)
    expect([split.method, split.parts.length]).toEqual(['enumerated', 18])
    const early = shapley(big, ...ends(big), 'exports', 2021)
    expect([early.method, ...early.parts.map(({ natural }) => natural)]).toEqual(['enumerated', ...Array(18).fill(0)])
  })
  test('the parts still add up, from anywhere to anywhere, for every scale and formula', () => {
    const closed = all(big, 'closed')
    const turned = (side: Assignment) =>
      Object.fromEntries(Object.entries(side).map(([id, state]) => [id, state === 'open' ? 'closed' : 'open']))
    const pairs = sampleAssignments(big, 35, 60).flatMap((side) => [
      [closed, side] as const,
      // Neither side is the baseline, and all 18 change.
      [side, turned(side)] as const,
    ])
    let onScale = 0
    for (const [before, after] of [...pairs, ends(big)])
      for (const { id } of big.variables) {
        const split = shapley(big, before, after, id, 2026)
        if (split.method === 'on-scale') onScale++
        expect(Math.abs(total(split.parts) - (split.after - split.before))).toBeLessThan(1e-9)
      }
    expect(onScale).toBeGreaterThan(300)
  })
  test('a level needs no reading: the parts are those of the definition', () => {
    const split = shapley(big, ...ends(big), 'berths', 2026)
    expect(naturals(split)).toEqual(Object.fromEntries(names(18).map((id, i) => [id, near(i + 1)])))
    expect(split.parts[0]?.assumption).toBe('q17')
  })
  test('a part is its share of the scale, at one rate from before to after', () => {
    const [before, after] = [
      { ...all(big, 'closed'), q0: 'open' },
      { ...all(big, 'open'), q0: 'closed' },
    ]
    for (const [id, scale] of [
      ['exports', 'amount'],
      ['bribery', 'chance'],
    ] as const) {
      const split = shapley(big, before, after, id, 2026)
      expect(split.method).toBe('on-scale')
      const rate = (split.after - split.before) / (toScale(scale, split.after) - toScale(scale, split.before))
      for (const { natural, rules } of split.parts)
        expect(natural).toBeCloseTo(rate * rules.reduce((sum, { onScale }) => sum + onScale, 0), 10)
    }
    // The pair that neither side has counts half for the one that comes, and half against the one that goes.
    const [q0, q1] = ['q0', 'q1'].map((id) => rulesOf(shapley(big, before, after, 'exports', 2026), id))
    expect(q0).toEqual([
      ['pair', near(-ln(1.2) / 2)],
      ['rule-0', near(-ln(1.01))],
    ])
    expect(q1?.[0]).toEqual(['pair', near(ln(1.2) / 2)])
  })
  test('where the two sides stand level, a part is its share at the slope there', () => {
    const balanced = wide(16, {
      rules: names(16).map((id, i) => ({
        ...tinyPack().rules[0],
        id: `rule-${i}`,
        when: yes(id),
        effects: [{ ...tinyPack().rules[0]!.effects[0], low: 0.1, central: i % 2 === 0 ? 2 : 0.5, high: 9 }],
      })),
    })
    const split = shapley(balanced, ...ends(balanced), 'bribery', 2026)
    expect(split.method).toBe('on-scale')
    for (const { assumption, natural } of split.parts) {
      const sign = Number(assumption.slice(1)) % 2 === 0 ? 1 : -1
      expect(natural).toBeCloseTo(sign * ln(2) * slope('chance', toScale('chance', 0.2)), 9)
    }
  })
  test('a ratio is read along the whole way from before to after, not from the baseline', () => {
    // Imports follow exports by the link alone: cover goes as the root of exports.
    const before = { ...all(big, 'open'), q17: 'closed' }
    const after = { ...all(big, 'closed'), q17: 'open' }
    const split = shapley(big, before, after, 'cover', 2026)
    const exports = shapley(big, before, after, 'exports', 2026)
    expect(split.method).toBe('on-scale')
    const rate = (split.after - split.before) / (ln(exports.after) - ln(exports.before))
    for (const { assumption, natural } of split.parts) {
      const share = exports.parts.find((part) => part.assumption === assumption)
      expect(natural).toBeCloseTo(rate * (share?.rules ?? []).reduce((sum, { onScale }) => sum + onScale, 0), 9)
    }
  })
})

describe('the pack peru-prc', () => {
  const loaded = load(packs['peru-prc'])
  if (!loaded.ok) throw new Error(loaded.issues.map(formatIssue).join('\n'))
  const real = compile(loaded.value)
  const { pack, years } = real
  const sides = [real.baseline, ...pack.scenarios.map((scenario) => applyScenario(real, scenario))].slice(0, 5)
  const pairs = sides.flatMap((before, i) => sides.slice(i + 1).map((after) => [before, after] as const))
  const last = years.at(-1) ?? 0
  const ids = [...real.states.keys()]
  /** An assignment with some assumptions in another state. */
  const moved = (from: Assignment, some: readonly string[]) => ({
    ...from,
    ...Object.fromEntries(some.map((id) => [id, real.states.get(id)?.find((state) => state !== from[id]) ?? ''])),
  })

  test('parts add up between every two scenarios, for every variable, and the ends are what evaluate gives', () => {
    expect(pairs).toHaveLength(10)
    for (const [before, after] of pairs)
      for (const year of [pack.meta.year, last]) {
        const t = yearIndex(real, year)
        const [from, to] = [before, after].map((side) => evaluate(real, side).paths)
        real.variables.forEach(({ id }, v) => {
          const split = shapley(real, before, after, id, year)
          expect([split.before, split.after]).toEqual([from![v]![t], to![v]![t]])
          expect(Math.abs(total(split.parts) - (split.after - split.before)), id).toBeLessThan(1e-9)
          expect(split.parts.map(({ assumption }) => assumption).sort()).toEqual(differing(real, before, after).sort())
        })
      }
  })
  test('is the definition over every evaluated mixture of two assignments, derived variables too', () => {
    expect(real.variables.some(({ scale }) => scale === 'derived')).toBe(true)
    // Half of the assumptions at a time: their mixtures are 512 or 1 024 evaluations that answer for all variables.
    for (const [before, some] of [
      [sides[1]!, ids.slice(0, 9)],
      [sides[4]!, ids.slice(9)],
    ] as const) {
      const after = moved(before, some)
      const expected = byDefinition(real, before, after)
      for (const { id } of real.variables)
        expectSame(naturals(shapley(real, before, after, id, last)), expected(id, last))
    }
  })
  test('the rules behind add up to the shift on the scale, and each reads the assumption and can reach the variable', () => {
    for (const [before, after] of pairs) {
      const [from, to] = [before, after].map((side) => evaluate(real, side).shifts)
      const t = yearIndex(real, last)
      real.variables.forEach(({ id }, v) => {
        const { parts } = shapley(real, before, after, id, last)
        const onScale = parts.flatMap(({ rules }) => rules).reduce((sum, one) => sum + one.onScale, 0)
        if (real.moved[v]) expect(Math.abs(onScale - (to![v]![t]! - from![v]![t]!))).toBeLessThan(1e-9)
        for (const { assumption, natural, rules } of parts) {
          if (rules.length === 0) expect(natural).toBe(0)
          const sizes = rules.map(({ onScale }) => Math.abs(onScale))
          expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
          expect(sizes).not.toContain(0)
          for (const { rule, effect, firesBefore, firesAfter } of rules) {
            expect(rule.when.map((condition) => condition.assumption)).toContain(assumption)
            expect(rule.effects).toContain(effect)
            expect(real.reach[v]).toContain(pack.rules.indexOf(rule))
            expect([firesBefore, firesAfter]).toEqual(
              [before, after].map((side) => failingCondition(rule, side) === null),
            )
          }
        }
      })
    }
  })
  test('parts stand largest first', () => {
    for (const [before, after] of pairs)
      for (const { id } of real.variables) {
        const sizes = shapley(real, before, after, id, last).parts.map(({ natural }) => Math.abs(natural))
        expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
      }
  })
  test('parts add up where more than 15 assumptions matter, enumerated or not, from the baseline and between others', () => {
    const methods = new Set<string>()
    for (const before of [...sides, ...sampleAssignments(real, 36, 3)])
      for (const { id } of real.variables) {
        const split = shapley(real, before, moved(before, ids), id, last)
        methods.add(split.method)
        expect(Math.abs(total(split.parts) - (split.after - split.before)), id).toBeLessThan(1e-9)
      }
    expect([...methods].sort()).toEqual(['enumerated', 'on-scale'])
  })
})

describe('what cannot be split is refused', () => {
  test('an unknown variable, and a year outside the horizon', () => {
    const split = (variable: string, year: number) => () => shapley(model, resting, dealerZone, variable, year)
    for (const refused of [split('expotrs', 2024), split('exports', 2020), split('exports', 2027)])
      expect(refused).toThrow(RangeError)
    expect(split('expotrs', 2024)).toThrow('"expotrs" is not in this pack')
    expect(split('exports', 2027)).toThrow('Year 2027 is outside the horizon')
  })
  test('a mixture that is not finite, though both ends are: never a silent part', () => {
    const pack = tinyPack()
    const [, zoneOpens] = pack.rules
    const level = (id: string, when: Rule['when'], size: number) => ({
      ...zoneOpens!,
      id,
      when,
      rampYears: 0,
      effects: [{ ...zoneOpens!.effects[1]!, low: size, central: size, high: size }],
    })
    put(pack, 'variables[4].baseline.value', 4)
    put(pack, 'variables[3].formula.of', ['exports', 'berths'])
    const sinking = compile({
      ...pack,
      rules: [
        level('closes', [{ assumption: 'zone', in: ['open'] }], -4),
        level('opens', [{ assumption: 'leader', in: ['dealer'] }], 2),
      ],
    })
    expect(shapley(sinking, resting, dealerZone, 'berths', 2024).after).toBe(2)
    const split = () => shapley(sinking, resting, dealerZone, 'cover', 2024)
    expect(split).toThrow(RangeError)
    expect(split).toThrow('"cover" is not a finite number in 2024 in some mixture')
  })
})
