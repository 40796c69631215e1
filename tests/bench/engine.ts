import { evaluateRows } from './evaluate'
import { fanRows } from './fan'
import { linkRows } from './links'
import type { Row } from './row'
import { rulesRows } from './rules/rows'
import { shapleyRows } from './shapley'

/** The rows of the engine: P1 to P4 and P11. */
export async function engineRows(): Promise<Row[]> {
  const rows: Row[] = []
  for (const measure of [evaluateRows, rulesRows, fanRows, shapleyRows, linkRows]) rows.push(...(await measure()))
  return rows
}
