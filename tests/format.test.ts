import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  formatNumber,
  formatPercent,
  formatQuantity,
  formatShift,
  formatSigned,
  formatWritten,
  locales,
  probabilityBands,
  probabilityWord,
  wholePoints,
} from '../lib/format'

test.each([
  [15.9, 1, '15.9'],
  [1234567.891, 2, '1,234,567.89'],
  [1234, 0, '1,234'],
  [-3.25, 1, '−3.3'],
  [-0.04, 1, '0.0'],
  [-0, 0, '0'],
  [0.05, 1, '0.1'],
])('%f with %i decimals reads "%s" in both languages, with a true minus and never −0', (value, decimals, text) => {
  for (const locale of locales) expect(formatNumber(value, decimals, locale)).toBe(text)
})

test.each([
  [3.2, 1, '+3.2'],
  [-3.2, 1, '−3.2'],
  [0.04, 1, '0.0'],
  [-0.04, 1, '0.0'],
  [0.4, 0, '0'],
  [12345, 0, '+12,345'],
])(
  'a difference of %f reads "%s" with %i decimals: a sign always, none where it rounds to nothing',
  (value, decimals, text) => {
    for (const locale of locales) expect(formatSigned(value, decimals, locale)).toBe(text)
  },
)

test.each([
  [0, '<1%'],
  [0.0099, '<1%'],
  [0.01, '1%'],
  [0.184, '18%'],
  [0.186, '19%'],
  [0.99, '99%'],
  [0.9901, '>99%'],
  [1, '>99%'],
  // Halves go up, also where the last digit of the odds leaves them just below: 3 to 7, times 1.4.
  [1 / (1 + 1 / ((3 / 7) * 1.4)), '38%'],
  [0.37499999999999994, '38%'],
  [0.3749999, '37%'],
])('a probability of %f reads %s: never 0 and never 100', (p, text) => {
  expect(formatPercent(p)).toBe(text)
})

test('points are the difference of the percents that are shown', () => {
  expect(wholePoints(0.184, 0.186)).toBe(1)
  expect(wholePoints(0.196, 0.204)).toBe(0)
  expect(wholePoints(0.5, 0.2)).toBe(-30)
  const shown = fc.double({ min: 0.01, max: 0.99, noNaN: true })
  fc.assert(
    fc.property(shown, shown, (a, b) => {
      expect(wholePoints(a, b)).toBe(Number.parseInt(formatPercent(b)) - Number.parseInt(formatPercent(a)))
    }),
    { seed: 19, numRuns: 500 },
  )
})

test.each([
  [24, '24'],
  [0.015, '0.015'],
  [1234.5, '1,234.5'],
  [-0.25, '−0.25'],
  [1 - 0.55, '0.45'],
  [0, '0'],
  [1e-7, '0.0000001'],
  [100, '100'],
])('%f is written with every decimal it has: %s', (value, text) => {
  for (const locale of locales) expect(formatWritten(value, locale)).toBe(text)
})

describe('words for probabilities are those of ICD 203', () => {
  test.each([
    [0.0099, null],
    [0.01, 'almost-no-chance'],
    [0.0499, 'almost-no-chance'],
    [0.05, 'very-unlikely'],
    [0.1999, 'very-unlikely'],
    [0.2, 'unlikely'],
    [0.4499, 'unlikely'],
    [0.45, 'roughly-even'],
    [0.5499, 'roughly-even'],
    [0.55, 'likely'],
    [0.7999, 'likely'],
    [0.8, 'very-likely'],
    [0.9499, 'very-likely'],
    [0.95, 'almost-certain'],
    [0.99, 'almost-certain'],
    [0.9901, null],
  ])('%f is %s', (p, word) => {
    expect(probabilityWord(p)).toBe(word)
  })
  test('each word has one band, and the bands rise', () => {
    const edges = probabilityBands.map((band) => band.from)
    expect(edges).toEqual(edges.toSorted((a, b) => a - b))
    expect(new Set(probabilityBands.map((band) => band.word)).size).toBe(7)
  })
})

const event = { scale: 'chance' }
const share = { scale: 'chance', decimals: 0 }
const amount = { scale: 'amount', decimals: 1 }
const berths = { scale: 'level', decimals: 0 }
const ratio = { scale: 'derived', decimals: 2 }

test('a quantity is written as its kind: an event in whole percent, a share in percent, others as numbers', () => {
  expect(formatQuantity(event, 0.184, 'en')).toBe('18%')
  expect(formatQuantity(event, 0.001, 'en')).toBe('<1%')
  expect(formatQuantity(share, 0.848, 'es')).toBe('85%')
  expect(formatQuantity({ ...share, decimals: 1 }, 0.848, 'es')).toBe('84.8%')
  expect(formatQuantity(amount, 1015.94, 'es')).toBe('1,015.9')
  expect(formatQuantity(ratio, 1.294, 'en')).toBe('1.29')
})

test('a shift is written in points for events and shares, and in its own unit for others', () => {
  expect(formatShift(event, 0.184, 0.186, 'en')).toBe('+1')
  expect(formatShift(event, 0.5, 0.2, 'en')).toBe('−30')
  expect(formatShift(event, 0.196, 0.204, 'en')).toBe('0')
  expect(formatShift(share, 0.85, 0.6, 'en')).toBe('−25')
  expect(formatShift(amount, 15.9, 18.14, 'es')).toBe('+2.2')
  expect(formatShift(berths, 0, 15, 'en')).toBe('+15')
})
