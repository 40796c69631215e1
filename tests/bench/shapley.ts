import { type Model, yearIndex } from '../../lib/engine/compile'
import type { Assignment } from '../../lib/engine/evaluate'
import { mostPlayers, shapley } from '../../lib/explain/shapley'
import { leafIndexesOf } from '../../lib/explain/weights'
import { holds } from '../../lib/pack/condition'
import { lapOf, race, ratioOf, ratioSpread } from './race'
import { random } from './random'
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
 * A pair of assignments whose fifteen differences all matter to the formula that most rules reach: from the baseline,
 * to where seeded rules on it fire together.
 */
export function hardest(model: Model, year: number) {
  const generator = random(6)
  const index = model.formulas.map(({ index }) => index).reduce((most, own) => (model.reach[own]!.length > model.reach[most]!.length ? own : most)) // prettier-ignore
  const variable = model.variables[index]!.id
  for (let attempt = 0; attempt < 200; attempt++) {
    const after = setOff(model, generator.shuffled(model.reach[index]!))
    if (bareSums(model, model.baseline, after, variable, year).read === mostPlayers)
      return { before: model.baseline, after, variable, terms: leafIndexesOf(model, index).length }
  }
  throw new Error(`No pair differs in ${mostPlayers} assumptions that matter to "${variable}": ask for fewer.`)
}

/** Change the baseline until so many assumptions differ, rule by rule: each is set off, if those before it allow. */
function setOff({ pack, states, baseline }: Model, rules: readonly number[]): Assignment {
  let after: Assignment = baseline
  const count = (of: Assignment) => Object.keys(of).filter((id) => of[id] !== baseline[id]).length
  for (const rule of rules) {
    const next: Record<string, string> = { ...after }
    for (const condition of pack.rules[rule]!.when) {
      const { assumption } = condition
      const fixed = after[assumption] !== baseline[assumption]
      if (fixed || holds(condition, next[assumption]!)) continue
      next[assumption] = states.get(assumption)!.find((state) => holds(condition, state))!
    }
    if (count(next) > mostPlayers || !pack.rules[rule]!.when.every((one) => holds(one, next[one.assumption]!))) continue
    after = next
  }
  return after
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
