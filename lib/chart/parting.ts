import { endsOf, type OutcomeRow, relative, spreadOf, spreadPointsOf } from './sort-outcomes'

/** An event and how far the columns lie apart on it, in points. */
export interface PartedEvent {
  row: OutcomeRow
  points: number
}

/** Events by the points that part the columns, widest first; those that no whole point parts are left out. */
export function widestEvents(rows: readonly OutcomeRow[], most: number): PartedEvent[] {
  return rows
    .flatMap((row) => (row.kind === 'indicator' ? [] : [{ row, points: spreadPointsOf(row) }]))
    .filter(({ points }) => points > 0)
    .toSorted((a, b) => b.points - a.points || spreadOf(b.row) - spreadOf(a.row))
    .slice(0, most)
}

/** An indicator, the range of the columns on it, and who stands at its ends (positions of columns). */
export interface PartedIndicator {
  row: OutcomeRow
  low: number
  high: number
  lowest: number[]
  highest: number[]
  /** Spread in percent of the largest absolute value among columns and baseline. */
  percent: number
}

/** Indicators by their spread relative to the largest value, widest first; those that half a percent does not part are left out. */
export function widestIndicators(rows: readonly OutcomeRow[], most: number): PartedIndicator[] {
  return rows
    .flatMap((row) => {
      const columns = row.values.slice(1)
      if (row.kind !== 'indicator' || columns.length === 0) return []
      const [low, high] = endsOf(row)
      const at = (end: number) =>
        columns.flatMap((value, i) => (Math.abs(value - end) <= 1e-9 * Math.abs(end) ? [i] : []))
      return [{ row, low, high, lowest: at(low), highest: at(high), percent: 100 * relative(row, high - low) }]
    })
    .filter(({ percent }) => percent >= 0.5)
    .toSorted((a, b) => b.percent - a.percent)
    .slice(0, most)
}

/** How certain an order is: of columns that are equal in every draw there is none. */
export const certainties = ['certain', 'likely', 'open', 'none'] as const
/** One of `certainties`. */
export type Certainty = (typeof certainties)[number]

/** What is told of an order: positions of the columns, highest first, and the share of draws in which that holds. */
export interface Ordered {
  groups: readonly (readonly number[])[]
  share: number
}

/** Judge an order by its share of the draws, as whole percent: certain from 95, likely from 55, else open. */
export function certaintyOf({ groups, share }: Ordered): Certainty {
  if (groups.length < 2) return 'none'
  const percent = Math.round(100 * share)
  return percent >= 95 ? 'certain' : percent >= 55 ? 'likely' : 'open'
}

/** Positions in `orders` by certainty, the most certain order first. */
export function byCertainty(orders: readonly Ordered[]): Record<Certainty, number[]> {
  const sorted = orders.map((_, index) => index).toSorted((a, b) => (orders[b]?.share ?? 0) - (orders[a]?.share ?? 0))
  const of = (certainty: Certainty) =>
    sorted.filter((index) => certaintyOf(orders[index] ?? { groups: [], share: 1 }) === certainty)
  return { certain: of('certain'), likely: of('likely'), open: of('open'), none: of('none') }
}
