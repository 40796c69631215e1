import type { ReactNode } from 'react'
import { formatPercent, formatSigned, wholePoints } from '../../lib/format'
import { edgeText, LadderGround, LadderTrack, ladderEdges, toneOf } from './ladder'

export interface DrawnRow {
  label: string
  baseline: number
  value: number
  interval: { low: number; high: number } | null
  own?: { baseline: number; value: number } | null
}

const [labelWidth, plotWidth, numberWidth] = [270, 500, 110]
const [axisHeight, rowHeight, groupHeight] = [44, 26, 26]

/** The whole ladder at a fixed size, with its axis and numbers as text, for a picture that stands alone. */
export function LadderDrawing(props: {
  groups: readonly { label: string; rows: readonly DrawnRow[] }[]
  words: readonly { text: string; at: number }[]
  coloured: boolean
  year: number
  points: string
}): { width: number; height: number; content: ReactNode } {
  const width = labelWidth + plotWidth + numberWidth
  let y = axisHeight
  const groups = props.groups.map(({ label, rows }) => {
    const top = y
    y += groupHeight + rows.length * rowHeight
    return { label, rows, top }
  })
  const content = (
    <>
      <svg x={labelWidth} y={axisHeight} width={plotWidth} height={y - axisHeight}>
        <LadderGround height={y - axisHeight} />
      </svg>
      {props.words.map(({ text, at }) =>
        text.split(' ').map((part, i, all) => (
          <text
            key={`${text} ${part}`}
            x={labelWidth + at * plotWidth}
            y={24 - (all.length - 1 - i) * 12}
            fontSize={11}
            textAnchor="middle"
            fill="var(--ink-2)"
          >
            {part}
          </text>
        )),
      )}
      {ladderEdges.map((edge) => (
        <text key={edge} x={labelWidth + edge * plotWidth} y={38} fontSize={11} textAnchor="middle" fill="var(--ink-3)">
          {edgeText(edge)}
        </text>
      ))}
      <text x={width - 58} y={38} fontSize={11} textAnchor="end" fill="var(--ink-3)">
        {props.year}
      </text>
      <text x={width} y={38} fontSize={11} textAnchor="end" fill="var(--ink-3)">
        {props.points}
      </text>
      {groups.map(({ label, rows, top }) => (
        <g key={label}>
          <rect x={0} y={top} width={width} height={1} fill="var(--hair-2)" />
          <text x={0} y={top + 18} fontSize={12.5} fontWeight={650} fill="var(--ink)">
            {label}
          </text>
          {rows.map((row, i) => (
            <DrawnLine
              key={row.label}
              row={row}
              y={top + groupHeight + i * rowHeight}
              width={width}
              coloured={props.coloured}
            />
          ))}
        </g>
      ))}
    </>
  )
  return { width, height: y, content }
}

function DrawnLine({ row, y, width, coloured }: { row: DrawnRow; y: number; width: number; coloured: boolean }) {
  const points = wholePoints(row.baseline, row.value)
  const tone = toneOf(points, coloured)
  const bold = toneOf(points) !== 'hold' ? 650 : 400
  const middle = y + rowHeight / 2 + 4.5
  return (
    <>
      <text x={0} y={middle} fontSize={13} fill="var(--ink)">
        {row.label}
      </text>
      <svg x={labelWidth} y={y} width={plotWidth} height={rowHeight} overflow="visible">
        <LadderTrack
          baseline={row.baseline}
          value={row.value}
          interval={row.interval}
          own={row.own ?? null}
          height={rowHeight}
          coloured={coloured}
        />
      </svg>
      <text x={width - 58} y={middle} fontSize={13} fontWeight={bold} textAnchor="end" fill="var(--ink)">
        {formatPercent(row.value)}
      </text>
      <text
        x={width}
        y={middle}
        fontSize={13}
        fontWeight={bold}
        textAnchor="end"
        fill={tone === 'hold' ? 'var(--ink-3)' : `var(--${tone}-ink)`}
      >
        {formatSigned(points, 0, 'en')}
      </text>
    </>
  )
}
