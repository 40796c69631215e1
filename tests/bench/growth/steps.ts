import { compile, type Model } from '../../../lib/engine/compile'
import { makeDraws } from '../../../lib/engine/draws'
import { evaluate, firing } from '../../../lib/engine/evaluate'
import { fan } from '../../../lib/engine/fan'
import { shapley } from '../../../lib/explain/shapley'
import { check } from '../../../lib/pack/check'
import type { Pack } from '../../../lib/pack/schema'
import { assignments } from '../assignments'
import { random } from '../random'
import { bareSums, hardest } from '../shapley'

/** Draws of a fan here: fewer than the product's, so that the largest pack fits into memory. The work is by the draw. */
const draws = 256

/** One thing the product does with a pack: how much there is to do, and doing it. */
export interface Step {
  name: string
  /** What is counted as its work. */
  unit: string
  work: number
  run: () => number
}

/** The steps on a pack of one size. Laws are judged whatever the size; shapes and limits are judged by `load` before. */
export function stepsOf(pack: Pack): Step[] {
  const model = compile(pack)
  const [one, other] = assignments(model, random(21), 2)
  const records = [pack.assumptions, pack.variables, pack.rules, pack.links].reduce((sum, own) => sum + own.length, 0)
  const pushes = model.pushes.cell.length
  const firingPushes = firing(model, one!).reduce((sum, { responses }) => sum + responses.length, 0)
  const cells = (firingPushes + model.variables.length) * model.years.length
  const scores = makeDraws(pack.meta.draws.seed, draws)
  const year = model.years.at(-1)!
  const asked = hardest(model, year)
  const own = bareSums(model, asked.before, asked.after, asked.variable, year)
  return [
    { name: 'judge the laws', unit: 'records', work: records, run: () => check(pack).length },
    { name: 'compile', unit: 'pushes', work: pushes, run: () => compile(pack).effects.length },
    { name: 'evaluate', unit: 'cells', work: cells, run: () => evaluate(model, one!).paths.length },
    { name: 'fan', unit: 'cells × draws', work: cells * draws, run: () => fan(model, one!, scores).draws },
    {
      name: 'Shapley, 15 differ',
      unit: 'effects, and 32 768 values of as many formulas',
      work: model.effects.length + asked.terms * 2 ** 15 + own.pushes,
      run: () => shapley(model, asked.before, asked.after, asked.variable, year).parts.length,
    },
    {
      name: 'Shapley, all differ',
      unit: 'effects',
      work: model.effects.length,
      run: () => shapley(model, one!, other!, asked.variable, year).parts.length,
    },
  ]
}

/** How many of everything a pack has. */
export function sizeOf(model: Pick<Model, 'pack'>) {
  const { assumptions, variables, rules, links } = model.pack
  return { assumptions: assumptions.length, variables: variables.length, rules: rules.length, links: links.length }
}
