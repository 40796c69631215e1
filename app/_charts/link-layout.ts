import type { GraphLabel } from '@dagrejs/dagre'
import type { LayOut, PartLayout, SizedPart } from '../../lib/chart/link-size'
import { tangle } from '../../lib/chart/tangle'
import { useLoaded } from '../_ui/use-loaded'

type Library = typeof import('@dagrejs/dagre')

/** Fetch the library that lays diagrams out, and make of it a function that lays out one connected part. */
export async function loadLayOut(): Promise<LayOut> {
  const library = await import('@dagrejs/dagre')
  return (part) => laidOut(library, part)
}

/**
 * The function that lays a diagram of links out: null until its library is here, `failed` if it cannot be
 * fetched. It is fetched by the first diagram on screen, so that pages without one do not pay for it.
 */
export function useLayOut(): { layOut: LayOut | null; failed: boolean } {
  const loaded = useLoaded(loadLayOut)
  return loaded === 'failed' ? { layOut: null, failed: true } : { layOut: loaded, failed: false }
}

/**
 * Orders in which the library may take the boxes, and its two ways to open loops: each may end in another layout,
 * and none is always the best. A part of many edges is tried less often, so that no page waits for it.
 */
const attempts = [false, true].flatMap((greedy) =>
  [0, 0.5, 0.25, 0.75].flatMap((turn) => [false, true].map((reversed) => ({ greedy, turn, reversed }))),
)
const manyEdges = 60
const fewAttempts = 3

/** The least tangled layout of some attempts; the first that has no crossing is taken at once. */
function laidOut(library: Library, part: SizedPart): PartLayout {
  const tried: { layout: PartLayout; crossings: number; travel: number }[] = []
  for (const attempt of part.edges.length > manyEdges ? attempts.slice(0, fewAttempts) : attempts) {
    const layout = attempted(library, part, attempt)
    tried.push({ layout, ...tangle(part, layout) })
    if (tried.at(-1)?.crossings === 0) break
  }
  return tried.toSorted((a, b) => a.crossings - b.crossings || a.travel - b.travel)[0]!.layout
}

/** Ranks from left to right; an edge that closes a loop runs against them. */
function attempted({ Graph, layout }: Library, part: SizedPart, attempt: (typeof attempts)[number]): PartLayout {
  const graph = new Graph<GraphLabel, Node, Edge>({ multigraph: true })
  const loops = attempt.greedy ? { acyclicer: 'greedy' as const } : {}
  graph.setGraph({ rankdir: 'LR', nodesep: part.gap, edgesep: 2, ranksep: 2 * part.bend, ...loops })
  const first = Math.floor(attempt.turn * part.nodes.length)
  const turned = [...part.nodes.slice(first), ...part.nodes.slice(0, first)]
  for (const { id, width, height } of attempt.reversed ? turned.toReversed() : turned)
    graph.setNode(id, { width, height, x: 0, y: 0 })
  for (const { id, from, to, width, height } of part.edges)
    graph.setEdge(from, to, { width, height, labelpos: 'c', x: 0, y: 0, points: [] }, id)
  layout(graph)
  const { width = 0, height = 0 } = graph.graph()
  return {
    width,
    height,
    nodes: new Map(part.nodes.map(({ id }) => [id, { x: graph.node(id).x, y: graph.node(id).y }])),
    edges: new Map(
      part.edges.map(({ id, from, to }) => {
        const { x, y, points } = graph.edge(from, to, id)
        // The first and the last point are where the library would meet the boxes.
        return [id, { label: { x, y }, bends: points.slice(1, -1) }]
      }),
    ),
  }
}

interface Node {
  width: number
  height: number
  x: number
  y: number
}

interface Edge extends Node {
  labelpos: 'c'
  points: { x: number; y: number }[]
}
