import { atom } from 'jotai/vanilla'
import type { Assignment } from '../../lib/scenario/assignment'
import { encode, restingScreen } from '../../lib/scenario/codec'
import { encodePresenting, type Presenting, restingPresenting } from '../../lib/scenario/presenting'
import type { Shown } from '../../lib/scenario/query'
import { named, packModelAtom, packNameAtom, presentingAtom, shownAtom } from './url'

/** Query texts of what the codes on paper open again, with my version and the baselines chosen here. */
export const codeQueriesAtom = atom((get) => {
  const [model, name] = [get(packModelAtom), get(packNameAtom)]
  const { changes, variants, year } = get(shownAtom)
  const { deck } = get(presentingAtom)
  return {
    /** Explore under an assignment, in another year or with the explanation of a variable open. */
    scenario: (assignment: Assignment, more: Partial<Pick<Shown, 'year' | 'open'>> = {}) =>
      named(name, encode(model, { ...restingScreen(model), changes, variants, year, assignment, ...more })),
    /** A page of the presentation, at a slide of this deck as written. */
    presenting: (slide: Partial<Pick<Presenting, 'slide' | 'toggled'>> = {}) =>
      named(name, encodePresenting(model, { ...restingPresenting(model), changes, variants, year, deck, ...slide })),
  }
})
