import { type Model, yearIndex } from '../../lib/engine/compile'
import type { Assignment } from '../../lib/engine/evaluate'
import { mostPlayers, shapley } from '../../lib/explain/shapley'
import { leafIndexesOf } from '../../lib/explain/weights'
import { holds } from '../../lib/pack/condition'
import { lapOf, race, ratioOf, ratioSpread } from './race'
import { type Random, random } from './random'
import { type Row, significant, times } from './row'
import { openingModel } from './sound-model'
import { spreadOf } from './spread'

/** P4: exact Shapley values over fifteen differing assumptions, beside as many bare sums. */
export async function shapleyRows(): Promise<Row[]> {
  const model = openingModel()
  const year = model.years.at(-1)!
  const { variable, before, after, terms } = hardest(model, year)
  const sums = bareSums(model, before, after, variable, year)
  const laps = await race([
    { name: 'ours', run: () => shapley(model, before, after, variable, year).parts.length },
    { name: 'sums', run: () => sums.run()[0]! },
  ])
  const ratio = ratioOf(lapOf(laps, 'ours'), lapOf(laps, 'sums'))
  const { median, max } = spreadOf(lapOf(laps, 'ours').wall)
  return [
    {
      id: 'P4',
      what: `exact Shapley values of ${mostPlayers} differing assumptions, a formula of ${terms} variables`,
      goal: '< 50 ms',
      figure: `${significant(median)} ms`,
      ratio: median,
      met: median < 50,
      timed: true,
      spread: `at most ${significant(max)} ms; processor ${significant(spreadOf(lapOf(laps, 'ours').cpu).median)} ms`,
      note: `${times(ratio.median)} (${ratioSpread(ratio)}) as long as ${2 ** mostPlayers} bare sums of its ${sums.pushes} pushes, which give no shares.`,
    },
  ]
}

/**
 * A pair of assignments whose fifteen differences all matter to the formula that most rules reach: climbed to from
 * seeded pairs, one state at a time.
 */
export function hardest(model: Model, year: number) {
  const generator = random(6)
  const index = model.derivedOrder.reduce((most, own) => (model.reach[own]!.length > model.reach[most]!.length ? own : most)) // prettier-ignore
  const variable = model.variables[index]!.id
  for (let attempt = 0; attempt < 20; attempt++) {
    const found = climbed(model, generator, variable, year)
    if (found) return { ...found, variable, terms: leafIndexesOf(model, index).length }
  }
  throw new Error(`No pair differs in ${mostPlayers} assumptions that matter to "${variable}": ask for fewer.`)
}

function climbed(model: Model, { pick, shuffled }: Random, variable: string, year: number) {
  const reach = model.reach[model.indexOf.get(variable)!]!
  const read = new Set(reach.flatMap((rule) => model.pack.rules[rule]!.when.map(({ assumption }) => assumption)))
  const ids = shuffled([...read])
  const players = new Set(ids.slice(0, mostPlayers))
  const away = (id: string, from: string) => pick(model.states.get(id)!.filter((state) => state !== from))
  let before: Assignment = { ...model.baseline, ...Object.fromEntries(ids.map((id) => [id, pick(model.states.get(id)!)])) } // prettier-ignore
  let after: Assignment = { ...before, ...Object.fromEntries([...players].map((id) => [id, away(id, before[id]!)])) }
  let best = bareSums(model, before, after, variable, year).read
  for (let step = 0; step < 300 && best < mostPlayers; step++) {
    const id = pick(ids)
    const state = pick(model.states.get(id)!)
    const other = players.has(id) ? away(id, state) : state
    const pair = [
      { ...before, [id]: state },
      { ...after, [id]: other },
    ] as const
    const reads = bareSums(model, ...pair, variable, year).read
    if (reads < best) continue
    best = reads
    ;[before, after] = pair
  }
  return best === mostPlayers ? { before, after } : null
}

/** The pushes on a variable added up in each mixture of two assignments: a mask looked at and a number added, no more. */
export function bareSums(model: Model, before: Assignment, after: Assignment, variable: string, year: number) {
  const t = yearIndex(model, year)
  const players = [...model.states.keys()].filter((id) => before[id] !== after[id])
  const leaves = leafIndexesOf(model, model.indexOf.get(variable)!)
  const pushes = model.effects.flatMap(({ rule, size, responses }) => {
    let [read, wanted, possible] = [0, 0, true]
    for (const id of new Set(rule.when.map(({ assumption }) => assumption))) {
      const own = rule.when.filter(({ assumption }) => assumption === id)
      const [rests, turns] = [before, after].map((side) => own.every((condition) => holds(condition, side[id] ?? '')))
      possible = possible && (rests === true || turns === true)
      if (rests === turns) continue
      const bit = 1 << players.indexOf(id)
      read |= bit
      if (turns) wanted |= bit
    }
    return responses.flatMap(({ target, byYear }) =>
      possible && leaves.includes(target) && byYear[t] !== 0
        ? [{ read, wanted, amount: size.central * byYear[t]! }]
        : [],
    )
  })
  const read = Int32Array.from(pushes, (push) => push.read)
  const wanted = Int32Array.from(pushes, (push) => push.wanted)
  const amount = Float64Array.from(pushes, (push) => push.amount)
  const sums = new Float64Array(2 ** players.length)
  return {
    pushes: pushes.length,
    /** How many of the assumptions that differ some push reads. */
    read: players.filter((_, i) => pushes.some((push) => (push.read & (1 << i)) !== 0)).length,
    run() {
      for (let subset = 0; subset < sums.length; subset++) {
        let sum = 0
        for (let p = 0; p < read.length; p++) if ((subset & read[p]!) === wanted[p]) sum += amount[p]!
        sums[subset] = sum
      }
      return sums
    },
  }
}
