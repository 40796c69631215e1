import type { Scenario, Text } from '../pack/schema'
import { type Assignment, differing, scenarioOf, type Space } from './assignment'

/** How a screen is called: the scenario it is exactly, or its headline phrases and how many more changes there are. */
export interface Title {
  scenario: Scenario | null
  /** Whether only the scenario's headline is chosen, where it has more than that. */
  headlineOnly: boolean
  phrases: Text[]
  more: number
}

/** Name an assignment. At the baseline there is no scenario, no phrase and nothing more. */
export function titleOf(space: Space, assignment: Assignment): Title {
  const found = scenarioOf(space, assignment)
  if (found) {
    const { scenario, part } = found
    return { scenario, headlineOnly: part === 'headline' && scenario.secondary.length > 0, phrases: [], more: 0 }
  }
  const changed = differing(space, space.baseline, assignment)
  const { headline } = space.pack.meta
  return {
    scenario: null,
    headlineOnly: false,
    phrases: headline.filter((id) => changed.includes(id)).flatMap((id) => phraseOf(space, id, assignment[id])),
    more: changed.filter((id) => !headline.includes(id)).length,
  }
}

function phraseOf(space: Space, assumption: string, state: string | undefined): Text[] {
  const states = space.pack.assumptions.filter(({ id }) => id === assumption).flatMap(({ states }) => states)
  return states.filter(({ id }) => id === state).map(({ phrase, label }) => phrase ?? label)
}
