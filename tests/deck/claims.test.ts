import { describe, expect, test } from 'vitest'
import { failing } from '../../lib/deck/claims'
import type { Claim } from '../../lib/deck/schema'
import { stand } from '../../lib/deck/slide'
import { blankSlide } from '../../lib/deck/starter'
import { tinyModel } from '../fixtures/tiny-model'

/** What a sentence rests on: each kind of claim holds where it should, and fails where it should. */

const model = tinyModel()
const dealer = { leader: 'dealer', zone: 'open' }
const strict = { audits: 'strict' }

function holds(claim: Claim, toggled: Readonly<Record<string, string>>, under = model): boolean {
  const slide = { ...blankSlide('one', { en: 'One', es: 'Uno' }, { kind: 'text', lines: [] }), claims: [claim] }
  const failed = failing(stand(under, slide, toggled))
  expect([[], [claim]]).toContainEqual(failed)
  return failed.length === 0
}

describe('claims', () => {
  test('a variable moves up, moves down, or does not', () => {
    const moves = (way: 'up' | 'down' | 'holds', variable = 'bribery'): Claim => ({ kind: 'moves', variable, way })
    expect([holds(moves('up'), dealer), holds(moves('up'), {}), holds(moves('up'), strict)]).toEqual([true, false, false]) // prettier-ignore
    expect([holds(moves('down'), strict), holds(moves('down'), dealer)]).toEqual([true, false])
    expect([holds(moves('holds'), {}), holds(moves('holds'), strict)]).toEqual([true, false])
    expect([holds(moves('up', 'exports'), dealer), holds(moves('up', 'gone'), dealer)]).toEqual([true, false])
  })

  test('a value lies within two numbers, both included', () => {
    const within = (low: number, high: number, variable = 'exports'): Claim => ({ kind: 'within', variable, low, high })
    expect([within(10, 12), within(8, 10), within(10.1, 12), within(8, 9.9)].map((claim) => holds(claim, {}))).toEqual([
      true, true, false, false,
    ]) // prettier-ignore
    expect(holds(within(-Infinity, Infinity, 'gone'), {})).toBe(false)
  })

  test('one variable stands higher than another', () => {
    const above = (variable: string, other: string): Claim => ({ kind: 'above', variable, other })
    expect(holds(above('exports', 'imports'), {})).toBe(true)
    expect(holds(above('imports', 'exports'), {})).toBe(false)
    expect(holds(above('exports', 'exports'), {})).toBe(false)
    expect(holds(above('exports', 'gone'), {})).toBe(false)
  })

  test('a variable stands higher or lower than under a scenario', () => {
    const against = (way: 'higher' | 'lower', scenario = 'dealer-zone'): Claim => ({ kind: 'against', variable: 'bribery', way, scenario }) // prettier-ignore
    expect([holds(against('lower'), {}), holds(against('higher'), {})]).toEqual([true, false])
    expect([holds(against('lower'), dealer), holds(against('higher'), dealer)]).toEqual([false, false])
    // Under a scenario that deters, bribery is less likely than at the baseline.
    const deterred = tinyModel({ 'scenarios[0].headline': [{ assumption: 'audits', state: 'strict' }], 'scenarios[0].secondary': [] }) // prettier-ignore
    expect([holds(against('higher'), {}, deterred), holds(against('lower'), {}, deterred)]).toEqual([true, false])
    expect(holds(against('lower', 'gone'), {})).toBe(false)
  })

  test('a kind that has no code is an error that names it', () => {
    const slide = blankSlide('one', { en: 'One', es: 'Uno' }, { kind: 'text', lines: [] })
    const strange: Claim[] = JSON.parse('[{ "kind": "rhymes", "variable": "bribery" }]')
    expect(() => failing(stand(model, { ...slide, claims: strange }))).toThrow('rhymes')
  })
})
