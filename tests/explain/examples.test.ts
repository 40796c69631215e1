import { describe, expect, test } from 'vitest'
import { packs } from '../../data/index'
import { compile } from '../../lib/engine/compile'
import { firing } from '../../lib/engine/evaluate'
import { byHand } from '../../lib/explain/by-hand'
import {
  eventSums,
  exampleVariable,
  linkExample,
  partingVariable,
  rampExamples,
  rangedEffect,
  scaleExamples,
} from '../../lib/explain/examples'
import { exampleAssignments, examplePair } from '../../lib/scenario/example'
import { sound } from '../fixtures/sound'
import { tinyModel } from '../fixtures/tiny-model'
import { tinyPack } from '../fixtures/tiny-pack'

/** What the method is explained on: chosen by rule, in every pack, also one that lacks what is to be shown. */

const model = tinyModel()
const pack = tinyPack()
const dealerZone = { ...model.baseline, leader: 'dealer', zone: 'open' }
const [event] = pack.variables
const [link] = pack.links

describe('the variable to work out by hand', () => {
  test('is an event of two to four rules without a link, the one that moves most', () => {
    expect(exampleVariable(model, dealerZone, 2023)).toBe('bribery')
    const likelier = { ...event, id: 'strikes' }
    const stronger = { ...pack.rules[0], id: 'dealer-strikes' }
    const more = [5, 1.5].map((central, i) => ({
      ...stronger,
      id: `dealer-strikes-${i}`,
      effects: [{ ...stronger.effects?.[0], variable: 'strikes', low: 1, central, high: 9 }],
    }))
    const two = tinyModel({ 'variables[5]': likelier, 'rules[4]': more[0], 'rules[5]': more[1] })
    expect(exampleVariable(two, dealerZone, 2023)).toBe('strikes')
    // A link makes it longer: the other event is chosen though it moves less.
    const linked = tinyModel({
      'variables[5]': likelier,
      'rules[4]': more[0],
      'rules[5]': more[1],
      'links[1]': { ...link, id: 'exports-strikes', to: 'strikes' },
    })
    expect(exampleVariable(linked, dealerZone, 2023)).toBe('bribery')
  })
  test('else an event of few parts, any event, or what moves by the fewest parts', () => {
    // In its last year one of the two rules has passed: one part.
    expect(exampleVariable(model, dealerZone, 2026)).toBe('bribery')
    expect(exampleVariable(model, { ...model.baseline, zone: 'open' }, 2023)).toBe('berths')
  })
  test('and where nothing moves, the first that rules could move', () => {
    expect(exampleVariable(model, model.baseline, 2023)).toBe(
      pack.variables.find(({ scale }) => scale !== 'derived')?.id,
    )
  })
})

test('each scale is shown on its first variable that a rule moves, by its largest effect, alone and in full', () => {
  const shown = scaleExamples(model).map(({ variable, effect, before, after }) => [
    variable.id,
    effect.central,
    before,
    after,
  ])
  const odds = 0.25 * 2
  expect(shown).toEqual([
    ['exports', 1.2, 10, expect.closeTo(12, 12)],
    ['berths', 4, 0, 4],
    ['bribery', 2, 0.2, expect.closeTo(odds / (1 + odds), 12)],
  ])
  expect(scaleExamples(model, { exports: 'year-2019' })[0]?.before).toBe(8)
  expect(scaleExamples(tinyModel({ rules: [] }))).toEqual([])
})

describe('rules that grow and pass', () => {
  const ids = (of: ReturnType<typeof rampExamples>) => [of.rising?.id, of.passing?.id]
  test('are those that act under the assignment, as far as they can be followed to the end', () => {
    expect(ids(rampExamples(model, dealerZone))).toEqual(['zone-opens', 'dealer-in-zone'])
    expect(ids(rampExamples(model, { ...dealerZone, audits: 'strict' }))).toEqual(['audits-deter', 'dealer-in-zone'])
  })
  test('are none where no rule takes time', () => {
    const atOnce = pack.rules.map(({ fadeFrom: _, fadeYears: __, ...rule }) => ({ ...rule, rampYears: 0 }))
    expect(rampExamples(tinyModel({ rules: atOnce }), dealerZone)).toEqual({ rising: null, passing: null })
  })
})

describe('a link at work', () => {
  test('is the one that pushes hardest, with both ends before and after', () => {
    const found = linkExample(model, dealerZone, 2025)
    expect(found?.link.id).toBe('exports-imports')
    expect(found).toMatchObject({ year: 2024, fromScale: 'amount', toScale: 'amount' })
    expect(found?.source).toEqual({ before: 10, after: expect.closeTo(13.2, 12) })
    expect(found?.target).toEqual({ before: 5, after: expect.closeTo(5 * Math.sqrt(1.32), 12) })
  })
  test('onto an event before any other', () => {
    const crossing = tinyModel({ 'links[1]': { ...link, id: 'exports-bribery', to: 'bribery', strength: 0.01 } })
    expect(linkExample(crossing, dealerZone, 2025)?.link.id).toBe('exports-bribery')
  })
  test('is none where nothing has shifted yet', () => {
    expect(linkExample(model, dealerZone, 2022)).toBeNull()
    expect(linkExample(tinyModel({ links: [] }), dealerZone, 2025)).toBeNull()
  })
})

test('a range is shown on the first rule of the steps, or else on the first example', () => {
  const examples = scaleExamples(model)
  const of = (variable: string) => rangedEffect(model, byHand(model, dealerZone, variable, 2025), examples)
  expect(of('bribery')?.rule.id).toBe('dealer-bribes')
  expect(of('imports')?.variable.id).toBe('exports')
  expect(rangedEffect(model, byHand(model, dealerZone, 'imports', 2025), [])).toBeNull()
})

test('two scenarios part most in an event, else in what rules move, else nowhere', () => {
  const pair = (one: Partial<typeof dealerZone>) => [model.baseline, { ...model.baseline, ...one }] as const
  expect(partingVariable(model, pair({ leader: 'dealer' }), 2023).id).toBe('bribery')
  expect(partingVariable(model, pair({ zone: 'open' }), 2023).id).toBe('berths')
  expect(partingVariable(model, pair({}), 2023)).toBe(model.variables[0])
})

test('sums of chances are found, and no other formula', () => {
  const formula = (of: string[], op = 'sum') => ({
    ...pack.variables[3],
    id: `${op}-of-${of.length}`,
    formula: { op, of },
  })
  const summed = tinyModel({
    'variables[5]': { ...event, id: 'strikes' },
    'variables[6]': formula(['bribery', 'strikes']),
    'variables[7]': formula(['bribery', 'exports', 'imports']),
    'variables[8]': formula(['bribery', 'strikes'], 'difference'),
  })
  expect(eventSums(summed).map(({ id }) => id)).toEqual(['sum-of-2'])
})

test.each(Object.keys(packs))('the pack %s has an example of everything it has', (id) => {
  const of = compile(sound(packs[id]))
  const year = of.pack.meta.year
  for (const assignment of exampleAssignments(of)) {
    const hand = byHand(of, assignment, exampleVariable(of, assignment, year), year)
    expect(hand.kind === 'moved' && hand.rules.length + hand.links.length).toBeGreaterThan(0)
    const { rising } = rampExamples(of, assignment)
    const ramped = firing(of, assignment).some(({ rule }) => rule.rampYears > 2 && rule.fadeFrom === undefined)
    expect(ramped && rising === null).toBe(false)
  }
  expect(scaleExamples(of).length).toBeGreaterThan(1)
  expect(partingVariable(of, examplePair(of), year).kind).not.toBe('indicator')
})
