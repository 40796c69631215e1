import type { Guess } from './guess'
import type { Slide } from './schema'
import type { States } from './slide'

/** What the room has done and seen: what a new group begins without. */
export interface Seen {
  /** Which slide of which deck, and what is toggled on it: query text of an address. */
  query: string
  /** Ids of the slides whose outcome was hidden and is shown. */
  revealed: readonly string[]
  /** What the room guessed, by the id of the slide. */
  guesses: Readonly<Record<string, Guess>>
}

/** The clocks of a session, in milliseconds: what ran before `since`, the time they run from; null while they stand. */
export interface Clock {
  session: number
  slide: number
  since: number | null
}

/** A toggle or reset on one slide, to be shown once more. */
export interface Change {
  slide: string
  from: States
  to: States
}

/** One presentation as all its windows share it; of two the newer counts. */
export interface Session extends Seen {
  /** Counts the changes; of equal counts the greater `by` is the newer. */
  revision: number
  /** The window that changed it last. */
  by: string
  blank: boolean
  /** What the audience's screen keeps showing while the speaker goes on; null while it follows. */
  held: Seen | null
  clock: Clock
  last: Change | null
  /** Counts how often the last change was asked for once more. */
  replays: number
  /** What the last group had, until something else is done; null where nothing was cleared. */
  cleared: Seen | null
}

/** A session in which nothing has happened. */
export function freshSession(query: string): Session {
  return {
    query,
    revealed: [],
    guesses: {},
    revision: 0,
    by: '',
    blank: false,
    held: null,
    clock: { session: 0, slide: 0, since: null },
    last: null,
    replays: 0,
    cleared: null,
  }
}

/** Change a session in some window: the result is newer than what was. */
export function changed(session: Session, by: string, change: Partial<Session>): Session {
  return { ...session, ...change, revision: session.revision + 1, by }
}

/** Tell whether one session is newer than another. */
export function isNewer(one: Session, other: Session): boolean {
  return one.revision > other.revision || (one.revision === other.revision && one.by > other.by)
}

/** What the audience's screen shows: what is held, or what there is. */
export function shownOf({ held, query, revealed, guesses }: Session): Seen {
  return held ?? { query, revealed, guesses }
}

/** Milliseconds of the session and of the slide at a time. */
export function elapsed({ session, slide, since }: Clock, now: number): { session: number; slide: number } {
  const ran = since === null ? 0 : Math.max(0, now - since)
  return { session: session + ran, slide: slide + ran }
}

/** The clocks running from a time on, standing from it on, or both at nothing and running. */
export function setClock(clock: Clock, now: number, to: 'run' | 'stand' | 'restart'): Clock {
  if (to === 'restart') return { session: 0, slide: 0, since: now }
  return { ...elapsed(clock, now), since: to === 'run' ? now : null }
}

/** The clocks when another slide comes on: the slide's begins anew, and both run. */
export function onNextSlide(clock: Clock, now: number): Clock {
  return { session: elapsed(clock, now).session, slide: 0, since: now }
}

/**
 * How far ahead (positive) or behind (negative) of the plan a session is, in milliseconds, on the slide at a place: within
 * the minutes planned for the slide it is neither.
 */
export function paceOf(slides: readonly Slide[], index: number, session: number): number {
  const begins = slides.slice(0, index).reduce((sum, { minutes }) => sum + minutes, 0) * 60_000
  const ends = begins + (slides[index]?.minutes ?? 0) * 60_000
  return session < begins ? begins - session : Math.min(0, ends - session)
}

/** Clear what a group did, to begin with the next: what was toggled, guessed and shown. The slide and the clocks stay. */
export function newGroup(session: Session, query: string): Partial<Session> {
  const { revealed, guesses } = session
  return {
    query,
    revealed: [],
    guesses: {},
    blank: false,
    held: null,
    last: null,
    cleared: { query: session.query, revealed, guesses },
  }
}

/** Read a session that another window sent, or that the browser kept; null if it is not one in every part. Never throws. */
export function readSession(value: unknown): Session | null {
  if (!isRecord(value) || !isRecord(value['clock'])) return null
  const seen = readSeen(value)
  const { revision, by, blank, replays } = value
  const { session, slide, since } = value['clock']
  const held = value['held'] === null ? null : readSeen(value['held'])
  const cleared = value['cleared'] === null ? null : readSeen(value['cleared'])
  const last = value['last'] === null ? null : readChange(value['last'])
  const sound =
    isCount(revision) &&
    isText(by, 40) &&
    typeof blank === 'boolean' &&
    isCount(replays) &&
    isCount(session) &&
    isCount(slide) &&
    (since === null || isCount(since))
  if (!seen || held === undefined || cleared === undefined || last === undefined || !sound) return null
  return { ...seen, revision, by, blank, held, clock: { session, slide, since }, last, replays, cleared }
}

/** Undefined where it is not what it should be: null means that there is none. */
function readSeen(value: unknown): Seen | undefined {
  if (!isRecord(value)) return undefined
  const { query, revealed } = value
  const guesses = readGuesses(value['guesses'])
  if (!isText(query, 4000) || !guesses || !Array.isArray(revealed) || revealed.length > 100) return undefined
  // A list of its own: one that another window sent may carry a constructor.
  const ids: unknown[] = Array.from(revealed)
  const known = ids.filter((id) => isText(id, 60))
  return known.length === ids.length ? { query, revealed: known, guesses } : undefined
}

function readGuesses(value: unknown): Record<string, Guess> | null {
  if (!isRecord(value) || Object.keys(value).length > 100) return null
  const guesses: [string, Guess][] = []
  for (const [slide, guess] of Object.entries(value)) {
    if (!isRecord(guess) || slide.length > 60) return null
    const { up, same, down, median } = guess
    if (!isCount(up) || !isCount(same) || !isCount(down)) return null
    if (median !== null && !(typeof median === 'number' && Number.isFinite(median))) return null
    guesses.push([slide, { up, same, down, median }])
  }
  return Object.fromEntries(guesses)
}

function readChange(value: unknown): Change | undefined {
  if (!isRecord(value) || !isText(value['slide'], 60)) return undefined
  const [from, to] = [readStates(value['from']), readStates(value['to'])]
  return from && to ? { slide: value['slide'], from, to } : undefined
}

function readStates(value: unknown): States | null {
  if (!isRecord(value) || Object.keys(value).length > 100) return null
  const states: [string, string][] = []
  for (const [id, state] of Object.entries(value)) {
    if (!isText(state, 60) || id.length > 60) return null
    states.push([id, state])
  }
  return Object.fromEntries(states)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isText(value: unknown, most: number): value is string {
  return typeof value === 'string' && value.length <= most
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0
}
