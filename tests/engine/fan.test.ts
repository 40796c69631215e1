import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { variableIndex } from '../../lib/engine/compile'
import { drawsOf, makeDraws, twoPieceNormal } from '../../lib/engine/draws'
import { evaluate } from '../../lib/engine/evaluate'
import { fan, intervalError, quantilesOf, rankError, samples } from '../../lib/engine/fan'
import { fanLevels } from '../../lib/engine/fan-levels'
import { fingerprints } from '../../lib/engine/fingerprints'
import { fromScale, toScale } from '../../lib/engine/scale'
import { anyAssignment } from '../fixtures/arbitrary'
import { mean } from '../fixtures/statistics'
import { tinyModel } from '../fixtures/tiny-model'
import { tinyPack } from '../fixtures/tiny-pack'

const model = tinyModel()
const draws = drawsOf(model)
const resting = model.baseline
const dealer = { ...resting, leader: 'dealer' }
const dealerZone = { ...dealer, zone: 'open' }

/** The five quantiles of a variable in a year, out of the flat array. */
function fanAt(result: ReturnType<typeof fan>, id: string, year: number, of = model): number[] {
  const from = of.years.indexOf(year) * fanLevels.length
  return [...result.quantiles[variableIndex(of, id)]!.slice(from, from + fanLevels.length)]
}

describe('quantiles are of type 7', () => {
  test.each([
    [
      [1, 2, 3, 4],
      [1.15, 1.75, 2.5, 3.25, 3.85],
    ],
    [
      [10, 0, 5],
      [0.5, 2.5, 5, 7.5, 9.5],
    ],
    [[7], [7, 7, 7, 7, 7]],
    [
      [-1, -1, 4, 4],
      [-1, -1, 1.5, 4, 4],
    ],
  ])('of %j', (sample, expected) => {
    quantilesOf(Float64Array.from(sample)).forEach((q, i) => expect(q).toBeCloseTo(expected[i]!, 12))
  })
  test('the sample is left in its order, and other levels may be asked for', () => {
    const sample = Float64Array.from([3, 1, 2])
    expect(quantilesOf(sample, [0, 0.5, 1])).toEqual([1, 2, 3])
    expect([...sample]).toEqual([3, 1, 2])
  })
  test('of any sample, ties and order included, are those of the sorted sample', () => {
    const value = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ min: -9, max: 9, noNaN: true }))
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 60 }), (sample) => {
        const sorted = sample.toSorted((a, b) => a - b)
        const expected = fanLevels.map((p) => {
          const rank = (sorted.length - 1) * p
          const [below, above] = [sorted[Math.floor(rank)]!, sorted[Math.ceil(rank)]!]
          return below + (rank - Math.floor(rank)) * (above - below)
        })
        quantilesOf(Float64Array.from(sample)).forEach((q, i) => expect(q).toBeCloseTo(expected[i]!, 12))
      }),
      { seed: 22, numRuns: 500 },
    )
  })
  test('of no sample there is no quantile: NaN, not 0', () => {
    expect(quantilesOf(undefined)).toEqual(Array(5).fill(NaN))
    expect(quantilesOf(undefined, [0, 1])).toEqual([NaN, NaN])
  })
})

describe('the fan', () => {
  const opened = fan(model, dealerZone, draws)
  test('at the baseline spans the range of the baseline, and a sure baseline has no width', () => {
    const still = fan(model, resting, draws)
    const [low, , middle, , high] = fanAt(still, 'bribery', 2026)
    expect(low).toBeCloseTo(0.1, 3)
    expect(middle).toBeCloseTo(0.2, 3)
    expect(high).toBeCloseTo(0.35, 3)
    expect(fanAt(still, 'exports', 2026)).toEqual([10, 10, 10, 10, 10])
    expect(fanAt(still, 'berths', 2026)).toEqual([0, 0, 0, 0, 0])
  })
  test('is quantiles of the samples, for moved and for derived variables', () => {
    for (const id of ['bribery', 'exports', 'imports', 'cover', 'berths'])
      for (const year of [2021, 2023, 2026])
        expect(fanAt(opened, id, year)).toEqual(quantilesOf(samples(model, dealerZone, draws, id, year)))
    expect(opened.draws).toBe(2048)
  })
  test('is quantiles of the samples of its own year in every year, whether or not anything grows in it', () => {
    for (const assignment of [resting, dealer, dealerZone, { ...dealerZone, audits: 'strict' }])
      for (const id of model.indexOf.keys())
        for (const year of model.years)
          expect(fanAt(fan(model, assignment, draws), id, year), `${id} in ${year}`).toEqual(
            quantilesOf(samples(model, assignment, draws, id, year)),
          )
  })
  test('of a derived variable is worked out draw by draw, never on quantiles', () => {
    const [exports, imports] = ['exports', 'imports'].map((id) => samples(model, dealerZone, draws, id, 2026))
    const cover = exports!.map((value, d) => value / imports![d]!)
    expect(samples(model, dealerZone, draws, 'cover', 2026)).toEqual(cover)
    const onQuantiles = fanAt(opened, 'exports', 2026).map((q, i) => q / fanAt(opened, 'imports', 2026)[i]!)
    expect(fanAt(opened, 'cover', 2026)[0]).not.toBeCloseTo(onQuantiles[0]!, 2)
  })
  test('is ordered, and its middle is near the central path where the range is narrow', () => {
    for (const id of ['bribery', 'exports', 'imports', 'cover', 'berths']) {
      const quantiles = fanAt(opened, id, 2025)
      expect(quantiles).toEqual(quantiles.toSorted((a, b) => a - b))
    }
    const central = evaluate(model, dealerZone).paths[variableIndex(model, 'imports')]![5]!
    expect(fanAt(opened, 'imports', 2026)[2]! / central).toBeCloseTo(1, 1)
  })
  test('at the baseline is the range of the baseline, draw by draw, on its scale', () => {
    const scores = draws.scores('baseline/bribery')
    const range = { low: toScale('chance', 0.1), central: toScale('chance', 0.2), high: toScale('chance', 0.35) }
    const expected = scores.map((score) => fromScale('chance', twoPieceNormal(range, score)))
    expect(samples(model, resting, draws, 'bribery', 2024)).toEqual(expected)
  })
  test('may be asked for a few variables, in any order, and is the same for these', () => {
    const wanted = ['cover', 'bribery'].map((id) => variableIndex(model, id))
    const few = fan(model, dealerZone, draws, {}, wanted)
    expect(few.quantiles).toEqual(wanted.map((index) => opened.quantiles[index]))
    expect(fan(model, dealerZone, draws, {}, []).quantiles).toEqual([])
  })
  test('starts from the chosen variant', () => {
    const varied = fan(model, dealerZone, draws, { exports: 'year-2019' })
    fanAt(varied, 'exports', 2026).forEach((q, i) =>
      expect(q).toBeCloseTo(0.8 * fanAt(opened, 'exports', 2026)[i]!, 10),
    )
  })
  test('widens by what the links carry: imports have no rule of their own', () => {
    const width = (year: number) => fanAt(opened, 'imports', year)[4]! - fanAt(opened, 'imports', year)[0]!
    expect(width(2026)).toBeGreaterThan(width(2022) * 1.02)
  })
})

describe('draws are paired', () => {
  const shiftOf = (a: typeof resting, b: typeof resting, id: string, year: number, scale: 'amount' | 'chance') => {
    const [before, after] = [a, b].map((one) => samples(model, one, draws, id, year))
    return after!.map((value, d) => toScale(scale, value) - toScale(scale, before![d]!))
  }
  test('equal assignments differ by exactly 0 in every draw, with draws made anew', () => {
    const again = makeDraws('tiny', 2048)
    for (const id of ['bribery', 'exports', 'imports', 'cover', 'berths']) {
      const [one, other] = [
        samples(model, { ...dealerZone }, draws, id, 2025),
        samples(model, dealerZone, again, id, 2025),
      ]
      expect(one.every((value, d) => value - other[d]! === 0)).toBe(true)
    }
  })
  test('one rule more shifts every draw, on the scale, by exactly the drawn size of that rule', () => {
    const effect = model.effects.find(({ key }) => key === 'dealer-bribes/bribery')!
    const sizes = draws.scores(effect.key).map((score) => twoPieceNormal(effect.size, score))
    const shifts = shiftOf(resting, dealer, 'bribery', 2026, 'chance')
    shifts.forEach((shift, d) => expect(Math.abs(shift - sizes[d]!)).toBeLessThan(1e-12))
    expect(new Set(sizes.map((size) => Math.round(size * 1e6))).size).toBeGreaterThan(1000)
  })
  test('half way up its ramp, and through a link, the rule shifts every draw by that share of its size', () => {
    const effect = model.effects.find(({ key }) => key === 'zone-opens/exports')!
    const sizes = draws.scores(effect.key).map((score) => twoPieceNormal(effect.size, score))
    const open = { ...resting, zone: 'open' }
    const [half, linked] = [
      shiftOf(resting, open, 'exports', 2023, 'amount'),
      shiftOf(resting, open, 'imports', 2024, 'amount'),
    ]
    half.forEach((shift, d) => expect(Math.abs(shift - 0.5 * sizes[d]!)).toBeLessThan(1e-12))
    linked.forEach((shift, d) => expect(Math.abs(shift - 0.25 * sizes[d]!)).toBeLessThan(1e-12))
  })
  test('a rule added to the pack shifts no draw of what it does not reach', () => {
    const more = tinyModel({
      rules: [
        { ...tinyPack().rules[3], id: 'first-of-all', when: [{ assumption: 'leader', in: ['dealer'] }] },
        ...tinyPack().rules,
      ],
    })
    for (const id of ['exports', 'imports', 'cover', 'berths'])
      expect(samples(more, dealerZone, drawsOf(more), id, 2026)).toEqual(samples(model, dealerZone, draws, id, 2026))
    expect(samples(more, dealerZone, drawsOf(more), 'bribery', 2026)).not.toEqual(
      samples(model, dealerZone, draws, 'bribery', 2026),
    )
  })
})

describe('a fingerprint tells when a fan may be kept', () => {
  const looped = tinyModel({
    'links[1]': { ...tinyPack().links[0], id: 'back', from: 'imports', to: 'exports', strength: -0.4 },
    'variables[5]': { ...tinyPack().variables[3], id: 'twice', formula: { op: 'sum', of: ['cover', 'berths'] } },
  })
  const variants = fc.constantFrom({}, { exports: 'year-2019' })
  test('variables of one fingerprint have one fan, to the bit, whatever else differs', () => {
    const few = makeDraws('few', 64)
    let kept = 0
    const pair = fc.tuple(anyAssignment(looped), anyAssignment(looped), variants, variants)
    fc.assert(
      fc.property(pair, ([a, b, va, vb]) => {
        const [one, other] = [fingerprints(looped, a, va), fingerprints(looped, b, vb)]
        const [before, after] = [fan(looped, a, few, va).quantiles, fan(looped, b, few, vb).quantiles]
        one.forEach((text, v) => {
          if (text !== other[v]) return
          kept++
          expect(after[v]).toEqual(before[v])
        })
      }),
      { seed: 20, numRuns: 300 },
    )
    expect(kept).toBeGreaterThan(200)
  })
  test('a toggle changes the fingerprints of what its rules reach, and no others', () => {
    const changed = (a: typeof resting, b: typeof resting, vb = {}) => {
      const [before, after] = [fingerprints(model, a), fingerprints(model, b, vb)]
      return [...model.indexOf].flatMap(([id, v]) => (before[v] === after[v] ? [] : [id]))
    }
    expect(changed(resting, { ...resting, zone: 'open' })).toEqual(['exports', 'imports', 'cover', 'berths'])
    expect(changed(resting, { ...resting, audits: 'strict' })).toEqual(['bribery'])
    expect(changed(resting, { ...resting, leader: 'reformer' })).toEqual([])
    expect(changed(resting, resting, { exports: 'year-2019' })).toEqual(['exports', 'cover'])
  })
})

test('samples of an unknown variable or year are refused', () => {
  expect(() => samples(model, resting, draws, 'expotrs', 2024)).toThrow('No samples of "expotrs" in 2024')
  expect(() => samples(model, resting, draws, 'exports', 2031)).toThrow('No samples of "exports" in 2031')
})

test('the sampling error of the 5 % point is about 10 ranks of 2 048', () => {
  expect(rankError(2000, 0.05)).toBeCloseTo(9.7468, 4)
  expect(rankError(2048, 0.95)).toBeCloseTo(rankError(2048, 0.05), 12)
})

describe('the sampling error of an interval', () => {
  test('is read two standard errors of its rank below and above each end, in the units of the sample', () => {
    // 1 999 places between the least and the most: a share of them is a value.
    const sample = Float64Array.from({ length: 2000 }, (_, i) => (i * 7) % 2000)
    const at = (share: number) => expect.closeTo(1999 * share, 9)
    const reach = (2 * rankError(2000, 0.05)) / 2000
    expect(intervalError(sample)).toEqual({
      low: { value: at(0.05), low: at(0.05 - reach), high: at(0.05 + reach) },
      high: { value: at(0.95), low: at(0.95 - reach), high: at(0.95 + reach) },
    })
    expect(intervalError(sample, 0.25).high.value).toBeCloseTo(1999 * 0.75, 9)
  })
  test('stays within a sample of few draws, and is nothing where all draws agree', () => {
    expect(intervalError(Float64Array.of(3, 1, 2)).low.low).toBe(1)
    expect(intervalError(Float64Array.of(3, 1, 2)).high.high).toBe(3)
    expect(intervalError(new Float64Array(100).fill(7)).low).toEqual({ value: 7, low: 7, high: 7 })
  })
  test('holds the ends that many more draws give, for 95 of 100 seeds or more', () => {
    const read = (seed: string, count: number) =>
      intervalError(samples(model, dealerZone, makeDraws(seed, count), 'bribery', 2024))
    const truth = read('truth', 16384)
    const seeds = Array.from({ length: 100 }, (_, i) => `seed-${i}`)
    const tried = seeds.map((seed) => read(seed, 256))
    for (const end of ['low', 'high'] as const) {
      const held = tried.filter((own) => own[end].low <= truth[end].value && truth[end].value <= own[end].high)
      expect(held.length).toBeGreaterThanOrEqual(95)
      // Four times the draws halve the error.
      const [few, many] = [256, 1024].map((count) =>
        mean(
          seeds
            .slice(0, 25)
            .map((seed) => read(seed, count)[end])
            .map(({ low, high }) => high - low),
        ),
      )
      expect(many! / few!).toBeGreaterThan(0.4)
      expect(many! / few!).toBeLessThan(0.6)
    }
  })
})

describe('sizes are drawn', () => {
  /** How often the scores of each effect are asked for. */
  const counted = () => {
    const asked = new Map<string, number>()
    const scores = (key: string) => {
      if (!key.startsWith('baseline/')) asked.set(key, (asked.get(key) ?? 0) + 1)
      return draws.scores(key)
    }
    return { asked, own: { ...draws, scores } }
  }
  test('once an effect, however many years and variables it moves', () => {
    const { asked, own } = counted()
    fan(model, dealerZone, own)
    expect(asked.size).toBeGreaterThan(3)
    expect(new Set(asked.values())).toEqual(new Set([1]))
  })
  test('for one variable, of the effects that reach it alone', () => {
    const { asked, own } = counted()
    samples(model, dealerZone, own, 'berths', 2026)
    expect([...asked.keys()]).toEqual(['zone-opens/berths'])
  })
})
