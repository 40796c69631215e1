import { run } from '@quri/squiggle-lang'
import { makeDraws } from '../../../lib/engine/draws'
import { quantilesOf } from '../../../lib/engine/fan'
import { type Contestant, lapOf, race, ratioOf, ratioSpread } from '../race'
import { type Row, significant, times } from '../row'
import { spreadOf } from '../spread'
import { plainFilter } from './ours'
import type { PlainRule, RuleSet, Scenario } from './rule-set'

const draws = 1000
const levels = [0.05, 0.5, 0.95] as const

/** The effects of the rules that fire. */
export function firedEffects(rules: RuleSet): (scenario: Scenario) => PlainRule['effect'][] {
  const effectOf = new Map(rules.rules.map(({ id, effect }) => [id, effect]))
  const { fired } = plainFilter(rules)
  return (scenario) => {
    const ids = fired(scenario)
    if (ids instanceof Promise) throw new Error('The plain filter answers at once.')
    return ids.map((id) => effectOf.get(id)!)
  }
}

/**
 * Quantiles of a sum of triangular effects by the engine's own draws and selection: a Latin hypercube made anew for
 * each question. The triangular family itself is the bench's: the product's ranges are two-piece normal.
 */
export function sumByOurs(effects: readonly PlainRule['effect'][], seed = 'bench', count = draws): number[] {
  const made = makeDraws(seed, count)
  const sum = new Float64Array(count)
  effects.forEach(([low, mode, high], i) => {
    const scores = made.scores(`${i}`)
    const [width, rise] = [high - low, mode - low]
    const fall = high - mode
    for (let d = 0; d < count; d++) {
      const u = normalShare(scores[d]!)
      const size = u * width < rise ? low + Math.sqrt(u * width * rise) : high - Math.sqrt((1 - u) * width * fall)
      sum[d] = sum[d]! + size
    }
  })
  return quantilesOf(sum, levels)
}

/** The same sum as a Squiggle program, run as its documentation says. */
export async function sumBySquiggle(effects: readonly PlainRule['effect'][]): Promise<number[]> {
  const terms = effects.map((effect) => `triangular(${effect.map((at) => at.toFixed(6)).join(', ')})`)
  const code = `total = SampleSet(${terms.join(' + ')})\n[${levels.map((level) => `quantile(total, ${level})`).join(', ')}]`
  const { result } = await run(code, { environment: { sampleCount: draws, xyPointLength: draws, seed: 'bench' } })
  if (!result.ok) throw new Error(`Squiggle refuses the program: ${result.value.toString()}`)
  const { result: value } = result.value
  if (value.tag !== 'Array') throw new Error(`Squiggle answers with ${value.tag}: a list was expected.`)
  return value.value.getValues().map((one) => (one.tag === 'Number' ? one.value : NaN))
}

/**
 * How far two answers lie apart, in widths of the middle 90 %: both are samples of 1 000, whose outer quantiles stray
 * by about a twentieth of it.
 */
export function apart(one: readonly number[], other: readonly number[]): number {
  const width = one[2]! - one[0]!
  return Math.max(...one.map((at, i) => Math.abs(at - other[i]!))) / width
}

/** T4: quantiles of the sum of fired triangular effects, beside Squiggle. */
export async function squiggleRow(rules: RuleSet, scenarios: readonly Scenario[]): Promise<Row> {
  const effectsOf = firedEffects(rules)
  const asked = scenarios.map(effectsOf).filter(({ length }) => length > 1)
  const distances: number[] = []
  for (const effects of asked.slice(0, 8)) distances.push(apart(sumByOurs(effects), await sumBySquiggle(effects)))
  const farthest = Math.max(...distances)
  const what = 'T4, 5, 50 and 95 % of the sum of fired triangular effects, 1 000 draws: ours over Squiggle'
  if (!(farthest < 0.12))
    return { id: 'P2', what, goal: '', figure: 'answers differ: not timed', ratio: null, met: null, timed: false }
  const next = { ours: 0, squiggle: 0 }
  const contestants: Contestant[] = [
    { name: 'ours', run: () => sumByOurs(asked[next.ours++ % asked.length]!)[1]! },
    { name: 'squiggle', run: async () => (await sumBySquiggle(asked[next.squiggle++ % asked.length]!))[1]! },
  ]
  const laps = await race(contestants)
  const ratio = ratioOf(lapOf(laps, 'squiggle'), lapOf(laps, 'ours'))
  const [own, other] = ['ours', 'squiggle'].map((name) => significant(spreadOf(lapOf(laps, name).wall).median))
  return {
    id: 'P2',
    what,
    goal: '',
    figure: times(ratio.median),
    ratio: ratio.median,
    met: null,
    timed: true,
    spread: ratioSpread(ratio),
    note: `${own} ms against ${other} ms, draws made anew each time. Answers lie at most ${significant(farthest)} of the 90 % interval apart, as samples of 1 000 do. Squiggle is a language: it parses a program each time, and takes any distribution.`,
  }
}

/** Share of the standard normal below a score (Abramowitz and Stegun 26.2.17, error below 7.5e-8). */
function normalShare(score: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(score))
  const tail = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  const above = (Math.exp((-score * score) / 2) / Math.sqrt(2 * Math.PI)) * tail
  return score > 0 ? 1 - above : above
}
