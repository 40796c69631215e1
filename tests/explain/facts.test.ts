import { describe, expect, test } from 'vitest'
import { packs } from '../../data/index'
import {
  type Asked,
  countFacts,
  groupFacts,
  matchingFacts,
  reasonOf,
  usedBy,
  writeNotes,
} from '../../lib/explain/facts'
import { type Use, usageOf } from '../../lib/explain/usage'
import { formatIssue } from '../../lib/fail'
import { load } from '../../lib/pack/load'
import type { Evidence, Locale } from '../../lib/pack/schema'
import { tinyPack } from '../fixtures/tiny-pack'

const tiny = tinyPack()
const [model] = tiny.evidence
if (!model) throw new Error('The tiny pack has no fact.')
const fact = (id: string, own: Partial<Evidence>): Evidence => ({ ...model, id, notes: [], ...own })
const pack = {
  ...tiny,
  evidence: [
    fact('trade-exports', { section: 'trade', notes: [34], figure: '$15.9 billion', period: 'mid-2021' }),
    fact('port-cost', {
      section: 'ports',
      claim: { en: 'The Ánimas dock would cost it', es: 'El muelle de Ánimas le costaría' },
      figure: '106 million',
      notes: [7],
      forecast: true,
    }),
    fact('port-note', {
      section: 'ports',
      claim: { en: 'The owner’s dock', es: 'El muelle del dueño' },
      notes: [99, 106],
      caution: { en: 'Garbled as printed: two words are missing', es: 'Texto roto: faltan dos palabras' },
    }),
    fact('ports-berths', { section: 'ports', claim: { en: '1106 berths', es: '1106 muelles' } }),
  ],
}
const usage = usageOf(pack)

/** Ids of what fits. */
const found = (asked: Partial<Asked>, locale: Locale = 'en') =>
  matchingFacts(pack, usage, { section: null, only: [], words: '', ...asked }, locale).map(({ id }) => id)
const all = pack.evidence.map(({ id }) => id)

describe('search', () => {
  test('nothing typed finds all, in pack order', () => {
    expect(found({})).toEqual(all)
    expect(found({ words: '  ' })).toEqual(all)
  })
  test('accents, capitals and the form of an apostrophe make no difference', () => {
    expect(found({ words: 'ANIMAS' })).toEqual(['port-cost'])
    expect(found({ words: 'ánimas' })).toEqual(['port-cost'])
    expect(found({ words: "owner's" })).toEqual(['port-note'])
    expect(found({ words: 'COSTARIA dueno' }, 'es')).toEqual([])
    expect(found({ words: 'dueno' }, 'es')).toEqual(['port-note'])
  })
  test('every word must occur, wherever each stands', () => {
    expect(found({ words: 'dock' })).toEqual(['port-cost', 'port-note'])
    expect(found({ words: 'missing dock' })).toEqual(['port-note'])
    expect(found({ words: 'dock missing billion' })).toEqual([])
  })
  test('claim, figure, period, section and caution are searched, in the language of the page alone', () => {
    expect(found({ words: 'animas' })).toEqual(['port-cost'])
    expect(found({ words: '15.9 billion' })).toEqual(['trade-exports'])
    expect(found({ words: 'mid-2021' })).toEqual(['trade-exports'])
    expect(found({ words: 'mid–2021' })).toEqual(['trade-exports'])
    expect(found({ words: 'ports dock' })).toEqual(['port-cost', 'port-note'])
    expect(found({ words: 'garbled' })).toEqual(['port-note'])
    expect(found({ words: 'garbled' }, 'es')).toEqual([])
    expect(found({ words: 'roto' }, 'es')).toEqual(['port-note'])
  })
  test('a bare number is a note or a number of the text, never a part of a longer one', () => {
    expect(found({ words: '106' })).toEqual(['port-cost', 'port-note'])
    expect(found({ words: '34' })).toEqual(['trade-exports'])
    expect(found({ words: '3' })).toEqual([])
  })
  test.each(['fn 106', 'fn106', 'FN. 106', 'note 106', 'footnotes 106', 'nota 106', 'dock fn 106'])(
    '"%s" asks for the note, not for a figure',
    (words) => expect(found({ words })).toEqual(['port-note']),
  )
  test('while "fn" is still being typed, all facts with a note are there', () => {
    expect(found({ words: 'fn' })).toEqual(['trade-exports', 'port-cost', 'port-note'])
    expect(found({ words: 'fn 1' })).toEqual([])
  })
  test('what a pattern would read as a sign is only a letter', () => {
    expect(found({ words: '$15.9' })).toEqual(['trade-exports'])
    expect(found({ words: '15.9 (' })).toEqual([])
    expect(found({ words: '.*' })).toEqual([])
  })
})

describe('filters', () => {
  test('each keeps what it names', () => {
    expect(found({ only: ['cautions'] })).toEqual(['port-note'])
    expect(found({ only: ['figures'] })).toEqual(['trade-exports', 'port-cost'])
    expect(found({ only: ['forecasts'] })).toEqual(['port-cost'])
    expect(found({ only: ['unused'] })).toEqual(['port-cost', 'port-note'])
    expect(found({ section: 'trade' })).toEqual(['trade-exports'])
  })
  test('several hold together, with section and words', () => {
    expect(found({ only: ['figures', 'unused'] })).toEqual(['port-cost'])
    expect(found({ section: 'ports', only: ['cautions'], words: 'dock' })).toEqual(['port-note'])
    expect(found({ section: 'trade', only: ['cautions'] })).toEqual([])
  })
})

describe('groups', () => {
  test('in the order of sections, with how many a section has in all; empty ones are left out', () => {
    const shown = matchingFacts(pack, usage, { section: null, only: ['unused'], words: '' }, 'en')
    expect(groupFacts(pack, shown)).toEqual([
      { section: 'ports', facts: [pack.evidence[1], pack.evidence[2]], total: 3 },
    ])
    expect(groupFacts(pack, pack.evidence).map(({ section, total }) => [section, total])).toEqual([
      ['trade', 1],
      ['ports', 3],
    ])
  })
  test('every fact of the shipped pack stands in exactly one group, and the counts are those of the file', () => {
    const loaded = load(packs['peru-prc'])
    if (!loaded.ok) throw new Error(loaded.issues.map(formatIssue).join('\n'))
    const { value: real } = loaded
    const listed = groupFacts(real, real.evidence).flatMap(({ facts }) => facts.map(({ id }) => id))
    expect(listed.toSorted()).toEqual(real.evidence.map(({ id }) => id).toSorted())
    const counts = countFacts(real)
    expect(counts.all).toBe(real.evidence.length)
    expect(counts.noted + counts.unnoted).toBe(counts.all)
    for (const { caution } of real.evidence)
      for (const locale of ['en', 'es'] as const)
        if (caution) expect(reasonOf(caution[locale]), caution[locale]).toMatch(/^[^:…]{5,60}$/)
  })
  test('counts of notes and cautions', () => {
    expect(countFacts(pack)).toEqual({ all: 4, noted: 3, unnoted: 1, cautioned: 1 })
  })
})

test('uses by kind of record: a rule with two effects is one rule, a variant is its variable', () => {
  const uses: Use[] = [
    { kind: 'assumption', assumption: 'leader' },
    { kind: 'baseline', variable: 'exports' },
    { kind: 'variant', variable: 'exports', variant: 'year-2019' },
    { kind: 'effect', rule: 'dealer', variable: 'bribery' },
    { kind: 'effect', rule: 'dealer', variable: 'exports' },
    { kind: 'effect', rule: 'zone', variable: 'exports' },
    { kind: 'link', link: 'exports-imports' },
    { kind: 'choice', scenario: 'open', assumption: 'zone' },
    { kind: 'choice', scenario: 'open', assumption: 'leader' },
    { kind: 'site', site: 'port' },
  ]
  expect(usedBy(uses)).toEqual({
    assumptions: ['leader'],
    variables: ['exports'],
    rules: ['dealer', 'zone'],
    links: ['exports-imports'],
    scenarios: ['open'],
    sites: ['port'],
  })
  expect(Object.values(usedBy([])).flat()).toEqual([])
})

describe('words of a row', () => {
  test('the reason of a caution is what stands before the colon, or its first sentence, and is never long', () => {
    expect(reasonOf('Odd year: imports were twice that in 2020: see there.')).toBe('Odd year')
    expect(reasonOf('Four cabinets or four changes? By then: four.')).toBe('Four cabinets or four changes?')
    expect(reasonOf('Garbled.')).toBe('Garbled')
    expect(reasonOf('one two three four five six seven eight nine ten')).toBe(
      'one two three four five six seven eight nine…',
    )
    expect(reasonOf('$11.1 billion elsewhere: see note 36')).toBe('$11.1 billion elsewhere')
  })
  test.each([
    [[], ''],
    [[106], '106'],
    [[21, 84], '21, 84'],
    [[88, 89], '88–89'],
    [[145, 144, 146, 21, 144], '21, 144–146'],
  ])('notes %j are written "%s"', (notes, text) => expect(writeNotes(notes)).toBe(text))
})
