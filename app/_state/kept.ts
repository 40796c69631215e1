import { atom } from 'jotai/vanilla'
import type { Assignment } from '../../lib/scenario/assignment'
import type { Kept } from '../../lib/scenario/kept'
import type { KeptRecord } from '../../lib/scenario/kept-record'
import { type Condition, newId, nextPlace, shelf } from './shelf'
import { modelAtom } from './url'

/** Scenarios kept in this browser, and how far they are. */
export interface KeptShelf extends Condition {
  scenarios: readonly KeptRecord[]
}

const own = shelf<KeptRecord>(async () => {
  const [{ openShelf }, { readKept }] = await Promise.all([
    import('./shelf-store'),
    import('../../lib/scenario/kept-record'),
  ])
  return openShelf('scenarios', readKept)
})

/** The scenario deleted last, until the next change. */
export const deletedAtom = own.deletedAtom
export const deleteKeptAtom = own.deleteAtom
/** Put the scenario deleted last back where it was. */
export const undoDeleteAtom = own.undoDeleteAtom
/** Put scenarios on the shelf as they are, in their places. */
export const putKeptAtom = own.putAtom
/** Let two scenarios change places. */
export const swapKeptAtom = own.swapAtom
/** Remove a record by its key: a scenario, or one that could not be read. */
export const removeAtom = own.removeAtom
/** Follow the browser's storage, opened once the page stands; where there is none, memory serves. Returns the stop. */
export const followKept = own.follow

export const keptAtom = atom((get): KeptShelf => ({
  ...get(own.conditionAtom),
  // Those of other models are kept, and shown with their own.
  scenarios: get(own.recordsAtom).filter(({ pack }) => pack.id === get(modelAtom).pack.meta.id),
}))

/**
 * Keep an assignment under a name: as a new scenario, a group's or nobody's, or in the place of the one with that id.
 * Returns its id, and whether it is stored or lasts only as long as the tab.
 */
export const keepAtom = atom(
  null,
  async (
    get,
    set,
    made: { id?: string | null; name: string; note: string; assignment: Assignment; group?: true },
  ): Promise<{ id: string; stored: boolean }> => {
    const records = get(own.recordsAtom)
    const before = records.find(({ id }) => id === made.id)
    const { meta } = get(modelAtom).pack
    const id = before?.id ?? newId()
    const group = before?.group ?? made.group
    const stored = await set(own.putAtom, [
      {
        id,
        name: made.name,
        note: made.note,
        assignment: made.assignment,
        pack: { id: meta.id, version: meta.version },
        savedAt: new Date().toISOString(),
        place: before?.place ?? nextPlace(records),
        ...(group && { group }),
      },
    ])
    return { id, stored }
  },
)

/** Give a kept scenario another name and note. One that another tab has deleted meanwhile is put back. */
export const renameAtom = atom(null, async (get, set, id: string, words: { name: string; note: string }) => {
  const record = get(own.recordsAtom).find((kept) => kept.id === id)
  set(deletedAtom, null)
  if (record) await set(own.putAtom, [{ ...record, ...words }])
})

/** Put a copy of a kept scenario right after it. */
export const duplicateAtom = atom(null, (_get, set, id: string, name: string) =>
  set(own.putAfterAtom, id, (record, place) => ({ ...record, ...place, name, savedAt: new Date().toISOString() })),
)

/** Move a kept scenario up (−1) or down (1) by one place among those shown. */
export const moveKeptAtom = atom(null, (get, set, id: string, by: -1 | 1) => {
  const shown = get(keptAtom).scenarios
  return set(own.swapAtom, id, shown[shown.findIndex((kept) => kept.id === id) + by]?.id)
})

/** Add scenarios read from a file, after those that are there, with ids of their own: all or none. */
export const importKeptAtom = atom(null, async (get, set, list: readonly Omit<Kept, 'id'>[]): Promise<string[]> => {
  const start = nextPlace(get(own.recordsAtom))
  const records = list.map((kept, i) => ({ ...kept, id: newId(), place: start + i }))
  await set(own.putAtom, records)
  return records.map(({ id }) => id)
})
