import { describe, expect, test } from 'vitest'
import { assignments } from './assignments'
import { random } from './random'
import { differing, type Engine } from './rules/engine'
import { bitMasks, ours, plainFilter } from './rules/ours'
import { peers } from './rules/peers'
import { allScenarios, ruleSet, rulesOf } from './rules/rule-set'
import { apart, firedEffects, sumByOurs, sumBySquiggle } from './rules/squiggle'
import { openingModel } from './sound-model'

const seeded = ruleSet(random(2))
const all = allScenarios(seeded)
const { pick } = random(3)
const some = Array.from({ length: 6 }, () => pick(all))

test('the seeded rules are sixty, each asking something else, in a space of 20 736 scenarios', () => {
  expect(all).toHaveLength(20_736)
  expect(new Set(all.map((scenario) => Object.values(scenario).join())).size).toBe(20_736)
  expect(seeded.rules).toHaveLength(60)
  expect(ruleSet(random(2))).toEqual(seeded)
})

describe('every engine gives the answers of ours', () => {
  test.each([
    ['on the seeded rules', seeded, some],
    ['on the rules of the pack', rulesOf(openingModel().pack), assignments(openingModel(), random(4), 3)],
  ])('%s', async (_, rules, scenarios) => {
    const engines: Engine[] = [ours(rules), plainFilter(rules), bitMasks(rules)]
    for (const load of peers) engines.push(await load(rules))
    expect(await differing(engines, scenarios)).toEqual([])
    // Some rules fire and some do not, or agreeing would say little.
    const fired = await Promise.all(scenarios.map((scenario) => engines[0]!.fired(scenario)))
    for (const { length } of fired) expect(length > 0 && length < rules.rules.length).toBe(true)
  })
})

test('a wrong answer is seen and named with its task', async () => {
  const right = ours(seeded)
  const wrong: Engine = { name: 'wrong', fired: () => ['rule-0'], failing: right.failing! }
  const late: Engine = { name: 'late', fired: right.fired, failing: async () => new Int8Array(60) }
  expect(await differing([right, wrong, late], some)).toEqual(['wrong, T1', 'late, T2'])
})

test('the sum of triangular effects has the quantiles that Squiggle finds, and those of many more draws', async () => {
  const effects = firedEffects(seeded)(some.find((scenario) => firedEffects(seeded)(scenario).length > 2)!)
  const own = sumByOurs(effects)
  expect(apart(own, await sumBySquiggle(effects))).toBeLessThan(0.12)
  expect(apart(own, sumByOurs(effects, 'other', 100_000))).toBeLessThan(0.06)
  // One triangle alone: its median is known.
  const [, median = NaN] = sumByOurs([[0, 1, 4]])
  expect(median).toBeCloseTo(4 - Math.sqrt(0.5 * 4 * 3), 2)
})
