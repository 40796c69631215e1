import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { setOut } from '../../lib/chart/set-out'

const size = (width: number, height: number) => ({ width, height })

describe('rectangles on a sheet', () => {
  test('stand beside each other as long as they fit, then beneath', () => {
    expect(setOut([], 100, 10)).toEqual([])
    expect(setOut([size(60, 20), size(30, 10), size(30, 10)], 100, 10)).toEqual([
      { x: 0, y: 0 },
      { x: 70, y: 0 },
      { x: 70, y: 20 },
    ])
    expect(setOut([size(60, 20), size(31, 10)], 100, 10)[1]).toEqual({ x: 0, y: 30 })
  })

  test('fill a gap that is left higher up, and only one that is large enough', () => {
    const sizes = [size(50, 50), size(40, 10), size(100, 10), size(40, 20), size(40, 25)]
    expect(setOut(sizes, 100, 10).slice(3)).toEqual([
      { x: 60, y: 20 },
      { x: 0, y: 80 },
    ])
  })

  test('wider than the sheet stand at its left edge', () => {
    expect(setOut([size(300, 20), size(200, 20)], 100, 10)).toEqual([
      { x: 0, y: 0 },
      { x: 0, y: 30 },
    ])
  })

  test('never come nearer to each other than the gap', () => {
    const side = fc.integer({ min: 1, max: 60 })
    fc.assert(
      fc.property(fc.array(fc.tuple(side, side), { maxLength: 12 }), (sides) => {
        const sizes = sides.map(([width, height]) => size(width, height))
        const boxes = setOut(sizes, 100, 7).map((corner, i) => ({ ...corner, ...sizes[i]! }))
        for (const [i, a] of boxes.entries()) {
          expect(a.x + a.width).toBeLessThanOrEqual(100)
          for (const b of boxes.slice(0, i)) {
            const across = Math.max(a.x - b.x - b.width, b.x - a.x - a.width)
            const down = Math.max(a.y - b.y - b.height, b.y - a.y - a.height)
            expect(Math.max(across, down)).toBeGreaterThanOrEqual(7)
          }
        }
      }),
      { seed: 5, numRuns: 300 },
    )
  })
})
