import Papa from 'papaparse'
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
  // The library's own pattern for formulas misses texts with a line break in them.
  return `${Papa.unparse(rows, { escapeFormulae: /^[=+\-@|;\t\r\n\0]/ })}\r\n`
}
