/** What was tried of one thing, and how it went. */
export interface Row {
  name: string
  cases: number
  failures: number
  /** Time of judging, over all processes. */
  milliseconds: number
}

/** Write the table at the end of a soak. */
export function summary(rows: readonly Row[], seed: number): string {
  const cells = rows.map(({ name, cases, failures, milliseconds }) => [
    name,
    String(cases),
    String(failures),
    milliseconds === 0 ? '' : String(Math.round((1000 * cases) / milliseconds)),
    String(seed),
  ])
  const all = [['name', 'cases', 'failures', 'cases a second', 'seed'], ...cells]
  const widths = all[0]?.map((_, at) => Math.max(...all.map((row) => row[at]?.length ?? 0))) ?? []
  return all
    .map((row) =>
      row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '),
    ) // prettier-ignore
    .join('\n')
}
