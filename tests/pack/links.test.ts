import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loudest, spectralRadius } from '../../lib/pack/links'

/** Links written as [from, to, strength]. */
function links(...couplings: readonly (readonly [from: string, to: string, strength: number])[]) {
  return couplings.map(([from, to, strength], i) => ({ id: `link-${i}`, from, to, strength }))
}

/** What each of many steps of the links multiplies by, on average: 0 where all has died out. */
function growth(couplings: ReturnType<typeof links>, steps: number): number {
  let state = new Map<string, number>(
    couplings.flatMap(({ from, to }) => [
      [from, 1],
      [to, 1],
    ]),
  )
  let log = 0
  for (let step = 0; step < steps; step++) {
    const next = new Map([...state.keys()].map((name) => [name, 0]))
    for (const { from, to, strength } of couplings) next.set(to, next.get(to)! + strength * state.get(from)!)
    const size = Math.max(...next.values())
    if (size === 0) return 0
    log += Math.log(size)
    state = new Map([...next].map(([name, value]) => [name, value / size]))
  }
  return Math.exp(log / steps)
}

describe('the spectral radius of the links', () => {
  test('of a loop that carries nothing is 0', () => {
    expect(spectralRadius(links(['a', 'b', 0], ['b', 'a', 0]))).toBe(0)
    expect(spectralRadius(links(['a', 'b', 0], ['b', 'a', 3]))).toBe(0)
  })

  test.each([
    ['no links', links(), 0],
    ['a link of strength 0', links(['a', 'b', 0]), 0],
    ['a chain without a way back', links(['a', 'b', 9], ['b', 'c', 9], ['a', 'c', 9]), 0],
    ['a link onto itself', links(['a', 'a', 0.7]), 0.7],
    ['a loop of two: the geometric mean', links(['a', 'b', 0.5], ['b', 'a', 0.32]), 0.4],
    ['a loop of three', links(['a', 'b', 8], ['b', 'c', 0.5], ['c', 'a', 0.25]), 1],
    ['signs do not help', links(['a', 'b', -2], ['b', 'a', 2]), 2],
    ['parallel links add up', links(['a', 'b', 0.25], ['a', 'b', 0.25], ['b', 'a', 0.5]), 0.5],
    ['the larger of two loops apart', links(['a', 'a', 0.3], ['b', 'b', 0.6]), 0.6],
    [
      'two loops on one variable: the golden ratio',
      links(['a', 'a', 1], ['a', 'b', 1], ['b', 'a', 1]),
      (1 + 5 ** 0.5) / 2,
    ],
    [
      'three variables, each to each',
      links(['a', 'b', 1], ['b', 'a', 1], ['b', 'c', 1], ['c', 'b', 1], ['a', 'c', 1], ['c', 'a', 1]),
      2,
    ],
    ['what overflows explodes', links(['a', 'b', 1e308], ['a', 'b', 1e308], ['b', 'a', 1]), Infinity],
  ])('%s', (_, couplings, radius) => {
    if (Number.isFinite(radius)) expect(spectralRadius(couplings)).toBeCloseTo(radius, 4)
    else expect(spectralRadius(couplings)).toBe(radius)
  })

  test('is what many steps of the links grow by, each', () => {
    const names = ['a', 'b', 'c', 'd']
    const coupling = fc.tuple(
      fc.constantFrom(...names),
      fc.constantFrom(...names),
      fc.double({ min: 0.1, max: 2, noNaN: true }),
    )
    fc.assert(
      fc.property(fc.array(coupling, { minLength: 3, maxLength: 10 }), (couplings) => {
        const all = links(...couplings)
        const grown = growth(all, 3000)
        if (grown === 0) expect(spectralRadius(all)).toBe(0)
        else expect(Math.abs(spectralRadius(all) / grown - 1)).toBeLessThan(0.01)
      }),
      { seed: 21, numRuns: 60 },
    )
  })
})

test('the loudest link is the strongest in size, and the first of equals', () => {
  expect(loudest(links(['a', 'b', 0.5], ['b', 'c', -0.9], ['c', 'a', 0.9], ['a', 'c', 0.1]))).toMatchObject({
    index: 1,
    link: { id: 'link-1', strength: -0.9 },
  })
  expect(loudest(links(['a', 'b', 0.5], ['b', 'a', 0.2])).index).toBe(0)
  expect(() => loudest([])).toThrow('No links to compare')
})
