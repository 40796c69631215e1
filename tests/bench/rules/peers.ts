import { runInThisContext } from 'node:vm'
import { ZenEngine } from '@gorules/zen-engine'
import jsonLogic from 'json-logic-js'
import { Engine as JsonRulesEngine } from 'json-rules-engine'
import { RuleEngine } from 'node-rules'
import { type Premise, Rools, Rule } from 'rools'
import type { Engine, Load } from './engine'
import type { OneOf, RuleSet } from './rule-set'

/** The engines that people would otherwise use, each as its documentation says, with the best settings it names. */

const asCondition = ({ assumption, in: states }: OneOf) =>
  states.length === 1
    ? { fact: assumption, operator: 'equal', value: states[0] }
    : { fact: assumption, operator: 'in', value: states }

/**
 * json-rules-engine: facts known at run time, conditions joined by "all". Conditions of one priority are asked
 * together, and the results tell of each whether it held.
 */
export function jsonRulesEngine({ rules }: RuleSet): Engine {
  const engine = new JsonRulesEngine(
    rules.map(({ id, when }, index) => ({
      name: id,
      conditions: { all: when.map(asCondition) },
      event: { type: id, params: { index } },
    })),
  )
  return {
    name: 'json-rules-engine',
    fired: async (scenario) => (await engine.run({ ...scenario })).events.map(({ type }) => type),
    failing: async (scenario) => {
      const positions = new Int8Array(rules.length).fill(-1)
      for (const { event, conditions } of (await engine.run({ ...scenario })).failureResults)
        if (event && 'all' in conditions)
          positions[event.params?.index] = conditions.all.findIndex(
            (condition) => 'result' in condition && condition.result === false,
          )
      return positions
    },
  }
}

/** json-rules-engine with a falling priority for each condition of a rule, so that it stops at the first that fails. */
export function jsonRulesEngineByPriority({ rules }: RuleSet): Engine {
  const engine = new JsonRulesEngine(
    rules.map(({ id, when }) => ({
      name: id,
      conditions: {
        all: when.map((condition, i) => ({ ...asCondition(condition), priority: when.length - i })),
      },
      event: { type: id },
    })),
  )
  return {
    name: 'json-rules-engine, priorities',
    fired: async (scenario) => (await engine.run({ ...scenario })).events.map(({ type }) => type),
  }
}

const fieldOf = (assumption: string) => assumption.replaceAll('-', '_')

/** zen-engine: one decision table, a column an assumption, hit policy "collect", compiled once. */
export function zenEngine({ states, rules }: RuleSet): Engine {
  const column = new Map([...states.keys()].map((id, i) => [id, `in-${i}`]))
  const decision = new ZenEngine().createDecision({
    contentType: 'application/vnd.gorules.decision',
    nodes: [
      { id: 'request', name: 'Request', type: 'inputNode', position: { x: 0, y: 0 } },
      {
        id: 'table',
        name: 'Rules',
        type: 'decisionTableNode',
        position: { x: 1, y: 0 },
        content: {
          hitPolicy: 'collect',
          inputs: [...column].map(([field, id]) => ({ id, name: field, field: fieldOf(field) })),
          outputs: [{ id: 'out', name: 'Rule', field: 'rule' }],
          rules: rules.map(({ id, when }) => ({
            _id: id,
            ...Object.fromEntries([...column.values()].map((key) => [key, ''])),
            ...Object.fromEntries(
              when.map(({ assumption, in: states }) => [
                column.get(assumption) ?? '',
                states.map((state) => JSON.stringify(state)).join(', '),
              ]),
            ),
            out: JSON.stringify(id),
          })),
        },
      },
      { id: 'response', name: 'Response', type: 'outputNode', position: { x: 2, y: 0 } },
    ],
    edges: [
      { id: 'one', sourceId: 'request', targetId: 'table', type: 'edge' },
      { id: 'two', sourceId: 'table', targetId: 'response', type: 'edge' },
    ],
  })
  return {
    name: 'zen-engine',
    fired: async (scenario) => {
      // A hyphen in a field is a minus sign to its expressions.
      const context: Record<string, string> = {}
      for (const id in scenario) context[fieldOf(id)] = scenario[id]!
      const { result } = await decision.evaluate(context)
      const found: readonly { rule: string }[] = result
      return found.map(({ rule }) => rule)
    },
  }
}

/**
 * rools: premises as functions of the facts. It merges premises with the same source text, so that closures over a
 * rule would all count as one: each is written out and made from its text.
 */
export async function rools({ rules }: RuleSet): Promise<Engine> {
  const engine = new Rools({ logging: { error: false } })
  await engine.register(
    rules.map(
      ({ id, when }) =>
        new Rule({
          name: id,
          when: when.map(({ assumption, in: states }): Premise =>
            runInThisContext(`(facts) => ${JSON.stringify(states)}.includes(facts['${assumption}'])`),
          ),
          then: (facts: { fired: string[] }) => void facts.fired.push(id),
        }),
    ),
  )
  return {
    name: 'rools',
    fired: async (scenario) => {
      const fired: string[] = []
      await engine.evaluate({ ...scenario, fired })
      return fired
    },
  }
}

/** node-rules: told to ignore changes of facts, since it starts over after each and would never end. */
export function nodeRules({ rules }: RuleSet): Engine {
  const engine = new RuleEngine(
    rules.map(({ id, when }) => ({
      name: id,
      condition: (api, fact) => api.when(when.every((one) => one.in.includes(fact[one.assumption]))),
      consequence: (api, fact) => {
        fact.fired.push(id)
        api.next()
      },
    })),
    { ignoreFactChanges: true },
  )
  return {
    name: 'node-rules',
    fired: (scenario) =>
      new Promise((resolve) => engine.execute({ ...scenario, fired: [] }, ({ fired }) => resolve(fired))),
  }
}

/** json-logic-js: an expression a rule for T1, an expression a condition for T2. */
export function jsonLogicJs({ rules }: RuleSet): Engine {
  const conditions = rules.map(({ when }) =>
    when.map(({ assumption, in: states }) =>
      states.length === 1 ? { '===': [{ var: assumption }, states[0]] } : { in: [{ var: assumption }, states] },
    ),
  )
  const whole = conditions.map((own) => ({ and: own }))
  return {
    name: 'json-logic-js',
    fired: (scenario) => rules.flatMap(({ id }, r) => (jsonLogic.apply(whole[r], scenario) === true ? [id] : [])),
    failing: (scenario) =>
      conditions.map((own) => own.findIndex((condition) => jsonLogic.apply(condition, scenario) !== true)),
  }
}

/** All peers. */
export const peers: readonly Load[] = [
  jsonRulesEngine,
  jsonRulesEngineByPriority,
  zenEngine,
  rools,
  nodeRules,
  jsonLogicJs,
]
