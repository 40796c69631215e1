import { describe, expect, test } from 'vitest'
import { evaluate } from '../../lib/engine/evaluate'
import { decodeComparison } from '../../lib/scenario/comparison'
import {
  boardRanges,
  boardRows,
  compareGroups,
  distinctNames,
  mostApart,
  nextName,
  shareOf,
  stackMarks,
} from '../../lib/workshop/board'
import { tinyModel } from '../fixtures/tiny-model'

/** What the groups of a workshop chose, side by side: known vectors of both measures, ties, one group, all alike. */

const model = tinyModel()
const chose = (leader: string, zone = 'closed', audits = 'current') => ({ leader, zone, audits })
const rowOf = (groups: readonly ReturnType<typeof chose>[], assumption: string) =>
  boardRows(model, groups).find((row) => row.assumption === assumption)

describe('an assumption over the groups', () => {
  test('says who chose what, the most chosen first, and how many are apart', () => {
    // A count of groups instead of their places, or an order by pack alone, would fail.
    expect(rowOf([chose('dealer'), chose('stays'), chose('dealer'), chose('reformer')], 'leader')).toEqual({
      assumption: 'leader',
      states: ['dealer', 'stays', 'dealer', 'reformer'],
      chosen: [
        { state: 'dealer', groups: [0, 2] },
        { state: 'stays', groups: [1] },
        { state: 'reformer', groups: [3] },
      ],
      apart: 2,
      pairs: 5,
      moved: true,
    })
  })

  test.each([
    ['all alike', ['dealer', 'dealer', 'dealer'], 0, 0],
    ['one against three', ['dealer', 'stays', 'stays', 'stays'], 1, 3],
    ['two against two', ['dealer', 'stays', 'dealer', 'stays'], 2, 4],
    ['two, one and one', ['dealer', 'stays', 'reformer', 'stays'], 2, 5],
    ['every one apart', ['dealer', 'stays', 'reformer'], 2, 3],
    ['two each of six', ['dealer', 'stays', 'reformer', 'dealer', 'stays', 'reformer'], 4, 12],
    ['one group alone', ['dealer'], 0, 0],
    ['no group', [], 0, 0],
  ])('%s: variation ratio and pairs as worked out by hand', (_, leaders, apart, pairs) => {
    const groups = leaders.map((leader) => chose(leader))
    expect(rowOf(groups, 'leader')).toMatchObject({ apart, pairs })
  })

  test('stands before another with as many apart where more pairs of groups differ, and is then alone on top', () => {
    const space = {
      ...model,
      states: new Map([['two', ['a', 'b']], ['three', ['a', 'b', 'c']], ['same', ['a', 'b']]]), // prettier-ignore
      baseline: { two: 'a', three: 'a', same: 'a' },
    }
    const groups = [['a', 'a'], ['b', 'b'], ['a', 'c'], ['b', 'b']].map(([two = '', three = '']) => ({ two, three, same: 'a' })) // prettier-ignore
    const rows = boardRows(space, groups)
    expect(rows.map(({ assumption, apart, pairs }) => [assumption, apart, pairs])).toEqual([
      ['three', 2, 5],
      ['two', 2, 4],
      ['same', 0, 0],
    ])
    expect(mostApart(rows).map(({ assumption }) => assumption)).toEqual(['three'])
  })

  test('of a state chosen as often as another keeps the order of the pack', () => {
    const row = rowOf([chose('reformer'), chose('stays')], 'leader')
    expect(row?.chosen.map(({ state }) => state)).toEqual(['stays', 'reformer'])
  })

  test('that a group does not know stands at the baseline', () => {
    const { audits: _, ...older } = chose('dealer')
    expect(boardRows(model, [older, chose('dealer', 'closed', 'strict')])[0]).toMatchObject({
      assumption: 'audits',
      states: ['current', 'strict'],
      apart: 1,
    })
  })

  test('is moved only where some group left the baseline, though all of them did', () => {
    const groups = [chose('dealer'), chose('dealer')]
    expect(boardRows(model, groups).map(({ assumption, moved }) => [assumption, moved])).toEqual([
      ['leader', true],
      ['zone', false],
      ['audits', false],
    ])
  })
})

describe('the order of the board', () => {
  test('is by groups apart, then by pairs that differ, then as the pack has it', () => {
    const groups = [
      chose('dealer', 'open', 'strict'),
      chose('stays', 'open', 'current'),
      chose('reformer', 'closed', 'strict'),
      chose('stays', 'closed', 'strict'),
    ]
    // Leader and zone have two apart each; among three answers more pairs differ. Audits have one.
    expect(boardRows(model, groups).map(({ assumption }) => assumption)).toEqual(['leader', 'zone', 'audits'])
    const two = [chose('stays', 'open', 'strict'), chose('stays', 'closed', 'current')]
    expect(boardRows(model, two).map(({ assumption }) => assumption)).toEqual(['zone', 'audits', 'leader'])
  })

  test('names those most apart, all of them where they tie, none where the groups agree', () => {
    const names = (groups: readonly ReturnType<typeof chose>[]) =>
      mostApart(boardRows(model, groups)).map(({ assumption }) => assumption)
    expect(names([chose('stays', 'open', 'strict'), chose('stays')])).toEqual(['zone', 'audits'])
    expect(names([chose('dealer', 'open'), chose('stays'), chose('reformer')])).toEqual(['leader'])
    expect(names([chose('dealer'), chose('dealer')])).toEqual([])
    expect(names([chose('dealer')])).toEqual([])
    expect(names([])).toEqual([])
  })
})

describe('outcomes over the groups', () => {
  const outcome = (assignment: ReturnType<typeof chose>) => evaluate(model, assignment)
  const t = model.years.indexOf(2024)
  const baseline = evaluate(model, model.baseline)
  const risks = (...groups: ReturnType<typeof chose>[]) => boardRanges(model, baseline, groups.map(outcome), t, 'risk')

  test('have their ends, their middle, and the groups that stand at the ends', () => {
    // By hand: odds of 1 to 4; doubled by the dealer, times 1.5 once he has the zone. The audits ramp over four years:
    // in the third they take three quarters of the logarithm of a half.
    const chance = (odds: number) => odds / (1 + odds)
    const [bribery] = risks(chose('dealer'), chose('stays'), chose('dealer', 'open'), chose('stays', 'open', 'strict'))
    const strict = chance(0.25 * 0.5 ** 0.75)
    expect(bribery).toMatchObject({ id: 'bribery', lowest: [3], highest: [2], axis: { from: 0, to: 1 } })
    expect(bribery?.low).toBeCloseTo(strict, 10)
    expect(bribery?.high).toBeCloseTo(chance(0.25 * 2 * 1.5), 10)
    expect(bribery?.median).toBeCloseTo((0.2 + chance(0.5)) / 2, 10)
    expect(bribery?.spread).toBe(Math.round(100 * chance(0.75)) - Math.round(100 * strict))
  })

  test('of one group are its own value, low, middle and high; of none there are none', () => {
    const [bribery] = risks(chose('stays'))
    expect(bribery).toMatchObject({ low: 0.2, median: 0.2, high: 0.2, spread: 0, lowest: [0], highest: [0] })
    expect(risks()).toEqual([])
  })

  test('of groups that are alike name them all at both ends', () => {
    expect(risks(chose('dealer'), chose('dealer'))[0]).toMatchObject({ spread: 0, lowest: [0, 1], highest: [0, 1] })
  })

  test('of indicators are sorted by the share of an axis that starts at zero, whatever the unit', () => {
    const ranges = boardRanges(model, baseline, [chose('stays'), chose('stays', 'open')].map(outcome), t, 'indicator')
    // Berths go from none to four, all of their axis; exports from 10 to 12, a sixth of it. Sorted by plain spread, exports of
    // a larger unit would come first as soon as they moved by more than four.
    expect(ranges[0]).toMatchObject({ id: 'berths', low: 0, high: 4, spread: 4, axis: { from: 0, to: 4 } })
    expect(ranges.map(({ id }) => id)).toEqual(['berths', 'exports', 'cover', 'imports'])
    const exports = ranges[1]
    expect(exports?.axis).toEqual({ from: 0, to: exports?.high })
    expect(boardRanges(model, baseline, [baseline], t, 'opportunity')).toEqual([])
  })
})

test('a value stands at its share of the axis, below zero too; an axis of no length has one place', () => {
  expect(shareOf({ from: -2, to: 2 }, 1)).toBe(0.75)
  expect(shareOf({ from: 0, to: 0 }, 0)).toBe(0)
})

describe('groups in Compare', () => {
  const columns = ['dealer', 'stays', 'reformer', 'dealer', 'stays'].map((leader, i) => ({
    assignment: chose(leader, i > 2 ? 'open' : 'closed'),
    kept: `k${i}`,
  }))
  test('are its first four columns, by their names, in the year of the board', () => {
    const { screen, dropped } = decodeComparison(model, compareGroups(model, columns, 2026))
    expect(dropped).toEqual([])
    expect(screen.columns).toEqual(columns.slice(0, 4))
    expect(screen).toMatchObject({ reference: null, pair: [0, 3], year: 2026 })
  })
  test('of one group stand it beside the baseline', () => {
    const { screen } = decodeComparison(model, compareGroups(model, columns.slice(0, 1), model.pack.meta.year))
    expect(screen.columns).toEqual(columns.slice(0, 1))
    expect(screen.pair).toEqual([null, 0])
  })
})

test('the next group takes the next number that nobody has', () => {
  const word = (n: number) => `Group ${n}`
  expect(nextName([], word)).toBe('Group 1')
  expect(nextName(['Group 1', 'Ministry'], word)).toBe('Group 3')
  expect(nextName(['Group 3', 'Group 2'], word)).toBe('Group 4')
})

test('marks that touch stack up in the order of the groups, each at its own place', () => {
  expect(stackMarks([0.5, 0.1, 0.51, 0.49])).toEqual([
    { group: 1, share: 0.1, level: 0, of: 1 },
    { group: 0, share: 0.5, level: 0, of: 3 },
    { group: 2, share: 0.51, level: 1, of: 3 },
    { group: 3, share: 0.49, level: 2, of: 3 },
  ])
  expect(stackMarks([])).toEqual([])
})

test('names that are alike are told apart, and never by a name that another group has', () => {
  expect(distinctNames(['A', 'B', 'A', 'A (2)', 'A'])).toEqual(['A', 'B', 'A (3)', 'A (2)', 'A (4)'])
})
