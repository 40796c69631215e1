import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placeSwing, type Swing, tornado } from '../../lib/chart/tornado'

const swing = (id: string, low: number, high: number, states?: number[]): Swing => ({
  id,
  low,
  high,
  ...(states ? { states } : {}),
})
const ids = (swings: readonly Swing[]) => swings.map(({ id }) => id)

describe('the rows', () => {
  const rows = [swing('a', 0.3, 0.35), swing('b', 0.5, 0.2), swing('c', 0.34, 0.4), swing('d', 0.4, 0.42)]
  test('stand widest first, measured with the value now', () => {
    // d lies between 0.4 and 0.42, but moves the value by eight points.
    expect(ids(tornado(rows, 0.34, 8).main)).toEqual(['b', 'd', 'c', 'a'])
    expect(tornado(rows, 0.34, 8).small).toBeNull()
  })
  test('are as many as asked for; the rest is folded into one that spans it and the value now', () => {
    const { main, small } = tornado(rows, 0.34, 2)
    expect(ids(main)).toEqual(['b', 'd'])
    expect(ids(small?.swings ?? [])).toEqual(['c', 'a'])
    expect([small?.low, small?.high]).toEqual([0.3, 0.4])
    expect(tornado([swing('x', 0.4, 0.5), ...rows], 0.34, 3).small?.low).toBe(0.3)
    expect(tornado([swing('x', 9, 1), swing('y', 5, 4), swing('z', 4, 4)], 3, 1).small?.low).toBe(3)
  })
  test('are one more where that one would be folded alone', () => {
    expect(tornado(rows, 0.34, 3)).toMatchObject({ main: { length: 4 }, small: null })
  })
  test('hold everything, whatever is drawn', () => {
    const end = fc.double({ min: -9, max: 9, noNaN: true })
    const many = fc.array(fc.tuple(end, end), { maxLength: 20 })
    fc.assert(
      fc.property(many, end, fc.integer({ min: 1, max: 12 }), (ends, value, most) => {
        const swings = ends.map(([low, high], i) => swing(`${i}`, low, high))
        const { main, small, values } = tornado(swings, value, most)
        expect(ids([...main, ...(small?.swings ?? [])]).sort()).toEqual(ids(swings).sort())
        expect(main.length).toBeLessThanOrEqual(most + 1)
        for (const { low, high } of small?.swings ?? []) {
          expect(Math.min(low, high)).toBeGreaterThanOrEqual(small!.low)
          expect(Math.max(low, high)).toBeLessThanOrEqual(small!.high)
        }
        expect(values.toSorted()).toEqual([value, ...ends.flat()].toSorted())
      }),
      { seed: 74, numRuns: 300 },
    )
  })
})

describe('a row on its axis', () => {
  const percent = (value: number) => value * 100
  test('has a bar in two parts that meet at the value now, and its two ends', () => {
    expect(placeSwing(swing('a', 0.171234, 0.53), 0.34, percent)).toEqual({
      now: 34,
      below: { x: 17.12, width: 16.88 },
      above: { x: 34, width: 19 },
      low: 17.12,
      high: 53,
      between: [],
    })
  })
  test('whose high end gives less: the ends change places, the bar does not', () => {
    const [there, back] = [
      placeSwing(swing('a', 0.2, 0.5), 0.34, percent),
      placeSwing(swing('a', 0.5, 0.2), 0.34, percent),
    ]
    expect(back).toEqual({ ...there, low: there.high, high: there.low })
  })
  test('with both ends on one side reaches to the value now, and no further', () => {
    expect(placeSwing(swing('a', 0.4, 0.45), 0.34, percent)).toMatchObject({
      below: { width: 0 },
      above: { x: 34, width: 11 },
    })
    expect(placeSwing(swing('a', 0.3, 0.2), 0.34, percent)).toMatchObject({
      below: { x: 20, width: 14 },
      above: { width: 0 },
    })
  })
  test('of states shows those between its ends, once each, in order, and not the one now', () => {
    const states = [0.45, 0.34, 0.3, 0.3, 0.2, 0.25]
    expect(placeSwing(swing('a', 0.2, 0.45, states), 0.34, percent).between).toEqual([25, 30])
  })
})
