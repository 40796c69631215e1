import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packs } from '../../data/index'
import { compile, type Model, variableIndex, yearIndex } from '../../lib/engine/compile'
import { evaluate } from '../../lib/engine/evaluate'
import { type PossiblePush, pushesOn } from '../../lib/explain/pushes'
import { formatIssue } from '../../lib/fail'
import { load } from '../../lib/pack/load'
import { tinyModel } from '../fixtures/tiny-model'
import { tinyPack } from '../fixtures/tiny-pack'

const model = tinyModel()
const ln = Math.log
const near = (value: number) => expect.closeTo(value, 12)
const said = (pushes: readonly PossiblePush[]) =>
  pushes.map(({ rule, effect, year, on }) => [`${rule.id}/${effect.variable}`, year, on[0]?.onScale])

describe('by hand', () => {
  test('each effect at its strongest, the last of equal years, largest first on the scale, whether it raises or lowers', () => {
    const strict = tinyModel({ 'rules[3].effects[0].central': 0.4 })
    expect(said(pushesOn(strict, 'bribery'))).toEqual([
      ['audits-deter/bribery', 2026, near(ln(0.4))],
      ['dealer-bribes/bribery', 2026, near(ln(2))],
      // A shock that passes counts in full, in the last year before it fades.
      ['dealer-in-zone/bribery', 2024, near(ln(1.5))],
    ])
  })
  test('in a year: half way up, half faded, and nothing of what has not begun or is over', () => {
    expect(said(pushesOn(model, 'bribery', 2022))).toEqual([
      ['dealer-bribes/bribery', 2022, near(ln(2))],
      ['dealer-in-zone/bribery', 2022, near(ln(1.5) / 2)],
      ['audits-deter/bribery', 2022, near(-ln(2) / 4)],
    ])
    expect(said(pushesOn(model, 'bribery', 2026)).map(([id]) => id)).not.toContain('dealer-in-zone/bribery')
    expect(pushesOn(model, 'bribery', 2021)).toEqual([])
  })
  test('its natural reading is what it alone does to the baseline', () => {
    const [dealer, audits] = pushesOn(model, 'bribery')
    expect(dealer?.natural).toBeCloseTo(0.5 / 1.5 - 0.2, 12)
    expect(audits?.natural).toBeCloseTo(0.125 / 1.125 - 0.2, 12)
  })
  test('through a link, with its strength; of a variant, from the baseline in force', () => {
    const [push] = pushesOn(model, 'imports')
    expect(said([push!])).toEqual([['zone-opens/exports', 2026, near(ln(1.2) / 2)]])
    expect(push?.natural).toBeCloseTo(5 * Math.sqrt(1.2) - 5, 12)
    const varied = pushesOn(model, 'exports', undefined, { exports: 'year-2019' })[0]
    expect(varied?.natural).toBeCloseTo(8 * 0.2, 12)
  })
  test('of a formula, by leaf, largest first, and in natural units of the whole', () => {
    const [zone, dealer] = pushesOn(model, 'cover', 2026)
    expect([zone?.rule.id, dealer?.rule.id]).toEqual(['zone-opens', 'dealer-bribes'])
    expect(zone?.on).toEqual([
      { variable: 'exports', onScale: near(ln(1.2)) },
      { variable: 'imports', onScale: near(ln(1.2) / 2) },
    ])
    expect(zone?.natural).toBeCloseTo(2 * Math.sqrt(1.2) - 2, 12)
  })
  test('of a formula, sorted by what each does to it, not by scales that cannot be compared', () => {
    const mixed = tinyModel({
      'variables[5]': { ...tinyPack().variables[3], id: 'mixed', formula: { op: 'sum', of: ['bribery', 'exports'] } },
    })
    const found = pushesOn(mixed, 'mixed')
    expect(said(found).map(([id]) => id)).toEqual([
      'zone-opens/exports',
      'dealer-bribes/exports',
      'dealer-bribes/bribery',
      'audits-deter/bribery',
      'dealer-in-zone/bribery',
    ])
  })
  test('what central size does nothing is no push', () => {
    const idle = tinyModel({ 'rules[0].effects[0].central': 1, 'rules[0].effects[0].low': 0.5 })
    expect(said(pushesOn(idle, 'bribery')).map(([id]) => id)).not.toContain('dealer-bribes/bribery')
  })
})

/** Where a variable would stand if this effect were the only one of its pack, less its baseline. */
function alone({ pack, ...of }: Model, { rule, effect }: PossiblePush, variable: string, year: number): number {
  const only = compile({ ...pack, rules: [{ ...rule, effects: [effect], when: [] }] })
  const path = evaluate(only, of.baseline).paths[variableIndex(only, variable)]!
  return path[yearIndex(only, year)]! - path[0]!
}

test('the natural reading is that of a pack with this effect alone, in every variable and year', () => {
  const loaded = load(packs['peru-prc'])
  if (!loaded.ok) throw new Error(loaded.issues.map(formatIssue).join('\n'))
  const real = compile(loaded.value)
  fc.assert(
    fc.property(fc.constantFrom(...real.variables), fc.constantFrom(undefined, ...real.years), ({ id }, year) => {
      const found = pushesOn(real, id, year)
      for (const push of found.slice(0, 3)) expect(push.natural).toBeCloseTo(alone(real, push, id, push.year), 10)
      if (year !== undefined) return
      // Every rule that can reach the variable at all stands in the list.
      const rules = new Set(found.map(({ rule }) => real.pack.rules.indexOf(rule)))
      expect([...rules].sort((a, b) => a - b)).toEqual(real.reach[variableIndex(real, id)])
    }),
    { seed: 73, numRuns: 60 },
  )
})

test('an unknown variable and a year outside the horizon are refused', () => {
  expect(() => pushesOn(model, 'expotrs')).toThrow('"expotrs" is not in this pack')
  expect(() => pushesOn(model, 'exports', 2031)).toThrow('Year 2031 is outside the horizon')
})
