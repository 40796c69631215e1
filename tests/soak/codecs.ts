import { addressLaws } from './address-laws'
import { fileLaws } from './file-laws'
import type { Law } from './law'
import { packLaws } from './pack-laws'
import { textLaws } from './text-laws'

/**
 * Every encoder with its decoder, and every reader of what strangers hand in, each with the law that must hold: `npm test`
 * proves it for some cases, `npm run soak` for a million. A new codec gets its law in one of these lists.
 *
 * | read                                       | by                                                                       |
 * | ------------------------------------------ | ------------------------------------------------------------------------ |
 * | addresses of the seven pages               | `decode`, `decodeComparison`, `decodeEvidence`, `decodeRules`, `decodeMethod`, `decodePresenting` (`readQuery`) |
 * | addresses too long, changes in them        | `storedId`, `readChange`, `renameColumns`                                |
 * | scenario files, deck files                 | `readScenarioFile`, `readDeckFile` (`readHanded`)                        |
 * | what a browser keeps, what a window sends  | `readKept`, `fit`, `readKeptDeck`, `readSession`                         |
 * | model packs, workshops                     | `load`, `loadText`, `loadTables`, `packFromTables`, `loadWorkshop`       |
 * | archives, CSV, cells                       | `openArchive` (`unzip`), `openTables`, `csvTable`, `readCell`, `unguarded` |
 * | bytes, JSON                                | `decodeUtf8`, `parse` (`scan`)                                           |
 * | sentences, typed numbers, command lines    | `pieces`, `readNumber`, `readPercent`, `readOptions`                     |
 */
export const codecs: readonly Law[] = [...addressLaws, ...textLaws, ...fileLaws, ...packLaws]
