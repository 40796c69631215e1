import type { Model } from '../engine/compile'
import type { Assignment, Variants } from '../engine/evaluate'
import { shapley, type Split, type SplitPart } from './shapley'

/** One side of a difference: an assignment, and the version of the pack it is evaluated by. */
export interface VersionedSide {
  model: Model
  assignment: Assignment
}

/** In the place of an assumption: the part of what was changed between two versions, taken as one. */
export const changesPart = ''

/**
 * Split the difference of two sides among the assumptions that differ and, where the sides are of two versions of
 * one pack, the changes between these taken as one. Owen value (1977) for the two groups, changes and assumptions: the
 * mean of changing the version first and last, with exact Shapley values of the assumptions within. The changes
 * are a part called `changesPart`; all parts add up to the difference. Throws as `shapley` does.
 */
export function shapleyBetween(
  before: VersionedSide,
  after: VersionedSide,
  variable: string,
  year: number,
  variants: Variants = {},
): Split {
  const splitBy = (model: Model) => shapley(model, before.assignment, after.assignment, variable, year, variants)
  if (before.model === after.model) return splitBy(after.model)
  const [first, last] = [splitBy(after.model), splitBy(before.model)]
  const changes: SplitPart = {
    assumption: changesPart,
    from: '',
    to: '',
    natural: (first.before - last.before + (first.after - last.after)) / 2,
    rules: [],
  }
  const assumptions = first.parts.map((part) =>
    meanOf(part, last.parts.find(({ assumption }) => assumption === part.assumption) ?? part),
  )
  return {
    ...first,
    before: last.before,
    after: first.after,
    method: first.method === 'enumerated' ? last.method : first.method,
    parts: [changes, ...assumptions].sort((a, b) => Math.abs(b.natural) - Math.abs(a.natural)),
  }
}

/** The mean of one assumption's part in two versions, with the rules of the first and those that only the second has. */
function meanOf(part: SplitPart, other: SplitPart): SplitPart {
  const known = new Set(part.rules.map(({ rule, effect }) => `${rule.id}/${effect.variable}`))
  const more = other.rules.filter(({ rule, effect }) => !known.has(`${rule.id}/${effect.variable}`))
  return { ...part, natural: (part.natural + other.natural) / 2, rules: [...part.rules, ...more] }
}
