import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { textWidth, wrap } from '../../lib/chart/wrap'

describe('a wrapped label', () => {
  test('takes as few lines as it needs, as even as they can be', () => {
    expect(wrap('Exports', 22, 4)).toEqual(['Exports'])
    expect(wrap('Prime minister and cabinet fall', 22, 4)).toEqual(['Prime minister', 'and cabinet fall'])
    expect(wrap('a bb ccc dddd', 8, 4)).toEqual(['a bb ccc', 'dddd'])
    expect(wrap('aaaa bbbb cccc dddd', 14, 4)).toEqual(['aaaa bbbb', 'cccc dddd'])
  })

  test('breaks a word longer than a line, and nothing else', () => {
    expect(wrap('of Electroencephalography', 10, 4)).toEqual(['of', 'Electroenc', 'ephalograp', 'hy'])
    expect(wrap('exactly-10', 10, 4)).toEqual(['exactly-10'])
  })

  test('ends in "…" where it has more to say than its lines hold', () => {
    expect(wrap('one two three four five', 5, 2)).toEqual(['one', 'two…'])
    expect(wrap('one two three four five', 5, 5)).toEqual(['one', 'two', 'three', 'four', 'five'])
    expect(wrap('abcdefghijkl', 4, 2)).toEqual(['abcd', 'efg…'])
  })

  test('loses no word, and no line is too long', () => {
    const words = fc.array(fc.stringMatching(/^[a-zé]{1,12}$/), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(words, fc.integer({ min: 12, max: 30 }), (words, most) => {
        const lines = wrap(words.join(' '), most, 12)
        expect(lines.join(' ')).toBe(words.join(' '))
        expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(most)
      }),
      { seed: 3, numRuns: 300 },
    )
  })
})

describe('the width of a text', () => {
  test('grows with its letters and its size, wide letters more than narrow ones', () => {
    expect(textWidth('', 12)).toBe(0)
    expect(textWidth('mm', 12)).toBeCloseTo(2 * textWidth('m', 12), 10)
    expect(textWidth('Exports', 24)).toBeCloseTo(2 * textWidth('Exports', 12), 10)
    expect(textWidth('W', 12)).toBeGreaterThan(textWidth('n', 12))
    expect(textWidth('n', 12)).toBeGreaterThan(textWidth('i', 12))
  })

  test('is that of the typeface within a twelfth', () => {
    // Measured in a browser in IBM Plex Sans at 100 px.
    expect(textWidth('threaten withdrawal', 100) / 953).toBeCloseTo(1, 1)
    expect(textWidth('Participación', 100) / 610).toBeCloseTo(1, 1)
  })
})
