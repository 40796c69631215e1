import { type Model, variableIndex } from '../engine/compile'
import { baselineOf, type Variants } from '../engine/evaluate'
import { shifted } from '../engine/scale'
import type { Link, Scale } from '../pack/schema'

/** One end of a link, moved from its baseline. */
interface ReadEnd {
  scale: Scale
  /** Values in natural units. */
  before: number
  after: number
  /** What is said of the way between them: the share by which an amount, or the odds of a chance, grows; units of a level. */
  change: number
}

/** A link read on an example: its source moved a step from its baseline, and what that alone does to its target. */
export interface LinkReading {
  source: ReadEnd
  target: ReadEnd
}

/**
 * Read a link off an example, as the engine has it: the source an amount a tenth larger, a chance of twice the odds, or a
 * level higher by the power of ten that its baseline holds (1 for 3, 10 for 40, 1 for none); the target moved from its
 * baseline by strength × that shift, scale to scale, once the lag is over. Throws on a variable that no rule could move.
 */
export function linkReading(model: Model, { from, to, strength }: Link, variants: Variants = {}): LinkReading {
  const [source, target] = [startOf(model, from, variants), startOf(model, to, variants)]
  const step = stepOf(source.scale, source.value)
  return { source: moved(source, step), target: moved(target, strength * step) }
}

interface Start {
  scale: Scale
  value: number
}

function startOf(model: Model, id: string, variants: Variants): Start {
  const index = variableIndex(model, id)
  const baseline = baselineOf(model, index, variants)
  const scale = model.moved[index]?.scale
  if (!baseline || !scale) throw new Error(`"${id}" is computed from others: a link needs a variable with a baseline.`)
  return { scale, value: baseline.value }
}

function stepOf(scale: Scale, value: number): number {
  if (scale === 'amount') return Math.log(1.1)
  if (scale === 'chance') return Math.LN2
  return value === 0 ? 1 : 10 ** Math.floor(Math.log10(Math.abs(value)))
}

function moved({ scale, value }: Start, shift: number): ReadEnd {
  const change = scale === 'level' ? shift : Math.expm1(shift)
  return { scale, before: value, after: shifted(scale, value, shift), change }
}

/** Count the decimals with which a number shows its two first digits: 1 for 3.4, 2 for 0.19, none from 10 on; at most 6. */
export function decimalsOfTwoDigits(value: number): number {
  if (value === 0) return 0
  return Math.min(6, Math.max(0, 1 - Math.floor(Math.log10(Math.abs(value)))))
}
