import { atom } from 'jotai/vanilla'
import { atomWithStorage } from 'jotai/vanilla/utils'
import type { Issue } from '../../lib/fail'
import { type Change, change, changeIssues, challenged, keyOf, ownOf, without } from '../../lib/pack/challenge'
import { check } from '../../lib/pack/check'
import { hidden } from '../../lib/pack/limits'
import type { FiledChange } from '../../lib/scenario/file'
import { changesAtom, packModelAtom, setShownAtom } from './url'

/** One thing changed: what the pack says, what I say, and why I say so. */
export interface Changed {
  key: string
  made: Change
  /** What the pack says; null for a rule that acts in it. */
  own: Change | null
  reason: string
}

/** Longest reason, in characters. */
export const longestReason = 500

/** Reasons typed for changes, by pack and key: they stay in the browser and travel in files, never in an address. */
const reasonsAtom = atomWithStorage<Readonly<Record<string, string>>>('encrucijada-reasons', {}, undefined, {
  getOnInit: false,
})

/** All that is changed, in the order it was changed. */
export const changedAtom = atom((get): readonly Changed[] => {
  const { pack } = get(packModelAtom)
  const reasons = get(reasonsAtom)
  return get(changesAtom).map((made) => {
    const key = keyOf(made)
    return { key, made, own: ownOf(pack, made), reason: String(reasons[`${pack.meta.id}/${key}`] ?? '') }
  })
})

/** All that is changed as a file carries it: each with the reason typed for it. */
export const filedChangesAtom = atom((get): readonly FiledChange[] =>
  get(changedAtom).map(({ made, reason }) => (reason === '' ? made : { ...made, reason })),
)

/** Make one change, or take it back where it says what the pack says. Returns why it cannot be made; nothing then changes. */
export const makeChangeAtom = atom(null, (get, set, made: Change): Issue[] => {
  const { pack } = get(packModelAtom)
  const changes = change(pack, get(changesAtom), made)
  const issues = changeIssues(pack, made)
  const faults = issues.length > 0 ? issues : check(challenged(pack, changes))
  if (faults.length === 0) set(setShownAtom, { changes })
  return faults
})

/** Take one change back; its reason stays, should it be made again. */
export const takeBackAtom = atom(null, (get, set, key: string) =>
  set(setShownAtom, { changes: without(get(changesAtom), key) }),
)

/** Take all changes back. */
export const takeAllBackAtom = atom(null, (_get, set) => set(setShownAtom, { changes: [] }))

/** Say why something is changed; what hides or turns text is left out. Returns whether the browser stored it. */
export const giveReasonAtom = atom(null, (get, set, key: string, reason: string): boolean => {
  const plain = reason.replace(new RegExp(hidden, 'gu'), ' ').slice(0, longestReason)
  const { [`${get(packModelAtom).pack.meta.id}/${key}`]: _, ...others } = get(reasonsAtom)
  try {
    set(reasonsAtom, plain === '' ? others : { ...others, [`${get(packModelAtom).pack.meta.id}/${key}`]: plain })
    return true
  } catch {
    // The browser stores nothing, or has no room: the reason lasts as long as the page.
    return false
  }
})

/**
 * Take over a version from a file, with its reasons, in the place of mine. Returns the keys of those changes that
 * this pack does not allow: they are left out.
 */
export const takeVersionAtom = atom(null, (get, set, filed: readonly FiledChange[]): string[] => {
  const { pack } = get(packModelAtom)
  const [changes, left]: [Change[], string[]] = [[], []]
  for (const { reason = '', ...made } of filed) {
    if (changeIssues(pack, made).length > 0) left.push(keyOf(made))
    else {
      changes.push(made)
      if (reason !== '') set(giveReasonAtom, keyOf(made), reason)
    }
  }
  set(setShownAtom, { changes })
  return left
})
