import { expect, test } from 'vitest'
import { largestShifts } from '../../lib/deck/shifts'
import { evaluate } from '../../lib/engine/evaluate'
import { wholePoints } from '../../lib/format'
import { tinyModel } from '../fixtures/tiny-model'

const model = tinyModel()

test('the largest shifts are those of events that moved, the furthest first, at most as many as asked', () => {
  const assignment = { ...model.baseline, leader: 'dealer', zone: 'open' }
  const outcome = evaluate(model, assignment)
  const t = model.years.length - 1
  const all = largestShifts(model, outcome, t, 99)
  const moved = model.variables.filter(
    ({ kind }, i) => kind !== 'indicator' && wholePoints(outcome.paths[i]![0]!, outcome.paths[i]![t]!) !== 0,
  )
  expect(new Set(all.map(({ variable }) => variable.id))).toEqual(new Set(moved.map(({ id }) => id)))
  expect(all.length).toBeGreaterThan(0)
  const sizes = all.map(({ points }) => Math.abs(points))
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
  for (const { points, baseline, value, index } of all) {
    expect(points).toBe(wholePoints(baseline, value))
    expect([baseline, value]).toEqual([outcome.paths[index]![0], outcome.paths[index]![t]])
  }
  expect(largestShifts(model, outcome, t, 1)).toEqual(all.slice(0, 1))
  expect(largestShifts(model, evaluate(model, model.baseline), t, 99)).toEqual([])
})
