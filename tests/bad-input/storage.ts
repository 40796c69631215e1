import type { Demand } from './demands'

/** What a browser's storage may do to what is kept in it. */
export type StorageFault =
  /** Every write is refused; the name of the error, as Dexie hands it on or wrapped in another one. */
  | { writes: 'QuotaExceededError' | 'AbortError of QuotaExceededError' | 'DatabaseClosedError' | 'UnknownError' }
  /** It cannot be opened at all. */
  | { opens: 'MissingAPIError' | 'SecurityError' | 'InvalidStateError' | 'VersionError' | 'QuotaExceededError' }
  /** Values stand in it that none of ours would be. */
  | { holds: readonly Readonly<Record<string, unknown>>[] }
  /** Two tabs keep something at the same moment. */
  | { tabs: 2 }

/** One way in which storage fails, whatever is kept: a scenario "before" is there, and "now" is kept. To try another, add a row. */
export interface BadStorage {
  demand: Demand<'storage'>
  case?: string
  fault: StorageFault
  /** What the page tells of it: why the last change is not stored, and how many records cannot be read. */
  told: { failure: 'full' | 'blocked' | 'other' | null; faults: number }
  /** What is on screen while the fault lasts, and what a reload finds once it is over. */
  shown: readonly string[]
  after: readonly string[]
}

// prettier-ignore
export const badStorage: readonly BadStorage[] = [
  { demand: 'storage full', fault: { writes: 'QuotaExceededError' }, told: { failure: 'full', faults: 0 }, shown: ['before', 'now'], after: ['before'] },
  { demand: 'storage full', case: 'told by a transaction that was aborted', fault: { writes: 'AbortError of QuotaExceededError' }, told: { failure: 'full', faults: 0 }, shown: ['before', 'now'], after: ['before'] },
  { demand: 'storage full', case: 'before it is even open', fault: { opens: 'QuotaExceededError' }, told: { failure: 'full', faults: 0 }, shown: ['now'], after: ['before'] },
  { demand: 'storage full', case: 'no, but a disk that fails', fault: { writes: 'UnknownError' }, told: { failure: 'other', faults: 0 }, shown: ['before', 'now'], after: ['before'] },
  { demand: 'storage blocked', fault: { opens: 'SecurityError' }, told: { failure: 'blocked', faults: 0 }, shown: ['now'], after: ['before'] },
  { demand: 'storage blocked', case: 'not there at all', fault: { opens: 'MissingAPIError' }, told: { failure: 'blocked', faults: 0 }, shown: ['now'], after: ['before'] },
  { demand: 'storage blocked', case: 'in a private window', fault: { opens: 'InvalidStateError' }, told: { failure: 'blocked', faults: 0 }, shown: ['now'], after: ['before'] },
  { demand: 'storage blocked', case: 'made by a newer version of this program', fault: { opens: 'VersionError' }, told: { failure: 'blocked', faults: 0 }, shown: ['now'], after: ['before'] },
  { demand: 'storage blocked', case: 'by a newer version of this program, while it is open', fault: { writes: 'DatabaseClosedError' }, told: { failure: 'blocked', faults: 0 }, shown: ['before', 'now'], after: ['before'] },
  { demand: 'storage corrupt', case: 'in one part, all else sound', fault: { holds: [{ id: 'bad', place: 0, name: 7, note: '', assignment: {}, pack: { id: 'tiny', version: '1.0.0' }, savedAt: '', deck: { title: { en: 'x', es: 7 }, slides: [] } }] }, told: { failure: null, faults: 1 }, shown: ['before', 'now'], after: ['before', 'now'] },
  { demand: 'storage corrupt', case: 'in several ways', fault: { holds: [{ id: 'empty' }, { id: 'place', place: NaN, name: 'x' }, { id: 'list', place: 1, name: [], note: {}, assignment: [], deck: [] }] }, told: { failure: null, faults: 3 }, shown: ['before', 'now'], after: ['before', 'now'] },
  { demand: 'two tabs writing', fault: { tabs: 2 }, told: { failure: null, faults: 0 }, shown: ['before', 'now', 'other'], after: ['before', 'now', 'other'] },
]
