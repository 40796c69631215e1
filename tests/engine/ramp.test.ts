import { expect, test } from 'vitest'
import { ramp } from '../../lib/engine/ramp'

const years = [2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028]

test.each([
  ['at once', { onset: 2023, rampYears: 0 }, [0, 0, 1, 1, 1, 1, 1, 1]],
  ['one year is at once too', { onset: 2023, rampYears: 1 }, [0, 0, 1, 1, 1, 1, 1, 1]],
  ['over two years, half in the first', { onset: 2023, rampYears: 2 }, [0, 0, 0.5, 1, 1, 1, 1, 1]],
  ['over four years', { onset: 2022, rampYears: 4 }, [0, 0.25, 0.5, 0.75, 1, 1, 1, 1]],
  ['longer than the horizon', { onset: 2027, rampYears: 10 }, [0, 0, 0, 0, 0, 0, 0.1, 0.2]],
  ['a shock that is gone at once', { onset: 2022, rampYears: 0, fadeFrom: 2024 }, [0, 1, 1, 0, 0, 0, 0, 0]],
  ['fade of zero years', { onset: 2022, rampYears: 0, fadeFrom: 2024, fadeYears: 0 }, [0, 1, 1, 0, 0, 0, 0, 0]],
  ['fade over two years', { onset: 2022, rampYears: 0, fadeFrom: 2025, fadeYears: 2 }, [0, 1, 1, 1, 0.5, 0, 0, 0]],
  [
    'fade over four years',
    { onset: 2022, rampYears: 2, fadeFrom: 2024, fadeYears: 4 },
    [0, 0.5, 1, 0.75, 0.5, 0.25, 0, 0],
  ],
  [
    'fade before full strength multiplies what has been reached',
    { onset: 2022, rampYears: 4, fadeFrom: 2024, fadeYears: 2 },
    [0, 0.25, 0.5, 0.375, 0, 0, 0, 0],
  ],
] as const)('%s', (_, rule, expected) => {
  expect(years.map((year) => ramp(rule, year))).toEqual(expected)
})
