import fc from 'fast-check'
import { expect, test } from 'vitest'
import { derive, deriveEach, partials } from '../../lib/engine/derive'

test('a sum adds all its parts, a difference takes the second from the first, a ratio divides by it', () => {
  expect(derive('sum', [1, 2, 4])).toBe(7)
  expect(derive('difference', [10, 4])).toBe(6)
  expect(derive('ratio', [10, 4])).toBe(2.5)
})

test.each(['sum', 'difference', 'ratio'] as const)(
  'the partial derivatives of a %s are limits of small steps',
  (op) => {
    const part = fc.double({ min: 0.5, max: 50, noNaN: true })
    fc.assert(
      fc.property(fc.tuple(part, part), (parts) => {
        partials(op, parts).forEach((partial, i) => {
          const moved = (by: number) => parts.map((p, j) => (j === i ? p + by : p))
          const measured = (derive(op, moved(1e-5)) - derive(op, moved(-1e-5))) / 2e-5
          expect(partial).toBeCloseTo(measured, 4)
        })
      }),
      { seed: 5, numRuns: 200 },
    )
  },
)

test.each(['sum', 'difference', 'ratio'] as const)('a %s of many places is the %s of each place, to the bit', (op) => {
  const part = fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 4, maxLength: 4 })
  fc.assert(
    fc.property(fc.tuple(part, part), (parts) => {
      const each = deriveEach(op, parts.map((part) => Float64Array.from(part)), new Float64Array(4).fill(9)) // prettier-ignore
      expect([...each]).toEqual([0, 1, 2, 3].map((i) => derive(op, parts.map((p) => p[i]!)))) // prettier-ignore
    }),
    { seed: 5, numRuns: 200 },
  )
})

test('a formula that the code does not know is named, not guessed', () => {
  const odd = JSON.parse('"product"')
  expect(() => derive(odd, [1, 2])).toThrow('Unexpected case "product"')
  expect(() => deriveEach(odd, [], new Float64Array(1))).toThrow('Unexpected case "product"')
  expect(() => partials(odd, [1, 2])).toThrow('Unexpected case "product"')
})
