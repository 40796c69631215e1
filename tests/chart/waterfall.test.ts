import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ladderSpan, pushesUp, tickDecimals, type Waterfall, waterfall } from '../../lib/chart/waterfall'
import { shapley, type Split, type SplitPart } from '../../lib/explain/shapley'
import { formatShift, formatSigned, wholePoints } from '../../lib/format'
import { anyAssignment } from '../fixtures/arbitrary'
import { tinyModel } from '../fixtures/tiny-model'
import { tinyPack } from '../fixtures/tiny-pack'

const part = (natural: number, i: number): SplitPart => ({
  assumption: `a${i}`,
  from: 'off',
  to: 'on',
  natural,
  rules: [],
})

function split(before: number, ...naturals: number[]): Split {
  const after = naturals.reduce((sum, natural) => sum + natural, before)
  return { variable: 'any', year: 2026, before, after, method: 'enumerated', parts: naturals.map(part) }
}

const shown = ({ bars }: Waterfall) => bars.map((bar) => bar.shown)
const total = ({ bars, small }: Waterfall) =>
  [...bars, ...(small ? [small] : [])].reduce((sum, bar) => sum + bar.shown, 0)

describe('the bars of an event', () => {
  test('are whole points that add up to the difference of the percents shown', () => {
    // 20.4 reads 20 and 36.6 reads 37: seventeen points, though the parts are sixteen and a bit.
    const made = waterfall(split(0.204, 0.104, 0.058), 'chance', undefined)
    expect(shown(made)).toEqual([11, 6])
    expect(total(made)).toBe(wholePoints(0.204, 0.366))
  })
  test('stand one after the other, from where one side stands to where the other does', () => {
    const { bars } = waterfall(split(0.25, 0.3, -0.1, 0.05), 'chance', undefined)
    expect(bars.map(({ start, end }) => [start, end])).toEqual([
      [0.25, expect.closeTo(0.55, 12)],
      [expect.closeTo(0.55, 12), expect.closeTo(0.45, 12)],
      [expect.closeTo(0.45, 12), expect.closeTo(0.5, 12)],
    ])
  })
  test('fold what shows no point into one that says so, and leave out what does nothing', () => {
    const { bars, small } = waterfall(split(0.25, 0.3, 0.002, 0.001, 0), 'chance', undefined)
    expect(bars.map((bar) => bar.part.assumption)).toEqual(['a0'])
    expect(small?.parts.map(({ assumption }) => assumption)).toEqual(['a1', 'a2'])
    expect(small?.shown).toBe(0)
    expect([small?.start, small?.end]).toEqual([0.55, expect.closeTo(0.553, 12)])
  })
  test('are eight at most: the ninth and what follows are one', () => {
    const made = waterfall(split(0.1, ...Array<number>(10).fill(0.05)), 'chance', undefined)
    expect(made.bars.length).toBe(8)
    expect(made.small?.parts.length).toBe(2)
    expect(made.small?.shown).toBe(10)
    expect(total(made)).toBe(50)
  })
  test('of a fall are negative', () => {
    expect(shown(waterfall(split(0.69, -0.3, -0.14), 'chance', undefined))).toEqual([-30, -14])
  })
})

test('an indicator has bars with its own decimals, a share in points', () => {
  expect(shown(waterfall(split(21.98, 0.98, 0.87, -0.12), 'derived', 1))).toEqual([1, 0.8, -0.1])
  expect(shown(waterfall(split(0.85, -0.286, -0.031), 'chance', 0))).toEqual([-29, -3])
})

test.each([
  ['nothing differs', split(0.3)],
  ['what differs does nothing', split(0.3, 0, 0)],
])('there is no bar where %s', (_, same) => {
  expect(waterfall(same, 'chance', undefined)).toEqual({ bars: [], small: null })
})

test('in every split of a pack the bars add up to the difference on screen, and end where the other side stands', () => {
  const model = tinyModel()
  let parted = 0
  fc.assert(
    fc.property(
      anyAssignment(model),
      anyAssignment(model),
      fc.constantFrom(...model.variables),
      fc.constantFrom(...model.years),
      (before, after, variable, year) => {
        const made = shapley(model, before, after, variable.id, year)
        const decimals = 'decimals' in variable ? variable.decimals : undefined
        const laid = waterfall(made, variable.scale, decimals)
        const last = laid.small ?? laid.bars.at(-1)
        if (!last) return
        parted++
        const kind = { scale: variable.scale, ...(decimals === undefined ? {} : { decimals }) }
        expect(formatSigned(total(laid), decimals ?? 0, 'en')).toBe(formatShift(kind, made.before, made.after, 'en'))
        expect(last.end).toBeCloseTo(made.after, 9)
        const acting = made.parts.filter(({ natural }) => natural !== 0)
        expect([...laid.bars.map((bar) => bar.part), ...(laid.small?.parts ?? [])]).toEqual(acting)
      },
    ),
    { seed: 61, numRuns: 400 },
  )
  expect(parted).toBeGreaterThan(100)
})

test('an effect pushes its own variable up by a factor above 1, or a level by a number above 0', () => {
  const { effects } = tinyPack().rules[0]!
  const up = (central: number, scale: 'amount' | 'chance' | 'level') => pushesUp({ ...effects[0]!, central }, scale)
  expect([up(1.2, 'amount'), up(0.8, 'amount'), up(1.2, 'chance'), up(0.8, 'chance')]).toEqual([
    true,
    false,
    true,
    false,
  ])
  expect([up(0.8, 'level'), up(-0.8, 'level')]).toEqual([true, false])
})

describe('the axis', () => {
  test('of events is 0 to 100 %, wider only where the bars pass an end on the way', () => {
    expect(ladderSpan([0.25, 0.69])).toEqual([0, 1])
    expect(ladderSpan([0.9, 1.1, 0.7])).toEqual([0, 1.1])
    expect(ladderSpan([0.1, -0.05, 0.2])).toEqual([-0.05, 1])
  })
  test('of a quantity writes every gridline value as it is, with as few decimals as that takes', () => {
    expect(tickDecimals([22, 23, 24], 1)).toBe(1)
    expect(tickDecimals([2, 2.5, 3], 0)).toBe(1)
    expect(tickDecimals([0.1 + 0.2, 0.35, 0.4], 1)).toBe(2)
    expect(tickDecimals([1 / 3], 0)).toBe(4)
    expect(tickDecimals([], 2)).toBe(2)
  })
})
