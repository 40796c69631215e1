import { describe, expect, test } from 'vitest'
import type { Machine } from './machine'
import { type Lap, lapOf, race, ratioOf } from './race'
import { random } from './random'
import { atLeast, atMost, significant, times } from './row'
import { spreadOf } from './spread'
import { described, judged, table } from './table'

describe('a race', () => {
  test('warms up, then gives every contestant one turn a round, in an order that rotates', async () => {
    const turns: string[] = []
    const contestant = (name: string) => ({ name, run: () => (turns.push(name), 1) })
    const laps = await race([contestant('a'), contestant('b'), contestant('c')], { rounds: 7, turnMs: 0 })
    // A turn of no time is one run, and so is the warm-up.
    expect(turns.join('')).toBe(`abc${'abcbcacab'.repeat(2)}abc`)
    expect(laps.map(({ name, wall, cpu }) => [name, wall.length, cpu.length])).toEqual([
      ['a', 7, 7],
      ['b', 7, 7],
      ['c', 7, 7],
    ])
  })
  test('waits for a promise before the next run', async () => {
    let running = 0
    const run = async () => {
      expect(++running).toBe(1)
      await Promise.resolve()
      return --running
    }
    await race([{ name: 'slow', run }], { rounds: 7, turnMs: 1 })
  })
  test('compares medians, and gives the spread of the rounds', () => {
    const lap = (name: string, wall: number[]): Lap => ({ name, wall, cpu: wall })
    const [own, floor] = [lap('own', [2, 4, 60]), lap('floor', [1, 1, 2])]
    expect(ratioOf(own, floor)).toEqual({ median: 4, min: 2, max: 30, cpu: 4 })
    expect(() => lapOf([own], 'other')).toThrow('"other" did not run: use one of own')
  })
  test('takes the middle of the sorted, or the mean of two', () => {
    expect(spreadOf([5, 1, 3])).toEqual({ median: 3, min: 1, max: 5 })
    expect(spreadOf([4, 1, 3, 2])).toEqual({ median: 2.5, min: 1, max: 4 })
    expect(() => spreadOf([])).toThrow('at least one value')
  })
})

describe('the table', () => {
  const machine: Machine = { processor: 'Any', cores: 2, load: 0.5, despiteLoad: false, node: 'v24', versions: {} }
  const clock = atMost(2, { id: 'P1', what: 'clock', goal: '≤ 2 ×', ratio: 1.5, timed: true, spread: '1 × to 2 ×' })
  const count = atLeast(2, { id: 'P2', what: 'count', goal: '≥ 2 ×', ratio: 1, timed: false, note: 'Counted.' })

  test('says of every row whether its goal is met, and prints its note below', () => {
    expect([clock.met, count.met]).toEqual([true, false])
    const [, , first, second, note] = table([clock, count]).split('\n')
    expect(first).toMatch(/^P1 {2}clock .*≤ 2 × .*1.50 × .*1 × to 2 × .*yes$/)
    expect(second).toMatch(/^P2 {2}count .*NO$/)
    expect(note?.trim()).toBe('· Counted.')
  })
  test('withholds what rests on the clock where the load is above the cores, and marks it where it is asked for', () => {
    expect(judged([clock, count], machine)).toEqual([clock, count])
    const busy = { ...machine, load: 2.1 }
    expect(judged([clock, count], busy)).toEqual([
      { ...clock, figure: 'withheld: busy', ratio: null, met: null, spread: '', note: '' },
      count,
    ])
    expect(judged([clock], { ...busy, despiteLoad: true })[0]).toMatchObject({ figure: '1.50 × (busy)', ratio: 1.5 })
    expect(described({ ...busy, despiteLoad: true })).toContain('load 2.1 (above the cores')
  })
  test.each([
    [0, '0'],
    [0.01234, '0.0123'],
    [1.25, '1.25'],
    [99.96, '100.0'],
    [5310.4, '5310'],
    [123_456.7, '123 457'],
    [Infinity, 'Infinity'],
  ])('writes %d as %s', (value, text) => {
    expect(significant(value)).toBe(text)
    expect(times(value)).toBe(`${text} ×`)
  })
})

test('a seed gives the same inputs again, spread over their range, and another seed gives others', () => {
  const drawn = (seed: number) => Array.from({ length: 1000 }, random(seed).next)
  expect(drawn(7)).toEqual(drawn(7))
  expect(drawn(8)).not.toEqual(drawn(7))
  const mean = drawn(7).reduce((sum, at) => sum + at, 0) / 1000
  expect(mean).toBeCloseTo(0.5, 1)
  expect(random(1).shuffled([1, 2, 3, 4]).sort()).toEqual([1, 2, 3, 4])
  expect(() => random(1).pick([])).toThrow('Nothing to pick from')
})
