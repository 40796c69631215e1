import type { Issue } from '../fail'
import type { Baseline, Effect, Pack, Rule, Scale, Variable } from './schema'

/**
 * My version: what somebody changed of a pack. Only numbers, years and whether a rule acts can be changed; texts,
 * evidence and structure stay the pack's, so that every changed number still stands beside its grounds.
 */

interface Range {
  low: number
  central: number
  high: number
}

/** Another size of one effect. */
export interface EffectChange extends Range {
  kind: 'effect'
  rule: string
  variable: string
}
/** Another first year and ramp of one rule. */
export interface TimingChange {
  kind: 'timing'
  rule: string
  onset: number
  rampYears: number
}
/** A rule that does not act. */
export interface OffChange {
  kind: 'off'
  rule: string
}
/** Another baseline of one variable, or of one of its variants; null for the first baseline. */
export interface StartChange {
  kind: 'start'
  variable: string
  variant: string | null
  value: number
  /** 5 and 95 % points; null where the baseline is a number without a range. */
  range: { low: number; high: number } | null
}

/** One thing changed in a pack. */
export type Change = EffectChange | TimingChange | OffChange | StartChange
/** Changes, one for each thing changed. */
export type Changes = readonly Change[]

/** What a change is about: two changes with one key replace each other. */
export function keyOf(change: Change): string {
  switch (change.kind) {
    case 'effect':
      return `effect.${change.rule}.${change.variable}`
    case 'timing':
    case 'off':
      return `${change.kind}.${change.rule}`
    case 'start':
      return `start.${change.variable}${change.variant === null ? '' : `.${change.variant}`}`
  }
}

/** Put a change among others, in the place of the one about the same thing; one that says what the pack says takes it away. */
export function change(pack: Pack, changes: Changes, made: Change): Changes {
  const key = keyOf(made)
  const own = ownOf(pack, made)
  if (own && writeChange(own) === writeChange(made)) return without(changes, key)
  const at = changes.findIndex((other) => keyOf(other) === key)
  return at < 0 ? [...changes, made] : changes.with(at, made)
}

/** Take the change about one thing away; the same list where there is none. */
export function without(changes: Changes, key: string): Changes {
  return changes.some((change) => keyOf(change) === key) ? changes.filter((change) => keyOf(change) !== key) : changes
}

/** What the pack itself says where a change says something else; null for a rule that acts, and where nothing fits. */
export function ownOf(pack: Pack, made: Change): Change | null {
  if (made.kind === 'off') return null
  if (made.kind === 'start') {
    const baseline = baselineAt(pack, made.variable, made.variant)
    return baseline ? startOf(made.variable, made.variant, baseline) : null
  }
  const rule = pack.rules.find(({ id }) => id === made.rule)
  if (made.kind === 'timing')
    return rule ? { kind: 'timing', rule: rule.id, onset: rule.onset, rampYears: rule.rampYears } : null
  const effect = rule?.effects.find(({ variable }) => variable === made.variable)
  return rule && effect ? effectOf(rule, effect) : null
}

/** An effect as a change that changes nothing: what a form starts from. */
export function effectOf(rule: Rule, { variable, low, central, high }: Effect): EffectChange {
  return { kind: 'effect', rule: rule.id, variable, low, central, high }
}

/** A baseline as a change that changes nothing. */
export function startOf(variable: string, variant: string | null, { value, low, high }: Baseline): StartChange {
  const range = low === undefined || high === undefined ? null : { low, high }
  return { kind: 'start', variable, variant, value, range }
}

/** The first baseline of a variable, or that of a variant; undefined where there is none. */
function baselineAt(pack: Pack, id: string, variant: string | null): Baseline | undefined {
  const variable = pack.variables.find((own) => own.id === id)
  if (!variable || variable.scale === 'derived') return undefined
  if (variant === null) return variable.baseline
  return variable.kind === 'indicator' ? variable.variants?.find((own) => own.id === variant)?.baseline : undefined
}

/** Write what a change says, without what it is about, as text of an address: numbers joined by "_". */
export function writeChange(made: Change): string {
  switch (made.kind) {
    case 'effect':
      return [made.low, made.central, made.high].join('_')
    case 'timing':
      return [made.onset, made.rampYears].join('_')
    case 'off':
      return '1'
    case 'start':
      return made.range ? [made.value, made.range.low, made.range.high].join('_') : String(made.value)
  }
}

/** Read a change back from its key and its text; null where the two are not what `keyOf` and `writeChange` write. */
export function readChange(key: string, text: string): Change | null {
  const [kind = '', id = '', more, ...rest] = key.split('.')
  if (id === '' || more === '' || rest.length > 0) return null
  if (kind === 'off') return more === undefined && text === '1' ? { kind, rule: id } : null
  // A zero has no sign here: it would not come back from the text that is written of it.
  const numbers = text.split('_').map((part) => (number.test(part) ? Number(part) + 0 : NaN))
  const [a = NaN, b = NaN, c = NaN] = numbers
  if (!numbers.every(Number.isFinite)) return null
  if (kind === 'effect' && more !== undefined && numbers.length === 3)
    return { kind, rule: id, variable: more, low: a, central: b, high: c }
  if (kind === 'timing' && more === undefined && numbers.length === 2) return { kind, rule: id, onset: a, rampYears: b }
  if (kind === 'start' && (numbers.length === 1 || numbers.length === 3))
    return { kind, variable: id, variant: more ?? null, value: a, range: numbers.length === 3 ? { low: b, high: c } : null } // prettier-ignore
  return null
}

/** A number as JavaScript writes it. */
const number = /^-?\d{1,21}(\.\d{1,25})?(e[+-]?\d{1,3})?$/

/** Least and greatest number that a change may set. */
export interface Bounds {
  least: number
  most: number
}

/** Farthest factor that an effect may be given, unless the pack itself goes farther. Beyond it a number is a slip, not a doubt. */
const farthestFactor = 50

/** Bounds of an effect's size: factors from a fiftieth to fifty, or as far as the pack goes; on a level ten times the largest number in sight. */
export function effectBounds(variable: Variable, own: Range): Bounds {
  if (variable.scale !== 'level')
    return { least: Math.min(1 / farthestFactor, own.low), most: Math.max(farthestFactor, own.high) }
  const reach = 10 * Math.max(1, ...[own.low, own.central, own.high, variable.baseline.value].map(Math.abs))
  return { least: -reach, most: reach }
}

/** Bounds of a baseline: a chance from 0.001 to 0.999, an amount from a hundredth to a hundredfold, a level within ten times its size. */
export function startBounds(scale: Scale, own: number): Bounds {
  if (scale === 'chance') return { least: 0.001, most: 0.999 }
  if (scale === 'amount') return { least: own / 100, most: own * 100 }
  const reach = 10 * Math.max(1, Math.abs(own))
  return { least: own - reach, most: own + reach }
}

/** Bounds of a rule's first year: within the horizon, and before it fades. */
export function onsetBounds({ meta }: Pack, { fadeFrom }: Rule): Bounds {
  return { least: meta.horizon.first + 1, most: Math.min(meta.horizon.last, (fadeFrom ?? Infinity) - 1) }
}

/** Bounds of the years a rule takes to full strength. */
export const rampBounds: Bounds = { least: 0, most: 30 }

/** Why a change cannot be made on a pack: every fault with its place and remedy; none if it can. */
export function changeIssues(pack: Pack, made: Change): Issue[] {
  const key = keyOf(made)
  const missing: Issue = {
    path: key,
    message: 'the model has nothing of this name',
    expected: 'a rule, effect or baseline of the model in use',
    hint: 'It was changed on another version of the model: leave it out.',
  }
  if (made.kind === 'start') {
    const variable = pack.variables.find(({ id }) => id === made.variable)
    const own = baselineAt(pack, made.variable, made.variant)
    if (!own || !variable || variable.scale === 'derived') return [missing]
    const bounds = startBounds(variable.scale, own.value)
    const range = made.range ?? { low: made.value, high: made.value }
    const needed: Issue[] =
      variable.kind !== 'indicator' && made.range === null
        ? [{ path: key, message: 'a probability without a range', expected: 'low and high', hint: 'Give both ends.' }]
        : []
    return [...needed, ...rangeIssues(key, { low: range.low, central: made.value, high: range.high }, bounds)]
  }
  const rule = pack.rules.find(({ id }) => id === made.rule)
  if (!rule) return [missing]
  if (made.kind === 'off') return []
  if (made.kind === 'timing')
    return [
      ...boundIssues(`${key}.onset`, made.onset, onsetBounds(pack, rule), true),
      ...boundIssues(`${key}.rampYears`, made.rampYears, rampBounds, true),
    ]
  const own = rule.effects.find(({ variable }) => variable === made.variable)
  const variable = pack.variables.find(({ id }) => id === made.variable)
  return own && variable ? rangeIssues(key, made, effectBounds(variable, own)) : [missing]
}

function rangeIssues(path: string, { low, central, high }: Range, bounds: Bounds): Issue[] {
  const outside = Object.entries({ low, central, high }).flatMap(([name, at]) =>
    boundIssues(`${path}.${name}`, at, bounds, false),
  )
  if (outside.length > 0 || (low <= central && central <= high)) return outside
  return [
    {
      path,
      message: `${low}, ${central}, ${high} are not in order`,
      expected: 'low ≤ central ≤ high',
      hint: 'Raise high or lower low.',
    },
  ]
}

function boundIssues(path: string, at: number, { least, most }: Bounds, whole: boolean): Issue[] {
  if (at >= least && at <= most && (!whole || Number.isInteger(at))) return []
  return [
    {
      path,
      message: `${at} is not allowed`,
      expected: `a${whole ? ' whole' : ''} number from ${least} to ${most}`,
      hint: 'Choose a number within these limits.',
    },
  ]
}

/**
 * The pack as somebody changed it: same ids, texts and evidence, other numbers. Rules that are off are left out.
 * Changes of what the pack does not have are passed over; the result is sound where `changeIssues` finds nothing.
 */
export function challenged(pack: Pack, changes: Changes): Pack {
  if (changes.length === 0) return pack
  const made = new Map(changes.map((own) => [keyOf(own), own]))
  return { ...pack, rules: pack.rules.flatMap((rule) => changedRule(rule, made)), variables: pack.variables.map((variable) => changedVariable(variable, made)) } // prettier-ignore
}

function changedRule(rule: Rule, made: ReadonlyMap<string, Change>): Rule[] {
  if (made.has(`off.${rule.id}`)) return []
  const timing = made.get(`timing.${rule.id}`)
  const effects = rule.effects.map((effect) => {
    const other = made.get(`effect.${rule.id}.${effect.variable}`)
    return other?.kind === 'effect' ? { ...effect, low: other.low, central: other.central, high: other.high } : effect
  })
  if (timing?.kind !== 'timing' && effects.every((effect, i) => effect === rule.effects[i])) return [rule]
  const when = timing?.kind === 'timing' ? { onset: timing.onset, rampYears: timing.rampYears } : {}
  return [{ ...rule, ...when, effects }]
}

function changedVariable(variable: Variable, made: ReadonlyMap<string, Change>): Variable {
  if (variable.scale === 'derived') return variable
  const baseline = changedBaseline(variable.baseline, made.get(`start.${variable.id}`))
  if (variable.kind !== 'indicator') return baseline === variable.baseline ? variable : { ...variable, baseline }
  const variants = variable.variants?.map((variant) => ({
    ...variant,
    baseline: changedBaseline(variant.baseline, made.get(`start.${variable.id}.${variant.id}`)),
  }))
  return variants ? { ...variable, baseline, variants } : baseline === variable.baseline ? variable : { ...variable, baseline } // prettier-ignore
}

function changedBaseline(baseline: Baseline, other: Change | undefined): Baseline {
  if (other?.kind !== 'start') return baseline
  const { year, basis, evidence, reason } = baseline
  return { value: other.value, ...other.range, year, basis, evidence, reason }
}
