// @vitest-environment jsdom
import { createStore } from 'jotai/vanilla'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fanKeysAtom, linesAtom } from '../../app/_state/atoms'
import {
  changedAtom,
  filedChangesAtom,
  giveReasonAtom,
  makeChangeAtom,
  takeAllBackAtom,
  takeBackAtom,
  takeVersionAtom,
} from '../../app/_state/mine'
import {
  assignAtom,
  changesAtom,
  comparisonAtom,
  leadingAtom,
  mineAtom,
  modelAtom,
  packModelAtom,
  pageAtom,
  screenAtom,
} from '../../app/_state/url'
import { packs } from '../../data/index'
import { compile } from '../../lib/engine/compile'
import { type Change, effectOf, keyOf } from '../../lib/pack/challenge'
import { load } from '../../lib/pack/load'
import { tinyModel } from '../fixtures/tiny-model'

/** My version: what a reader changes is checked, computed once, told, and never mixed up with the pack itself. */

const model = tinyModel()
const rule = model.pack.rules[0]!
const made: Change = { ...effectOf(rule, rule.effects[0]!), low: 2, central: 3, high: 4 }
const off: Change = { kind: 'off', rule: rule.id }
let leave = () => undefined as void

function visit(query = '', page: 'explore' | 'compare' = 'explore') {
  history.pushState(null, '', `/en${query}`)
  const store = createStore()
  store.set(packModelAtom, model)
  store.set(pageAtom, page)
  leave = store.sub(page === 'explore' ? screenAtom : comparisonAtom, () => undefined)
  return store
}
beforeEach(() => localStorage.clear())
afterEach(() => {
  leave()
  vi.restoreAllMocks()
})

describe('a change', () => {
  test('moves the model of every page, stands in the address, and goes by taking it back', () => {
    const store = visit()
    expect(store.get(modelAtom)).toBe(model)
    expect(store.set(makeChangeAtom, made)).toEqual([])
    expect(store.get(modelAtom).pack.rules[0]?.effects[0]).toMatchObject({ low: 2, central: 3, high: 4 })
    expect(store.get(packModelAtom)).toBe(model)
    expect(new URLSearchParams(location.search).get(keyOf(made))).toBe('2_3_4')
    store.set(takeBackAtom, keyOf(made))
    expect(store.get(modelAtom)).toBe(model)
    expect(location.search).toBe('')
  })
  test('is compiled once, however often assumptions change after it', () => {
    const store = visit()
    store.set(makeChangeAtom, made)
    const mine = store.get(modelAtom)
    for (const state of ['open', 'closed', 'open']) store.set(assignAtom, { assumption: 'zone', state })
    expect(store.get(modelAtom)).toBe(mine)
  })
  test('that cannot be is refused with the reason, and nothing changes', () => {
    const store = visit()
    store.set(makeChangeAtom, off)
    const before = location.search
    expect(store.set(makeChangeAtom, { ...made, low: 9 }).map(({ message }) => message)).toEqual([
      '9, 3, 4 are not in order',
    ])
    expect(store.get(changesAtom)).toEqual([off])
    expect(location.search).toBe(before)
  })
  test('goes with a page to the others, whose own state stays', () => {
    const store = visit()
    store.set(makeChangeAtom, made)
    store.set(assignAtom, { assumption: 'zone', state: 'open' })
    const to = store.get(leadingAtom)
    expect(new URLSearchParams(to('compare', 'v=1&pack=1.0.0&all=1')).get(keyOf(made))).toBe('2_3_4')
    expect(new URLSearchParams(to('compare', 'v=1&pack=1.0.0&all=1')).get('all')).toBe('1')
    expect(new URLSearchParams(to('rules', '')).get('zone')).toBe('open')
    expect(new URLSearchParams(to('evidence', '')).has('zone')).toBe(false)
    // One taken back here is taken back there too.
    store.set(takeAllBackAtom)
    expect(to === store.get(leadingAtom)).toBe(false)
    expect(store.get(leadingAtom)('compare', `v=1&pack=1.0.0&${keyOf(made)}=2_3_4`)).toBe('')
  })
})

describe('lines', () => {
  test('of my version and of the pack have fans of their own; without changes they share them', () => {
    const columns = [
      { assignment: { ...model.baseline, leader: 'dealer' }, kept: null },
      { assignment: { ...model.baseline, leader: 'dealer' }, kept: null, asPack: true as const },
    ]
    const store = visit('', 'compare')
    store.set(comparisonAtom, { columns })
    const [, mine, packs] = store.get(fanKeysAtom)
    expect(mine).toEqual(packs)
    store.set(makeChangeAtom, made)
    const [, changed, own] = store.get(fanKeysAtom)
    expect(own).toEqual(packs)
    expect(changed?.some((key, i) => key === own?.[i])).toBe(false)
    expect(store.get(linesAtom).map((line) => line.model === model)).toEqual([false, false, true])
  })
  test('where the changes cannot be computed together are the pack’s own, and say why', () => {
    const loaded = load(packs['peru-prc'])
    if (!loaded.ok) throw new Error('The pack is unsound.')
    const real = compile(loaded.value)
    // Each alone is within its limits; no number holds them all.
    const parts = real.pack.rules.flatMap((own) =>
      own.effects.map((effect) => `effect.${own.id}.${effect.variable}=0.02_50_50`),
    )
    const most = real.pack.variables.toSorted((one, two) => count(parts, two.id) - count(parts, one.id))[0]?.id ?? ''
    const extreme = parts.filter((part) => part.includes(`.${most}=`)).slice(0, 40)
    history.pushState(null, '', `/en?v=1&pack=${real.pack.meta.version}&${extreme.join('&')}`)
    const store = createStore()
    store.set(packModelAtom, real)
    leave = store.sub(screenAtom, () => undefined)
    expect(store.get(changesAtom)).toHaveLength(extreme.length)
    expect(store.get(mineAtom).issues[0]?.message).toContain('can grow beyond what a number holds')
    expect(store.get(modelAtom)).toBe(real)
  })
})

const count = (parts: readonly string[], variable: string) =>
  parts.filter((part) => part.includes(`.${variable}=`)).length

describe('what is told', () => {
  test('is old and new, and the reason that was typed, which stays in the browser and out of the address', () => {
    const store = visit()
    store.set(makeChangeAtom, made)
    expect(store.set(giveReasonAtom, keyOf(made), 'We counted\u202E more.')).toBe(true)
    expect(store.get(changedAtom)).toEqual([
      { key: keyOf(made), made, own: effectOf(rule, rule.effects[0]!), reason: 'We counted  more.' },
    ])
    expect(store.get(filedChangesAtom)).toEqual([{ ...made, reason: 'We counted  more.' }])
    expect(location.search).not.toContain('counted')
    expect(localStorage.getItem('encrucijada-reasons')).toContain('We counted  more.')
  })
  test('lasts for the visit where the browser stores nothing', () => {
    const store = visit()
    store.set(makeChangeAtom, off)
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    expect(store.set(giveReasonAtom, keyOf(off), 'No basis.')).toBe(false)
    expect(store.get(changedAtom)[0]?.reason).toBe('No basis.')
  })
  test('of a file is taken over in the place of mine, without what this pack does not allow', () => {
    const store = visit()
    store.set(makeChangeAtom, off)
    const left = store.set(takeVersionAtom, [
      { ...made, reason: 'Theirs.' },
      { kind: 'off', rule: 'nothing' },
      { kind: 'timing', rule: rule.id, onset: 1999, rampYears: 1 },
    ])
    expect(left).toEqual(['off.nothing', `timing.${rule.id}`])
    expect(store.get(filedChangesAtom)).toEqual([{ ...made, reason: 'Theirs.' }])
  })
})
