import type { Issue } from '../fail'
import { type Change, keyOf } from './challenge'

/** Numbers of a change, by what a form calls its fields. */
const fields = ['low', 'central', 'high', 'onset', 'rampYears'] as const
/** One number of a change, as a form names it. */
export type ChangeField = (typeof fields)[number]

/** Why a change was refused, as far as its form can say it in its own words. */
export interface Refusal {
  /** A number beyond its bounds, numbers out of order, or something else, which only the issue's own text tells. */
  kind: 'bounds' | 'order' | 'other'
  /** The fields that it is about; none where it is about the whole. */
  fields: readonly ChangeField[]
}

/** Tell what kind of refusal an issue of `changeIssues` or `check` is, and which of the change's numbers it is about. */
export function refusalOf(issue: Issue, made: Change): Refusal {
  const own = fields.find((field) => issue.path === `${keyOf(made)}.${field}`)
  if (own) return { kind: 'bounds', fields: [own] }
  const numbers = rangeOf(made)
  if (issue.path !== keyOf(made) || numbers === null) return { kind: 'other', fields: [] }
  if (numbers.low > numbers.central) return { kind: 'order', fields: ['low', 'central'] }
  return numbers.central > numbers.high ? { kind: 'order', fields: ['central', 'high'] } : { kind: 'other', fields: [] }
}

function rangeOf(made: Change): { low: number; central: number; high: number } | null {
  if (made.kind === 'effect') return made
  return made.kind === 'start' && made.range ? { ...made.range, central: made.value } : null
}
