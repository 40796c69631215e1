import type { RuleSet, Scenario } from './rule-set'

/** Anything that tells which rules fire. Rules are loaded once; a question is answered at once or as a promise. */
export interface Engine {
  name: string
  /** T1: ids of the rules that fire. */
  fired: (scenario: Scenario) => readonly string[] | Promise<readonly string[]>
  /** T2: for each rule, the position of its first condition that fails; −1 where it fires. Missing where it cannot tell. */
  failing?: (scenario: Scenario) => ArrayLike<number> | Promise<ArrayLike<number>>
}

/** Load a rule set into an engine. */
export type Load = (rules: RuleSet) => Engine | Promise<Engine>

/** Which engines answer otherwise than the first, task by task: they are told, and not timed. */
export async function differing(engines: readonly Engine[], scenarios: readonly Scenario[]): Promise<string[]> {
  const [reference, ...others] = engines
  const wrong = new Set<string>()
  for (const scenario of scenarios) {
    const fired = [...((await reference?.fired(scenario)) ?? [])].sort().join()
    const failing = Array.from((await reference?.failing?.(scenario)) ?? []).join()
    for (const engine of others) {
      if ([...(await engine.fired(scenario))].sort().join() !== fired) wrong.add(`${engine.name}, T1`)
      if (engine.failing && Array.from(await engine.failing(scenario)).join() !== failing)
        wrong.add(`${engine.name}, T2`)
    }
  }
  return [...wrong]
}
