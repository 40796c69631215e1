import type { Model } from '../engine/compile'
import type { Outcome } from '../engine/evaluate'
import { wholePoints } from '../format'
import type { Variable } from '../pack/schema'

/** How far one event moved from the baseline. */
export interface Shift {
  variable: Variable
  index: number
  baseline: number
  value: number
  /** Whole points, as the difference of the whole percents shown. */
  points: number
}

/** The events that an outcome moves furthest from the baseline at a year's index, the furthest first; those that stay put are left out. */
export function largestShifts(model: Model, { paths }: Outcome, t: number, most: number): Shift[] {
  return model.variables
    .flatMap((variable, index): Shift[] => {
      const [baseline, value] = [paths[index]![0]!, paths[index]![t]!]
      const points = wholePoints(baseline, value)
      return variable.kind === 'indicator' || points === 0 ? [] : [{ variable, index, baseline, value, points }]
    })
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
    .slice(0, most)
}
