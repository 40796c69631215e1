import { strict as assert } from 'node:assert'
import fc from 'fast-check'
import { readDeckFile, writeDeckFile } from '../../lib/deck/file'
import { starterDeck } from '../../lib/deck/starter'
import { compile, type Model } from '../../lib/engine/compile'
import { drawsOf, makeDraws } from '../../lib/engine/draws'
import { type Assignment, evaluate, firing, type Variants } from '../../lib/engine/evaluate'
import { fan, samples } from '../../lib/engine/fan'
import { fanLevels } from '../../lib/engine/fan-levels'
import { trace } from '../../lib/explain/trace'
import { contentHash } from '../../lib/pack/content-hash'
import { load, loadText } from '../../lib/pack/load'
import { packFromTables } from '../../lib/pack/read-tables'
import type { Pack } from '../../lib/pack/schema'
import { applyScenario } from '../../lib/scenario/assignment'
import { decode, encode, restingScreen } from '../../lib/scenario/codec'
import { decodeComparison, encodeComparison, restingComparison } from '../../lib/scenario/comparison'
import { readScenarioFile, writeScenarioFile } from '../../lib/scenario/file'
import { texts } from '../fixtures/full-pack'
import { sound } from '../fixtures/sound'
import { expectSame, type Law, law, valueOrRefusal } from './law'
import { changedText, changedValue } from './mutations'
import { chanceOf } from './random'
import { randomPack } from './random-pack'

/** Whole packs of random shape: what lib/README.md says that always holds, of each of them. */

/** Most milliseconds that one pack may take to be judged, whatever it is: far more than any of this size needs. */
const mostWork = 20_000

const seeds = () => fc.noShrink(fc.integer())

/** The laws of the engine and of everything that is made of a sound pack. */
function expectLawful(pack: Pack, seed: number) {
  const model = compile(pack)
  const chance = chanceOf(seed)
  const anyAssignment = (): Assignment => Object.fromEntries([...model.states].map(([id, states]) => [id, chance.one(states)])) // prettier-ignore
  const anyVariants = (): Variants =>
    Object.fromEntries(model.variables.flatMap((own) => ('variants' in own && own.variants && chance.happens(0.5) ? [[own.id, chance.one(own.variants).id]] : []))) // prettier-ignore
  expectRest(model)
  for (const scenario of pack.scenarios) expectWithinScales(model, applyScenario(model, scenario), {})
  for (let i = 0; i < 4; i++) {
    const [assignment, variants] = [anyAssignment(), i % 2 === 0 ? {} : anyVariants()]
    expectWithinScales(model, assignment, variants)
    expectNoOrder(model, assignment, variants)
    expectTraced(model, assignment, variants, [chance.one(model.years), model.years.at(-1) ?? 0])
    expectAddress(model, assignment, variants)
  }
  expectFans(model, anyAssignment(), anyVariants())
  expectFiles(model, anyAssignment())
}

/** At the baseline no rule fires, and every path is flat. */
function expectRest(model: Model) {
  assert.equal(firing(model, model.baseline).length, 0)
  const { paths, shifts } = evaluate(model, model.baseline)
  for (const path of paths) assert.ok(path.every((value) => value === path[0]))
  for (const shift of shifts) assert.ok(shift.every((value) => value === 0))
}

/** Chances stay inside of 0 and 1, amounts above 0, every number is finite, and derived ones are those of their parts. */
function expectWithinScales(model: Model, assignment: Assignment, variants: Variants) {
  const { paths } = evaluate(model, assignment, variants)
  model.variables.forEach((variable, v) => {
    paths[v]!.forEach((value, t) => {
      const inside = variable.scale === 'chance' ? value > 0 && value < 1 : variable.scale !== 'amount' || value > 0
      assert.ok(Number.isFinite(value) && inside, `${variable.id} is ${value}`)
      if (variable.scale !== 'derived') return
      const [a = NaN, b = NaN, ...rest] = variable.formula.of.map((id) => paths[model.indexOf.get(id)!]![t]!)
      const again = { sum: rest.reduce((x, y) => x + y, a + b), difference: a - b, ratio: a / b }[variable.formula.op]
      assert.ok(near(value, again, a, b), `${variable.id} is ${value}, and its parts make ${again}`)
    })
  })
}

/** The order of rules, links and choices changes nothing but the last digits. */
function expectNoOrder(model: Model, assignment: Assignment, variants: Variants) {
  const { pack } = model
  const reversed = compile({ ...pack, rules: pack.rules.toReversed(), links: pack.links.toReversed() })
  const other = evaluate(reversed, Object.fromEntries(Object.entries(assignment).reverse()), variants)
  const { paths, shifts } = evaluate(model, assignment, variants)
  shifts.forEach((shift, v) =>
    shift.forEach((own, t) => assert.ok(near(own, other.shifts[v]![t]!, reachOf(shifts, t)))),
  )
  paths.forEach((path, v) => {
    if (model.moved[v]) path.forEach((own, t) => assert.ok(near(own, other.paths[v]![t]!, own * (1 + reachOf(shifts, t)), reachOf(shifts, t)))) // prettier-ignore
  })
}

/** The largest shift of a year: what last digits of sums are measured by. */
const reachOf = (shifts: readonly Float64Array[], t: number) => Math.max(...shifts.map((shift) => Math.abs(shift[t]!)))

/** The parts of a trace add up to the shift, on the scale and in natural units, and each link opens into rules that add up to it. */
function expectTraced(model: Model, assignment: Assignment, variants: Variants, years: readonly number[]) {
  const { shifts } = evaluate(model, assignment, variants)
  const sum = (parts: readonly { natural: number; onScale: number }[], key: 'natural' | 'onScale') => parts.reduce((total, part) => total + part[key], 0) // prettier-ignore
  for (const year of years)
    model.variables.forEach(({ id }, v) => {
      const { contributions, value, baseline } = trace(model, assignment, id, year, variants)
      const sizes = contributions.map(({ natural }) => natural)
      assert.ok(near(sum(contributions, 'natural'), value - baseline, value, baseline, ...sizes), `${id} in ${year}: ${sum(contributions, 'natural')} for ${value - baseline}`) // prettier-ignore
      const t = model.years.indexOf(year)
      if (model.moved[v]) assert.ok(near(sum(contributions, 'onScale'), shifts[v]![t]!, ...contributions.map(({ onScale }) => onScale))) // prettier-ignore
      for (const part of contributions)
        if (part.kind === 'link')
          for (const key of ['natural', 'onScale'] as const)
            assert.ok(near(sum(part.behind, key), part[key], ...part.behind.map((own) => own[key])), `${part.link.id} on ${id} in ${year}`) // prettier-ignore
    })
}

/** Fans are finite and in order, the same bit for bit when made again, and paired: equal assignments differ by nothing. */
function expectFans(model: Model, assignment: Assignment, variants: Variants) {
  const { seed } = model.pack.meta.draws
  const { quantiles } = fan(model, assignment, drawsOf(model), variants)
  quantiles.forEach((levels, v) =>
    levels.forEach((value, i) => {
      assert.ok(Number.isFinite(value), `${model.variables[v]?.id} has no finite fan`)
      assert.ok(i % fanLevels.length === 0 || value >= levels[i - 1]!, `${model.variables[v]?.id} has no order`)
    }),
  )
  const few = fan(model, assignment, makeDraws(seed, 64), variants)
  expectBits(fan(compile(structuredClone(model.pack)), { ...assignment }, makeDraws(seed, 64), variants).quantiles, few.quantiles) // prettier-ignore
  const [variable] = model.variables
  const year = model.years.at(-1) ?? 0
  const [one, other] = [makeDraws(seed, 64), makeDraws(seed, 64)].map((draws) => samples(model, assignment, draws, variable?.id ?? '', year, variants)) // prettier-ignore
  expectBits([one!], [other!])
  expectOwnDraws(model, assignment, few.quantiles, variants)
}

/** A rule taken out moves no variable that it does not reach, to the bit. */
function expectOwnDraws(model: Model, assignment: Assignment, before: readonly Float64Array[], variants: Variants) {
  const gone = firing(model, assignment).at(-1)?.rule
  if (!gone) return
  const index = model.pack.rules.indexOf(gone)
  const less = compile({ ...model.pack, rules: model.pack.rules.filter((rule) => rule !== gone) })
  const { quantiles } = fan(less, assignment, makeDraws(model.pack.meta.draws.seed, 64), variants)
  const untouched = model.reach.flatMap((rules, v) => (rules.includes(index) ? [] : [v]))
  expectBits(untouched.map((v) => quantiles[v]!), untouched.map((v) => before[v]!)) // prettier-ignore
}

function expectBits(found: readonly Float64Array[], expected: readonly Float64Array[]) {
  assert.equal(found.length, expected.length)
  found.forEach((values, i) => assert.ok(values.every((value, at) => Object.is(value, expected[i]![at]))))
}

function expectAddress(model: Model, assignment: Assignment, variants: Variants) {
  const screen = { ...restingScreen(model), assignment, variants }
  expectSame(decode(model, encode(model, screen)), { screen, dropped: [], madeWith: null, cited: null })
  const compared = { ...restingComparison(model), columns: [{ assignment, kept: null }], pair: [null, 0] as const }
  expectSame(decodeComparison(model, encodeComparison(model, compared)).screen, compared)
}

/** The pack comes back from its text and its tables with the same hash, and so do the files that are made with it. */
function expectFiles({ pack, ...model }: Model, assignment: Assignment) {
  const again = [valueOrRefusal(loadText(JSON.stringify(pack))), valueOrRefusal(load(valueOrRefusal(packFromTables(texts(pack)))))] // prettier-ignore
  for (const other of again) {
    expectSame(other, pack)
    assert.equal(other && contentHash(other), contentHash(pack))
  }
  const named = { id: pack.meta.id, version: pack.meta.version, hash: contentHash(pack) }
  const deck = starterDeck({ pack, ...model })
  expectSame(valueOrRefusal(readDeckFile(writeDeckFile(deck, named), pack))?.deck, deck)
  const scenarios = [{ name: 'One', note: '', assignment, savedAt: '2022-07-01T10:00:00.000Z' }]
  expectSame(valueOrRefusal(readScenarioFile(writeScenarioFile({ pack: named, scenarios }), pack.meta))?.scenarios, scenarios) // prettier-ignore
}

/** Whether two numbers are one but for their last digits, those of numbers as large as they were made of. */
function near(one: number, other: number, ...sizes: readonly number[]): boolean {
  return Math.abs(one - other) <= 1e-9 * Math.max(1e-6, Math.abs(one), Math.abs(other), ...sizes.map(Math.abs))
}

/** Judge a value as a pack within its work: it is lawful, or refused with every reason, and says which. */
function judge(value: unknown, seed: number): boolean {
  const start = performance.now()
  const pack = valueOrRefusal(typeof value === 'string' ? loadText(value) : load(value))
  if (pack) expectLawful(pack, seed)
  const took = performance.now() - start
  assert.ok(took < mostWork, `${Math.round(took)} ms of work for one pack`)
  return pack !== null
}

export const wholePackLaws: readonly Law[] = [
  law(
    'random packs: sound',
    'a sound pack of any shape loads, obeys every law of the engine, and comes back from its files',
    seeds,
    (seed) => {
      const pack = randomPack(seed)
      sound(pack)
      judge(pack, seed)
    },
    { most: 1000, few: 30 },
  ),
  law(
    'random packs: broken in a value',
    'a random pack with one break in its values is refused with every reason, or still obeys every law',
    () => seeds().chain((seed) => fc.tuple(fc.constant(seed), changedValue(randomPack(seed)))),
    ([seed, value]) => void judge(value, seed),
    { most: 1000, few: 30 },
  ),
  law(
    'random packs: broken in the text',
    'a random pack with its text broken is refused with every reason, or still obeys every law',
    () => seeds().chain((seed) => fc.tuple(fc.constant(seed), changedText(JSON.stringify(randomPack(seed))))),
    ([seed, value]) => void judge(value, seed),
    { most: 1000, few: 30 },
  ),
]
