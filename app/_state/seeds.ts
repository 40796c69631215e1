import type { Getter } from 'jotai/vanilla'
import type { Slide } from '../../lib/deck/schema'
import {
  comparisonSlide,
  ladderSlide,
  mapSlide,
  mostParted,
  pathSlide,
  type Seen,
  variableSlide,
  waterfallSlide,
} from '../../lib/deck/seed'
import type { Text, Variable } from '../../lib/pack/schema'
import { scenarioOf } from '../../lib/scenario/assignment'
import { assignmentAt } from '../../lib/scenario/comparison'
import { type Compared, comparedAtom, explainedAtom } from './compare'
import { keptAtom } from './kept'
import { comparisonAtom, evidenceScreenAtom, modelAtom, pageAssignmentAtom, rulesScreenAtom, shownAtom } from './url'

/** Makes the slide of what a chart shows, when it is asked for; null where nothing of it fits a slide. */
export type Seed = (get: Getter) => Slide | null

/** What this page looks into: the baseline on pages without an assignment. */
function seen(get: Getter): Seen {
  const model = get(modelAtom)
  return { model, assignment: get(pageAssignmentAtom) ?? model.baseline, year: get(shownAtom).year }
}

/** The ladder of some kind: the open row first, then those that moved most. */
function ladderSeed(kind: Variable['kind']): Seed {
  return (get) => {
    const here = seen(get)
    return ladderSlide(here, mostParted(here, [here.assignment], [kind], get(shownAtom).open))
  }
}

/** The path of an indicator. */
function pathSeed(variable: string): Seed {
  return (get) => pathSlide(seen(get), variable)
}

/** Why a variable moved: what separates the baseline from this assignment. */
function reasonSeed(variable: string): Seed {
  return (get) => waterfallSlide(seen(get), variable, get(modelAtom).baseline)
}

/** One variable under the assignment of the page. */
function variableSeed(variable: string): Seed {
  return (get) => variableSlide(seen(get), variable)
}

/** What the diagram of links has chosen: a variable, or where a link leads; else what moved most. */
const linkSeed: Seed = (get) => {
  const { link, open } = get(rulesScreenAtom)
  const to = get(modelAtom).pack.links.find(({ id }) => id === link)?.to ?? open
  return to === null ? ladderSeed('risk')(get) : variableSlide(seen(get), to)
}

/** The places of the section that Evidence shows; all without one. */
const mapSeed: Seed = (get) => {
  const { section } = get(evidenceScreenAtom)
  return mapSlide(seen(get), section === null ? [] : [section])
}

/** All columns side by side in the events of some kinds: the one that is explained first, then those that part them most. */
function comparisonSeed(kinds: readonly Variable['kind'][]): Seed {
  return (get) => {
    const columns = get(comparedAtom)
    const own = columns.map(({ assignment }) => assignment)
    if (own.length === 0) return null
    const here = { model: get(modelAtom), assignment: get(modelAtom).baseline, year: get(shownAtom).year }
    const events = mostParted(here, own, kinds, get(explainedAtom))
    return comparisonSlide(
      here,
      events,
      columns.map((column) => ({ label: labelOf(get, column), assignment: column.assignment })),
    )
  }
}

/** What separates the pair in the variable that is explained. */
const differenceSeed: Seed = (get) => {
  const [model, comparison] = [get(modelAtom), get(comparisonAtom)]
  const at = (place: number | null) => (place === null ? model.baseline : assignmentAt(model, comparison, place))
  const [from, to] = comparison.pair
  const here = { model, assignment: at(to), year: get(shownAtom).year }
  return waterfallSlide(here, get(explainedAtom), at(from))
}

/** The path of an indicator in the last column. */
function lastPathSeed(variable: string): Seed {
  return (get) => {
    const last = get(comparedAtom).at(-1)
    const model = get(modelAtom)
    return pathSlide({ model, assignment: last?.assignment ?? model.baseline, year: get(shownAtom).year }, variable)
  }
}

/** A column's name in both languages: that of its scenario, the one it is kept under, or its letter. */
function labelOf(get: Getter, { place, letter, assignment }: Compared): Text {
  const found = scenarioOf(get(modelAtom), assignment)
  if (found) return found.scenario.label
  const id = place === null ? null : get(comparisonAtom).columns[place]?.kept
  const kept = get(keptAtom).scenarios.find((scenario) => scenario.id === id)
  const name = kept?.name ?? letter ?? ''
  return { en: name, es: name }
}

/** What makes a slide of each chart, fetched once somebody adds one to a deck. */
export const seeds = {
  ladderSeed,
  pathSeed,
  reasonSeed,
  variableSeed,
  linkSeed,
  mapSeed,
  comparisonSeed,
  differenceSeed,
  lastPathSeed,
}
