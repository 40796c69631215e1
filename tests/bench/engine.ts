import { evaluateRows } from './evaluate'
import type { Row } from './row'
import { rulesRows } from './rules/rows'

/** The rows of the engine: P1 to P4 and P11. */
export async function engineRows(): Promise<Row[]> {
  return [...(await evaluateRows()), ...(await rulesRows())]
}
