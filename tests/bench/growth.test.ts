import { expect, test } from 'vitest'
import { compile } from '../../lib/engine/compile'
import { check } from '../../lib/pack/check'
import { load } from '../../lib/pack/load'
import { exponent } from './growth/fit'
import { grownPack } from './growth/pack'
import { plot } from './growth/plot'
import { sizeOf } from './growth/steps'
import { random } from './random'
import { openingModel } from './sound-model'

const { pack } = openingModel()

test.each([1, 3])('a pack %i times the size is sound, and has so many times of everything', (times) => {
  const grown = grownPack(pack, times, random(31))
  const loaded = load(grown)
  expect(loaded.ok ? [] : loaded.issues).toEqual([])
  const [first, own] = [sizeOf({ pack }), sizeOf({ pack: grown })]
  expect(own).toEqual(Object.fromEntries(Object.entries(first).map(([key, count]) => [key, times * count])))
  // A push reaches as far as in the first: the work is proportional to the size.
  const reach = (of: typeof pack) => compile(of).pushes.cell.length
  expect(reach(grown) / reach(pack) / times).toBeCloseTo(1, 1)
})

test('a pack ten times the size obeys the laws, and is refused for its size alone', () => {
  const grown = grownPack(pack, 10, random(31))
  expect(check(grown)).toEqual([])
  const loaded = load(grown)
  expect(loaded.ok ? [] : loaded.issues.map(({ path }) => path)).toEqual(['assumptions', 'variables'])
})

test('the power of growth is the slope of the logarithms', () => {
  const points = (power: number) => [1, 3, 10, 30].map((work) => ({ work, ms: 5 * work ** power }))
  for (const power of [0, 1, 1.5]) expect(exponent(points(power))).toBeCloseTo(power, 12)
  expect(exponent([{ work: 2, ms: 5 }])).toBe(0)
})

test('the plot is an SVG that names every line and hides no label behind another', () => {
  const lines = ['one', 'two'].map((name) => ({ name, points: [1, 10, 100].map((times) => ({ times, ms: times })) }))
  const svg = plot('Growth', lines, 3)
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/)
  const labels = [...svg.matchAll(/<text x="[\d.]+" y="([\d.]+)">(one|two)<\/text>/g)].map((found) => Number(found[1]))
  expect(labels).toHaveLength(2)
  expect(Math.abs(labels[0]! - labels[1]!)).toBeGreaterThanOrEqual(15)
  expect(svg).not.toMatch(/NaN|Infinity|undefined/)
})
