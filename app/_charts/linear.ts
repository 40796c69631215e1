import { nice } from 'd3-array'

/** Make a straight scale from numbers to pixels; `nice` widens its domain to round values, about that many of them. */
export function linear(props: { domain: readonly number[]; range: readonly number[]; nice?: number }) {
  const [from = 0, to = 1] = props.domain
  const [low, high] = props.nice === undefined ? [from, to] : nice(from, to, props.nice)
  const [start = 0, end = 1] = props.range
  return (value: number): number => start + ((value - low) / (high - low || 1)) * (end - start)
}
