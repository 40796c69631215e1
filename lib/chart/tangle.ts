import type { PartLayout, SizedPart } from './link-size'
import type { Point } from './place'

/**
 * Measure how tangled a layout is: how often its edges cross, and how far they travel up and down in all.
 * Edges are taken as straight from bend to bend, and from the sides of their boxes.
 */
export function tangle(part: SizedPart, layout: PartLayout): { crossings: number; travel: number } {
  const lines = part.edges.map(({ id, from, to }) => {
    const [start, end] = [from, to].map((node) => layout.nodes.get(node) ?? { x: 0, y: 0 })
    const width = (node: string) => part.nodes.find(({ id }) => id === node)?.width ?? 0
    const way = Math.sign(end!.x - start!.x)
    return [
      { x: start!.x + (way * width(from)) / 2, y: start!.y },
      ...(layout.edges.get(id)?.bends ?? []),
      { x: end!.x - (way * width(to)) / 2, y: end!.y },
    ]
  })
  const legs = lines.map((line) => line.slice(1).map((to, i) => ({ from: line[i]!, to })))
  const crossed = (i: number) =>
    legs.slice(0, i).flatMap((other) => other.filter((leg) => legs[i]!.some((own) => cross(own, leg)))).length
  return {
    crossings: legs.reduce((sum, _, i) => sum + crossed(i), 0),
    travel: legs.flat().reduce((sum, { from, to }) => sum + Math.abs(to.y - from.y), 0),
  }
}

interface Leg {
  from: Point
  to: Point
}

/** Two legs cross where each has its ends on both sides of the other; touching is not crossing. */
function cross(a: Leg, b: Leg): boolean {
  return parted(a, b) && parted(b, a)
}

function parted({ from, to }: Leg, other: Leg): boolean {
  const side = ({ x, y }: Point) => (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x)
  return side(other.from) * side(other.to) < 0
}
