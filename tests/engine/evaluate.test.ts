import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile, failingCondition, type Model, variableIndex, yearIndex } from '../../lib/engine/compile'
import { type Assignment, evaluate, type Outcome } from '../../lib/engine/evaluate'
import { ramp } from '../../lib/engine/ramp'
import { sizeOnScale } from '../../lib/engine/scale'
import { put } from '../fixtures/put'
import { tinyModel } from '../fixtures/tiny-model'
import { tinyPack } from '../fixtures/tiny-pack'

const model = tinyModel()
const resting = model.baseline
const dealerZone = { ...resting, leader: 'dealer', zone: 'open' }

function path(model: Model, outcome: Outcome, id: string): number[] {
  return [...outcome.paths[variableIndex(model, id)]!]
}

function expectNear(values: readonly number[], expected: readonly number[], digits = 12) {
  expect(values.length).toBe(expected.length)
  values.forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, digits))
}

describe('at the baseline nothing moves', () => {
  test('every path is flat at its baseline, to the bit', () => {
    const outcome = evaluate(model, resting)
    for (const [id, value] of Object.entries({ bribery: 0.2, exports: 10, imports: 5, cover: 2, berths: 0 }))
      expect(path(model, outcome, id)).toEqual(Array(6).fill(value))
    for (const shift of outcome.shifts) expect([...shift]).toEqual(Array(6).fill(0))
  })
  test('a state that no rule mentions moves nothing', () => {
    expect(evaluate(model, { ...resting, leader: 'reformer' }).paths).toEqual(evaluate(model, resting).paths)
  })
})

describe('by hand: a dealer, and the zone opens', () => {
  const outcome = evaluate(model, dealerZone)
  const chance = (odds: number) => odds / (1 + odds)
  test('exports take both factors, each with its ramp', () => {
    expectNear(path(model, outcome, 'exports'), [10, 11, 11 * Math.sqrt(1.2), 13.2, 13.2, 13.2])
  })
  test('imports follow exports a year later, with half their growth', () => {
    const half = (factor: number) => 5 * Math.sqrt(factor)
    const full = half(1.32)
    expectNear(path(model, outcome, 'imports'), [5, 5, half(1.1), half(1.1 * Math.sqrt(1.2)), full, full])
  })
  test('the odds of bribery double, and the interaction comes and fades', () => {
    const odds = [0.25, 0.5 * Math.sqrt(1.5), 0.75, 0.75, 0.5 * Math.sqrt(1.5), 0.5]
    expectNear(path(model, outcome, 'bribery'), odds.map(chance))
  })
  test('berths open in steps of their unit', () => {
    expectNear(path(model, outcome, 'berths'), [0, 0, 2, 4, 4, 4])
  })
  test('the derived ratio is the ratio of the natural values', () => {
    const [exports, imports] = [path(model, outcome, 'exports'), path(model, outcome, 'imports')]
    expect(path(model, outcome, 'cover')).toEqual(exports.map((value, t) => value / imports[t]!))
  })
  test('a "not" condition that fails keeps the interaction out', () => {
    const audited = evaluate(model, { ...dealerZone, audits: 'strict' })
    const strength = [0, 0.25, 0.5, 0.75, 1, 1]
    const odds = strength.map((s, t) => 0.25 * (t > 0 ? 2 : 1) * 0.5 ** s)
    expectNear(path(model, audited, 'bribery'), odds.map(chance))
  })
})

test('a baseline variant is the start of its variable and of what derives from it, and of nothing else', () => {
  const plain = evaluate(model, dealerZone)
  const varied = evaluate(model, dealerZone, { exports: 'year-2019' })
  expectNear(
    path(model, varied, 'exports'),
    path(model, plain, 'exports').map((value) => 0.8 * value),
  )
  expectNear(
    path(model, varied, 'cover'),
    path(model, plain, 'cover').map((value) => 0.8 * value),
  )
  for (const id of ['imports', 'bribery', 'berths']) expect(path(model, varied, id)).toEqual(path(model, plain, id))
  expect(evaluate(model, resting, { exports: 'no-such' }).paths).toEqual(evaluate(model, resting).paths)
})

test('sums and differences, and formulas of formulas listed before their parts, are worked out in order', () => {
  const derived = (id: string, op: string, ...of: string[]) => ({ ...tinyPack().variables[3], id, formula: { op, of } })
  const [exports, imports] = tinyPack().variables.slice(1)
  const model = tinyModel({
    'variables[1]': derived('share', 'ratio', 'balance', 'total'),
    'variables[2]': derived('balance', 'difference', 'exports', 'imports'),
    'variables[3]': derived('total', 'sum', 'exports', 'imports'),
    'variables[5]': exports,
    'variables[6]': imports,
    'meta.featured': [],
  })
  expect(model.formulas.map(({ index }) => index)).toEqual([2, 3, 1])
  const outcome = evaluate(model, dealerZone)
  const [out, into] = [path(model, outcome, 'exports'), path(model, outcome, 'imports')]
  expect(path(model, outcome, 'share')).toEqual(out.map((x, t) => (x - into[t]!) / (x + into[t]!)))
})

const assignments = fc.record(
  Object.fromEntries([...model.states].map(([id, states]) => [id, fc.constantFrom(...states)])),
) as fc.Arbitrary<Assignment>

/** The equations of the model page, year by year, without compiled responses. */
function recurrence({ pack, years }: Model, assignment: Assignment): Map<string, number[]> {
  const shifts = new Map(pack.variables.map((v) => [v.id, years.map(() => 0)]))
  years.forEach((year, t) => {
    for (const [id, shift] of shifts) {
      const variable = pack.variables.find((v) => v.id === id)
      if (!variable || variable.scale === 'derived') continue
      for (const rule of pack.rules)
        for (const effect of rule.effects)
          if (effect.variable === id && failingCondition(rule, assignment) === null)
            shift[t]! += ramp(rule, year) * sizeOnScale(variable.scale, effect.central)
      for (const link of pack.links)
        if (link.to === id && t >= link.lag) shift[t]! += link.strength * shifts.get(link.from)![t - link.lag]!
    }
  })
  return shifts
}

test('compiled responses give what the equations give year by year, through loops, chains and parallel links', () => {
  const link = fc.record({
    from: fc.constantFrom('exports', 'imports', 'bribery', 'berths'),
    to: fc.constantFrom('exports', 'imports', 'bribery', 'berths'),
    strength: fc.double({ min: -0.2, max: 0.2, noNaN: true }),
    lag: fc.integer({ min: 1, max: 4 }),
  })
  fc.assert(
    fc.property(fc.array(link, { maxLength: 5 }), assignments, (links, assignment) => {
      const whole = links.map((l, i) => ({ ...tinyPack().links[0], ...l, id: `link-${i}` }))
      const looped = compile({ ...tinyPack(), links: whole } as ReturnType<typeof tinyPack>)
      const { shifts } = evaluate(looped, assignment)
      for (const [id, expected] of recurrence(looped, assignment))
        expectNear([...shifts[variableIndex(looped, id)]!], expected)
    }),
    { seed: 6, numRuns: 300 },
  )
})

test('without the interaction, the shifts of single toggles add up to the shift of all', () => {
  const additive = tinyModel({ rules: tinyPack().rules.filter((rule) => rule.when.length === 1) })
  const toggles = [{ leader: 'dealer' }, { zone: 'open' }, { audits: 'strict' }]
  const single = toggles.map((toggle) => evaluate(additive, { ...resting, ...toggle }).shifts)
  const all = evaluate(additive, Object.assign({ ...resting }, ...toggles)).shifts
  all.forEach((shift, v) =>
    expectNear(
      [...shift],
      [...shift].map((_, t) => single.reduce((sum, shifts) => sum + shifts[v]![t]!, 0)),
    ),
  )
})

test('the order of rules and of links does not matter', () => {
  const pack = tinyPack()
  put(pack, 'links[1]', { ...pack.links[0], id: 'back', from: 'imports', to: 'exports', strength: 0.3, lag: 1 })
  put(pack, 'links[2]', { ...pack.links[0], id: 'beside', from: 'berths', to: 'imports', strength: 0.01, lag: 2 })
  const forward = compile(pack)
  const order = fc.shuffledSubarray(pack.rules, { minLength: pack.rules.length })
  const linked = fc.shuffledSubarray(pack.links, { minLength: pack.links.length })
  fc.assert(
    fc.property(assignments, order, linked, (assignment, rules, links) => {
      const shuffled = evaluate(compile({ ...pack, rules, links }), assignment)
      evaluate(forward, assignment).paths.forEach((path, v) => expectNear([...shuffled.paths[v]!], [...path], 12))
    }),
    { seed: 7, numRuns: 200 },
  )
})

describe('what cannot be computed is named', () => {
  test('a value that is not finite names its variable and year', () => {
    const pack = tinyPack()
    put(pack, 'variables[3].formula.of', ['exports', 'berths'])
    expect(() => evaluate(compile(pack), resting)).toThrow('"cover" is not a finite number in 2021')
    put(pack, 'variables[3].formula', { op: 'ratio', of: ['exports', 'imports'] })
    put(pack, 'rules[1].effects[0].central', 1e308)
    put(pack, 'variables[1].baseline.value', 1e200)
    expect(() => evaluate(compile(pack), { ...resting, zone: 'open' })).toThrow(
      '"exports" is not a finite number in 2023',
    )
  })
  test('a year outside the horizon and a variable of another pack are refused', () => {
    expect([yearIndex(model, 2021), yearIndex(model, 2026)]).toEqual([0, 5])
    expect(() => yearIndex(model, 2027)).toThrow('Year 2027 is outside the horizon 2021–2026')
    expect(() => variableIndex(model, 'expotrs')).toThrow('"expotrs" is not in this pack')
  })
  test.each([
    ['rules[0].effects[0].variable', 'nobody'],
    ['rules[0].effects[0].variable', 'cover'],
    ['links[0].to', 'nobody'],
    ['variables[3].formula.of[0]', 'nobody'],
  ])('a pack that was not loaded does not compile: %s = %s', (place, id) => {
    expect(() => compile(put(tinyPack(), place, id))).toThrow(`"${id}" is not in this pack`)
  })
  test('nor does a pack with an assumption that rests nowhere', () => {
    expect(() => compile(put(tinyPack(), 'assumptions[1].states[0].baseline', undefined))).toThrow('"zone"')
  })
})

test('a rule tells the first condition that an assignment fails, and null where it fires', () => {
  const interaction = model.pack.rules[2]!
  expect(failingCondition(interaction, resting)).toBe(interaction.when[0])
  expect(failingCondition(interaction, { ...dealerZone, zone: 'closed', audits: 'strict' })).toBe(interaction.when[1])
  expect(failingCondition(interaction, { ...dealerZone, audits: 'strict' })).toBe(interaction.when[2])
  expect(failingCondition(interaction, dealerZone)).toBeNull()
  expect(failingCondition(interaction, {})).toBe(interaction.when[0])
})

test('a model knows which rules can reach each variable, through links and formulas too', () => {
  const reach = (of: Model) => Object.fromEntries([...of.indexOf].map(([id, v]) => [id, of.reach[v]]))
  expect(reach(model)).toEqual({ bribery: [0, 2, 3], exports: [0, 1], imports: [0, 1], cover: [0, 1], berths: [1] })
  const linked = tinyModel({ 'links[0].from': 'bribery' })
  expect(reach(linked)).toMatchObject({ imports: [0, 2, 3], cover: [0, 1, 2, 3] })
})

test('a model knows its years, its baseline and the states of each assumption in order', () => {
  expect(model.years).toEqual([2021, 2022, 2023, 2024, 2025, 2026])
  expect(model.baseline).toEqual({ leader: 'stays', zone: 'closed', audits: 'current' })
  expect([...model.states]).toEqual([
    ['leader', ['stays', 'dealer', 'reformer']],
    ['zone', ['closed', 'open']],
    ['audits', ['current', 'strict']],
  ])
})
