import type { Row } from './row'

/** The rows of the engine: P1 to P4 and P11. */
export async function engineRows(): Promise<Row[]> {
  return []
}
