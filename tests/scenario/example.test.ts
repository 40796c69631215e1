import { describe, expect, test } from 'vitest'
import { firing } from '../../lib/engine/evaluate'
import { exampleAssignments, examplePair, workedAssignment } from '../../lib/scenario/example'
import { tinyModel } from '../fixtures/tiny-model'
import { tinyPack } from '../fixtures/tiny-pack'

/** Which scenario a worked example is taken from, in packs with many, one and none. */

const [scenario] = tinyPack().scenarios
const also = { ...scenario, id: 'zone-alone', headline: [{ assumption: 'zone', state: 'open' }], secondary: [] }
const model = tinyModel()
const dealerZone = { ...model.baseline, leader: 'dealer', zone: 'open' }
const zone = { ...model.baseline, zone: 'open' }

describe('examples', () => {
  test('are the scenarios in their order', () => {
    expect(exampleAssignments(tinyModel({ 'scenarios[1]': also }))).toEqual([dealerZone, zone])
  })
  test('those that a comparison opens with come first, and none twice', () => {
    const opened = tinyModel({ 'scenarios[1]': also, 'meta.comparison': ['zone-alone'] })
    expect(exampleAssignments(opened)).toEqual([zone, dealerZone])
  })
  test('a scenario that changes nothing is none', () => {
    const still = { ...also, id: 'still', headline: [{ assumption: 'zone', state: model.baseline.zone }] }
    expect(exampleAssignments(tinyModel({ 'scenarios[0]': still, 'scenarios[1]': also }))).toEqual([zone])
  })
  test('without scenarios: what sets the first rule off, and nothing else', () => {
    const rules = [...tinyPack().rules].reverse()
    const alone = tinyModel({ scenarios: [], rules })
    expect(exampleAssignments(alone)).toEqual([{ ...model.baseline, audits: 'strict' }])
    const several = tinyModel({ scenarios: [], rules: [rules[1], ...rules.filter((_, i) => i !== 1)] })
    const [found = {}] = exampleAssignments(several)
    expect(found).toEqual({ ...model.baseline, leader: 'dealer', zone: 'open' })
    expect(firing(several, found).map(({ rule }) => rule.id)).toContain(rules[1]?.id)
  })
  test('without rules too: none', () => {
    expect(exampleAssignments(tinyModel({ scenarios: [], rules: [] }))).toEqual([])
  })
})

test('the assignment asked for is worked under, unless it is the baseline', () => {
  expect(workedAssignment(model, zone)).toBe(zone)
  expect(workedAssignment(model, { ...model.baseline })).toEqual(dealerZone)
  const still = tinyModel({ scenarios: [], rules: [] })
  expect(workedAssignment(still, still.baseline)).toBe(still.baseline)
})

test('a pair is the first two examples, or the baseline and the only one', () => {
  expect(examplePair(tinyModel({ 'scenarios[1]': also }))).toEqual([dealerZone, zone])
  expect(examplePair(model)).toEqual([model.baseline, dealerZone])
  const still = tinyModel({ scenarios: [], rules: [] })
  expect(examplePair(still)).toEqual([still.baseline, still.baseline])
})
