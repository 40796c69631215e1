import { expect, test } from 'vitest'
import { makeDraws } from '../../lib/engine/draws'
import { evaluate, firing } from '../../lib/engine/evaluate'
import { fan } from '../../lib/engine/fan'
import { fingerprints } from '../../lib/engine/fingerprints'
import { mostPlayers, shapley, shapleyOf } from '../../lib/explain/shapley'
import { assignments } from './assignments'
import { evaluateFloor } from './evaluate-floor'
import { recomputed } from './fan'
import { fanFloor } from './fan-floor'
import { everyday, longestLinks } from './links'
import { random } from './random'
import { bareSums, hardest } from './shapley'
import { openingModel } from './sound-model'

const model = openingModel()
const drawn = [model.baseline, ...assignments(model, random(41), 5)]

test('the floor of an evaluation gives the paths of the engine to the bit, over as many cells', () => {
  for (const assignment of drawn) {
    const floor = evaluateFloor(model, assignment)
    expect([...floor.run()]).toEqual(evaluate(model, assignment).paths.flatMap((path) => [...path]))
    const pushes = firing(model, assignment).reduce((sum, { responses }) => sum + responses.length, 0)
    expect(floor.cells).toBe(pushes * model.years.length)
  }
})

test('the floor of a fan gives the quantiles of the engine to the bit', () => {
  const draws = makeDraws('floors', 100)
  for (const assignment of drawn.slice(0, 3)) {
    const floor = fanFloor(model, assignment, draws)
    floor.sample()
    expect([...floor.select()]).toEqual(fan(model, assignment, draws).quantiles.flatMap((own) => [...own]))
  }
})

test('a toggle makes anew the fans that it moves, and no others', () => {
  const counted = recomputed(model, [drawn[1]!])
  expect(counted.toggles).toBe([...model.states.values()].reduce((sum, own) => sum + own.length - 1, 0))
  expect(counted.needless).toBe(0)
  expect(counted.made).toBeGreaterThan(0)
  expect(counted.made).toBeLessThan(counted.toggles * model.variables.length)
  // The count can see a fan that is made for nothing: here no fingerprint is like another.
  let calls = 0
  const restless = recomputed(model, [drawn[1]!], (of, assignment) => fingerprints(of, assignment).map((key) => `${key}${calls++}`)) // prettier-ignore
  expect(restless.needless).toBe(counted.toggles * model.variables.length - counted.made)
})

test('the pair of the Shapley row differs in fifteen assumptions that matter, and is split by enumeration', () => {
  const year = model.years.at(-1)!
  const { variable, before, after } = hardest(model, year)
  const split = shapley(model, before, after, variable, year)
  expect(split.method).toBe('enumerated')
  expect(split.parts.filter(({ rules }) => rules.length > 0)).toHaveLength(mostPlayers)
  expect(bareSums(model, before, after, variable, year).read).toBe(mostPlayers)
})

test('the bare sums are shifts of every mixture: on the scale their shares are the closed form of the rules', () => {
  const variable = model.variables.find(({ scale }) => scale === 'level')?.id ?? ''
  const year = model.years.at(-1)!
  const [before, after] = [drawn[1]!, drawn[2]!]
  const ids = [...model.states.keys()].filter((id) => before[id] !== after[id])
  const chosen = { ...before, ...Object.fromEntries(ids.slice(0, 8).map((id) => [id, after[id]!])) }
  const sums = bareSums(model, before, chosen, variable, year).run()
  const shares = shapleyOf(8, (subset) => sums[subset]!)
  const { parts } = shapley(model, before, chosen, variable, year)
  ids.slice(0, 8).forEach((id, i) => {
    expect(shares[i]).toBeCloseTo(parts.find(({ assumption }) => assumption === id)!.natural, 9)
  })
})

test('links stay within their bounds: at rest, everyday, and at their longest', () => {
  expect(everyday(model)).toBeLessThanOrEqual(120)
  for (const { page, plain, changed, whole } of longestLinks(model)) {
    expect(plain, page).toBeLessThanOrEqual(2000)
    expect(changed, page).toBeLessThanOrEqual(2000)
    expect(whole, page).toBeGreaterThan(2000)
  }
})
