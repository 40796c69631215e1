import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { limits } from '../../../lib/pack/limits'
import { load } from '../../../lib/pack/load'
import { lapOf, race } from '../race'
import { random } from '../random'
import type { Measured } from '../results'
import { type Row, significant } from '../row'
import { openingModel } from '../sound-model'
import { spreadOf } from '../spread'
import { exponent } from './fit'
import { grownPack } from './pack'
import { paintTimes } from './paint'
import { type Line, plot } from './plot'
import { sizeOf, stepsOf } from './steps'

/** Sizes, in times of the pack that pages open on. */
export const sizes = [1, 3, 10, 30, 100] as const
const most = 1.1
const picture = fileURLToPath(new URL('../../../e2e/pictures/growth.svg', import.meta.url))

/** How cost grows with the size of a pack: each step at each size, the power it grows by, and the plot. */
export async function growth(): Promise<Measured> {
  const { pack } = openingModel()
  const grown = sizes.map((times) => ({ times, pack: grownPack(pack, times, random(31)) }))
  const judged = grown.map(({ times, pack: own }) => {
    const text = JSON.stringify(own)
    const start = performance.now()
    const loaded = load(JSON.parse(text))
    const ms = performance.now() - start
    const told = loaded.ok ? null : loaded.issues.slice(0, 3).map(({ path, message, expected }) => `${path}: ${message}, ${expected}`) // prettier-ignore
    return { times, ...sizeOf({ pack: own }), bytes: text.length, loads: loaded.ok, told, ms }
  })
  const steps = grown.map(({ pack: own }) => stepsOf(own))
  const found: { name: string; unit: string; points: { times: number; work: number; ms: number }[] }[] = []
  for (const [s, { name, unit }] of steps[0]!.entries()) {
    const laps = await race(
      steps.map((own, i) => ({ name: `${sizes[i]}`, run: own[s]!.run })),
      { rounds: 7, turnMs: 40 },
    )
    const points = steps.map((own, i) => ({
      times: sizes[i]!,
      work: own[s]!.work,
      ms: spreadOf(lapOf(laps, `${sizes[i]}`).wall).median,
    }))
    found.push({ name, unit, points })
  }
  const kept = grown.filter((_, i) => judged[i]!.loads)
  const painted = await paintTimes(kept.map(({ pack: own }) => own))
  const records = (i: number) => steps[i]![0]!.work
  found.push({
    name: 'first paint',
    unit: 'records',
    points: kept.map(({ times }, i) => ({ times, work: records(i), ms: painted[i]! })),
  })
  const lines: Line[] = found.map(({ name, points }) => ({ name, points }))
  writeFileSync(picture, plot('How cost grows with the size of a model', lines, largest(judged)))
  return { rows: [...found.map(rowOf), limitRow(judged)], details: { sizes: judged, steps: found, largest: largest(judged) } } // prettier-ignore
}

function rowOf({
  name,
  unit,
  points,
}: {
  name: string
  unit: string
  points: { times: number; work: number; ms: number }[]
}): Row {
  // prettier-ignore
  const power = exponent(points)
  // Where the work itself hardly grows, a power of it says nothing: the row only tells what each size takes.
  const grows = Math.max(...points.map(({ work }) => work)) >= 10 * Math.min(...points.map(({ work }) => work))
  const each = points.map(({ times, work, ms }) => `${times} ×: ${significant(ms)} ms, ${significant((ms * 1e6) / work)} ns`) // prettier-ignore
  return {
    id: 'growth',
    what: `${name}, by ${unit}`,
    goal: grows ? `power ≤ ${most}` : '',
    figure: grows ? power.toFixed(2) : '',
    ratio: grows ? power : null,
    met: grows ? power <= most : null,
    timed: true,
    note: `${each.join('; ')} a unit.`,
  }
}

interface Judged {
  times: number
  loads: boolean
  told: readonly string[] | null
  assumptions: number
  variables: number
  rules: number
  links: number
  ms: number
}

/** The size beyond which a pack like the first is refused, by the bound that it meets first. */
function largest(judged: readonly Judged[]): number {
  const { assumptions, variables, rules, links } = judged[0]!
  return Math.min(
    limits.assumptions / assumptions,
    limits.variables / variables,
    limits.rules / rules,
    limits.links / links,
  )
}

function limitRow(judged: readonly Judged[]): Row {
  const refused = judged.filter(({ loads }) => !loads)
  const slowest = Math.max(...refused.map(({ ms }) => ms))
  return {
    id: 'growth',
    what: `packs refused beyond ${largest(judged).toFixed(1)} times the size`,
    goal: '',
    figure: `${refused.map(({ times }) => `${times} ×`).join(', ')} refused`,
    ratio: null,
    met: null,
    timed: false,
    note: `At most ${limits.assumptions} assumptions, ${limits.variables} variables, ${limits.rules} rules, ${limits.links} links and ${limits.steps} steps a fan. Refusing takes ${significant(slowest)} ms at most; for larger sizes the steps are measured past the bounds.`,
  }
}
