import { expose, transfer } from 'comlink'
import { compile, type Model } from '../../lib/engine/compile'
import { type Draws, drawsOf } from '../../lib/engine/draws'
import type { Assignment, Variants } from '../../lib/engine/evaluate'
import { fan } from '../../lib/engine/fan'
import { orders } from '../../lib/engine/paired'
import type { Pack } from '../../lib/pack/schema'

let ready: { model: Model; draws: Draws } | null = null

const work = {
  /** Compile the pack once; every fan after uses it. */
  prepare(pack: Pack) {
    const model = compile(pack)
    ready = { model, draws: drawsOf(model) }
  },
  /** Fan quantiles of the wanted variables, their buffers handed over without a copy. */
  fan(assignment: Assignment, variants: Variants, wanted: readonly number[]) {
    const { model, draws } = prepared()
    const { quantiles } = fan(model, assignment, draws, variants, wanted)
    return transfer(
      quantiles,
      quantiles.map((q) => q.buffer),
    )
  },
  /** How sure the order of some assignments is in every variable. */
  orders(assignments: readonly Assignment[], year: number, variants: Variants) {
    const { model, draws } = prepared()
    return orders(model, assignments, draws, year, variants)
  },
}
export type FanWork = typeof work

function prepared() {
  if (!ready) throw new Error('The fan worker was asked before it had a pack.')
  return ready
}

expose(work)
