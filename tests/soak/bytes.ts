import { compile, type Model } from '../../lib/engine/compile'
import { drawsOf } from '../../lib/engine/draws'
import { evaluate } from '../../lib/engine/evaluate'
import { fan } from '../../lib/engine/fan'
import type { Pack } from '../../lib/pack/schema'
import { chanceOf } from './random'

/** What a program computes of a pack, as short texts of every bit of it: to be held against another program's. */

/** Digest the paths, shifts and fans of some assignments of a seed: equal bits, equal text. The baseline is the first. */
export function digests(pack: Pack, seed: number, many: number): string[] {
  const model = compile(pack)
  const draws = drawsOf(model)
  return assignmentsOf(model, seed, many).map((assignment) => {
    const { paths, shifts } = evaluate(model, assignment)
    return digest([...paths, ...shifts, ...fan(model, assignment, draws).quantiles])
  })
}

function assignmentsOf(model: Model, seed: number, many: number) {
  const chance = chanceOf(seed)
  const any = () => Object.fromEntries([...model.states].map(([id, states]) => [id, chance.one(states)]))
  return [model.baseline, ...Array.from({ length: many - 1 }, any)]
}

/** FNV-1a over all bytes, in two lanes. */
function digest(arrays: readonly Float64Array[]): string {
  let [a, b] = [0x811c9dc5, 0x5bd1e995]
  for (const { buffer, byteOffset, byteLength } of arrays)
    for (const byte of new Uint8Array(buffer, byteOffset, byteLength)) {
      a = Math.imul(a ^ byte, 0x01000193)
      b = Math.imul(b ^ byte, 0x01000197)
    }
  return [a, b].map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('')
}
