import type { Condition } from './schema'

/** The states a condition names, whether it asks for them or excludes them. */
export function conditionStates(condition: Condition): readonly string[] {
  return 'in' in condition ? condition.in : condition.not
}

/** Tell whether a condition holds when its assumption is in `state`. */
export function holds(condition: Condition, state: string): boolean {
  return 'in' in condition ? condition.in.includes(state) : !condition.not.includes(state)
}
