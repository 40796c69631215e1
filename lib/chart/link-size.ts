import type { Graph, LinkEdge, LinkNode } from './link-graph'
import type { Point } from './place'
import { textWidth, wrap } from './wrap'

/** A node with its label, and all that is said of it to who cannot see it. */
export interface WordedNode extends LinkNode {
  label: string
  spoken: string
}

/** An edge with what is printed above its line and beneath it, such as "×0.4" and "1 yr", and what is said of it. */
export interface WordedEdge extends LinkEdge {
  above: string
  below: string
  spoken: string
}

/** How large a diagram of links is drawn, in pixels. */
export interface LinkSize {
  fontSize: number
  /** Least width and height of what can be pressed. */
  target: number
  /** Parts that do not hang together stand beside each other as long as they fit this width. */
  width: number
}

interface Sized {
  id: string
  width: number
  height: number
}

/** One connected part of a graph, its boxes and labels measured; no edge leads from a node to itself. */
export interface SizedPart {
  nodes: readonly Sized[]
  edges: readonly (Sized & { from: string; to: string })[]
  /** Between what stands under one another. */
  gap: number
  /** Between a column of boxes and the next column of labels: room for the curves. */
  bend: number
}

/** A part laid out from left to right: centres of its boxes, and of each edge its bends, its label at one of them. */
export interface PartLayout {
  width: number
  height: number
  nodes: ReadonlyMap<string, Point>
  edges: ReadonlyMap<string, { label: Point; bends: readonly Point[] }>
}

/** Lay a part out; the same part always gets the same layout. */
export type LayOut = (part: SizedPart) => PartLayout

/** Letters of a line of a label, at least and at most; more lines than `mostLines` end in "…". */
const letters = { least: 12, most: 22 }
const mostLines = 4
/** Between the places where edges meet a box, at most. */
export const portGap = 10
/** More than its texts, in width and in height, that an arch takes. */
const loopGap = 18

/** Height of a line of text. */
export function lineHeight(fontSize: number): number {
  return Math.ceil(fontSize * 1.2)
}

/** Tell whether an edge leads from a node to itself. */
export function isLoop({ from, to }: WordedEdge): boolean {
  return from === to
}

/** Measure the room that the texts of an edge take: one line above its line, one beneath. */
export function labelSize({ above, below }: WordedEdge, { fontSize, target }: LinkSize) {
  const text = Math.max(textWidth(above, fontSize), textWidth(below, fontSize))
  return { width: Math.ceil(Math.max(target, text + 4)), height: Math.max(target, 2 * lineHeight(fontSize) + 6) }
}

/** Measure a box: as large as its label, its arrows and its loops need. `loops` is the height of the latter, above it. */
export function boxSize(node: WordedNode, edges: readonly WordedEdge[], size: LinkSize) {
  const lines = labelLines(node.label)
  const own = edges.filter((edge) => isLoop(edge) && edge.from === node.id).map((edge) => labelSize(edge, size))
  const meeting = (end: 'from' | 'to') => edges.filter((edge) => !isLoop(edge) && edge[end] === node.id).length
  const text = Math.max(...lines.map((line) => textWidth(line, size.fontSize))) + 14
  const ports = portGap * Math.max(meeting('from'), meeting('to')) + 4
  const arches = own.reduce((sum, { width }) => sum + width + loopGap, 0)
  return {
    lines,
    width: Math.ceil(Math.max(size.target, text, arches)),
    height: Math.max(size.target, lines.length * lineHeight(size.fontSize) + 10, ports),
    loops: Math.max(0, ...own.map(({ height }) => height + loopGap)),
  }
}

/** Measure the boxes and labels of a connected part. */
export function sizedPart({ nodes, edges }: Graph<WordedNode, WordedEdge>, size: LinkSize): SizedPart {
  return {
    nodes: nodes.map((node) => {
      const { width, height, loops } = boxSize(node, edges, size)
      return { id: node.id, width, height: height + loops }
    }),
    edges: edges.flatMap((edge) =>
      isLoop(edge) ? [] : [{ id: edge.id, from: edge.from, to: edge.to, ...labelSize(edge, size) }],
    ),
    gap: Math.ceil(size.fontSize),
    bend: Math.ceil(2.2 * size.fontSize),
  }
}

/** Two lines where one would be long, so that columns are narrow and curves have room. */
function labelLines(label: string): string[] {
  const word = Math.max(...label.split(' ').map(({ length }) => length))
  const half = Math.max(letters.least, word, Math.ceil(label.length / 2) + 3)
  return wrap(label, Math.min(letters.most, half), mostLines)
}
