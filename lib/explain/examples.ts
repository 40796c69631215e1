import { type Model, yearIndex } from '../engine/compile'
import { type Assignment, baselineOf, evaluate, firing, type Outcome, type Variants } from '../engine/evaluate'
import { ramp } from '../engine/ramp'
import { shifted } from '../engine/scale'
import type { Effect, Rule, Scale, Variable } from '../pack/schema'
import type { ByHand, HandLink } from './by-hand'

/** Numbers of a pack to explain the method by: chosen by rule, so that every pack has its own. */

/**
 * Choose a variable whose value in a year is short to work out: an event that two to four rules move directly and no link
 * does, the one that moves most; else by the fewest parts an event with two to five of them, any event, or anything that
 * moves; else the first that rules could move. Throws a RangeError on an unknown year.
 */
export function exampleVariable(model: Model, assignment: Assignment, year: number, variants: Variants = {}): string {
  const { shifts, paths } = evaluate(model, assignment, variants)
  const t = yearIndex(model, year)
  const acting = firing(model, assignment).filter(({ rule, size }) => ramp(rule, year) * size.central !== 0)
  const linked = actingLinks(model, shifts, t)
  const candidates = model.variables.flatMap(({ id, kind }, index) => {
    const rules = acting.filter(({ effect }) => effect.variable === id).length
    const links = linked.filter(({ link }) => link.to === id).length
    const event = kind !== 'indicator'
    const far = Math.abs(event ? paths[index]![t]! - paths[index]![0]! : shifts[index]![t]!)
    const short = event && links === 0 && rules >= 2 && rules <= 4
    const some = event && rules + links >= 2 && rules + links <= 5
    const rank = short ? 0 : some ? 1 : event ? 2 : 3
    return rules + links === 0 ? [] : [{ id, rank, parts: short ? 0 : rules + links, far }]
  })
  const [first] = candidates.sort((a, b) => a.rank - b.rank || a.parts - b.parts || b.far - a.far)
  return first?.id ?? (model.variables.find(({ scale }) => scale !== 'derived') ?? model.variables[0]!).id
}

/** Links that push something in the year at position t, with what they push by. */
function actingLinks(model: Model, shifts: Outcome['shifts'], t: number): HandLink[] {
  return model.links.flatMap(({ link, from }) => {
    const shift = shifts[from]![t - link.lag] ?? 0
    return shift === 0 ? [] : [{ link, year: model.years[t]! - link.lag, shift, onScale: link.strength * shift }]
  })
}

/** What one effect in full does to a variable at its baseline, alone. */
export interface ScaleExample extends RangedEffect {
  before: number
  after: number
}

/** Show what an effect does on each scale that has any: on the first variable with one, its largest that raises, or else lowers. */
export function scaleExamples(model: Model, variants: Variants = {}): ScaleExample[] {
  return (['amount', 'level', 'chance'] as const).flatMap((scale) => {
    const pushing = model.effects.filter(({ effect, size }) => {
      return size.central !== 0 && scaleOf(model, effect.variable) === scale
    })
    const variable = model.variables.find(({ id }) => pushing.some(({ effect }) => effect.variable === id))
    const [largest] = pushing
      .filter(({ effect }) => effect.variable === variable?.id)
      .sort((a, b) => b.size.central - a.size.central)
    if (!variable || !largest) return []
    const before = baselineOf(model, model.indexOf.get(variable.id)!, variants)!.value
    const { rule, effect, size } = largest
    return [{ variable, rule, effect, before, after: shifted(scale, before, size.central) }]
  })
}

function scaleOf(model: Model, variable: string): Scale | undefined {
  return model.moved[model.indexOf.get(variable)!]?.scale
}

/**
 * Choose a rule that takes two years or more to full strength and stays, and one that passes again; null where there is none.
 * Those that act under the assignment come before others, and among them those whose steps are several and within the horizon.
 */
export function rampExamples(model: Model, assignment: Assignment): { rising: Rule | null; passing: Rule | null } {
  const acting = new Set(firing(model, assignment).map(({ rule }) => rule))
  const last = model.years.at(-1)!
  const choose = (fits: (rule: Rule) => boolean, whole: (rule: Rule) => boolean) => {
    const some = model.pack.rules.filter(fits)
    const own = some.filter((rule) => acting.has(rule))
    return own.find(whole) ?? own[0] ?? some.find(whole) ?? some[0] ?? null
  }
  return {
    rising: choose(
      ({ rampYears, fadeFrom, onset }) => rampYears > 1 && fadeFrom === undefined && onset < last,
      ({ onset, rampYears }) => rampYears > 2 && onset + rampYears - 1 <= last,
    ),
    passing: choose(
      ({ fadeFrom = Infinity }) => fadeFrom <= last,
      ({ fadeFrom = Infinity, fadeYears = 0 }) => fadeYears > 1 && fadeFrom + fadeYears - 1 <= last,
    ),
  }
}

/** One link at work: how its source stood, and what it alone does to the variable it leads to. */
export interface LinkExample extends HandLink {
  fromScale: Scale
  toScale: Scale
  /** The variable it comes from, at its baseline and in the year. */
  source: { before: number; after: number }
  /** The variable it leads to, at its baseline and moved by this link alone. */
  target: { before: number; after: number }
}

/** Choose the link that pushes hardest in a year under an assignment, one onto an event before any other; null where none pushes. */
export function linkExample(
  model: Model,
  assignment: Assignment,
  year: number,
  variants: Variants = {},
): LinkExample | null {
  const outcome = evaluate(model, assignment, variants)
  const isEvent = ({ link }: HandLink) => model.variables[model.indexOf.get(link.to)!]!.kind !== 'indicator'
  const [first] = actingLinks(model, outcome.shifts, yearIndex(model, year)).sort(
    (a, b) => Number(isEvent(b)) - Number(isEvent(a)) || Math.abs(b.onScale) - Math.abs(a.onScale),
  )
  return first ? workedLink(model, outcome, first, variants) : null
}

function workedLink(model: Model, { paths }: Outcome, own: HandLink, variants: Variants): LinkExample {
  const startOf = (id: string) => baselineOf(model, model.indexOf.get(id)!, variants)!.value
  const [fromScale, toScale] = [scaleOf(model, own.link.from)!, scaleOf(model, own.link.to)!]
  const after = paths[model.indexOf.get(own.link.from)!]![yearIndex(model, own.year)]!
  const before = startOf(own.link.to)
  return {
    ...own,
    fromScale,
    toScale,
    source: { before: startOf(own.link.from), after },
    target: { before, after: shifted(toScale, before, own.onScale) },
  }
}

/** An effect, and the variable it pushes. */
export interface RangedEffect {
  rule: Rule
  effect: Effect
  variable: Variable
}

/** Choose an effect to show a range on: the first rule's in some steps, or else the first example of a scale; null without any. */
export function rangedEffect(model: Model, hand: ByHand, examples: readonly RangedEffect[]): RangedEffect | null {
  const [own] = hand.kind === 'moved' ? hand.rules : []
  if (!own) return examples[0] ?? null
  const variable = model.variables[model.indexOf.get(own.effect.variable)!]!
  return { rule: own.rule, effect: own.effect, variable }
}

/** Choose the variable in which two assignments part most in a year: an event, or else any that rules move, on its scale. */
export function partingVariable(
  model: Model,
  [one, other]: readonly [Assignment, Assignment],
  year: number,
  variants: Variants = {},
): Variable {
  const t = yearIndex(model, year)
  const [a, b] = [evaluate(model, one, variants), evaluate(model, other, variants)]
  const apart = (lists: 'paths' | 'shifts', index: number) => Math.abs(b[lists][index]![t]! - a[lists][index]![t]!)
  const ranked = (event: boolean) =>
    model.variables
      .map((variable, index) => ({ variable, by: apart(event ? 'paths' : 'shifts', index) }))
      .filter(({ variable, by }) => by > 0 && (variable.kind !== 'indicator') === event)
      .sort((x, y) => y.by - x.by)
  return (ranked(true)[0] ?? ranked(false)[0])?.variable ?? model.variables[0]!
}

/** Sums of chances: derived variables that add up events alone, by id. */
export function eventSums(model: Model): Variable[] {
  const kindOf = new Map(model.variables.map(({ id, kind }) => [id, kind]))
  return model.variables.filter(
    (variable) =>
      variable.scale === 'derived' &&
      variable.formula.op === 'sum' &&
      variable.formula.of.every((id) => kindOf.get(id) !== 'indicator'),
  )
}
