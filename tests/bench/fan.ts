import { holds } from '../../lib/pack/condition'
import { drawsOf, makeDraws } from '../../lib/engine/draws'
import type { Model } from '../../lib/engine/compile'
import type { Assignment } from '../../lib/engine/evaluate'
import { fan } from '../../lib/engine/fan'
import { fingerprints } from '../../lib/engine/fingerprints'
import { assignments } from './assignments'
import { fanFloor } from './fan-floor'
import { lapOf, race, ratioOf, ratioSpread } from './race'
import { random } from './random'
import { atMost, type Row, significant } from './row'
import { openingModel } from './sound-model'
import { spreadOf } from './spread'

/** P3: the fan of all variables and years, beside sampling and selecting alone; and what a toggle makes anew. */
export async function fanRows(): Promise<Row[]> {
  const model = openingModel()
  const draws = drawsOf(model)
  const drawn = assignments(model, random(1), 4)
  const floors = drawn.map((assignment) => fanFloor(model, assignment, draws))
  drawn.forEach((assignment, i) => {
    floors[i]!.sample()
    const floor = floors[i]!.select()
    fan(model, assignment, draws).quantiles.forEach((own, v) =>
      own.forEach((at, q) => {
        if (at !== floor[v * own.length + q]) throw new Error(`The floor is wrong in assignment ${i}, variable ${v}.`)
      }),
    )
  })
  const next = { ours: 0, floor: 0 }
  const laps = await race([
    { name: 'ours', run: () => fan(model, drawn[next.ours++ % drawn.length]!, draws).draws },
    {
      name: 'floor',
      run: () => {
        const floor = floors[next.floor++ % drawn.length]!
        return floor.sample().length + floor.select().length
      },
    },
    { name: 'sampling', run: () => floors[next.floor++ % drawn.length]!.sample().length },
    {
      name: 'cold',
      run: () => fan(model, drawn[0]!, makeDraws(model.pack.meta.draws.seed, draws.count)).draws,
    },
  ])
  const ratio = ratioOf(lapOf(laps, 'ours'), lapOf(laps, 'floor'))
  const [ours, floor, sampling, cold] = ['ours', 'floor', 'sampling', 'cold'].map((name) => spreadOf(lapOf(laps, name).wall).median) // prettier-ignore
  const toggles = recomputed(model, drawn)
  return [
    atMost(1.5, {
      id: 'P3',
      what: `fan of ${model.variables.length} variables × ${model.years.length} years × ${draws.count} draws, over sampling and quickselect alone`,
      goal: '≤ 1.5 ×',
      ratio: ratio.median,
      timed: true,
      spread: ratioSpread(ratio),
      note: `${significant(ours!)} ms against ${significant(floor!)} ms, of which sampling ${significant(sampling!)} ms. The floor draws and selects every year; ours passes over years in which nothing grows, with the same bytes.`,
    }),
    {
      id: 'P3',
      what: 'the whole fan, with the draws made anew as on the first toggle',
      goal: '≤ 250 ms',
      figure: `${significant(cold!)} ms`,
      ratio: cold!,
      met: cold! <= 250,
      timed: true,
      note: 'The engine alone; the browser adds one message to its worker and back.',
    },
    {
      id: 'P3',
      what: `fans made anew by ${toggles.toggles} toggles that no rule or variant behind them asks for`,
      goal: '0',
      figure: `${toggles.needless}`,
      ratio: toggles.needless,
      met: toggles.needless === 0,
      timed: false,
      note: `${toggles.made} of ${toggles.toggles * model.variables.length} fans are made anew; ${toggles.changed} of these differ in some number.`,
    },
  ]
}

/**
 * Toggle every state of every assumption once from each assignment and count fans: those whose fingerprint changes are
 * made anew, and needless are those of variables that no rule which starts or stops firing can reach.
 */
export function recomputed(model: Model, from: readonly Assignment[], keysOf = fingerprints) {
  const draws = makeDraws('bench', 64)
  const found = { toggles: 0, made: 0, needless: 0, changed: 0 }
  for (const assignment of from) {
    const before = { keys: keysOf(model, assignment), fans: fan(model, assignment, draws).quantiles }
    for (const [id, states] of model.states)
      for (const state of states) {
        if (state === assignment[id]) continue
        const toggled = { ...assignment, [id]: state }
        const keys = keysOf(model, toggled)
        const after = fan(model, toggled, draws).quantiles
        found.toggles++
        model.variables.forEach((_, v) => {
          const moved = model.reach[v]!.some(
            (rule) => firesIn(model, rule, assignment) !== firesIn(model, rule, toggled),
          )
          const differs = after[v]!.some((at, q) => at !== before.fans[v]![q])
          if (keys[v] === before.keys[v]) {
            if (differs) throw new Error(`Variable ${v} has another fan under the same fingerprint: a stale fan.`)
            return
          }
          found.made++
          if (!moved) found.needless++
          if (differs) found.changed++
        })
      }
  }
  return found
}

function firesIn(model: Model, rule: number, assignment: Assignment): boolean {
  return model.pack.rules[rule]!.when.every((condition) => holds(condition, assignment[condition.assumption] ?? ''))
}
