import { type Atom, atom, type Getter } from 'jotai/vanilla'
import { selectAtom } from 'jotai/vanilla/utils'
import { interval, type Series, series } from '../../lib/chart/series'
import { compile, type Model } from '../../lib/engine/compile'
import { type Assignment, evaluate } from '../../lib/engine/evaluate'
import { fingerprints } from '../../lib/engine/fingerprints'
import { bringBack } from '../../lib/explain/bring-back'
import { trace } from '../../lib/explain/trace'
import { keyOf, writeChange } from '../../lib/pack/challenge'
import type { Pack } from '../../lib/pack/schema'
import { sameRecord } from '../../lib/scenario/assignment'
import { sameColumns } from '../../lib/scenario/comparison'
import { rank } from '../../lib/chart/rank'
import { sectorShifts, summarise } from '../../lib/chart/summary'
import {
  changesAtom,
  comparisonAtom,
  modelAtom,
  packModelAtom,
  pageAtom,
  presenting,
  screenAtom,
  shownAtom,
} from './url'

/** The assignments of the slides in use: brought by the pages of a presentation, and fetched with them. */
export const slideLinesAtom = atom<Atom<readonly Assignment[]> | null>(null)
const slideLines = (get: Getter) => {
  const own = get(slideLinesAtom)
  return own === null ? [] : get(own)
}

/** Hand the pack to the store; everything else follows. */
export const packAtom = atom(null, (_get, set, pack: Pack) => set(packModelAtom, compile(pack)))

/** Content hash of the pack in use: a citation names it. */
export const hashAtom = atom('')

export const assignmentAtom = selectAtom(screenAtom, (screen) => screen.assignment, sameRecord)
export const variantsAtom = selectAtom(shownAtom, (shown) => shown.variants, sameRecord)
/** Make the atom of each assumption's state, once per model: its control wakes only when its own state changes. */
export const stateAtomsAtom = atom((get) => {
  const { assumptions } = get(modelAtom).pack
  return new Map(assumptions.map(({ id }) => [id, atom((get) => get(assignmentAtom)[id] ?? '')]))
})
export const yearAtom = atom((get) => get(shownAtom).year)
export const openAtom = atom((get) => get(shownAtom).open)
export const viewAtom = atom((get) => get(screenAtom).view)

const outcomeAtom = atom((get) => evaluate(get(modelAtom), get(assignmentAtom), get(variantsAtom)))
export const baselineOutcomeAtom = atom((get) => evaluate(get(modelAtom), get(modelAtom).baseline, get(variantsAtom)))
/** The columns of Compare; the list keeps its identity while no assignment in it changes. */
export const columnsAtom = selectAtom(comparisonAtom, (comparison) => comparison.columns, sameColumns)
/** One line on screen: an assignment, and the model it is evaluated by, mine or the pack's own. */
export interface Line {
  model: Model
  assignment: Assignment
}
/** The lines on screen: the one in Explore; the baseline and the columns of Compare; the slides in sight; none on pages to read. */
export const linesAtom = atom((get): readonly Line[] => {
  const [page, model] = [get(pageAtom), get(modelAtom)]
  if (page === 'explore') return [{ model, assignment: get(assignmentAtom) }]
  if (page === 'groups') return []
  if (presenting.includes(page)) return slideLines(get).map((assignment) => ({ model, assignment }))
  if (page !== 'compare') return []
  const own = get(packModelAtom)
  return [
    { model, assignment: model.baseline },
    ...get(columnsAtom).map(({ assignment, asPack }) => ({ model: asPack ? own : model, assignment })),
  ]
})
/** For each line and variable, what its fan depends on: equal keys, equal fans. */
export const fanKeysAtom = atom((get) => {
  const [own, changes] = [get(packModelAtom), get(changesAtom)]
  const mine = changes.map((made) => `${keyOf(made)}=${writeChange(made)}`).join()
  return get(linesAtom).map(({ model, assignment }) =>
    fingerprints(model, assignment, get(variantsAtom)).map(
      (fingerprint, index) => `${index}:${fingerprint}${model === own ? '' : `|${mine}`}`,
    ),
  )
})
/** Quantiles computed so far, by fan key. */
export const fansAtom = atom<ReadonlyMap<string, Float64Array>>(new Map())
/** For each line, the quantiles of every variable that belong to it; null while they are being computed. */
export const lineFansAtom = atom((get) =>
  get(fanKeysAtom).map((keys) => keys.map((key) => get(fansAtom).get(key) ?? null)),
)
/** Quantiles of every variable under an assignment of a line on screen; empty while, and where, there are none. */
export const fansUnderAtom = atom((get) => {
  const [lines, fans] = [get(linesAtom), get(lineFansAtom)]
  return (assignment: Assignment) => fans[lines.findIndex((line) => sameRecord(line.assignment, assignment))] ?? []
})

/** One row of the ladder, or the foot of an indicator: where it was, where it is, its 90 % interval. */
export interface Row {
  baseline: number
  value: number
  interval: { low: number; high: number } | null
  /** The same by the pack itself, where it stands beside my version. */
  own: { baseline: number; value: number } | null
}

/** What the pack itself gives for the assignment in Explore; null where it is not asked for, or is what I have. */
const ownOutcomeAtom = atom((get) => {
  const own = get(packModelAtom)
  if (!get(screenAtom).beside || own === get(modelAtom)) return null
  return evaluate(own, get(assignmentAtom), get(variantsAtom))
})

/** Make the atoms of each variable, once per model: a row and a series that change only when their numbers do. */
export const variableAtomsAtom = atom((get) => {
  const model = get(modelAtom)
  return new Map(model.pack.variables.map(({ id }, index) => [id, variableAtoms(model, index)]))
})

function variableAtoms(model: Model, index: number): { row: Atom<Row>; series: Atom<Series> } {
  const quantiles = selectAtom(lineFansAtom, ([fans]) => fans?.[index] ?? null, sameNumbers)
  const path = selectAtom(outcomeAtom, (outcome) => outcome.paths[index]!, sameNumbers)
  const own = selectAtom(ownOutcomeAtom, (outcome) => outcome?.paths[index] ?? null, sameNumbers)
  const at = atom((get) => model.years.indexOf(get(yearAtom)))
  const row = atom((get) => {
    const [mine, packs, t] = [get(path), get(own), get(at)]
    return {
      baseline: mine[0]!,
      value: mine[t]!,
      interval: interval(get(quantiles), t),
      own: packs && { baseline: packs[0]!, value: packs[t]! },
    }
  })
  const drawn = atom((get) => series(model.years, get(path), get(quantiles), get(own)))
  return { row: selectAtom(row, (value) => value, sameRow), series: drawn }
}

/** Risks and opportunities by group, likeliest first; each keeps its identity while the order holds. */
const rankedAtomOf = (kind: 'risk' | 'opportunity') =>
  selectAtom(
    atom((get) => rank(get(modelAtom), get(outcomeAtom), get(yearAtom), kind)),
    (groups) => groups,
    (a, b) => JSON.stringify(a) === JSON.stringify(b),
  )
export const rankedAtoms = { risk: rankedAtomOf('risk'), opportunity: rankedAtomOf('opportunity') }
export const sectorShiftsAtom = atom((get) => sectorShifts(get(modelAtom), get(outcomeAtom)))
export const summaryAtom = atom((get) => summarise(get(modelAtom), get(outcomeAtom), get(yearAtom)))
export const traceAtom = atom((get) => {
  const open = get(openAtom)
  return open === null ? null : trace(get(modelAtom), get(assignmentAtom), open, get(yearAtom), get(variantsAtom))
})
export const bringBackAtom = atom((get) => {
  const open = get(openAtom)
  return open === null ? [] : bringBack(get(modelAtom), get(assignmentAtom), open, get(yearAtom), get(variantsAtom))
})

function sameNumbers(a: Float64Array | null, b: Float64Array | null): boolean {
  return a === b || (a !== null && b !== null && a.length === b.length && a.every((value, i) => value === b[i]))
}

function sameRow(a: Row, b: Row): boolean {
  return (
    a.baseline === b.baseline &&
    a.value === b.value &&
    a.interval?.low === b.interval?.low &&
    a.interval?.high === b.interval?.high &&
    a.own?.baseline === b.own?.baseline &&
    a.own?.value === b.own?.value
  )
}
