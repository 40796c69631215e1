import { describe, expect, test } from 'vitest'
import { byCertainty, certaintyOf, widestEvents, widestIndicators } from '../../lib/chart/parting'
import type { OutcomeRow } from '../../lib/chart/sort-outcomes'

const row = (id: string, values: readonly number[], kind: OutcomeRow['kind'] = 'risk'): OutcomeRow => ({
  id,
  kind,
  name: id,
  values,
  reference: values[0] ?? 0,
  share: null,
})

describe('the widest gaps', () => {
  test('of events are taken in points as shown, risks and opportunities alike, widest first', () => {
    const rows = [
      row('a', [0.1, 0.2, 0.3]),
      row('b', [0.1, 0.2, 0.2]),
      row('c', [0.9, 0.3, 0.5], 'opportunity'),
      row('d', [1, 9], 'indicator'),
    ]
    expect(widestEvents(rows, 8).map(({ row, points }) => [row.id, points])).toEqual([
      ['c', 20],
      ['a', 10],
    ])
    expect(widestEvents(rows, 1)).toHaveLength(1)
  })

  test('of the same points stand by what lies behind them, then as the pack has them', () => {
    const rows = [row('a', [0, 0.2, 0.301]), row('b', [0, 0.2, 0.304]), row('c', [0, 0.2, 0.304])]
    expect(widestEvents(rows, 8).map(({ row }) => row.id)).toEqual(['b', 'c', 'a'])
  })

  test('of indicators are relative to the largest value among columns and baseline', () => {
    const rows = [
      row('ships', [0, 4, 5, 5], 'indicator'),
      row('trade', [1000, 400, 500, 450], 'indicator'),
      row('balance', [-2, -8, -4, -6], 'indicator'),
      row('fixed', [0, 0, 0, 0], 'indicator'),
      row('hair', [100, 100, 100.4, 100], 'indicator'),
    ]
    expect(widestIndicators(rows, 5)).toEqual([
      { row: rows[2], low: -8, high: -4, lowest: [0], highest: [1], percent: 50 },
      { row: rows[1], low: 400, high: 500, lowest: [0], highest: [1], percent: 10 },
      { row: rows[0], low: 4, high: 5, lowest: [0], highest: [1, 2], percent: 20 },
    ].toSorted((a, b) => b.percent - a.percent)) // prettier-ignore
    expect(widestIndicators(rows, 1)).toHaveLength(1)
    expect(widestIndicators([row('alone', [1], 'indicator')], 5)).toEqual([])
  })
})

describe('the certainty of an order', () => {
  const order = (share: number, groups: readonly (readonly number[])[] = [[0], [1]]) => ({ groups, share })
  test('is judged by the whole percent of draws that is shown', () => {
    const words = [1, 0.9501, 0.945, 0.9449, 0.545, 0.5449, 0].map((share) => certaintyOf(order(share)))
    expect(words).toEqual(['certain', 'certain', 'certain', 'likely', 'likely', 'open', 'open'])
  })
  test('is none where the columns are equal in every draw', () => {
    expect([certaintyOf(order(1, [[0, 1, 2]])), certaintyOf(order(1, []))]).toEqual(['none', 'none'])
  })
  test('groups positions, the most certain first', () => {
    const orders = [order(0.5), order(0.97), order(1, [[0, 1]]), order(0.6), order(1), order(0.6)]
    expect(byCertainty(orders)).toEqual({ certain: [4, 1], likely: [3, 5], open: [0], none: [2] })
  })
})
