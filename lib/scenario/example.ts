import { conditionStates } from '../pack/condition'
import type { Rule } from '../pack/schema'
import { type Assignment, applyScenario, differing, type Space } from './assignment'

/**
 * List the assignments that worked examples of a pack are taken from, none of them the baseline: its scenarios, those that a
 * comparison opens with first; without any, what sets the first rule off. Empty where nothing can move.
 */
export function exampleAssignments(space: Space): Assignment[] {
  const { meta, scenarios, rules } = space.pack
  const first = (meta.comparison ?? []).flatMap((id) => scenarios.filter((scenario) => scenario.id === id))
  const all = [...new Set([...first, ...scenarios])].map((scenario) => applyScenario(space, scenario))
  const moving = all.filter((assignment) => differing(space, space.baseline, assignment).length > 0)
  return moving.length > 0 ? moving : rules.slice(0, 1).map((rule) => settingOff(space, rule))
}

/** The assignment to work an example under: the one asked for, or the first example where that is the baseline. */
export function workedAssignment(space: Space, asked: Assignment): Assignment {
  if (differing(space, space.baseline, asked).length > 0) return asked
  return exampleAssignments(space)[0] ?? asked
}

/** Two assignments to compare: the first two examples, or the baseline and the one there is. */
export function examplePair(space: Space): readonly [Assignment, Assignment] {
  const [one, other] = exampleAssignments(space)
  return one && other ? [one, other] : [space.baseline, one ?? space.baseline]
}

/** The baseline with every assumption that a rule names in the first state that its conditions allow. */
function settingOff(space: Space, rule: Rule): Assignment {
  const allowed = (id: string) =>
    space.states
      .get(id)
      ?.find((state) =>
        rule.when
          .filter(({ assumption }) => assumption === id)
          .every((condition) => 'in' in condition === conditionStates(condition).includes(state)),
      )
  return rule.when.reduce((assignment, { assumption: id }) => {
    const state = allowed(id)
    return state === undefined ? assignment : { ...assignment, [id]: state }
  }, space.baseline)
}
