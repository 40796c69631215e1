import fc from 'fast-check'
import { expect, test } from 'vitest'
import { place, round } from '../../lib/chart/place'
import { series } from '../../lib/chart/series'

const years = [2021, 2022, 2023]
const path = Float64Array.of(1, 2, 4)
const quantiles = Float64Array.of(1, 1, 1, 1, 1, 1, 1.5, 2, 2.5, 3, 2, 3, 4, 5, 9)
const x = (year: number) => (year - 2021) / 3
const y = (value: number) => 100 - value / 3

test('years go through x and values through y, rounded to 0.01', () => {
  expect(place(series(years, path, null), x, y)).toEqual({
    line: [
      { x: 0, y: 99.67 },
      { x: 0.33, y: 99.33 },
      { x: 0.67, y: 98.67 },
    ],
    reference: 99.67,
    bands: null,
    own: null,
  })
})

test('the pack’s own line is placed beside mine, and both are within what is shown', () => {
  const made = series(years, path, null, Float64Array.of(1, 8, -2))
  expect(made.extent).toEqual([-2, 8])
  expect(place(made, x, (value) => value).own).toEqual([
    { x: 0, y: 1 },
    { x: 0.33, y: 8 },
    { x: 0.67, y: -2 },
  ])
})

test('bands take the outer and the inner pair of each year; the median is not drawn', () => {
  expect(place(series(years, path, quantiles), x, (value) => value).bands).toEqual([
    { x: 0, low: 1, innerLow: 1, innerHigh: 1, high: 1 },
    { x: 0.33, low: 1, innerLow: 1.5, innerHigh: 2.5, high: 3 },
    { x: 0.67, low: 2, innerLow: 3, innerHigh: 5, high: 9 },
  ])
})

test('a series of no years is placed as no points, with its reference', () => {
  expect(place(series([], new Float64Array(0), new Float64Array(0)), x, y)).toEqual({
    line: [],
    reference: 100,
    bands: [],
    own: null,
  })
})

test.each([
  [1.005, 1],
  [1.006, 1.01],
  [-2.344, -2.34],
  [123456.789, 123456.79],
  [7, 7],
])('%f rounds to %f', (value, rounded) => {
  expect(round(value)).toBe(rounded)
})

test('a rounded number is within half a hundredth and is written with two decimals at most', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e5, max: 1e5, noNaN: true }), (value) => {
      expect(Math.abs(round(value) - value)).toBeLessThanOrEqual(0.005 + 1e-9)
      expect(String(round(value))).toMatch(/^-?\d+(\.\d{1,2})?$/)
    }),
    { seed: 16, numRuns: 1000 },
  )
})
