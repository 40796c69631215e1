/** One row of the table that `npm run bench` prints: what was measured, against which goal, and how it came out. */
export interface Row {
  /** Of the list of goals, such as "P3"; several rows may share one. */
  id: string
  what: string
  goal: string
  /** The outcome as it is printed, with its unit. */
  figure: string
  /** The number that is held against the goal (a ratio or a count); null where nothing is compared. */
  ratio: number | null
  /** Whether the goal is met; null where the row only informs, or where it was withheld. */
  met: boolean | null
  /** Whether the figure rests on a clock. Such rows are withheld on a machine busier than it has cores. */
  timed: boolean
  /** Smallest and largest of the rounds, and processor time, as printed. */
  spread?: string
  /** What ours does not do beside its peer, or what a reader must know to judge the figure. */
  note?: string
}

/** A row whose goal is an upper bound on a number. */
export function atMost(
  most: number,
  row: Omit<Row, 'met' | 'figure' | 'ratio'> & { ratio: number; figure?: string },
): Row {
  return { ...row, figure: row.figure ?? times(row.ratio), met: row.ratio <= most }
}

/** A row whose goal is a lower bound on a number. */
export function atLeast(
  least: number,
  row: Omit<Row, 'met' | 'figure' | 'ratio'> & { ratio: number; figure?: string },
): Row {
  return { ...row, figure: row.figure ?? times(row.ratio), met: row.ratio >= least }
}

/** A ratio with three significant digits and thousands apart: "1.24 ×", "5 310 ×". */
export function times(ratio: number): string {
  return `${significant(ratio)} ×`
}

/** A number with at least three significant digits: "0.0123", "12.3", "5 310". */
export function significant(value: number): string {
  if (!Number.isFinite(value)) return `${value}`
  const digits = value === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))))
  const [whole = '', part] = value.toFixed(Math.min(digits, 9)).split('.')
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, ' ') : whole
  return part === undefined ? grouped : `${grouped}.${part}`
}
