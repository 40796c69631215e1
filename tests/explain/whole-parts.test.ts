import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wholeParts } from '../../lib/explain/whole-parts'

const total = (parts: readonly number[]) => parts.reduce((sum, part) => sum + part, 0)

test.each([
  ['the largest remainder gets the unit left', [1.2, 2.5, 3.3], 7, [1, 3, 3]],
  ['two units left', [1.4, 1.4, 1.2], 4, [2, 1, 1]],
  ['negative parts', [-1.2, -2.5, -3.3], -7, [-1, -3, -3]],
  ['parts that cancel', [4.6, -4.6], 0, [5, -5]],
  ['whole parts stay as they are', [3, -2, 0], 1, [3, -2, 0]],
  ['a total one above the sum, as rounded ends can differ', [0.4, 0.4], 2, [1, 1]],
  ['a total one below the sum: taken from the smallest remainder', [2.1, 1, 3.4], 5, [2, 0, 3]],
  ['a total far from the sum still adds up', [0.9, 0.8], 5, [3, 2]],
  ['no parts', [], 0, []],
  ['no parts, whatever the total', [], 2, []],
])('%s', (_, parts, sum, expected) => {
  expect(wholeParts(parts, sum).map((part) => part + 0)).toEqual(expected)
})

describe('for any parts', () => {
  const parts = fc.array(fc.double({ min: -60, max: 60, noNaN: true }), { minLength: 1, maxLength: 12 })
  test('whole numbers come out that add up to the total', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: -20, max: 20 }), (parts, off) => {
        const sum = Math.round(total(parts)) + off
        const whole = wholeParts(parts, sum)
        expect(whole.length).toBe(parts.length)
        expect(whole.every(Number.isInteger)).toBe(true)
        expect(total(whole)).toBe(sum)
      }),
      { seed: 11, numRuns: 2000 },
    )
  })
  test('each part moves by less than one where the total is the rounded sum', () => {
    fc.assert(
      fc.property(parts, (parts) => {
        const whole = wholeParts(parts, Math.round(total(parts)))
        whole.forEach((part, i) => expect(Math.abs(part - parts[i]!)).toBeLessThanOrEqual(1))
      }),
      { seed: 12, numRuns: 2000 },
    )
  })
  test('the parts given are left as they are', () => {
    const given = [1.5, 1.5]
    wholeParts(given, 3)
    expect(given).toEqual([1.5, 1.5])
  })
})
