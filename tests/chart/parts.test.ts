import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldParts, type ShownPart, shownParts } from '../../lib/chart/parts'
import { type Contribution, type Trace, trace } from '../../lib/explain/trace'
import { formatShift, formatSigned } from '../../lib/format'
import { anyAssignment } from '../fixtures/arbitrary'
import { tinyModel } from '../fixtures/tiny-model'
import { tinyPack } from '../fixtures/tiny-pack'

const [rule] = tinyPack().rules
const [effect] = rule?.effects ?? []

/** A contribution of this size; no test here looks at its rule. */
function part(natural: number): Contribution {
  if (!rule || !effect) throw new Error('The tiny pack has lost its first rule.')
  return { kind: 'rule', rule, effect, onScale: natural, natural }
}

function traced(baseline: number, ...naturals: number[]): Trace {
  const value = naturals.reduce((sum, natural) => sum + natural, baseline)
  return { variable: 'any', year: 2024, baseline, value, contributions: naturals.map(part), idle: [] }
}

const shown = (parts: readonly ShownPart[]) => parts.map((one) => one.shown)
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const kinds = [
  { scale: 'chance' },
  { scale: 'chance', decimals: 0 },
  { scale: 'chance', decimals: 1 },
  { scale: 'amount', decimals: 1 },
  { scale: 'level', decimals: 0 },
  { scale: 'derived', decimals: 2 },
]

/** The sum of the shown parts, and the shift, both as they stand on screen. */
function onScreen(made: Trace, kind: (typeof kinds)[number]) {
  const parts = shownParts(made, kind.scale, kind.decimals)
  return [
    formatSigned(sum(shown(parts)), kind.decimals ?? 0, 'en'),
    parts.length > 0 ? formatShift(kind, made.baseline, made.value, 'en') : formatSigned(0, kind.decimals ?? 0, 'en'),
  ]
}

describe('shown parts', () => {
  test('of an event are whole points; the largest remainder takes the point that is left', () => {
    expect(shown(shownParts(traced(0.2, 0.104, 0.057, -0.031), 'chance', undefined))).toEqual([10, 6, -3])
    expect(shown(shownParts(traced(0.2, 0.004, 0.004, 0.004), 'chance', undefined))).toEqual([1, 0, 0])
  })
  test('add up to the difference of the percents shown, not to the rounded difference', () => {
    // 20.5 reads 21 and 23.4 reads 23: two points, though the shift is nearly three.
    expect(sum(shown(shownParts(traced(0.205, 0.02, 0.009), 'chance', undefined)))).toBe(2)
    expect(sum(shown(shownParts(traced(0.204, 0.016), 'chance', undefined)))).toBe(2)
  })
  test('of a share are points with its decimals, of an amount its own unit', () => {
    expect(shown(shownParts(traced(0.2, 0.104, 0.0571), 'chance', 1))).toEqual([10.4, 5.7])
    expect(shown(shownParts(traced(10, 1.04, 0.57), 'amount', 1))).toEqual([1, 0.6])
  })
  test('keep their contributions, in their order', () => {
    const made = traced(0.2, 0.1, -0.05)
    expect(shownParts(made, 'chance', undefined).map(({ contribution }) => contribution)).toEqual(made.contributions)
  })
  test('of nothing are none', () => {
    expect(shownParts(traced(0.2), 'chance', undefined)).toEqual([])
  })
  test.each([
    [2.5, '+3'],
    [-2.5, '−3'],
    [0.5, '+1'],
    [-0.5, '−1'],
    [-1.5, '−2'],
  ])('a shift of %f, half way between two numbers, is shown as %s by its parts too', (natural, text) => {
    expect(onScreen(traced(5, natural), { scale: 'level', decimals: 0 })).toEqual([text, text])
  })

  const sizes = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 })
  test.each(kinds)('add up to the shift on screen, whatever the parts: %o', (kind) => {
    const within = fc.double({ min: 0.01, max: 0.99, noNaN: true })
    fc.assert(
      fc.property(within, within, sizes, (baseline, value, weights) => {
        const total = sum(weights)
        fc.pre(Math.abs(total) > 1e-3)
        const made = traced(baseline, ...weights.map((weight) => ((value - baseline) * weight) / total))
        const [parts, shift] = onScreen({ ...made, value }, kind)
        expect(parts).toBe(shift)
      }),
      { seed: 15, numRuns: 400 },
    )
  })
  test.each(kinds)(
    'never point the other way than their contribution, and are off by less than one unit: %o',
    (kind) => {
      const unit = (kind.scale === 'chance' ? 100 : 1) * 10 ** (kind.decimals ?? 0)
      fc.assert(
        fc.property(sizes, (naturals) => {
          fc.pre(naturals.every((natural) => natural !== 0))
          for (const one of shownParts(traced(0.5, ...naturals), kind.scale, kind.decimals)) {
            const exact = one.contribution.natural * unit
            const told = one.shown * 10 ** (kind.decimals ?? 0)
            expect(told * exact).toBeGreaterThanOrEqual(0)
            expect(Math.abs(told - exact)).toBeLessThan(1 + 1e-6)
          }
        }),
        { seed: 16, numRuns: 300 },
      )
    },
  )
  test('add up to the shift on screen in every trace of a pack', () => {
    const model = tinyModel()
    let moved = 0
    fc.assert(
      fc.property(
        anyAssignment(model),
        fc.constantFrom(...model.variables),
        fc.constantFrom(...model.years),
        (assignment, variable, year) => {
          const made = trace(model, assignment, variable.id, year)
          const kind = { scale: variable.scale, ...('decimals' in variable ? { decimals: variable.decimals } : {}) }
          const [parts, shift] = onScreen(made, kind)
          expect(parts).toBe(shift)
          if (made.contributions.length > 0) moved++
        },
      ),
      { seed: 17, numRuns: 500 },
    )
    expect(moved).toBeGreaterThan(100)
  })
})

describe('folding', () => {
  const parts = (...sizes: number[]) => sizes.map((size): ShownPart => ({ contribution: part(size), shown: size }))

  test('an event keeps parts of three points and more on lines of their own', () => {
    const { main, small } = foldParts(parts(12, 3, -3, 2, -1, 0), true)
    expect([shown(main), shown(small)]).toEqual([
      [12, 3, -3],
      [2, -1, 0],
    ])
  })
  test('an indicator keeps parts of at least 6 % of all, whatever its unit', () => {
    const { main, small } = foldParts(parts(8.8, 0.6, -0.59, 0.01), false)
    expect([shown(main), shown(small)]).toEqual([
      [8.8, 0.6],
      [-0.59, 0.01],
    ])
  })
  test('a part that shows nothing is never a line of its own', () => {
    expect(shown(foldParts(parts(0, 0), false).main)).toEqual([])
    expect(shown(foldParts(parts(0, 0), false).small)).toEqual([0, 0])
  })
  test('no more than the first eight have a line', () => {
    const { main, small } = foldParts(parts(...Array<number>(10).fill(5)), true)
    expect([main.length, small.length]).toEqual([8, 2])
  })
  test('every part is on exactly one side, in its order', () => {
    const sizes = fc.array(fc.integer({ min: -30, max: 30 }), { maxLength: 20 })
    fc.assert(
      fc.property(sizes, fc.boolean(), (list, event) => {
        const all = parts(...list)
        const { main, small } = foldParts(all, event)
        expect(new Set([...main, ...small]).size).toBe(all.length)
        expect(all.filter((one) => main.includes(one))).toEqual(main)
        expect(all.filter((one) => !main.includes(one))).toEqual(small)
        expect(sum(shown(main)) + sum(shown(small))).toBe(sum(list))
      }),
      { seed: 18, numRuns: 300 },
    )
  })
  test('of nothing is nothing', () => {
    expect(foldParts([], true)).toEqual({ main: [], small: [] })
  })
})
