import { round } from './place'

/** One row of a tornado: where the variable stands at the two ends of what is moved, natural units. */
export interface Swing {
  id: string
  /** At the low end of a range, or under the state that gives least. */
  low: number
  /** At the high end of a range, which need not give more; or under the state that gives most. */
  high: number
  /** Values under the states of an assumption; left out for the range of a number. */
  states?: readonly number[]
}

/** The rows of a tornado, and what of them is folded together. */
export interface Tornado<S> {
  /** Widest first. */
  main: S[]
  /** What has no row of its own, and between which values all of it lies; null where there is nothing more. */
  small: { swings: S[]; low: number; high: number } | null
  /** All that the axis must hold: the value now and every end. */
  values: number[]
}

/**
 * Lay out what moves a value, widest first, in at most `most` rows; the rest is folded into one more, and none is
 * lost. One alone is not folded: it takes the place of the row that would stand for it.
 */
export function tornado<S extends Swing>(swings: readonly S[], value: number, most: number): Tornado<S> {
  const sorted = swings.toSorted((a, b) => widthOf(b, value) - widthOf(a, value))
  const main = sorted.length === most + 1 ? sorted : sorted.slice(0, most)
  const rest = sorted.slice(main.length)
  const values = [value, ...swings.flatMap(({ low, high }) => [low, high])]
  const ends = [value, ...rest.flatMap(({ low, high }) => [low, high])]
  const small = rest.length === 0 ? null : { swings: rest, low: Math.min(...ends), high: Math.max(...ends) }
  return { main, small, values }
}

function widthOf({ low, high }: Swing, value: number): number {
  return Math.max(low, high, value) - Math.min(low, high, value)
}

/** A row on its axis, in the unit that the scale gives, rounded to 0.01. */
export interface PlacedSwing {
  now: number
  /** The parts of the bar below and above the value now; of no width where both ends lie on one side. */
  below: { x: number; width: number }
  above: { x: number; width: number }
  low: number
  high: number
  /** Places of the states between the two ends, once each, in order. */
  between: number[]
}

/** Place a row around the value now, with the scale given as a plain function that grows. */
export function placeSwing(
  { low, high, states = [] }: Swing,
  value: number,
  x: (value: number) => number,
): PlacedSwing {
  const at = (end: number) => round(x(end))
  const part = (from: number, to: number) => ({ x: at(from), width: round(at(to) - at(from)) })
  const ends = [at(low), at(high), at(value)]
  return {
    now: at(value),
    below: part(Math.min(low, high, value), value),
    above: part(value, Math.max(low, high, value)),
    low: at(low),
    high: at(high),
    between: [...new Set(states.map(at))].filter((place) => !ends.includes(place)).sort((a, b) => a - b),
  }
}
