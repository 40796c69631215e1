'use client'
import { type KeyboardEvent, useState } from 'react'
import { type Piece, samePiece, stepFrom, type Way } from '../../lib/chart/link-graph'
import type { PlacedLinks } from '../../lib/chart/link-place'
import type { Table } from './chart-frame'
import styles from './link-diagram.module.css'
import { keyHeight, LinkMarks, type LinkKey, sheetSize } from './link-drawing'

const ways: Record<string, Way> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  ArrowRight: 'along',
  ArrowLeft: 'against',
  Home: 'first',
  End: 'last',
}

/**
 * What pushes what: variables as boxes, links as arrows between them. A piece that is chosen stands out with
 * what touches it. One stop for the keyboard: up and down go through all pieces, right and left along the links.
 */
export function LinkDiagram(props: {
  placed: PlacedLinks
  words: LinkKey
  /** Names the region that scrolls sideways where the diagram is wider than the page. */
  label: string
  chosen: Piece | null
  onChoose: (piece: Piece | null) => void
}) {
  const { placed, words, label, chosen, onChoose } = props
  const [active, setActive] = useState<Piece | null>(null)
  const at = [active, chosen].find((piece) => placed.order.some((other) => samePiece(piece, other))) ?? placed.order[0]
  const choose = (piece: Piece) => onChoose(samePiece(piece, chosen) ? null : piece)
  const key = (event: KeyboardEvent<HTMLDivElement>) => {
    const way = ways[event.key]
    if (event.key === 'Escape') onChoose(null)
    if (!way || !at) return
    event.preventDefault()
    const { kind, id } = stepFrom(placed.order, placed.edges, at, way)
    event.currentTarget.querySelector<HTMLElement>(`[data-${kind}="${id}"]`)?.focus()
  }
  const { width, height } = sheetSize(placed, words)
  return (
    <div className={styles.region} tabIndex={0} role="region" aria-label={label}>
      <div className={styles.sheet} style={{ width, height }} role="group" aria-label={label} onKeyDown={key}>
        <svg width={width} height={height} aria-hidden>
          <LinkMarks placed={placed} words={words} chosen={chosen} onChoose={choose} />
        </svg>
        {placed.order.map((piece) => {
          const target = targetOf(placed, piece)
          return (
            target && (
              <button
                key={`${piece.kind} ${piece.id}`}
                type="button"
                className={styles.piece}
                style={{ left: target.x, top: target.y + keyHeight, width: target.width, height: target.height }}
                aria-label={target.spoken}
                aria-pressed={samePiece(piece, chosen)}
                tabIndex={samePiece(piece, at ?? null) ? 0 : -1}
                data-node={piece.kind === 'node' ? piece.id : undefined}
                data-edge={piece.kind === 'edge' ? piece.id : undefined}
                onFocus={() => setActive(piece)}
                onClick={() => choose(piece)}
              />
            )
          )
        })}
      </div>
    </div>
  )
}

/** The links as a table: what pushes, what is pushed, and the texts of the diagram. */
export function linkTable({ nodes, edges }: Pick<PlacedLinks, 'nodes' | 'edges'>, head: readonly string[]): Table {
  const labels = new Map(nodes.map(({ id, label }) => [id, label]))
  return {
    head,
    rows: edges.map(({ from, to, above, below }) => [labels.get(from) ?? from, labels.get(to) ?? to, above, below]),
  }
}

function targetOf({ nodes, edges }: PlacedLinks, { kind, id }: Piece) {
  const edge = edges.find((edge) => kind === 'edge' && edge.id === id)
  return edge ? { ...edge.target, spoken: edge.spoken } : nodes.find((node) => kind === 'node' && node.id === id)
}
