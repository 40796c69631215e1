import fc from 'fast-check'
import { expect, test } from 'vitest'
import { variableIndex, yearIndex } from '../../lib/engine/compile'
import { evaluate } from '../../lib/engine/evaluate'
import { bringBack } from '../../lib/explain/bring-back'
import { anyAssignment } from '../fixtures/arbitrary'
import { tinyModel } from '../fixtures/tiny-model'
import { tinyPack } from '../fixtures/tiny-pack'

const model = tinyModel()
const dealerZone = { ...model.baseline, leader: 'dealer', zone: 'open' }
const choices = (list: ReturnType<typeof bringBack>) => list.map(({ assumption, state }) => `${assumption}=${state}`)

test('by hand: another leader brings bribery all the way, strict audits nearly, a closed zone in part', () => {
  const list = bringBack(model, dealerZone, 'bribery', 2024)
  // Odds stand at 0.75 and rested at 0.25: leader 0.25, audits 0.5·0.5^0.75 = 0.297 (and no interaction), zone 0.5.
  expect(choices(list)).toEqual(['leader=stays', 'leader=reformer', 'audits=strict', 'zone=closed'])
  const chance = (odds: number) => odds / (1 + odds)
  expect(list[0]?.value).toBeCloseTo(0.2, 12)
  expect(list[2]?.value).toBeCloseTo(chance(0.5 * 0.5 ** 0.75), 12)
  expect(list[3]?.value).toBeCloseTo(chance(0.5), 12)
  expect(list[3]?.change).toBeCloseTo(chance(0.5) - chance(0.75), 12)
})

test('where nothing has moved there is nothing to bring back', () => {
  for (const variable of ['bribery', 'exports', 'cover', 'berths'])
    expect(bringBack(model, model.baseline, variable, 2026)).toEqual([])
  expect(bringBack(model, dealerZone, 'imports', 2022)).toEqual([])
})

test('a change that overshoots to farther on the other side is no way back', () => {
  const list = bringBack(model, { ...model.baseline, leader: 'dealer' }, 'bribery', 2026)
  expect(choices(list)).toEqual(['leader=stays', 'leader=reformer', 'audits=strict'])
  const hard = tinyModel({
    'rules[3].effects[0]': { ...tinyPack().rules[3]?.effects[0], low: 0.01, central: 0.01, high: 0.9 },
  })
  expect(choices(bringBack(hard, { ...hard.baseline, leader: 'dealer' }, 'bribery', 2026))).toEqual([
    'leader=stays',
    'leader=reformer',
  ])
})

test('nearness is to the baseline in force, the chosen variant taken into account', () => {
  const list = bringBack(model, dealerZone, 'exports', 2026, { exports: 'year-2019' })
  expect(choices(list)).toEqual(['zone=closed', 'leader=stays', 'leader=reformer'])
  expect(list[0]?.value).toBeCloseTo(8.8, 12)
})

test('every entry is one change, recomputed, strictly nearer the baseline; best first; none is left out', () => {
  const variables = fc.constantFrom(...model.variables.map((v) => v.id))
  fc.assert(
    fc.property(anyAssignment(model), variables, fc.constantFrom(...model.years), (assignment, variable, year) => {
      const at = (a: typeof assignment) =>
        evaluate(model, a).paths[variableIndex(model, variable)]![yearIndex(model, year)]!
      const start = at(model.baseline)
      const away = Math.abs(at(assignment) - start)
      const list = bringBack(model, assignment, variable, year)
      for (const { assumption, state, value, change } of list) {
        expect(state).not.toBe(assignment[assumption])
        expect(value).toBe(at({ ...assignment, [assumption]: state }))
        expect(change).toBe(value - at(assignment))
        expect(Math.abs(value - start)).toBeLessThan(away)
      }
      const distances = list.map(({ value }) => Math.abs(value - start))
      expect(distances).toEqual(distances.toSorted((a, b) => a - b))
      const better = [...model.states].flatMap(([id, states]) =>
        states.filter((state) => Math.abs(at({ ...assignment, [id]: state }) - start) < away - 1e-9),
      )
      expect(list.length).toBe(better.length)
    }),
    { seed: 10, numRuns: 300 },
  )
})
