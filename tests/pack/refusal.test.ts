import { expect, test } from 'vitest'
import { type Change, changeIssues, keyOf } from '../../lib/pack/challenge'
import { type Refusal, refusalOf } from '../../lib/pack/refusal'
import { tinyPack } from '../fixtures/tiny-pack'

const pack = tinyPack()
const size = { kind: 'effect', rule: 'dealer-bribes', variable: 'bribery', low: 1.5, central: 2, high: 3 } as const
const start = {
  kind: 'start',
  variable: 'bribery',
  variant: null,
  value: 0.2,
  range: { low: 0.1, high: 0.35 },
} as const

test('an issue about the whole of a change whose numbers are in order is told in its own words', () => {
  const whole = { path: keyOf(size), message: 'm', expected: 'e', hint: 'h' }
  expect(refusalOf(whole, size)).toEqual({ kind: 'other', fields: [] })
  expect(refusalOf(whole, { ...size, central: 4 })).toEqual({ kind: 'order', fields: ['central', 'high'] })
})

/** If an issue were worded or placed otherwise, the form would show its English text instead of its own. */
test.each<[string, Change, Refusal]>([
  ['a factor too large', { ...size, high: 99 }, { kind: 'bounds', fields: ['high'] }],
  ['a factor below nothing', { ...size, low: -1 }, { kind: 'bounds', fields: ['low'] }],
  ['a low above central', { ...size, low: 2.5 }, { kind: 'order', fields: ['low', 'central'] }],
  ['a central above high', { ...size, central: 4 }, { kind: 'order', fields: ['central', 'high'] }],
  [
    'a chance that is certain',
    { ...start, value: 1, range: { low: 0.5, high: 1 } },
    { kind: 'bounds', fields: ['central'] },
  ],
  ['a baseline above its range', { ...start, value: 0.4 }, { kind: 'order', fields: ['central', 'high'] }],
  [
    'half a year',
    { kind: 'timing', rule: size.rule, onset: 2022.5, rampYears: 0 },
    { kind: 'bounds', fields: ['onset'] },
  ],
  [
    'an endless ramp',
    { kind: 'timing', rule: size.rule, onset: 2023, rampYears: 99 },
    { kind: 'bounds', fields: ['rampYears'] },
  ],
  ['a rule that is not there', { kind: 'off', rule: 'nothing' }, { kind: 'other', fields: [] }],
  ['a chance without a range', { ...start, range: null }, { kind: 'other', fields: [] }],
])('%s is known as such, with the fields it is about', (_, made, refusal) => {
  const [issue] = changeIssues(pack, made)
  expect(issue && refusalOf(issue, made)).toEqual(refusal)
})

test('an issue of the whole model is told in its own words', () => {
  const issue = { path: 'variables[0]', message: 'too large', expected: 'a finite sum', hint: 'Check the unit.' }
  expect(refusalOf(issue, size)).toEqual({ kind: 'other', fields: [] })
})
