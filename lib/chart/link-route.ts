import { isLoop, labelSize, type LinkSize, portGap, type WordedEdge, type WordedNode } from './link-size'
import { type Point, round } from './place'

interface Rectangle {
  x: number
  y: number
  width: number
  height: number
}

/** A node as a box in pixels. */
export interface PlacedNode extends WordedNode, Rectangle {
  /** Lines of the label, each at the middle of its baseline. */
  lines: readonly { text: string; x: number; y: number }[]
}

/** An edge in pixels: line and arrow as SVG paths. */
export interface PlacedEdge extends WordedEdge {
  path: string
  arrow: string
  /** Middle of the baselines of what is printed above and beneath the line. */
  label: { x: number; above: number; below: number }
  /** What can be pressed. */
  target: Rectangle
}

/** An edge between two placed boxes, on its way through the bends of a layout. */
export interface Route {
  edge: WordedEdge
  from: PlacedNode
  to: PlacedNode
  label: Point
  bends: readonly Point[]
}

/** Width of the lines, and length and half breadth of their arrows, by weight. */
export const lineWidths = [1, 1.8, 2.8] as const
const arrows = [
  { length: 7, half: 3.2 },
  { length: 8.5, half: 4 },
  { length: 10, half: 4.8 },
] as const

/** Half the width of the column of boxes or of labels whose middle is at x. */
type HalfOf = (x: number) => number

/** Place an edge as a smooth path that runs level through every column, with its arrow and its texts. */
export function placeRoute(route: Route, routes: readonly Route[], halfOf: HalfOf, size: LinkSize): PlacedEdge {
  const { edge, from, to, label, bends } = route
  const way = sideOf(route, 'from')
  const [start, end] = [port(route, 'from', routes), port(route, 'to', routes)]
  const after = (x: number, y: number) => ({ x: x + way * halfOf(x), y })
  const before = (x: number, y: number) => ({ x: x - way * halfOf(x), y })
  // The line ends within its arrow, level with it even where the box is the widest of its column.
  const tip = end.x - way * (arrows[edge.weight].length - 1)
  const arrival = before(middle(to), end.y).x
  const stations = [
    start,
    after(middle(from), start.y),
    ...bends.flatMap(({ x, y }) => [before(x, y), after(x, y)]),
    { x: way > 0 ? Math.min(arrival, tip) : Math.max(arrival, tip), y: end.y },
    { x: tip, y: end.y },
  ]
  return { ...edge, path: curve(stations), arrow: arrow(end, way, edge), ...placeLabel(edge, label, size) }
}

/** Place an edge from a node to itself: an arch on its box, its texts inside; several stand beside each other. */
export function placeLoop(
  edge: WordedEdge,
  node: PlacedNode,
  edges: readonly WordedEdge[],
  size: LinkSize,
): PlacedEdge {
  const own = edges.filter((other) => isLoop(other) && other.from === node.id)
  const x = node.x + ((own.indexOf(edge) + 0.5) * node.width) / own.length
  const { width, height } = labelSize(edge, size)
  const [left, right, top] = [round(x - width / 2 - 5), round(x + width / 2 + 5), round(node.y - height - 4)]
  const { length, half } = arrows[edge.weight]
  const up = `M${left},${node.y}V${round(top + 8)}Q${left},${top} ${round(left + 8)},${top}`
  const down = `H${round(right - 8)}Q${right},${top} ${right},${round(top + 8)}V${round(node.y - length + 1)}`
  return {
    ...edge,
    path: up + down,
    arrow: `M${right},${node.y}L${round(right - half)},${round(node.y - length)}H${round(right + half)}Z`,
    ...placeLabel(edge, { x, y: node.y - height / 2 }, size),
  }
}

/** Where an edge meets a box: at the side it goes from or comes to, as many as meet there spread in their order. */
function port(route: Route, end: 'from' | 'to', routes: readonly Route[]): Point {
  const [box, side] = [route[end], sideOf(route, end)]
  const next = (other: Route, at: 'from' | 'to') => other.bends.at(at === 'from' ? 0 : -1)?.y ?? other.label.y
  const meeting = routes
    .flatMap((other) => [{ other, at: 'from' } as const, { other, at: 'to' } as const])
    .filter(({ other, at }) => other[at].id === box.id && sideOf(other, at) === side)
    .toSorted((a, b) => next(a.other, a.at) - next(b.other, b.at))
  const place = meeting.findIndex(({ other, at }) => other === route && at === end) - (meeting.length - 1) / 2
  const step = Math.min(portGap, (box.height - 4) / meeting.length)
  return { x: side > 0 ? box.x + box.width : box.x, y: box.y + box.height / 2 + place * step }
}

/** 1 where an edge meets the right side of a box, −1 where it meets the left one. */
function sideOf({ from, to }: Route, end: 'from' | 'to'): 1 | -1 {
  return middle(from) < middle(to) === (end === 'from') ? 1 : -1
}

function middle({ x, width }: Rectangle): number {
  return x + width / 2
}

/** A path through points, level at each of them. */
function curve([first = { x: 0, y: 0 }, ...rest]: readonly Point[]): string {
  const steps = rest.map((to, i) => {
    const from = rest[i - 1] ?? first
    const [half, y] = [round((from.x + to.x) / 2), round(to.y)]
    if (Math.abs(from.y - to.y) < 0.01) return Math.abs(from.x - to.x) < 0.01 ? '' : `H${round(to.x)}`
    return `C${half},${round(from.y)} ${half},${y} ${round(to.x)},${y}`
  })
  return `M${round(first.x)},${round(first.y)}${steps.join('')}`
}

/** A triangle whose tip touches a box from its left (1) or its right (−1). */
function arrow({ x, y }: Point, way: 1 | -1, { weight }: WordedEdge): string {
  const { length, half } = arrows[weight]
  return `M${round(x)},${round(y)}L${round(x - way * length)},${round(y - half)}V${round(y + half)}Z`
}

function placeLabel(edge: WordedEdge, { x, y }: Point, size: LinkSize): Pick<PlacedEdge, 'label' | 'target'> {
  const { width, height } = labelSize(edge, size)
  const off = lineWidths[edge.weight] / 2 + 3
  return {
    label: { x: round(x), above: round(y - off), below: round(y + off + 0.7 * size.fontSize) },
    target: { x: round(x - width / 2), y: round(y - height / 2), width, height },
  }
}
