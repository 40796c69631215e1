import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatPercent, formatQuantity, formatShift, locales } from '../../lib/format'

const event = { scale: 'chance' }
const share = { scale: 'chance', decimals: 0 }
const kinds = [event, share, { scale: 'amount', decimals: 1 }, { scale: 'level', decimals: 0 }]

describe('a quantity', () => {
  test('an event is never 0 or 100 %, a share may be', () => {
    expect([formatQuantity(event, 0, 'en'), formatQuantity(event, 1, 'en')]).toEqual(['<1%', '>99%'])
    expect([formatQuantity(share, 0, 'en'), formatQuantity(share, 1, 'en')]).toEqual(['0%', '100%'])
  })
  test('below zero has a true minus, and rounds to no minus zero', () => {
    expect(formatQuantity({ scale: 'derived', decimals: 1 }, -1234.56, 'es')).toBe('−1,234.6')
    expect(formatQuantity({ scale: 'level', decimals: 0 }, -0.4, 'en')).toBe('0')
    expect(formatQuantity({ scale: 'chance', decimals: 1 }, -0.1234, 'en')).toBe('−12.3%')
  })
  test('an event of any probability reads as the ladder writes it, in both languages', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(...locales), (p, locale) => {
        expect(formatQuantity(event, p, locale)).toBe(formatPercent(p))
      }),
      { seed: 1, numRuns: 200 },
    )
  })
})

describe('a shift', () => {
  test('from a value to itself is a bare zero, without sign', () => {
    for (const kind of kinds) expect(formatShift(kind, 0.37, 0.37, 'es')).toMatch(/^0(\.0)?$/)
  })
  test('the other way round has the same digits and the other sign', () => {
    const any = fc.double({ min: 0, max: 1, noNaN: true })
    const mirrored = (text: string) => text.replace(/[+−]/, (sign) => (sign === '+' ? '−' : '+'))
    fc.assert(
      fc.property(any, any, fc.constantFrom(...kinds), (a, b, kind) => {
        expect(formatShift(kind, a, b, 'en')).toBe(mirrored(formatShift(kind, b, a, 'en')))
      }),
      { seed: 2, numRuns: 400 },
    )
  })
  test('of an event is the difference of the percents shown; of a share it is the rounded difference', () => {
    expect(formatShift(event, 0.205, 0.23, 'en')).toBe('+2')
    expect(formatShift(share, 0.205, 0.231, 'en')).toBe('+3')
  })
  test('of thousands is grouped, with its sign', () => {
    expect(formatShift({ scale: 'amount', decimals: 1 }, 1200, 3456.78, 'es')).toBe('+2,256.8')
  })
})
