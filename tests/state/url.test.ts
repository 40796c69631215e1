// @vitest-environment jsdom
import { createStore } from 'jotai/vanilla'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { assignmentAtom } from '../../app/_state/atoms'
import {
  applyScenarioAtom,
  assignAtom,
  canRedoAtom,
  canUndoAtom,
  decodedAtom,
  packModelAtom,
  queryAtom,
  resetAtom,
  screenAtom,
  stepAtom,
} from '../../app/_state/url'
import { tinyModel } from '../fixtures/tiny-model'

const model = tinyModel()
const prefix = 'v=1&pack=1.0.0&'
const openZone = { assumption: 'zone', state: 'open' }
const dealer = { assumption: 'leader', state: 'dealer' }
let visits: (() => void)[] = []

/** A visit of /en, come to from another page: a store with the model, listening to the address. */
function visit(query = '') {
  history.pushState(null, '', '/elsewhere')
  history.pushState(null, '', `/en${query}`)
  return reload()
}

/** The page loaded anew on the entry where the browser stands. */
function reload() {
  leave()
  const store = createStore()
  store.set(packModelAtom, model)
  const changes = { screen: 0, assignment: 0 }
  visits.push(
    store.sub(screenAtom, () => changes.screen++),
    store.sub(assignmentAtom, () => changes.assignment++),
  )
  Object.assign(changes, { screen: 0, assignment: 0 })
  return { store, changes }
}

function leave() {
  for (const stop of visits) stop()
  visits = []
}

/** Let the browser arrive: it goes through its history in its own time. */
async function arrived() {
  for (let turn = 0; turn < 8; turn++) await new Promise((resolve) => setTimeout(resolve))
}

const address = () => location.pathname + location.search

beforeEach(() => vi.restoreAllMocks())
afterEach(leave)

describe('one change, one history entry', () => {
  test('a toggle pushes exactly one entry, whose address is the version and the difference', () => {
    const { store } = visit()
    const pushed = vi.spyOn(history, 'pushState')
    const entries = history.length
    store.set(assignAtom, openZone)
    expect(pushed).toHaveBeenCalledTimes(1)
    expect(history.length).toBe(entries + 1)
    expect(address()).toBe(`/en?${prefix}zone=open`)
  })

  test('an entry keeps what the router wrote into the one before, so that the router takes it for its own', () => {
    const { store } = visit()
    history.replaceState({ __NA: true, tree: ['en'] }, '')
    store.set(assignAtom, openZone)
    expect(history.state).toEqual({ __NA: true, tree: ['en'], encrucijada: 1 })
    store.set(assignAtom, dealer)
    expect(history.state).toEqual({ __NA: true, tree: ['en'], encrucijada: 2 })
  })

  test('the same choice pushes none and wakes nobody', () => {
    const { store, changes } = visit(`?${prefix}zone=open`)
    const pushed = vi.spyOn(history, 'pushState')
    store.set(assignAtom, openZone)
    store.set(screenAtom, { year: 2024, view: 'risks' })
    expect(pushed).not.toHaveBeenCalled()
    expect(changes).toEqual({ screen: 0, assignment: 0 })
  })

  test('a scenario with several assumptions is one entry and one change', () => {
    const { store, changes } = visit()
    const pushed = vi.spyOn(history, 'pushState')
    store.set(applyScenarioAtom, 'dealer-zone', 'whole')
    expect(pushed).toHaveBeenCalledTimes(1)
    expect(changes).toEqual({ screen: 1, assignment: 1 })
    expect(address()).toBe(`/en?${prefix}leader=dealer&zone=open`)
    store.set(applyScenarioAtom, 'no-such-scenario', 'whole')
    expect(pushed).toHaveBeenCalledTimes(1)
  })

  test('the baseline is an empty query, by hand or by reset, and keeps the page', () => {
    const { store } = visit()
    store.set(assignAtom, openZone)
    store.set(assignAtom, { assumption: 'zone', state: 'closed' })
    expect(address()).toBe('/en')
    expect(store.get(queryAtom)).toBe('')
    store.set(screenAtom, { variants: { exports: 'year-2019' } })
    store.set(assignAtom, dealer)
    store.set(resetAtom)
    expect(address()).toBe('/en')
    expect(store.get(assignmentAtom)).toEqual(model.baseline)
  })

  test('a change of year, view or open row leaves the assignment as it was, the very object', () => {
    const { store, changes } = visit(`?${prefix}zone=open`)
    const before = store.get(assignmentAtom)
    store.set(screenAtom, { year: 2025, view: 'sectors', open: 'bribery' })
    expect(store.get(assignmentAtom)).toBe(before)
    expect(changes).toEqual({ screen: 1, assignment: 0 })
    expect(address()).toBe(`/en?${prefix}zone=open&year=2025&open=bribery&view=sectors`)
  })

  test('an unknown assumption or state is refused and leaves the address alone', () => {
    const { store } = visit()
    expect(() => store.set(assignAtom, { assumption: 'zone', state: 'opne' })).toThrow('did you mean "open"')
    expect(address()).toBe('/en')
  })
})

describe('the address is read', () => {
  test('on arrival, not before: the first render is the baseline on every machine', () => {
    history.pushState(null, '', `/en?${prefix}zone=open`)
    const store = createStore()
    store.set(packModelAtom, model)
    expect(store.get(assignmentAtom)).toEqual(model.baseline)
    visits.push(store.sub(screenAtom, () => undefined))
    expect(store.get(assignmentAtom)).toEqual({ ...model.baseline, zone: 'open' })
  })

  test('what it holds beyond the model is dropped and told, and does not stand in the next address', () => {
    const { store } = visit(`?${prefix}zone=open&war=total`)
    expect(store.get(decodedAtom).dropped).toEqual([{ kind: 'unknown', part: 'war=total' }])
    expect(store.get(queryAtom)).toBe(`${prefix}zone=open`)
    store.set(assignAtom, dealer)
    expect(address()).toBe(`/en?${prefix}leader=dealer&zone=open`)
  })

  test('no more once nobody listens', async () => {
    const { store } = visit()
    store.set(assignAtom, openZone)
    leave()
    history.back()
    await arrived()
    expect(store.get(assignmentAtom)).toEqual({ ...model.baseline, zone: 'open' })
  })
})

describe('back and forward', () => {
  test('back restores the assignment and notifies once, forward too', async () => {
    const { store, changes } = visit()
    store.set(assignAtom, openZone)
    store.set(assignAtom, dealer)
    Object.assign(changes, { screen: 0, assignment: 0 })
    history.back()
    await arrived()
    expect(store.get(assignmentAtom)).toEqual({ ...model.baseline, zone: 'open' })
    expect(changes).toEqual({ screen: 1, assignment: 1 })
    history.forward()
    await arrived()
    expect(store.get(assignmentAtom)).toEqual({ ...model.baseline, zone: 'open', leader: 'dealer' })
    expect(changes).toEqual({ screen: 2, assignment: 2 })
  })

  test('back over a change of the year restores it without waking the assignment', async () => {
    const { store, changes } = visit()
    store.set(assignAtom, openZone)
    store.set(screenAtom, { year: 2026 })
    Object.assign(changes, { screen: 0, assignment: 0 })
    history.back()
    await arrived()
    expect(store.get(screenAtom).year).toBe(2024)
    expect(changes).toEqual({ screen: 1, assignment: 0 })
  })
})

describe('undo and redo', () => {
  const can = (store: ReturnType<typeof createStore>) => [store.get(canUndoAtom), store.get(canRedoAtom)]

  test('are offered for the changes of this visit and no others', async () => {
    const { store } = visit()
    expect(can(store)).toEqual([false, false])
    store.set(assignAtom, openZone)
    expect(can(store)).toEqual([true, false])
    store.set(assignAtom, dealer)
    store.set(stepAtom, -1)
    await arrived()
    expect(can(store)).toEqual([true, true])
    expect(address()).toBe(`/en?${prefix}zone=open`)
    store.set(stepAtom, -1)
    await arrived()
    expect(can(store)).toEqual([false, true])
    expect(address()).toBe('/en')
    store.set(stepAtom, 1)
    await arrived()
    expect(can(store)).toEqual([true, true])
    expect(address()).toBe(`/en?${prefix}zone=open`)
  })

  test('a change after an undo ends the way forward', async () => {
    const { store } = visit()
    store.set(assignAtom, openZone)
    store.set(assignAtom, dealer)
    store.set(stepAtom, -1)
    await arrived()
    store.set(assignAtom, { assumption: 'audits', state: 'strict' })
    expect(can(store)).toEqual([true, false])
  })

  test('the browser’s own back and forward count as well', async () => {
    const { store } = visit()
    store.set(assignAtom, openZone)
    history.back()
    await arrived()
    expect(can(store)).toEqual([false, true])
  })

  test('undo never leaves the visit: not at its start, not when pressed faster than the browser goes', async () => {
    const { store } = visit()
    store.set(stepAtom, -1)
    await arrived()
    expect(address()).toBe('/en')
    store.set(assignAtom, openZone)
    const asked = vi.spyOn(history, 'go')
    for (let press = 0; press < 3; press++) store.set(stepAtom, -1)
    expect(asked).toHaveBeenCalledTimes(1)
    await arrived()
    expect(address()).toBe('/en')
    expect(can(store)).toEqual([false, true])
    store.set(stepAtom, 1)
    await arrived()
    store.set(stepAtom, -1)
    await arrived()
    expect(address()).toBe('/en')
  })

  test('redo never leaves the visit for a page opened after it', async () => {
    const { store } = visit()
    store.set(assignAtom, openZone)
    history.pushState(null, '', '/elsewhere')
    history.back()
    await arrived()
    store.set(stepAtom, 1)
    await arrived()
    expect(address()).toBe(`/en?${prefix}zone=open`)
    store.set(stepAtom, -1)
    await arrived()
    expect(address()).toBe('/en')
  })

  test('the changes of a visit are still there after a reload', async () => {
    const first = visit()
    first.store.set(assignAtom, openZone)
    first.store.set(assignAtom, dealer)
    const { store } = reload()
    expect(can(store)).toEqual([true, false])
    expect(store.get(assignmentAtom)).toEqual({ ...model.baseline, zone: 'open', leader: 'dealer' })
    store.set(stepAtom, -1)
    await arrived()
    expect(address()).toBe(`/en?${prefix}zone=open`)
  })
})
