import { describe, expect, test } from 'vitest'
import { checkDeck, checkWorkshop } from '../../lib/deck/check'
import { loadWorkshop } from '../../lib/deck/load'
import type { Role, Slide, SlideChart } from '../../lib/deck/schema'
import { blankSlide } from '../../lib/deck/starter'
import { expectIssues, type Told } from '../fixtures/expect-issues'
import { tinyModel } from '../fixtures/tiny-model'

/** What the ids of a workshop mean for a pack: each wrong one is found, where it stands, with what to do. */

const { pack } = tinyModel()
const both = (text: string) => ({ en: text, es: text })
const slide = (more: Partial<Slide> = {}, chart: SlideChart = { kind: 'ladder', variables: ['bribery'] }): Slide => ({
  ...blankSlide('one', both('One'), chart),
  ...more,
})

function told(slides: readonly Slide[], expected: readonly Told[]) {
  const issues = checkDeck({ title: both('Deck'), slides: [...slides] }, pack)
  expectIssues({ ok: false, issues }, expected)
}

describe('a deck', () => {
  test('that is sound has no issue', () => {
    const columns = [{ label: both('A'), states: { zone: 'open' } }]
    const sound: Slide[] = [
      slide({ id: 'a', states: { leader: 'dealer' }, toggles: ['zone'], year: 2022, predict: 'bribery', evidence: ['trade-exports'] }),
      slide({ id: 'b', sentence: both('{word bribery @from} {percent bribery @dealer-zone} {value exports}') }, { kind: 'waterfall', variable: 'bribery', from: { zone: 'open' } }),
      slide({ id: 'c' }, { kind: 'comparison', variables: ['bribery'], columns }),
      slide({ id: 'd' }, { kind: 'map', sectors: ['ports'] }),
      slide({ id: 'e', year: 2026 }, { kind: 'path', variable: 'exports' }),
      slide({ id: 'f', claims: [{ kind: 'moves', variable: 'bribery', way: 'up' }, { kind: 'above', variable: 'exports', other: 'imports' }, { kind: 'against', variable: 'bribery', way: 'lower', scenario: 'dealer-zone' }] }, { kind: 'text', lines: [both('A {value exports}')] }),
    ] // prettier-ignore
    expect(checkDeck({ title: both('Deck'), slides: sound }, pack)).toEqual([])
  })

  test('has no two slides of one id', () => {
    told([slide(), slide()], [['slides[1].id', '"one" is already the id of slides[0]', 'Rename']])
  })

  test('names assumptions and states that the pack has, wherever it names them', () => {
    told(
      [slide({ states: { leadr: 'dealer' } })],
      [['slides[0].states.leadr', 'unknown assumption "leadr"', 'Did you mean "leader"?']],
    )
    told(
      [slide({ states: { leader: 'deler' } })],
      [['slides[0].states.leader', 'unknown state of leader "deler"', 'Did you mean "dealer"?']],
    )
    told(
      [slide({}, { kind: 'waterfall', variable: 'bribery', from: { zone: 'ajar-by-a-hand' } })],
      [['slides[0].chart.from.zone', /unknown state of zone/, 'Use one']],
    )
    told(
      [slide({}, { kind: 'comparison', variables: ['bribery'], columns: [{ label: both('A'), states: { zones: 'open' } }] })],
      [['slides[0].chart.columns[0].states.zones', 'unknown assumption "zones"', '"zone"']],
    ) // prettier-ignore
    told([slide({ toggles: ['zone', 'audit'] })], [['slides[0].toggles[1]', 'unknown assumption "audit"', '"audits"']])
  })

  test('shows variables that the pack has, and indicators only as a path', () => {
    told(
      [slide({}, { kind: 'path', variable: 'export' })],
      [['slides[0].chart', 'unknown variable "export"', '"exports"']],
    )
    told(
      [slide({}, { kind: 'ladder', variables: ['exports'] })],
      [['slides[0].chart', '"exports" is an indicator', 'path']],
    )
    const columns = [{ label: both('A'), states: {} }]
    told(
      [slide({}, { kind: 'comparison', variables: ['exports'], columns })],
      [['slides[0].chart', /indicator/, 'path']],
    )
    told(
      [slide({}, { kind: 'map', sectors: ['port'] })],
      [['slides[0].chart.sectors', 'unknown sector "port"', '"ports"']],
    )
  })

  test('stands in a year that the model computes', () => {
    const at = (year: number) => slide({ year })
    for (const year of [2021, 2020, 2027])
      told([at(year)], [['slides[0].year', `${year} is outside the horizon`, 'Choose a year']])
  })

  test('cites facts that the pack has, in its answers too', () => {
    const asked = [{ question: both('Why?'), answer: both('So.'), evidence: ['trade-export'] }]
    told([slide({ evidence: ['gone'] })], [['slides[0].evidence', 'unknown fact "gone"', 'Use one']])
    told([slide({ asked })], [['slides[0].evidence', 'unknown fact "trade-export"', '"trade-exports"']])
  })

  test('rests on variables and scenarios that the pack has', () => {
    const claims: Slide['claims'] = [
      { kind: 'within', variable: 'gone', low: 0, high: 1 },
      { kind: 'above', variable: 'exports', other: 'import' },
      { kind: 'against', variable: 'bribery', way: 'lower', scenario: 'dealers-zone' },
    ]
    told(
      [slide({ claims })],
      [
        ['slides[0].claims[0]', 'unknown variable "gone"'],
        ['slides[0].claims[1]', 'unknown variable "import"', '"imports"'],
        ['slides[0].claims[2]', 'unknown scenario "dealers-zone"', '"dealer-zone"'],
      ],
    )
  })

  test('lets guess only what it shows', () => {
    told([slide({ predict: 'exports' })], [['slides[0].predict', '"exports" is not on the chart', 'Guess what']])
  })

  test('computes words only of what the pack has, in both languages, in notes and lines too', () => {
    const gone = { en: 'A {word gone}', es: 'Uno' }
    const expected: Told[] = [['slides[0].sentence', 'unknown variable "gone"']]
    told([slide({ sentence: gone })], expected)
    told([slide({ sentence: { en: 'One', es: gone.en } })], expected)
    told([slide({ notes: [gone] })], expected)
    told([slide({}, { kind: 'text', lines: [gone] })], expected)
    told([slide({ sentence: both('{word bribery @from}') })], Array<Told>(2).fill(['slides[0].sentence', 'unknown scenario "from"'])) // prettier-ignore
  })
})

describe('roles', () => {
  const role: Role = {
    id: 'port',
    name: both('Port'),
    seat: both('You run it.'),
    wants: [both('Ships')],
    fears: [both('Storms')],
    asks: [both('Rules')],
    points: [{ text: both('A point'), evidence: ['ports-berths'] }],
    assumptions: ['zone'],
    watches: ['berths'],
  }
  const deck = { title: both('Deck'), slides: [slide()] }

  test('name facts, assumptions and variables that the pack has', () => {
    expect(checkWorkshop({ deck, roles: [role] }, pack)).toEqual([])
    const wrong = {
      ...role,
      points: [{ text: both('A'), evidence: ['gone'] }],
      assumptions: ['zones'],
      watches: ['berth'],
    }
    expectIssues({ ok: false, issues: checkWorkshop({ deck, roles: [role, wrong] }, pack) }, [
      ['roles[1].points[0].evidence', 'unknown fact "gone"'],
      ['roles[1].assumptions', 'unknown assumption "zones"', '"zone"'],
      ['roles[1].watches', 'unknown variable "berth"', '"berths"'],
    ])
  })

  test('a workshop loads, or says at which stage it failed', () => {
    const loaded = loadWorkshop({ $schema: '../workshop.schema.json', deck, roles: [role] }, pack)
    expect(loaded).toEqual({ ok: true, value: { deck, roles: [role] } })
    expectIssues(loadWorkshop({ deck, roles: 'none' }, pack), [['roles', /./]])
    expectIssues(loadWorkshop({ deck: { ...deck, slides: [slide({ predict: 'gone' })] }, roles: [] }, pack), [
      ['slides[0].predict', /not on the chart/],
    ])
    expect(loadWorkshop(JSON.parse('{"deck":{"__proto__":{"a":1}},"roles":[]}'), pack).ok).toBe(false)
  })
})
