import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { factorText, levelReach, placeSize, sizeAxis, sizePercent } from '../../lib/chart/size-range'

const size = (low: number, central: number, high: number) => ({ low, central, high })
const factors = sizeAxis('chance', 1)
const levels = sizeAxis('level', 5)

describe('factors, of odds and of amounts', () => {
  test('share one axis from ÷10 to ×10, no effect in the middle', () => {
    expect([0.1, 1, 10].map(factors.x)).toEqual([0.1, 1, 10].map((at) => expect.closeTo((Math.log10(at) + 1) / 2, 12)))
    expect(sizeAxis('amount', 7).x(3)).toBe(factors.x(3))
    expect([factors.none, factors.x(factors.none)]).toEqual([1, 0.5])
  })
  test('÷ and × of the same number stand as far from the middle', () => {
    for (const factor of [2, 5, 7.3]) expect(factors.x(factor) + factors.x(1 / factor)).toBeCloseTo(1, 12)
  })
  test('are written on it as ÷5 ÷2 1 ×2 ×5', () => {
    expect(factors.ticks.map(factorText)).toEqual(['÷5', '÷2', '1', '×2', '×5'])
  })
})

describe('levels', () => {
  test('have an axis of their own with 0 in the middle', () => {
    expect([-5, 0, 2.5, 5].map(levels.x)).toEqual([0, 0.5, 0.75, 1])
    expect([levels.ticks, levels.none]).toEqual([[-5, 0, 5], 0])
  })
  test.each([
    [[size(-1, 2, 4.5)], 5],
    [[size(-8, 2, 4.5)], 10],
    [[size(0, 2, 11), size(-2, -1, 0)], 20],
    [[size(0.1, 0.2, 0.2)], 0.2],
    [[size(0, 0, 0)], 1],
    [[], 1],
    [[size(0, 500, 1000)], 1000],
  ])('%j fit within %f', (sizes, reach) => {
    expect(levelReach(sizes)).toBe(reach)
  })
})

describe('a size on its axis', () => {
  test('leaves room for an arrow at both sides', () => {
    expect(placeSize(size(0.1, 1, 10), factors)).toEqual({
      low: 5,
      central: 50,
      high: 95,
      cut: { low: false, high: false },
    })
    expect(placeSize(size(-5, 0, 5), levels)).toEqual({
      low: 5,
      central: 50,
      high: 95,
      cut: { low: false, high: false },
    })
  })
  test('that goes on beyond the axis ends at its edge and says so', () => {
    expect(placeSize(size(6, 9, 60), factors)).toMatchObject({ high: 95, cut: { low: false, high: true } })
    expect(placeSize(size(-8, -2, 1), levels)).toMatchObject({ low: 5, cut: { low: true, high: false } })
  })
  test('whose centre lies beyond has no dot that would stand in a wrong place', () => {
    expect(placeSize(size(6, 24, 60), factors).central).toBeNull()
    expect(placeSize(size(0.01, 0.09, 0.2), factors).central).toBeNull()
  })
  test('keeps its order and stays on the plot, whatever the numbers', () => {
    const factor = fc.double({ min: 1e-3, max: 1e3, noNaN: true })
    fc.assert(
      fc.property(fc.array(factor, { minLength: 3, maxLength: 3 }), (drawn) => {
        const [low = 1, central = 1, high = 1] = drawn.toSorted((a, b) => a - b)
        const placed = placeSize(size(low, central, high), factors)
        const middle = placed.central ?? placed.low
        expect(
          [5, placed.low, middle, Math.max(middle, placed.high), 95].every((at, i, all) => at >= (all[i - 1] ?? 0)),
        ).toBe(true)
        expect(placed.cut).toEqual({ low: low < 0.1, high: high > 10 })
        if (placed.central !== null) expect(placed.central).toBe(sizePercent(factors.x(central)))
      }),
      { seed: 75, numRuns: 300 },
    )
  })
})
