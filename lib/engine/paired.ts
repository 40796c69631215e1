import { type Model, yearIndex } from './compile'
import type { Draws } from './draws'
import { type Assignment, evaluate, type Variants } from './evaluate'
import { quantilesOf, sampler } from './fan'
import { fingerprints } from './fingerprints'

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
 * Form the difference `after − before` of two samples of one variable and year, natural units, in every draw: both share the
 * draws, so that its quantiles are of the differences, never differences of quantiles.
 */
export function pairedDifference(before: Float64Array, after: Float64Array): PairedDifference {
  const differences = after.map((value, d) => value - before[d]!)
  const share = (holds: (difference: number) => boolean) => differences.filter(holds).length / differences.length
  const [low = NaN, median = NaN, high = NaN] = quantilesOf(differences, [0.05, 0.5, 0.95])
  return {
    low,
    median,
    high,
    above: share((difference) => difference > 0),
    equal: share((difference) => difference === 0),
    below: share((difference) => difference < 0),
    draws: differences.length,
  }
}

/** How some assignments stand to each other in one variable. */
export interface Order {
  /** Positions of the assignments, highest central value first; those equal in every draw stand together. */
  groups: readonly (readonly number[])[]
  /** Share of the draws in which the groups stand in this order, which a tie does not break; 1 for a single group. */
  share: number
  /** Highest less lowest central value, natural units. */
  spread: number
}

/** One of the sides that are put in order: an assignment, and the model it is evaluated by. */
export interface OrderedSide {
  model: Model
  assignment: Assignment
}

/**
 * Order some sides in every variable (pack order) by their central values in a year, and count in how many of
 * the common draws that order holds. Their models are versions of one pack, with the same variables and keys of
 * draws. Central values that rounding alone tells apart (1e-12, relative) keep the order of the sides. Throws a
 * RangeError on a year outside the horizon; empty where there is no side.
 */
export function orders(sides: readonly OrderedSide[], draws: Draws, year: number, variants: Variants = {}): Order[] {
  const [model] = sides.map((side) => side.model)
  if (!model) return []
  const t = yearIndex(model, year)
  const versions = [...new Set(sides.map((side) => side.model))]
  const keys = sides.map((side) =>
    fingerprints(side.model, side.assignment, variants).map((key) => `${versions.indexOf(side.model)}|${key}`),
  )
  const paths = sides.map((side) => evaluate(side.model, side.assignment, variants).paths)
  const drawn = sides.map((side, i) => {
    // What an earlier assignment draws alike is not drawn again.
    const wanted = model.variables.flatMap((_, index) =>
      firstAlike(keys, index, i) === i && !allAlike(keys, index) ? [index] : [],
    )
    return sampler(side.model, side.assignment, draws, variants).sample(t, wanted)
  })
  return model.variables.map((_, index) => {
    const central = paths.map((path) => path[index]![t]!)
    const first = sides.map((_, i) => firstAlike(keys, index, i))
    const sample = (i: number) => drawn[first[i]!]![index]
    // Rules that have not begun, or have passed, tell two keys apart and no draw.
    const heads = first.map((i) => {
      const own = sample(i)
      return first.findIndex((j) => j === i || sample(j)?.every((value, d) => value === own?.[d]))
    })
    const ranked = byCentral([...new Set(heads)], central)
    return {
      groups: ranked.map((head) => heads.flatMap((own, i) => (own === head ? [i] : []))),
      share: shareInOrder(ranked.map(sample), draws.count),
      spread: Math.max(...central) - Math.min(...central),
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

/** Positions by central value, highest first; those that rounding alone tells apart stand by position. */
function byCentral(positions: readonly number[], central: readonly number[]): number[] {
  const tied: number[][] = []
  for (const i of positions.toSorted((a, b) => central[b]! - central[a]!)) {
    const last = tied.at(-1)
    if (last?.some((j) => nearlyEqual(central[j]!, central[i]!))) last.push(i)
    else tied.push([i])
  }
  return tied.flatMap((some) => some.toSorted((a, b) => a - b))
}

function nearlyEqual(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b))
}

function shareInOrder(ranked: readonly (Float64Array | undefined)[], count: number): number {
  let holding = 0
  for (let d = 0; d < count; d++) {
    let holds = true
    for (let r = 1; r < ranked.length && holds; r++) holds = ranked[r - 1]![d]! >= ranked[r]![d]!
    if (holds) holding++
  }
  return holding / count
}
