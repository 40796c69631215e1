import { expect, test } from 'vitest'
import { assertNever, formatIssue, nearest } from '../lib/fail'

test.each([
  ['a letter swapped', 'expotrs', ['imports', 'exports', 'ports'], 'exports'],
  ['a letter missing', 'brbery', ['bribery', 'berths'], 'bribery'],
  ['a letter too many', 'zoone', ['zone', 'phone'], 'zone'],
  ['an ending', 'callao-displacement', ['callao-share', 'callao-displaced'], 'callao-displaced'],
  ['the word itself before a near one', 'ports', ['port', 'ports'], 'ports'],
  ['the first of two equally near', 'bat', ['cat', 'hat'], 'cat'],
  ['two edits for a short word', 'ab', ['abcd'], 'abcd'],
  ['not three edits for a short word', 'ab', ['abcde'], null],
  ['a third of a long word', 'abcdefghi', ['xyzdefghi'], 'xyzdefghi'],
  ['not more than a third', 'abcdefghi', ['wxyzefghi'], null],
  ['no candidate', 'zone', [], null],
  ['a candidate that only shares its length', 'zone', ['port'], null],
  ['80 characters', `${'x'.repeat(79)}y`, ['x'.repeat(80)], 'x'.repeat(80)],
  ['81 characters: the cost is bounded', `${'x'.repeat(80)}y`, ['x'.repeat(81)], null],
])('the nearest word: %s', (_, word, candidates, expected) => {
  expect(nearest(word, candidates)).toBe(expected)
})

test('an issue is one line: where, what, expected, how to mend it', () => {
  const issue = { path: 'rules[3].onset', message: 'too early', expected: 'a year', hint: 'Choose one.' }
  expect(formatIssue(issue)).toBe('rules[3].onset: too early. Expected a year. Choose one.')
  expect(formatIssue({ ...issue, path: '' })).toBe('pack: too early. Expected a year. Choose one.')
})

test('a case without its code throws and names the value', () => {
  expect(() => assertNever({ kind: 'new' } as never)).toThrow('Unexpected case {"kind":"new"}')
})
