import { holds } from '../pack/condition'
import type {
  Condition,
  Derived,
  Effect,
  Link,
  Measured,
  Pack,
  RiskOrOpportunity,
  Rule,
  Scale,
  Variable,
} from '../pack/schema'
import { compileConditions, type Conditions } from './conditions'
import { ramp } from './ramp'
import { sizeOnScale } from './scale'

/** A variable that rules move, with its baseline on the scale. */
export interface Moved {
  variable: Measured | RiskOrOpportunity
  index: number
  scale: Scale
}

/** One effect of one rule, its size on the scale, and its unit response. */
export interface CompiledEffect {
  rule: Rule
  effect: Effect
  /** Key of its draws: no other rule's draws depend on it. */
  key: string
  /** 5 %, 50 % and 95 % points on the scale. */
  size: { low: number; central: number; high: number }
  /** Shift of each variable it reaches, one number a year, when the effect has size 1. */
  responses: { target: number; byYear: Float64Array }[]
}

/** A link with the indexes of its two variables. */
export interface CompiledLink {
  link: Link
  from: number
  to: number
}

/** The formula of a derived variable with the indexes of all that it is about. */
export interface CompiledFormula {
  index: number
  op: Derived['formula']['op']
  parts: readonly number[]
}

/** What an evaluation adds up: the push of every effect, at its central size, on every variable it reaches. */
export interface Pushes {
  /** Where the pushes of each rule end. */
  ends: Int32Array
  /** The cell that each push begins at: variable × years + year. */
  cell: Int32Array
  /** Where the numbers of each push begin, one a year from its first cell on; then where the last one's end. */
  from: Int32Array
  numbers: Float64Array
}

/** A pack compiled for evaluation: ids to indexes, unit responses through all links, formulas in order. */
export interface Model {
  pack: Pack
  years: readonly number[]
  /** All variables in pack order; derived ones too. */
  variables: readonly Variable[]
  indexOf: ReadonlyMap<string, number>
  moved: readonly (Moved | null)[]
  /** Formulas of the derived variables, parts before wholes. */
  formulas: readonly CompiledFormula[]
  effects: readonly CompiledEffect[]
  /** Effects of each rule, by rule index. */
  effectsOfRule: readonly (readonly CompiledEffect[])[]
  conditions: Conditions
  pushes: Pushes
  links: readonly CompiledLink[]
  /** For each variable, the rules (indexes in pack order) that can reach it, through links and formulas too. */
  reach: readonly (readonly number[])[]
  /** For each assumption, its baseline state. */
  baseline: Readonly<Record<string, string>>
  /** For each assumption, its states in order. */
  states: ReadonlyMap<string, readonly string[]>
}

/**
 * Compile a sound pack (as `load` returns it). Each effect's response through ramp and links is
 * computed once, so that an evaluation is a sum over the effects that fire.
 */
export function compile(pack: Pack): Model {
  const { first, last } = pack.meta.horizon
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i)
  const indexOf = new Map(pack.variables.map((v, i) => [v.id, i]))
  const at = (id: string) => indexOf.get(id) ?? unknown(id)
  const moved = pack.variables.map((variable, index) =>
    variable.scale === 'derived' ? null : { variable, index, scale: variable.scale },
  )
  const links = pack.links.map((link) => ({ link, from: at(link.from), to: at(link.to) }))
  const ahead = linksAhead(links, pack.variables.length)
  const row = rowsOf(years.length)
  const effectsOfRule = pack.rules.map((rule) =>
    rule.effects.map((effect): CompiledEffect => {
      const target = at(effect.variable)
      const scale = moved[target]?.scale ?? unknown(effect.variable)
      return {
        rule,
        effect,
        key: `${rule.id}/${effect.variable}`,
        size: {
          low: sizeOnScale(scale, effect.low),
          central: sizeOnScale(scale, effect.central),
          high: sizeOnScale(scale, effect.high),
        },
        responses: respond(
          target,
          years.map((year) => ramp(rule, year)),
          ahead(target),
          row,
        ),
      }
    }),
  )
  const formulas = formulasOf(pack, indexOf)
  return {
    pack,
    years,
    variables: pack.variables,
    indexOf,
    moved,
    formulas,
    effects: effectsOfRule.flat(),
    effectsOfRule,
    conditions: compileConditions(pack),
    pushes: compilePushes(effectsOfRule, years.length),
    links,
    reach: reachOf(pack, formulas, effectsOfRule),
    baseline: Object.fromEntries(
      pack.assumptions.map((a) => [a.id, a.states.find((s) => s.baseline)?.id ?? unknown(a.id)]),
    ),
    states: new Map(pack.assumptions.map((a) => [a.id, a.states.map((s) => s.id)])),
  }
}

/** Index of a year within the horizon; throws on a year outside it. */
export function yearIndex(model: Model, year: number): number {
  const index = model.years.indexOf(year)
  if (index < 0)
    throw new RangeError(
      `Year ${year} is outside the horizon ${model.years[0]}–${model.years.at(-1)}: choose a year in it.`,
    )
  return index
}

/** Index of a variable; throws on an unknown id. */
export function variableIndex(model: Model, id: string): number {
  return model.indexOf.get(id) ?? unknown(id)
}

/** First condition of a rule that an assignment does not meet, or null if the rule fires. */
export function failingCondition(rule: Rule, assignment: Readonly<Record<string, string>>): Condition | null {
  return rule.when.find((condition) => !holds(condition, assignment[condition.assumption] ?? '')) ?? null
}

/** For a variable, the links that a push on it can travel, in pack order. Answers are kept. */
function linksAhead(links: readonly CompiledLink[], variables: number): (source: number) => readonly CompiledLink[] {
  const kept = new Map<number, readonly CompiledLink[]>()
  const leaving: number[][] = Array.from({ length: variables }, () => [])
  links.forEach(({ from }, position) => leaving[from]!.push(position))
  return (source) => {
    const known = kept.get(source)
    if (known) return known
    const reached = new Set([source])
    const positions = new Set<number>()
    for (const index of reached)
      for (const position of leaving[index]!) {
        positions.add(position)
        reached.add(links[position]!.to)
      }
    const ahead = [...positions].sort((a, b) => a - b).map((position) => links[position]!)
    kept.set(source, ahead)
    return ahead
  }
}

/** Push a unit shift with the given strength by year through the links; only variables reached are kept. */
function respond(
  source: number,
  strength: readonly number[],
  links: readonly CompiledLink[],
  row: () => Float64Array,
): CompiledEffect['responses'] {
  const own = row()
  own.set(strength)
  const byVariable = new Map([[source, own]])
  for (let t = 0; t < strength.length; t++)
    for (const { link, from, to } of links) {
      const cause = t >= link.lag ? (byVariable.get(from)?.[t - link.lag] ?? 0) : 0
      if (cause === 0) continue
      const path = byVariable.get(to) ?? row()
      path[t] = path[t]! + link.strength * cause
      byVariable.set(to, path)
    }
  const responses: CompiledEffect['responses'] = []
  for (const [target, byYear] of byVariable) responses.push({ target, byYear })
  return responses
}

/** Hands out rows of zeros, a number a year, many from one piece of memory: piece by piece it is dear. */
function rowsOf(years: number): () => Float64Array {
  let memory = new ArrayBuffer(0)
  let used = 0
  return () => {
    if (used === memory.byteLength) {
      memory = new ArrayBuffer(8 * years * 256)
      used = 0
    }
    const row = new Float64Array(memory, used, years)
    used += row.byteLength
    return row
  }
}

/** Lay all pushes out in a row, rule after rule; the years before one acts are left out. */
function compilePushes(effectsOfRule: readonly (readonly CompiledEffect[])[], years: number): Pushes {
  let most = 0
  for (const effects of effectsOfRule) for (const { responses } of effects) most += responses.length
  const ends = new Int32Array(effectsOfRule.length)
  const cell = new Int32Array(most)
  const from = new Int32Array(most + 1)
  const numbers = new Float64Array(most * years)
  let [push, n] = [0, 0]
  effectsOfRule.forEach((effects, rule) => {
    for (const { size, responses } of effects)
      for (const { target, byYear } of responses) {
        let t = 0
        while (byYear[t] === 0) t++
        if (t === years) continue
        cell[push] = target * years + t
        for (; t < years; t++) numbers[n++] = size.central * byYear[t]!
        from[++push] = n
      }
    ends[rule] = push
  })
  return { ends, cell: cell.slice(0, push), from: from.slice(0, push + 1), numbers: numbers.slice(0, n) }
}

/** For each variable, the rules that can reach it, in pack order. */
function reachOf(
  pack: Pack,
  formulas: readonly CompiledFormula[],
  effectsOfRule: readonly (readonly CompiledEffect[])[],
): number[][] {
  const reach: number[][] = pack.variables.map(() => [])
  effectsOfRule.forEach((effects, r) => {
    const targets = effects.flatMap(({ responses }) => responses.map(({ target }) => target))
    for (const target of new Set(targets)) reach[target]!.push(r)
  })
  for (const { index, parts } of formulas)
    reach[index] = [...new Set(parts.flatMap((part) => reach[part]!))].sort((a, b) => a - b)
  return reach
}

function formulasOf(pack: Pack, indexOf: ReadonlyMap<string, number>): CompiledFormula[] {
  const formulas = new Map<number, CompiledFormula>()
  const visit = (index: number) => {
    const variable = pack.variables[index]
    if (variable?.scale !== 'derived' || formulas.has(index)) return
    const parts = variable.formula.of.map((id) => indexOf.get(id) ?? unknown(id))
    parts.forEach(visit)
    formulas.set(index, { index, op: variable.formula.op, parts })
  }
  pack.variables.forEach((_, index) => visit(index))
  return [...formulas.values()]
}

function unknown(id: string): never {
  throw new Error(`"${id}" is not in this pack: load the pack before compiling it, and use ids of its own.`)
}
