import { type Graph, mostLinks, nearby, type Piece } from './link-graph'

/**
 * Choose what of a graph of links is drawn: all of it, or where that is more than `mostLinks`, what is near the chosen
 * node, or near where the chosen edge begins. Null where even that is too much or nothing, and where nothing is chosen.
 */
export function linksShown<N extends { id: string }, E extends { id: string; from: string; to: string }>(
  whole: Graph<N, E>,
  chosen: Piece | null,
): Graph<N, E> | null {
  if (whole.edges.length <= mostLinks) return whole
  const node = chosen?.kind === 'edge' ? whole.edges.find(({ id }) => id === chosen.id)?.from : chosen?.id
  const near = node === undefined ? null : nearby(whole, node)
  return near && near.edges.length > 0 && near.edges.length <= mostLinks ? near : null
}
