import { strict as assert } from 'node:assert'
import fc from 'fast-check'
import { packs } from '../../data/index'
import { compile, type Model } from '../../lib/engine/compile'
import { type Change, keyOf, readChange, writeChange } from '../../lib/pack/challenge'
import type { Space } from '../../lib/scenario/assignment'
import {
  decodeEvidence,
  decodeMethod,
  decodeRules,
  encodeEvidence,
  encodeMethod,
  encodeRules,
  factFilters,
  ruleGroups,
  ruleViews,
} from '../../lib/scenario/browsing'
import { decode, encode, views } from '../../lib/scenario/codec'
import {
  comparedViews,
  type Comparison,
  decodeComparison,
  encodeComparison,
  type Place,
  renameColumns,
  restingComparison,
  sorts,
} from '../../lib/scenario/comparison'
import { shorten, storedId } from '../../lib/scenario/long'
import { decodePresenting, encodePresenting, paperParts, papers } from '../../lib/scenario/presenting'
import type { Decoded, Shown } from '../../lib/scenario/query'
import { anyAssignment, anyChange, anyChanges } from '../fixtures/arbitrary'
import { sound } from '../fixtures/sound'
import { tinyModel } from '../fixtures/tiny-model'
import { expectSame, type Law, law, slow } from './law'
import { anyText, changedText } from './mutations'

/** Addresses: every page's own, what is taken out of a long one, and the changes in them. */

const tiny = tinyModel()
const peru = compile(sound(packs['peru-prc']))

/** One page whose screen an address holds. */
interface Page<Screen extends Shown> {
  readonly name: string
  readonly model: Model
  readonly any: () => fc.Arbitrary<Screen>
  readonly encode: (space: Space, screen: Screen) => string
  readonly decode: (space: Space, text: string) => Decoded<Screen>
}

/** The laws of one page's address. */
function lawsOf<Screen extends Shown>(page: Page<Screen>): Law[] {
  const { name, model, any } = page
  const comesBack = (screen: Screen) => {
    const address = page.encode(model, screen)
    expectSame(page.decode(model, address), { screen, dropped: [], madeWith: null, cited: null })
    return address
  }
  return [
    law(`address of ${name}: there and back`, 'a screen comes back as it was, and its address after it', any, (screen) => {
      const address = comesBack(screen)
      assert.equal(page.encode(model, page.decode(model, address).screen), address)
    }),
    law(
      `address of ${name}: any text`,
      'any text opens a screen that the pack allows, says plainly what it dropped, and has an address of its own',
      () => anyAddress(any().map((screen) => page.encode(model, screen)), model),
      (text) => {
        const { screen, dropped, madeWith, cited } = page.decode(model, text)
        for (const { part } of dropped) assert.match(part, /^[\w=.*-]{0,40}$/)
        assert.match(madeWith ?? '', /^[\w=.-]{0,40}$/)
        assert.match(cited ?? '', /^[0-9a-f]{0,64}$/)
        comesBack(screen)
      },
    ),
  ] // prettier-ignore
}

/** Any text that stands after a "?": of no address, of a changed one, or of known words in disorder. */
function anyAddress(sound: fc.Arbitrary<string>, { pack }: Model): fc.Arbitrary<string> {
  const ids = [pack.meta.sectors, pack.evidence, pack.assumptions, pack.variables, pack.rules, pack.links].flatMap(
    (records) => records.slice(0, 8).map(({ id }) => id),
  )
  const states = pack.assumptions.flatMap((assumption) => assumption.states.map(({ id }) => id))
  const keys = ['v', 'pack', 'hash', 'mine', 'year', 'open', 'view', 'kept', 'a', 'b', 'c', 'd', 'ref', 'pair', 'sort', 'kept.a', 'as.b', 'charts', 'all', 'deck', 'slide', 'paper', 'parts', 'by', 'of', 'rule', 'link', 'only', 'section', 'fact', '__proto__', 'base.exports', 'off.dealer-bribes', 'timing.dealer-bribes', 'effect.dealer-bribes.bribery', 'start.exports'] // prettier-ignore
  const values = ['1', '2', '', '2025', '1.0.0', 'year-2019', 'risks', 'base', 'a.b', '-a', 'cards_roles', 'none', 'pack', 'k1', '1_2_3', '2024_1', '10_8_12', 'dealer-zone*', 'dealer-zone_zone.closed', 'constructor'] // prettier-ignore
  const key = fc.oneof(
    fc.constantFrom(...keys),
    fc.constantFrom(...ids).chain((id) => fc.constantFrom(id, `at.${id}`)),
  )
  const pair = fc.tuple(key, fc.constantFrom(...values, ...ids, ...states)).map((two) => two.join('='))
  return fc.oneof(
    { weight: 1, arbitrary: anyText() },
    { weight: 3, arbitrary: fc.array(pair, { maxLength: 12 }).map((pairs) => pairs.join('&')) },
    { weight: 3, arbitrary: sound.chain(changedText) },
    { weight: 1, arbitrary: fc.tuple(sound, sound).map((two) => two.join('&')) },
  )
}

const shown = (model: Model, changes = 2, variants: Record<string, string> = { exports: 'year-2019' }) => ({
  changes: anyChanges(model.pack, changes),
  variants: fc.constantFrom({}, variants),
  year: fc.constantFrom(...model.years.slice(1)),
  open: idsOf(model.pack.variables),
})
const idsOf = (records: readonly { id: string }[]) => fc.constantFrom(null, ...records.map(({ id }) => id))
const anyKept = fc.option(fc.stringMatching(/^[a-z0-9]{1,20}$/))

const explore = (name: string, model: Model, variants?: Record<string, string>) =>
  lawsOf({
    name,
    model,
    any: () =>
      fc.record({
        ...shown(model, 3, variants),
        assignment: anyAssignment(model),
        beside: fc.boolean(),
        view: fc.constantFrom(...views),
        kept: anyKept,
      }),
    encode,
    decode,
  })

const anyEvidence = () =>
  fc.record({
    ...shown(tiny),
    section: idsOf(tiny.pack.meta.sectors),
    only: fc.subarray([...factFilters]),
    fact: idsOf(tiny.pack.evidence),
  })

const anyRules = () =>
  fc.record({
    ...shown(tiny),
    assignment: anyAssignment(tiny),
    view: fc.constantFrom(...ruleViews),
    by: fc.constantFrom(...ruleGroups),
    of: idsOf([...tiny.pack.assumptions, ...tiny.pack.variables, ...tiny.pack.meta.sectors]),
    rule: idsOf(tiny.pack.rules),
    link: idsOf(tiny.pack.links),
  })

const anyPresenting = () =>
  fc.record({
    ...shown(tiny),
    deck: anyKept,
    slide: fc.option(fc.stringMatching(/^[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,4}$/)),
    toggled: fc
      .tuple(anyAssignment(tiny), fc.subarray([...tiny.states.keys()]))
      .map(([all, some]) => Object.fromEntries(some.map((id) => [id, all[id] ?? '']))),
    paper: fc.constantFrom(...papers),
    parts: fc.subarray([...paperParts]),
  })

/** Up to eighty changes, as many as somebody doubts who doubts all: about half of them are too long for an address. */
const manyChanges = () => fc.uniqueArray(anyChange(peru.pack), { maxLength: 80, size: 'max', selector: keyOf })

function anyComparison(): fc.Arbitrary<Comparison> {
  const resting = restingComparison(peru)
  const indicators = peru.variables.filter(({ kind }) => kind === 'indicator').map(({ id }) => id)
  const column = fc.record(
    {
      assignment: fc.oneof(anyAssignment(peru), fc.constantFrom(...resting.columns.map((own) => own.assignment))),
      kept: anyKept,
      asPack: fc.constant(true as const),
    },
    { requiredKeys: ['assignment', 'kept'] },
  )
  const part = {
    ...shown(peru, 2, { 'imports-from-prc': '2020' }),
    columns: fc.array(column, { minLength: 1, maxLength: 4 }),
    charts: fc.subarray(indicators, { maxLength: 8 }),
    all: fc.boolean(),
    view: fc.constantFrom(...comparedViews),
  }
  return fc
    .tuple(fc.record(part), fc.nat(), fc.nat(), fc.nat(), fc.constantFrom(...sorts), fc.boolean())
    .map(([own, reference, first, second, by, up]) => {
      const places: Place[] = [null, ...own.columns.map((_, i) => i)]
      const from = places[first % places.length] ?? null
      const others = places.filter((place) => place !== from)
      const sorted = ['a', 'b', 'c', 'd'].indexOf(by) < own.columns.length ? by : 'spread'
      return {
        ...own,
        reference: places[reference % places.length] ?? null,
        pair: [from, others[second % others.length] ?? null] as const,
        sort: { by: sorted, up: sorted === 'pack' || up },
      }
    })
}

export const addressLaws: readonly Law[] = [
  ...explore('Explore', tiny),
  ...explore('Explore with the pack of Peru', peru, { 'imports-from-prc': '2020' }),
  ...lawsOf({ name: 'Compare', model: peru, any: anyComparison, encode: encodeComparison, decode: decodeComparison }),
  ...lawsOf({ name: 'Evidence', model: tiny, any: anyEvidence, encode: encodeEvidence, decode: decodeEvidence }),
  ...lawsOf({ name: 'Rules', model: tiny, any: anyRules, encode: encodeRules, decode: decodeRules }),
  ...lawsOf({
    name: 'Method',
    model: tiny,
    any: () => fc.record({ ...shown(tiny), assignment: anyAssignment(tiny) }),
    encode: encodeMethod,
    decode: decodeMethod,
  }),
  ...lawsOf({ name: 'Present', model: tiny, any: anyPresenting, encode: encodePresenting, decode: decodePresenting }),
  law(
    'address too long: there and back',
    'an address too long is shortened to 2 000 characters, and with what is stored it is the same screen',
    () => fc.tuple(anyAssignment(peru), manyChanges()),
    ([assignment, changes]) => {
      const screen = { ...decode(peru, '').screen, assignment, changes }
      const whole = encode(peru, screen)
      const made = shorten(whole)
      assert.equal(made === null, whole.length <= 2000)
      if (!made) return
      assert.ok(made.text.length <= 2000)
      assert.equal(storedId(made.text), made.id)
      const { screen: back, dropped } = decode(peru, made.text, made.stored)
      expectSame([back, dropped], [screen, []])
      expectSame(shorten(whole), made)
    },
    { most: 200_000, few: 2000 },
  ),
  law(
    'address of a stored change: any text',
    'any text names nothing stored, or what is as plain as an id; shortened it is no longer',
    () => fc.oneof(anyText(3000), anyText(40).map((text) => `mine=${text}`)),
    (text) => {
      assert.match(storedId(text) ?? 'a', /^[a-z0-9]{1,30}$/)
      const made = shorten(text)
      if (made) assert.equal(storedId(made.text), made.id)
    },
  ),
  law(
    'change of the model: there and back',
    'a change comes back from its key and its text, whatever its numbers',
    () => anyChange(peru.pack),
    (own) => expectSame(readChange(keyOf(own), writeChange(own)), own),
  ),
  law(
    'change of the model: any text',
    'any key and text are no change, or one that is written and read as itself',
    () => fc.tuple(fc.oneof(anyText(30), anyKey()), fc.oneof(anyText(30), anyNumbers())),
    ([key, text]) => {
      const made: Change | null = readChange(key, text)
      if (made) expectSame(readChange(keyOf(made), writeChange(made)), made)
    },
  ),
  law(
    'columns named anew',
    'columns named by kept scenarios of this browser show the same, and named again are the same',
    () => fc.tuple(anyComparison(), fc.array(fc.tuple(fc.stringMatching(/^[a-z0-9]{1,20}$/), anyAssignment(peru)), { maxLength: 3 })),
    ([comparison, kept]) => {
      const own = [...kept.map(([id, assignment]) => ({ id, assignment })), { id: 'first', assignment: comparison.columns[0]!.assignment }]
      const named = renameColumns(peru, encodeComparison(peru, comparison), own)
      assert.equal(renameColumns(peru, named, own), named)
      const { screen } = decodeComparison(peru, named)
      const bare = ({ columns, ...rest }: Comparison) => ({ ...rest, columns: columns.map((column) => ({ ...column, kept: null })) })
      expectSame(bare(screen), bare(comparison))
      for (const { kept: id, assignment } of screen.columns) if (id !== null) assert.ok(own.some((one) => one.id === id && JSON.stringify(sorted(one.assignment)) === JSON.stringify(sorted(assignment)))) // prettier-ignore
    },
    slow,
  ),
] // prettier-ignore

const sorted = (record: Readonly<Record<string, string>>) => Object.entries(record).sort()
const anyKey = () =>
  fc
    .tuple(
      fc.constantFrom('effect', 'timing', 'off', 'start', 'else'),
      fc.array(fc.constantFrom('a', 'b-c', '', '__proto__'), { maxLength: 3 }),
    ) // prettier-ignore
    .map(([kind, ids]) => [kind, ...ids].join('.'))
const anyNumbers = () =>
  fc
    .array(fc.oneof(fc.double(), fc.integer(), fc.constantFrom('1e21', '-0', '', '1e999', '00', '.5')), {
      maxLength: 4,
    })
    .map((numbers) => numbers.join('_'))
