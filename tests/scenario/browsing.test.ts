import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  decodeEvidence,
  decodeMethod,
  decodeRules,
  encodeEvidence,
  encodeMethod,
  encodeRules,
  type EvidenceScreen,
  factFilters,
  type MethodScreen,
  ruleGroups,
  type RulesScreen,
  ruleViews,
} from '../../lib/scenario/browsing'
import { anyAssignment, anyChanges } from '../fixtures/arbitrary'
import { tinyModel } from '../fixtures/tiny-model'

/** The addresses of the pages to read. */

const model = tinyModel()
const { pack } = model
const shown = {
  changes: anyChanges(pack, 2),
  variants: fc.constantFrom({}, { exports: 'year-2019' }),
  year: fc.constantFrom(...model.years.slice(1)),
  open: fc.constantFrom(null, ...pack.variables.map(({ id }) => id)),
}
const idsOf = (records: readonly { id: string }[]) => fc.constantFrom(null, ...records.map(({ id }) => id))
const anyEvidence: fc.Arbitrary<EvidenceScreen> = fc.record({
  ...shown,
  section: idsOf(pack.meta.sectors),
  only: fc.subarray([...factFilters]),
  fact: idsOf(pack.evidence),
})
const anyRules: fc.Arbitrary<RulesScreen> = fc.record({
  ...shown,
  assignment: anyAssignment(model),
  view: fc.constantFrom(...ruleViews),
  by: fc.constantFrom(...ruleGroups),
  of: idsOf([...pack.assumptions, ...pack.variables, ...pack.meta.sectors]),
  rule: idsOf(pack.rules),
  link: idsOf(pack.links),
})
const anyMethod: fc.Arbitrary<MethodScreen> = fc.record({ ...shown, assignment: anyAssignment(model) })
const sound = { dropped: [], madeWith: null, cited: null }

describe('there and back', () => {
  test('10 000 screens of Evidence', () => {
    fc.assert(
      fc.property(anyEvidence, (screen) => {
        expect(decodeEvidence(model, encodeEvidence(model, screen))).toEqual({ screen, ...sound })
      }),
      { seed: 91, numRuns: 10_000 },
    )
  })
  test('10 000 screens of Rules', () => {
    fc.assert(
      fc.property(anyRules, (screen) => {
        expect(decodeRules(model, encodeRules(model, screen))).toEqual({ screen, ...sound })
      }),
      { seed: 92, numRuns: 10_000 },
    )
  })
  test('2 000 screens of Method', () => {
    fc.assert(
      fc.property(anyMethod, (screen) => {
        expect(decodeMethod(model, encodeMethod(model, screen))).toEqual({ screen, ...sound })
      }),
      { seed: 93, numRuns: 2000 },
    )
  })
  test('the resting screens are the empty text', () => {
    expect(encodeEvidence(model, decodeEvidence(model, '').screen)).toBe('')
    expect(encodeRules(model, decodeRules(model, '').screen)).toBe('')
    expect(encodeMethod(model, decodeMethod(model, '').screen)).toBe('')
  })
})

describe('what cannot be used', () => {
  test.each([
    ['fact=nothing', decodeEvidence],
    ['section=nothing', decodeEvidence],
    ['only=cautions_nothing', decodeEvidence],
    ['only=', decodeEvidence],
    ['search=<script>', decodeEvidence],
    ['zone=open', decodeEvidence],
    ['rule=nothing', decodeRules],
    ['of=__proto__', decodeRules],
    ['by=constructor', decodeRules],
    ['view=risks', decodeRules],
    ['link=nothing', decodeRules],
    ['zone=nothing', decodeRules],
    ['view=book', decodeMethod],
    ['effect.nothing.bribery=1_2_3', decodeMethod],
    ['effect.dealer-bribes.bribery=3_2_1', decodeMethod],
    ['effect.dealer-bribes.bribery=1_2_1000', decodeMethod],
    ['timing.dealer-bribes=1999_1', decodeMethod],
    ['start.bribery=1', decodeMethod],
  ] as const)('%s is dropped and listed, and the rest is used', (part, read) => {
    const { screen, dropped } = read(model, `${part}&year=2024`)
    expect(screen.year).toBe(2024)
    expect(screen.changes).toEqual([])
    expect(dropped).toHaveLength(1)
    expect(dropped[0]?.kind).toBe('unknown')
  })
  test('a thousand random texts never throw', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        for (const read of [decodeEvidence, decodeRules, decodeMethod]) read(model, text)
      }),
      { seed: 94, numRuns: 1000 },
    )
  })
})
