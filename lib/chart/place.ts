import type { Series } from './series'

/** A place in pixels, from the upper left corner. */
export interface Point {
  x: number
  y: number
}

/** A series in pixels, rounded to 0.01 so that server and browser agree to the last digit. */
export interface PlacedSeries {
  line: Point[]
  reference: number
  /** Outer (5–95 %) and inner (25–75 %) band by year, or null while the fan is being computed. */
  bands: { x: number; low: number; innerLow: number; innerHigh: number; high: number }[] | null
  /** The pack's own line, beside mine; null where it is not shown. */
  own: Point[] | null
}

/** Place a series with scales given as plain functions: year to x, value to y. */
export function place(series: Series, x: (year: number) => number, y: (value: number) => number): PlacedSeries {
  const point = (value: number, t: number) => ({ x: round(x(series.years[t] ?? 0)), y: round(y(value)) })
  return {
    line: series.values.map(point),
    own: series.own?.map(point) ?? null,
    reference: round(y(series.reference)),
    bands:
      series.fan?.map(([low = 0, innerLow = 0, , innerHigh = 0, high = 0], t) => ({
        x: round(x(series.years[t] ?? 0)),
        low: round(y(low)),
        innerLow: round(y(innerLow)),
        innerHigh: round(y(innerHigh)),
        high: round(y(high)),
      })) ?? null,
  }
}

/** Round to 0.01. */
export function round(value: number): number {
  return Math.round(value * 100) / 100
}
