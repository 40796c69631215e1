import { type Model, variableIndex, yearIndex } from '../engine/compile'
import { derive } from '../engine/derive'
import { type Assignment, baselineOf, evaluate, firing, type Variants } from '../engine/evaluate'
import { type Ramp, ramp } from '../engine/ramp'
import { fromScale, sizeOnScale, toScale } from '../engine/scale'
import type { Derived, Effect, Link, Rule, Scale } from '../pack/schema'
import { trace } from './trace'

/** A year of a ramp or a fade, counted from 1, of so many. */
interface RampStep {
  step: number
  years: number
}

/** How strong a rule is in a year, as a fraction in lowest terms, and how that comes about. */
export interface HandStrength {
  over: number
  under: number
  /** Null once the rule is at full strength. */
  rising: RampStep | null
  /** Null before it fades. */
  fading: RampStep | null
}

/** What one rule adds: its size on the scale, times its strength. */
export interface HandRule {
  rule: Rule
  effect: Effect
  size: number
  strength: HandStrength
  onScale: number
}

/** What one link adds: the shift of the variable it comes from, `year` being when it stood there, times its strength. */
export interface HandLink {
  link: Link
  year: number
  shift: number
  onScale: number
}

/** The steps to a variable that rules move: onto its scale, add up, and back. */
interface HandMoved {
  kind: 'moved'
  scale: Scale
  baseline: number
  /** The baseline on the scale. */
  start: number
  rules: readonly HandRule[]
  links: readonly HandLink[]
  /** Effects on it whose rule acts in the scenario, but not in this year. */
  resting: number
  /** Sum of what rules and links add. */
  shift: number
  value: number
}

/** The step to a derived variable: its formula, from the values of its parts. */
interface HandDerived {
  kind: 'derived'
  op: Derived['formula']['op']
  parts: readonly { variable: string; value: number }[]
  value: number
}

/** Every step from a baseline to a value, for a reader to follow. */
export type ByHand = HandMoved | HandDerived

/**
 * List the steps by which a variable comes to its value in a year under an assignment: the parts that `trace` names, each
 * taken apart into what a pocket calculator needs. Throws a RangeError on an unknown variable or year.
 */
export function byHand(
  model: Model,
  assignment: Assignment,
  variable: string,
  year: number,
  variants: Variants = {},
): ByHand {
  const [index, t] = [variableIndex(model, variable), yearIndex(model, year)]
  const { paths, shifts } = evaluate(model, assignment, variants)
  const own = model.variables[index]!
  const value = paths[index]![t]!
  if (own.scale === 'derived') {
    const parts = own.formula.of.map((id) => ({ variable: id, value: paths[variableIndex(model, id)]![t]! }))
    return { kind: 'derived', op: own.formula.op, parts, value }
  }
  const { scale } = own
  const { contributions } = trace(model, assignment, variable, year, variants)
  const baseline = baselineOf(model, index, variants)!.value
  return {
    kind: 'moved',
    scale,
    baseline,
    start: toScale(scale, baseline),
    rules: contributions.flatMap((part) => (part.kind === 'rule' ? [handRule(part, scale, year)] : [])),
    links: contributions.flatMap((part) => {
      if (part.kind === 'rule') return []
      const { link, onScale } = part
      const shift = shifts[variableIndex(model, link.from)]![t - link.lag]!
      return [{ link, year: year - link.lag, shift, onScale }]
    }),
    resting: firing(model, assignment).filter(({ rule, effect }) => {
      return effect.variable === variable && ramp(rule, year) === 0
    }).length,
    shift: shifts[index]![t]!,
    value,
  }
}

function handRule(
  { rule, effect, onScale }: Pick<HandRule, 'rule' | 'effect' | 'onScale'>,
  scale: Scale,
  year: number,
): HandRule {
  return { rule, effect, size: sizeOnScale(scale, effect.central), strength: handStrength(rule, year), onScale }
}

/** Take a rule's strength in a year apart: what `ramp` gives, as a fraction. */
export function handStrength(rule: Ramp, year: number): HandStrength {
  const rise = stepOf(year - rule.onset + 1, rule.rampYears)
  const fade =
    rule.fadeFrom === undefined || year < rule.fadeFrom ? null : stepOf(year - rule.fadeFrom + 1, rule.fadeYears ?? 0)
  const risen = rise.step < rise.years ? rise : null
  const over = rise.step * (fade ? fade.years - fade.step : 1)
  const under = rise.years * (fade ? fade.years : 1)
  const common = divisor(over, under)
  return { over: over / common, under: under / common, rising: risen, fading: fade }
}

/** Follow the strength of a rule over some years: the one before it begins, and every one in which it changes. */
export function strengthSteps(rule: Ramp, years: readonly number[]): { year: number; strength: HandStrength }[] {
  return years
    .filter((year) => year === rule.onset - 1 || ramp(rule, year) !== ramp(rule, year - 1))
    .map((year) => ({ year, strength: handStrength(rule, year) }))
}

/** A step within a ramp; one that takes no years is done in its first. */
function stepOf(step: number, years: number): RampStep {
  const of = Math.max(1, years)
  return { step: Math.min(Math.max(0, step), of), years: of }
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b)
}

/**
 * Take the same steps as a reader does: every number rounded to some decimals before the next one rests on it. What the
 * pack itself writes (baselines, sizes, strengths of links) stays as written.
 */
export function rounded(hand: ByHand, digits: number): ByHand {
  const round = (value: number) => roundTo(value, digits)
  if (hand.kind === 'derived') {
    const parts = hand.parts.map(({ variable, value }) => ({ variable, value: round(value) }))
    const whole = derive(
      hand.op,
      parts.map(({ value }) => value),
    )
    return { ...hand, parts, value: round(whole) }
  }
  const logarithm = (value: number) => (hand.scale === 'level' ? value : round(value))
  const start = logarithm(hand.start)
  const rules = hand.rules.map((own) => {
    const size = logarithm(own.size)
    return { ...own, size, onScale: round((size * own.strength.over) / own.strength.under) }
  })
  const links = hand.links.map((own) => {
    const shift = round(own.shift)
    return { ...own, shift, onScale: round(own.link.strength * shift) }
  })
  const shift = round([...rules, ...links].reduce((sum, { onScale }) => sum + onScale, 0))
  return { ...hand, start, rules, links, shift, value: round(fromScale(hand.scale, start + shift)) }
}

const [fewest, most] = [4, 10]

/**
 * Find how many decimals, at least four, a reader has to keep so that the result is shown by the same text as the
 * model's; `shown` writes a value as the screens do.
 */
export function digitsNeeded(hand: ByHand, shown: (value: number) => string): number {
  for (let digits = fewest; digits < most; digits++)
    if (shown(rounded(hand, digits).value) === shown(hand.value)) return digits
  return most
}

/** Round half away from zero, as people do and as numbers are written. */
function roundTo(value: number, digits: number): number {
  const ten = 10 ** digits
  return (Math.sign(value) * Math.round(Math.abs(value) * ten)) / ten
}
