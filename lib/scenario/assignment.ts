import { nearest } from '../fail'
import type { Pack, Scenario } from '../pack/schema'

/** One state for every assumption. */
export type Assignment = Readonly<Record<string, string>>

/** What scenario code needs of a compiled model. */
export interface Space {
  pack: Pack
  baseline: Assignment
  states: ReadonlyMap<string, readonly string[]>
}

/**
 * Put one assumption in a state. Returns the same object when nothing changes, so that nothing that
 * depends on it recomputes; throws on an unknown assumption or state, with the nearest known one.
 */
export function assign(space: Space, assignment: Assignment, assumption: string, state: string): Assignment {
  const states = space.states.get(assumption)
  if (!states) throw new Error(`Unknown assumption "${assumption}"${meant(assumption, space.states.keys())}.`)
  if (!states.includes(state))
    throw new Error(
      `Unknown state "${state}" of ${assumption}${meant(state, states)}; its states are ${states.join(', ')}.`,
    )
  return assignment[assumption] === state ? assignment : { ...assignment, [assumption]: state }
}

/** Tell whether two records hold the same values under the same keys. */
export function sameRecord(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const keys = Object.keys(a)
  return a === b || (keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]))
}

/** The assignment a scenario stands for: the baseline, its headline, and its secondary assumptions unless left out. */
export function applyScenario(space: Space, scenario: Scenario, part: 'whole' | 'headline' = 'whole'): Assignment {
  const chosen = part === 'whole' ? [...scenario.headline, ...scenario.secondary] : scenario.headline
  return chosen.reduce(
    (assignment, { assumption, state }) => assign(space, assignment, assumption, state),
    space.baseline,
  )
}

/** Assumptions whose state differs between two assignments, in pack order. */
export function differing(space: Space, a: Assignment, b: Assignment): string[] {
  return [...space.states.keys()].filter((id) => a[id] !== b[id])
}

/** The scenario that an assignment is exactly, whole or headline only; null if none. */
export function scenarioOf(
  space: Space,
  assignment: Assignment,
): { scenario: Scenario; part: 'whole' | 'headline' } | null {
  for (const part of ['whole', 'headline'] as const)
    for (const scenario of space.pack.scenarios)
      if (differing(space, assignment, applyScenario(space, scenario, part)).length === 0) return { scenario, part }
  return null
}

function meant(word: string, among: Iterable<string>): string {
  const near = nearest(word, among)
  return near ? ` (did you mean "${near}"?)` : ''
}
