import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packs } from '../../data/index'
import { compile, type Model, variableIndex, yearIndex } from '../../lib/engine/compile'
import { evaluate } from '../../lib/engine/evaluate'
import { ramp } from '../../lib/engine/ramp'
import { fromScale } from '../../lib/engine/scale'
import { type ByHand, byHand, digitsNeeded, handStrength, rounded, strengthSteps } from '../../lib/explain/by-hand'
import { formatNumber, formatQuantity, formatWritten } from '../../lib/format'
import { applyScenario } from '../../lib/scenario/assignment'
import { anyAssignment } from '../fixtures/arbitrary'
import { sound } from '../fixtures/sound'
import { tinyModel } from '../fixtures/tiny-model'

/** Steps to recompute a number by: they come to the engine's value, and a reader who rounds comes to what screens show. */

const model = tinyModel()
const dealerZone = { ...model.baseline, leader: 'dealer', zone: 'open' }

function moved(hand: ByHand) {
  if (hand.kind !== 'moved') throw new Error('A derived variable has no steps of its own.')
  return hand
}

describe('the steps of the tiny pack', () => {
  test('a chance: log-odds, each rule at its strength, no link', () => {
    const hand = moved(byHand(model, dealerZone, 'bribery', 2022))
    expect([hand.baseline, hand.start]).toEqual([0.2, expect.closeTo(Math.log(0.25), 14)])
    expect(hand.rules.map(({ rule, size, strength }) => [rule.id, size, strength])).toEqual([
      ['dealer-bribes', Math.log(2), { over: 1, under: 1, rising: null, fading: null }],
      ['dealer-in-zone', Math.log(1.5), { over: 1, under: 2, rising: { step: 1, years: 2 }, fading: null }],
    ])
    expect(hand.rules.map(({ onScale }) => onScale)).toEqual([Math.log(2), Math.log(1.5) / 2])
    expect(hand.links).toEqual([])
    const odds = 0.25 * 2 * Math.sqrt(1.5)
    expect(hand.value).toBeCloseTo(odds / (1 + odds), 14)
  })
  test('a link: the shift of the other variable in the year it comes from, times its strength', () => {
    const hand = moved(byHand(model, dealerZone, 'imports', 2025))
    expect(hand.rules).toEqual([])
    expect(hand.links).toEqual([
      expect.objectContaining({
        year: 2024,
        shift: expect.closeTo(Math.log(1.32), 14),
        onScale: expect.closeTo(0.5 * Math.log(1.32), 14),
      }),
    ])
  })
  test('a formula: the values of its parts', () => {
    const hand = byHand(model, dealerZone, 'cover', 2026)
    const { paths } = evaluate(model, dealerZone)
    const at = (id: string) => paths[variableIndex(model, id)]![yearIndex(model, 2026)]!
    expect(hand).toEqual({
      kind: 'derived',
      op: 'ratio',
      parts: ['exports', 'imports'].map((variable) => ({ variable, value: at(variable) })),
      value: at('cover'),
    })
  })
  test('the baseline that was chosen is where it starts', () => {
    expect(moved(byHand(model, dealerZone, 'exports', 2024, { exports: 'year-2019' })).baseline).toBe(8)
  })
  test('rules that have not begun, or have passed, are counted and not listed', () => {
    const resting = (variable: string, year: number) => {
      const { rules, resting } = moved(byHand(model, dealerZone, variable, year))
      return [rules.length, resting]
    }
    expect(resting('exports', 2022)).toEqual([1, 1])
    expect(resting('exports', 2023)).toEqual([2, 0])
    expect(resting('bribery', 2026)).toEqual([1, 1])
    expect(moved(byHand(model, model.baseline, 'exports', 2026)).resting).toBe(0)
  })
  test('an unknown variable or year is refused', () => {
    expect(() => byHand(model, dealerZone, 'expotrs', 2024)).toThrow('"expotrs" is not in this pack')
    expect(() => byHand(model, dealerZone, 'exports', 2019)).toThrow('Year 2019 is outside the horizon')
  })
})

describe('the strength of a rule', () => {
  const anyRamp = fc.record({
    onset: fc.integer({ min: 2022, max: 2030 }),
    rampYears: fc.nat({ max: 8 }),
    fadeFrom: fc.option(fc.integer({ min: 2023, max: 2034 }), { nil: undefined }),
    fadeYears: fc.option(fc.nat({ max: 6 }), { nil: undefined }),
  })
  test('is that of the engine, in lowest terms', () => {
    fc.assert(
      fc.property(anyRamp, fc.integer({ min: 2020, max: 2045 }), (rule, year) => {
        const { over, under } = handStrength(rule, year)
        expect(over / under).toBeCloseTo(ramp(rule, year), 14)
        const common = Array.from({ length: under }, (_, i) => i + 2).filter((n) => over % n === 0 && under % n === 0)
        expect(over === 0 ? under : common).toEqual(over === 0 ? 1 : [])
      }),
      { seed: 31, numRuns: 1000 },
    )
  })
  test('is followed through every year in which it changes, from the one before it begins', () => {
    const years = Array.from({ length: 10 }, (_, i) => 2021 + i)
    const steps = (rule: Parameters<typeof ramp>[0]) =>
      strengthSteps(rule, years).map(({ year, strength: { over, under } }) => [year, over / under])
    expect(steps({ onset: 2023, rampYears: 2, fadeFrom: 2026, fadeYears: 2 })).toEqual([
      [2022, 0],
      [2023, 0.5],
      [2024, 1],
      [2026, 0.5],
      [2027, 0],
    ])
    expect(steps({ onset: 2024, rampYears: 0 })).toEqual([
      [2023, 0],
      [2024, 1],
    ])
  })
})

/** Every variable under every scenario of a pack, in every year after the first, with its steps. */
function cases(of: Model) {
  return of.pack.scenarios.flatMap((scenario) => {
    const assignment = applyScenario(of, scenario)
    const { paths } = evaluate(of, assignment)
    return of.variables.flatMap((variable, index) =>
      of.years.slice(1).map((year) => ({
        variable,
        year,
        value: paths[index]![yearIndex(of, year)]!,
        hand: byHand(of, assignment, variable.id, year),
      })),
    )
  })
}

/** The value at the end of the steps, by the engine's own inverse. */
function added(hand: ByHand): number {
  if (hand.kind === 'derived') return hand.value
  const parts = [...hand.rules, ...hand.links].reduce((sum, { onScale }) => sum + onScale, 0)
  return fromScale(hand.scale, hand.start + parts)
}

test('each product is its size times its strength, each link its shift times its own', () => {
  fc.assert(
    fc.property(anyAssignment(model), fc.constantFrom(...model.years), (assignment, year) => {
      for (const { id, scale } of model.variables) {
        if (scale === 'derived') continue
        const { rules, links } = moved(byHand(model, assignment, id, year))
        for (const { size, strength, onScale } of rules)
          expect(onScale).toBeCloseTo((size * strength.over) / strength.under, 12)
        for (const { link, shift, onScale } of links) expect(onScale).toBeCloseTo(link.strength * shift, 12)
      }
    }),
    { seed: 32, numRuns: 200 },
  )
})

/** A reader with a pocket calculator: sees printed numbers alone, and keeps as many decimals as are printed. */
function pocket(hand: ByHand, digits: number): number {
  const read = (text: string) => Number(text.replace('−', '-').replaceAll(',', ''))
  const print = (value: number) => read(formatNumber(value, digits, 'en'))
  const written = (value: number) => read(formatWritten(value, 'en'))
  const printed = rounded(hand, digits)
  if (printed.kind === 'derived') {
    const [first = 0, second = 0] = printed.parts.map(({ value }) => print(value))
    const sum = printed.parts.reduce((total, { value }) => total + print(value), 0)
    return print({ sum, difference: first - second, ratio: first / second }[printed.op])
  }
  const { scale, baseline, rules, links } = printed
  const p = written(baseline)
  const start = { chance: print(Math.log(p / (1 - p))), amount: print(Math.log(p)), level: p }[scale]
  const products = [
    ...rules.map(({ effect, strength: { over, under } }) => {
      const size = scale === 'level' ? written(effect.central) : print(Math.log(written(effect.central)))
      return print((size * over) / under)
    }),
    ...links.map(({ link, shift }) => print(written(link.strength) * print(shift))),
  ]
  const x = products.reduce((sum, product) => sum + product, start)
  return print({ chance: 1 / (1 + Math.exp(-x)), amount: Math.exp(x), level: x }[scale])
}

describe.each(Object.keys(packs))('under every scenario of %s', (id) => {
  const all = cases(compile(sound(packs[id])))
  test('the steps come to what the engine computes, to 1e-9', () => {
    const near = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b))
    expect(all.filter(({ hand, value }) => !near(hand.value, value) || !near(added(hand), value))).toEqual([])
  })
  test('a reader who rounds every step comes to what screens show', () => {
    const missed = all.flatMap(({ variable, year, hand, value }) => {
      const shown = (at: number) => formatQuantity(variable, at, 'en')
      const digits = digitsNeeded(hand, shown)
      const reached = shown(pocket(hand, digits))
      return reached === shown(value) && digits <= 6 ? [] : [`${variable.id} ${year}: ${reached}, ${digits} digits`]
    })
    expect(missed).toEqual([])
    expect(all.filter(({ variable }) => variable.kind !== 'indicator').length).toBeGreaterThan(5)
  })
})

test('four decimals are the fewest; more are kept where four would miss', () => {
  const shown = (value: number) => formatQuantity({ scale: 'amount', decimals: 1 }, value, 'en')
  const hand = moved(byHand(model, dealerZone, 'exports', 2024))
  expect(digitsNeeded(hand, shown)).toBe(4)
  // Four decimals of a logarithm are one in twenty thousand of the amount: too few for five digits and a tenth.
  const large = { ...hand, baseline: 9e4, start: Math.log(9e4), rules: [], value: 9e4 }
  expect(digitsNeeded(large, shown)).toBe(6)
  expect(shown(rounded(large, 5).value)).not.toBe(shown(9e4))
  expect(rounded({ ...hand, rules: [] }, 4)).toMatchObject({ start: 2.3026, shift: 0, value: 10.0001 })
})
