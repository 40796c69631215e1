import { type Piece, touched } from '../../lib/chart/link-graph'
import type { PlacedLinks } from '../../lib/chart/link-place'
import { lineWidths, type PlacedEdge, type PlacedNode } from '../../lib/chart/link-route'
import { round } from '../../lib/chart/place'
import { textWidth } from '../../lib/chart/wrap'
import styles from './link-diagram.module.css'

/** What each shape and each kind of line means, in words. */
export interface LinkKey {
  indicator: string
  risk: string
  opportunity: string
  positive: string
  negative: string
}

/** Height of the key above the diagram. */
export const keyHeight = 30

/** The diagram at its own size, for a picture that stands alone. */
export function LinkDrawing(props: { placed: PlacedLinks; words: LinkKey; chosen?: Piece | null }) {
  const { placed, words, chosen = null } = props
  return { ...sheetSize(placed, words), content: <LinkMarks placed={placed} words={words} chosen={chosen} /> }
}

/** Size of the diagram with its key. */
export function sheetSize(placed: PlacedLinks, words: LinkKey) {
  const key = keyItems(words, placed.fontSize).at(-1)
  return { width: Math.ceil(Math.max(placed.width, key?.end ?? 0)), height: placed.height + keyHeight }
}

/** All marks: the key, and under the boxes the lines, those that recede first. */
export function LinkMarks(props: {
  placed: PlacedLinks
  words: LinkKey
  chosen: Piece | null
  onChoose?: (piece: Piece) => void
}) {
  const { placed, words, chosen, onChoose } = props
  const { nodes, edges, fontSize } = placed
  const near = chosen && touched(placed, chosen)
  const quiet = (edge: PlacedEdge) => near !== null && !near.edges.has(edge.id)
  return (
    <>
      <Key items={keyItems(words, fontSize)} fontSize={fontSize} />
      <g transform={`translate(0 ${keyHeight})`}>
        {edges
          .toSorted((a, b) => Number(quiet(b)) - Number(quiet(a)))
          .map((edge) => (
            <Line key={edge.id} edge={edge} quiet={quiet(edge)} {...(onChoose && { onChoose })} />
          ))}
        {nodes.map((node) => (
          <Box
            key={node.id}
            node={node}
            fontSize={fontSize}
            quiet={near !== null && !near.nodes.has(node.id)}
            chosen={chosen?.kind === 'node' && chosen.id === node.id}
          />
        ))}
        {edges.map((edge) => (
          <LineTexts
            key={edge.id}
            edge={edge}
            fontSize={fontSize}
            quiet={quiet(edge)}
            chosen={chosen?.kind === 'edge' && chosen.id === edge.id}
          />
        ))}
      </g>
    </>
  )
}

const markOf = (quiet: boolean) => (quiet ? 'var(--edge)' : 'var(--ink)')
const textOf = (quiet: boolean) => (quiet ? 'var(--ink-3)' : 'var(--ink)')

function Line({ edge, quiet, onChoose }: { edge: PlacedEdge; quiet: boolean; onChoose?: (piece: Piece) => void }) {
  const { path, arrow, weight, negative } = edge
  return (
    <g>
      <path
        d={path}
        fill="none"
        stroke={markOf(quiet)}
        strokeWidth={lineWidths[weight]}
        strokeDasharray={negative ? '5 3.5' : undefined}
      />
      <path d={arrow} fill={markOf(quiet)} />
      {onChoose && (
        <path
          className={styles.line}
          d={path}
          fill="none"
          stroke="transparent"
          strokeWidth={12}
          onClick={() => onChoose({ kind: 'edge', id: edge.id })}
        />
      )}
    </g>
  )
}

/** Strength above a line and lag beneath it, haloed, so that a line that must pass does not strike them through. */
function LineTexts(props: { edge: PlacedEdge; fontSize: number; quiet: boolean; chosen: boolean }) {
  const { edge, fontSize, quiet, chosen } = props
  const { x, above, below } = edge.label
  const line = (text: string, y: number) => (
    <text
      x={x}
      y={y}
      fontSize={fontSize}
      fontWeight={chosen ? 650 : undefined}
      textAnchor="middle"
      stroke="var(--paper)"
      strokeWidth={3}
      paintOrder="stroke"
      style={{ fill: textOf(quiet) }}
    >
      {text}
    </text>
  )
  return (
    <>
      {line(edge.above, above)}
      {line(edge.below, below)}
    </>
  )
}

function Box(props: { node: PlacedNode; fontSize: number; quiet: boolean; chosen: boolean }) {
  const { node, fontSize, quiet, chosen } = props
  return (
    <g>
      <Outline {...node} stroke={quiet ? 'var(--edge)' : 'var(--ink)'} chosen={chosen} />
      {node.lines.map(({ text, x, y }) => (
        <text
          key={y}
          x={x}
          y={y}
          fontSize={fontSize}
          fontWeight={chosen ? 650 : undefined}
          textAnchor="middle"
          style={{ fill: textOf(quiet) }}
        >
          {text}
        </text>
      ))}
    </g>
  )
}

/** Square for an indicator, round for an event, and with a second line for a favourable one. */
function Outline(props: {
  kind: PlacedNode['kind']
  x: number
  y: number
  width: number
  height: number
  stroke: string
  chosen?: boolean
}) {
  const { kind, x, y, width, height, stroke, chosen = false } = props
  const corner = kind === 'indicator' ? 0 : Math.min(10, height / 2)
  return (
    <>
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        rx={corner}
        fill={chosen ? 'var(--paper-3)' : 'var(--paper)'}
        stroke={stroke}
        strokeWidth={chosen ? 2 : 1}
      />
      {kind === 'opportunity' && (
        <rect
          x={round(x + 2.5)}
          y={round(y + 2.5)}
          width={width - 5}
          height={height - 5}
          rx={corner - 2.5}
          fill="none"
          stroke={stroke}
          strokeWidth={0.8}
        />
      )}
    </>
  )
}

const sampleWidth = 26

/** Samples of the key with their words, from left to right. */
function keyItems(words: LinkKey, fontSize: number) {
  const order = ['indicator', 'risk', 'opportunity', 'positive', 'negative'] as const
  let x = 1
  return order.map((sample) => {
    const start = x
    const end = start + sampleWidth + 6 + textWidth(words[sample], fontSize)
    x = Math.ceil(end) + 18
    return { sample, text: words[sample], x: start, end }
  })
}

function Key({ items, fontSize }: { items: ReturnType<typeof keyItems>; fontSize: number }) {
  return items.map(({ sample, text, x }) => (
    <g key={sample} transform={`translate(${x} 1)`}>
      {sample === 'positive' || sample === 'negative' ? (
        <>
          <path
            d={`M0,7H${sampleWidth - 7}`}
            stroke="var(--ink)"
            strokeWidth={lineWidths[1]}
            strokeDasharray={sample === 'negative' ? '5 3.5' : undefined}
          />
          <path d={`M${sampleWidth},7l-8.5,-4v8z`} fill="var(--ink)" />
        </>
      ) : (
        <Outline kind={sample} x={0} y={0} width={sampleWidth} height={14} stroke="var(--ink)" />
      )}
      <text x={sampleWidth + 6} y={round(7 + 0.35 * fontSize)} fontSize={fontSize} style={{ fill: 'var(--ink-2)' }}>
        {text}
      </text>
    </g>
  ))
}
