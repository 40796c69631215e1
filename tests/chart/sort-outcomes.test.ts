import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  endsOf,
  formatSpread,
  nextSort,
  type OutcomeRow,
  outcomeRows,
  relative,
  sortOutcomes,
  spreadOf,
  spreadPointsOf,
} from '../../lib/chart/sort-outcomes'
import { compile } from '../../lib/engine/compile'
import { evaluate } from '../../lib/engine/evaluate'
import { tinyPack } from '../fixtures/tiny-pack'

const row = (id: string, values: readonly number[], more: Partial<OutcomeRow> = {}): OutcomeRow => ({
  id,
  kind: 'risk',
  name: id,
  values,
  reference: values[0] ?? 0,
  share: null,
  ...more,
})
const ids = (rows: readonly OutcomeRow[]) => rows.map(({ id }) => id).join('')

describe('rows', () => {
  test('hold the values of baseline and columns, what they are compared with, and shares, in pack order', () => {
    const model = compile(tinyPack())
    const baseline = evaluate(model, model.baseline)
    const other = evaluate(model, { ...model.baseline, leader: 'dealer' })
    const t = model.years.length - 1
    const rows = outcomeRows(
      model,
      model.years[t]!,
      { baseline, columns: [other, baseline], reference: other },
      model.variables.map(({ label }) => label.en),
      model.variables.map((_, index) => index / 100),
    )
    expect(rows.map(({ id }) => id)).toEqual(model.variables.map(({ id }) => id))
    rows.forEach(({ name, values, reference, share }, index) => {
      const [before, after] = [baseline.paths[index]![t]!, other.paths[index]![t]!]
      expect({ name, values, reference, share }).toEqual({
        name: model.variables[index]!.label.en,
        values: [before, after, before],
        reference: after,
        share: index / 100,
      })
    })
  })

  test('have the ends and the spread of their columns, the baseline left out', () => {
    expect(endsOf(row('a', [0.9, 0.2, 0.55, 0.3]))).toEqual([0.2, 0.55])
    expect(spreadOf(row('a', [9, 2, 5.5]))).toBe(3.5)
    expect([endsOf(row('a', [1])), spreadOf(row('a', [1])), spreadPointsOf(row('a', [1]))]).toEqual([[0, 0], 0, 0])
  })

  test('show the points between whole percents, as they stand on the screen', () => {
    expect([spreadPointsOf(row('a', [0, 0.205, 0.23])), spreadPointsOf(row('a', [0, 0.2, 0.225]))]).toEqual([2, 3])
    const [event] = tinyPack().variables.filter(({ kind }) => kind === 'risk')
    expect(formatSpread(event!, row('a', [0, 0.2, 0.225]), 'en')).toBe('3')
    const indicator = (scale: 'amount' | 'chance') => {
      const [found] = tinyPack().variables.flatMap((v) => (v.kind === 'indicator' && v.scale === 'amount' ? [v] : []))
      return { ...found!, scale, decimals: 1 }
    }
    expect(formatSpread(indicator('amount'), row('a', [0, 1200, 2500.25]), 'es')).toBe('1,300.3')
    expect(formatSpread(indicator('chance'), row('a', [0, 0.2, 0.345]), 'en')).toBe('14.5')
  })

  test('have a difference relative to the largest value, below zero too; none where all are zero', () => {
    expect(relative(row('a', [10, 20, 40]), 10)).toBe(0.25)
    expect(relative(row('a', [-50, 20, 40]), 10)).toBe(0.2)
    expect(relative(row('a', [10], { reference: 100 }), 10)).toBe(0.1)
    expect(relative(row('a', [0, 0]), 0)).toBe(0)
  })
})

describe('sorting', () => {
  const rows = [
    row('b', [0.3, 0.5, 0.1], { share: 0.4 }),
    row('c', [0.1, 0.5, 0.4], { share: 0.9 }),
    row('a', [0.2, 0.1, 0.2], { share: null }),
  ]
  test('by nothing is the order of the pack', () => {
    expect(sortOutcomes(rows, 'pack', true, 'en')).toBe(rows)
  })
  test('by name follows the alphabet of the language', () => {
    expect(ids(sortOutcomes(rows, 'name', true, 'en'))).toBe('abc')
    const spanish = ['Ñandú', 'Nube', 'Ópera'].map((name) => row(name, [], { name }))
    expect(sortOutcomes(spanish, 'name', true, 'es').map(({ name }) => name)).toEqual(['Nube', 'Ñandú', 'Ópera'])
  })
  test('by a position compares events by their probability; equal ones stay in pack order both ways', () => {
    expect(ids(sortOutcomes(rows, 0, true, 'en'))).toBe('cab')
    expect(ids(sortOutcomes(rows, 1, true, 'en'))).toBe('abc')
    expect(ids(sortOutcomes(rows, 1, false, 'en'))).toBe('bca')
  })
  test('by spread and by the certainty of the order; what has none counts as least certain', () => {
    expect(ids(sortOutcomes(rows, 'spread', false, 'en'))).toBe('bca')
    expect(ids(sortOutcomes(rows, 'order', false, 'en'))).toBe('cba')
  })
  test('never compares the units of indicators, only relative differences from the reference', () => {
    const kind = 'indicator'
    const unlike = [row('m', [1000, 1100], { kind }), row('n', [1, 2], { kind }), row('o', [50, 25], { kind })]
    expect(ids(sortOutcomes(unlike, 1, false, 'en'))).toBe('nmo')
    // All stand where they are compared from: the pack's order.
    expect(ids(sortOutcomes(unlike, 0, false, 'en'))).toBe('mno')
  })
  test('keeps every row, and reverses what differs', () => {
    const values = fc.array(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }))
    fc.assert(
      fc.property(values, fc.constantFrom<('spread' | number)[]>('spread', 0, 1, 2), (all, by) => {
        const some = all.map((own, i) => row(String(i), own))
        const up = sortOutcomes(some, by, true, 'en')
        expect(up.toSorted((a, b) => Number(a.id) - Number(b.id))).toEqual(some)
        const key = (own: OutcomeRow) => (by === 'spread' ? spreadPointsOf(own) : own.values[by])
        expect(sortOutcomes(some, by, false, 'en').map(key)).toEqual(up.map(key).toReversed())
      }),
      { seed: 7, numRuns: 200 },
    )
  })
})

describe('a press on a head', () => {
  const from = { by: 'pack', up: true }
  test('sorts numbers from the highest, then from the lowest, then lets go', () => {
    const first = nextSort(from, 'spread')
    const second = nextSort(first, 'spread')
    expect([first, second, nextSort(second, 'spread')]).toEqual([
      { by: 'spread', up: false },
      { by: 'spread', up: true },
      { by: 'pack', up: true },
    ])
  })
  test('sorts names from A, and another column afresh', () => {
    const first = nextSort(from, 'name')
    const second = nextSort(first, 'name')
    expect([first, second, nextSort(second, 'name')]).toEqual([
      { by: 'name', up: true },
      { by: 'name', up: false },
      { by: 'pack', up: true },
    ])
    expect(nextSort(second, 'a')).toEqual({ by: 'a', up: false })
  })
})
