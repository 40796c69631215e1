import type { Scale } from '../pack/schema'
import type { Model } from './compile'
import { deriveEach } from './derive'
import { type Draws, twoPieceNormal } from './draws'
import { type Assignment, baselineOf, firing, type Variants } from './evaluate'
import { fanLevels } from './fan-levels'
import { fromScale, toScale } from './scale'

/** Quantiles of the wanted variables, in their order: year after year, the five levels of `fanLevels`. */
export interface Fan {
  draws: number
  quantiles: readonly Float64Array<ArrayBuffer>[]
}

/**
 * Compute the fan of an assignment: 5, 25, 50, 75 and 95 % quantiles of the wanted variables (indexes; all by
 * default) in every year over the common draws, in natural units. Derived variables are evaluated draw by draw,
 * never on quantiles.
 */
export function fan(
  model: Model,
  assignment: Assignment,
  draws: Draws,
  variants: Variants = {},
  wanted: readonly number[] = model.variables.map((_, index) => index),
): Fan {
  const quantiles = wanted.map(() => new Float64Array(model.years.length * fanLevels.length))
  const { sample, stands } = sampler(model, assignment, draws, variants)
  const scratch = new Float64Array(draws.count)
  model.years.forEach((_, t) => {
    const moving = wanted.filter((index) => !stands(index, t))
    const values = sample(t, moving)
    wanted.forEach((index, i) => {
      const [before, at] = [(t - 1) * fanLevels.length, t * fanLevels.length]
      if (stands(index, t)) quantiles[i]!.copyWithin(at, before, at)
      else {
        scratch.set(values[index]!)
        quantiles[i]!.set(selected(scratch, fanLevels), at)
      }
    })
  })
  return { draws: draws.count, quantiles }
}

/**
 * Values of one variable in one year, one a draw, natural units. Two assignments share the draws, so the
 * element-wise difference of two results is the paired difference. Throws a RangeError on an unknown variable or year.
 */
export function samples(
  model: Model,
  assignment: Assignment,
  draws: Draws,
  variable: string,
  year: number,
  variants: Variants = {},
): Float64Array {
  const index = model.indexOf.get(variable)
  const t = model.years.indexOf(year)
  if (index === undefined || t < 0)
    throw new RangeError(
      `No samples of "${variable}" in ${year}: use a variable of this pack and a year of its horizon.`,
    )
  return sampler(model, assignment, draws, variants).sample(t, [index])[index]!
}

/**
 * Standard error, in ranks out of n, of the p-quantile of n draws: √(n p (1 − p)). For 2 048 draws the
 * 5 % point lies within about ± 20 ranks (two of these), so between the 4.0 and 6.0 % points.
 */
export function rankError(n: number, p: number): number {
  return Math.sqrt(n * p * (1 - p))
}

/** One end of an interval, and how far below and above it may lie by the luck of the draws; units of the sample. */
interface SampledEnd {
  value: number
  low: number
  high: number
}

/**
 * Read the sampling error of an interval off its sample: its ends, the p- and (1 − p)-quantiles, each with the
 * quantiles two standard errors of its rank away (p ± 2 `rankError` / n, within the sample). Holds about 95 %
 * of such samples if the draws are independent; a Latin hypercube strays less. Expects p < 0.5.
 */
export function intervalError(sample: Float64Array, p = 0.05): { low: SampledEnd; high: SampledEnd } {
  const reach = (2 * rankError(sample.length, p)) / sample.length
  const end = (level: number): SampledEnd => {
    const levels = [Math.max(0, level - reach), level, Math.min(1, level + reach)]
    const [low = NaN, value = NaN, high = NaN] = quantilesOf(sample, levels)
    return { value, low, high }
  }
  return { low: end(p), high: end(1 - p) }
}

/** Draws the variables of one assignment, year by year. */
export interface Sampler {
  /**
   * Values of the wanted variables (indexes) in the year at position t, one a draw, natural units; others may be
   * undefined. The next year is written over them.
   */
  sample: (t: number, wanted: readonly number[]) => (Float64Array | undefined)[]
  /** Whether a variable has, in every draw, the value of the year before: nothing behind it grows or fades. */
  stands: (index: number, t: number) => boolean
}

/** Make the sampler of an assignment: what is common to all its years is drawn once. */
export function sampler(model: Model, assignment: Assignment, draws: Draws, variants: Variants): Sampler {
  const pushes = pushesByTarget(model, assignment, draws)
  const starts = new Map<number, Start>()
  const startOf = (index: number) => {
    const start = starts.get(index) ?? drawStart(model, index, draws, variants)
    starts.set(index, start)
    return start
  }
  const memory: (Float64Array | undefined)[] = new Array(model.variables.length)
  const drawOne = (index: number, t: number, done: (Float64Array | undefined)[]): Float64Array => {
    const known = done[index]
    if (known) return known
    const variable = model.variables[index]!
    const values = (memory[index] ??= new Float64Array(draws.count))
    if (variable.scale === 'derived')
      deriveEach(
        variable.formula.op,
        variable.formula.of.map((id) => drawOne(model.indexOf.get(id)!, t, done)),
        values,
      )
    else drawMoved(startOf(index), t, pushes[index]!, values)
    done[index] = values
    return values
  }
  const stands = (index: number, t: number): boolean => {
    const variable = model.variables[index]!
    if (t === 0) return false
    if (variable.scale === 'derived') return variable.formula.of.every((id) => stands(model.indexOf.get(id)!, t))
    return pushes[index]!.every(({ byYear }) => byYear[t] === byYear[t - 1])
  }
  return {
    sample(t, wanted) {
      const done: (Float64Array | undefined)[] = new Array(model.variables.length)
      for (const index of wanted) drawOne(index, t, done)
      return done
    },
    stands,
  }
}

/** Where a variable starts: its baseline on the scale, one a draw. */
interface Start {
  scale: Scale
  /** Central baseline, in natural units and on the scale. */
  value: number
  central: number
  drawn: Float64Array
}

interface Push {
  /** The sizes, drawn when first asked for: of one variable's pushes few are. */
  sizes: () => Float64Array
  byYear: Float64Array
}

/** For each variable, the effects that reach it: their sizes, one a draw, and their responses. */
function pushesByTarget(model: Model, assignment: Assignment, draws: Draws): Push[][] {
  const pushes: Push[][] = model.variables.map(() => [])
  for (const { key, size, responses } of firing(model, assignment)) {
    let drawn: Float64Array | null = null
    const sizes = () => (drawn ??= draws.scores(key).map((score) => twoPieceNormal(size, score)))
    for (const { target, byYear } of responses) pushes[target]!.push({ sizes, byYear })
  }
  return pushes
}

function drawStart(model: Model, index: number, draws: Draws, variants: Variants): Start {
  const { scale } = model.moved[index]!
  const { value, low = value, high = value } = baselineOf(model, index, variants)!
  const size = { low: toScale(scale, low), central: toScale(scale, value), high: toScale(scale, high) }
  const drawn = new Float64Array(draws.count)
  if (low === high) drawn.fill(size.central)
  else {
    const scores = draws.scores(`baseline/${model.variables[index]!.id}`)
    for (let d = 0; d < drawn.length; d++) drawn[d] = twoPieceNormal(size, scores[d]!)
  }
  return { scale, value, central: size.central, drawn }
}

/** Values of a variable in a year: its start and its pushes added on the scale, brought to natural units. */
function drawMoved(start: Start, t: number, pushes: readonly Push[], out: Float64Array) {
  const { scale, value, central } = start
  out.set(start.drawn)
  for (const push of pushes) {
    const strength = push.byYear[t]!
    if (strength === 0) continue
    const sizes = push.sizes()
    for (let d = 0; d < out.length; d++) out[d] = out[d]! + strength * sizes[d]!
  }
  // A number that nothing moves stays what it is, to the last digit.
  for (let d = 0; d < out.length; d++) out[d] = out[d] === central ? value : fromScale(scale, out[d]!)
}

/**
 * The quantiles of a sample at some levels that rise, in the unit of the sample; NaN of an empty one. Linear between
 * order statistics: type 7 of Hyndman and Fan (The American Statistician 50, 1996), at rank (n − 1) p. The sample
 * stays as it is.
 */
export function quantilesOf(sample: Float64Array | undefined, levels: readonly number[] = fanLevels): number[] {
  return selected(sample?.slice() ?? new Float64Array(), levels)
}

/** The same; leaves the values in another order. */
function selected(values: Float64Array, levels: readonly number[]): number[] {
  let from = 0
  return levels.map((p) => {
    const rank = (values.length - 1) * p
    const below = Math.floor(rank)
    select(values, below, from)
    from = below
    if (below === rank) return values[below] ?? NaN
    // All that stand after the selected one are at least as large: the next order statistic is their minimum.
    let above = Infinity
    for (let i = below + 1; i < values.length; i++) if (values[i]! < above) above = values[i]!
    return (values[below] ?? NaN) + (rank - below) * (above - (values[below] ?? NaN))
  })
}

/** Put the k-th smallest of `values[from…]` at k, smaller ones before it, larger ones after. Hoare's quickselect (Find, CACM 4, 1961). Mutates values. */
function select(values: Float64Array, k: number, from: number) {
  let [left, right] = [from, values.length - 1]
  while (left < right) {
    const pivot = values[(left + right) >> 1]!
    let [i, j] = [left, right]
    while (i <= j) {
      while (values[i]! < pivot) i++
      while (values[j]! > pivot) j--
      if (i > j) break
      const held = values[i]!
      values[i++] = values[j]!
      values[j--] = held
    }
    if (k <= j) right = j
    else if (k >= i) left = i
    else return
  }
}
