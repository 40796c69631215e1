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

/** Values of a formula for many values of its parts at once, place by place, as `derive` gives them. Writes to `into`. */
export function deriveEach<Values extends Float64Array>(
  op: Derived['formula']['op'],
  parts: readonly Float64Array[],
  into: Values,
): Values {
  const [first, second] = parts
  switch (op) {
    case 'sum':
      into.fill(0)
      for (const part of parts) for (let i = 0; i < into.length; i++) into[i] = into[i]! + part[i]!
      return into
    case 'difference':
      for (let i = 0; i < into.length; i++) into[i] = first![i]! - second![i]!
      return into
    case 'ratio':
      for (let i = 0; i < into.length; i++) into[i] = first![i]! / second![i]!
      return into
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
