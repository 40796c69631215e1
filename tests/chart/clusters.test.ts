import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placeRow, spreadPoints } from '../../lib/chart/clusters'

const letters = ['A', 'B', 'C', 'D']
const row = (values: readonly number[], reference: number, width = 300) =>
  placeRow(
    values.map((value, i) => ({ letter: letters[i], value })),
    reference,
    (value) => value * width,
  )

describe('marks of a row', () => {
  test('far apart, each stands on the middle line at its true place', () => {
    expect(row([0.2, 0.5, 0.8], 0.3).marks).toEqual([
      { letter: 'A', x: 60, dy: 0, r: 4.3 },
      { letter: 'B', x: 150, dy: 0, r: 4.3 },
      { letter: 'C', x: 240, dy: 0, r: 4.3 },
    ])
  })
  test('two nearer than 9.5 pixels stack in the order of their letters, never nudged sideways', () => {
    expect(row([0.51, 0.5], 0.2).marks).toEqual([
      { letter: 'A', x: 153, dy: -4.3, r: 4.3 },
      { letter: 'B', x: 150, dy: 4.3, r: 4.3 },
    ])
  })
  test('three or more in a stack shrink', () => {
    expect(row([0.5, 0.5, 0.5], 0.2).marks.map(({ dy, r }) => [dy, r])).toEqual([
      [-7.4, 3.5],
      [0, 3.5],
      [7.4, 3.5],
    ])
  })
  test('all within two points of the reference: the ring alone; all equal but far from it: marks', () => {
    expect(row([0.41, 0.39, 0.4, 0.42], 0.4)).toMatchObject({ still: true, marks: [], labels: [], line: null })
    expect(row([0.6, 0.6, 0.6, 0.6], 0.4)).toMatchObject({ still: false, line: { from: 120, to: 180 } })
    expect(row([0.43], 0.4).still).toBe(false)
  })
  test('the ring does not hide a mark that lies on it', () => {
    expect(row([0.5, 0.9], 0.5).crowded).toBe(true)
    expect(row([0.6, 0.9], 0.5).crowded).toBe(false)
  })
  test('no column at all is a row at rest', () => {
    expect(row([], 0.5)).toMatchObject({ still: true, ring: 150 })
  })
})

describe('letters of a row', () => {
  test('stand outside the outermost clusters, those of one cluster together', () => {
    const { labels } = row([0.2, 0.2, 0.8], 0.5)
    expect(labels).toEqual([
      { letters: ['A', 'B'], x: 52, anchor: 'end' },
      { letters: ['C'], x: 248, anchor: 'start' },
    ])
  })
  test('a letter gives way to the ring: it stands on the other side', () => {
    const { labels } = row([0.5, 0.9], 0.45)
    expect(labels[0]).toEqual({ letters: ['A'], x: 158, anchor: 'start' })
  })
  test('at the left end they stand at the right, beyond a ring that touches the marks', () => {
    expect(row([0.02, 0.03, 0.06], 0.05).labels).toEqual([{ letters: ['A', 'B', 'C'], x: 26, anchor: 'start' }])
    expect(row([0.02, 0.03], 0.06).labels).toEqual([{ letters: ['A', 'B'], x: 28, anchor: 'start' }])
    expect(row([0.02, 0.9], 0.3).labels[0]).toEqual({ letters: ['A'], x: 14, anchor: 'start' })
  })
  test('never on the ring or on a neighbour, in 2 000 random rows', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.01, max: 0.99, noNaN: true }), { minLength: 1, maxLength: 4 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (values, reference) => {
          const { labels, marks, ring } = row(values, reference)
          for (const { letters: own, x, anchor } of labels) {
            const [from, to] = anchor === 'start' ? [x, x + 8 * own.length] : [x - 8 * own.length, x]
            expect(ring < from - 3 || ring > to + 3, 'the ring').toBe(true)
            expect(from > -5 && to < 313, 'within the plot').toBe(true)
            for (const mark of marks.filter(({ letter }) => !own.includes(letter)))
              expect(mark.x < from || mark.x > to, `${mark.letter}`).toBe(true)
          }
        },
      ),
      { seed: 5, numRuns: 2000 },
    )
  })
})

test('the spread is the difference of the percents shown', () => {
  expect(spreadPoints([{ value: 0.244 }, { value: 0.295 }, { value: 0.26 }])).toBe(6)
  expect(spreadPoints([])).toBe(0)
})
