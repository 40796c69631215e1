import { holds } from '../../../lib/pack/condition'
import type { Pack } from '../../../lib/pack/schema'
import type { Random } from '../random'

/** One condition: an assumption stands in one of some states. */
export interface OneOf {
  assumption: string
  in: readonly string[]
}

/** A rule as every engine is told it: it fires where all its conditions hold. */
export interface PlainRule {
  id: string
  when: readonly OneOf[]
  /** Least, likeliest and most of a triangular effect. */
  effect: readonly [low: number, mode: number, high: number]
}

/** A state for every assumption. */
export type Scenario = Readonly<Record<string, string>>

/** What all engines are given. */
export interface RuleSet {
  states: ReadonlyMap<string, readonly string[]>
  rules: readonly PlainRule[]
}

/**
 * 60 rules of one to three conditions over 12 assumptions, eight with two states and four with three: 28 states and
 * 20 736 scenarios. No two rules ask the same.
 */
export function ruleSet({ below, pick, shuffled, next }: Random): RuleSet {
  const states = new Map(
    Array.from({ length: 12 }, (_, i) => {
      const own = Array.from({ length: i % 3 === 2 ? 3 : 2 }, (_, s) => `state-${i}-${s}`)
      return [`assumption-${i}`, own] as const
    }),
  )
  const asked = new Set<string>()
  const rules: PlainRule[] = []
  while (rules.length < 60) {
    const when = shuffled([...states]).slice(0, 1 + below(3)).map(([assumption, own]) => ({ assumption, in: [pick(own)] })) // prettier-ignore
    const key = when.flatMap((condition) => condition.in).sort().join() // prettier-ignore
    if (asked.has(key)) continue
    asked.add(key)
    const low = -2 + 4 * next()
    const width = 0.1 + next()
    rules.push({ id: `rule-${rules.length}`, when, effect: [low, low + width * next(), low + width] })
  }
  return { states, rules }
}

/** The rules of a pack, their conditions alone. */
export function rulesOf({ assumptions, rules }: Pick<Pack, 'assumptions' | 'rules'>): RuleSet {
  const states = new Map(assumptions.map((own) => [own.id, own.states.map(({ id }) => id)]))
  return {
    states,
    rules: rules.map(({ id, when }) => ({
      id,
      when: when.map((condition) => ({
        assumption: condition.assumption,
        in: (states.get(condition.assumption) ?? []).filter((state) => holds(condition, state)),
      })),
      effect: [0, 0, 0],
    })),
  }
}

/** Every scenario of a rule set, the first assumption turning slowest. */
export function allScenarios({ states }: RuleSet): Scenario[] {
  return [...states].reduce<Scenario[]>(
    (scenarios, [id, own]) => scenarios.flatMap((scenario) => own.map((state) => ({ ...scenario, [id]: state }))),
    [{}],
  )
}
