import { atom } from 'jotai/vanilla'
import { selectAtom } from 'jotai/vanilla/utils'
import { type Assignment, evaluate } from '../../lib/engine/evaluate'
import { sameRecord } from '../../lib/scenario/assignment'
import { fit } from '../../lib/scenario/kept'
import type { KeptRecord } from '../../lib/scenario/kept-record'
import { boardRanges, boardRows, distinctNames } from '../../lib/workshop/board'
import { baselineOutcomeAtom, variantsAtom, yearAtom } from './atoms'
import { keepAtom, keptAtom, putKeptAtom, removeAtom, swapKeptAtom } from './kept'
import { modelAtom } from './url'

/** What a group chose, on the model in use. */
export interface Group {
  id: string
  name: string
  /** Its name, told apart from those of others that are called alike. */
  called: string
  note: string
  savedAt: string
  assignment: Assignment
  /** How many of its states this model does not have, or did not have then. */
  unfit: number
}

const recordsAtom = atom((get) => get(keptAtom).scenarios.filter(({ group }) => group))

/** The groups of the board, in order; the list keeps its identity while nothing in it changes. */
export const groupsAtom = selectAtom(
  atom((get): readonly Group[] => {
    const records = get(recordsAtom)
    const called = distinctNames(records.map(({ name }) => name))
    return records.map((record, i) => {
      const { assignment, dropped, added } = fit(get(modelAtom), record)
      const { id, name, note, savedAt } = record
      return { id, name, called: called[i] ?? name, note, savedAt, assignment, unfit: dropped.length + added.length }
    })
  }),
  (groups) => groups,
  (a, b) => a.length === b.length && a.every((group, i) => sameGroup(group, b[i])),
)

function sameGroup(one: Group, other: Group | undefined): boolean {
  const told = ({ id, name, called, note, savedAt, unfit }: Group) =>
    JSON.stringify([id, name, called, note, savedAt, unfit])
  return other !== undefined && told(one) === told(other) && sameRecord(one.assignment, other.assignment)
}

/** Who chose what, where they disagree most first. */
export const boardAtom = atom((get) =>
  boardRows(
    get(modelAtom),
    get(groupsAtom).map(({ assignment }) => assignment),
  ),
)

const outcomesAtom = atom((get) =>
  get(groupsAtom).map(({ assignment }) => evaluate(get(modelAtom), assignment, get(variantsAtom))),
)
const kinds = ['risk', 'opportunity', 'indicator'] as const
/** Least, middle and most of every outcome over the groups, by kind; kinds that the model does not have are left out. */
export const rangesAtom = atom((get) => {
  const [model, baseline, outcomes] = [get(modelAtom), get(baselineOutcomeAtom), get(outcomesAtom)]
  const t = model.years.indexOf(get(yearAtom))
  return kinds
    .map((kind) => ({ kind, ranges: boardRanges(model, baseline, outcomes, t, kind) }))
    .filter(({ ranges }) => ranges.length > 0)
})

/**
 * Keep what a group chose: as a new group, or in the place of the one with that id. Returns its id, and whether it is stored or
 * lasts only as long as the tab.
 */
export const keepGroupAtom = atom(
  null,
  (_get, set, made: { id: string | null; name: string; assignment: Assignment }) => {
    set(deletedGroupsAtom, [])
    return set(keepAtom, { ...made, note: '', group: true })
  },
)

/** Move a group to the left (−1) or right (1) by one place among the groups; nothing at the ends. */
export const moveGroupAtom = atom(null, (get, set, id: string, by: -1 | 1) => {
  const groups = get(recordsAtom)
  return set(swapKeptAtom, id, groups[groups.findIndex((group) => group.id === id) + by]?.id)
})

/** The groups deleted last, together, until the next one is deleted or kept. */
export const deletedGroupsAtom = atom<readonly KeptRecord[]>([])
/** Delete some groups, and nothing else that is kept; they can be put back. */
export const deleteGroupsAtom = atom(null, async (get, set, ids: readonly string[]) => {
  const gone = get(recordsAtom).filter(({ id }) => ids.includes(id))
  set(deletedGroupsAtom, gone)
  // At once: off the screen together, whatever the storage says of each.
  await Promise.all(gone.map(({ id }) => set(removeAtom, id)))
})
/** Put the groups deleted last back where they were. */
export const undoDeleteGroupsAtom = atom(null, async (get, set) => {
  const gone = get(deletedGroupsAtom)
  set(deletedGroupsAtom, [])
  if (gone.length > 0) await set(putKeptAtom, gone)
})

/** Id of the group whose states are being entered anew, or null. */
export const editedGroupAtom = atom<string | null>(null)
