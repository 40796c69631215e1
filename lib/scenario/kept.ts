import { type Assignment, assign, type Space } from './assignment'

/** A scenario somebody saved: a named assignment with a note, and the pack it was made on. */
export interface Kept {
  id: string
  name: string
  note: string
  assignment: Assignment
  pack: { id: string; version: string }
  /** When it was saved, as an ISO date and time. */
  savedAt: string
  /** Whether it is what a group of a workshop chose: it stands on the board then. Files leave it out. */
  group?: true
}

/** A kept scenario on the pack in use, and what differs from the pack it was made on. */
export interface Fitted {
  assignment: Assignment
  /** Parts that this pack no longer has, as `assumption=state`. */
  dropped: string[]
  /** Assumptions that this pack has and the scenario did not know: they stand at the baseline. */
  added: string[]
  /** Version it was made with, if it is another than this pack's. */
  madeWith: string | null
}

/** Fit a kept scenario to the pack in use; never throws. What cannot be used is listed, the rest is taken. */
export function fit(space: Space, { assignment, pack }: Pick<Kept, 'assignment' | 'pack'>): Fitted {
  const known = Object.entries(assignment).filter(([id, state]) => space.states.get(id)?.includes(state))
  const { version } = space.pack.meta
  return {
    assignment: known.reduce((fitted, [id, state]) => assign(space, fitted, id, state), space.baseline),
    dropped: Object.entries(assignment).flatMap(([id, state]) =>
      space.states.get(id)?.includes(state) ? [] : [`${id}=${state}`],
    ),
    added: [...space.states.keys()].filter((id) => !Object.hasOwn(assignment, id)),
    madeWith: pack.version === version ? null : pack.version,
  }
}
