import { describe, expect, test } from 'vitest'
import { fit } from '../../lib/scenario/kept'
import { readKept } from '../../lib/scenario/kept-record'
import { tinyModel } from '../fixtures/tiny-model'

const model = tinyModel()

describe('a kept scenario on the pack in use', () => {
  test('of the same pack is taken whole', () => {
    const assignment = { ...model.baseline, zone: 'open' }
    expect(fit(model, { assignment, pack: { id: 'tiny', version: model.pack.meta.version } })).toEqual({
      assignment,
      dropped: [],
      added: [],
      madeWith: null,
    })
  })
  test('of an older one: what is gone is dropped and told, what is new stands at the baseline and is told', () => {
    const assignment = { leader: 'king', zone: 'open', weather: 'wet', constructor: 'x' }
    expect(fit(model, { assignment, pack: { id: 'tiny', version: '0.1.0' } })).toEqual({
      assignment: { ...model.baseline, zone: 'open' },
      dropped: ['leader=king', 'weather=wet', 'constructor=x'],
      added: ['audits'],
      madeWith: '0.1.0',
    })
  })
})

describe('a stored record', () => {
  const sound = {
    id: 'k1',
    name: 'n',
    note: '',
    assignment: { leader: 'dealer' },
    pack: { id: 'tiny', version: '1.0.0' },
    savedAt: '2022-07-01',
    place: 1,
  }
  test('is read as it was, of a group or of nobody', () => {
    expect(readKept(sound)).toEqual(sound)
    expect(readKept({ ...sound, group: true })).toEqual({ ...sound, group: true })
  })
  test('with a name that reaches into prototypes keeps it, to be told as dropped', () => {
    const stored = JSON.parse(JSON.stringify(sound).replace('"leader"', '"__proto__"'))
    const kept = readKept(stored)
    expect(Object.entries(kept?.assignment ?? {})).toEqual([['__proto__', 'dealer']])
    expect(kept && fit(model, kept).dropped).toEqual(['__proto__=dealer'])
  })
  test.each([
    null,
    7,
    [],
    'text',
    {},
    { ...sound, id: '' },
    { ...sound, name: 7 },
    { ...sound, name: 'x'.repeat(201) },
    { ...sound, note: null },
    { ...sound, place: NaN },
    { ...sound, pack: { id: 'tiny' } },
    { ...sound, pack: [] },
    { ...sound, assignment: [] },
    { ...sound, assignment: { leader: 7 } },
    { ...sound, assignment: Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`a${i}`, 'x'])) },
    { ...sound, savedAt: undefined },
    { ...sound, group: 'yes' },
    { ...sound, group: false },
  ])('%j is none', (value) => {
    expect(readKept(value)).toBeNull()
  })
})
