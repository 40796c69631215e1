import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packs } from '../../data/index'
import { compile } from '../../lib/engine/compile'
import { evaluate } from '../../lib/engine/evaluate'
import {
  type Change,
  change,
  changeIssues,
  challenged,
  effectOf,
  keyOf,
  ownOf,
  readChange,
  startOf,
  without,
} from '../../lib/pack/challenge'
import { check } from '../../lib/pack/check'
import { load } from '../../lib/pack/load'
import { anyChange, anyChanges } from '../fixtures/arbitrary'
import { tinyPack } from '../fixtures/tiny-pack'

const pack = tinyPack()
const loaded = load(packs['peru-prc'])
if (!loaded.ok) throw new Error('The pack is unsound.')
const real = loaded.value
const [rule] = pack.rules
const [effect] = rule!.effects
const made = { ...effectOf(rule!, effect!), low: 1, central: 3, high: 4 }
const berths = pack.variables.find(({ id }) => id === 'berths')!

describe('a change', () => {
  test.each([
    ['effect.a', '1_2_3'],
    ['effect.a.b', '1_2'],
    ['effect.a.b.c', '1_2_3'],
    ['effect.a.b', '1_2_Infinity'],
    ['effect.a.b', '1_2_NaN'],
    ['effect.a.b', '1__3'],
    ['effect.a.b', '1_2_0x10'],
    ['effect.a.b', '1_2_1e999'],
    ['effect..b', '1_2_3'],
    ['timing.a', '2024'],
    ['timing.a.b', '2024_1'],
    ['off.a', '0'],
    ['off.a.b', '1'],
    ['start.a', '1_2'],
    ['start.a.', '1'],
    ['else.a', '1'],
    ['effect', '1_2_3'],
  ])('is not read from %s=%s', (key, text) => {
    expect(readChange(key, text)).toBeNull()
  })
  test('has no sign on a zero, which its text would lose', () => {
    expect(readChange('effect.a.b', '-0_0_1')).toEqual({ kind: 'effect', rule: 'a', variable: 'b', low: 0, central: 0, high: 1 }) // prettier-ignore
  })
  test('replaces one about the same thing in its place, and goes where it says what the pack says', () => {
    const off: Change = { kind: 'off', rule: rule!.id }
    const both = change(pack, change(pack, [], made), off)
    expect(both).toEqual([made, off])
    expect(change(pack, both, { ...made, high: 5 })).toEqual([{ ...made, high: 5 }, off])
    expect(change(pack, both, effectOf(rule!, effect!))).toEqual([off])
    expect(without(both, 'off.nothing')).toBe(both)
    expect(without(both, keyOf(off))).toEqual([made])
  })
  test('knows what the pack says in its place', () => {
    expect(ownOf(pack, made)).toEqual(effectOf(rule!, effect!))
    expect(ownOf(pack, { kind: 'off', rule: rule!.id })).toBeNull()
    expect(ownOf(pack, { kind: 'timing', rule: 'nothing', onset: 2024, rampYears: 1 })).toBeNull()
    expect(ownOf(pack, { kind: 'timing', rule: rule!.id, onset: 2029, rampYears: 9 })).toEqual({
      kind: 'timing',
      rule: rule!.id,
      onset: rule!.onset,
      rampYears: rule!.rampYears,
    })
    expect(ownOf(pack, { ...made, rule: 'nothing' })).toBeNull()
    expect(ownOf(pack, { ...made, variable: 'nothing' })).toBeNull()
    expect(ownOf(pack, { kind: 'start', variable: 'bribery', variant: 'other', value: 1, range: null })).toBeNull()
    expect(ownOf(pack, { kind: 'start', variable: 'exports', variant: 'nothing', value: 1, range: null })).toBeNull()
    expect(ownOf(pack, { kind: 'start', variable: 'berths', variant: null, value: 1, range: null })).toEqual(
      startOf('berths', null, { ...('baseline' in berths ? berths.baseline : fail()) }),
    )
  })
  test('within its limits makes a sound pack, and leaves ids, texts and evidence as they are', () => {
    fc.assert(
      fc.property(anyChange(real), (own) => {
        expect(changeIssues(real, own)).toEqual([])
        expect(check(challenged(real, [own]))).toEqual([])
      }),
      { seed: 62, numRuns: 150 },
    )
  })
  test('may leave any number as the pack has it, however far out that is', () => {
    const kept = real.rules.flatMap((rule) => rule.effects.map((effect) => effectOf(rule, effect)))
    expect(kept.flatMap((own) => changeIssues(real, own))).toEqual([])
  })
  test.each<[string, Change, string]>([
    ['a rule that is not there', { kind: 'off', rule: 'nothing' }, 'the model has nothing of this name'],
    ['an effect that is not there', { ...made, variable: 'nothing' }, 'the model has nothing of this name'],
    [
      'a baseline that is not there',
      { kind: 'start', variable: 'nothing', variant: null, value: 1, range: null },
      'the model has nothing of this name',
    ],
    ['a size out of order', { ...made, low: 3.5 }, '3.5, 3, 4 are not in order'],
    ['a factor beyond fifty', { ...made, high: 51 }, '51 is not allowed'],
    ['a factor of nothing', { ...made, low: 0 }, '0 is not allowed'],
    ['no number', { ...made, low: NaN }, 'NaN is not allowed'],
    ['a year before the horizon', { kind: 'timing', rule: rule!.id, onset: 2021, rampYears: 1 }, '2021 is not allowed'],
    ['half a year', { kind: 'timing', rule: rule!.id, onset: 2022.5, rampYears: 1 }, '2022.5 is not allowed'],
    ['a ramp of a lifetime', { kind: 'timing', rule: rule!.id, onset: 2022, rampYears: 31 }, '31 is not allowed'],
    [
      'a certain chance',
      { kind: 'start', variable: 'bribery', variant: null, value: 1, range: { low: 0.5, high: 1 } },
      '1 is not allowed',
    ],
    [
      'a chance without a range',
      { kind: 'start', variable: 'bribery', variant: null, value: 0.5, range: null },
      'a probability without a range',
    ],
    [
      'an amount of nothing',
      { kind: 'start', variable: 'exports', variant: null, value: 0, range: null },
      '0 is not allowed',
    ],
  ])('%s is refused, with the reason', (_, own, message) => {
    expect(changeIssues(pack, own).map((issue) => issue.message)).toContain(message)
  })
})

describe('a pack with changes', () => {
  test('is the pack itself where there are none, and shares what is not changed', () => {
    expect(challenged(pack, [])).toBe(pack)
    const other = challenged(pack, [made])
    expect(other.evidence).toBe(pack.evidence)
    expect(other.rules.filter((own, i) => own === pack.rules[i])).toHaveLength(pack.rules.length - 1)
    expect(other.rules[0]?.effects[0]).toEqual({ ...effect, low: 1, central: 3, high: 4 })
  })
  test('lets a rule that is off move nothing, and another first year move it later', () => {
    const all = { ...compile(pack).baseline, leader: 'dealer', zone: 'open' }
    const pathsOf = (changes: readonly Change[]) => evaluate(compile(challenged(pack, changes)), all).paths
    expect(pathsOf(pack.rules.map(({ id }) => ({ kind: 'off', rule: id })))).toEqual(
      evaluate(compile(pack), compile(pack).baseline).paths,
    )
    expect(pathsOf([{ kind: 'timing', rule: rule!.id, onset: pack.meta.horizon.last, rampYears: 0 }])).not.toEqual(
      pathsOf([]),
    )
  })
  test('starts from another baseline, of a variant too, with a range or without', () => {
    const changes: Change[] = [
      { kind: 'start', variable: 'exports', variant: null, value: 12, range: { low: 11, high: 14 } },
      { kind: 'start', variable: 'exports', variant: 'year-2019', value: 7, range: null },
    ]
    const model = compile(challenged(pack, changes))
    expect(evaluate(model, model.baseline).paths[model.indexOf.get('exports')!]![0]).toBe(12)
    expect(evaluate(model, model.baseline, { exports: 'year-2019' }).paths[model.indexOf.get('exports')!]![0]).toBe(7)
  })
  test('says the same in whatever order it was changed', () => {
    fc.assert(
      fc.property(anyChanges(real, 8), (changes) => {
        expect(challenged(real, changes.toReversed())).toEqual(challenged(real, changes))
      }),
      { seed: 63, numRuns: 60 },
    )
  })
})

function fail(): never {
  throw new Error('The tiny pack has berths with a baseline.')
}
