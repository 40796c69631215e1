import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { niceTicks, spreadLabels } from '../../lib/chart/ends'

describe('labels at the ends of lines', () => {
  test('apart already, they stay where they are', () => {
    expect(spreadLabels([20, 60, 40], 14, 0, 100)).toEqual([20, 60, 40])
  })
  test('too near, they part around their middle', () => {
    expect(spreadLabels([50, 52], 14, 0, 100)).toEqual([44, 58])
  })
  test('at the edge, they are pushed inwards', () => {
    expect(spreadLabels([1, 2, 3], 14, 0, 100)).toEqual([0, 14, 28])
    expect(spreadLabels([99, 100], 14, 0, 100)).toEqual([86, 100])
  })
  test('never nearer than the gap and within the edges, in 2 000 random sets', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 6 }), (places) => {
        const placed = spreadLabels(places, 14, 0, 100)
        const sorted = placed.toSorted((a, b) => a - b)
        expect(sorted[0]).toBeGreaterThanOrEqual(0)
        expect(sorted.at(-1)).toBeLessThanOrEqual(100)
        for (let i = 1; i < sorted.length; i++) expect(sorted[i]! - sorted[i - 1]!).toBeGreaterThanOrEqual(14 - 0.02)
        // The order of the lines is the order of their labels.
        const rank = (values: readonly number[]) =>
          values.map((_, i) => i).sort((a, b) => values[a]! - values[b]! || a - b)
        expect(rank(placed)).toEqual(rank(places))
      }),
      { seed: 6, numRuns: 2000 },
    )
  })
})

describe('gridlines of a cropped axis', () => {
  const every = (step: number) => (low: number, high: number) => {
    const ticks: number[] = []
    for (let at = Math.ceil(low / step) * step; at <= high; at += step) ticks.push(at)
    return ticks
  }
  test('at least three, over all that is drawn', () => {
    const { domain, ticks } = niceTicks([61, 100], every(20))
    expect(domain[0]).toBeLessThan(61)
    expect(domain[1]).toBeGreaterThan(100)
    expect(ticks.length).toBeGreaterThanOrEqual(3)
    expect(niceTicks([5, 5], () => []).ticks).toHaveLength(3)
  })
  test('an amount that is never negative has no axis below zero', () => {
    expect(niceTicks([0.1, 9], every(3)).domain[0]).toBe(0)
    expect(niceTicks([-1, 9], every(3)).domain[0]).toBeLessThan(-1)
  })
})
