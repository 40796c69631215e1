import { compileConditions, failingConditions, firingOf } from '../../../lib/engine/conditions'
import type { Engine } from './engine'
import type { PlainRule, RuleSet, Scenario } from './rule-set'

const text = { en: 'Told for the bench', es: 'Dicho para la medición' }

/** The engine of the product: what `evaluate`, `fan` and `trace` ask which rules fire, and why not. */
export function ours({ states, rules }: RuleSet): Engine {
  const conditions = compileConditions({
    assumptions: [...states].map(([id, own]) => ({
      id,
      kind: 'uncertainty',
      label: text,
      question: text,
      evidence: [],
      states: own.map((state) => ({ id: state, label: text, meaning: text })),
    })),
    rules: rules.map(({ id, when }) => ({
      id,
      when: when.map((condition) => ({ assumption: condition.assumption, in: [...condition.in] })),
      onset: 0,
      rampYears: 0,
      effects: [],
    })),
  })
  const ids = rules.map(({ id }) => id)
  return {
    name: 'ours',
    fired: (scenario) => firingOf(conditions, scenario, ids),
    failing: (scenario) => failingConditions(conditions, scenario),
  }
}

/** The filter that anybody would write: every condition of every rule, looked up as it is written. */
export function plainFilter({ rules }: RuleSet): Engine {
  const holds = (rule: PlainRule, scenario: Scenario) =>
    rule.when.every((condition) => condition.in.includes(scenario[condition.assumption]!))
  return {
    name: 'plain filter',
    fired: (scenario) => rules.filter((rule) => holds(rule, scenario)).map(({ id }) => id),
    failing: (scenario) =>
      rules.map(({ when }) => when.findIndex((condition) => !condition.in.includes(scenario[condition.assumption]!))),
  }
}

/**
 * The least that a program can do: a scenario is a bit a state, in one word or two, and a rule fires where none of the
 * bits that it forbids is set.
 */
export function bitMasks({ states, rules }: RuleSet): Engine {
  const all = [...states].flatMap(([assumption, own]) => own.map((state) => ({ assumption, state })))
  if (all.length > 64) throw new Error(`${all.length} states: two words hold 64 at most.`)
  const forbidden = (first: number) =>
    Int32Array.from(rules, ({ when }) =>
      all.slice(first, first + 32).reduce((mask, { assumption, state }, bit) => {
        const allowed = when.every((condition) => condition.assumption !== assumption || condition.in.includes(state))
        return allowed ? mask : mask | (1 << bit)
      }, 0),
    )
  const [low, high] = [forbidden(0), forbidden(32)]
  const placeOf = new Map([...states.keys()].map((id) => [id, new Map<string, number>()]))
  all.forEach(({ assumption, state }, place) => placeOf.get(assumption)?.set(state, place))
  const places = [...placeOf]
  const ids = rules.map(({ id }) => id)
  return {
    name: 'bit masks by hand',
    fired: (scenario) => {
      let [one, other] = [0, 0]
      for (const [id, own] of places) {
        const place = own.get(scenario[id]!)!
        if (place < 32) one |= 1 << place
        else other |= 1 << place
      }
      const fired: string[] = []
      for (let r = 0; r < ids.length; r++) if (((low[r]! & one) | (high[r]! & other)) === 0) fired.push(ids[r]!)
      return fired
    },
  }
}
