import type { Result } from '../../lib/fail'
import type { FileWords } from '../../lib/pack/bytes'
import type { Pack } from '../../lib/pack/schema'

/** A sound pack or every reason why it is not taken, and the names of the files that were passed over. */
export type OpenedPack = Result<Pack> & { leftOut: readonly string[] }

/** A file whose bytes have been read. */
export interface ReadFile {
  name: string
  bytes: Uint8Array
}

/** What is said to who hands in a file that is no pack. */
export const packWords: FileWords = {
  expected: 'a model pack: one JSON file, or CSV tables or a zip archive of them',
  tooLarge: 'Check that it is the right file, or split off what the model does not need.',
  otherKind: 'Choose a pack saved as .json or .zip, or CSV tables; a workbook is saved as CSV first, sheet by sheet.',
}

/** Tell the kind of a file by the end of its name, in capitals or not. */
export function isCalled(name: string, ending: string): boolean {
  return name.toLowerCase().endsWith(`.${ending}`)
}
