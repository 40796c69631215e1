import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Model, variableIndex, yearIndex } from '../../lib/engine/compile'
import { evaluate } from '../../lib/engine/evaluate'
import { type Contribution, trace } from '../../lib/explain/trace'
import { anyAssignment } from '../fixtures/arbitrary'
import { tinyModel } from '../fixtures/tiny-model'
import { tinyPack } from '../fixtures/tiny-pack'

const sound = tinyPack()
const model = tinyModel()
const resting = model.baseline
const dealerZone = { ...resting, leader: 'dealer', zone: 'open' }

/** The tiny pack with a loop through time, parallel links, a sum, a difference and a ratio on them. */
const looped = tinyModel({
  'links[1]': { ...sound.links[0], id: 'back', from: 'imports', to: 'exports', strength: -0.4 },
  'links[2]': { ...sound.links[0], id: 'beside', strength: 0.2, lag: 2 },
  'links[3]': { ...sound.links[0], id: 'onto-itself', from: 'bribery', to: 'bribery', strength: 0.3 },
  'links[4]': { ...sound.links[0], id: 'crossing', from: 'bribery', to: 'berths', strength: 2 },
  'variables[5]': { ...sound.variables[3], id: 'total', formula: { op: 'sum', of: ['exports', 'imports'] } },
  'variables[6]': { ...sound.variables[3], id: 'balance', formula: { op: 'difference', of: ['exports', 'imports'] } },
  'variables[7]': { ...sound.variables[3], id: 'openness', formula: { op: 'ratio', of: ['balance', 'total'] } },
})

const name = (part: Contribution) => (part.kind === 'rule' ? part.rule.id : part.link.id)
const sum = (parts: readonly { natural: number; onScale: number }[], key: 'natural' | 'onScale') =>
  parts.reduce((total, part) => total + part[key], 0)

describe('by hand', () => {
  test('exports: each rule has its share of the scale and of the points, largest first', () => {
    const { contributions, baseline, value } = trace(model, dealerZone, 'exports', 2024)
    expect(contributions.map(name)).toEqual(['zone-opens', 'dealer-bribes'])
    expect(contributions.map((part) => part.onScale)).toEqual([Math.log(1.2), Math.log(1.1)])
    const points = 3.2 / Math.log(1.32)
    expect(contributions[0]?.natural).toBeCloseTo(points * Math.log(1.2), 12)
    expect(contributions[1]?.natural).toBeCloseTo(points * Math.log(1.1), 12)
    expect([baseline, value]).toEqual([10, expect.closeTo(13.2, 12)])
  })
  test('imports: the link has it all, and opens into the rules behind it', () => {
    const { contributions } = trace(model, dealerZone, 'imports', 2025)
    expect(contributions.map(name)).toEqual(['exports-imports'])
    const [link] = contributions
    expect(link?.onScale).toBeCloseTo(0.5 * Math.log(1.32), 12)
    const behind = link?.kind === 'link' ? link.behind : []
    expect(behind.map(name)).toEqual(['zone-opens', 'dealer-bribes'])
    expect(behind[0]?.onScale).toBeCloseTo(0.5 * Math.log(1.2), 12)
    expect(behind[1]?.onScale).toBeCloseTo(0.5 * Math.log(1.1), 12)
  })
  test('the ratio: what lifts imports lowers it, what lifts exports raises it', () => {
    const { contributions } = trace(model, dealerZone, 'cover', 2026)
    const parts = Object.fromEntries(contributions.map((part) => [name(part), part]))
    // Along the straight path cover = 2·1.32^(s/2), so every unit of ln exports is worth the same.
    const unit = (2 * (Math.sqrt(1.32) - 1)) / (0.5 * Math.log(1.32))
    expect(parts['zone-opens']?.natural).toBeCloseTo(unit * Math.log(1.2), 12)
    expect(parts['exports-imports']?.natural).toBeCloseTo(-unit * 0.5 * Math.log(1.32), 12)
  })
  test('a rule that has faded, or has not begun, has no line', () => {
    expect(trace(model, dealerZone, 'bribery', 2026).contributions.map(name)).toEqual(['dealer-bribes'])
    expect(trace(model, dealerZone, 'exports', 2022).contributions.map(name)).toEqual(['dealer-bribes'])
    expect(trace(model, dealerZone, 'imports', 2022).contributions).toEqual([])
  })
  test('the chosen variant is the baseline told', () => {
    const { baseline, value, contributions } = trace(model, dealerZone, 'exports', 2024, { exports: 'year-2019' })
    expect(baseline).toBe(8)
    expect(sum(contributions, 'natural')).toBeCloseTo(value - 8, 12)
  })
})

describe('parts add up', () => {
  const cases = (of: Model) =>
    fc.record({
      assignment: anyAssignment(of),
      variable: fc.constantFrom(...of.variables.map((v) => v.id)),
      year: fc.constantFrom(...of.years),
      variants: fc.constantFrom({}, { exports: 'year-2019' }),
    })
  test.each([
    ['the tiny pack', model],
    ['loops, parallel links and formulas of formulas', looped],
  ])('to the shift, in points and on the scale: %s', (_, of) => {
    fc.assert(
      fc.property(cases(of), ({ assignment, variable, year, variants }) => {
        const outcome = evaluate(of, assignment, variants)
        const { contributions, baseline, value } = trace(of, assignment, variable, year, variants)
        const [v, t] = [variableIndex(of, variable), yearIndex(of, year)]
        expect([baseline, value]).toEqual([outcome.paths[v]![0], outcome.paths[v]![t]])
        expect(Math.abs(sum(contributions, 'natural') - (value - baseline))).toBeLessThan(1e-9)
        if (of.moved[v]) expect(Math.abs(sum(contributions, 'onScale') - outcome.shifts[v]![t]!)).toBeLessThan(1e-9)
      }),
      { seed: 8, numRuns: 600 },
    )
  })
  test('a link’s rules add up to the link, on the scale and in points, also round a loop', () => {
    let opened = 0
    fc.assert(
      fc.property(cases(looped), ({ assignment, variable, year }) => {
        for (const part of trace(looped, assignment, variable, year).contributions) {
          if (part.kind === 'rule') continue
          opened++
          expect(part.behind.length).toBeGreaterThan(0)
          expect(Math.abs(sum(part.behind, 'onScale') - part.onScale)).toBeLessThan(1e-9)
          expect(Math.abs(sum(part.behind, 'natural') - part.natural)).toBeLessThan(1e-9)
        }
      }),
      { seed: 9, numRuns: 300 },
    )
    expect(opened).toBeGreaterThan(100)
  })
  test('largest first, in points', () => {
    const sizes = trace(looped, dealerZone, 'total', 2026).contributions.map((part) => Math.abs(part.natural))
    expect(sizes.length).toBeGreaterThan(4)
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
  })
})

describe('a loop through time is counted once', () => {
  test('a rule has its own push alone; what comes back belongs to the link', () => {
    const { contributions } = trace(looped, { ...resting, zone: 'open' }, 'exports', 2026)
    const parts = Object.fromEntries(contributions.map((part) => [name(part), part]))
    expect(Object.keys(parts).sort()).toEqual(['back', 'zone-opens'])
    expect(parts['zone-opens']?.onScale).toBeCloseTo(Math.log(1.2), 14)
    const outcome = evaluate(looped, { ...resting, zone: 'open' })
    const imports = outcome.shifts[variableIndex(looped, 'imports')]!
    expect(parts['back']?.onScale).toBeCloseTo(-0.4 * imports[4]!, 14)
  })
  test('a link onto itself too', () => {
    const { contributions } = trace(looped, { ...resting, leader: 'dealer' }, 'bribery', 2023)
    expect(contributions.map((part) => [name(part), part.onScale])).toEqual([
      ['dealer-bribes', expect.closeTo(Math.log(2), 14)],
      ['onto-itself', expect.closeTo(0.3 * Math.log(2), 14)],
    ])
  })
})

describe('where rules cancel out', () => {
  const cancelling = tinyModel({
    'rules[4]': {
      ...sound.rules[1],
      id: 'zone-costs',
      effects: [{ ...sound.rules[1]?.effects[0], low: 0.5, central: 1 / 1.2, high: 1 }],
    },
  })
  const open = { ...resting, zone: 'open' }
  test('each keeps its points, by the slope at the baseline, and they add up to nothing', () => {
    const { contributions, value } = trace(cancelling, open, 'exports', 2024)
    const points = contributions.map((part) => part.natural).sort((a, b) => a - b)
    expect(points[0]).toBeCloseTo(-10 * Math.log(1.2), 9)
    expect(points[1]).toBeCloseTo(10 * Math.log(1.2), 9)
    expect(value).toBeCloseTo(10, 12)
  })
  test('also for what derives from them', () => {
    const { contributions } = trace(cancelling, open, 'cover', 2024)
    const points = contributions.map((part) => part.natural).sort((a, b) => a - b)
    expect(points[0]).toBeCloseTo(-2 * Math.log(1.2), 9)
    expect(points[1]).toBeCloseTo(2 * Math.log(1.2), 9)
  })
  test('just off the balance the points are nearly the same: the limit is no jump', () => {
    for (const off of [1e-5, 1e-6, 1e-7, 1e-8, 1e-9]) {
      const nearly = tinyModel({
        'rules[4]': {
          ...sound.rules[1],
          id: 'zone-costs',
          effects: [{ ...sound.rules[1]?.effects[0], low: 0.5, central: (1 / 1.2) * (1 + off), high: 1 }],
        },
      })
      const part = trace(nearly, open, 'exports', 2024).contributions.find((c) => name(c) === 'zone-opens')
      expect(part?.natural).toBeCloseTo(10 * Math.log(1.2), 4)
    }
  })
})

describe('rules that do not fire', () => {
  const idle = (assignment: typeof resting, variable: string) =>
    trace(model, assignment, variable, 2024).idle.map(({ rule, effect, failing }) => [
      rule.id,
      effect.variable,
      failing.assumption,
    ])
  test('are listed with the first condition they fail', () => {
    expect(idle(resting, 'bribery')).toEqual([
      ['dealer-bribes', 'bribery', 'leader'],
      ['dealer-in-zone', 'bribery', 'leader'],
      ['audits-deter', 'bribery', 'audits'],
    ])
    expect(idle({ ...resting, leader: 'dealer', audits: 'strict' }, 'bribery')).toEqual([
      ['dealer-in-zone', 'bribery', 'zone'],
    ])
    expect(idle({ ...dealerZone, audits: 'strict' }, 'bribery')).toEqual([['dealer-in-zone', 'bribery', 'audits']])
  })
  test('are not listed where they push another variable, nor once they fire', () => {
    expect(idle(dealerZone, 'exports')).toEqual([])
    expect(idle(resting, 'berths')).toEqual([['zone-opens', 'berths', 'zone']])
    expect(idle(resting, 'imports')).toEqual([])
  })
})

test('an unknown variable or year is refused', () => {
  expect(() => trace(model, resting, 'expotrs', 2024)).toThrow('"expotrs" is not in this pack')
  expect(() => trace(model, resting, 'exports', 2020)).toThrow('Year 2020 is outside the horizon')
})
