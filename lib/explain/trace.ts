import { type CompiledLink, type Model, variableIndex, yearIndex } from '../engine/compile'
import { failingConditions } from '../engine/conditions'
import { type Assignment, evaluate, firing, type Outcome, type Variants } from '../engine/evaluate'
import type { Condition, Effect, Link, Rule } from '../pack/schema'
import { type Weight, weights } from './weights'

/** One rule's part of a shift: on the scale of the variable it pushes, and in natural units of the variable traced. */
export interface RuleContribution {
  kind: 'rule'
  rule: Rule
  effect: Effect
  onScale: number
  natural: number
}

/** One link's part of a shift, with the parts of the rules behind it, which add up to it. */
export interface LinkContribution {
  kind: 'link'
  link: Link
  onScale: number
  natural: number
  behind: readonly RuleContribution[]
}

/** One part of a shift: of a rule, or of a link. */
export type Contribution = RuleContribution | LinkContribution

/** A rule on the same variable that does not fire, with the first condition it fails. */
export interface Idle {
  rule: Rule
  effect: Effect
  failing: Condition
}

/**
 * Why a variable stands where it stands in a year. `natural` parts add up to `value − baseline`; for a
 * variable that rules move, `onScale` parts add up to its shift on the scale.
 */
export interface Trace {
  variable: string
  year: number
  baseline: number
  value: number
  contributions: readonly Contribution[]
  idle: readonly Idle[]
}

/**
 * Trace one variable in one year under an assignment: every rule and link that pushes it, largest first.
 * Points are Aumann–Shapley values (Values of Non-Atomic Games, 1974) along the straight path from baseline to
 * scenario: they add up to the shift and depend on no order. Throws a RangeError on an unknown variable or year.
 */
export function trace(
  model: Model,
  assignment: Assignment,
  variable: string,
  year: number,
  variants: Variants = {},
): Trace {
  const index = variableIndex(model, variable)
  const t = yearIndex(model, year)
  const outcome = evaluate(model, assignment, variants)
  const contributions = weights(model, outcome, variants, index, t).flatMap((weight) =>
    partsOf(model, assignment, outcome, weight, t),
  )
  return {
    variable,
    year,
    baseline: outcome.paths[index]![0]!,
    value: outcome.paths[index]![t]!,
    contributions: contributions.sort((a, b) => Math.abs(b.natural) - Math.abs(a.natural)),
    idle: idleRules(model, assignment, index),
  }
}

function partsOf(
  model: Model,
  assignment: Assignment,
  outcome: Outcome,
  { leaf, weight }: Weight,
  t: number,
): Contribution[] {
  const direct = firing(model, assignment)
    .filter(({ effect }) => model.indexOf.get(effect.variable) === leaf)
    .map(({ rule, effect, size, responses }): Contribution => {
      const own = responses.find((r) => r.target === leaf)!.byYear[t]! - throughLinks(model, responses, leaf, t)
      return { kind: 'rule', rule, effect, onScale: own * size.central, natural: own * size.central * weight }
    })
  const linked = model.links
    .filter((link) => link.to === leaf && t >= link.link.lag)
    .map((link): Contribution => {
      const onScale = link.link.strength * outcome.shifts[link.from]![t - link.link.lag]!
      return {
        kind: 'link',
        link: link.link,
        onScale,
        natural: onScale * weight,
        behind: behind(model, assignment, link, weight, t),
      }
    })
  return [...direct, ...linked].filter(({ onScale }) => onScale !== 0)
}

/** What an effect sends back to its own variable through links: it belongs to the link, not to the rule. */
function throughLinks(
  model: Model,
  responses: { target: number; byYear: Float64Array }[],
  leaf: number,
  t: number,
): number {
  return model.links
    .filter(({ to, link }) => to === leaf && t >= link.lag)
    .reduce(
      (sum, { from, link }) =>
        sum + link.strength * (responses.find((r) => r.target === from)?.byYear[t - link.lag] ?? 0),
      0,
    )
}

function behind(
  model: Model,
  assignment: Assignment,
  { link, from }: CompiledLink,
  weight: number,
  t: number,
): RuleContribution[] {
  return firing(model, assignment)
    .map(({ rule, effect, size, responses }): RuleContribution => {
      const reached = responses.find((r) => r.target === from)?.byYear[t - link.lag] ?? 0
      const onScale = link.strength * reached * size.central
      return { kind: 'rule', rule, effect, onScale, natural: onScale * weight }
    })
    .filter(({ onScale }) => onScale !== 0)
    .sort((a, b) => Math.abs(b.natural) - Math.abs(a.natural))
}

function idleRules(model: Model, assignment: Assignment, index: number): Idle[] {
  const failing = failingConditions(model.conditions, assignment)
  return model.pack.rules.flatMap((rule, r) => {
    const condition = rule.when[failing[r]!]
    const effect = rule.effects.find(({ variable }) => model.indexOf.get(variable) === index)
    return condition && effect ? [{ rule, effect, failing: condition }] : []
  })
}
