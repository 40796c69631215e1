import { describe, expect, test } from 'vitest'
import {
  changed,
  elapsed,
  freshSession,
  isNewer,
  newGroup,
  onNextSlide,
  paceOf,
  readSession,
  type Session,
  setClock,
  shownOf,
} from '../../lib/deck/session'
import { blankSlide } from '../../lib/deck/starter'

const minute = 60_000
const text = { en: 'A sentence', es: 'Una frase' }
const slides = [2, 3, 4].map((minutes, i) => ({
  ...blankSlide(`slide-${i}`, text, { kind: 'text', lines: [] }),
  minutes,
}))

const full: Session = {
  query: 'v=1&pack=1.0.0&slide=zone',
  revealed: ['zone'],
  guesses: { zone: { up: 3, same: 1, down: 0, median: 0.6 } },
  revision: 7,
  by: 'abc',
  blank: true,
  held: { query: '', revealed: [], guesses: {} },
  clock: { session: 1000, slide: 500, since: 123 },
  last: { slide: 'zone', from: {}, to: { leader: 'stays' } },
  replays: 2,
  cleared: { query: '', revealed: [], guesses: { zone: { up: 1, same: 0, down: 0, median: null } } },
}

describe('of two sessions the newer counts', () => {
  const fresh = freshSession('')
  test('each change makes a session newer than it was, and signs it', () => {
    const next = changed(fresh, 'me', { blank: true })
    expect(next).toMatchObject({ blank: true, revision: 1, by: 'me' })
    expect(isNewer(next, fresh)).toBe(true)
    expect(isNewer(fresh, next)).toBe(false)
    expect(isNewer(next, next)).toBe(false)
  })
  test('two windows that change at once agree on one of both', () => {
    const [one, other] = [changed(fresh, 'a', { blank: true }), changed(fresh, 'b', { blank: false })]
    expect(isNewer(other, one)).toBe(true)
    expect(isNewer(one, other)).toBe(false)
  })
})

describe('what the wall shows', () => {
  test('what is held while it is held, else what there is', () => {
    expect(shownOf(full)).toEqual({ query: '', revealed: [], guesses: {} })
    expect(shownOf({ ...full, held: null })).toMatchObject({ query: full.query, revealed: ['zone'] })
  })
})

describe('clocks', () => {
  test('run from the time they were started, and stand where they were stopped', () => {
    const running = setClock({ session: 0, slide: 0, since: null }, 1000, 'run')
    expect(elapsed(running, 4000)).toEqual({ session: 3000, slide: 3000 })
    const standing = setClock(running, 4000, 'stand')
    expect(elapsed(standing, 90_000)).toEqual({ session: 3000, slide: 3000 })
    expect(elapsed(setClock(standing, 90_000, 'run'), 91_000)).toEqual({ session: 4000, slide: 4000 })
  })
  test('the clock of the slide begins anew with each, that of the session goes on', () => {
    expect(elapsed(onNextSlide({ session: 5000, slide: 4000, since: 0 }, 1000), 3000)).toEqual({
      session: 8000,
      slide: 2000,
    })
  })
  test('begin at nothing when restarted; a clock set back runs no further', () => {
    expect(setClock(full.clock, 9, 'restart')).toEqual({ session: 0, slide: 0, since: 9 })
    expect(elapsed({ session: 5, slide: 5, since: 1000 }, 10)).toEqual({ session: 5, slide: 5 })
  })
  test('the pace is nothing within the time planned for the slide', () => {
    expect(paceOf(slides, 1, 2 * minute)).toBe(0)
    expect(paceOf(slides, 1, 5 * minute)).toBe(0)
    expect(paceOf(slides, 1, 1 * minute)).toBe(1 * minute)
    expect(paceOf(slides, 1, 7 * minute)).toBe(-2 * minute)
    expect(paceOf(slides, 9, 10 * minute)).toBe(-1 * minute)
  })
})

test('a new group begins without what the last one did, which can be put back', () => {
  const next = newGroup(full, 'v=1&pack=1.0.0&slide=zone')
  expect(next).toMatchObject({ revealed: [], guesses: {}, blank: false, held: null, last: null })
  expect(next.cleared).toEqual({ query: full.query, revealed: full.revealed, guesses: full.guesses })
  expect(next).not.toHaveProperty('clock')
})

describe('a session from elsewhere', () => {
  test('is read as it was sent', () => {
    expect(readSession(JSON.parse(JSON.stringify(full)))).toEqual(full)
    expect(readSession(freshSession('x'))).toEqual(freshSession('x'))
  })
  test.each<[string, unknown]>([
    ['nothing', null],
    ['a list', []],
    ['no query', { ...full, query: 1 }],
    ['a query without end', { ...full, query: 'x'.repeat(4001) }],
    ['slides that are no text', { ...full, revealed: [1] }],
    ['slides that are no list', { ...full, revealed: 'zone' }],
    ['more slides than any deck', { ...full, revealed: Array.from({ length: 101 }, () => 'a') }],
    ['hands below zero', { ...full, guesses: { zone: { up: -1, same: 0, down: 0, median: null } } }],
    ['hands that are no number', { ...full, guesses: { zone: { up: 1, same: '0', down: 0, median: null } } }],
    ['no hands at all', { ...full, guesses: { zone: { up: 1, same: 0, median: null } } }],
    ['a median that is not finite', { ...full, guesses: { zone: { up: 1, same: 0, down: 0, median: Infinity } } }],
    ['a guess that is none', { ...full, guesses: { zone: 3 } }],
    ['guesses that are none', { ...full, guesses: null }],
    [
      'a slide of a very long name',
      { ...full, guesses: { ['z'.repeat(61)]: { up: 1, same: 0, down: 0, median: null } } },
    ],
    ['a revision that is none', { ...full, revision: Number.NaN }],
    ['no window', { ...full, by: undefined }],
    ['blank as a word', { ...full, blank: 'yes' }],
    ['no count of replays', { ...full, replays: null }],
    ['no clock', { ...full, clock: null }],
    ['a clock that runs from a word', { ...full, clock: { session: 1, slide: 1, since: 'noon' } }],
    ['a clock without a session', { ...full, clock: { slide: 1, since: null } }],
    ['a clock without a slide', { ...full, clock: { session: 1, since: null } }],
    ['something held that is none', { ...full, held: { query: 1 } }],
    ['something cleared that is none', { ...full, cleared: 'all' }],
    ['a change of no slide', { ...full, last: { from: {}, to: {} } }],
    ['a change that is none', { ...full, last: 'x' }],
    ['a change from a number', { ...full, last: { slide: 'a', from: { leader: 1 }, to: {} } }],
    ['a change to nothing', { ...full, last: { slide: 'a', from: {}, to: null } }],
    ['a change of a very long name', { ...full, last: { slide: 'a', from: { ['z'.repeat(61)]: 'a' }, to: {} } }],
  ])('is refused with %s', (_, value) => {
    expect(readSession(value)).toBeNull()
  })
  test('takes no prototype from a name', () => {
    const sent = JSON.parse(JSON.stringify(full).replace('"leader"', '"__proto__"'))
    expect(Object.keys(readSession(sent)?.last?.to ?? {})).toEqual(['__proto__'])
  })
})
