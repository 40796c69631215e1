import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadLayOut } from '../../app/_charts/link-layout'
import { packs } from '../../data/index'
import {
  linkGraph,
  linkWeights,
  mostLinks,
  nearby,
  partsOf,
  type Piece,
  samePiece,
  stepFrom,
  touched,
} from '../../lib/chart/link-graph'
import { type PlacedLinks, placeLinks } from '../../lib/chart/link-place'
import type { PlacedEdge } from '../../lib/chart/link-route'
import type { LayOut, SizedPart } from '../../lib/chart/link-size'
import { tangle } from '../../lib/chart/tangle'
import { formatNumber, locales } from '../../lib/format'
import { load } from '../../lib/pack/load'
import { tinyPack } from '../fixtures/tiny-pack'

const layOut = await loadLayOut()
const size = { fontSize: 11.5, target: 24, width: 1100 }

type Ends = readonly [from: string, to: string, strength?: number]
const graphOf = (nodes: string, ...links: Ends[]) =>
  linkGraph({
    variables: nodes.split(' ').map((id) => ({ id, kind: 'risk' })),
    links: links.map(([from, to, strength = 0.2], i) => ({ id: `${from}-${to}-${i}`, from, to, strength, lag: 1 })),
  })
type LinkGraph = ReturnType<typeof graphOf>
const worded = ({ nodes, edges }: LinkGraph, label: (id: string) => string = (id) => id) => ({
  nodes: nodes.map((node) => ({ ...node, label: label(node.id), spoken: '' })),
  edges: edges.map((edge) => ({ ...edge, above: `×${edge.strength}`, below: `${edge.lag} yr`, spoken: '' })),
})
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id)

describe('the graph of a pack', () => {
  test('has the variables that take part in a link, and every link, in pack order', () => {
    const pack = tinyPack()
    const { nodes, edges } = linkGraph(pack)
    const taking = pack.variables.filter(({ id }) => pack.links.some(({ from, to }) => [from, to].includes(id)))
    expect(nodes).toEqual(taking.map(({ id, kind }) => ({ id, kind })))
    expect(nodes.length).toBeLessThan(pack.variables.length)
    expect(edges.map(({ id, from, to, strength, lag }) => ({ id, from, to, strength, lag }))).toEqual(
      pack.links.map(({ id, from, to, strength, lag }) => ({ id, from, to, strength, lag })),
    )
    expect(linkGraph({ ...pack, links: [] })).toEqual({ nodes: [], edges: [] })
  })

  test('tells the sign of a link, and its weight by the size of its strength', () => {
    const [middle, heavy] = linkWeights
    const drawn = (strength: number) => {
      const [edge] = graphOf('a b', ['a', 'b', strength]).edges
      return [edge?.negative, edge?.weight]
    }
    expect([drawn(middle - 0.01), drawn(middle), drawn(heavy - 0.01), drawn(heavy)]).toEqual([
      [false, 0],
      [false, 1],
      [false, 1],
      [false, 2],
    ])
    expect([drawn(-2.4), drawn(-0.05)]).toEqual([
      [true, 2],
      [true, 0],
    ])
  })

  test('comes apart into connected parts, the largest first, whatever way its links lead', () => {
    const graph = graphOf('a b c d e f g', ['b', 'a'], ['c', 'd'], ['e', 'd'], ['f', 'g'], ['g', 'f'])
    expect(partsOf(graph).map(({ nodes }) => ids(nodes).join(' '))).toEqual(['c d e', 'a b', 'f g'])
    expect(partsOf(graph).flatMap(({ edges }) => ids(edges))).toHaveLength(5)
    expect(partsOf({ nodes: [], edges: [] })).toEqual([])
  })

  test('joins parts that a later link connects, with more than nine of them', () => {
    const names = Array.from({ length: 24 }, (_, i) => `v${i}`)
    const pairs = names.flatMap((name, i): Ends[] => (i % 2 === 1 ? [[names[i - 1]!, name]] : []))
    expect(partsOf(graphOf(names.join(' '), ...pairs))).toHaveLength(12)
    const chained = names.slice(2).flatMap((name, i): Ends[] => (i % 2 === 0 ? [[name, names[i]!]] : []))
    expect(partsOf(graphOf(names.join(' '), ...pairs, ...chained))).toHaveLength(1)
    const [first] = partsOf(graphOf(names.join(' '), ...pairs))
    expect(ids(first!.nodes)).toEqual(['v0', 'v1'])
  })

  test('keeps near a node its own links and their ends alone', () => {
    const graph = graphOf('a b c d', ['a', 'b'], ['b', 'c'], ['c', 'd'], ['a', 'd'])
    const { nodes, edges } = nearby(graph, 'b')
    expect([ids(nodes), ids(edges)]).toEqual([
      ['a', 'b', 'c'],
      ['a-b-0', 'b-c-1'],
    ])
  })
})

describe('a chosen piece', () => {
  const graph = graphOf('a b c d', ['a', 'b'], ['b', 'c'], ['c', 'd'], ['c', 'b'])
  const near = (kind: Piece['kind'], id: string) => {
    const { nodes, edges } = touched(graph, { kind, id })
    return [[...nodes].toSorted().join(' '), [...edges].toSorted().join(' ')]
  }

  test('touches, as a node, the edges on both sides of it and their ends', () => {
    expect(near('node', 'b')).toEqual(['a b c', 'a-b-0 b-c-1 c-b-3'])
    expect(near('node', 'd')).toEqual(['c d', 'c-d-2'])
  })
  test('touches, as an edge, its two ends and no other edge', () => {
    expect(near('edge', 'b-c-1')).toEqual(['b c', 'b-c-1'])
  })
  test('is the same only where kind and id are', () => {
    const piece: Piece = { kind: 'node', id: 'a' }
    expect([samePiece(piece, { ...piece }), samePiece(null, null)]).toEqual([true, true])
    expect([samePiece(piece, { kind: 'edge', id: 'a' }), samePiece(piece, null)]).toEqual([false, false])
  })
})

describe('the keyboard', () => {
  const graph = graphOf('a b c d e', ['a', 'b'], ['b', 'c'], ['c', 'a'], ['d', 'e'])
  const { order, edges } = placeLinks(worded(graph), layOut, size)
  const step = (piece: Piece, way: Parameters<typeof stepFrom>[3]) => stepFrom(order, edges, piece, way)

  test('passes through every node and every edge once, down as well as up, and stops at the ends', () => {
    expect(order).toHaveLength(graph.nodes.length + graph.edges.length)
    const walk = (from: Piece, way: 'next' | 'previous') =>
      order.slice(1).reduce((walked: Piece[]) => [...walked, step(walked.at(-1)!, way)], [from])
    expect(walk(order[0]!, 'next')).toEqual(order)
    expect(walk(order.at(-1)!, 'previous')).toEqual(order.toReversed())
    expect([step(order[0]!, 'previous'), step(order.at(-1)!, 'next')]).toEqual([order[0], order.at(-1)])
    expect([step(order[2]!, 'first'), step(order[2]!, 'last')]).toEqual([order[0], order.at(-1)])
  })

  test('follows links from a node over the edge to its end, and back', () => {
    expect(step({ kind: 'node', id: 'd' }, 'along')).toEqual({ kind: 'edge', id: 'd-e-3' })
    expect(step({ kind: 'edge', id: 'd-e-3' }, 'along')).toEqual({ kind: 'node', id: 'e' })
    expect(step({ kind: 'node', id: 'e' }, 'along')).toEqual({ kind: 'node', id: 'e' })
    expect(step({ kind: 'node', id: 'e' }, 'against')).toEqual({ kind: 'edge', id: 'd-e-3' })
    expect(step({ kind: 'edge', id: 'd-e-3' }, 'against')).toEqual({ kind: 'node', id: 'd' })
  })

  test('says each node before the edges that leave it', () => {
    for (const { id, from } of edges) {
      const at = (piece: Piece) => order.findIndex((other) => samePiece(other, piece))
      const between = order.slice(at({ kind: 'node', id: from }) + 1, at({ kind: 'edge', id }))
      expect(at({ kind: 'node', id: from })).toBeLessThan(at({ kind: 'edge', id }))
      expect(between.filter(({ kind }) => kind === 'node')).toEqual([])
    }
  })
})

/** Boxes 100 apart in one row, an edge bending once half-way; what leads back runs 40 lower. */
const inARow: LayOut = ({ nodes, edges }) => {
  const x = (id: string) => 50 + 200 * nodes.findIndex((node) => node.id === id)
  const bend = (from: string, to: string) => ({ x: (x(from) + x(to)) / 2, y: x(from) < x(to) ? 50 : 90 })
  return {
    width: 200 * nodes.length,
    height: 120,
    nodes: new Map(nodes.map(({ id }) => [id, { x: x(id), y: 50 }])),
    edges: new Map(edges.map(({ id, from, to }) => [id, { label: bend(from, to), bends: [bend(from, to)] }])),
  }
}

describe('a placed edge', () => {
  test('runs from the side of one box, level past its label, to the tip of its arrow at the other box', () => {
    const { nodes, edges } = placeLinks(worded(graphOf('a b', ['a', 'b'])), inARow, size)
    const [a, b] = [nodes[0]!, nodes[1]!]
    expect([a.width, a.height, a.x, a.y]).toEqual([24, 24, 38, 38])
    expect(edges[0]).toMatchObject({
      path: 'M62,50H135H165H230.5',
      arrow: 'M238,50L229.5,46V54Z',
      label: { x: 150, above: 46.1, below: 61.95 },
    })
    expect(b.x).toBe(238)
  })

  test('bends between columns alone, as a smooth curve that is level at both its ends', () => {
    const { edges } = placeLinks(worded(graphOf('a b', ['a', 'b'], ['b', 'a'])), inARow, size)
    expect(edges[0]?.path).toBe('M62,45C98.5,45 98.5,50 135,50H165C197.75,50 197.75,45 230.5,45')
    // Back again: from the left side of the second box to the right side of the first.
    expect(edges[1]?.path).toBe('M238,55C201.5,55 201.5,90 165,90H135C102.25,90 102.25,55 69.5,55')
    expect(edges[1]?.arrow).toBe('M62,55L70.5,51V59Z')
  })

  test('meets a box in the order of where it comes from and goes to, so that none crosses another there', () => {
    const away = [...'bcdefg'].map((to): Ends => ['a', to])
    const back = [...'hijk'].map((from): Ends => [from, 'a'])
    const { edges } = placeLinks(worded(graphOf('a b c d e f g h i j k', ...away, ...back)), layOut, size)
    const spread = (own: readonly PlacedEdge[], y: (edge: PlacedEdge) => number) => {
      const ports = own.toSorted((a, b) => a.target.y - b.target.y).map(y)
      expect(ports).toEqual(ports.toSorted((a, b) => a - b))
      expect(new Set(ports).size).toBe(own.length)
    }
    spread(edges.slice(0, away.length), ({ path }) => along(path)[0]!.y)
    spread(edges.slice(away.length), ({ path }) => along(path).at(-1)!.y)
  })

  test('leads from a node to itself over its box, whose texts it frames', () => {
    const { nodes, edges } = placeLinks(worded(graphOf('a', ['a', 'a'], ['a', 'a', -0.5])), layOut, size)
    const [box] = nodes
    expect(edges).toHaveLength(2)
    expect(edges[0]!.label.x).toBeLessThan(edges[1]!.label.x)
    for (const { label, target } of edges) {
      expect(label.above).toBeLessThan(label.below)
      expect(label.below).toBeLessThan(box!.y)
      expect(target.y).toBeGreaterThanOrEqual(0)
    }
  })
})

describe('how tangled a layout is', () => {
  const part = (...edges: Ends[]): SizedPart => ({
    nodes: [...'abcd'].map((id) => ({ id, width: 10, height: 10 })),
    edges: edges.map(([from, to]) => ({ id: `${from}${to}`, from, to, width: 10, height: 10 })),
    gap: 10,
    bend: 10,
  })
  const nodes = new Map([...'abcd'].map((id, i) => [id, { x: i < 2 ? 0 : 100, y: i % 2 === 0 ? 0 : 60 }]))
  const laid = { width: 100, height: 60, nodes, edges: new Map() }

  test('counts each crossing once, and none where edges only meet', () => {
    expect(tangle(part(['a', 'd'], ['b', 'c']), laid)).toEqual({ crossings: 1, travel: 120 })
    expect(tangle(part(['a', 'c'], ['b', 'd']), laid)).toEqual({ crossings: 0, travel: 0 })
    expect(tangle(part(['a', 'c'], ['a', 'd']), laid).crossings).toBe(0)
    expect(tangle(part(), laid)).toEqual({ crossings: 0, travel: 0 })
  })

  test('follows the bends', () => {
    const bends = [{ x: 50, y: -30 }]
    const bent = { ...laid, edges: new Map([['ac', { label: bends[0]!, bends }]]) }
    expect(tangle(part(['a', 'c']), bent)).toEqual({ crossings: 0, travel: 60 })
  })
})

interface Rectangle {
  x: number
  y: number
  width: number
  height: number
}
const overlap = (a: Rectangle, b: Rectangle) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/** The texts of an edge: what a line must not strike through. */
const textsOf = ({ target, label }: PlacedEdge): Rectangle => ({
  x: target.x + 2,
  width: target.width - 4,
  y: label.above - 8,
  height: label.below - label.above + 8,
})

/** Points along a path of M, H, V, C and Q, close to each other. */
function along(path: string): { x: number; y: number }[] {
  let at = { x: 0, y: 0 }
  return [...path.matchAll(/([MHVCQ])([^MHVCQ]+)/g)].flatMap(([, command, text = '']) => {
    const n = text.split(/[ ,]/).map(Number)
    const [from, to] = [at, { x: n.at(-2) ?? 0, y: n.at(-1) ?? 0 }]
    at = command === 'H' ? { x: n[0]!, y: from.y } : command === 'V' ? { x: from.x, y: n[0]! } : to
    if (command === 'M') return [at]
    const handles = command === 'C' ? [n[1]!, n[3]!] : [from.y, at.y]
    return Array.from({ length: 13 }, (_, i) => {
      const [t, s] = [i / 12, 1 - i / 12]
      const y = s ** 3 * from.y + 3 * s * s * t * handles[0]! + 3 * s * t * t * handles[1]! + t ** 3 * at.y
      const half = (from.x + at.x) / 2
      const x = command === 'C' ? s ** 3 * from.x + 3 * s * t * half + t ** 3 * at.x : from.x + t * (at.x - from.x)
      return { x, y: command === 'C' ? y : from.y + t * (at.y - from.y) }
    })
  })
}

/** What a reader of a diagram must not meet. */
function blemishes({ nodes, edges, width, height }: PlacedLinks): string[] {
  const inside = (box: Rectangle) =>
    box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height
  const pairs = <T>(list: readonly T[]) => list.flatMap((a, i) => list.slice(0, i).map((b) => [a, b] as const))
  const boxed = [
    ...nodes.map((box) => ({ id: box.id, box })),
    ...edges.map((edge) => ({ id: edge.id, box: textsOf(edge) })),
  ]
  const point = ({ x, y }: { x: number; y: number }) => ({ x: x - 0.2, y: y - 0.2, width: 0.4, height: 0.4 })
  return [
    ...boxed.filter(({ box }) => !inside(box)).map(({ id }) => `${id} is cut`),
    ...pairs(boxed)
      .filter(([a, b]) => overlap(a.box, b.box))
      .map(([a, b]) => `${a.id} is over ${b.id}`),
    ...pairs(edges)
      .filter(([a, b]) => overlap(a.target, b.target))
      .map(([a, b]) => `the targets of ${a.id} and ${b.id} overlap`),
    ...edges.flatMap((edge) =>
      boxed
        .filter(({ id }) => ![edge.id, edge.from, edge.to].includes(id))
        .filter(({ box }) => along(edge.path).some((at) => overlap(point(at), box)))
        .map(({ id }) => `${edge.id} strikes ${id}`),
    ),
  ]
}

describe('any graph, laid out by the library', () => {
  const name = fc.integer({ min: 0, max: 9 }).map((i) => `v${i}`)
  const anyGraph = fc
    .array(fc.tuple(name, name, fc.constantFrom(0.05, 0.2, -0.2, 0.9)), { maxLength: 18 })
    .map((links) => graphOf('v0 v1 v2 v3 v4 v5 v6 v7 v8 v9', ...links))

  test('has every piece, none cut, none over another, no line through a box or a text', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const placed = placeLinks(
          worded(graph, (id) => `Label of ${id}`),
          layOut,
          size,
        )
        expect([ids(placed.nodes).toSorted(), ids(placed.edges).toSorted()]).toEqual([
          ids(graph.nodes).toSorted(),
          ids(graph.edges).toSorted(),
        ])
        expect(blemishes(placed)).toEqual([])
      }),
      { seed: 8, numRuns: 60 },
    )
  })

  test('gets the same coordinates each time, rounded to 0.01', async () => {
    const again = await loadLayOut()
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const [first, second] = [layOut, again].map((own) => placeLinks(worded(graph), own, size))
        expect(second).toEqual(first)
        expect(JSON.stringify(first).match(/\.\d{3,}|\de-|null/g)).toBeNull()
      }),
      { seed: 13, numRuns: 30 },
    )
  })

  test('of many links is laid out in good time', () => {
    const names = Array.from({ length: 60 }, (_, i) => `v${i}`)
    const links = Array.from({ length: mostLinks }, (_, i): Ends => [names[(i * 7) % 60]!, names[(i * 11 + 1) % 60]!])
    const placed = placeLinks(worded(graphOf(names.join(' '), ...links)), layOut, size)
    expect(placed.edges).toHaveLength(mostLinks)
  }, 20_000)

  test('of no links is a sheet of no size', () => {
    expect(placeLinks({ nodes: [], edges: [] }, layOut, size)).toMatchObject({ width: 0, height: 0, order: [] })
  })
})

describe('the links of the packs that ship', () => {
  test.each(Object.keys(packs).flatMap((id) => locales.map((locale) => [id, locale] as const)))(
    '%s in %s fit on a page with no fault, hardly a crossing, and labels of at most three lines',
    (id, locale) => {
      const result = load(packs[id])
      if (!result.ok) throw new Error('The pack is not sound.')
      const { variables, links } = result.value
      const graph = worded(
        linkGraph({ variables, links }),
        (id) => variables.find((variable) => variable.id === id)?.label[locale] ?? id,
      )
      const edges = graph.edges.map((edge) => ({ ...edge, above: `×${formatNumber(edge.strength, 2, locale)}` }))
      const crossings: number[] = []
      const counted: LayOut = (part) => {
        const layout = layOut(part)
        crossings.push(tangle(part, layout).crossings)
        return layout
      }
      const placed = placeLinks({ ...graph, edges }, counted, size)
      expect(blemishes(placed)).toEqual([])
      expect(crossings.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(edges.length / 10)
      expect(placed.width).toBeLessThanOrEqual(1110)
      expect(placed.height).toBeLessThanOrEqual(760)
      expect(Math.max(0, ...placed.nodes.map(({ lines }) => lines.length))).toBeLessThanOrEqual(3)
    },
  )
})
