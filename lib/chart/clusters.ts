import { wholePoints } from '../format'
import { round } from './place'

/** A scenario's value on one row. */
export interface Sided<L> {
  letter: L
  value: number
}

/** One row of the ladder of several scenarios, in pixels around its middle line. */
export interface PlacedRow<L> {
  /** Nothing on the row lies more than two points from the reference: the ring alone is drawn. */
  still: boolean
  ring: number
  /** Whether marks lie so close to the ring that it must not hide them. */
  crowded: boolean
  /** From the lowest to the highest mark. */
  line: { from: number; to: number } | null
  marks: { letter: L; x: number; dy: number; r: number }[]
  labels: { letters: L[]; x: number; anchor: 'start' | 'end' }[]
}

/** Marks closer than this stack up at their true place: they are never nudged sideways. */
const nearest = 9.5
/** Room that one letter takes, and how far letters may reach over the ends of the plot: words stand before it, numbers after it. */
const letterWidth = 8
const overhang = { left: 4, right: 12 }

/**
 * Place the marks of several scenarios on a row of the likelihood ladder: clusters stack vertically, three
 * or more shrink; letters stand beside the outermost clusters, and beside inner ones where there is room.
 * `x` takes a probability to pixels; `sides` are in the order of their letters.
 */
export function placeRow<L>(sides: readonly Sided<L>[], reference: number, x: (value: number) => number): PlacedRow<L> {
  const ring = round(x(reference))
  const still = sides.every(({ value }) => Math.abs(wholePoints(reference, value)) <= 2)
  if (still || sides.length === 0) return { still: true, ring, crowded: false, line: null, marks: [], labels: [] }
  const sorted = sides.map(({ letter, value }) => ({ letter, x: x(value) })).sort((a, b) => a.x - b.x)
  const clusters = clustersOf(sorted)
  const [low, high] = [sorted[0]!.x, sorted.at(-1)!.x]
  const order = new Map(sides.map(({ letter }, i) => [letter, i]))
  const marks = clusters.flatMap((cluster) => {
    const inOrder = cluster.toSorted((a, b) => (order.get(a.letter) ?? 0) - (order.get(b.letter) ?? 0))
    const step = cluster.length === 1 ? 0 : cluster.length === 2 ? 8.6 : 7.4
    return inOrder.map(({ letter, x }, i) => ({
      letter,
      x: round(x),
      dy: round((i - (cluster.length - 1) / 2) * step),
      r: cluster.length <= 2 ? 4.3 : 3.5,
    }))
  })
  return {
    still: false,
    ring,
    crowded: marks.some((mark) => Math.abs(mark.x - ring) < 7),
    line: { from: round(Math.min(low, ring)), to: round(Math.max(high, ring)) },
    marks,
    labels: labelsOf(clusters, order, ring, { from: x(0), to: x(1) }),
  }
}

type Mark<L> = { letter: L; x: number }

function clustersOf<L>(sorted: readonly Mark<L>[]): Mark<L>[][] {
  const clusters: Mark<L>[][] = []
  for (const mark of sorted) {
    const last = clusters.at(-1)
    if (last && mark.x - (last.at(-1)?.x ?? 0) < nearest) last.push(mark)
    else clusters.push([mark])
  }
  return clusters
}

function labelsOf<L>(
  clusters: readonly Mark<L>[][],
  order: ReadonlyMap<L, number>,
  ring: number,
  plot: { from: number; to: number },
) {
  return clusters.flatMap((cluster, i): PlacedRow<L>['labels'] => {
    const letters = cluster.map(({ letter }) => letter).toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
    const [left, right] = [cluster[0]!.x, cluster.at(-1)!.x]
    const before = i === 0 ? -Infinity : (clusters[i - 1]?.at(-1)?.x ?? 0)
    const after = clusters[i + 1]?.[0]?.x ?? Infinity
    const width = letterWidth * letters.length
    // Beside the cluster, or beyond the ring where that touches it.
    const end = (Math.abs(ring - left) < 12 ? Math.min(left, ring - 2) : left) - 8
    const start = (Math.abs(ring - right) < 12 ? Math.max(right, ring + 2) : right) + 8
    const free = (from: number, to: number) => ring < from - 6 || ring > to + 6
    const fitsLeft = end - width > Math.max(before + 12, plot.from - overhang.left) && free(end - width, end)
    const fitsRight = start + width < Math.min(after - 12, plot.to + overhang.right) && free(start, start + width)
    const outermost = i === 0 && clusters.length > 1
    const anchor = outermost && fitsLeft ? 'end' : fitsRight ? 'start' : fitsLeft ? 'end' : null
    return anchor === null ? [] : [{ letters, x: round(anchor === 'start' ? start : end), anchor }]
  })
}

/** Highest less lowest of some probabilities, as the difference of the whole percents shown; 0 for none. */
export function spreadPoints(sides: readonly { value: number }[]): number {
  if (sides.length === 0) return 0
  const values = sides.map(({ value }) => value)
  return wholePoints(Math.min(...values), Math.max(...values))
}
