import { assertNever } from '../fail'
import type { Derived } from '../pack/schema'

/** Value of a formula from the natural values of its parts: sum, first − second, or first / second. */
export function derive(op: Derived['formula']['op'], parts: readonly number[]): number {
  const [first = 0, second = 0] = parts
  switch (op) {
    case 'sum':
      return parts.reduce((total, part) => total + part, 0)
    case 'difference':
      return first - second
    case 'ratio':
      return first / second
    default:
      return assertNever(op)
  }
}

/** Partial derivatives of a formula with respect to each of its parts, at their natural values. */
export function partials(op: Derived['formula']['op'], parts: readonly number[]): number[] {
  const [first = 0, second = 0] = parts
  switch (op) {
    case 'sum':
      return parts.map(() => 1)
    case 'difference':
      return [1, -1]
    case 'ratio':
      return [1 / second, -first / (second * second)]
    default:
      return assertNever(op)
  }
}
