import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromScale, shifted, sizeOnScale, slope, toScale } from '../../lib/engine/scale'

const values = {
  amount: fc.double({ min: 1e-9, max: 1e12, noNaN: true }),
  chance: fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }),
  level: fc.double({ min: -1e9, max: 1e9, noNaN: true }),
} as const
const scales = ['amount', 'chance', 'level'] as const

test.each([
  ['amount', 15.9, 2.766319109226186],
  ['amount', 1, 0],
  ['chance', 0.5, 0],
  ['chance', 0.2, -1.3862943611198906],
  ['chance', 0.8, 1.3862943611198906],
  ['level', -3.5, -3.5],
] as const)('on the scale %s, %f stands at %f', (scale, value, eta) => {
  expect(toScale(scale, value)).toBeCloseTo(eta, 14)
  expect(fromScale(scale, eta)).toBeCloseTo(value, 14)
})

test('a value is moved by a shift on its scale, and by no shift stays what it is to the last digit', () => {
  expect([shifted('amount', 10, Math.log(1.2)), shifted('level', 4, -6)]).toEqual([expect.closeTo(12, 12), -2])
  expect(shifted('chance', 0.2, Math.log(4))).toBeCloseTo(0.5, 12)
  // Put on the scale and brought back, this one would lose its last digit.
  expect(fromScale('amount', toScale('amount', 15.9))).not.toBe(15.9)
  expect(shifted('amount', 15.9, 0)).toBe(15.9)
})

describe.each(scales)('%s', (scale) => {
  test('a value put on the scale and brought back is the value', () => {
    fc.assert(
      fc.property(values[scale], (value) => {
        const back = fromScale(scale, toScale(scale, value))
        expect(Math.abs(back - value)).toBeLessThanOrEqual(1e-13 * Math.max(1, Math.abs(value)) * 10)
      }),
      { seed: 1, numRuns: 1000 },
    )
  })
  test('the slope is the limit of small steps', () => {
    fc.assert(
      fc.property(fc.double({ min: -8, max: 8, noNaN: true }), (eta) => {
        const step = 1e-5
        const measured = (fromScale(scale, eta + step) - fromScale(scale, eta - step)) / (2 * step)
        expect(slope(scale, eta) / measured).toBeCloseTo(1, 6)
      }),
      { seed: 2, numRuns: 500 },
    )
  })
  test('more on the scale is never less in natural units', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -500, max: 500, noNaN: true }),
        fc.double({ min: 0, max: 50, noNaN: true }),
        (eta, more) => {
          expect(fromScale(scale, eta + more)).toBeGreaterThanOrEqual(fromScale(scale, eta))
        },
      ),
      { seed: 3, numRuns: 1000 },
    )
  })
})

test('a chance stays inside (0, 1) and an amount above 0 however far the rules push', () => {
  for (const eta of [-1e6, -800, -40, 40, 800, 1e6]) {
    const chance = fromScale('chance', eta)
    expect([chance > 0, chance < 1]).toEqual([true, true])
  }
  expect([fromScale('chance', 800), fromScale('chance', -800)]).toEqual([1 - 2 ** -53, Number.MIN_VALUE])
  expect(fromScale('amount', -700)).toBeGreaterThan(0)
})

test('a chance far out keeps its digits on both sides: the chances at eta and −eta add up to 1', () => {
  for (const eta of [0.1, 1, 5, 20, 30]) expect(fromScale('chance', eta) + fromScale('chance', -eta)).toBeCloseTo(1, 15)
  expect(fromScale('chance', -40)).toBeCloseTo(Math.exp(-40), 30)
})

test('an effect is written as a factor, an odds factor, or a shift in the unit', () => {
  expect(fromScale('amount', toScale('amount', 10) + sizeOnScale('amount', 1.15))).toBeCloseTo(11.5, 12)
  const odds = fromScale('chance', toScale('chance', 0.2) + sizeOnScale('chance', 2))
  expect(odds / (1 - odds)).toBeCloseTo(0.5, 12)
  expect(fromScale('level', toScale('level', -2) + sizeOnScale('level', -3))).toBe(-5)
  expect([sizeOnScale('amount', 1), sizeOnScale('chance', 1), sizeOnScale('level', 0)]).toEqual([0, 0, 0])
})

test('a scale that the code does not know is named, not guessed', () => {
  const odd = JSON.parse('"cubic"')
  for (const call of [() => toScale(odd, 1), () => fromScale(odd, 1), () => slope(odd, 1)])
    expect(call).toThrow('Unexpected case "cubic"')
})
