import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawsOf, makeDraws, normalQuantile, twoPieceNormal } from '../../lib/engine/draws'
import { tinyModel } from '../fixtures/tiny-model'

const z95 = 1.6448536269514727

/** Computed with mpmath at 40 digits. */
test.each([
  [0.5, 0],
  [0.6, 0.2533471031357997988],
  [0.75, 0.6744897501960817432],
  [0.9, 1.281551565544600467],
  [0.95, 1.6448536269514727149],
  [0.975, 1.959963984540054],
  [0.99, 2.3263478740408411009],
  [0.995, 2.575829303548900761],
  [0.999, 3.0902323061678135415],
  [0.3, -0.52440051270804078404],
  [0.02425, -1.9729610513118848503],
  [1e-4, -3.7190164854556805644],
  [1e-6, -4.7534243088228989482],
  [1e-10, -6.3613409024040562047],
])('the normal quantile of %f is %f', (p, z) => {
  expect(normalQuantile(p)).toBeCloseTo(z, 13)
})

test('normal quantiles mirror each other about one half, bit for bit where 1 − p is exact', () => {
  for (const p of [0.25, 0.125, 1 / 1024, 1 / 4096]) expect(normalQuantile(1 - p)).toBe(-normalQuantile(p))
})

describe('the two-piece normal', () => {
  const skewed = { low: -2, central: 1, high: 6 }
  test('meets its 5, 50 and 95 % points', () => {
    expect(twoPieceNormal(skewed, -z95)).toBeCloseTo(-2, 14)
    expect(twoPieceNormal(skewed, 0)).toBe(1)
    expect(twoPieceNormal(skewed, z95)).toBeCloseTo(6, 14)
  })
  test('stretches each side by its own half-range', () => {
    expect(twoPieceNormal(skewed, -2 * z95)).toBeCloseTo(-5, 13)
    expect(twoPieceNormal(skewed, 2 * z95)).toBeCloseTo(11, 13)
  })
  test('is constant, to the bit, where the three points coincide', () => {
    fc.assert(
      fc.property(fc.double({ min: -9, max: 9, noNaN: true }), fc.double({ min: -4, max: 4, noNaN: true }), (x, z) => {
        expect(twoPieceNormal({ low: x, central: x, high: x }, z) === x).toBe(true)
      }),
      { seed: 4, numRuns: 200 },
    )
  })
  test('never falls as the score rises', () => {
    const sizes = Array.from({ length: 81 }, (_, i) => twoPieceNormal(skewed, (i - 40) / 10))
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b))
  })
})

describe('draws', () => {
  test('a dimension takes the middle of every stratum once', () => {
    const n = 257
    const expected = Array.from({ length: n }, (_, i) => normalQuantile((i + 0.5) / n))
    for (const key of ['a', 'b', 'rule/variable'])
      expect([...makeDraws('s', n).scores(key).toSorted()]).toEqual(expected)
  })
  test('the same seed and key give the same bits, in whatever order keys are asked for', () => {
    const [one, other] = [makeDraws('s', 512), makeDraws('s', 512)]
    const keys = ['a', 'b', 'c']
    const first = keys.map((key) => one.scores(key))
    const second = keys.toReversed().map((key) => other.scores(key))
    expect(second.toReversed()).toEqual(first)
  })
  test('another key, another seed or a like-looking key gives another order', () => {
    const scores = makeDraws('s', 512).scores('a')
    expect(makeDraws('s', 512).scores('b')).not.toEqual(scores)
    expect(makeDraws('t', 512).scores('a')).not.toEqual(scores)
    expect(makeDraws('s', 512).scores('a/')).not.toEqual(scores)
  })
  test('dimensions are not alike: their scores hardly correlate', () => {
    const draws = makeDraws('encrucijada-1', 2048)
    const keys = Array.from({ length: 40 }, (_, i) => draws.scores(`rule-${i}/variable`))
    const square = keys[0]!.reduce((sum, x) => sum + x * x, 0)
    const correlations = keys.flatMap((a, i) =>
      keys.slice(i + 1).map((b) => Math.abs(a.reduce((sum, x, d) => sum + x * b[d]!, 0) / square)),
    )
    // 780 pairs of independent orders: standard deviation 1/√2047 = 0.022; the largest of them about 3.2 of these.
    expect(Math.max(...correlations)).toBeLessThan(0.11)
    expect(correlations.reduce((sum, r) => sum + r, 0) / correlations.length).toBeLessThan(0.022)
  })
  test('a dimension does not drift: its first half is not above its second', () => {
    const draws = makeDraws('encrucijada-1', 2048)
    const means = Array.from({ length: 100 }, (_, i) => {
      const half = draws.scores(`k${i}`).slice(0, 1024)
      return half.reduce((sum, x) => sum + x, 0) / 1024
    })
    expect(Math.max(...means.map(Math.abs))).toBeLessThan(0.09)
  })
  test('a single draw is the middle', () => {
    expect([...makeDraws('s', 1).scores('a')]).toEqual([0])
  })
  test('seed and count are those of the pack', () => {
    const { seed, count } = drawsOf(tinyModel())
    expect({ seed, count }).toEqual({ seed: 'tiny', count: 2048 })
  })
  test('the first draws of a key are the same for ever', () => {
    expect([...makeDraws('encrucijada-1', 8).scores('baseline/exports')].map((x) => x.toFixed(6)))
      .toMatchInlineSnapshot(`
      [
        "0.488776",
        "-0.887147",
        "1.534121",
        "-0.488776",
        "-1.534121",
        "0.157311",
        "0.887147",
        "-0.157311",
      ]
    `)
  })
})
