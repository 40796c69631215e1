import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packs } from '../../data/index'
import { compile } from '../../lib/engine/compile'
import { evaluate } from '../../lib/engine/evaluate'
import { shapley } from '../../lib/explain/shapley'
import { changesPart, shapleyBetween } from '../../lib/explain/versions'
import { challenged } from '../../lib/pack/challenge'
import { load } from '../../lib/pack/load'
import { anyAssignment, anyChanges } from '../fixtures/arbitrary'
import { tinyPack } from '../fixtures/tiny-pack'

/** Differences between two versions of one pack. */

const own = compile(tinyPack())
const loaded = load(packs['peru-prc'])
if (!loaded.ok) throw new Error('The pack is unsound.')
const real = compile(loaded.value)
const at = (model: typeof own, assignment: Readonly<Record<string, string>>, variable: string, year: number) =>
  evaluate(model, assignment).paths[model.indexOf.get(variable)!]![model.years.indexOf(year)]!

describe('a difference of two versions', () => {
  test('adds up, whatever is changed and assumed; without a change of the model it is the plain split', () => {
    fc.assert(
      fc.property(anyAssignment(real), anyAssignment(real), anyChanges(real.pack, 4), fc.nat(), (a, b, changes, v) => {
        const mine = compile(challenged(real.pack, changes))
        const { id } = real.variables[v % real.variables.length]!
        const [before, after] = [
          { model: real, assignment: a },
          { model: mine, assignment: b },
        ]
        const split = shapleyBetween(before, after, id, 2027)
        expect([split.before, split.after]).toEqual([at(real, a, id, 2027), at(mine, b, id, 2027)])
        const sum = split.parts.reduce((total, { natural }) => total + natural, 0)
        expect(Math.abs(sum - (split.after - split.before))).toBeLessThan(1e-9 * Math.max(1, Math.abs(split.after)))
        expect(shapleyBetween(before, { ...before, assignment: b }, id, 2027)).toEqual(shapley(real, a, b, id, 2027))
      }),
      { seed: 71, numRuns: 40 },
    )
  })
  test('turned round has every part turned round', () => {
    fc.assert(
      fc.property(anyAssignment(own), anyAssignment(own), anyChanges(own.pack, 4), (a, b, changes) => {
        const mine = compile(challenged(own.pack, changes))
        const [before, after] = [
          { model: own, assignment: a },
          { model: mine, assignment: b },
        ]
        const there = shapleyBetween(before, after, 'bribery', 2024)
        const back = shapleyBetween(after, before, 'bribery', 2024)
        for (const { assumption, natural } of there.parts)
          expect(back.parts.find((part) => part.assumption === assumption)?.natural).toBeCloseTo(-natural, 10)
      }),
      { seed: 72, numRuns: 60 },
    )
  })
  test('of one assignment is the changes alone; of a change that does nothing there, they are nothing', () => {
    const rule = own.pack.rules[0]!
    const mine = compile(challenged(own.pack, [{ kind: 'off', rule: rule.id }]))
    const { parts, before, after } = shapleyBetween(
      { model: own, assignment: own.baseline },
      { model: mine, assignment: own.baseline },
      'bribery',
      2024,
    )
    expect(parts).toEqual([{ assumption: changesPart, from: '', to: '', natural: 0, rules: [] }])
    expect(before).toBe(after)
  })
  test('is the mean of changing the model first and last: the Owen value of two groups', () => {
    const assignment = { ...own.baseline, leader: 'dealer', zone: 'open' }
    const changes = own.pack.rules.map(({ id }) => ({ kind: 'off' as const, rule: id }))
    const mine = compile(challenged(own.pack, changes))
    const [before, after] = [
      { model: own, assignment: own.baseline },
      { model: mine, assignment },
    ]
    const { parts } = shapleyBetween(before, after, 'bribery', 2024)
    // All rules are off in mine: made first, the changes leave nothing to the assumptions; made last, they undo all of it.
    const whole = at(own, assignment, 'bribery', 2024) - at(own, own.baseline, 'bribery', 2024)
    expect(parts.find(({ assumption }) => assumption === changesPart)?.natural).toBeCloseTo(-whole / 2, 12)
  })
})
