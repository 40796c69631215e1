import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitToggles, stateLines } from '../../lib/chart/fit-toggles'
import { fitHeadline, headlineLine } from '../../lib/chart/headline'

/** What fits on the stage: the size of a headline, and of toggles beside one another. */

const words = (n: number, letters = 6) => Array.from({ length: n }, () => 'w'.padEnd(letters, 'o')).join(' ')

describe('the headline', () => {
  test('is as large as its words allow in two lines, down to 58 pixels', () => {
    const sizes = [4, 10, 12, 14, 16, 18].map((n) => fitHeadline(words(n), 1724, 192))
    expect(sizes[0]).toEqual({ size: 92, lines: 1 })
    expect(sizes[1]).toEqual({ size: 92, lines: 2 })
    expect(sizes.map(({ size }) => size)).toEqual(sizes.map(({ size }) => size).toSorted((a, b) => b - a))
    expect(new Set(sizes.map(({ size }) => size)).size).toBeGreaterThan(3)
    expect(sizes.every(({ lines }) => lines <= 2)).toBe(true)
  })

  test('takes more lines only where two are too few, and as many as there is room for', () => {
    const { size, lines } = fitHeadline(words(34), 1724, 192)
    expect(size).toBeLessThan(58)
    expect(lines).toBeGreaterThan(2)
    expect(size * headlineLine * lines).toBeLessThanOrEqual(192)
  })

  test('shrinks for a word that is wider than a line', () => {
    expect(fitHeadline('w'.repeat(60), 1724, 192).size).toBeLessThan(58)
    expect(fitHeadline('w'.repeat(600), 1724, 192).size).toBe(24)
  })

  test('never needs more height than it is given', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ maxLength: 40 }), { maxLength: 40 }),
        fc.constantFrom(120, 192),
        (all, height) => {
          const { size, lines } = fitHeadline(all.join(' '), 1724, height)
          expect(size * headlineLine * Math.min(lines, Math.max(1, Math.floor(height / (size * headlineLine))))).toBeLessThanOrEqual(height) // prettier-ignore
          expect(size).toBeGreaterThanOrEqual(24)
        },
      ),
      { seed: 4, numRuns: 200 },
    )
  })
})

describe('toggles', () => {
  const toggle = (label: string, ...states: string[]) => ({
    label,
    states: states.map((state, i) => ({ label: state, baseline: i === 0 })),
  })
  const wide = toggle('Who governs', 'As it stood', 'The present one stays', 'A successor of the left', 'A dealer')

  test('are large where they are few, and tighten with every one more', () => {
    const fits = [1, 2, 3, 4].map((n) => fitToggles(Array.from({ length: n }, () => wide), 1744)) // prettier-ignore
    expect(fits[0]).toEqual({ step: 0, two: false, rows: 1 })
    expect(fits.map(({ step }) => step)).toEqual(fits.map(({ step }) => step).toSorted((a, b) => a - b))
    expect(fits.at(-1)).toEqual({ step: 4, two: true, rows: 2 })
    expect(fitToggles([], 1744)).toEqual({ step: 0, two: false, rows: 1 })
  })

  test('give a long name the room it needs', () => {
    const named = (label: string) => fitToggles(Array.from({ length: 4 }, () => toggle(label, 'No', 'Yes')), 1744) // prettier-ignore
    expect(named('Zone').step).toBe(0)
    expect(named('A very long name of what is to be decided').rows).toBe(2)
  })

  test('the words of a state break only where two lines are asked for, and only between words', () => {
    expect(stateLines('Transactional successor', false)).toEqual(['Transactional successor'])
    expect(stateLines('Transactional successor', true)).toEqual(['Transactional', 'successor'])
    expect(stateLines('Strengthened', true)).toEqual(['Strengthened'])
  })
})
