import { expose, transfer } from 'comlink'
import { compile, type Model } from '../../lib/engine/compile'
import { type Draws, drawsOf } from '../../lib/engine/draws'
import type { Assignment, Variants } from '../../lib/engine/evaluate'
import { fan } from '../../lib/engine/fan'
import { orders } from '../../lib/engine/paired'
import type { Pack } from '../../lib/pack/schema'

/** The models prepared, by number, the newest last: the pack and my version of it. */
const ready = new Map<number, Model>()
let draws: Draws | null = null

const work = {
  /** Compile a version of the pack once; every fan after uses it. All versions share the draws. */
  prepare(number: number, pack: Pack) {
    const model = compile(pack)
    ready.set(number, model)
    draws ??= drawsOf(model)
    // Versions come one after the other while somebody types; only the last few can still be asked for.
    for (const old of [...ready.keys()].slice(1, -3)) ready.delete(old)
  },
  /** Fan quantiles of the wanted variables, their buffers handed over without a copy. */
  fan(number: number, assignment: Assignment, variants: Variants, wanted: readonly number[]) {
    const { quantiles } = fan(prepared(number), assignment, drawn(), variants, wanted)
    return transfer(
      quantiles,
      quantiles.map((q) => q.buffer),
    )
  },
  /** How sure the order of some sides is in every variable. */
  orders(sides: readonly { number: number; assignment: Assignment }[], year: number, variants: Variants) {
    const own = sides.map(({ number, assignment }) => ({ model: prepared(number), assignment }))
    return orders(own, drawn(), year, variants)
  },
}
export type FanWork = typeof work

function prepared(number: number): Model {
  const model = ready.get(number)
  if (!model) throw new Error('The fan worker was asked before it had this version of the pack.')
  return model
}

function drawn(): Draws {
  if (!draws) throw new Error('The fan worker was asked before it had a pack.')
  return draws
}

expose(work)
