import type { Effect, Scale } from '../pack/schema'
import { round } from './place'

type Size = Pick<Effect, 'low' | 'central' | 'high'>

/** The common axis of sizes of effects: factors from ÷10 to ×10 on a logarithmic scale, or shifts from −reach to reach. */
export interface SizeAxis {
  /** Whether sizes are factors, of an amount or of odds; else shifts in a variable's unit. */
  factor: boolean
  /** Share of the axis, 0 to 1; beyond where a size does not fit. */
  x: (size: number) => number
  /** Values that get a gridline, the one of no effect in the middle. */
  ticks: readonly number[]
  none: number
}

const largestFactor = 10
const factorTicks = [1 / 5, 1 / 2, 1, 2, 5] as const

/** Make the axis for effects on a scale. `reach`, above 0, is the half-width for levels, in the variable's unit. */
export function sizeAxis(scale: Scale, reach: number): SizeAxis {
  if (scale === 'level')
    return { factor: false, x: (size) => (size / reach + 1) / 2, ticks: [-reach, 0, reach], none: 0 }
  const x = (size: number) => (Math.log(size) / Math.log(largestFactor) + 1) / 2
  return { factor: true, x, ticks: factorTicks, none: 1 }
}

/** The narrowest half-width of 1, 2 or 5 times a power of ten within which all shifts of some levels stand. */
export function levelReach(sizes: readonly Size[]): number {
  const most = Math.max(0, ...sizes.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]))
  if (most === 0) return 1
  const ten = 10 ** Math.floor(Math.log10(most))
  return [1, 2, 5].map((step) => step * ten).find((reach) => most <= reach) ?? 10 * ten
}

/** Write a factor of the axis: ÷5, 1, ×2. */
export function factorText(factor: number): string {
  if (factor === 1) return '1'
  return factor < 1 ? `÷${round(1 / factor)}` : `×${round(factor)}`
}

/** The size of an effect on its axis, in percent of the plot, rounded to 0.01. */
export interface PlacedSize {
  low: number
  high: number
  /** Null where it lies beyond the axis. */
  central: number | null
  /** Whether the range goes on beyond an end of the axis. */
  cut: { low: boolean; high: boolean }
}

/** Percent of the plot on each side of the axis, where the arrow of a range that goes on has room. */
const margin = 5

/** Place of a share of the axis on the plot, in percent. */
export function sizePercent(share: number): number {
  return round(margin + Math.min(1, Math.max(0, share)) * (100 - 2 * margin))
}

/** Place an effect's low, central and high size on an axis; what lies beyond ends at the edge and says so. */
export function placeSize({ low, central, high }: Size, { x }: SizeAxis): PlacedSize {
  // The ends of the axis are on it: their logarithms may be off by a last digit.
  const [under, over] = [-1e-9, 1 + 1e-9]
  const cut = { low: x(low) < under, high: x(high) > over }
  const middle = x(central)
  return {
    low: sizePercent(x(low)),
    high: sizePercent(x(high)),
    central: middle < under || middle > over ? null : sizePercent(middle),
    cut,
  }
}
