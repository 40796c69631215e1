import type { Scale } from '../pack/schema'
import { assertNever } from '../fail'

/**
 * Put a natural value on its scale: amount ln v, chance ln(v / (1 − v)), level v (model: the linear
 * predictor of a generalised linear model).
 */
export function toScale(scale: Scale, value: number): number {
  switch (scale) {
    case 'amount':
      return Math.log(value)
    case 'chance':
      return Math.log(value) - Math.log1p(-value)
    case 'level':
      return value
    default:
      return assertNever(scale)
  }
}

/** Largest double below 1; a chance is never rounded to certainty. */
const nearlyOne = 1 - Number.EPSILON / 2

/** Bring a scale value back to natural units; inverse of `toScale`. A chance stays inside (0, 1). */
export function fromScale(scale: Scale, eta: number): number {
  switch (scale) {
    case 'amount':
      return Math.exp(eta)
    case 'chance': {
      const odds = Math.exp(-Math.abs(eta))
      const p = eta >= 0 ? 1 / (1 + odds) : odds / (1 + odds)
      return Math.min(Math.max(p, Number.MIN_VALUE), nearlyOne)
    }
    case 'level':
      return eta
    default:
      return assertNever(scale)
  }
}

/** Move a natural value by a shift on its scale. No shift leaves it what it is, to the last digit. */
export function shifted(scale: Scale, start: number, shift: number): number {
  return shift === 0 ? start : fromScale(scale, toScale(scale, start) + shift)
}

/** Slope of `fromScale` at a scale value: natural units per unit of scale. */
export function slope(scale: Scale, eta: number): number {
  switch (scale) {
    case 'amount':
      return fromScale(scale, eta)
    case 'chance':
      return fromScale(scale, eta) * (1 - fromScale(scale, eta))
    case 'level':
      return 1
    default:
      return assertNever(scale)
  }
}

/** Read an effect as written (factor, odds factor, shift) as its size on the scale. */
export function sizeOnScale(scale: Scale, written: number): number {
  return scale === 'level' ? written : Math.log(written)
}
