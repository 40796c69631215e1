import { type Model } from '../engine/compile'
import { derive, partials } from '../engine/derive'
import { baselineOf, type Outcome, type Variants } from '../engine/evaluate'
import { fromScale, slope, toScale } from '../engine/scale'

/** How much one unit of a variable's shift on its scale is worth on another variable's natural scale. */
export interface Weight {
  /** Index of a variable that rules move. */
  leaf: number
  weight: number
}

/**
 * Natural units per unit of scale, along the straight path from baseline to scenario (Aumann–Shapley, 1974):
 * weight × shift, summed over the leaves, is the shift of the variable exactly. A variable that rules
 * move is its own one leaf, in closed form; a derived one is integrated (24-point Gauss–Legendre).
 */
export function weights(model: Model, outcome: Outcome, variants: Variants, index: number, t: number): Weight[] {
  const still = { ...outcome, shifts: outcome.shifts.map((shift) => new Float64Array(shift.length)) }
  return weightsBetween(model, still, outcome, variants, index, t)
}

/** The same along the straight path between two outcomes of one model: weight × difference of the shifts. */
export function weightsBetween(
  model: Model,
  from: Outcome,
  to: Outcome,
  variants: Variants,
  index: number,
  t: number,
): Weight[] {
  const way: Way = (leaf, along) => {
    const { scale } = model.moved[leaf]!
    const [start, end] = [from.shifts[leaf]![t]!, to.shifts[leaf]![t]!]
    const eta = toScale(scale, baselineOf(model, leaf, variants)!.value) + start + along * (end - start)
    return { value: fromScale(scale, eta), slope: slope(scale, eta), difference: end - start }
  }
  if (model.moved[index]) return [{ leaf: index, weight: ownWeight(way, index) }]
  const leaves = leafIndexesOf(model, index)
  const totals = leaves.map(() => 0)
  for (const { node, weight } of gaussLegendre) {
    const at = new Map(leaves.map((leaf) => [leaf, way(leaf, node)]))
    const gradient = new Map<number, number>()
    spread(model, index, 1, new Map([...at].map(([leaf, { value }]) => [leaf, value])), gradient)
    leaves.forEach((leaf, i) => {
      totals[i] = (totals[i] ?? 0) + weight * (gradient.get(leaf) ?? 0) * at.get(leaf)!.slope
    })
  }
  return leaves.map((leaf, i) => ({ leaf, weight: totals[i] ?? 0 }))
}

/** A leaf somewhere along the way: its value, the slope there, and the whole difference on its scale. */
type Way = (leaf: number, along: number) => { value: number; slope: number; difference: number }

/** Difference over scale difference; its limit, the slope in the middle, where the two coincide. */
function ownWeight(way: Way, index: number): number {
  const { difference } = way(index, 0)
  // Below 1e-7 the quotient would lose more digits than the mid-point slope does.
  if (Math.abs(difference) < 1e-7) return way(index, 0.5).slope
  return (way(index, 1).value - way(index, 0).value) / difference
}

/** Indexes of the variables that rules move behind one: itself, or the leaves of its formula, each once. */
export function leafIndexesOf(model: Model, index: number): number[] {
  const variable = model.variables[index]!
  if (variable.scale !== 'derived') return [index]
  return [...new Set(variable.formula.of.flatMap((id) => leafIndexesOf(model, model.indexOf.get(id)!)))]
}

/** Value of a variable from the natural values of the leaves behind it (by index): its own, or its formula's. */
export function valueFrom(model: Model, index: number, leaves: ReadonlyMap<number, number>): number {
  const variable = model.variables[index]!
  if (variable.scale !== 'derived') return leaves.get(index)!
  return derive(
    variable.formula.op,
    variable.formula.of.map((id) => valueFrom(model, model.indexOf.get(id)!, leaves)),
  )
}

/** Carry a derivative down the formula to its leaves (reverse mode). */
function spread(
  model: Model,
  index: number,
  by: number,
  leaves: ReadonlyMap<number, number>,
  into: Map<number, number>,
) {
  const variable = model.variables[index]!
  if (variable.scale !== 'derived') {
    into.set(index, (into.get(index) ?? 0) + by)
    return
  }
  const parts = variable.formula.of.map((id) => model.indexOf.get(id)!)
  const slopes = partials(
    variable.formula.op,
    parts.map((part) => valueFrom(model, part, leaves)),
  )
  parts.forEach((part, i) => spread(model, part, by * (slopes[i] ?? 0), leaves, into))
}

/** Nodes and weights on [0, 1], by Newton's method on the Legendre polynomial of degree 24. */
const gaussLegendre = (() => {
  const n = 24
  return Array.from({ length: n }, (_, i) => {
    let x = Math.cos((Math.PI * (i + 0.75)) / (n + 0.5))
    let derivative = 1
    for (let step = 0; step < 100; step++) {
      let [before, now] = [1, x]
      for (let k = 2; k <= n; k++) [before, now] = [now, ((2 * k - 1) * x * now - (k - 1) * before) / k]
      derivative = (n * (x * now - before)) / (x * x - 1)
      const move = now / derivative
      x -= move
      if (Math.abs(move) < 1e-16) break
    }
    return { node: (1 + x) / 2, weight: 1 / ((1 - x * x) * derivative * derivative) }
  })
})()
