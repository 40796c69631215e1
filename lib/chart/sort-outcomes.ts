import type { Model } from '../engine/compile'
import type { Outcome } from '../engine/evaluate'
import { formatNumber, wholePoints } from '../format'
import type { Locale, Variable } from '../pack/schema'

/** One variable in the year shown, natural units. */
export interface OutcomeRow {
  id: string
  kind: Variable['kind']
  name: string
  /** The baseline's value, then those of the columns. */
  values: readonly number[]
  /** Value of what everything is compared with. */
  reference: number
  /** Share of the draws in which the order of the columns holds; null where there is none, or none yet. */
  share: number | null
}

/** Make the rows of all variables, pack order: `names` and `shares` by variable index. */
export function outcomeRows(
  model: Model,
  year: number,
  outcomes: { baseline: Outcome; columns: readonly Outcome[]; reference: Outcome },
  names: readonly string[],
  shares: readonly (number | null)[] | null,
): OutcomeRow[] {
  const t = model.years.indexOf(year)
  return model.pack.variables.map(({ id, kind }) => {
    const index = model.indexOf.get(id) ?? -1
    const value = ({ paths }: Outcome) => paths[index]?.[t] ?? 0
    return {
      id,
      kind,
      name: names[index] ?? id,
      values: [outcomes.baseline, ...outcomes.columns].map(value),
      reference: value(outcomes.reference),
      share: shares?.[index] ?? null,
    }
  })
}

/** Lowest and highest value among the columns, natural units; 0 for none. */
export function endsOf({ values }: OutcomeRow): readonly [low: number, high: number] {
  const columns = values.slice(1)
  return columns.length === 0 ? [0, 0] : [Math.min(...columns), Math.max(...columns)]
}

/** Highest less lowest value among the columns, natural units. */
export function spreadOf(row: OutcomeRow): number {
  const [low, high] = endsOf(row)
  return high - low
}

/** The same as it is shown of an event: the difference of whole percents. */
export function spreadPointsOf(row: OutcomeRow): number {
  return wholePoints(...endsOf(row))
}

/** Write a row's spread without its unit: whole points of an event, points of a share, else the variable's own unit. */
export function formatSpread(variable: Variable, row: OutcomeRow, locale: Locale): string {
  if (variable.kind !== 'indicator') return formatNumber(spreadPointsOf(row), 0, locale)
  return formatNumber(spreadOf(row) * (variable.scale === 'chance' ? 100 : 1), variable.decimals, locale)
}

/** A difference relative to the largest absolute value on the row, so that unlike units can stand in one list; 0 where all are 0. */
export function relative({ values, reference }: OutcomeRow, difference: number): number {
  const largest = Math.max(...[...values, reference].map(Math.abs))
  return largest === 0 ? 0 : difference / largest
}

/**
 * Sort rows of one kind by name, by the values at a position, by spread, or by how certain their order is;
 * equal rows stay in pack order. Indicators have unlike units: they are sorted by their relative difference
 * from what they are compared with, and by relative spread.
 */
export function sortOutcomes(
  rows: readonly OutcomeRow[],
  by: 'pack' | 'name' | 'spread' | 'order' | number,
  up: boolean,
  locale: Locale,
): readonly OutcomeRow[] {
  if (by === 'pack') return rows
  const way = up ? 1 : -1
  if (by === 'name') {
    const { compare } = new Intl.Collator(locale)
    return rows.toSorted((a, b) => way * compare(a.name, b.name))
  }
  const key = (row: OutcomeRow) => {
    const indicator = row.kind === 'indicator'
    if (by === 'order') return row.share ?? 0
    if (by === 'spread') return indicator ? relative(row, spreadOf(row)) : spreadPointsOf(row)
    const value = row.values[by] ?? 0
    return indicator ? relative(row, value - row.reference) : value
  }
  return rows.toSorted((a, b) => way * (key(a) - key(b)))
}

/** What a press on a column's head sorts by: names from A and numbers from the highest, then the other way, then as the pack has it. */
export function nextSort<By extends string>(
  now: { by: By; up: boolean },
  pressed: By,
): { by: By | 'pack'; up: boolean } {
  const first = pressed === 'name'
  if (now.by !== pressed) return { by: pressed, up: first }
  return now.up === first ? { by: pressed, up: !first } : { by: 'pack', up: true }
}
