import { type CompiledEffect, type Model, variableIndex, yearIndex } from '../engine/compile'
import { baselineOf, type Variants } from '../engine/evaluate'
import { shifted } from '../engine/scale'
import type { Effect, Rule } from '../pack/schema'
import { leafIndexesOf, valueFrom } from './weights'

/** What one effect would do to a variable if its rule fired and nothing else did. */
export interface PossiblePush {
  rule: Rule
  effect: Effect
  /** The year it is read in. */
  year: number
  /** Its push, central and through links, on the scale of the variable or of each its formula rests on; largest first. */
  on: readonly { variable: string; onScale: number }[]
  /** How far it alone would move the variable from its baseline, natural units. */
  natural: number
}

/**
 * List every effect that can reach a variable, through ramps, links and formulas, with its push in a year; without
 * one, each at its strongest in the horizon (the last of equal years), so that a shock that passes counts in full.
 * Largest first: on the scale for a variable that rules move, in natural units for a derived one. Throws on an
 * unknown variable or year.
 */
export function pushesOn(model: Model, variable: string, year?: number, variants: Variants = {}): PossiblePush[] {
  const index = variableIndex(model, variable)
  const times = year === undefined ? model.years.map((_, t) => t) : [yearIndex(model, year)]
  const derived = model.moved[index] === null
  const size = ({ on, natural }: PossiblePush) => Math.abs(derived ? natural : (on[0]?.onScale ?? 0))
  const push = pusher(model, index, variants)
  return model.effects
    .flatMap((effect) => {
      const acting = times.flatMap((t) => push(effect, t) ?? [])
      return acting.length === 0 ? [] : acting.reduce((best, one) => (size(one) >= size(best) ? one : best))
    })
    .sort((a, b) => size(b) - size(a))
}

/** Make the function that reads what an effect alone does to a variable in a year; null where it does not reach it. */
function pusher(model: Model, index: number, variants: Variants) {
  const starts = new Map(leafIndexesOf(model, index).map((leaf) => [leaf, baselineOf(model, leaf, variants)!.value]))
  const baseline = valueFrom(model, index, starts)
  return ({ rule, effect, size, responses }: CompiledEffect, t: number): PossiblePush | null => {
    const on = responses
      .map(({ target, byYear }) => ({ leaf: target, onScale: size.central * byYear[t]! }))
      .filter(({ leaf, onScale }) => starts.has(leaf) && onScale !== 0)
      .sort((a, b) => Math.abs(b.onScale) - Math.abs(a.onScale))
    if (on.length === 0) return null
    const moved = on.map(({ leaf, onScale }): [number, number] => {
      return [leaf, shifted(model.moved[leaf]!.scale, starts.get(leaf)!, onScale)]
    })
    return {
      rule,
      effect,
      year: model.years[t]!,
      on: on.map(({ leaf, onScale }) => ({ variable: model.variables[leaf]!.id, onScale })),
      natural: valueFrom(model, index, new Map([...starts, ...moved])) - baseline,
    }
  }
}
