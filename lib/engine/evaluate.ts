import type { Baseline } from '../pack/schema'
import { type CompiledEffect, failingCondition, type Model } from './compile'
import { derive } from './derive'
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
  const shifts = model.variables.map(() => new Float64Array(model.years.length))
  for (const { size, responses } of firing(model, assignment))
    for (const { target, byYear } of responses) {
      const shift = shifts[target]!
      for (let t = 0; t < shift.length; t++) shift[t] = shift[t]! + size.central * byYear[t]!
    }
  return { shifts, paths: naturalPaths(model, shifts, variants) }
}

/** Effects of the rules that fire under an assignment, in pack order. */
export function firing(model: Model, assignment: Assignment): CompiledEffect[] {
  return model.pack.rules.flatMap((rule, r) =>
    failingCondition(rule, assignment) ? [] : (model.effectsOfRule[r] ?? []),
  )
}

/** The baseline in force for a variable that rules move, the chosen variant taken into account. */
export function baselineOf(model: Model, index: number, variants: Variants): Baseline | null {
  const variable = model.moved[index]?.variable
  if (!variable) return null
  const chosen =
    variable.kind === 'indicator' ? variable.variants?.find((v) => v.id === variants[variable.id]) : undefined
  return chosen?.baseline ?? variable.baseline
}

function naturalPaths(model: Model, shifts: readonly Float64Array[], variants: Variants): Float64Array[] {
  const paths = shifts.map((shift, i) => {
    const baseline = baselineOf(model, i, variants)
    const scale = model.moved[i]?.scale
    if (!baseline || !scale) return new Float64Array(shift.length)
    const start = toScale(scale, baseline.value)
    return shift.map((x) => (x === 0 ? baseline.value : fromScale(scale, start + x)))
  })
  for (const index of model.derivedOrder) {
    const variable = model.variables[index]
    if (variable?.scale !== 'derived') continue
    const parts = variable.formula.of.map((id) => paths[model.indexOf.get(id) ?? -1]!)
    paths[index] = model.years.reduce((path, _, t) => {
      path[t] = derive(
        variable.formula.op,
        parts.map((part) => part[t]!),
      )
      return path
    }, new Float64Array(model.years.length))
  }
  paths.forEach((path, i) => {
    const t = path.findIndex((value) => !Number.isFinite(value))
    if (t >= 0)
      throw new RangeError(
        `"${model.variables[i]?.id}" is not a finite number in ${model.years[t]}: check its baseline, its formula and the rules on it.`,
      )
  })
  return paths
}
