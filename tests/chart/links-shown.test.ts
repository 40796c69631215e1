import { expect, test } from 'vitest'
import { type Graph, mostLinks } from '../../lib/chart/link-graph'
import { linksShown } from '../../lib/chart/links-shown'

interface Edge {
  id: string
  from: string
  to: string
}

/** A hub that pushes so many spokes, a tail beyond the first of them, and a node on its own. */
function star(spokes: number): Graph<{ id: string }, Edge> {
  const ids = Array.from({ length: spokes }, (_, i) => `spoke${i}`)
  return {
    nodes: ['hub', ...ids, 'tail', 'alone'].map((id) => ({ id })),
    edges: [...ids.map((id) => ({ id: `to-${id}`, from: 'hub', to: id })), { id: 'on', from: 'spoke0', to: 'tail' }],
  }
}
const idsOf = (graph: Graph<{ id: string }, Edge> | null) =>
  graph && [graph.nodes.map(({ id }) => id), graph.edges.map(({ id }) => id)]

test('all links up to the most that fit, the very same graph whatever is chosen', () => {
  const whole = star(mostLinks - 1)
  expect(whole.edges).toHaveLength(mostLinks)
  expect(linksShown(whole, null)).toBe(whole)
  expect(linksShown(whole, { kind: 'node', id: 'tail' })).toBe(whole)
})

test('of more than that, what is near the chosen node or where the chosen link begins', () => {
  const whole = star(mostLinks)
  const near = [
    ['hub', 'spoke0', 'tail'],
    ['to-spoke0', 'on'],
  ]
  expect(idsOf(linksShown(whole, { kind: 'node', id: 'spoke0' }))).toEqual(near)
  expect(idsOf(linksShown(whole, { kind: 'edge', id: 'on' }))).toEqual(near)
  expect(linksShown(whole, { kind: 'node', id: 'hub' })?.edges).toHaveLength(mostLinks)
})

test('nothing of it where nothing is chosen, nothing is near, or too much is', () => {
  const whole = star(mostLinks + 1)
  expect(linksShown(whole, null)).toBeNull()
  expect(linksShown(whole, { kind: 'node', id: 'alone' })).toBeNull()
  expect(linksShown(whole, { kind: 'edge', id: 'nowhere' })).toBeNull()
  expect(linksShown(whole, { kind: 'node', id: 'hub' })).toBeNull()
})
