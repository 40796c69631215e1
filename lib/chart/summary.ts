import type { Model } from '../engine/compile'
import type { Outcome } from '../engine/evaluate'
import { wholePoints } from '../format'

/** From this many points a shift is coloured, signed with a triangle and counted as a rise or a fall. */
export const notablePoints = 3
/** Lower edge of "likely" on the ICD 203 scale. */
const likely = 0.55

/** How many risks there are in all, how many are likely, and how many rise, fall or hold against the baseline. */
export interface Summary {
  risks: number
  /** Risks that are likely or higher in the year, now and at the baseline. */
  likely: number
  likelyBefore: number
  rise: number
  fall: number
  hold: number
  /** The risk with the largest rise of at least `notablePoints`, or null. */
  largest: { id: string; points: number } | null
}

/** Sum up the risks of an outcome in a year against the baseline: counts, and the largest rise. */
export function summarise(model: Model, outcome: Outcome, year: number): Summary {
  const t = model.years.indexOf(year)
  const rows = model.pack.variables.flatMap(({ id, kind }, i) => {
    const path = outcome.paths[i]
    if (kind !== 'risk' || !path) return []
    const [before, now] = [path[0] ?? 0, path[t] ?? 0]
    return [{ id, before, now, points: wholePoints(before, now) }]
  })
  const rise = rows.filter(({ points }) => points >= notablePoints)
  const fall = rows.filter(({ points }) => points <= -notablePoints)
  const largest = rise.reduce<Summary['largest']>(
    (best, { id, points }) => (best && best.points >= points ? best : { id, points }),
    null,
  )
  return {
    risks: rows.length,
    likely: rows.filter(({ now }) => now >= likely).length,
    likelyBefore: rows.filter(({ before }) => before >= likely).length,
    rise: rise.length,
    fall: fall.length,
    hold: rows.length - rise.length - fall.length,
    largest,
  }
}

/** Mean probability of each group's risks in every year; groups without a risk are left out. */
function groupMeans(model: Model, outcome: Outcome): { group: string; risks: number; means: number[] }[] {
  const groupOf = new Map(model.pack.meta.sectors.map((sector) => [sector.id, sector.group]))
  return model.pack.meta.groups
    .map(({ id: group }) => {
      const paths = model.pack.variables.flatMap((v, i) => {
        const path = outcome.paths[i]
        return v.kind === 'risk' && groupOf.get(v.sector) === group && path ? [path] : []
      })
      const mean = (t: number) => paths.reduce((sum, path) => sum + (path[t] ?? 0), 0) / paths.length
      return { group, risks: paths.length, means: model.years.map((_, t) => mean(t)) }
    })
    .filter(({ risks }) => risks > 0)
}

/** Mean shift of each group's risks, in points, one number for each year after the first: the cells of the heat matrix. */
export function sectorShifts(model: Model, outcome: Outcome): { group: string; risks: number; points: number[] }[] {
  return groupMeans(model, outcome).map(({ group, risks, means }) => ({
    group,
    risks,
    points: means.slice(1).map((mean) => 100 * (mean - (means[0] ?? 0))),
  }))
}

/** Mean difference in points of each group's risks in a year, from a reference to each of some outcomes. */
export function sectorDifferences(
  model: Model,
  reference: Outcome,
  outcomes: readonly Outcome[],
  year: number,
): { group: string; points: number[] }[] {
  const t = model.years.indexOf(year)
  const others = outcomes.map((outcome) => groupMeans(model, outcome))
  return groupMeans(model, reference).map(({ group, means }, g) => ({
    group,
    points: others.map((groups) => 100 * ((groups[g]?.means[t] ?? 0) - (means[t] ?? 0))),
  }))
}
