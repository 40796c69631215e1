import Papa from 'papaparse'
import { harmless } from '../../lib/export/harmless'
import type { Report } from './report'

/**
 * Write a report as CSV (RFC 4180): one row a variable and year. Needs a report with fans. A text that a
 * spreadsheet would take for a formula gets an apostrophe before it; numbers stay numbers.
 */
export function toCsv({ variables }: Report): string {
  const rows = variables.flatMap(({ id, kind, sector, label, unit, baseline, path, fan }) =>
    path.map(({ year, value }, t) => {
      const { p5, p95 } = fan?.[t] ?? {}
      return { id, kind, sector, label, unit, year, baseline, value, shift: value - baseline, p5, p95 }
    }),
  )
  const cells = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, cell]) => [key, typeof cell === 'string' ? harmless(cell) : cell]),
    ),
  )
  return `${Papa.unparse(cells)}\r\n`
}
