import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packs } from '../../data/index'
import { compile } from '../../lib/engine/compile'
import { load } from '../../lib/pack/load'
import { type Space } from '../../lib/scenario/assignment'
import { decode, encode, restingScreen, type Screen, views } from '../../lib/scenario/codec'
import type { Dropped } from '../../lib/scenario/query'
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
  test('10 000 screens come back as they were, with nothing dropped', () => {
    fc.assert(
      fc.property(anyScreen, (screen) => {
        expect(decode(model, encode(model, screen))).toEqual({ screen, dropped: [], madeWith: null, cited: null })
      }),
      { seed: 14, numRuns: 10_000 },
    )
  })
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

/** An address, the screen it opens (as its difference from the resting one), and what is told as dropped. */
type Row = [what: string, address: string, opens: Partial<Screen>, dropped: Dropped[]]
const dealer = { assignment: { ...resting.assignment, leader: 'dealer' } }
const unknown = (part: string): Dropped => ({ kind: 'unknown', part })
const year = (part: string): Dropped => ({ kind: 'year', part })
const bad: Row[] = [
  ['a repeated key: the first wins', 'leader=dealer&leader=reformer', dealer, [{ kind: 'repeated', part: 'leader' }]],
  ['a repeated version: the first wins', 'v=1&v=2&leader=dealer', dealer, [{ kind: 'repeated', part: 'v' }]],
  ['cut off within a state', 'v=1&pack=1.0.0&leader=dealer&zone=op', dealer, [unknown('zone=op')]],
  ['cut off after a key', 'v=1&leader=dealer&zone', dealer, [unknown('zone=')]],
  ['one character flipped', 'v=1&leader=dealer&zome=open', dealer, [unknown('zome=open')]],
  ['a version of the future: nothing of it is guessed', 'v=2&leader=dealer', {}, [{ kind: 'version', part: '2' }]],
  ['a version that is no number', 'v=__proto__&leader=dealer', {}, [{ kind: 'version', part: '__proto__' }]],
  ['an empty version', 'v=&leader=dealer', {}, [{ kind: 'version', part: '' }]],
  ['an unknown assumption', 'leader=dealer&weather=wet', dealer, [unknown('weather=wet')]],
  ['an unknown state', 'leader=king', {}, [unknown('leader=king')]],
  ['a state of another assumption', 'zone=dealer', {}, [unknown('zone=dealer')]],
  ['an unknown variable', 'open=expotrs', {}, [unknown('open=expotrs')]],
  ['an unknown view', 'view=riscs', {}, [unknown('view=riscs')]],
  ['a kept scenario with markup', 'kept=<b>', {}, [unknown('kept=b')]],
  ['a hash that is none', 'hash=zz&leader=dealer', dealer, []],
  ['a known view', 'view=indicators', { view: 'indicators' }, []],
  ['a word of the language as a view', 'view=constructor', {}, [unknown('view=constructor')]],
  ['an unknown variant', 'base.exports=year-2018', {}, [unknown('base.exports=year-2018')]],
  ['a variant of what has none', 'base.imports=year-2019', {}, [unknown('base.imports=year-2019')]],
  ['a variant of what is derived', 'base.cover=year-2019', {}, [unknown('base.cover=year-2019')]],
  ['a key that only looks like a variant', 'bass.exports=year-2019', {}, [unknown('bass.exports=year-2019')]],
  ['a variant of nothing', 'base.=year-2019', {}, [unknown('base.=year-2019')]],
  ['a scenario: it is no part of an address', 'scenario=dealer-zone', {}, [unknown('scenario=dealer-zone')]],
  [
    'broken percent-encoding',
    'leader=%&zone=%zz&audits=%e0%a4%a',
    {},
    [unknown('leader='), unknown('zone=zz'), unknown('audits=a')],
  ],
  ['an encoded key', '%6Ceader=dealer', dealer, []],
  ['NUL in a state', 'leader=dealer%00', {}, [unknown('leader=dealer')]],
  ['CR LF in a key', 'leader%0D%0ASet-Cookie=dealer', {}, [unknown('leaderSet-Cookie=dealer')]],
  ['a right-to-left override', 'zone=%E2%80%AEnepo', {}, [unknown('zone=nepo')]],
  ['a zero-width space', 'zone=op\u200Ben', {}, [unknown('zone=open')]],
  ['a lone surrogate', 'zone=\uD83D', {}, [unknown('zone=')]],
  ['NaN as a year', 'year=NaN', {}, [year('year=NaN')]],
  ['Infinity as a year', 'year=Infinity', {}, [year('year=Infinity')]],
  ['1e999 as a year', 'year=1e999', {}, [year('year=1e999')]],
  ['-0 as a year', 'year=-0', {}, [year('year=-0')]],
  ['a year that only begins like one', 'year=2025.0', {}, [year('year=2025.0')]],
  ['a year with a space', 'year=+2025', {}, [year('year=2025')]],
  ['an empty year', 'year=', {}, [year('year=')]],
  ['the baseline year, which shows nothing', 'year=2021', {}, [year('year=2021')]],
  ['the year after the horizon', 'year=2027', {}, [year('year=2027')]],
  ['__proto__ as an assumption', '__proto__=dealer', {}, [unknown('__proto__=dealer')]],
  ['constructor as an assumption', 'constructor=dealer', {}, [unknown('constructor=dealer')]],
  ['toString as a state', 'leader=toString', {}, [unknown('leader=toString')]],
  [
    '__proto__ as a variable',
    'open=__proto__&base.__proto__=x',
    {},
    [unknown('open=__proto__'), unknown('base.__proto__=x')],
  ],
  ['script text', 'leader=<script>alert(1)</script>', {}, [unknown('leader=scriptalert1script')]],
  ['an address of another site', 'open=//evil.example/%2F..', {}, [unknown('open=evil.example..')]],
  [
    'a part of 300 characters is cut in the telling',
    `zone=${'x'.repeat(300)}`,
    {},
    [unknown(`zone=${'x'.repeat(35)}`)],
  ],
  ['4 001 characters are not read', `leader=dealer&x=${'y'.repeat(3985)}`, {}, [{ kind: 'size', part: '4001' }]],
  ['17 000 characters', 'leader=dealer&'.repeat(1215).slice(0, 17_000), {}, [{ kind: 'size', part: '17000' }]],
]

describe('a bad address opens with what is good in it, and tells what is dropped', () => {
  test.each(bad)('%s', (_, address, opens, dropped) => {
    expect(decode(model, address)).toEqual({
      screen: { ...resting, ...opens },
      dropped,
      madeWith: null,
      cited: null,
    })
  })
  test('4 000 characters are read', () => {
    const { screen, dropped } = decode(model, `leader=dealer&x=${'y'.repeat(3984)}`)
    expect([screen.assignment['leader'], dropped.length]).toEqual(['dealer', 1])
  })
  test('what is told is plain: letters, digits and a few marks, at most 40', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        for (const { part } of decode(model, text).dropped) expect(part).toMatch(/^[\w=.-]{0,40}$/)
      }),
      { seed: 16, numRuns: 1000 },
    )
  })
  test('a link of another version of the pack opens, and says which', () => {
    expect(decode(model, 'v=1&pack=0.9.0&leader=dealer')).toEqual({
      screen: { ...resting, ...dealer },
      dropped: [],
      madeWith: '0.9.0',
      cited: null,
    })
    expect(decode(model, 'v=1&pack=<b>&leader=dealer').madeWith).toBe('b')
    expect(decode(model, 'v=1&pack=1.0.0&leader=dealer').madeWith).toBeNull()
    expect(decode(model, 'leader=dealer').madeWith).toBeNull()
  })
})

describe('no text makes it throw, and every text opens a screen that the pack allows', () => {
  test('1 000 random byte strings, read as bytes and as UTF-8', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expectLegal(model, decode(model, String.fromCharCode(...bytes)).screen)
        expectLegal(model, decode(model, new TextDecoder().decode(bytes)).screen)
      }),
      { seed: 17, numRuns: 1000 },
    )
  })
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
  test('keys and values of the pack in any disorder', () => {
    const words = [
      'v',
      'pack',
      'year',
      'open',
      'base.exports',
      'leader',
      'zone',
      'dealer',
      '1',
      '2025',
      'year-2019',
      '__proto__',
      '',
    ]
    const pair = fc.tuple(fc.constantFrom(...words), fc.constantFrom(...words)).map((two) => two.join('='))
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 12 }), (pairs) => {
        const { screen } = decode(model, pairs.join('&'))
        expectLegal(model, screen)
        expect(decode(model, encode(model, screen)).screen).toEqual(screen)
      }),
      { seed: 18, numRuns: 2000 },
    )
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

  /** Links of released versions. Never change a row: add one when the format or a released pack changes. */
  test.each<[string, Record<string, string>, Partial<Screen>]>([
    ['', {}, {}],
    ['v=1&pack=1.0.0&leadership=castillo-stays', { leadership: 'castillo-stays' }, {}],
    ['v=1&pack=1.0.0&leadership=leftist-successor&year=2028', { leadership: 'leftist-successor' }, { year: 2028 }],
    [
      'v=1&pack=1.0.0&leadership=transactional-successor&chancay-sez=approved&year=2030&open=callao-displaced',
      { leadership: 'transactional-successor', 'chancay-sez': 'approved' },
      { year: 2030, open: 'callao-displaced' },
    ],
    [
      'v=1&pack=1.0.0&open-contracting=adopted&rule-enforcement=strengthened&callao-expansion=approved&partner-assistance=stepped-up',
      {
        'open-contracting': 'adopted',
        'rule-enforcement': 'strengthened',
        'callao-expansion': 'approved',
        'partner-assistance': 'stepped-up',
      },
      {},
    ],
    [
      'v=1&pack=1.0.0&base.imports-from-prc=2020&open=trade-total',
      {},
      { variants: { 'imports-from-prc': '2020' }, open: 'trade-total' },
    ],
    ['v=1&pack=1.0.0&year=2023&view=indicators', {}, { year: 2023, view: 'indicators' }],
    [
      'v=1&pack=1.1.0&chancay-sez=approved&chancay-timetable=on-schedule&year=2030&open=zone-enclave',
      { 'chancay-sez': 'approved', 'chancay-timetable': 'on-schedule' },
      { year: 2030, open: 'zone-enclave' },
    ],
    ['chancay-sez=approved', { 'chancay-sez': 'approved' }, {}],
    ['kept=k3f9a2&chancay-sez=approved', { 'chancay-sez': 'approved' }, { kept: 'k3f9a2' }],
  ])('opens "%s" as it always has', (link, states, rest) => {
    const screen = { ...still, assignment: { ...still.assignment, ...states }, ...rest }
    const [, made = null] = /pack=([^&]+)/.exec(link) ?? []
    expect(decode(peru, link)).toEqual({ screen, dropped: [], madeWith: made, cited: null })
    if (made) expect(encode(peru, screen)).toBe(link.replace(made, peru.pack.meta.version))
  })
})
