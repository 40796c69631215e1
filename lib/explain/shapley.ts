import { type CompiledEffect, failingCondition, type Model, variableIndex, yearIndex } from '../engine/compile'
import { deriveEach } from '../engine/derive'
import { type Assignment, baselineOf, evaluate, type Variants } from '../engine/evaluate'
import { fromScale, toScale } from '../engine/scale'
import { holds } from '../pack/condition'
import type { Effect, Rule } from '../pack/schema'
import { leafIndexesOf, type Weight, weightsBetween } from './weights'

/** Most assumptions whose every combination is evaluated; beyond, the closed form on the scale. */
export const mostPlayers = 15

/** A rule behind the part of an assumption, and which of the two sides it acts in. */
export interface RuleBehind {
  rule: Rule
  effect: Effect
  /** Its share of the assumption's part (closed form), on the scale of the variable; of a derived one, of the leaf it moves most. */
  onScale: number
  /** What it does on that scale where it fires. */
  push: number
  firesBefore: boolean
  firesAfter: boolean
}

/** The part of one assumption in the difference of two assignments. */
export interface SplitPart {
  assumption: string
  from: string
  to: string
  /** Natural units; the parts add up to `after − before`. */
  natural: number
  /** Rules that read the assumption and reach the variable, the strongest first. */
  rules: readonly RuleBehind[]
}

/** Why two assignments differ in one variable and year. */
export interface Split {
  variable: string
  year: number
  before: number
  after: number
  /** Whether every combination was evaluated, or the closed form on the scale was read in natural units. */
  method: 'enumerated' | 'on-scale'
  /** One for each assumption that differs, the largest first; exactly 0 where no rule on the variable reads it. */
  parts: readonly SplitPart[]
}

/**
 * Split the difference of two assignments in one variable and year among the assumptions that differ: exact
 * Shapley values (1953) of the central path, over all 2ⁿ combinations for up to 15 assumptions that matter; beyond,
 * the closed form for conjunctive rules on the scale, read in natural units along the straight path between
 * the two. The parts add up to the difference; they belong to this pair. Throws a RangeError on an unknown
 * variable or year, and where a mixture of the two sides is not a finite number.
 */
export function shapley(
  model: Model,
  before: Assignment,
  after: Assignment,
  variable: string,
  year: number,
  variants: Variants = {},
): Split {
  if (!model.indexOf.has(variable))
    throw new RangeError(`"${variable}" is not in this pack: use a variable of its own.`)
  const index = variableIndex(model, variable)
  const t = yearIndex(model, year)
  const differing = [...model.states.keys()].filter((id) => before[id] !== after[id])
  const pushes = pushesOn(model, before, after, index, t)
  const players = differing.filter((id) => pushes.some(({ needs }) => needs.has(id)))
  const enumerated = players.length <= mostPlayers
  const [from, to] = [before, after].map((assignment) => evaluate(model, assignment, variants))
  const natural = enumerated
    ? enumerate({ model, t, variants, players, pushes }, index)
    : weigh(players, pushes, weightsBetween(model, from!, to!, variants, index, t))
  return {
    variable,
    year,
    before: from!.paths[index]![t]!,
    after: to!.paths[index]![t]!,
    method: enumerated ? 'enumerated' : 'on-scale',
    parts: differing
      .map((id) => ({
        assumption: id,
        from: before[id] ?? '',
        to: after[id] ?? '',
        natural: natural.get(id) ?? 0,
        rules: behind(pushes, id, before, after),
      }))
      .sort((a, b) => Math.abs(b.natural) - Math.abs(a.natural)),
  }
}

/**
 * Shapley values of a game of n players by its definition: `value` of a subset, given as a bit mask, for all
 * 2ⁿ subsets. Returns one value a player. Source: Shapley (1953).
 */
export function shapleyOf(n: number, value: (subset: number) => number): number[] {
  const size = 2 ** n
  const values = Float64Array.from({ length: size }, (_, subset) => value(subset))
  const weights = subsetWeights(n)
  const weight = new Float64Array(size)
  for (let subset = 0; subset < size; subset++) weight[subset] = weights[bitsIn(subset)]!
  return Array.from({ length: n }, (_, i) => {
    let share = 0
    for (let subset = 0; subset < size; subset++)
      if ((subset & (1 << i)) === 0) share += weight[subset]! * (values[subset | (1 << i)]! - values[subset]!)
    return share
  })
}

/**
 * Shares of a rule that fires when p players are as after and q as before: what each of the p and each of
 * the q gets of its effect. Source: closed form for conjunctions, checked against the definition by test.
 */
export function conjunctionShares(p: number, q: number): { asAfter: number; asBefore: number } {
  // (p−1)! q! / (p+q)! and p! (q−1)! / (p+q)!, by binomial coefficients so that nothing overflows.
  const of = (own: number, other: number) => (own === 0 ? 0 : 1 / (own * binomial(own + other, own)))
  return { asAfter: of(p, q), asBefore: 0 - of(q, p) }
}

/** One effect on one leaf of the variable: its size in that year, and what it needs of the assumptions that differ. */
interface Push extends Pick<CompiledEffect, 'rule' | 'effect'> {
  leaf: number
  amount: number
  /** For each differing assumption that it depends on, the side whose state it needs. */
  needs: ReadonlyMap<string, 'before' | 'after'>
}

function pushesOn(model: Model, before: Assignment, after: Assignment, index: number, t: number): Push[] {
  const leaves = leafIndexesOf(model, index)
  return model.effects.flatMap(({ rule, effect, size, responses }) => {
    const needs = needsOf(rule, before, after)
    if (needs === null) return []
    return responses.flatMap(({ target, byYear }) => {
      const amount = size.central * byYear[t]!
      return leaves.includes(target) && amount !== 0 ? [{ rule, effect, leaf: target, amount, needs }] : []
    })
  })
}

/** What a rule needs of the assumptions that differ, or null if it fires in no combination of the two sides. */
function needsOf(rule: Rule, before: Assignment, after: Assignment): Map<string, 'before' | 'after'> | null {
  const needs = new Map<string, 'before' | 'after'>()
  for (const id of new Set(rule.when.map(({ assumption }) => assumption))) {
    const own = rule.when.filter(({ assumption }) => assumption === id)
    const [holdsBefore, holdsAfter] = [before, after].map((side) =>
      own.every((condition) => holds(condition, side[id] ?? '')),
    )
    if (!holdsBefore && !holdsAfter) return null
    if (holdsBefore !== holdsAfter) needs.set(id, holdsAfter ? 'after' : 'before')
  }
  return needs
}

/** What the value of every combination depends on. */
interface Game {
  model: Model
  t: number
  variants: Variants
  players: readonly string[]
  pushes: readonly Push[]
}

/** Exact values: the variable in every combination of the two sides, then what each player adds. */
function enumerate(game: Game, index: number): Map<string, number> {
  const values = valuesOf(game, index, new Map())
  const shares = shapleyOf(game.players.length, (subset) => values[subset]!)
  return new Map(game.players.map((id, i) => [id, shares[i]!]))
}

/** Values of a variable in all combinations, by bit mask (set for as after). Mutates `done`, where each is kept. */
function valuesOf(game: Game, index: number, done: Map<number, Float64Array>): Float64Array {
  const known = done.get(index)
  if (known) return known
  const variable = game.model.variables[index]!
  const values =
    variable.scale === 'derived'
      ? deriveEach(
          variable.formula.op,
          variable.formula.of.map((id) => valuesOf(game, variableIndex(game.model, id), done)),
          new Float64Array(2 ** game.players.length),
        )
      : leafValues(game, index)
  for (const value of values)
    if (!Number.isFinite(value))
      throw new RangeError(
        `"${variable.id}" is not a finite number in ${game.model.years[game.t]} in some mixture of the two assignments: check its baseline, its formula and the rules on it.`,
      )
  done.set(index, values)
  return values
}

/** Values of a variable that rules move: worked out for the players it reads, and repeated over all others. */
function leafValues({ model, variants, players, pushes }: Game, index: number): Float64Array {
  const { scale } = model.moved[index]!
  const start = baselineOf(model, index, variants)!.value
  const eta = toScale(scale, start)
  const values = new Float64Array(2 ** players.length)
  const masks = pushes
    .filter(({ leaf }) => leaf === index)
    .map(({ amount, needs }) => ({ amount, mask: masksOf(players, needs) }))
  const reads = masks.reduce((all, { mask }) => all | mask.read, 0)
  // In the order of the rules, as in `evaluate`, so that the same combination has the same last digit.
  for (const { amount, mask } of masks) {
    const free = reads & ~mask.read
    for (let rest = free; ; rest = (rest - 1) & free) {
      values[mask.wanted | rest] = values[mask.wanted | rest]! + amount
      if (rest === 0) break
    }
  }
  for (let subset = 0; subset < values.length; subset++) {
    const own = subset & reads
    const shift = values[subset]!
    values[subset] = own !== subset ? values[own]! : shift === 0 ? start : fromScale(scale, eta + shift)
  }
  return values
}

/** Bits of the players a push reads, and how they must stand: set for as after. */
function masksOf(players: readonly string[], needs: Push['needs']): { read: number; wanted: number } {
  const bits = (side?: 'after') =>
    players.reduce((mask, id, i) => (needs.has(id) && (!side || needs.get(id) === side) ? mask | (1 << i) : mask), 0)
  return { read: bits(), wanted: bits('after') }
}

/** Shares on the scale, each leaf's worth its weight in natural units. */
function weigh(players: readonly string[], pushes: readonly Push[], weights: readonly Weight[]): Map<string, number> {
  const worth = new Map(weights.map(({ leaf, weight }) => [leaf, weight]))
  return new Map(
    players.map((id) => [
      id,
      pushes.reduce((sum, push) => sum + shareOf(push, id) * push.amount * (worth.get(push.leaf) ?? 0), 0),
    ]),
  )
}

function shareOf({ needs }: Push, assumption: string): number {
  const side = needs.get(assumption)
  if (side === undefined) return 0
  const p = [...needs.values()].filter((need) => need === 'after').length
  const { asAfter, asBefore } = conjunctionShares(p, needs.size - p)
  return side === 'after' ? asAfter : asBefore
}

/** Rules with a share in the part of an assumption; of an effect on several leaves, the largest share. */
function behind(pushes: readonly Push[], assumption: string, before: Assignment, after: Assignment): RuleBehind[] {
  const byEffect = new Map<Effect, RuleBehind>()
  for (const push of pushes) {
    const onScale = shareOf(push, assumption) * push.amount
    // Leaves may have different scales: their shares have no sum.
    if (Math.abs(onScale) <= Math.abs(byEffect.get(push.effect)?.onScale ?? 0)) continue
    byEffect.set(push.effect, {
      rule: push.rule,
      effect: push.effect,
      onScale,
      push: push.amount,
      firesBefore: failingCondition(push.rule, before) === null,
      firesAfter: failingCondition(push.rule, after) === null,
    })
  }
  return [...byEffect.values()].sort((a, b) => Math.abs(b.onScale) - Math.abs(a.onScale))
}

/** Weight of a subset by its size: s! (n − s − 1)! / n!. */
function subsetWeights(n: number): Float64Array {
  return Float64Array.from({ length: n }, (_, s) => 1 / (n * binomial(n - 1, s)))
}

function binomial(n: number, k: number): number {
  let value = 1
  for (let i = 1; i <= Math.min(k, n - k); i++) value = (value * (n - i + 1)) / i
  return value
}

function bitsIn(mask: number): number {
  let bits = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) bits++
  return bits
}
