/** Median, smallest and largest of some rounds. */
export interface Spread {
  median: number
  min: number
  max: number
}

/** Read median, smallest and largest off at least one value. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]]
  if (low === undefined || high === undefined) throw new Error('No rounds were run: give at least one value.')
  return { median: (low + high) / 2, min: sorted[0]!, max: sorted.at(-1)! }
}
