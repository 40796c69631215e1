import type { Model } from '../engine/compile'
import type { Outcome } from '../engine/evaluate'
import { wholePoints } from '../format'
import { medianOf } from '../median'
import type { Variable } from '../pack/schema'
import type { Assignment, Space } from '../scenario/assignment'
import { type Column, encodeComparison, letters, restingComparison } from '../scenario/comparison'

/** What the groups of a workshop chose, side by side, and how far apart that leads. A group is known by its place, from 0. */

/** One assumption over all groups. */
export interface BoardRow {
  assumption: string
  /** State each group chose, in the order of the groups. */
  states: readonly string[]
  /** Who chose what: the states that somebody chose, the most chosen first, those chosen alike in pack order. */
  chosen: readonly { state: string; groups: readonly number[] }[]
  /** Groups that would have to change their state for all to agree: those outside the most chosen one. */
  apart: number
  /** Pairs of groups that chose different states. */
  pairs: number
  /** Whether some group left the baseline. */
  moved: boolean
}

/**
 * Set what the groups chose side by side, the assumptions they disagree on most first; equal ones in pack order.
 *
 * Disagreement is the share of groups outside the most chosen state, the variation ratio of L. C. Freeman
 * (Elementary Applied Statistics, 1965), told as a count: "3 of 4 apart". Where that is equal, the share of pairs of groups that
 * differ decides, the index of diversity of E. H. Simpson (Nature 163, 1949) drawn without replacement: two against two lie
 * less far apart than two, one and one. All assumptions have the same groups, so counts stand for shares and no number is rounded.
 */
export function boardRows(space: Space, groups: readonly Assignment[]): BoardRow[] {
  const rows = [...space.states].map(([assumption, known]) => rowOf(space, assumption, known, groups))
  return rows.toSorted((a, b) => b.apart - a.apart || b.pairs - a.pairs)
}

function rowOf(space: Space, assumption: string, known: readonly string[], groups: readonly Assignment[]): BoardRow {
  const resting = space.baseline[assumption] ?? ''
  const states = groups.map((group) => group[assumption] ?? resting)
  const chosen = known
    .map((state) => ({ state, groups: states.flatMap((own, at) => (own === state ? [at] : [])) }))
    .filter(({ groups }) => groups.length > 0)
    .toSorted((a, b) => b.groups.length - a.groups.length)
  const sizes = chosen.map(({ groups }) => groups.length)
  return {
    assumption,
    states,
    chosen,
    apart: groups.length - (sizes[0] ?? 0),
    pairs: pairsOf(groups.length) - sizes.reduce((sum, size) => sum + pairsOf(size), 0),
    moved: states.some((state) => state !== resting),
  }
}

const pairsOf = (n: number) => (n * n - n) / 2

/** The rows on top of a board that are equally far apart, further than all others; none where the groups agree on everything. */
export function mostApart(rows: readonly BoardRow[]): readonly BoardRow[] {
  const [first] = rows
  if (!first || first.apart === 0) return []
  return rows.filter(({ apart, pairs }) => apart === first.apart && pairs === first.pairs)
}

/** One variable over all groups in the year shown, natural units. */
export interface BoardRange {
  id: string
  kind: Variable['kind']
  baseline: number
  /** Value of each group, in the order of the groups. */
  values: readonly number[]
  low: number
  /** Middle of the values; the mean of the two in the middle where their number is even. */
  median: number
  high: number
  /** Groups at the lowest and at the highest value. */
  lowest: readonly number[]
  highest: readonly number[]
  /** Highest less lowest as it is shown: whole points of an event; natural units of an indicator. */
  spread: number
  /** Ends of the axis the range is drawn on: a probability from 0 to 1, an indicator from zero to the furthest value. */
  axis: { from: number; to: number }
}

/**
 * Lay out what every variable comes to over the groups, for those of a kind, the widest spread first and equal ones in pack
 * order. Events have their spread in whole points. Indicators have unlike units: the share that the spread takes of the
 * axis puts them in order, which is the length it is drawn with. `t` is the index of the year. Empty without groups.
 */
export function boardRanges(
  model: Model,
  baseline: Outcome,
  groups: readonly Outcome[],
  t: number,
  kind: Variable['kind'],
): BoardRange[] {
  if (groups.length === 0) return []
  const ranges = model.pack.variables.flatMap((variable) => {
    if (variable.kind !== kind) return []
    const index = model.indexOf.get(variable.id) ?? -1
    const value = ({ paths }: Outcome) => paths[index]?.[t] ?? 0
    return [rangeOf(variable, value(baseline), groups.map(value))]
  })
  const width = ({ spread, axis: { from, to }, kind }: BoardRange) =>
    kind !== 'indicator' ? spread : to > from ? spread / (to - from) : 0
  return ranges.toSorted((a, b) => width(b) - width(a))
}

function rangeOf({ id, kind }: Variable, baseline: number, values: readonly number[]): BoardRange {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const at = (end: number) => values.flatMap((value, group) => (value === end ? [group] : []))
  const event = kind !== 'indicator'
  return {
    id,
    kind,
    baseline,
    values,
    low,
    median: medianOf(values),
    high,
    lowest: at(low),
    highest: at(high),
    spread: event ? wholePoints(low, high) : high - low,
    axis: event ? { from: 0, to: 1 } : { from: Math.min(0, low, baseline), to: Math.max(0, high, baseline) },
  }
}

/** Share of an axis at which a value stands, from 0 to 1; 0 on an axis of no length. */
export function shareOf({ from, to }: BoardRange['axis'], value: number): number {
  return to > from ? (value - from) / (to - from) : 0
}

/** Query text of the comparison of some groups in a year: the first four of them, the baseline beneath. */
export function compareGroups(
  space: Space,
  groups: readonly Pick<Column, 'assignment' | 'kept'>[],
  year: number,
): string {
  const columns = groups.slice(0, letters.length)
  return encodeComparison(space, {
    ...restingComparison(space),
    columns,
    pair: columns.length > 1 ? [0, columns.length - 1] : [null, 0],
    year,
  })
}

/** The next name of a group: the first number from one past their count on that no name has. `word` writes a number as a name. */
export function nextName(names: readonly string[], word: (n: number) => string): string {
  for (let n = names.length + 1; ; n++) if (!names.includes(word(n))) return word(n)
}

/** A group's mark on an axis: its share of it, and its level among the `of` that stand so close that they stack up. */
export interface StackedMark {
  group: number
  share: number
  level: number
  of: number
}

/** Stack the marks of groups that would touch, each at its own share of the axis: none is nudged sideways. */
export function stackMarks(shares: readonly number[], nearest = 0.025): StackedMark[] {
  const sorted = shares.map((share, group) => ({ share, group })).toSorted((a, b) => a.share - b.share)
  const stacks: { share: number; group: number }[][] = []
  for (const mark of sorted) {
    const last = stacks.at(-1)
    if (last && mark.share - (last.at(-1)?.share ?? 0) < nearest) last.push(mark)
    else stacks.push([mark])
  }
  return stacks.flatMap((stack) => {
    const inOrder = stack.toSorted((a, b) => a.group - b.group)
    return inOrder.map((mark, level) => ({ ...mark, level, of: stack.length }))
  })
}

/** Tell names apart that are alike: the second gets "(2)" behind it, the third "(3)". */
export function distinctNames(names: readonly string[]): string[] {
  const taken = new Set(names)
  return names.map((name, i) => {
    if (names.indexOf(name) === i) return name
    let n = 2
    while (taken.has(`${name} (${n})`)) n++
    taken.add(`${name} (${n})`)
    return `${name} (${n})`
  })
}
