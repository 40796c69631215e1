import type { Result } from '../../lib/fail'
import type { FiledChange } from '../../lib/scenario/file'
import type { Kept } from '../../lib/scenario/kept'
import { download } from './download'

/** The pack that scenarios are handed on with or taken in for. */
export interface FiledPack {
  id: string
  version: string
  hash: string
}

/** Scenarios read from a file, the comparison they were saved from, and the changes of the model they were seen with. */
export interface OpenedFile {
  scenarios: readonly Omit<Kept, 'id'>[]
  comparison: string | null
  changes: readonly FiledChange[]
}

/** Save scenarios as a file that this program opens again, with the comparison and the changes they are saved from. */
export async function saveScenarioFile(
  scenarios: readonly Pick<Kept, 'name' | 'note' | 'assignment' | 'savedAt'>[],
  pack: FiledPack,
  query: string | null,
  changes: readonly FiledChange[],
) {
  const { writeScenarioFile } = await import('../../lib/scenario/file')
  const text = writeScenarioFile({ pack, scenarios, changes, ...(query !== null && { comparison: { query } }) })
  const [only, ...others] = scenarios
  const name = !only ? 'version' : others.length === 0 ? only.name : `${scenarios.length} scenarios`
  download(new Blob([text], { type: 'application/json' }), `encrucijada ${name}.json`)
}

/** Read a scenario file: its scenarios, or every reason why it is not taken. A file too large is not even read. */
export async function openScenarioFile(file: File, pack: FiledPack): Promise<Result<OpenedFile>> {
  const { decodeBytes, fileLimits, readScenarioFile } = await import('../../lib/scenario/file')
  // Enough bytes to see that it is too large.
  const bytes = new Uint8Array(await file.slice(0, fileLimits.bytes + 1).arrayBuffer())
  const decoded = decodeBytes(bytes)
  if (!decoded.ok) return decoded
  const read = readScenarioFile(decoded.value, pack)
  if (!read.ok) return read
  const { pack: made, scenarios, comparison, changes = [] } = read.value
  return {
    ok: true,
    value: {
      scenarios: scenarios.map((scenario) => ({ ...scenario, pack: { id: made.id, version: made.version } })),
      comparison: comparison?.query ?? null,
      changes,
    },
  }
}

/** Save a text as it is. */
export function saveText(text: string, name: string) {
  download(new Blob([text], { type: 'text/plain' }), name)
}
