import { expect, test } from 'vitest'
import { titleOf } from '../../lib/scenario/title'
import { tinyModel } from '../fixtures/tiny-model'

const phrase = { en: 'zone approved', es: 'zona aprobada' }
const model = tinyModel({ 'assumptions[1].states[1].phrase': phrase })
const resting = model.baseline
const label = { en: 'dealer', es: 'dealer (es)' }

test('the baseline has no title of its own', () => {
  expect(titleOf(model, resting)).toEqual({ scenario: null, headlineOnly: false, phrases: [], more: 0 })
})

test('an assignment that is a scenario bears its name, whole or by its headline', () => {
  const [scenario] = model.pack.scenarios
  const title = { scenario, phrases: [], more: 0 }
  expect(titleOf(model, { ...resting, leader: 'dealer', zone: 'open' })).toEqual({ ...title, headlineOnly: false })
  expect(titleOf(model, { ...resting, leader: 'dealer' })).toEqual({ ...title, headlineOnly: true })
})

test('any other is told by the phrases of its headline assumptions, or their labels, and the count of the rest', () => {
  expect(titleOf(model, { leader: 'dealer', zone: 'open', audits: 'strict' })).toEqual({
    scenario: null,
    headlineOnly: false,
    phrases: [label, phrase],
    more: 1,
  })
  expect(titleOf(model, { ...resting, audits: 'strict' })).toEqual({
    scenario: null,
    headlineOnly: false,
    phrases: [],
    more: 1,
  })
})
