import { type Model, variableIndex, yearIndex } from './compile'
import type { Draws } from './draws'
import { type Assignment, evaluate, type Variants } from './evaluate'
import { fingerprints, quantilesOf, sampler, samples } from './fan'

/** The difference of two assignments in one variable and year, draw by draw. */
export interface PairedDifference {
  /** 5, 50 and 95 % points of the differences, natural units. */
  low: number
  median: number
  high: number
  /** Shares of the draws in which the second is above, equal to, and below the first; they add up to 1. */
  above: number
  equal: number
  below: number
  draws: number
}

/**
 * Form the difference `after − before` in every draw: both share the draws, so that its quantiles are of the
 * differences, never differences of quantiles. Throws a RangeError on an unknown variable or year.
 */
export function pairedDifference(
  model: Model,
  before: Assignment,
  after: Assignment,
  draws: Draws,
  variable: string,
  year: number,
  variants: Variants = {},
): PairedDifference {
  const from = samples(model, before, draws, variable, year, variants)
  const differences = samples(model, after, draws, variable, year, variants).map((value, d) => value - from[d]!)
  const share = (holds: (difference: number) => boolean) => differences.filter(holds).length / draws.count
  const [low = NaN, median = NaN, high = NaN] = quantilesOf(differences, [0.05, 0.5, 0.95])
  return {
    low,
    median,
    high,
    above: share((difference) => difference > 0),
    equal: share((difference) => difference === 0),
    below: share((difference) => difference < 0),
    draws: draws.count,
  }
}

/** How some assignments stand to each other in one variable. */
export interface Order {
  /** Positions of the assignments, highest central value first; those equal in every draw stand together. */
  groups: readonly (readonly number[])[]
  /** Share of the draws in which the groups stand in this order; 1 for a single group. */
  share: number
  /** Highest less lowest central value, natural units. */
  spread: number
}

/**
 * Order some assignments in every variable (pack order) by their central values in a year, and count in how
 * many of the common draws that order holds. Throws a RangeError on a year outside the horizon.
 */
export function orders(
  model: Model,
  assignments: readonly Assignment[],
  draws: Draws,
  year: number,
  variants: Variants = {},
): Order[] {
  const t = yearIndex(model, year)
  const keys = assignments.map((assignment) => fingerprints(model, assignment, variants))
  const paths = assignments.map((assignment) => evaluate(model, assignment, variants).paths)
  const drawn = assignments.map((assignment, i) => {
    // What an earlier assignment draws alike is not drawn again.
    const wanted = model.variables.flatMap((_, index) =>
      firstAlike(keys, index, i) === i && !allAlike(keys, index) ? [index] : [],
    )
    return sampler(model, assignment, draws, variants)(t, wanted)
  })
  return model.variables.map(({ id }) => {
    const index = variableIndex(model, id)
    const central = (i: number) => paths[i]![index]![t]!
    const distinct = assignments.flatMap((_, i) => (firstAlike(keys, index, i) === i ? [i] : []))
    const ranked = distinct.toSorted((a, b) => central(b) - central(a))
    const values = assignments.map((_, i) => central(i))
    return {
      groups: ranked.map((first) => assignments.flatMap((_, i) => (firstAlike(keys, index, i) === first ? [i] : []))),
      share: shareInOrder(
        ranked.map((i) => drawn[i]![index]),
        draws.count,
      ),
      spread: values.length === 0 ? 0 : Math.max(...values) - Math.min(...values),
    }
  })
}

/** Position of the first assignment whose draws of a variable are those of the i-th. */
function firstAlike(keys: readonly string[][], index: number, i: number): number {
  return keys.findIndex((own) => own[index] === keys[i]![index])
}

function allAlike(keys: readonly string[][], index: number): boolean {
  return keys.every((own) => own[index] === keys[0]![index])
}

function shareInOrder(ranked: readonly (Float64Array | undefined)[], count: number): number {
  if (ranked.length < 2) return 1
  let holding = 0
  for (let d = 0; d < count; d++) {
    let holds = true
    for (let r = 1; r < ranked.length && holds; r++) holds = ranked[r - 1]![d]! >= ranked[r]![d]!
    if (holds) holding++
  }
  return holding / count
}
