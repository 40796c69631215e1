import { describe, expect, test } from 'vitest'
import { packs } from '../../data/index'
import { compile } from '../../lib/engine/compile'
import { evaluate } from '../../lib/engine/evaluate'
import { decimalsOfTwoDigits, linkReading } from '../../lib/explain/link-reading'
import { formatIssue } from '../../lib/fail'
import { load } from '../../lib/pack/load'
import { tinyModel } from '../fixtures/tiny-model'

const link = (from: string, to: string, strength: number) => {
  const model = tinyModel({ 'links[0].from': from, 'links[0].to': to, 'links[0].strength': strength })
  return { model, link: model.pack.links[0]! }
}
const reading = (from: string, to: string, strength: number, variants = {}) => {
  const own = link(from, to, strength)
  return linkReading(own.model, own.link, variants)
}
const near = (value: number) => expect.closeTo(value, 12)

describe('by hand', () => {
  test('of an amount a tenth more, in an amount: to the power of the strength', () => {
    expect(reading('exports', 'imports', 0.5)).toEqual({
      source: { scale: 'amount', before: 10, after: near(11), change: near(0.1) },
      target: { scale: 'amount', before: 5, after: near(5 * Math.sqrt(1.1)), change: near(Math.sqrt(1.1) - 1) },
    })
  })
  test('of a chance twice the odds, not twice the chance; in a level its own unit', () => {
    expect(reading('bribery', 'berths', -2)).toEqual({
      source: { scale: 'chance', before: 0.2, after: near(1 / 3), change: near(1) },
      target: { scale: 'level', before: 0, after: near(-2 * Math.LN2), change: near(-2 * Math.LN2) },
    })
  })
  test('of a level one unit from none; in a chance the share by which its odds grow', () => {
    const { source, target } = reading('berths', 'bribery', Math.log(1.5))
    expect([source.after, source.change]).toEqual([1, 1])
    expect([target.change, target.after]).toEqual([near(0.5), near(0.375 / 1.375)])
  })
  test.each([
    [3, 1],
    [40, 10],
    [-250, 100],
    [0.5, 0.1],
  ])('of a level at %d a step of %d', (value, step) => {
    const model = tinyModel({ 'links[0].from': 'berths', 'variables[4].baseline.value': value })
    expect(linkReading(model, model.pack.links[0]!).source.change).toBeCloseTo(step, 12)
  })
  test('begins at the baseline that is chosen', () => {
    expect(reading('exports', 'imports', 0.5, { exports: 'year-2019' }).source.before).toBe(8)
  })
  test('of a variable that is computed there is none', () => {
    const { model, link: own } = link('exports', 'imports', 0.5)
    expect(() => linkReading(model, { ...own, from: 'cover' })).toThrow(/computed/)
    expect(() => linkReading(model, { ...own, to: 'nowhere' })).toThrow(/nowhere/)
  })
})

test.each(Object.entries(packs))('every link of %s does in the engine what its reading says', (_, content) => {
  const result = load(content)
  if (!result.ok) throw new Error(result.issues.map(formatIssue).join('\n'))
  const pack = result.value
  const model = compile(pack)
  const assumption = pack.assumptions[0]!
  const state = assumption.states.find(({ baseline }) => !baseline)!.id
  expect(pack.links.length).toBeGreaterThan(0)
  for (const own of pack.links) {
    const { source, target } = linkReading(model, own)
    const written = source.scale === 'level' ? source.change : 1 + source.change
    const effect = { ...pack.rules[0]!.effects[0]!, variable: own.from, low: written, central: written, high: written }
    const onset = model.years[1]!
    const rule = {
      id: 'step',
      when: [{ assumption: assumption.id, in: [state] }],
      onset,
      rampYears: 0,
      effects: [effect],
    }
    const alone = compile({ ...pack, rules: [rule], links: [own] })
    const { paths } = evaluate(alone, { ...alone.baseline, [assumption.id]: state })
    expect(paths[alone.indexOf.get(own.from)!]![1], own.id).toBeCloseTo(source.after, 9)
    expect(paths[alone.indexOf.get(own.to)!]![own.lag], own.id).toBeCloseTo(target.before, 9)
    expect(paths[alone.indexOf.get(own.to)!]![1 + own.lag], own.id).toBeCloseTo(target.after, 9)
  }
})

test('decimals that show two digits', () => {
  expect([3.4, -3.4, 0.19, 0.0077, 81, 10, 0, 1e-12].map(decimalsOfTwoDigits)).toEqual([1, 1, 2, 4, 0, 0, 0, 6])
})
