import { type Atom, atom } from 'jotai/vanilla'
import { selectAtom } from 'jotai/vanilla/utils'
import { interval, type Series, series } from '../../lib/chart/series'
import { compile, type Model } from '../../lib/engine/compile'
import { evaluate } from '../../lib/engine/evaluate'
import { fingerprints } from '../../lib/engine/fan'
import { bringBack } from '../../lib/explain/bring-back'
import { trace } from '../../lib/explain/trace'
import type { Pack } from '../../lib/pack/schema'
import { sameRecord } from '../../lib/scenario/assignment'
import { rank } from '../../lib/chart/rank'
import { sectorShifts, summarise } from '../../lib/chart/summary'
import { modelAtom, screenAtom } from './url'

/** Hand the pack to the store; everything else follows. */
export const packAtom = atom(null, (_get, set, pack: Pack) => set(modelAtom, compile(pack)))

export const assignmentAtom = selectAtom(screenAtom, (screen) => screen.assignment, sameRecord)
export const variantsAtom = selectAtom(screenAtom, (screen) => screen.variants, sameRecord)
/** Make the atom of each assumption's state, once per model: its control wakes only when its own state changes. */
export const stateAtomsAtom = atom((get) => {
  const { assumptions } = get(modelAtom).pack
  return new Map(assumptions.map(({ id }) => [id, atom((get) => get(assignmentAtom)[id] ?? '')]))
})
export const yearAtom = atom((get) => get(screenAtom).year)
export const openAtom = atom((get) => get(screenAtom).open)
export const viewAtom = atom((get) => get(screenAtom).view)

const outcomeAtom = atom((get) => evaluate(get(modelAtom), get(assignmentAtom), get(variantsAtom)))
export const baselineOutcomeAtom = atom((get) => evaluate(get(modelAtom), get(modelAtom).baseline, get(variantsAtom)))
export const fingerprintsAtom = atom((get) => fingerprints(get(modelAtom), get(assignmentAtom), get(variantsAtom)))

/** Fans computed so far, each with the fingerprint of what it was computed for. */
export type Fans = readonly ({ fingerprint: string; quantiles: Float64Array } | null)[]
export const fansAtom = atom<Fans>([])
/** Quantiles of every variable that belong to the lines on screen; null while they are being computed. */
const currentFansAtom = atom((get) =>
  get(fingerprintsAtom).map((now, i) =>
    get(fansAtom)[i]?.fingerprint === now ? (get(fansAtom)[i]?.quantiles ?? null) : null,
  ),
)

/** One row of the ladder, or the foot of an indicator: where it was, where it is, its 90 % interval. */
export interface Row {
  baseline: number
  value: number
  interval: { low: number; high: number } | null
}

/** Make the atoms of each variable, once per model: a row and a series that change only when their numbers do. */
export const variableAtomsAtom = atom((get) => {
  const model = get(modelAtom)
  return new Map(model.pack.variables.map(({ id }, index) => [id, variableAtoms(model, index)]))
})

function variableAtoms(model: Model, index: number): { row: Atom<Row>; series: Atom<Series> } {
  const quantiles = selectAtom(currentFansAtom, (fans) => fans[index] ?? null, sameNumbers)
  const path = selectAtom(outcomeAtom, (outcome) => outcome.paths[index]!, sameNumbers)
  const at = atom((get) => model.years.indexOf(get(yearAtom)))
  const row = atom((get) => ({
    baseline: get(path)[0]!,
    value: get(path)[get(at)]!,
    interval: interval(get(quantiles), get(at)),
  }))
  const drawn = atom((get) => series(model.years, get(path), get(quantiles)))
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
    a.interval?.high === b.interval?.high
  )
}
