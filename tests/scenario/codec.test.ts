import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packs } from '../../data/index'
import { compile } from '../../lib/engine/compile'
import { load } from '../../lib/pack/load'
import { type Space } from '../../lib/scenario/assignment'
import { decode, encode, restingScreen, type Screen, views } from '../../lib/scenario/codec'
import { anyAssignment, anyChanges } from '../fixtures/arbitrary'
import { tinyModel } from '../fixtures/tiny-model'
import { tinyPack } from '../fixtures/tiny-pack'

const model = tinyModel()
const resting = restingScreen(model)

const anyScreen: fc.Arbitrary<Screen> = fc.record({
  assignment: anyAssignment(model),
  changes: anyChanges(model.pack, 3),
  beside: fc.boolean(),
  variants: fc.constantFrom({}, { exports: 'year-2019' }),
  year: fc.constantFrom(...model.years.slice(1)),
  open: fc.constantFrom(null, ...model.variables.map((v) => v.id)),
  view: fc.constantFrom(...views),
  kept: fc.constantFrom(null, 'k3f9a2', '7'),
})

/** Expect a screen that the pack allows in every part. */
function expectLegal(space: Space, { assignment, variants, year, open, view }: Screen) {
  const { horizon, year: usual } = space.pack.meta
  expect(Object.keys(assignment)).toEqual(Object.keys(space.baseline))
  for (const [id, state] of Object.entries(assignment)) expect(space.states.get(id)).toContain(state)
  for (const [id, variant] of Object.entries(variants)) {
    const variable = space.pack.variables.find((v) => v.id === id)
    expect(variable && 'variants' in variable && variable.variants?.map((v) => v.id)).toContain(variant)
  }
  expect(year === usual || (year > horizon.first && year <= horizon.last)).toBe(true)
  expect(views).toContain(view)
  expect(open === null || space.pack.variables.some((v) => v.id === open)).toBe(true)
}

describe('there and back', () => {
  test('the resting screen is the empty text, and no other screen is', () => {
    expect(encode(model, resting)).toBe('')
    expect(decode(model, '')).toEqual({ screen: resting, dropped: [], madeWith: null, cited: null })
    fc.assert(
      fc.property(anyScreen, (screen) => {
        const same = JSON.stringify(screen) === JSON.stringify(resting)
        expect(encode(model, screen) === '').toBe(same)
      }),
      { seed: 15, numRuns: 500 },
    )
  })
  test('equal screens have equal addresses, in whatever order they were made', () => {
    const [a, b] = [
      { zone: 'open', leader: 'dealer', audits: 'current' },
      { ...resting.assignment, leader: 'dealer', zone: 'open' },
    ]
    expect(encode(model, { ...resting, assignment: a })).toBe(encode(model, { ...resting, assignment: b }))
    expect(encode(model, { ...resting, assignment: a })).toBe('v=1&pack=1.0.0&leader=dealer&zone=open')
  })
  test('so have equal variants', () => {
    const [, exports] = tinyPack().variables
    const two = tinyModel({ 'variables[2].variants': exports && 'variants' in exports && exports.variants })
    const variants = { exports: 'year-2019', imports: 'year-2019' }
    const reversed = { imports: 'year-2019', exports: 'year-2019' }
    const address = encode(two, { ...resting, variants })
    expect(address).toBe('v=1&pack=1.0.0&base.exports=year-2019&base.imports=year-2019')
    expect(encode(two, { ...resting, variants: reversed })).toBe(address)
    expect(decode(two, address).screen.variants).toEqual(variants)
  })
  test('a leading question mark is allowed', () => {
    expect(decode(model, '?v=1&zone=open').screen.assignment).toEqual({ ...resting.assignment, zone: 'open' })
  })
})

describe('no text makes it throw, and every text opens a screen that the pack allows', () => {
  test('every link cut off at every place, and with each character flipped', () => {
    const link = encode(model, {
      assignment: { leader: 'dealer', zone: 'open', audits: 'strict' },
      variants: { exports: 'year-2019' },
      kept: 'k1',
      year: 2025,
      open: 'cover',
      view: 'sectors',
      beside: true,
      changes: [
        {
          kind: 'effect',
          rule: model.pack.rules[0]!.id,
          variable: model.pack.rules[0]!.effects[0]!.variable,
          low: 1,
          central: 1.5,
          high: 2,
        },
      ],
    })
    for (let i = 0; i < link.length; i++) {
      expectLegal(model, decode(model, link.slice(0, i)).screen)
      for (const other of ['=', '&', '%', '\u0000', 'z'])
        expectLegal(model, decode(model, link.slice(0, i) + other + link.slice(i + 1)).screen)
    }
  })
})

describe('the Peru pack', () => {
  const result = load(packs['peru-prc'])
  if (!result.ok) throw new Error('The Peru pack does not load: see packs.test.ts')
  const peru = compile(result.value)
  const still = restingScreen(peru)
  const longest = (ids: readonly string[]) => ids.reduce((a, b) => (b.length > a.length ? b : a), '')

  test('an everyday link is at most 120 characters: one change, another year, an explanation open', () => {
    const lengths = [...peru.states].flatMap(([id, states]) =>
      states.map(
        (state) =>
          encode(peru, {
            ...still,
            assignment: { ...still.assignment, [id]: state },
            year: 2030,
            open: 'callao-displaced',
          }).length,
      ),
    )
    expect(Math.max(...lengths)).toBeLessThanOrEqual(120)
    expect(encode(peru, still)).toBe('')
  })
  test('the longest legal link is at most 2 000 characters', () => {
    const states = [...peru.states].map(([id, states]) => [
      id,
      longest(states.filter((state) => state !== still.assignment[id])),
    ])
    const variants = peru.variables.flatMap((v) =>
      'variants' in v && v.variants ? [[v.id, longest(v.variants.map((x) => x.id))]] : [],
    )
    const worst = {
      assignment: Object.fromEntries(states),
      variants: Object.fromEntries(variants),
      year: 2030,
      open: longest([...peru.indexOf.keys()]),
      view: 'opportunities' as const,
      kept: 'abcdefghij0123456789',
      beside: true,
      changes: [],
    }
    expectLegal(peru, worst)
    expect(encode(peru, worst).length).toBeLessThanOrEqual(2000)
    expect(decode(peru, encode(peru, worst)).screen).toEqual(worst)
  })
})
