import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile, failingCondition } from '../../lib/engine/compile'
import { compileConditions, failingConditions, firingRules } from '../../lib/engine/conditions'
import { firing } from '../../lib/engine/evaluate'
import type { Rule } from '../../lib/pack/schema'
import { tinyModel } from '../fixtures/tiny-model'
import { tinyPack } from '../fixtures/tiny-pack'

const { assumptions, rules } = tinyPack()
const states = assumptions.map(({ id, states }) => ({ id, states: states.map((state) => state.id) }))

/** A condition on any assumption, asking for or excluding any of its states. */
const condition = fc.constantFrom(...states).chain(({ id, states }) => {
  const some = fc.subarray(states, { minLength: 1 })
  return fc.oneof(
    some.map((asked) => ({ assumption: id, in: asked })),
    some.map((excluded) => ({ assumption: id, not: excluded })),
  )
})
/** More rules than a word has bits; some ask twice about one assumption. */
const ruleSet = fc
  .array(fc.array(condition, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 70 })
  .map((whens) => whens.map((when, i): Rule => ({ ...rules[0]!, id: `rule-${i}`, when })))
/** A state for every assumption, or one it does not have, or none at all. */
const assignment = fc
  .tuple(
    ...states.map(({ id, states }) => fc.constantFrom(...states, 'no-such', '', null).map((state) => ({ id, state }))),
  )
  .map((chosen) => Object.fromEntries(chosen.flatMap(({ id, state }) => (state === null ? [] : [[id, state]]))))

test('all rules at once tell what each tells alone: whether it fires, and the first condition that fails', () => {
  fc.assert(
    fc.property(ruleSet, assignment, (own, chosen) => {
      const compiled = compileConditions({ assumptions, rules: own })
      const alone = own.map((rule) => failingCondition(rule, chosen))
      expect(firingRules(compiled, chosen)).toEqual(alone.flatMap((failing, i) => (failing === null ? [i] : [])))
      expect([...failingConditions(compiled, chosen)]).toEqual(
        alone.map((failing, i) => (failing === null ? -1 : own[i]!.when.indexOf(failing))),
      )
    }),
    { seed: 11, numRuns: 500 },
  )
})

test('no rule fires where there is none', () => {
  const compiled = compileConditions({ assumptions, rules: [] })
  expect(firingRules(compiled, {})).toEqual([])
  expect([...failingConditions(compiled, {})]).toEqual([])
})

test('the pushes of a rule are its effects at their central size on all they reach, from the first year they act', () => {
  const model = tinyModel()
  const { ends, cell, from, numbers } = model.pushes
  const years = model.years.length
  model.pack.rules.forEach((_, rule) => {
    const cells = new Map<number, number>()
    for (let p = rule > 0 ? ends[rule - 1]! : 0; p < ends[rule]!; p++)
      for (let n = from[p]!; n < from[p + 1]!; n++) cells.set(cell[p]! + n - from[p]!, numbers[n]!)
    const expected = model.effectsOfRule[rule]!.flatMap(({ size, responses }) =>
      responses.flatMap(({ target, byYear }) => {
        const first = byYear.findIndex((strength) => strength !== 0)
        return [...byYear].flatMap((strength, t) =>
          t >= first ? [[target * years + t, size.central * strength] as const] : [],
        )
      }),
    )
    expect(cells).toEqual(new Map(expected))
  })
})

test('a rule that never acts within the horizon pushes nothing', () => {
  const pack = tinyPack()
  const late = compile({ ...pack, rules: [{ ...pack.rules[0]!, onset: 2100 }], links: [] })
  expect([...late.pushes.ends]).toEqual([0])
  expect(firing(late, { leader: 'dealer' })).toHaveLength(late.effects.length)
})
