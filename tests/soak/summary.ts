/** What was tried of one thing, and how it went. */
export interface Row {
  name: string
  cases: number
  /** Cases there should be, unless time runs out. */
  wanted: number
  failures: number
  /** Time of judging, over all processes. */
  milliseconds: number
}

/** Write the table at the end of a soak. */
export function summary(rows: readonly Row[], seed: number): string {
  const cells = rows.map(({ name, cases, wanted, failures, milliseconds }) => [
    name,
    String(cases),
    String(wanted),
    String(failures),
    milliseconds === 0 ? '' : String(Math.round((1000 * cases) / milliseconds)),
    String(seed),
  ])
  const all = [['name', 'cases', 'of', 'failures', 'cases a second', 'seed'], ...cells]
  const widths = all[0]?.map((_, at) => Math.max(...all.map((row) => row[at]?.length ?? 0))) ?? []
  return all
    .map((row) =>
      row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '),
    ) // prettier-ignore
    .join('\n')
}

/** Say in a line or two what the figures mean: what failed, and what was not tried as often as it should be. */
export function verdict(rows: readonly Row[], minutes: number): string {
  const names = (of: readonly Row[]) => of.map(({ name }) => name).join(', ')
  const failed = rows.filter(({ failures }) => failures > 0)
  const short = rows.filter(({ cases, wanted, failures }) => cases < wanted && failures === 0)
  return [
    `${minutes} minutes. ${failed.length === 0 ? 'No law failed in any case above.' : `Failed: ${names(failed)}.`}`,
    ...(short.length > 0 ? [`Time ran out before all cases were tried of: ${names(short)}.`] : []),
  ].join('\n')
}
