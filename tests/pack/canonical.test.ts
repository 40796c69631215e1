import { expect, test } from 'vitest'
import { canonical } from '../../lib/pack/canonical'

test('text depends on content alone: neither on the order of keys nor on what is not there', () => {
  expect(canonical({ b: [1, 'é"', null, true], a: { d: undefined, c: -0 } })).toBe(
    '{"a":{"c":0},"b":[1,"é\\"",null,true]}',
  )
  expect(canonical({ a: { c: 0 }, b: [1, 'é"', null, true] })).toBe(
    canonical({ b: [1, 'é"', null, true], a: { c: 0 } }),
  )
})

test('a gap in a list is null, as JSON has it', () => {
  expect(canonical([undefined, 1])).toBe(JSON.stringify([undefined, 1]))
})
