import { fanLevels } from '../engine/fan-levels'

/** What a path chart draws, without pixels: one variable by year, its reference, and its fan if there is one. */
export interface Series {
  years: readonly number[]
  /** Value of the first year, held flat for comparison. */
  reference: number
  values: readonly number[]
  /** 5, 25, 50, 75 and 95 % points of each year; null while they are being computed. */
  fan: readonly (readonly number[])[] | null
  /** Lowest and highest value to be shown: zero is always in. */
  extent: readonly [number, number]
  /** What the pack itself says, where it stands beside my version: values by year, the first held flat as its reference. */
  own?: readonly number[]
}

/**
 * Make the series of one variable from its path and, if present, its fan and the path that the pack itself gives.
 * Paths have one value a year, natural units; `quantiles` are those of one variable as `fan` returns them: five a year.
 */
export function series(
  years: readonly number[],
  path: Float64Array,
  quantiles: Float64Array | null,
  own: Float64Array | null = null,
): Series {
  const values = [...path]
  const fan =
    quantiles && values.map((_, t) => [...quantiles.subarray(t * fanLevels.length, (t + 1) * fanLevels.length)])
  const shown = [0, ...values, ...(fan ?? []).flat(), ...(own ?? [])]
  return {
    years,
    reference: values[0] ?? 0,
    values,
    fan,
    extent: [Math.min(...shown), Math.max(...shown)],
    ...(own && { own: [...own] }),
  }
}

/** The 5 and 95 % points of the year at position `t`, off quantiles as `fan` returns them; null without a fan. */
export function interval(quantiles: Float64Array | null, t: number): { low: number; high: number } | null {
  if (!quantiles) return null
  const low = quantiles[t * fanLevels.length]
  const high = quantiles[(t + 1) * fanLevels.length - 1]
  return low === undefined || high === undefined ? null : { low, high }
}
