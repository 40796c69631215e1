import { useStore } from 'jotai'
import type { FiledChange } from '../../lib/scenario/file'
import { hashAtom } from '../_state/atoms'
import { filedChangesAtom } from '../_state/mine'
import { comparisonAtom, packModelAtom, pageAssignmentAtom, pageAtom, queryAtom } from '../_state/url'
import { useTitle } from './use-title'

/** What a scenario file of the screen holds: its scenarios, the pack, the comparison it is of, and my changes. */
export interface ScreenFile {
  scenarios: readonly { name: string; note: string; assignment: Readonly<Record<string, string>>; savedAt: string }[]
  pack: { id: string; version: string; hash: string }
  query: string | null
  changes: readonly FiledChange[]
}

/** Gathers what the screen is, for a file that carries what a link cannot. */
export function useScreenFile(): () => ScreenFile {
  const store = useStore()
  const title = useTitle()
  return () => {
    const compared = store.get(pageAtom) === 'compare'
    const own = store.get(pageAssignmentAtom)
    const columns = store.get(comparisonAtom).columns.map(({ assignment }) => assignment)
    const { meta } = store.get(packModelAtom).pack
    return {
      scenarios: (compared ? columns : own ? [own] : []).map((assignment) => ({
        name: title(assignment).slice(0, 80),
        note: '',
        assignment,
        savedAt: new Date().toISOString(),
      })),
      pack: { id: meta.id, version: meta.version, hash: store.get(hashAtom) },
      query: compared ? store.get(queryAtom) : null,
      changes: store.get(filedChangesAtom),
    }
  }
}
