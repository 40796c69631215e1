import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packs } from '../../data/index'
import { compile, type Model, variableIndex, yearIndex } from '../../lib/engine/compile'
import { type Assignment, evaluate, firing, type Variants } from '../../lib/engine/evaluate'
import { type AssumptionSwing, type Sensitivity, sensitivity } from '../../lib/explain/sensitivity'
import { formatIssue } from '../../lib/fail'
import { load } from '../../lib/pack/load'
import type { Baseline, Pack, Rule } from '../../lib/pack/schema'
import { applyScenario } from '../../lib/scenario/assignment'
import { anyAssignment } from '../fixtures/arbitrary'
import { tinyModel } from '../fixtures/tiny-model'
import { tinyPack } from '../fixtures/tiny-pack'

const sound = tinyPack()
const model = tinyModel()
const resting = model.baseline
const dealerZone = { ...resting, leader: 'dealer', zone: 'open' }
const chance = (odds: number) => odds / (1 + odds)
const near = (value: number) => expect.closeTo(value, 12)

const effectsOf = ({ effects }: Sensitivity) =>
  effects.map(({ rule, effect, atLow, atHigh }) => [`${rule.id}/${effect.variable}`, atLow, atHigh])
const baselinesOf = ({ baselines }: Sensitivity) =>
  baselines.map(({ variable, atLow, atHigh }) => [variable, atLow, atHigh])
const assumptionsOf = ({ assumptions }: Sensitivity) =>
  assumptions.map(({ assumption, lowest, highest }) => [assumption, lowest, highest])

describe('by hand', () => {
  test('bribery: each firing effect at its ends, the others central, widest first', () => {
    const found = sensitivity(model, dealerZone, 'bribery', 2024)
    expect([found.variable, found.year, found.value]).toEqual(['bribery', 2024, near(chance(0.25 * 3))])
    expect(effectsOf(found)).toEqual([
      ['dealer-bribes/bribery', near(chance(0.25 * 1.5 * 1.5)), near(chance(0.25 * 3 * 1.5))],
      ['dealer-in-zone/bribery', near(chance(0.25 * 2 * 1.2)), near(chance(0.25 * 2 * 2))],
    ])
  })
  test('a ramp half way up, and half faded, moves half as far on the scale', () => {
    const ends = (year: number) => effectsOf(sensitivity(model, dealerZone, 'bribery', year))[1]
    const half = (size: number) => near(chance(0.25 * 2 * Math.sqrt(size)))
    for (const year of [2022, 2025]) expect(ends(year)).toEqual(['dealer-in-zone/bribery', half(1.2), half(2)])
  })
  test('through a link: its strength and its lag', () => {
    const ends = (year: number) => effectsOf(sensitivity(model, { ...resting, zone: 'open' }, 'imports', year))
    expect(ends(2025)).toEqual([['zone-opens/exports', near(5), near(5 * Math.sqrt(1.5))]])
    expect(ends(2023)).toEqual([])
  })
  test('through a formula: an effect on two of its parts moves both at once', () => {
    const found = sensitivity(model, { ...resting, zone: 'open' }, 'cover', 2026)
    expect(found.value).toBeCloseTo(2 * Math.sqrt(1.2), 12)
    expect(effectsOf(found)).toEqual([['zone-opens/exports', near(2), near(2 * Math.sqrt(1.5))]])
  })
  test('the baseline range of the variable, moved as its shift moves it', () => {
    const at = (start: number) => near(chance((start / (1 - start)) * 3))
    expect(baselinesOf(sensitivity(model, dealerZone, 'bribery', 2024))).toEqual([['bribery', at(0.1), at(0.35)]])
    // Where nothing fires, the ends are the range as written, to the last digit.
    expect(baselinesOf(sensitivity(model, resting, 'bribery', 2024))).toEqual([['bribery', 0.1, 0.35]])
  })
  test('of a formula, the baseline range of each leaf: a divisor at its low end gives more', () => {
    expect(baselinesOf(sensitivity(model, resting, 'cover', 2024))).toEqual([['imports', 10 / 4, 10 / 6.5]])
  })
  test('of what has variants, the baseline in force', () => {
    const ranged = tinyModel({
      'variables[1].variants[0].baseline.low': 7,
      'variables[1].variants[0].baseline.high': 9,
    })
    expect(baselinesOf(sensitivity(ranged, resting, 'exports', 2024))).toEqual([])
    const chosen = sensitivity(ranged, resting, 'exports', 2024, { exports: 'year-2019' })
    expect([chosen.value, ...baselinesOf(chosen)]).toEqual([8, ['exports', 7, 9]])
  })
  test('every assumption through its other states, with those that give least and most; the one assigned on a tie', () => {
    const found = sensitivity(model, dealerZone, 'bribery', 2024)
    const [now, closed, honest] = [chance(0.75), chance(0.5), 0.2]
    expect(assumptionsOf(found)).toEqual([
      ['leader', { state: 'stays', value: honest }, { state: 'dealer', value: near(now) }],
      ['audits', { state: 'strict', value: near(chance(0.5 * 0.5 ** 0.75)) }, { state: 'current', value: near(now) }],
      ['zone', { state: 'closed', value: near(closed) }, { state: 'open', value: near(now) }],
    ])
    expect(found.assumptions[0]).toMatchObject({
      now: 'dealer',
      states: [
        { state: 'stays', value: honest },
        { state: 'dealer', value: near(now) },
        { state: 'reformer', value: honest },
      ],
    })
  })
  test('what has no width is left out and counted', () => {
    const certain = tinyModel({ 'rules[0].effects[0].low': 2, 'rules[0].effects[0].high': 2 })
    expect(sensitivity(certain, dealerZone, 'bribery', 2024).still).toEqual({
      effects: 1,
      baselines: 0,
      assumptions: 0,
    })
    // One that has passed does not reach the year: it is not counted.
    const passed = sensitivity(model, dealerZone, 'bribery', 2026)
    expect([passed.effects.length, passed.still.effects]).toEqual([1, 0])
    const berths = sensitivity(model, resting, 'berths', 2026)
    expect(berths.still).toEqual({ effects: 0, baselines: 1, assumptions: 2 })
    expect(assumptionsOf(berths)).toEqual([['zone', { state: 'closed', value: 0 }, { state: 'open', value: 4 }]])
  })
  test('a width counts from the value now: an effect may move it the same way at both its ends', () => {
    // Exports and what they lower are least in sum where the effect stands at its centre.
    const turning = tinyModel({
      'links[1]': { ...sound.links[0], id: 'down', from: 'exports', to: 'other', strength: -0.99 },
      'variables[1].baseline.value': 5,
      'variables[5]': { ...sound.variables[2], id: 'other' },
      'variables[6]': { ...sound.variables[3], id: 'both', formula: { op: 'sum', of: ['exports', 'other'] } },
      'variables[7]': { ...sound.variables[3], id: 'peak', formula: { op: 'ratio', of: ['berths', 'both'] } },
      'variables[8]': { ...sound.variables[3], id: 'trough', formula: { op: 'difference', of: ['both', 'berths'] } },
      'rules[1].effects[0]': { ...sound.rules[1]?.effects[0], low: 0.4, central: 1, high: 2.5 },
      'rules[1].effects[1]': { ...sound.rules[1]?.effects[1], low: 3.8, central: 4, high: 4.2 },
    })
    const found = (id: string) => effectsOf(sensitivity(turning, { ...resting, zone: 'open' }, id, 2026))
    const both = (factor: number) => 5 * factor + 5 * factor ** -0.99
    expect(found('peak')).toEqual([
      ['zone-opens/exports', near(4 / both(0.4)), near(4 / both(2.5))],
      ['zone-opens/berths', near(0.38), near(0.42)],
    ])
    expect(found('trough')).toEqual([
      ['zone-opens/exports', near(both(0.4) - 4), near(both(2.5) - 4)],
      ['zone-opens/berths', near(6.2), near(5.8)],
    ])
  })
})

/** What each single change gives, by building the pack in which it is so, compiling and evaluating it. */
function bruteForce(of: Model, assignment: Assignment, variable: string, year: number, variants: Variants = {}) {
  const { pack } = of
  const [v, t] = [variableIndex(of, variable), yearIndex(of, year)]
  const valueOf = (changed: Model, side = assignment) => evaluate(changed, side, variants).paths[v]![t]!
  const value = valueOf(of)
  const moves = (...ends: number[]) =>
    Math.max(value, ...ends) - Math.min(value, ...ends) > 1e-10 * Math.max(...[value, ...ends].map(Math.abs))
  const effects = firing(of, assignment).flatMap(({ rule, effect }) => {
    const [low, high] = [effect.low, effect.high].map((central) => {
      const effects = rule.effects.map((own) => (own === effect ? { ...own, central } : own))
      return valueOf(compile({ ...pack, rules: pack.rules.map((own) => (own === rule ? { ...rule, effects } : own)) }))
    })
    return moves(low!, high!) ? [[`${rule.id}/${effect.variable}`, low, high] as const] : []
  })
  const baselines = pack.variables.flatMap((own) => {
    if (own.scale === 'derived') return []
    const at = (end: 'low' | 'high') =>
      valueOf(
        compile({ ...pack, variables: pack.variables.map((one) => (one === own ? withBaseline(one, end) : one)) }),
      )
    const [low, high] = [at('low'), at('high')]
    return moves(low, high) ? [[own.id, low, high] as const] : []
  })
  const assumptions = [...of.states].flatMap(([assumption, states]) => {
    const values = states.map((state) => ({ state, value: valueOf(of, { ...assignment, [assumption]: state }) }))
    const near = values.map(({ state, value }) => ({ state, value: close(value) }))
    return moves(...values.map(({ value }) => value)) ? [[assumption, near]] : []
  })
  return { value, effects, baselines, assumptions }
}

/** A variable whose every baseline stands at an end of its range. */
function withBaseline<V extends Exclude<Pack['variables'][number], { scale: 'derived' }>>(own: V, end: 'low' | 'high') {
  const moved = (baseline: Baseline) => ({ ...baseline, value: baseline[end] ?? baseline.value })
  const variants =
    own.kind === 'indicator' && own.variants
      ? { variants: own.variants.map((one) => ({ ...one, baseline: moved(one.baseline) })) }
      : {}
  return { ...own, baseline: moved(own.baseline), ...variants }
}

const close = (value: number | undefined) => expect.closeTo(value ?? NaN, 9)
const byName = (a: readonly unknown[], b: readonly unknown[]) => `${a[0]}`.localeCompare(`${b[0]}`)
const listed = (rows: readonly (readonly [string, number | undefined, number | undefined])[]) =>
  rows.map(([id, low, high]) => [id, close(low), close(high)]).sort(byName)
const span = (value: number, ...ends: number[]) => Math.max(value, ...ends) - Math.min(value, ...ends)
const valuesOf = ({ states }: AssumptionSwing) => states.map((one) => one.value)

function expectBruteForce(of: Model, assignment: Assignment, variable: string, year: number, variants: Variants = {}) {
  const found = sensitivity(of, assignment, variable, year, variants)
  const expected = bruteForce(of, assignment, variable, year, variants)
  const where = `${variable} in ${year}`
  expect(found.value, where).toBe(expected.value)
  expect(effectsOf(found).sort(byName), where).toEqual(listed(expected.effects))
  expect(baselinesOf(found).sort(byName), where).toEqual(listed(expected.baselines))
  const states = found.assumptions.map(({ assumption, states }) => [assumption, states])
  expect(states.sort(byName), where).toEqual(expected.assumptions.sort(byName))
  for (const swing of found.assumptions) {
    const values = valuesOf(swing)
    expect([swing.lowest.value, swing.highest.value]).toEqual([near(Math.min(...values)), near(Math.max(...values))])
    expect(swing.states).toContainEqual(swing.lowest)
    expect(swing.states).toContainEqual(swing.highest)
  }
  const widths = [
    found.effects.map(({ atLow, atHigh }) => span(found.value, atLow, atHigh)),
    found.baselines.map(({ atLow, atHigh }) => span(found.value, atLow, atHigh)),
    found.assumptions.map((swing) => span(found.value, ...valuesOf(swing))),
  ]
  for (const list of widths)
    list.forEach((width, i) => expect(width).toBeLessThanOrEqual((list[i - 1] ?? Infinity) + 1e-9))
  expect(found.assumptions.length + found.still.assumptions).toBe(of.states.size)
  return found
}

/** The tiny pack with a loop through time, parallel links, and formulas of formulas. */
const looped = tinyModel({
  'links[1]': { ...sound.links[0], id: 'back', from: 'imports', to: 'exports', strength: -0.4 },
  'links[2]': { ...sound.links[0], id: 'beside', strength: 0.2, lag: 2 },
  'links[3]': { ...sound.links[0], id: 'onto-itself', from: 'bribery', to: 'bribery', strength: 0.3 },
  'links[4]': { ...sound.links[0], id: 'crossing', from: 'bribery', to: 'berths', strength: 2 },
  'variables[5]': { ...sound.variables[3], id: 'total', formula: { op: 'sum', of: ['exports', 'imports'] } },
  'variables[6]': { ...sound.variables[3], id: 'balance', formula: { op: 'difference', of: ['exports', 'imports'] } },
  'variables[7]': { ...sound.variables[3], id: 'openness', formula: { op: 'ratio', of: ['balance', 'total'] } },
})

describe('is what each change gives when the pack is built with it, compiled and evaluated', () => {
  const variants = fc.constantFrom({}, { exports: 'year-2019' })
  test('on the tiny pack with links and formulas, every variable in every year', () => {
    fc.assert(
      fc.property(anyAssignment(looped), variants, (assignment, chosen) => {
        for (const { id } of looped.variables)
          for (const year of looped.years) expectBruteForce(looped, assignment, id, year, chosen)
      }),
      { seed: 71, numRuns: 10 },
    )
  })

  test('on random packs: conditions, sizes, ramps, fades, links, baselines', () => {
    const condition = fc.constantFrom<Rule['when'][number]>(
      { assumption: 'leader', in: ['dealer', 'reformer'] },
      { assumption: 'leader', not: ['stays'] },
      { assumption: 'zone', in: ['open'] },
      { assumption: 'audits', not: ['strict'] },
      { assumption: 'audits', in: ['strict'] },
    )
    const sizes = fc
      .array(fc.constantFrom(0.3, 0.6, 1, 1.4, 2.2, 5), { minLength: 3, maxLength: 3 })
      .map((three) => three.toSorted((a, b) => a - b))
    const effect = fc.record({ variable: fc.constantFrom('bribery', 'exports', 'imports', 'berths'), sizes })
    const rule = fc.record({
      when: fc.array(condition, { minLength: 1, maxLength: 2 }),
      onset: fc.integer({ min: 2022, max: 2026 }),
      rampYears: fc.integer({ min: 0, max: 4 }),
      fade: fc.option(fc.integer({ min: 0, max: 2 })),
      effects: fc.uniqueArray(effect, { minLength: 1, maxLength: 3, selector: ({ variable }) => variable }),
    })
    const leaf = fc.constantFrom('bribery', 'exports', 'imports', 'berths')
    const link = fc.record({
      from: leaf,
      to: leaf,
      strength: fc.constantFrom(-0.5, 0.2, 0.45),
      lag: fc.integer({ min: 1, max: 3 }),
    })
    const drawn = { rules: fc.array(rule, { maxLength: 6 }), links: fc.array(link, { maxLength: 3 }) }
    let [effects, wider] = [0, 0]
    fc.assert(
      fc.property(
        fc.record(drawn),
        anyAssignment(model),
        fc.constantFrom(...looped.years),
        ({ rules, links }, side, year) => {
          const pack = looped.pack
          const random = compile({
            ...pack,
            rules: rules.map(({ fade, effects, ...rest }, i) => ({
              ...rest,
              id: `rule-${i}`,
              ...(fade === null ? {} : { fadeFrom: rest.onset + 2, fadeYears: fade }),
              effects: effects.map(({ variable, sizes: [low = 1, central = 1, high = 1] }) => ({
                ...pack.rules[0]!.effects[0]!,
                ...{ variable, low, central, high },
              })),
            })),
            links: links.map((own, i) => ({ ...pack.links[0]!, ...own, id: `link-${i}` })),
          })
          for (const { id } of random.variables) {
            const found = expectBruteForce(random, side, id, year)
            effects += found.effects.length
            wider += found.effects.filter(({ effect }) => effect.variable !== id).length
          }
        },
      ),
      { seed: 72, numRuns: 300 },
    )
    expect(effects).toBeGreaterThan(500)
    expect(wider).toBeGreaterThan(200)
  })
})

describe('the pack peru-prc', () => {
  const loaded = load(packs['peru-prc'])
  if (!loaded.ok) throw new Error(loaded.issues.map(formatIssue).join('\n'))
  const real = compile(loaded.value)
  const { pack } = real
  const sides = [real.baseline, ...pack.scenarios.map((scenario) => applyScenario(real, scenario))]
  const last = real.years.at(-1) ?? 0

  test.each(['chancay-hub', 'exports-to-prc', 'prc-banks', 'ratio-to-us-trade'])('%s is as by brute force', (id) => {
    for (const side of sides.slice(3, 5)) expectBruteForce(real, side, id, pack.meta.year)
  })
  test('the value is that of the outcome, to the last digit, for every variable and scenario', () => {
    for (const side of sides) {
      const { paths } = evaluate(real, side)
      real.variables.forEach(({ id }, v) => {
        const found = sensitivity(real, side, id, last)
        expect(found.value, id).toBe(paths[v]![yearIndex(real, last)])
        for (const { rule } of found.effects) expect(real.reach[v]).toContain(pack.rules.indexOf(rule))
      })
    }
  })
  test('nothing fires at the baseline: no effect has a width there', () => {
    for (const { id } of real.variables) expect(sensitivity(real, real.baseline, id, last).effects).toEqual([])
  })
  test('every effect, every baseline and every assumption behind a sum of all risks takes less than 20 ms', () => {
    // The quickest of some runs: a busy machine slows single ones.
    const runs = Array.from({ length: 20 }, () => {
      const start = performance.now()
      sensitivity(real, sides[4]!, 'expected-adverse-events', last)
      return performance.now() - start
    })
    expect(Math.min(...runs)).toBeLessThan(20)
  })
})

test('an unknown variable and a year outside the horizon are refused', () => {
  expect(() => sensitivity(model, resting, 'expotrs', 2024)).toThrow('"expotrs" is not in this pack')
  expect(() => sensitivity(model, resting, 'exports', 2031)).toThrow('Year 2031 is outside the horizon')
})
test('an end at which the value is not finite is refused by name, never shown', () => {
  const pack = tinyPack()
  const [, zoneOpens] = pack.rules
  const sinking = compile({
    ...pack,
    variables: pack.variables.map((own) =>
      own.scale === 'derived' ? { ...own, formula: { ...own.formula, of: ['exports', 'berths'] } } : own,
    ),
    rules: [{ ...zoneOpens!, effects: [{ ...zoneOpens!.effects[1]!, low: 0, central: 4, high: 8 }] }],
  })
  const ask = () => sensitivity(sinking, { ...resting, zone: 'open' }, 'cover', 2026)
  expect(ask).toThrow(RangeError)
  expect(ask).toThrow('"cover" is not a finite number in 2026')
})
