import type { Model } from '../engine/compile'
import type { Outcome } from '../engine/evaluate'

/** One value as it was with an earlier pack and as it is now; null where that pack has no such variable. */
export interface ChangedValue {
  variable: string
  /** Position of the outcome in both lists. */
  side: number
  before: number | null
  now: number | null
}

/**
 * Compare the outcomes that two packs give for the same sides in a year: one entry for every variable that
 * either has and every side, in the order of the pack in use, those of the earlier pack alone last.
 */
export function changedValues(
  before: { model: Model; outcomes: readonly Outcome[] },
  now: { model: Model; outcomes: readonly Outcome[] },
  year: number,
): ChangedValue[] {
  const ids = [
    ...now.model.indexOf.keys(),
    ...[...before.model.indexOf.keys()].filter((id) => !now.model.indexOf.has(id)),
  ]
  const value = ({ model, outcomes }: typeof now, id: string, side: number) =>
    outcomes[side]?.paths[model.indexOf.get(id) ?? -1]?.[model.years.indexOf(year)] ?? null
  return ids.flatMap((variable) =>
    now.outcomes.map((_, side) => ({
      variable,
      side,
      before: value(before, variable, side),
      now: value(now, variable, side),
    })),
  )
}
