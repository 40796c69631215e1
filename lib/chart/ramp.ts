import { type Ramp, ramp } from '../engine/ramp'
import { type Point, round } from './place'

/** A rule's strength by year, 0 to 1, and the years at which that changes; null for what the horizon does not show. */
export interface RampSeries {
  years: readonly number[]
  strengths: readonly number[]
  /** First year in which it acts. */
  acts: number | null
  /** First year at full strength. */
  full: number | null
  /** First year in which it is weaker than the year before. */
  fades: number | null
  /** First year in which it acts no more. */
  gone: number | null
}

/** Follow a rule's strength over the years of a horizon. */
export function rampSeries(rule: Ramp, years: readonly number[]): RampSeries {
  const strengths = years.map((year) => ramp(rule, year))
  const first = (holds: (strength: number, before: number) => boolean) =>
    years.find((_, t) => holds(strengths[t] ?? 0, strengths[t - 1] ?? 0)) ?? null
  return {
    years,
    strengths,
    acts: first((strength) => strength > 0),
    full: first((strength) => strength === 1),
    fades: first((strength, before) => strength < before),
    gone: first((strength, before) => strength === 0 && before > 0),
  }
}

/** A rule's strength in pixels. */
export interface PlacedRamp {
  /** One dot a year. */
  points: Point[]
  /** Where a strength of nothing stands. */
  ground: number
  /** Radius of a dot: smaller where the years stand close. */
  r: number
}

/** Place the years side by side between half a dot from the left and right, full strength at the top. */
export function placeRamp({ strengths }: RampSeries, width: number, height: number): PlacedRamp {
  const margin = 2.5
  const step = (width - 2 * margin) / Math.max(1, strengths.length - 1)
  const ground = height - margin
  return {
    points: strengths.map((strength, t) => ({
      x: round(margin + t * step),
      y: round(ground - strength * (height - 2 * margin)),
    })),
    ground: round(ground),
    r: round(Math.min(1.9, step * 0.4)),
  }
}
