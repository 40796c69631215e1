import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nudge, readNumber, readPercent, writeNumber, writePercent } from '../lib/typed'

describe('a number that was typed', () => {
  test.each([
    ['1.5', 1.5],
    ['1,5', 1.5],
    [' 1,5 ', 1.5],
    ['−2', -2],
    ['-2', -2],
    ['–2', -2],
    ['+3', 3],
    ['×1.6', 1.6],
    ['.5', 0.5],
    [',5', 0.5],
    ['3.', 3],
    ['0,125', 0.125],
    ['1.250', 1.25],
    ['12 500', 12500],
    ['1,234,567', 1234567],
    ['1,234.5', 1234.5],
    ['1.234,5', 1234.5],
    ['1.234.567', 1234567],
    ['2022', 2022],
    ['0', 0],
  ])('"%s" is %d', (typed, number) => {
    expect(readNumber(typed)).toBe(number)
  })

  test.each([
    '',
    ' ',
    '.',
    '-',
    'x',
    'two',
    '1.5.2',
    '1,5,2',
    '1e5',
    '0x10',
    '5%',
    '1-2',
    'Infinity',
    '--2',
    '9'.repeat(25),
  ])('"%s" is none', (typed) => {
    expect(readNumber(typed)).toBeNull()
  })

  test('what some write for 1.2 and others for 1200 is not guessed', () => {
    expect(readNumber('1,200')).toBeNull()
    expect(readNumber('−12,000')).toBeNull()
    expect(readNumber('1,20')).toBe(1.2)
  })
})

test.each([
  ['50%', 0.5],
  ['50 %', 0.5],
  ['35', 0.35],
  ['0,5', 0.005],
  ['99.9', 0.999],
  ['7', 0.07],
])('"%s" in a field of percent is %d', (typed, share) => {
  expect(readPercent(typed)).toBe(share)
})

test('a percent sign alone, or within, is no share', () => {
  expect(readPercent('%')).toBeNull()
  expect(readPercent('5%0')).toBeNull()
})

describe('a number in a field', () => {
  test.each([
    [1.6, '1.6'],
    [-0.3, '−0.3'],
    [1234.5, '1234.5'],
    [0.1 + 0.2, '0.3'],
    [0.0000012, '0.0000012'],
    [-0, '0'],
  ])('%d stands as "%s"', (value, text) => {
    expect(writeNumber(value)).toBe(text)
  })

  test('a share stands in percent without stray digits', () => {
    expect(writePercent(0.35)).toBe('35')
    expect(writePercent(0.07)).toBe('7')
    expect(writePercent(0.999)).toBe('99.9')
  })

  test('is read back as it was, which leaving a field untouched relies on', () => {
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((x) => Number(x.toPrecision(6)) + 0)
    fc.assert(
      fc.property(
        value.filter((x) => x === 0 || Math.abs(x) > 1e-5),
        (x) => {
          expect(readNumber(writeNumber(x))).toBe(x)
        },
      ),
      { seed: 15, numRuns: 300 },
    )
  })
})

test.each([
  [1.6, 1, 1.7],
  [0.72, -1, 0.71],
  [35, 1, 36],
  [1.9, 1, 2],
  [-0.3, 1, -0.29],
  [0, -1, -0.1],
  [1200, 1, 1300],
] as const)('%d stepped by %d is %d, without stray digits', (value, by, next) => {
  expect(nudge(value, by)).toBe(next)
})
