import { describe, expect, test } from 'vitest'
import { placeRamp, rampSeries } from '../../lib/chart/ramp'

const years = [2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028]
const turns = (rule: Parameters<typeof rampSeries>[0]) => {
  const { acts, full, fades, gone } = rampSeries(rule, years)
  return [acts, full, fades, gone]
}

describe('the strength of a rule by year', () => {
  test('rises from its onset to full strength and stays', () => {
    const rule = { onset: 2023, rampYears: 4 }
    expect(rampSeries(rule, years).strengths).toEqual([0, 0, 0.25, 0.5, 0.75, 1, 1, 1])
    expect(turns(rule)).toEqual([2023, 2026, null, null])
    expect(turns({ onset: 2023, rampYears: 0 })).toEqual([2023, 2023, null, null])
  })
  test('fades year by year, or at once', () => {
    expect(turns({ onset: 2022, rampYears: 0, fadeFrom: 2024, fadeYears: 3 })).toEqual([2022, 2022, 2024, 2026])
    expect(turns({ onset: 2022, rampYears: 2, fadeFrom: 2026 })).toEqual([2022, 2023, 2026, 2026])
  })
  test('may never be full within the horizon, or fade before it is', () => {
    expect(turns({ onset: 2027, rampYears: 5 })).toEqual([2027, null, null, null])
    expect(turns({ onset: 2022, rampYears: 6, fadeFrom: 2025, fadeYears: 4 })).toEqual([2022, null, 2026, 2028])
    expect(turns({ onset: 2031, rampYears: 0 })).toEqual([null, null, null, null])
  })
})

describe('drawn', () => {
  const placed = (rule: Parameters<typeof rampSeries>[0], own = years) => placeRamp(rampSeries(rule, own), 72, 20)
  test('one dot a year from end to end, full strength at the top, nothing on the ground', () => {
    const { points, ground } = placed({ onset: 2023, rampYears: 2 })
    expect(points.map(({ x }) => x)).toEqual([2.5, 12.07, 21.64, 31.21, 40.79, 50.36, 59.93, 69.5])
    expect(points.map(({ y }) => y)).toEqual([17.5, 17.5, 10, 2.5, 2.5, 2.5, 2.5, 2.5])
    expect(ground).toBe(17.5)
  })
  test('dots of a long horizon do not touch', () => {
    const { points, r } = placed(
      { onset: 2030, rampYears: 9 },
      Array.from({ length: 61 }, (_, t) => 2021 + t),
    )
    expect(points[1]!.x - points[0]!.x).toBeGreaterThan(2 * r)
    expect(placed({ onset: 2023, rampYears: 2 }).r).toBe(1.9)
  })
  test('a single year has a place', () => {
    expect(placed({ onset: 2021, rampYears: 0 }, [2021]).points).toEqual([{ x: 2.5, y: 2.5 }])
  })
})
