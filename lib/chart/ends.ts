import { round } from './place'

/**
 * Spread labels along an axis so that no two stand nearer than `gap`, each as near to its own place as
 * that allows, all within `from` and `to` where there is room. Returns their places in the given order, in the same pixels.
 */
export function spreadLabels(places: readonly number[], gap: number, from: number, to: number): number[] {
  const order = places.map((at, i) => ({ at, i })).sort((a, b) => a.at - b.at)
  // Blocks of labels that touch: each is centred on the mean of what its labels want.
  const blocks = order.map(({ at, i }) => ({ want: at, own: [i] }))
  const height = (block: { own: number[] }) => gap * (block.own.length - 1)
  const top = (block: { want: number; own: number[] }) =>
    Math.max(from, Math.min(block.want - height(block) / 2, to - height(block)))
  for (let b = 1; b < blocks.length;) {
    const [above, below] = [blocks[b - 1]!, blocks[b]!]
    if (top(below) - (top(above) + height(above)) >= gap - 1e-9) {
      b++
      continue
    }
    const all = above.own.length + below.own.length
    above.want = (above.want * above.own.length + below.want * below.own.length) / all
    above.own.push(...below.own)
    blocks.splice(b, 1)
    b = Math.max(1, b - 1)
  }
  const placed: number[] = []
  for (const block of blocks) block.own.forEach((i, k) => (placed[i] = round(top(block) + k * gap)))
  return placed
}

/**
 * Find the ends and gridlines of a cropped axis: at least three round values over the ones drawn, in their unit. `ticks`
 * gives round values between two numbers, about as many as asked for.
 */
export function niceTicks(values: readonly number[], ticks: (low: number, high: number, count: number) => number[]) {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const margin = (high - low) * 0.12 || Math.abs(high) * 0.1 || 1
  // An amount that is never negative keeps its axis at zero or above.
  const [bottom, top] = [low >= 0 ? Math.max(0, low - margin) : low - margin, high + margin]
  for (const count of [3, 4, 5, 6, 8]) {
    const found = ticks(bottom, top, count)
    if (found.length >= 3) return { domain: [bottom, top] as const, ticks: found }
  }
  return { domain: [bottom, top] as const, ticks: [bottom, (bottom + top) / 2, top] }
}
