import type { Model } from '../engine/compile'
import type { Outcome } from '../engine/evaluate'

/** Variable ids of one group, likeliest first. */
export interface RankedGroup {
  group: string
  ids: string[]
}

/** Rank risks or opportunities by their probability in a year within the pack's groups; empty groups are left out. */
export function rank(model: Model, outcome: Outcome, year: number, kind: 'risk' | 'opportunity'): RankedGroup[] {
  return rankCompared(model, [outcome], year, kind)
}

/** Rank them by the highest probability that any of some outcomes gives them. */
export function rankCompared(
  model: Model,
  outcomes: readonly Outcome[],
  year: number,
  kind: 'risk' | 'opportunity',
): RankedGroup[] {
  const t = model.years.indexOf(year)
  const groupOf = new Map(model.pack.meta.sectors.map((sector) => [sector.id, sector.group]))
  const value = (id: string) => Math.max(...outcomes.map(({ paths }) => paths[model.indexOf.get(id) ?? -1]?.[t] ?? 0))
  return model.pack.meta.groups
    .map(({ id: group }) => ({
      group,
      ids: model.pack.variables
        .filter((v) => v.kind === kind && groupOf.get(v.sector) === group)
        .map((v) => v.id)
        .sort((a, b) => value(b) - value(a)),
    }))
    .filter(({ ids }) => ids.length > 0)
}
