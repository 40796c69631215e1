/** The median of some numbers: the middle one, or the mean of the two in the middle. Throws a RangeError on none. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const [lower, upper] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  if (lower === undefined || upper === undefined) throw new RangeError('No numbers: nothing has no median.')
  return (lower + upper) / 2
}
