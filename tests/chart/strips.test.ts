import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  fitLanes,
  nearestDot,
  placeLane,
  type Shift,
  shiftAxis,
  shiftsFrom,
  shiftX,
  stack,
  tally,
} from '../../lib/chart/strips'
import { compile } from '../../lib/engine/compile'
import { evaluate } from '../../lib/engine/evaluate'
import { wholePoints } from '../../lib/format'
import { tinyPack } from '../fixtures/tiny-pack'

const shifts = (...points: number[]): Shift[] =>
  points.map((points, i) => ({ id: `e${i}`, from: 0.5, to: 0.5 + points / 100, points }))

describe('shifts', () => {
  test('are whole points from the reference, of one kind of event, in pack order', () => {
    const model = compile(tinyPack())
    const baseline = evaluate(model, model.baseline)
    const other = evaluate(model, { ...model.baseline, leader: 'dealer', zone: 'open' })
    const t = model.years.length - 1
    const found = shiftsFrom(model, other, baseline, model.years[t]!, 'risk')
    const risks = model.variables.flatMap(({ id, kind }, index) => (kind === 'risk' ? [{ id, index }] : []))
    expect(found).toEqual(
      risks.map(({ id, index }) => {
        const [from, to] = [other.paths[index]![t]!, baseline.paths[index]![t]!]
        return { id, from, to, points: wholePoints(from, to) }
      }),
    )
  })

  test('are counted from three points on', () => {
    expect(tally(shifts(3, 2, 0, -2, -3, -40))).toEqual({ total: 6, likelier: 1, less: 2 })
    expect(tally([])).toEqual({ total: 0, likelier: 0, less: 0 })
  })
})

describe('the axis', () => {
  test('is symmetric, as narrow as its points allow, and never narrower than 20', () => {
    expect(shiftAxis([])).toEqual({ bound: 20, ticks: [-20, -10, 0, 10, 20] })
    expect(shiftAxis([3, -21])).toEqual({ bound: 40, ticks: [-40, -20, 0, 20, 40] })
    expect([20, 41, 61, 98].map((points) => shiftAxis([points]).bound)).toEqual([20, 60, 80, 100])
  })
  test('has zero in its middle and room for a dot at its ends', () => {
    expect([-40, 0, 40].map((points) => shiftX(points, 40, 400))).toEqual([6, 200, 394])
  })
})

const anyShifts = fc.array(fc.integer({ min: -60, max: 60 }), { maxLength: 30 }).map((all) => shifts(...all))
const x = (points: number) => shiftX(points, 60, 500)

describe('dots', () => {
  test('of the same shift pile up, the most moved lowest and each at its true place', () => {
    const placed = stack(shifts(0, 0, 1, 20), x, 6)
    expect(placed.map(({ level }) => level)).toEqual([1, 2, 0, 0])
    expect(placed.map(({ x }) => x)).toEqual([0, 0, 1, 20].map(x))
  })
  test('never hide one another', () => {
    fc.assert(
      fc.property(anyShifts, (some) => {
        const { dots } = placeLane(some, x, { r: 3, height: 300, width: 500, way: -1 }, noLabels)
        expect(dots).toHaveLength(some.length)
        for (const [i, a] of dots.entries())
          for (const b of dots.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(6)
      }),
      { seed: 3, numRuns: 100 },
    )
  })
  test('shrink where their stacks would be too high, alike in all lanes', () => {
    const still = shifts(...Array.from({ length: 23 }, () => 0))
    const few = { adverse: shifts(0, 9), favourable: shifts(5) }
    expect(fitLanes([few], x, 0, 70)).toEqual({ r: 3.6, above: 10, below: 10 })
    const crowded = fitLanes([few, { adverse: still, favourable: [] }], x, 20, 131)
    expect(crowded.r).toBe(2.4)
    expect(crowded.above).toBe(150.8)
    expect(fitLanes([], x, 0, 70)).toEqual({ r: 3.6, above: 2, below: 2 })
  })
  test('are found by the pointer within its reach', () => {
    const dots = [
      { id: 'a', x: 10, y: -5 },
      { id: 'b', x: 40, y: -5 },
    ]
    expect([nearestDot(dots, 22, -9, 20), nearestDot(dots, 30, 0, 20), nearestDot(dots, 90, 0, 20)]).toEqual([
      'a',
      'b',
      null,
    ])
    expect(nearestDot([], 0, 0, 20)).toBe(null)
  })
})

const noLabels = { most: 0, size: 11, widthOf: () => 0 }
const labels = { most: 3, size: 11, widthOf: () => 120 }

describe('labels', () => {
  const lane = { r: 3, height: 60, width: 500, way: -1 } as const
  test('stand beside the most moved, outward where there is room', () => {
    const { labels: found } = placeLane(shifts(10, -20), x, lane, labels)
    expect(found).toEqual([
      { id: 'e1', x: x(-20) - 7, y: -5, anchor: 'end', leader: null },
      { id: 'e0', x: x(10) + 7, y: -5, anchor: 'start', leader: null },
    ])
  })
  test('of small shifts there are none, and of a full lane only as many as fit', () => {
    expect(placeLane(shifts(2, -2, 0), x, lane, labels).labels).toEqual([])
    expect(placeLane(shifts(30), x, { ...lane, width: 100 }, labels).labels).toEqual([])
  })
  test('never cover a dot or another label, and stay in their lane, above and below the line', () => {
    fc.assert(
      fc.property(anyShifts, fc.constantFrom<(-1 | 1)[]>(-1, 1), (some, way) => {
        const { r, above } = fitLanes([{ adverse: some, favourable: [] }], x, 26, 80)
        const { dots, labels: found } = placeLane(some, x, { r, height: above, width: 500, way }, labels)
        expect(found.length).toBeLessThanOrEqual(3)
        const boxes = found.map(({ x, y, anchor }) => {
          const left = anchor === 'start' ? x : x - 120
          return { left, right: left + 120, top: y - 5.5, bottom: y + 5.5 }
        })
        for (const [i, box] of boxes.entries()) {
          expect(box.left >= 0 && box.right <= 500 && Math.min(way * box.top, way * box.bottom) >= -2).toBe(true)
          expect(Math.max(way * box.top, way * box.bottom)).toBeLessThanOrEqual(above)
          for (const { x, y } of dots)
            expect(x + r <= box.left || x - r >= box.right || y + r <= box.top || y - r >= box.bottom).toBe(true)
          for (const other of boxes.slice(i + 1))
            expect(
              box.right <= other.left || other.right <= box.left || box.bottom <= other.top || other.bottom <= box.top,
            ).toBe(true)
        }
      }),
      { seed: 11, numRuns: 100 },
    )
  })
})
