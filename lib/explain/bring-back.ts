import { type Model, variableIndex, yearIndex } from '../engine/compile'
import { type Assignment, evaluate, type Variants } from '../engine/evaluate'

/** One change of one assumption, and where it would leave the variable (natural units). */
export interface BringBack {
  assumption: string
  state: string
  value: number
  /** Value minus the value now. */
  change: number
}

/**
 * What would bring a variable back: every single change of one assumption, recomputed, that leaves it
 * nearer its baseline in that year, nearest first. Empty when nothing moved it.
 */
export function bringBack(
  model: Model,
  assignment: Assignment,
  variable: string,
  year: number,
  variants: Variants = {},
): BringBack[] {
  const index = variableIndex(model, variable)
  const t = yearIndex(model, year)
  const path = evaluate(model, assignment, variants).paths[index]!
  const [start, now] = [path[0]!, path[t]!]
  const away = (value: number) => Math.abs(value - start)
  return [...model.states]
    .flatMap(([assumption, states]) =>
      states
        .filter((state) => state !== assignment[assumption])
        .map((state): BringBack => {
          const value = evaluate(model, { ...assignment, [assumption]: state }, variants).paths[index]![t]!
          return { assumption, state, value, change: value - now }
        }),
    )
    .filter(({ value }) => away(value) < away(now) - 1e-12)
    .sort((a, b) => away(a.value) - away(b.value))
}
