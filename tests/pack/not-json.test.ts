import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lineAndColumn, whereNotJson } from '../../lib/pack/not-json'

/** Where a text stops being JSON, told alike in every browser. */

/** The sound beginning of a text, "¦", and what does not fit. */
const rows = [
  '¦hello',
  '¦',
  '  \n¦',
  '{¦// ours\n"a":1}',
  '{"a":1,¦}',
  '[1,¦]',
  '[1¦}',
  '{"a":1¦]',
  '[1 ¦2]',
  '{"a" ¦1}',
  '{"a":¦,"b":1}',
  '{"a":1 ¦"b":2}',
  '{¦1:2}',
  '{¦true:2}',
  '{¦{}:2}',
  '{¦,}',
  '[¦,1]',
  '[¦:1]',
  "{¦'a':1}",
  '[]¦]',
  '{}¦{}',
  '1¦,2',
  '0¦1',
  '1¦.',
  '1¦e+',
  '¦-',
  '¦+1',
  '¦NaN',
  '[¦nul]',
  'true¦s',
  '["open¦',
  '"¦\u0001"',
  '"tab¦\t"',
  '"line¦\nbreak"',
  '"¦\\x"',
  '"¦\\u00g0"',
  '"¦\\',
  '[¦\u00a01]',
  '{"a":{"b":[{"c":[¦',
  '{"a":[{}],¦',
  '{"a":[[1],[2,¦]]}',
  '{"a":{}¦:1}',
]

describe('a text stops being JSON', () => {
  test.each(rows)('at the mark: %j', (marked) => {
    const text = marked.replace('¦', '')
    expect(() => void JSON.parse(text)).toThrow(SyntaxError)
    expect(whereNotJson(text)).toBe(marked.indexOf('¦'))
  })
  test('nowhere, where it is JSON: 2 000 values, spaced and escaped in every way', () => {
    const spaces = fc.constantFrom(0, 1, '\t', '\r\n ')
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), spaces, (value, space) => {
        const text = ` ${JSON.stringify(value, null, space)}\n`
        expect(whereNotJson(text)).toBe(text.length)
      }),
      { numRuns: 2000 },
    )
    for (const text of [
      '-0.5e-7',
      '[1E+2,0]',
      '"\\"\\\\\\/\\b\\f\\n\\r\\t\\u00eF"',
      '[[],{},[{}]]',
      '{"a":{},"b":[null,false]}',
    ])
      expect(whereNotJson(text), text).toBe(text.length)
  })
  test('where nothing before it is at fault: 2 000 changes', () => {
    const change = fc.tuple(
      fc.jsonValue({ maxDepth: 3 }),
      fc.nat(),
      fc.nat({ max: 2 }),
      fc.constantFrom(...' {}[]:,"0-.x\\'),
    )
    fc.assert(
      fc.property(change, ([value, place, cut, put]) => {
        const sound = JSON.stringify(value)
        const at = place % (sound.length + 1)
        const text = sound.slice(0, at) + put + sound.slice(at + cut)
        const found = whereNotJson(text)
        if (isJson(text)) expect(found).toBe(text.length)
        // What stands before it has no fault of its own: it only ends too early.
        else expect(whereNotJson(text.slice(0, found))).toBe(found)
      }),
      { numRuns: 2000 },
    )
  })
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

test.each([
  ['', 0, 'line 1, column 1'],
  ['abc', 2, 'line 1, column 3'],
  ['a\nbc', 2, 'line 2, column 1'],
  ['a\r\nb\rc\n\nd', 8, 'line 5, column 1'],
])('%j: offset %i is %s', (text, offset, told) => {
  expect(lineAndColumn(text, offset)).toBe(told)
})
