import type { Options } from './options'
import type { Row } from './summary'
export async function toggle(_options: Options, _say: (line: string) => void): Promise<Row[]> {
  return []
}
