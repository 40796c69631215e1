import type { Baseline } from '../pack/schema'
import type { CompiledEffect, Model, Moved } from './compile'
import { firingOf, firingRules } from './conditions'
import { deriveEach } from './derive'
import { fromScale, toScale } from './scale'

/** One state for every assumption. */
export type Assignment = Readonly<Record<string, string>>
/** Chosen baseline variant of each variable that has a choice; a variable left out keeps its first baseline. */
export type Variants = Readonly<Record<string, string>>

/** All paths under one assignment: `shifts` on the scales, `paths` in natural units, both [variable][year]. */
export interface Outcome {
  shifts: readonly Float64Array[]
  paths: readonly Float64Array[]
}

/**
 * Evaluate a model under an assignment: the central path of every variable over the horizon. Derived
 * variables are formulas over natural values; their shift stays 0. Throws a RangeError that names the
 * variable if a value is not finite.
 */
export function evaluate(model: Model, assignment: Assignment, variants: Variants = {}): Outcome {
  const cells = new Float64Array(2 * model.variables.length * model.years.length)
  addPushes(model, firingRules(model.conditions, assignment), cells)
  const shifts = rows(model, cells, 0)
  const paths = rows(model, cells, model.variables.length)
  for (const moved of model.moved)
    if (moved) movePath(model, moved, shifts[moved.index]!, paths[moved.index]!, variants)
  for (const { index, op, parts } of model.formulas)
    deriveEach(
      op,
      parts.map((part) => paths[part]!),
      paths[index]!,
    )
  for (let cell = cells.length / 2; cell < cells.length; cell++)
    if (!Number.isFinite(cells[cell])) throw notFinite(model, cell - cells.length / 2)
  return { shifts, paths }
}

/** Effects of the rules that fire under an assignment, in pack order. */
export function firing(model: Model, assignment: Assignment): CompiledEffect[] {
  return firingOf(model.conditions, assignment, model.effectsOfRule).flat()
}

/** The baseline in force for a variable that rules move, the chosen variant taken into account. */
export function baselineOf(model: Model, index: number, variants: Variants): Baseline | null {
  const variable = model.moved[index]?.variable
  if (!variable) return null
  const chosen =
    variable.kind === 'indicator' ? variable.variants?.find((v) => v.id === variants[variable.id]) : undefined
  return chosen?.baseline ?? variable.baseline
}

/** A row of cells a variable. All share one piece of memory: getting it piece by piece takes longer than the sums. */
function rows({ variables, years }: Model, { buffer }: Float64Array, first: number): Float64Array[] {
  const found: Float64Array[] = []
  for (let r = first; r < first + variables.length; r++)
    found.push(new Float64Array(buffer, 8 * r * years.length, years.length))
  return found
}

/** Add the pushes of some rules to the cells of all shifts, in pack order. */
function addPushes({ pushes: { ends, cell, from, numbers } }: Model, rules: readonly number[], cells: Float64Array) {
  for (const rule of rules)
    for (let p = rule > 0 ? ends[rule - 1]! : 0; p < ends[rule]!; p++)
      for (let n = from[p]!, c = cell[p]!; n < from[p + 1]!; n++, c++) cells[c] = cells[c]! + numbers[n]!
}

function movePath(model: Model, { index, scale }: Moved, shift: Float64Array, path: Float64Array, variants: Variants) {
  const { value } = baselineOf(model, index, variants)!
  const start = toScale(scale, value)
  for (let t = 0; t < path.length; t++) path[t] = shift[t] === 0 ? value : fromScale(scale, start + shift[t]!)
}

function notFinite(model: Model, cell: number): RangeError {
  const [index, t] = [Math.floor(cell / model.years.length), cell % model.years.length]
  return new RangeError(
    `"${model.variables[index]?.id}" is not a finite number in ${model.years[t]}: check its baseline, its formula and the rules on it.`,
  )
}
