import type { ReactNode } from 'react'
import { BoardTrack, type TrackedRange } from './board-track'
import { edgeText, LadderGround, ladderEdges } from './ladder'

const [labelWidth, plotWidth, numberWidth] = [270, 400, 66]
const [headHeight, rowHeight] = [46, 28]

/** One row of a picture: its label, its range, and its lowest, median and highest value with the spread as they are written. */
interface BoardDrawnRow {
  label: string
  range: TrackedRange
  numbers: readonly string[]
}

/** The ranges of all outcomes over the groups at a fixed size, for a picture that stands alone. */
export function BoardDrawing(props: {
  sections: readonly { label: string; events: boolean; rows: readonly BoardDrawnRow[] }[]
  heads: readonly string[]
}): { width: number; height: number; content: ReactNode } {
  const { sections, heads } = props
  const width = labelWidth + plotWidth + heads.length * numberWidth
  const right = (i: number) => labelWidth + plotWidth + (i + 1) * numberWidth
  const tops = sections.map((_, i) =>
    sections.slice(0, i).reduce((sum, { rows }) => sum + headHeight + rows.length * rowHeight, 0),
  )
  const height = sections.reduce((sum, { rows }) => sum + headHeight + rows.length * rowHeight, 0)
  const content = sections.map(({ label, events, rows }, s) => (
    <g key={label} transform={`translate(0 ${tops[s] ?? 0})`}>
      <text y={34} fontSize={14} fontWeight={650} fill="var(--ink)">
        {label}
      </text>
      {heads.map((head, i) => (
        <text key={head} x={right(i)} y={34} fontSize={11} textAnchor="end" fill="var(--ink-3)">
          {head}
        </text>
      ))}
      {events && (
        <>
          <svg x={labelWidth} y={headHeight} width={plotWidth} height={rows.length * rowHeight}>
            <LadderGround height={rows.length * rowHeight} />
          </svg>
          {ladderEdges.map((edge) => (
            <text
              key={edge}
              x={labelWidth + edge * plotWidth}
              y={34}
              fontSize={11}
              textAnchor="middle"
              fill="var(--ink-3)"
            >
              {edgeText(edge)}
            </text>
          ))}
        </>
      )}
      <rect y={headHeight - 4} width={width} height={1} fill="var(--hair-2)" />
      {rows.map(({ label, range, numbers }, i) => (
        <g key={label} transform={`translate(0 ${headHeight + i * rowHeight})`}>
          <text y={rowHeight / 2 + 4.5} fontSize={13} fill="var(--ink)">
            {label}
          </text>
          <svg x={labelWidth} width={plotWidth} height={rowHeight} overflow="visible">
            <BoardTrack range={range} height={rowHeight} />
          </svg>
          {numbers.map((text, n) => (
            <text
              key={heads[n]}
              x={right(n)}
              y={rowHeight / 2 + 4.5}
              fontSize={13}
              textAnchor="end"
              fontWeight={n === heads.length - 1 ? 650 : 400}
              fill="var(--ink)"
            >
              {text}
            </text>
          ))}
        </g>
      ))}
    </g>
  ))
  return { width, height, content }
}
