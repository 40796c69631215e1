import type { Pack } from '../pack/schema'

/** A variable that a link pushes, or that pushes by one. */
export interface LinkNode {
  id: string
  kind: Pack['variables'][number]['kind']
}

/** A link as it is drawn: negative where more of one is less of the other, its line in one of three weights. */
export interface LinkEdge {
  id: string
  from: string
  to: string
  strength: number
  lag: number
  negative: boolean
  weight: 0 | 1 | 2
}

/** Nodes and the directed edges between them. */
export interface Graph<N extends { id: string }, E extends { id: string; from: string; to: string }> {
  nodes: readonly N[]
  edges: readonly E[]
}

/** Strengths, without their sign, from which a line is of middle weight and heavy. */
export const linkWeights = [0.1, 0.3] as const

/** More links than this are a thicket in any order: show them as a table, or those of one variable (`nearby`). */
export const mostLinks = 120

/** Make the graph of a pack's links: variables that take part in one, and links, both in pack order. */
export function linkGraph(pack: {
  readonly variables: readonly LinkNode[]
  readonly links: readonly Omit<LinkEdge, 'negative' | 'weight'>[]
}): Graph<LinkNode, LinkEdge> {
  const taking = new Set(pack.links.flatMap(({ from, to }) => [from, to]))
  return {
    nodes: pack.variables.flatMap(({ id, kind }) => (taking.has(id) ? [{ id, kind }] : [])),
    edges: pack.links.map(({ id, from, to, strength, lag }) => {
      const size = Math.abs(strength)
      const weight = size >= linkWeights[1] ? 2 : size >= linkWeights[0] ? 1 : 0
      return { id, from, to, strength, lag, negative: strength < 0, weight }
    }),
  }
}

/** Keep of a graph one node, the edges that touch it, and the nodes at their other ends. */
export function nearby<N extends { id: string }, E extends LinkEnds>(graph: Graph<N, E>, id: string): Graph<N, E> {
  const edges = graph.edges.filter(({ from, to }) => from === id || to === id)
  const near = new Set([id, ...edges.flatMap(({ from, to }) => [from, to])])
  return { nodes: graph.nodes.filter((node) => near.has(node.id)), edges }
}

interface LinkEnds {
  id: string
  from: string
  to: string
}

/** Take a graph apart into its connected parts, those of most nodes first, otherwise in the order of their first node. */
export function partsOf<N extends { id: string }, E extends LinkEnds>({ nodes, edges }: Graph<N, E>): Graph<N, E>[] {
  const partOf = new Map(nodes.map(({ id }, part) => [id, part]))
  for (const { from, to } of edges) {
    const [a = 0, b = 0] = [partOf.get(from), partOf.get(to)]
    for (const [id, part] of partOf) if (part === a || part === b) partOf.set(id, Math.min(a, b))
  }
  return [...new Set(partOf.values())]
    .map((part) => ({
      nodes: nodes.filter(({ id }) => partOf.get(id) === part),
      edges: edges.filter(({ from }) => partOf.get(from) === part),
    }))
    .toSorted((a, b) => b.nodes.length - a.nodes.length)
}

/** One node or one edge of a graph. */
export interface Piece {
  kind: 'node' | 'edge'
  id: string
}

/** Tell whether two pieces are the same one. */
export function samePiece(a: Piece | null, b: Piece | null): boolean {
  return a?.kind === b?.kind && a?.id === b?.id
}

/** Name the pieces that touch a chosen one, itself among them: of a node its edges and their ends, of an edge its ends. */
export function touched(
  { edges }: Pick<Graph<{ id: string }, LinkEnds>, 'edges'>,
  chosen: Piece,
): { nodes: ReadonlySet<string>; edges: ReadonlySet<string> } {
  const own = edges.filter(({ id, from, to }) =>
    chosen.kind === 'edge' ? id === chosen.id : from === chosen.id || to === chosen.id,
  )
  const itself = chosen.kind === 'node' ? [chosen.id] : []
  return {
    nodes: new Set([...itself, ...own.flatMap(({ from, to }) => [from, to])]),
    edges: new Set(own.map(({ id }) => id)),
  }
}

/** Ways from one piece to another: through all of them in reading order, or along the links and against them. */
export type Way = 'first' | 'last' | 'next' | 'previous' | 'along' | 'against'

/** Step from a piece to another; stay where there is none that way. `order` is the reading order of all pieces. */
export function stepFrom(order: readonly Piece[], edges: readonly LinkEnds[], at: Piece, way: Way): Piece {
  const now = order.findIndex((piece) => samePiece(piece, at))
  const found = {
    first: () => order[0],
    last: () => order.at(-1),
    next: () => order[now + 1],
    previous: () => order[now - 1],
    along: () => beyond('to'),
    against: () => beyond('from'),
  }[way]()
  return found ?? at

  /** From a node the first edge that leaves (or reaches) it in reading order; from an edge its end (or beginning). */
  function beyond(end: 'from' | 'to'): Piece | undefined {
    const other = end === 'to' ? 'from' : 'to'
    const edgeOf = ({ kind, id }: Piece) => (kind === 'edge' ? edges.find((edge) => edge.id === id) : undefined)
    const own = edgeOf(at)
    if (own) return { kind: 'node', id: own[end] }
    return order.find((piece) => edgeOf(piece)?.[other] === at.id)
  }
}
