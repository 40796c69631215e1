import { type Model, yearIndex } from '../engine/compile'
import { type Assignment, evaluate, type Variants } from '../engine/evaluate'
import type { Variable } from '../pack/schema'

/**
 * Choose the event whose chance an assignment moves furthest from the baseline in a year, either way; of equal ones the
 * first. Where it moves none: the first risk, else the first event, else the first variable. Throws a RangeError on an
 * unknown year.
 */
export function mostMovedEvent(model: Model, assignment: Assignment, year: number, variants: Variants = {}): Variable {
  const t = yearIndex(model, year)
  const { paths } = evaluate(model, assignment, variants)
  const [furthest] = model.variables
    .map((variable, index) => ({ variable, by: Math.abs(paths[index]![t]! - paths[index]![0]!) }))
    .filter(({ variable, by }) => variable.kind !== 'indicator' && by > 0)
    .sort((a, b) => b.by - a.by)
  const firstOf = (kind: Variable['kind']) => model.variables.find((variable) => variable.kind === kind)
  return furthest?.variable ?? firstOf('risk') ?? firstOf('opportunity') ?? model.variables[0]!
}
