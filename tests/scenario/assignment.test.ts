import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyScenario, assign, differing, sameRecord, scenarioOf } from '../../lib/scenario/assignment'
import { anyAssignment } from '../fixtures/arbitrary'
import { tinyModel } from '../fixtures/tiny-model'
import { tinyPack } from '../fixtures/tiny-pack'

const model = tinyModel()
const resting = model.baseline
const [scenario] = model.pack.scenarios

describe('assign', () => {
  test('puts one assumption in a state and leaves the assignment it was given as it was', () => {
    const before = { ...resting }
    expect(assign(model, before, 'zone', 'open')).toEqual({ leader: 'stays', zone: 'open', audits: 'current' })
    expect(before).toEqual(resting)
  })
  test('returns the same object when nothing changes, so that nothing recomputes', () => {
    fc.assert(
      fc.property(anyAssignment(model), fc.constantFrom(...model.states.keys()), (assignment, id) => {
        expect(assign(model, assignment, id, assignment[id]!)).toBe(assignment)
      }),
      { seed: 13, numRuns: 100 },
    )
  })
  test.each([
    ['an unknown assumption', 'zones', 'open', 'Unknown assumption "zones" (did you mean "zone"?).'],
    [
      'an unknown state',
      'zone',
      'opne',
      'Unknown state "opne" of zone (did you mean "open"?); its states are closed, open.',
    ],
    ['an assumption like no other', 'weather', 'wet', 'Unknown assumption "weather".'],
    ['a word of the language', '__proto__', 'open', 'Unknown assumption "__proto__".'],
    ['a state of another assumption', 'zone', 'dealer', 'Unknown state "dealer" of zone; its states are closed, open.'],
  ])('refuses %s and names the nearest', (_, id, state, message) => {
    expect(() => assign(model, resting, id, state)).toThrow(new Error(message))
  })
})

describe('a scenario', () => {
  test('stands for the baseline with its headline and its secondary assumptions, or its headline alone', () => {
    expect(applyScenario(model, scenario!)).toEqual({ ...resting, leader: 'dealer', zone: 'open' })
    expect(applyScenario(model, scenario!, 'headline')).toEqual({ ...resting, leader: 'dealer' })
  })
  test('is known again by its assignment, whole or headline; one toggle more is no scenario', () => {
    expect(scenarioOf(model, { ...resting, leader: 'dealer', zone: 'open' })).toEqual({ scenario, part: 'whole' })
    expect(scenarioOf(model, { ...resting, leader: 'dealer' })).toEqual({ scenario, part: 'headline' })
    expect(scenarioOf(model, { ...resting, leader: 'dealer', zone: 'open', audits: 'strict' })).toBeNull()
    expect(scenarioOf(model, resting)).toBeNull()
  })
  test('that is another one’s headline is told as itself: a whole goes before a headline', () => {
    const bare = { ...tinyPack().scenarios[0]!, id: 'dealer-alone', secondary: [] }
    const two = tinyModel({ 'scenarios[1]': bare })
    expect(scenarioOf(two, { ...resting, leader: 'dealer' })).toEqual({ scenario: bare, part: 'whole' })
  })
})

test('assumptions that differ come in the order of the pack', () => {
  expect(differing(model, resting, { ...resting, audits: 'strict', leader: 'dealer' })).toEqual(['leader', 'audits'])
  expect(differing(model, resting, { ...resting })).toEqual([])
})

test.each([
  [{ a: '1', b: '2' }, { b: '2', a: '1' }, true],
  [{}, {}, true],
  [{ a: '1' }, { a: '2' }, false],
  [{ a: '1' }, { b: '1' }, false],
  [{ a: '1' }, { a: '1', b: '2' }, false],
  [{ a: '1', b: '2' }, { a: '1' }, false],
  [{ a: '1', b: '2' }, { a: '1', b: '3' }, false],
])('%j and %j hold the same: %s', (a, b, same) => {
  expect(sameRecord(a, b)).toBe(same)
})
