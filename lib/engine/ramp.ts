/** When a rule acts: first year, years to full strength, and optionally when and how fast it passes. */
export interface Ramp {
  onset: number
  rampYears: number
  fadeFrom?: number | undefined
  fadeYears?: number | undefined
}

/**
 * Strength of a rule in a year, 0 to 1: 0 before `onset`, then (year − onset + 1) / rampYears up to 1,
 * 1 at once if `rampYears` is 0. From `fadeFrom` it falls in the same steps over `fadeYears` to 0.
 */
export function ramp({ onset, rampYears, fadeFrom, fadeYears = 0 }: Ramp, year: number): number {
  const rise = share(year - onset + 1, rampYears)
  return fadeFrom === undefined ? rise : rise * (1 - share(year - fadeFrom + 1, fadeYears))
}

function share(step: number, years: number): number {
  if (step <= 0) return 0
  return years === 0 ? 1 : Math.min(1, step / years)
}
