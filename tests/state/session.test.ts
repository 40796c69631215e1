// @vitest-environment jsdom
import { createStore } from 'jotai/vanilla'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  blankAtom,
  changeSessionAtom,
  clockAtom,
  elapsedNow,
  followSession,
  groupDidAtom,
  guessAtom,
  hiddenAtom,
  holdAtom,
  newGroupAtom,
  planAtom,
  replayAtom,
  revealAtom,
  sessionAtom,
  takeGuessAtom,
  undoNewGroupAtom,
  wallAtom,
} from '../../app/_state/session'
import { packModelAtom, type Page, pageAtom, presentingAtom, queryAtom } from '../../app/_state/url'
import { goToAtom, pressAtom, slideAtom, toggleAtom, toggledAtom, workshopAtom } from '../../app/_state/workshop'
import type { Workshop } from '../../lib/deck/schema'
import { blankSlide } from '../../lib/deck/starter'
import { tinyModel } from '../fixtures/tiny-model'

/** The windows of a presentation stay in step, whichever of them leads, sleeps or is loaded anew. */

const model = tinyModel()
const [variable] = model.variables
const slide = (id: string) => ({
  ...blankSlide(id, { en: id, es: id }, { kind: 'path' as const, variable: variable!.id }),
  toggles: ['zone', 'leader'],
  predict: variable!.id,
})
const workshop: Workshop = {
  deck: { title: { en: 'Deck', es: 'Láminas' }, slides: ['one', 'two', 'three'].map(slide) },
  roles: [],
}
let closing: (() => void)[] = []

/** A window of the presentation; in one document all have one address bar, so each store keeps what it read. */
function open(page: Page, query = '') {
  history.replaceState(null, '', `/en/present/${page}${query}`)
  const store = createStore()
  store.set(packModelAtom, model)
  store.set(pageAtom, page)
  store.set(workshopAtom, workshop)
  const leave = [store.sub(presentingAtom, () => undefined), store.sub(toggledAtom, () => undefined)]
  leave.push(followSession(store))
  const close = () => leave.splice(0).forEach((stop) => stop())
  closing.push(close)
  return Object.assign(store, { close })
}

/** Let what was sent arrive. */
async function arrived() {
  for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setTimeout(resolve, 1))
}

beforeEach(() => localStorage.clear())
afterEach(() => {
  for (const close of closing) close()
  closing = []
  vi.restoreAllMocks()
})

describe('two windows', () => {
  test('follow each other from slide to slide, and in what is toggled', async () => {
    const [wall, speaker] = [open('show'), open('speaker')]
    speaker.set(goToAtom, 1)
    await arrived()
    expect(wall.get(slideAtom).id).toBe('two')
    wall.set(pressAtom, 0)
    await arrived()
    expect(speaker.get(toggledAtom)).toEqual(wall.get(toggledAtom))
    expect(Object.keys(speaker.get(toggledAtom))).toEqual(['zone'])
    expect(speaker.get(sessionAtom)).toEqual(wall.get(sessionAtom))
  })

  test('hear of each other: the wall says how large it is, and that it closes', async () => {
    const [wall, speaker] = [open('show'), open('speaker')]
    await arrived()
    dispatchEvent(new Event('focus'))
    await arrived()
    expect(speaker.get(wallAtom)).toMatchObject({ width: innerWidth, height: innerHeight })
    wall.close()
    await arrived()
    expect(speaker.get(wallAtom)).toBeNull()
  })

  test('a window opened later, or loaded anew, takes over what the others show', async () => {
    const speaker = open('speaker')
    speaker.set(goToAtom, 2)
    speaker.set(blankAtom)
    const wall = open('show')
    await arrived()
    expect(wall.get(slideAtom).id).toBe('three')
    expect(wall.get(sessionAtom).blank).toBe(true)
  })

  test('one that slept through a change catches up when it wakes', async () => {
    const [wall, speaker] = [open('show'), open('speaker')]
    await arrived()
    // What was sent while the computer slept never arrived.
    const post = vi.spyOn(BroadcastChannel.prototype, 'postMessage').mockImplementation(() => undefined)
    speaker.set(goToAtom, 2)
    await arrived()
    expect(wall.get(slideAtom).id).toBe('one')
    post.mockRestore()
    dispatchEvent(new Event('pageshow'))
    await arrived()
    expect(wall.get(slideAtom).id).toBe('three')
  })

  test('nothing that another program sends is taken for a session', async () => {
    const wall = open('show')
    const before = wall.get(sessionAtom)
    const other = new BroadcastChannel('encrucijada-session')
    for (const message of [null, 1, 'x', {}, { session: null }, { session: { ...before, query: 3, revision: 99 } }])
      other.postMessage(message)
    other.postMessage({ wall: 'large' })
    await arrived()
    other.close()
    expect(wall.get(sessionAtom)).toBe(before)
  })
})

describe('the audience’s screen', () => {
  test('is held while the speaker goes on, and follows when let go', async () => {
    const [wall, speaker] = [open('show'), open('speaker')]
    speaker.set(goToAtom, 1)
    speaker.set(holdAtom)
    speaker.set(goToAtom, 2)
    speaker.set(takeGuessAtom, { up: 1, same: 0, down: 0, median: null })
    await arrived()
    expect([wall.get(slideAtom).id, speaker.get(slideAtom).id]).toEqual(['two', 'three'])
    expect(wall.get(guessAtom)).toBeNull()
    speaker.set(holdAtom)
    await arrived()
    expect(wall.get(slideAtom).id).toBe('three')
    expect(wall.get(guessAtom)).toMatchObject({ up: 1 })
  })

  test('lets go by itself when someone moves it', async () => {
    const [wall, speaker] = [open('show'), open('speaker')]
    speaker.set(holdAtom)
    speaker.set(goToAtom, 2)
    await arrived()
    wall.set(goToAtom, 1)
    await arrived()
    expect(speaker.get(slideAtom).id).toBe('two')
    expect(speaker.get(sessionAtom).held).toBeNull()
  })
})

describe('guess and reveal', () => {
  test('the outcome is hidden until it is revealed, on each slide for itself', () => {
    const wall = open('show')
    expect(wall.get(hiddenAtom)).toBe(true)
    wall.set(revealAtom)
    expect(wall.get(hiddenAtom)).toBe(false)
    wall.set(goToAtom, 1)
    expect(wall.get(hiddenAtom)).toBe(true)
    wall.set(goToAtom, 0)
    wall.set(revealAtom)
    expect(wall.get(hiddenAtom)).toBe(true)
  })

  test('nothing is revealed where nothing is guessed', () => {
    const wall = open('show')
    wall.set(workshopAtom, {
      ...workshop,
      deck: { ...workshop.deck, slides: [{ ...slide('one'), predict: null }] },
    })
    wall.set(revealAtom)
    expect(wall.get(sessionAtom).revealed).toEqual([])
  })

  test('a guess is taken down and forgotten', () => {
    const wall = open('show')
    wall.set(takeGuessAtom, { up: 2, same: 1, down: 0, median: 0.4 })
    expect(wall.get(guessAtom)).toEqual({ up: 2, same: 1, down: 0, median: 0.4 })
    wall.set(takeGuessAtom, null)
    expect(wall.get(guessAtom)).toBeNull()
  })
})

describe('the last change', () => {
  test('can be replayed on its own slide alone', () => {
    const wall = open('show')
    wall.set(replayAtom)
    expect(wall.get(sessionAtom).replays).toBe(0)
    wall.set(pressAtom, 0)
    const { last } = wall.get(sessionAtom)
    expect(last).toMatchObject({ slide: 'one', from: {}, to: wall.get(toggledAtom) })
    wall.set(replayAtom)
    expect(wall.get(sessionAtom).replays).toBe(1)
    wall.set(goToAtom, 1)
    wall.set(replayAtom)
    expect(wall.get(sessionAtom).replays).toBe(1)
  })

  test('what no slide has is not toggled', () => {
    const wall = open('show')
    const before = wall.get(presentingAtom)
    wall.set(toggleAtom, '', 'open')
    wall.set(toggleAtom, 'zone', 'ajar')
    wall.set(pressAtom, 3)
    expect(wall.get(presentingAtom)).toBe(before)
  })

  test('any step brings a blank screen back', () => {
    const wall = open('show')
    wall.set(blankAtom)
    wall.set(goToAtom, 1)
    expect(wall.get(sessionAtom).blank).toBe(false)
  })
})

describe('a new group', () => {
  test('begins without what the last one toggled, guessed and saw; the slide stays, and it can be undone', async () => {
    const [wall, speaker] = [open('show'), open('speaker')]
    wall.set(goToAtom, 1)
    wall.set(pressAtom, 0)
    wall.set(revealAtom)
    await arrived()
    const toggled = wall.get(toggledAtom)
    expect(speaker.get(groupDidAtom)).toBe(true)
    speaker.set(newGroupAtom)
    await arrived()
    expect(wall.get(slideAtom).id).toBe('two')
    expect(wall.get(toggledAtom)).toEqual({})
    expect(wall.get(hiddenAtom)).toBe(true)
    expect(speaker.get(groupDidAtom)).toBe(false)
    speaker.set(undoNewGroupAtom)
    await arrived()
    expect(wall.get(toggledAtom)).toEqual(toggled)
    expect(wall.get(hiddenAtom)).toBe(false)
    const before = speaker.get(sessionAtom)
    speaker.set(undoNewGroupAtom)
    expect(speaker.get(sessionAtom)).toBe(before)
  })
})

describe('what is kept', () => {
  test('a session left within twelve hours goes on, with the slide that the address names', () => {
    const wall = open('show')
    wall.set(goToAtom, 1)
    wall.set(revealAtom)
    wall.close()
    const again = open('show', '?v=1&pack=1.0.0&slide=three')
    expect(again.get(sessionAtom).revealed).toEqual(['two'])
    expect(again.get(slideAtom).id).toBe('three')
  })

  test('an older one is over, and what is no session is none', () => {
    const wall = open('show')
    wall.set(revealAtom)
    wall.close()
    const kept = JSON.parse(localStorage.getItem('encrucijada-session') ?? '{}')
    for (const text of [JSON.stringify({ ...kept, at: Date.now() - 13 * 3_600_000 }), '{', 'null', '[]']) {
      localStorage.setItem('encrucijada-session', text)
      const again = open('show')
      expect(again.get(sessionAtom).revealed, text).toEqual([])
      again.close()
    }
  })

  test('a browser that stores nothing presents all the same', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('blocked', 'SecurityError')
    })
    const [wall, speaker] = [open('show'), open('speaker')]
    speaker.set(goToAtom, 1)
    await arrived()
    expect(wall.get(slideAtom).id).toBe('two')
  })
})

test('clocks run from the first slide that is moved to, and the plan adds the minutes up', () => {
  const now = vi.spyOn(Date, 'now').mockReturnValue(1_000_000)
  const speaker = open('speaker')
  expect(elapsedNow(speaker.get(sessionAtom))).toEqual({ session: 0, slide: 0 })
  speaker.set(goToAtom, 1)
  now.mockReturnValue(1_005_000)
  expect(elapsedNow(speaker.get(sessionAtom))).toEqual({ session: 5000, slide: 5000 })
  speaker.set(clockAtom, 'stand')
  now.mockReturnValue(1_009_000)
  expect(elapsedNow(speaker.get(sessionAtom))).toEqual({ session: 5000, slide: 5000 })
  expect(speaker.get(planAtom)).toEqual({ before: 2, own: 2, all: 6 })
})

test('where there is no channel, what is kept tells the other window', async () => {
  vi.stubGlobal('BroadcastChannel', undefined)
  const wall = open('show')
  const newer = { ...wall.get(sessionAtom), revision: 9, by: 'other', query: 'v=1&pack=1.0.0&slide=two' }
  const tell = (newValue: string, key = 'encrucijada-session') =>
    dispatchEvent(Object.assign(new Event('storage'), { key, newValue }))
  tell('{')
  tell(JSON.stringify(newer), 'another')
  expect(wall.get(slideAtom).id).toBe('one')
  tell(JSON.stringify(newer))
  expect(wall.get(slideAtom).id).toBe('two')
  expect(wall.get(queryAtom)).toBe(newer.query)
  wall.set(changeSessionAtom, { blank: true })
  vi.unstubAllGlobals()
})
