import { type CompiledEffect, failingCondition, type Model, variableIndex, yearIndex } from '../engine/compile'
import { type Assignment, baselineOf, type Variants } from '../engine/evaluate'
import { shifted } from '../engine/scale'
import type { Baseline, Effect, Rule } from '../pack/schema'
import { leafIndexesOf, valueFrom } from './weights'

/** Where the variable stands when one number alone is at its 5 % point, and at its 95 % point; natural units. */
interface Swing {
  atLow: number
  atHigh: number
}

/** The range of one effect of a rule that fires. */
export interface EffectSwing extends Swing {
  rule: Rule
  effect: Effect
}

/** The range of a baseline: of the variable itself, or of one that its formula rests on. */
export interface BaselineSwing extends Swing {
  variable: string
  baseline: Baseline
}

/** Where the variable stands under one state, in natural units. */
export interface StateValue {
  state: string
  value: number
}

/** Where the variable stands under each state of one assumption, all others as assigned. */
export interface AssumptionSwing {
  assumption: string
  /** The state assigned. */
  now: string
  /** All states in pack order, the one assigned too. */
  states: readonly StateValue[]
  /** Where several states stand level, the one assigned comes first, then pack order. */
  lowest: StateValue
  highest: StateValue
}

/** What a variable's central value in one year hangs on; each list widest first. */
export interface Sensitivity {
  variable: string
  year: number
  /** The central value, natural units. */
  value: number
  effects: readonly EffectSwing[]
  baselines: readonly BaselineSwing[]
  assumptions: readonly AssumptionSwing[]
  /** How many of each have no width here, and are left out. */
  still: { effects: number; baselines: number; assumptions: number }
}

/**
 * Move one uncertain number at a time to the ends of its range, and one assumption at a time through its states:
 * where would the variable's central value stand in that year? Takes every effect of a firing rule that reaches
 * the variable then (through ramps, links and formulas), the baselines behind it, and every assumption. What
 * moves it by less than 1e-12 of its value has no width. Throws on an unknown variable or year, and a
 * RangeError where a value is not finite.
 */
export function sensitivity(
  model: Model,
  assignment: Assignment,
  variable: string,
  year: number,
  variants: Variants = {},
): Sensitivity {
  const read = reader(model, variableIndex(model, variable), yearIndex(model, year), variants)
  const now = standing(read, assignment)
  const effects = effectSwings(read, assignment, now)
  const baselines = baselineSwings(read, now)
  const assumptions = assumptionSwings(read, assignment, now)
  const wide = {
    effects: widest(effects, now),
    baselines: widest(baselines, now),
    assumptions: widest(assumptions, now),
  }
  return {
    variable,
    year,
    value: now.value,
    ...wide,
    still: {
      effects: effects.length - wide.effects.length,
      baselines: baselines.length - wide.baselines.length,
      assumptions: assumptions.length - wide.assumptions.length,
    },
  }
}

/** How one variable is read in one year: from its leaves, and the effects that reach them then. */
interface Reader {
  model: Model
  /** Variables that rules move behind it, by index, with the baseline in force. */
  leaves: ReadonlyMap<number, Baseline>
  /** Every effect that reaches a leaf in the year, whether its rule fires or not, pack order. */
  reaching: readonly Reaching[]
  /** Value of the variable from natural values of its leaves. */
  value: (leaves: ReadonlyMap<number, number>) => number
}

interface Reaching extends Pick<CompiledEffect, 'rule' | 'effect' | 'size'> {
  on: { leaf: number; response: number }[]
}

/** The variable under an assignment: its value, and the shift and natural value of each leaf. */
interface Standing {
  value: number
  shifts: ReadonlyMap<number, number>
  naturals: ReadonlyMap<number, number>
}

function reader(model: Model, index: number, t: number, variants: Variants): Reader {
  const leaves = new Map(leafIndexesOf(model, index).map((leaf) => [leaf, baselineOf(model, leaf, variants)!]))
  const reaching = model.effects.flatMap(({ rule, effect, size, responses }) => {
    const on = responses.flatMap(({ target, byYear }) =>
      leaves.has(target) && byYear[t] !== 0 ? [{ leaf: target, response: byYear[t]! }] : [],
    )
    return on.length > 0 ? [{ rule, effect, size, on }] : []
  })
  const value = (naturals: ReadonlyMap<number, number>) => {
    const found = valueFrom(model, index, naturals)
    if (Number.isFinite(found)) return found
    throw new RangeError(
      `"${model.variables[index]!.id}" is not a finite number in ${model.years[t]} at an end of some range: check its baseline, its formula and the rules on it.`,
    )
  }
  return { model, leaves, reaching, value }
}

/** Shifts are summed in pack order, as in `evaluate`, so that the value is its own to the last digit. */
function standing(read: Reader, assignment: Assignment): Standing {
  const shifts = new Map([...read.leaves.keys()].map((leaf) => [leaf, 0]))
  for (const { size, on } of firing(read, assignment))
    for (const { leaf, response } of on) shifts.set(leaf, shifts.get(leaf)! + size.central * response)
  const naturals = new Map([...shifts].map(([leaf, shift]) => [leaf, naturalOf(read, leaf, shift)]))
  return { value: read.value(naturals), shifts, naturals }
}

/** Effects of the rules that fire; a rule's conditions are asked once. */
function firing({ reaching }: Reader, assignment: Assignment): Reaching[] {
  const fires = new Map<Rule, boolean>()
  return reaching.filter(({ rule }) => {
    const answer = fires.get(rule) ?? failingCondition(rule, assignment) === null
    fires.set(rule, answer)
    return answer
  })
}

function naturalOf({ model, leaves }: Reader, leaf: number, shift: number, start = leaves.get(leaf)!.value): number {
  return shifted(model.moved[leaf]!.scale, start, shift)
}

function effectSwings(read: Reader, assignment: Assignment, { shifts, naturals }: Standing): EffectSwing[] {
  return firing(read, assignment).map(({ rule, effect, size, on }) => {
    const at = (end: number) => {
      const moved = on.map(({ leaf, response }): [number, number] => {
        return [leaf, naturalOf(read, leaf, shifts.get(leaf)! + (end - size.central) * response)]
      })
      return read.value(new Map([...naturals, ...moved]))
    }
    return { rule, effect, atLow: at(size.low), atHigh: at(size.high) }
  })
}

function baselineSwings(read: Reader, { shifts, naturals }: Standing): BaselineSwing[] {
  return [...read.leaves].map(([leaf, baseline]) => {
    const { value, low = value, high = value } = baseline
    const at = (start: number) =>
      read.value(new Map([...naturals, [leaf, naturalOf(read, leaf, shifts.get(leaf)!, start)]]))
    return { variable: read.model.variables[leaf]!.id, baseline, atLow: at(low), atHigh: at(high) }
  })
}

function assumptionSwings(read: Reader, assignment: Assignment, { value }: Standing): AssumptionSwing[] {
  const asked = new Set(read.reaching.flatMap(({ rule }) => rule.when.map(({ assumption }) => assumption)))
  const under = (assumption: string, state: string) =>
    !asked.has(assumption) || state === assignment[assumption]
      ? value
      : standing(read, { ...assignment, [assumption]: state }).value
  return [...read.model.states].map(([assumption, all]) => {
    const now = { state: assignment[assumption] ?? '', value }
    const states = all.map((state) => ({ state, value: under(assumption, state) }))
    const lowest = states.reduce((least, one) => (exceeds(least.value, one.value) ? one : least), now)
    const highest = states.reduce((most, one) => (exceeds(one.value, most.value) ? one : most), now)
    return { assumption, now: now.state, states, lowest, highest }
  })
}

/** Swings with a width, the widest first: from the lowest to the highest of their ends and the value now. */
function widest<S extends EffectSwing | BaselineSwing | AssumptionSwing>(swings: readonly S[], now: Standing): S[] {
  return swings
    .map((swing) => {
      const ends = 'states' in swing ? [swing.lowest.value, swing.highest.value] : [swing.atLow, swing.atHigh]
      return { swing, low: Math.min(now.value, ...ends), high: Math.max(now.value, ...ends) }
    })
    .filter(({ low, high }) => exceeds(high, low))
    .sort((a, b) => b.high - b.low - (a.high - a.low))
    .map(({ swing }) => swing)
}

/** Whether a value stands above another by more than rounding. */
function exceeds(above: number, below: number): boolean {
  return above - below > 1e-12 * Math.max(Math.abs(above), Math.abs(below))
}
