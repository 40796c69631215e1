import type { ReactNode } from 'react'
import { round } from '../../lib/chart/place'
import { type PlacedSwing, placeSwing, type Swing } from '../../lib/chart/tornado'
import { wholePoints } from '../../lib/format'
import { toneOf } from './ladder'
import { AxisHead, cut, type PlacedWord, type WaterfallAxis, WaterfallGround } from './waterfall'

export interface TornadoRow extends Swing {
  label: string
  /** What is moved from where to where. */
  note: string
  /** The values at `low` and at `high` as they are printed. */
  lowText: string
  highText: string
}

/**
 * One row of a tornado on the axis of a waterfall: the bar with its ends marked, and the ink line of the value now.
 * The thin end is the low end of a range, the thick one its high end; states have two thin ends, and ticks between.
 * Values stand beside the ends: leave room for them on both sides of the plot. `coloured` is for adverse events alone.
 */
export function TornadoTrack(props: {
  row: Omit<TornadoRow, 'label' | 'note'>
  value: number
  axis: WaterfallAxis
  height: number | string
  coloured: boolean
  fontSize?: number
}) {
  const { row, value, axis, height, coloured, fontSize = 12 } = props
  const placed = placeSwing(row, value, axis.x)
  const tone = (end: number) => toneOf(wholePoints(value, end), coloured)
  return (
    <svg width="100%" height={height} overflow="visible" aria-hidden>
      <svg y="50%" overflow="visible">
        <Part part={placed.below} tone={tone(Math.min(row.low, row.high, value))} />
        <Part part={placed.above} tone={tone(Math.max(row.low, row.high, value))} />
        {placed.between.map((at) => (
          <Cap key={at} at={at} reach={4} width={1.2} />
        ))}
        <Cap at={placed.low} reach={7} width={1.4} />
        <Cap at={placed.high} reach={7} width={row.states ? 1.4 : 3.6} />
        <Values row={row} placed={placed} fontSize={fontSize} />
      </svg>
      <line
        className="mark"
        x1={`${placed.now}%`}
        x2={`${placed.now}%`}
        y1="0"
        y2="100%"
        stroke="var(--ink)"
        strokeWidth={1.4}
      />
    </svg>
  )
}

function Part({ part, tone }: { part: PlacedSwing['below']; tone: string }) {
  return (
    <rect className="mark" x={`${part.x}%`} width={`${part.width}%`} y={-7} height={14} fill={`var(--${tone}-wash)`} />
  )
}

function Cap({ at, reach, width }: { at: number; reach: number; width: number }) {
  return (
    <line
      className="mark"
      x1={`${at}%`}
      x2={`${at}%`}
      y1={-reach}
      y2={reach}
      stroke="var(--ink-2)"
      strokeWidth={width}
    />
  )
}

/** The lesser value left of the bar, the greater right of it. */
function Values(props: { row: Omit<TornadoRow, 'label' | 'note'>; placed: PlacedSwing; fontSize: number }) {
  const { row, placed, fontSize } = props
  const texts = row.low <= row.high ? [row.lowText, row.highText] : [row.highText, row.lowText]
  const [left, right] = [placed.below.x, round(placed.above.x + placed.above.width)]
  return (
    <>
      <text x={`${left}%`} dx={-6} y={round(fontSize * 0.35)} fontSize={fontSize} textAnchor="end" fill="var(--ink)">
        {texts[0]}
      </text>
      <text x={`${right}%`} dx={6} y={round(fontSize * 0.35)} fontSize={fontSize} fill="var(--ink)">
        {texts[1]}
      </text>
    </>
  )
}

const [labelWidth, room, plotWidth, rowHeight] = [270, 54, 440, 40]

/** The tornado at a fixed size, for a picture that stands alone; the value now is named at its foot. */
export function TornadoDrawing(props: {
  rows: readonly TornadoRow[]
  value: number
  now: string
  axis: WaterfallAxis
  coloured: boolean
  /** Words of the probability scale; none for a quantity of its own scale. */
  words: readonly PlacedWord[]
}): { width: number; height: number; content: ReactNode } {
  const { rows, value, now, axis, coloured, words } = props
  const top = words.length > 0 ? 48 : 24
  const bottom = top + rows.length * rowHeight
  const place = (percent: number) => round(labelWidth + room + (percent / 100) * plotWidth)
  const at = place(axis.x(value))
  const content = (
    <>
      <AxisHead axis={axis} words={words} place={place} top={top} />
      <svg x={labelWidth + room} y={top} width={plotWidth} height={bottom - top} overflow="visible">
        <WaterfallGround axis={axis} height={bottom - top} />
      </svg>
      {rows.map((row, i) => (
        <g key={row.id} transform={`translate(0 ${top + i * rowHeight})`}>
          <text x={0} y={rowHeight / 2 + (row.note ? -2 : 5)} fontSize={13} fontWeight={500} fill="var(--ink)">
            {cut(row.label, 38)}
          </text>
          <text x={0} y={rowHeight / 2 + 13} fontSize={11} fill="var(--ink-3)">
            {cut(row.note, 46)}
          </text>
          <svg x={labelWidth + room} width={plotWidth} height={rowHeight} overflow="visible">
            <TornadoTrack row={row} value={value} axis={axis} height={rowHeight} coloured={coloured} />
          </svg>
        </g>
      ))}
      <line x1={at} x2={at} y1={bottom} y2={bottom + 8} stroke="var(--ink)" strokeWidth={1.4} />
      <circle cx={at} cy={bottom + 10} r={4.8} fill="var(--ink)" />
      <text x={at} y={bottom + 30} fontSize={13} fontWeight={650} textAnchor="middle" fill="var(--ink)">
        {now}
      </text>
    </>
  )
  return { width: labelWidth + plotWidth + 2 * room, height: bottom + 36, content }
}
