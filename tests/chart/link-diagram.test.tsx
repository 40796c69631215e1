// @vitest-environment jsdom
import { act, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { LinkDiagram, linkTable } from '../../app/_charts/link-diagram'
import { LinkDrawing } from '../../app/_charts/link-drawing'
import { loadLayOut, useLayOut } from '../../app/_charts/link-layout'
import { linkGraph, type Piece } from '../../lib/chart/link-graph'
import { placeLinks } from '../../lib/chart/link-place'

/** A pushes B and C, B pushes C; D pushes E. */
const bare = linkGraph({
  variables: ['A', 'B', 'C', 'D', 'E'].map((id) => ({ id, kind: 'indicator' })),
  links: ['AB', 'AC', 'BC', 'DE'].map((id, i) => ({
    ...{ id, from: id[0] ?? '', to: id[1] ?? '', lag: 1 },
    strength: (i + 1) * (i === 3 ? -0.1 : 0.1),
  })),
})
const graph = {
  nodes: bare.nodes.map((node) => ({ ...node, label: `Label ${node.id}`, spoken: `Variable ${node.id}` })),
  edges: bare.edges.map((edge) => ({
    ...edge,
    above: `×${edge.strength}`,
    below: '1 yr',
    spoken: `${edge.from} pushes ${edge.to}`,
  })),
}
const words = { indicator: 'I', risk: 'R', opportunity: 'O', positive: 'more', negative: 'less' }
const size = { fontSize: 12, target: 24, width: 600 }

function Page({ onChoose }: { onChoose: (piece: Piece | null) => void }) {
  const { layOut, failed } = useLayOut()
  const [chosen, setChosen] = useState<Piece | null>(null)
  if (!layOut) return <p>{failed ? 'failed' : 'waiting'}</p>
  const choose = (piece: Piece | null) => {
    setChosen(piece)
    onChoose(piece)
  }
  const placed = placeLinks(graph, layOut, size)
  return <LinkDiagram placed={placed} words={words} label="What pushes what" chosen={chosen} onChoose={choose} />
}

const host = document.createElement('div')
let root: ReturnType<typeof createRoot>
const onChoose = vi.fn<(piece: Piece | null) => void>()
const complaints = vi.spyOn(console, 'error')

beforeEach(async () => {
  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true)
  onChoose.mockClear()
  complaints.mockClear()
  document.body.append(host)
  root = createRoot(host)
  // In time, so that the page has nothing to wait for but the promise itself.
  await loadLayOut()
  act(() => root.render(<Page onChoose={onChoose} />))
  expect(host.textContent).toBe('waiting')
  await act(async () => void (await loadLayOut()))
})
afterEach(() => {
  act(() => root.unmount())
  host.remove()
  expect(complaints.mock.calls).toEqual([])
})

const buttons = () => [...host.querySelectorAll('button')]
const button = (name: string) => buttons().find((own) => own.getAttribute('aria-label') === name)
const focused = () => document.activeElement?.getAttribute('aria-label')
const stops = () => buttons().filter(({ tabIndex }) => tabIndex === 0).map((own) => own.getAttribute('aria-label')) // prettier-ignore
const press = (key: string) =>
  act(() => document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })))
const pressed = () => buttons().filter((own) => own.getAttribute('aria-pressed') === 'true').map((own) => own.getAttribute('aria-label')) // prettier-ignore

describe('the diagram of links', () => {
  test('has a button for each variable and each link, named, in reading order, in a region that can scroll', () => {
    expect(new Set(buttons().map((own) => own.getAttribute('aria-label')))).toEqual(
      new Set([...graph.nodes, ...graph.edges].map(({ spoken }) => spoken)),
    )
    expect(buttons()[0]?.getAttribute('aria-label')).toBe('Variable A')
    const region = host.querySelector('[role=region]')
    expect([region?.getAttribute('aria-label'), region?.getAttribute('tabindex')]).toEqual(['What pushes what', '0'])
  })

  test('is one stop of the keyboard, within which arrows pass through all and along the links', () => {
    expect(stops()).toEqual(['Variable A'])
    act(() => buttons()[0]?.focus())
    const seen = buttons().map(() => {
      const at = focused()
      press('ArrowDown')
      return at
    })
    expect(seen).toEqual(buttons().map((own) => own.getAttribute('aria-label')))
    press('Home')
    press('ArrowRight')
    expect(focused()).toMatch(/^A pushes/)
    expect(stops()).toEqual([focused()])
    press('ArrowLeft')
    expect(focused()).toBe('Variable A')
    press('End')
    press('ArrowUp')
    expect(focused()).toBe('D pushes E')
  })

  test('chooses by a press, lets go by another and by Escape', () => {
    const node: Piece = { kind: 'node', id: 'B' }
    act(() => button('Variable B')?.click())
    expect([onChoose.mock.lastCall, pressed()]).toEqual([[node], ['Variable B']])
    act(() => button('Variable B')?.click())
    expect([onChoose.mock.lastCall, pressed()]).toEqual([[null], []])
    act(() => button('A pushes C')?.click())
    expect([onChoose.mock.lastCall, pressed()]).toEqual([[{ kind: 'edge', id: 'AC' }], ['A pushes C']])
    act(() => button('A pushes C')?.focus())
    press('Escape')
    expect([onChoose.mock.lastCall, pressed()]).toEqual([[null], []])
  })

  test('takes a press on a line as one on its link', () => {
    const lines = host.querySelectorAll('path[stroke=transparent]')
    expect(lines).toHaveLength(graph.edges.length)
    act(() => lines[0]?.dispatchEvent(new MouseEvent('click', { bubbles: true })))
    expect(onChoose.mock.lastCall?.[0]?.kind).toBe('edge')
  })

  test('keeps in ink what touches the chosen piece, and lets the rest recede', () => {
    const inInk = () =>
      [...host.querySelectorAll('svg text')]
        .filter((text) => text.getAttribute('style')?.includes('--ink)'))
        .map(({ textContent }) => textContent)
        .filter((text) => text?.startsWith('Label'))
        .toSorted()
    expect(inInk()).toHaveLength(5)
    act(() => button('Variable A')?.click())
    expect(inInk()).toEqual(['Label A', 'Label B', 'Label C'])
    act(() => button('D pushes E')?.click())
    expect(inInk()).toEqual(['Label D', 'Label E'])
    const strokes = [...host.querySelectorAll('path[stroke-width="1.8"]')].map((path) => path.getAttribute('stroke'))
    expect(strokes.filter((stroke) => stroke === 'var(--edge)').length).toBeGreaterThan(0)
  })

  test('dashes the links by which more is less, and no other', () => {
    const dashed = [...host.querySelectorAll('path[stroke-dasharray]')]
    // One link, and the sample of the key.
    expect(dashed).toHaveLength(2)
  })
})

describe('its twins', () => {
  const placed = placeLinks(
    graph,
    ({ nodes, edges }) => ({
      width: 500,
      height: 100,
      nodes: new Map(nodes.map(({ id }, i) => [id, { x: 50 + 100 * i, y: 50 }])),
      edges: new Map(edges.map(({ id }) => [id, { label: { x: 100, y: 50 }, bends: [] }])),
    }),
    size,
  )

  test('a table says every link: what pushes, what is pushed, how much and when', () => {
    const { head, rows } = linkTable(placed, ['From', 'To', 'Strength', 'After'])
    expect(head).toHaveLength(4)
    expect(rows.toSorted()).toEqual(
      graph.edges.map(({ from, to, above, below }) => [`Label ${from}`, `Label ${to}`, above, below]).toSorted(),
    )
  })

  test('a picture knows its size, with room for the key, and has nothing to press', () => {
    const drawing = LinkDrawing({ placed, words })
    expect(drawing.height).toBe(placed.height + 30)
    expect(drawing.width).toBeGreaterThanOrEqual(placed.width)
    act(() => root.render(<svg>{drawing.content}</svg>))
    expect(host.querySelectorAll('button, [stroke=transparent]')).toHaveLength(0)
    expect(host.querySelectorAll('rect').length).toBeGreaterThanOrEqual(graph.nodes.length)
  })
})
