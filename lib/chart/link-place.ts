import { type Graph, partsOf, type Piece } from './link-graph'
import { type PlacedEdge, type PlacedNode, placeLoop, placeRoute, type Route } from './link-route'
import {
  boxSize,
  type LayOut,
  lineHeight,
  type LinkSize,
  type PartLayout,
  type SizedPart,
  sizedPart,
  type WordedEdge,
  type WordedNode,
} from './link-size'
import { type Point, round } from './place'
import { setOut } from './set-out'

/** A graph of links in pixels: its own size, and every box and line on it. */
export interface PlacedLinks extends Graph<PlacedNode, PlacedEdge> {
  width: number
  height: number
  fontSize: number
  /** All pieces in reading order: each node, then the edges that leave it. */
  order: readonly Piece[]
}

type Part = Graph<WordedNode, WordedEdge>

/** Between parts that do not hang together. */
const partGap = 28

/**
 * Place a graph of links in pixels, rounded to 0.01: boxes with the lines of their labels, edges as smooth paths
 * that run level through every column of boxes and labels, so that they cross none, with arrows and texts.
 * Connected parts stand beside each other, the one of most nodes first.
 */
export function placeLinks(graph: Part, layOut: LayOut, size: LinkSize): PlacedLinks {
  const laid = partsOf(graph).map((part) => {
    const sized = sizedPart(part, size)
    return { part, sized, layout: layOut(sized) }
  })
  const layouts = laid.map(({ layout }) => layout)
  const corners = setOut(layouts, Math.max(size.width, ...layouts.map(({ width }) => width)), partGap)
  const placed = laid.map((one, i) => placePart({ ...one, corner: corners[i] ?? { x: 0, y: 0 } }, size))
  const extents = layouts.map(({ width, height }, i) => [width + (corners[i]?.x ?? 0), height + (corners[i]?.y ?? 0)])
  return {
    nodes: placed.flatMap(({ nodes }) => nodes),
    edges: placed.flatMap(({ edges }) => edges),
    order: placed.flatMap(readingOrder),
    width: Math.ceil(Math.max(0, ...extents.map(([x = 0]) => x))),
    height: Math.ceil(Math.max(0, ...extents.map(([, y = 0]) => y))),
    fontSize: size.fontSize,
  }
}

/** A connected part with its layout, and the upper left corner of its place on the sheet. */
interface Laid {
  part: Part
  sized: SizedPart
  layout: PartLayout
  corner: Point
}

function placePart({ part, sized, layout, corner }: Laid, size: LinkSize): Graph<PlacedNode, PlacedEdge> {
  const moved = ({ x, y }: Point) => ({ x: x + corner.x, y: y + corner.y })
  const nodes = part.nodes.flatMap((node) => {
    const centre = layout.nodes.get(node.id)
    return centre ? [placeNode(node, part.edges, moved(centre), size)] : []
  })
  const nodeOf = (end: string) => nodes.find(({ id }) => id === end)
  const routes = part.edges.flatMap((edge): Route[] => {
    const [laid, from, to] = [layout.edges.get(edge.id), nodeOf(edge.from), nodeOf(edge.to)]
    return laid && from && to ? [{ edge, from, to, label: moved(laid.label), bends: laid.bends.map(moved) }] : []
  })
  const halfOf = (x: number) => halfWidth(x - corner.x, sized, layout)
  const edges = part.edges.flatMap((edge) => {
    const route = routes.find((route) => route.edge === edge)
    if (route) return [placeRoute(route, routes, halfOf, size)]
    const node = nodeOf(edge.from)
    return node ? [placeLoop(edge, node, part.edges, size)] : []
  })
  return { nodes, edges }
}

function placeNode(node: WordedNode, edges: readonly WordedEdge[], centre: Point, size: LinkSize): PlacedNode {
  const { lines, width, height, loops } = boxSize(node, edges, size)
  const middle = centre.y + loops / 2
  const baseline = (i: number) => middle + (i - (lines.length - 1) / 2) * lineHeight(size.fontSize)
  return {
    ...node,
    x: round(centre.x - width / 2),
    y: round(middle - height / 2),
    width,
    height,
    lines: lines.map((text, i) => ({ text, x: round(centre.x), y: round(baseline(i) + 0.35 * size.fontSize) })),
  }
}

/** Half the width of the column of boxes or of labels whose middle is at x: of its widest. */
function halfWidth(x: number, { nodes, edges }: SizedPart, layout: PartLayout): number {
  const isHere = (middle: Point | undefined) => middle !== undefined && Math.abs(middle.x - x) < 1
  const here = [
    ...nodes.filter(({ id }) => isHere(layout.nodes.get(id))),
    ...edges.filter(({ id }) => isHere(layout.edges.get(id)?.label)),
  ]
  return Math.max(0, ...here.map(({ width }) => width)) / 2
}

/** Nodes column by column and from the top, each followed by the edges that leave it. */
function readingOrder({ nodes, edges }: Graph<PlacedNode, PlacedEdge>): Piece[] {
  const middle = ({ x, width }: PlacedNode) => x + width / 2
  return nodes
    .toSorted((a, b) => Math.round(middle(a)) - Math.round(middle(b)) || a.y - b.y)
    .flatMap(({ id }): Piece[] => [
      { kind: 'node', id },
      ...edges
        .filter(({ from }) => from === id)
        .toSorted((a, b) => a.target.y - b.target.y)
        .map((edge): Piece => ({ kind: 'edge', id: edge.id })),
    ])
}
