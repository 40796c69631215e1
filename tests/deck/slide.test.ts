import { describe, expect, test } from 'vitest'
import type { SlideChart } from '../../lib/deck/schema'
import {
  asToggled,
  asWritten,
  namedAssignment,
  nextState,
  stand,
  statesOf,
  toggledFrom,
  variablesOf,
  withStates,
} from '../../lib/deck/slide'
import { blankSlide } from '../../lib/deck/starter'
import { tinyModel } from '../fixtures/tiny-model'

/** A slide as it stands: what is written, what is toggled, and what is evaluated. */

const model = tinyModel()
const chart: SlideChart = { kind: 'ladder', variables: ['bribery'] }
const slide = { ...blankSlide('one', { en: 'One', es: 'Uno' }, chart), states: { leader: 'dealer' } }

describe('assignments', () => {
  test('states stand over the baseline, and those the model does not have are left out', () => {
    expect(asWritten(model, slide)).toEqual({ leader: 'dealer', zone: 'closed', audits: 'current' })
    const strange = { leader: 'nobody', gone: 'open', zone: 'open' }
    expect(withStates(model, model.baseline, strange)).toEqual({ leader: 'stays', zone: 'open', audits: 'current' })
  })

  test('what is toggled is what differs from the slide as written, not from the baseline', () => {
    const toggled = asToggled(model, slide, { leader: 'stays', zone: 'open' })
    expect(toggled).toEqual({ leader: 'stays', zone: 'open', audits: 'current' })
    expect(toggledFrom(model, slide, toggled)).toEqual({ leader: 'stays', zone: 'open' })
    expect(toggledFrom(model, slide, asWritten(model, slide))).toEqual({})
    expect(statesOf(model, toggled)).toEqual({ zone: 'open' })
  })

  test('a name is a scenario of the pack, or the other side of a waterfall', () => {
    const waterfall = { ...slide, chart: { kind: 'waterfall' as const, variable: 'bribery', from: { zone: 'open' } } }
    expect(namedAssignment(model, slide, 'dealer-zone')).toEqual({ leader: 'dealer', zone: 'open', audits: 'current' })
    expect(namedAssignment(model, waterfall, 'from')).toEqual({ ...model.baseline, zone: 'open' })
    expect(namedAssignment(model, slide, 'from')).toBeNull()
    expect(namedAssignment(model, slide, 'gone')).toBeNull()
  })

  test('a key goes to the next state and round again; an unknown assumption stays', () => {
    expect(['stays', 'dealer', 'reformer'].map((state) => nextState(model, 'leader', state))).toEqual([
      'dealer',
      'reformer',
      'stays',
    ])
    expect(nextState(model, 'gone', 'open')).toBe('open')
  })
})

describe('standing', () => {
  test('a slide is evaluated as toggled, in its own year or that of the pack', () => {
    const written = stand(model, slide)
    expect([written.year, written.t]).toEqual([2024, 3])
    expect(written.outcome.paths[0]?.[3]).toBeCloseTo(1 / 3, 12)
    const toggled = stand(model, { ...slide, year: 2026 }, { leader: 'stays', audits: 'strict' })
    expect([toggled.year, toggled.t]).toEqual([2026, 5])
    expect(toggled.assignment).toEqual({ leader: 'stays', zone: 'closed', audits: 'strict' })
    expect(toggled.outcome.paths[0]?.[5]).toBeCloseTo(0.125 / 1.125, 12)
  })

  test('a year that the horizon does not have is its last', () => {
    expect(stand(model, { ...slide, year: 1999 })).toMatchObject({ year: 2026, t: 5 })
  })

  test('a variant of a baseline counts', () => {
    expect(stand(model, slide, {}, { exports: 'year-2019' }).outcome.paths[1]?.[0]).toBe(8)
  })
})

test('a chart shows its variables, the emphasised one first; a map and a text show none', () => {
  const columns = [{ label: { en: 'A', es: 'A' }, states: {} }]
  const charts: SlideChart[] = [
    { kind: 'ladder', variables: ['b', 'a'] },
    { kind: 'comparison', variables: ['a'], columns },
    { kind: 'path', variable: 'c' },
    { kind: 'waterfall', variable: 'd', from: {} },
    { kind: 'map', sectors: [] },
    { kind: 'text', lines: [] },
  ]
  expect(charts.map(variablesOf)).toEqual([['b', 'a'], ['a'], ['c'], ['d'], [], []])
})
