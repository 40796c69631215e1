import { describe, expect, test } from 'vitest'
import { interval, series } from '../../lib/chart/series'

const years = [2021, 2022, 2023]
const path = Float64Array.of(10, 12, 11)
/** Three years of five levels. */
const quantiles = Float64Array.of(10, 10, 10, 10, 10, 8, 11, 12, 13, 19, 7, 10, 11, 12, 15)

describe('a series', () => {
  test('holds the first year flat as its reference, and its path as it is', () => {
    expect(series(years, path, null)).toEqual({
      years,
      reference: 10,
      values: [10, 12, 11],
      fan: null,
      extent: [0, 12],
    })
  })
  test('keeps its numbers when the path it was made from is written over', () => {
    const own = path.slice()
    const made = series(years, own, quantiles)
    own.fill(0)
    expect(made.values).toEqual([10, 12, 11])
  })
  test('cuts the flat quantiles into five a year', () => {
    expect(series(years, path, quantiles).fan).toEqual([
      [10, 10, 10, 10, 10],
      [8, 11, 12, 13, 19],
      [7, 10, 11, 12, 15],
    ])
  })
  test('shows all of its fan, and zero always', () => {
    expect(series(years, path, quantiles).extent).toEqual([0, 19])
    expect(series(years, Float64Array.of(-4, -6, -5), null).extent).toEqual([-6, 0])
    expect(series(years, Float64Array.of(-4, 6, -5), null).extent).toEqual([-5, 6])
    expect(series(years, new Float64Array(3), null).extent).toEqual([0, 0])
  })
  test('of no years is empty and rests at zero', () => {
    expect(series([], new Float64Array(0), null)).toEqual({
      years: [],
      reference: 0,
      values: [],
      fan: null,
      extent: [0, 0],
    })
  })
})

describe('an interval', () => {
  test('is the outer pair of its year', () => {
    expect(interval(quantiles, 0)).toEqual({ low: 10, high: 10 })
    expect(interval(quantiles, 2)).toEqual({ low: 7, high: 15 })
  })
  test('is nothing, not zero, while the fan is missing or outside its years', () => {
    expect(interval(null, 0)).toBeNull()
    expect(interval(quantiles, 3)).toBeNull()
    expect(interval(quantiles, -1)).toBeNull()
  })
})
