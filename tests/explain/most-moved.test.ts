import { expect, test } from 'vitest'
import { compile } from '../../lib/engine/compile'
import { mostMovedEvent } from '../../lib/explain/most-moved'
import type { Variable } from '../../lib/pack/schema'
import { tinyModel } from '../fixtures/tiny-model'
import { tinyPack } from '../fixtures/tiny-pack'

const pack = tinyPack()
const bribery = pack.variables[0]!
/** An opportunity that the open zone brings a little nearer, before the risk in the pack, which strict audits push far away. */
const model = tinyModel({
  'variables[0]': { ...bribery, id: 'hub', kind: 'opportunity' },
  'variables[5]': bribery,
  'rules[1].effects[2]': { ...pack.rules[1]!.effects[0], variable: 'hub', low: 1, central: 1.3, high: 2 },
})
const moved = (states: Readonly<Record<string, string>>, year = 2026) =>
  mostMovedEvent(model, { ...model.baseline, ...states }, year).id

test('the event that moves furthest, a favourable one too, downwards as well as up', () => {
  expect(moved({ zone: 'open' })).toBe('hub')
  expect(moved({ zone: 'open', audits: 'strict' })).toBe('bribery')
})

test('in the year asked for', () => {
  expect([2022, 2023].map((year) => moved({ zone: 'open' }, year))).toEqual(['bribery', 'hub'])
  expect(() => moved({}, 2050)).toThrow(RangeError)
})

test('where no event moves, the first risk, though an indicator moves and an opportunity stands before it', () => {
  expect(moved({})).toBe('bribery')
  const still = tinyModel({ 'variables[0]': { ...bribery, id: 'hub', kind: 'opportunity' }, 'variables[5]': bribery })
  expect(mostMovedEvent(still, { ...still.baseline, zone: 'open' }, 2026).id).toBe('bribery')
})

test('without a risk the first event, without an event the first variable', () => {
  const [hub, berths] = [model.variables[0]!, model.variables[4]!]
  const first = (...variables: Variable[]) =>
    mostMovedEvent(compile({ ...pack, rules: [], links: [], variables }), model.baseline, 2024).id
  expect([first(berths, hub), first(berths)]).toEqual(['hub', 'berths'])
})
