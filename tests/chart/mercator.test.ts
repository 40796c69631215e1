import { describe, expect, test } from 'vitest'
import { boxAround, fitMercator, type Place } from '../../lib/chart/mercator'

const frame = { width: 200, height: 300 }

describe('a map fitted to its frame', () => {
  const corners: Place[] = [
    [-5, -6],
    [5, 6],
  ]

  test('touches the margin on the sides that are scarce, and lies in the middle of the others', () => {
    const { toPoint } = fitMercator(corners, 0, frame, 10)
    const [southWest, northEast] = corners.map(toPoint)
    expect(southWest?.x).toBeCloseTo(10, 9)
    expect(northEast?.x).toBeCloseTo(190, 9)
    expect(((southWest?.y ?? 0) + (northEast?.y ?? 0)) / 2).toBeCloseTo(150, 9)
    expect(toPoint([0, 0]).x).toBeCloseTo(100, 9)
  })

  test('has north above south and east right of west, and stretches towards the poles', () => {
    const { toPoint } = fitMercator([[0, 0], [10, 60]], 5, frame, 0) // prettier-ignore
    const [equator, middle, north] = [0, 30, 60].map((latitude) => toPoint([0, latitude]).y)
    expect(equator! - middle!).toBeGreaterThan(0)
    expect(middle! - north!).toBeGreaterThan(equator! - middle!)
    expect(toPoint([10, 0]).x).toBeGreaterThan(toPoint([0, 0]).x)
    // Mercator of 30 and 60 degrees: ln tan 60° and ln tan 75°.
    expect((equator! - north!) / (equator! - middle!)).toBeCloseTo(1.316958 / 0.549306, 5)
  })

  test('gives a library the scale and shift of the same map', () => {
    const { toPoint, scale, translate } = fitMercator(corners, 0, frame, 10)
    expect(toPoint([0, 0]).x).toBeCloseTo(translate[0], 9)
    expect(toPoint([0, 0]).y).toBeCloseTo(translate[1], 9)
    expect(toPoint([1, 0]).x - toPoint([0, 0]).x).toBeCloseTo((scale * Math.PI) / 180, 9)
  })

  test('shows a single place in the middle', () => {
    const { toPoint } = fitMercator([[12, 34]], 12, frame, 10)
    expect(toPoint([12, 34])).toEqual({ x: 100, y: 150 })
  })
})

test('what lies on both sides of the date line lies side by side on a map turned there', () => {
  const { left, right } = boxAround([[177, -17], [-179, -18]], 179) // prettier-ignore
  expect(((right - left) * 180) / Math.PI).toBeCloseTo(4, 9)
})

test('a pole, which lies at infinity, is taken as 85 degrees', () => {
  const polar = boxAround([[0, -90], [1, 90]], 0) // prettier-ignore
  const near = boxAround([[0, -85], [1, 85]], 0) // prettier-ignore
  expect([polar.top, polar.bottom]).toEqual([near.top, near.bottom])
})
