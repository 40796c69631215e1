import { atom } from 'jotai/vanilla'
import { selectAtom } from 'jotai/vanilla/utils'
import { rankCompared } from '../../lib/chart/rank'
import type { Model } from '../../lib/engine/compile'
import { type Assignment, evaluate, type Outcome } from '../../lib/engine/evaluate'
import { samples } from '../../lib/engine/fan'
import { type Order, pairedDifference } from '../../lib/engine/paired'
import { shapleyBetween } from '../../lib/explain/versions'
import { assign, sameRecord } from '../../lib/scenario/assignment'
import { assignmentAt, editColumn, letters, type Place } from '../../lib/scenario/comparison'
import { type Title, titleOf } from '../../lib/scenario/title'
import { baselineOutcomeAtom, columnsAtom, type Line, lineFansAtom, linesAtom, variantsAtom, yearAtom } from './atoms'
import { drawsAtom } from './draws'
import { changesAtom, comparisonAtom, modelAtom, packModelAtom, pageAtom } from './url'

/** One side of a comparison, evaluated: the baseline (place null) or a column. */
export interface Compared {
  place: Place
  /** "A" to "D"; null for the baseline. */
  letter: (typeof letters)[number] | null
  assignment: Assignment
  /** My version; or the pack itself, in a column that shows what the pack says. */
  model: Model
  title: Title
  outcome: Outcome
}

const emptyColumn: Assignment = {}
/** What stands at each place: only a column whose assignment changed is evaluated again. */
const columnAtoms = letters.map((letter, place) => {
  const assignmentAtom = selectAtom(columnsAtom, (columns) => columns[place]?.assignment ?? emptyColumn, sameRecord)
  const asPackAtom = selectAtom(columnsAtom, (columns) => columns[place]?.asPack ?? false)
  return atom((get): Compared | null => {
    const [model, assignment] = [get(get(asPackAtom) ? packModelAtom : modelAtom), get(assignmentAtom)]
    if (assignment === emptyColumn) return null
    const outcome = evaluate(model, assignment, get(variantsAtom))
    return { place, letter, assignment, model, title: titleOf(model, assignment), outcome }
  })
})

export const comparedBaselineAtom = atom((get): Compared => {
  const [model, outcome] = [get(modelAtom), get(baselineOutcomeAtom)]
  return {
    place: null,
    letter: null,
    assignment: model.baseline,
    model,
    title: titleOf(model, model.baseline),
    outcome,
  }
})
/** The columns in order. */
export const comparedAtom = atom((get): readonly Compared[] =>
  columnAtoms.flatMap((columnAtom) => get(columnAtom) ?? []),
)
/** Put one assumption of the column at a place in another state. */
export const assignColumnAtom = atom(null, (get, set, choice: { place: number; assumption: string; state: string }) => {
  const comparison = get(comparisonAtom)
  const before = assignmentAt(get(modelAtom), comparison, choice.place)
  const assignment = assign(get(modelAtom), before, choice.assumption, choice.state)
  set(comparisonAtom, { columns: editColumn(comparison, choice.place, { assignment }).columns })
})
/** Quantiles of the line at a place, by variable index; null while they are being computed. */
export const fansAtAtom = atom((get) => {
  const fans = get(lineFansAtom)
  return (place: Place) => fans[place === null ? 0 : place + 1] ?? []
})

/** How the table of outcomes is sorted. */
export const sortAtom = selectAtom(
  comparisonAtom,
  ({ sort }) => sort,
  (a, b) => a.by === b.by && a.up === b.up,
)

/** What the orders of the columns depend on; null where there is nothing to order. */
export const ordersKeyAtom = atom((get) => {
  if (get(pageAtom) !== 'compare') return null
  // Without the baseline, which is the first line.
  const sides = get(linesAtom).slice(1)
  if (sides.length < 2) return null
  const year = get(yearAtom)
  const key = JSON.stringify([year, get(variantsAtom), get(changesAtom), get(columnsAtom)])
  return { key, sides, year }
})
/** Orders of the columns as they came from the worker, with what they were computed for. */
export const ordersAtom = atom<{ key: string; orders: readonly Order[] } | null>(null)
/** Orders that belong to the columns on screen, by variable index; null while they are being computed. */
export const currentOrdersAtom = atom((get) => {
  const found = get(ordersAtom)
  return found && found.key === get(ordersKeyAtom)?.key ? found.orders : null
})

/**
 * Make the values of each variable in the year shown, once per model: baseline first, then the columns; the
 * list keeps its identity while its numbers hold, so that a row wakes only for its own.
 */
export const valueAtomsAtom = atom((get) => {
  const model = get(modelAtom)
  return new Map(
    model.variables.map(({ id }, index) => {
      const values = atom((get) => {
        const t = model.years.indexOf(get(yearAtom))
        return [get(comparedBaselineAtom), ...get(comparedAtom)].map(({ outcome }) => outcome.paths[index]![t]!)
      })
      return [id, selectAtom(values, (now) => now, sameValues)]
    }),
  )
})

/** Risks and opportunities by group, the one that is likeliest in some column first. */
const comparedRankOf = (kind: 'risk' | 'opportunity') =>
  selectAtom(
    atom((get) =>
      rankCompared(
        get(modelAtom),
        get(comparedAtom).map(({ outcome }) => outcome),
        get(yearAtom),
        kind,
      ),
    ),
    (groups) => groups,
    (a, b) => JSON.stringify(a) === JSON.stringify(b),
  )
export const comparedRanks = { risk: comparedRankOf('risk'), opportunity: comparedRankOf('opportunity') }

/** Highest less lowest value of a variable among the columns in the year shown, natural units, by variable index. */
export const spreadsAtom = atom((get) => {
  const t = get(modelAtom).years.indexOf(get(yearAtom))
  const columns = get(comparedAtom)
  return get(modelAtom).variables.map((_, index) => {
    const values = columns.map(({ outcome }) => outcome.paths[index]![t]!)
    return Math.max(...values) - Math.min(...values)
  })
})

/** The variable whose difference is explained: the one chosen, else the event on which the columns part most. */
export const explainedAtom = atom((get) => {
  const { open } = get(comparisonAtom)
  if (open !== null) return open
  const { variables } = get(modelAtom)
  const spreads = get(spreadsAtom)
  const spreadOf = (index: number) => (variables[index]?.kind === 'risk' ? (spreads[index] ?? 0) : -1)
  const widest = variables.reduce((best, _, index) => (spreadOf(index) > spreadOf(best) ? index : best), 0)
  return variables[widest]!.id
})

/** The two sides whose difference is explained; each keeps its identity while it is the same. */
const pairAtoms = ([0, 1] as const).map((which) =>
  selectAtom(
    atom((get): Line => {
      const comparison = get(comparisonAtom)
      const place = comparison.pair[which]
      const asPack = place !== null && comparison.columns[place]?.asPack
      return {
        model: get(asPack ? packModelAtom : modelAtom),
        assignment: assignmentAt(get(modelAtom), comparison, place),
      }
    }),
    (side) => side,
    (a, b) => a.model === b.model && sameRecord(a.assignment, b.assignment),
  ),
)

/** Why the pair differs in the explained variable: exact shares of the assumptions that differ, and of my changes. */
export const splitAtom = atom((get) =>
  shapleyBetween(get(pairAtoms[0]!), get(pairAtoms[1]!), get(explainedAtom), get(yearAtom), get(variantsAtom)),
)

/** The explained variable on each side of the pair, one value a draw: drawn again only for a side that changed. */
const samplesAtoms = pairAtoms.map((sideAtom) =>
  atom((get) => {
    const { model, assignment } = get(sideAtom)
    return samples(model, assignment, get(drawsAtom), get(explainedAtom), get(yearAtom), get(variantsAtom))
  }),
)
/** The difference of the pair, draw by draw. */
export const pairedAtom = atom((get) => pairedDifference(get(samplesAtoms[0]!), get(samplesAtoms[1]!)))

function sameValues(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i])
}
