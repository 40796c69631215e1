import { strict as assert } from 'node:assert'
import fc from 'fast-check'
import { packs } from '../../data/index'
import { workshops } from '../../data/workshops'
import { readDeckFile, writeDeckFile } from '../../lib/deck/file'
import { readKeptDeck } from '../../lib/deck/kept-deck'
import { loadWorkshop } from '../../lib/deck/load'
import type { Deck, Slide } from '../../lib/deck/schema'
import { freshSession, readSession, type Session } from '../../lib/deck/session'
import { blankSlide, starterDeck } from '../../lib/deck/starter'
import { load } from '../../lib/pack/load'
import { forbidden } from '../../lib/pack/scan'
import { type FiledChange, readScenarioFile, writeScenarioFile } from '../../lib/scenario/file'
import { fit } from '../../lib/scenario/kept'
import { readKept } from '../../lib/scenario/kept-record'
import { anyAssignment, anyChanges } from '../fixtures/arbitrary'
import { sound } from '../fixtures/sound'
import { tinyModel } from '../fixtures/tiny-model'
import { expectSame, type Law, law, valueOrRefusal, slow } from './law'
import { anyText, changedText, changedValue } from './mutations'

/** Files that people hand each other, what browsers keep, and what windows send: scenarios, decks, sessions. */

const model = tinyModel()
const { pack } = model
const named = { id: 'tiny', version: '1.0.0', hash: '0123456789abcdef' }
/** An id: none is a word of the language, such as "constructor". */
const word = fc
  .stringMatching(/^[a-z0-9]{1,12}(-[a-z0-9]{1,8}){0,2}$/)
  .filter((id) => !(id in Object.prototype) && !forbidden.has(id))
/** Text that a file may hold: something to read, and nothing hidden. */
const shown = (most: number) => fc.string({ unit: fc.constantFrom(...'aZñ¿é%0 =+-@"\\<&{}漢🙂'), maxLength: most - 1 }).map((text) => [...`G${text}`].slice(0, most / 2).join('')) // prettier-ignore
const both = (most: number) => fc.record({ en: shown(most), es: shown(most) })
const reason = fc.option(shown(60), { nil: undefined })

const anyScenarioFile = () =>
  fc
    .record({
      scenarios: fc.array(
        fc.record({
          name: shown(80),
          note: fc.string({ unit: fc.constantFrom(...'aé\n "\\'), maxLength: 60 }),
          assignment: fc.oneof(fc.dictionary(word, word, { maxKeys: 12, noNullPrototype: true }), anyAssignment(model)),
          savedAt: fc.constantFrom('2022-07-01T10:00:00.000Z', '2022-07-01T10:00:00Z', '2022-07-01T10:00:00-05:00'),
        }),
        { maxLength: 6 },
      ),
      compared: fc.boolean(),
      changes: fc.tuple(anyChanges(pack, 4), fc.array(reason, { minLength: 4, maxLength: 4 })),
    })
    .map(({ scenarios, compared, changes: [changes, reasons] }) => ({
      pack: named,
      ...(compared && { comparison: { query: 'v=1&pack=1.0.0&a=dealer-zone_audits.strict&kept.a=k1' } }),
      ...(changes.length > 0 && {
        changes: changes.map((own, i): FiledChange => {
          const why = reasons[i]
          return why === undefined ? own : { ...own, reason: why }
        }),
      }),
      scenarios,
    }))

const anyStates = () =>
  fc.tuple(anyAssignment(model), fc.subarray([...model.states.keys()])).map(([all, some]) => Object.fromEntries(some.map((id) => [id, all[id] ?? '']))) // prettier-ignore

/** Any sound slide on the tiny pack. */
function anySlide(id: string): fc.Arbitrary<Slide> {
  const variable = fc.constantFrom(...pack.variables.map((own) => own.id))
  const risks: fc.Arbitrary<string[]> = fc.constant(['bribery'])
  const label = both(60)
  const chart: fc.Arbitrary<Slide['chart']> = fc.oneof(
    fc.record({ kind: fc.constant('ladder' as const), variables: risks }),
    fc.record({ kind: fc.constant('path' as const), variable }),
    fc.record({ kind: fc.constant('comparison' as const), variables: risks, columns: fc.array(fc.record({ label, states: anyStates() }), { minLength: 1, maxLength: 4 }) }), // prettier-ignore
    fc.record({ kind: fc.constant('waterfall' as const), variable, from: anyStates() }),
    fc.record({ kind: fc.constant('map' as const), sectors: fc.subarray(['trade', 'ports']) }),
    fc.record({ kind: fc.constant('text' as const), lines: fc.array(both(200), { maxLength: 4 }) }),
  )
  const claim: fc.Arbitrary<Slide['claims'][number]> = fc.oneof(
    fc.record({ kind: fc.constant('moves' as const), variable, way: fc.constantFrom('up' as const, 'down' as const, 'holds' as const) }), // prettier-ignore
    fc.record({ kind: fc.constant('above' as const), variable, other: variable }),
    fc.record({ kind: fc.constant('within' as const), variable, low: fc.double({ noNaN: true, noDefaultInfinity: true }).map((own) => own + 0), high: fc.constant(1) }), // prettier-ignore
    fc.record({ kind: fc.constant('against' as const), variable, way: fc.constantFrom('higher' as const, 'lower' as const), scenario: fc.constant('dealer-zone') }), // prettier-ignore
  )
  const facts = fc.subarray(pack.evidence.map((fact) => fact.id))
  return fc
    .record({
      sentence: fc.oneof(both(240), fc.constant({ en: '{word bribery} @ {percent exports}', es: 'A {label cover}' })),
      chart,
      states: anyStates(),
      toggles: fc.subarray([...model.states.keys()]),
      year: fc.constantFrom(null, ...model.years.slice(1)),
      evidence: facts,
      claims: fc.array(claim, { maxLength: 3 }),
      minutes: fc.constantFrom(0, 2.5, 120),
      notes: fc.array(both(400), { maxLength: 3 }),
      asked: fc.array(fc.record({ question: both(200), answer: both(500), evidence: facts }), { maxLength: 2 }),
    })
    .map((own) => ({ ...blankSlide(id, own.sentence, own.chart), ...own }))
}

const anyDeck = (): fc.Arbitrary<Deck> =>
  fc.record({ title: both(120), slides: fc.integer({ min: 1, max: 3 }).chain((many) => fc.tuple(...Array.from({ length: many }, (_, i) => anySlide(`slide-${i}`)))) }) // prettier-ignore

const anySeen = () => {
  const count = fc.nat(40)
  const median = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((own) => own + 0))
  return fc.record({
    query: anyText(40),
    revealed: fc.array(word, { maxLength: 4 }),
    guesses: fc.dictionary(fc.oneof(word, fc.constantFrom('__proto__', 'constructor')), fc.record({ up: count, same: count, down: count, median }), { maxKeys: 3 }), // prettier-ignore
  })
}

const anySession = (): fc.Arbitrary<Session> =>
  fc
    .record({
      seen: anySeen(),
      revision: fc.nat(),
      by: anyText(12),
      blank: fc.boolean(),
      held: fc.option(anySeen()),
      clock: fc.record({ session: fc.nat(), slide: fc.nat(), since: fc.option(fc.nat()) }),
      last: fc.option(fc.record({ slide: word, from: anyStates(), to: anyStates() })),
      replays: fc.nat(),
      cleared: fc.option(anySeen()),
    })
    .map(({ seen, ...rest }) => ({ ...freshSession(''), ...seen, ...rest }))

const anyKept = () =>
  fc.record(
    {
      id: fc.stringMatching(/^[a-z0-9]{1,20}$/),
      name: anyText(60),
      note: anyText(200),
      assignment: fc.dictionary(fc.oneof(word, fc.constantFrom('leader', 'zone', '__proto__', 'toString')), fc.oneof(word, fc.constantFrom('dealer', 'open'), anyText(12)), { maxKeys: 6 }), // prettier-ignore
      pack: fc.record({ id: word, version: fc.constantFrom('1.0.0', '0.9.0') }),
      savedAt: fc.constant('2022-07-01T10:00:00.000Z'),
      place: fc.double({ noNaN: true, noDefaultInfinity: true }),
      group: fc.constant(true as const),
    },
    { requiredKeys: ['id', 'name', 'note', 'assignment', 'pack', 'savedAt', 'place'] },
  )

const scenarioText = writeScenarioFile({
  pack: named,
  comparison: { query: 'v=1&pack=1.0.0&a=dealer-zone' },
  changes: [{ kind: 'timing', rule: 'dealer-bribes', onset: 2024, rampYears: 2, reason: 'We saw more.' }],
  scenarios: [{ name: 'Group 1', note: 'Agreed.\nAt ten.', assignment: { leader: 'dealer' }, savedAt: '2022-07-01T10:00:00.000Z' }], // prettier-ignore
})
const deckText = writeDeckFile(starterDeck(model), named)
const keptRecord = { id: 'k1', name: 'n', note: '', assignment: { leader: 'dealer' }, pack: { id: 'tiny', version: '1.0.0' }, savedAt: '2022-07-01', place: 1, group: true } // prettier-ignore
const session: Session = {
  ...freshSession('v=1&pack=1.0.0&slide=zone'),
  revealed: ['zone'],
  guesses: { zone: { up: 3, same: 1, down: 0, median: 0.6 } },
  held: { query: '', revealed: ['a'], guesses: {} },
  last: { slide: 'zone', from: {}, to: { leader: 'dealer' } },
  cleared: { query: 'v=1', revealed: [], guesses: {} },
}

/** Any text or value that a reader of a file may be handed: what was sound once, or never was. */
const handedText = (sound: string) =>
  fc.oneof(
    { weight: 5, arbitrary: changedText(sound) },
    { weight: 5, arbitrary: changedValue(JSON.parse(sound)).map((value) => JSON.stringify(value) ?? '') },
    { weight: 1, arbitrary: anyText() },
  )
const handedValue = (sound: unknown) =>
  fc.oneof({ weight: 10, arbitrary: changedValue(sound) }, { weight: 1, arbitrary: fc.anything() })

export const fileLaws: readonly Law[] = [
  law(
    'scenario file: there and back',
    'a file comes back as it was written, and is written again as it was',
    anyScenarioFile,
    (content) => {
      const text = writeScenarioFile(content)
      const file = valueOrRefusal(readScenarioFile(text, pack.meta))
      assert.ok(file, text)
      expectSame(file, { format: 'encrucijada-scenarios', version: 'changes' in content ? 2 : 1, ...content })
      assert.equal(writeScenarioFile(file), text)
    },
  ),
  law(
    'scenario file: any text',
    'any text is a file that can be written and read again, or refused with every reason',
    () => handedText(scenarioText),
    (text) => {
      const file = valueOrRefusal(readScenarioFile(text, pack.meta))
      if (!file) return
      const again = valueOrRefusal(readScenarioFile(writeScenarioFile(file), pack.meta))
      expectSame(again?.scenarios, file.scenarios)
      for (const own of file.scenarios) fit(model, { assignment: own.assignment, pack: file.pack })
    },
  ),
  law(
    'deck file: there and back',
    'a deck comes back as it was written, and is written again as it was',
    anyDeck,
    (deck) => {
      const text = writeDeckFile(deck, named)
      const read = readDeckFile(text, pack)
      const file = valueOrRefusal(read)
      assert.ok(file, JSON.stringify(read))
      expectSame(file.deck, deck)
      assert.equal(writeDeckFile(file.deck, file.pack), text)
    },
    slow,
  ),
  law(
    'deck file: any text',
    'any text is a deck that can be written and read again, or refused with every reason',
    () => handedText(deckText),
    (text) => {
      const file = valueOrRefusal(readDeckFile(text, pack))
      if (file) expectSame(valueOrRefusal(readDeckFile(writeDeckFile(file.deck, file.pack), pack))?.deck, file.deck)
    },
  ),
  law(
    'deck as it is kept: there and back',
    'a deck comes back as it was kept',
    () => fc.tuple(anyDeck(), fc.stringMatching(/^[a-z0-9]{1,20}$/), fc.double({ noNaN: true, noDefaultInfinity: true })), // prettier-ignore
    ([deck, id, place]) => {
      const kept = { id, deck, pack: { id: 'tiny', version: '1.0.0' }, savedAt: '2022-07-01', place }
      expectSame(readKeptDeck(structuredClone(kept)), kept)
    },
    slow,
  ),
  law(
    'deck as it is kept: any value',
    'any value is a kept deck in every part, or none',
    () => handedValue({ id: 'k1', deck: starterDeck(model), pack: { id: 'tiny', version: '1.0.0' }, savedAt: '2022-07-01', place: 1 }), // prettier-ignore
    (value) => {
      const kept = readKeptDeck(value)
      if (kept) expectSame(readKeptDeck(kept), kept)
    },
  ),
  law(
    'session of a presentation: there and back',
    'a session comes back as another window sent it, cloned or as JSON',
    anySession,
    (own) => {
      expectSame(readSession(JSON.parse(JSON.stringify(own))), own)
      expectSame(readSession(structuredClone(own)), own)
    },
  ),
  law(
    'session of a presentation: any value',
    'any value is a session in every part, or none; and no name reaches a prototype',
    () => handedValue(session),
    (value) => {
      const read = readSession(value)
      if (read) expectSame(readSession(structuredClone(read)), read)
      assert.equal('polluted' in {}, false)
    },
  ),
  law(
    'scenario as it is kept: there and back',
    'a kept scenario comes back as it was, and fits the pack in what they share',
    anyKept,
    (own) => {
      const read = readKept(structuredClone(own))
      assert.ok(read)
      expectSame(read.assignment, own.assignment)
      assert.deepEqual([read.id, read.name, read.note, read.place, read.group], [own.id, own.name, own.note, own.place, own.group]) // prettier-ignore
      const { assignment, dropped, added } = fit(model, read)
      assert.deepEqual(Object.keys(assignment), [...model.states.keys()])
      assert.deepEqual(added, [...model.states.keys()].filter((id) => !Object.hasOwn(own.assignment, id)))
      for (const [id, state] of Object.entries(own.assignment))
        assert.equal(assignment[id] === state && Object.hasOwn(assignment, id), !dropped.includes(`${id}=${state}`))
    },
  ),
  law(
    'scenario as it is kept: any value',
    'any value is a kept scenario in every part, or none',
    () => handedValue(keptRecord),
    (value) => {
      const read = readKept(value)
      if (!read) return
      expectSame(readKept(read), read)
      fit(model, read)
    },
  ),
  law(
    'workshop of the pack of Peru: any value',
    'any value is a workshop, or refused with every reason',
    () => {
      const loaded = load(packs['peru-prc'])
      assert.ok(loaded.ok)
      const peru = sound(packs['peru-prc'])
      return handedValue(workshops['peru-prc']).map((value) => ({ value, peru }))
    },
    ({ value, peru }) => void valueOrRefusal(loadWorkshop(value, peru)),
    { most: 20_000, few: 500 },
  ),
] // prettier-ignore
