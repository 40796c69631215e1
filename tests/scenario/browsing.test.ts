import { describe, expect, test } from 'vitest'
import {
  decodeEvidence,
  decodeMethod,
  decodeRules,
  encodeEvidence,
  encodeMethod,
  encodeRules,
} from '../../lib/scenario/browsing'
import { tinyModel } from '../fixtures/tiny-model'

/** The addresses of the pages to read. */

const model = tinyModel()

describe('there and back', () => {
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
})
