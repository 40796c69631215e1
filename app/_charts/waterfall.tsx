import { ticks } from 'd3-array'
import type { ReactNode } from 'react'
import { niceTicks } from '../../lib/chart/ends'
import { round } from '../../lib/chart/place'
import { ladderSpan } from '../../lib/chart/waterfall'
import { edgeText, LadderGround, ladderEdges } from './ladder'
import { linear } from './linear'
import { type Letter, Mark, scenarioColour } from './scenario-mark'

export interface WaterfallBar {
  id: string
  label: string
  /** From which state to which. */
  change: string
  start: number
  end: number
  /** The signed number beside it. */
  shown: string
  /** Whether it is coloured by its direction: adverse events alone. */
  coloured: boolean
}

export interface WaterfallEnd {
  letter: Letter
  name: string
  value: number
  text: string
}

/** The axis of a waterfall, in percent of the plot's width, so that it fits any. */
export interface WaterfallAxis {
  x: (value: number) => number
  ticks: readonly { at: number; text: string }[]
  /** Whether it is the ladder's: 0 to 100 %. */
  event: boolean
}

/** Make the axis: 0 to 100 % for events, else cropped around what is drawn, with three gridline values or more. */
export function waterfallAxis(
  values: readonly number[],
  event: boolean,
  format: (ticks: readonly number[]) => readonly string[],
): WaterfallAxis {
  const own = event ? null : niceTicks(values, ticks)
  const scale = linear({ domain: [...(own?.domain ?? ladderSpan(values))], range: [0, 100] })
  const x = (value: number) => round(scale(value))
  const texts = own ? format(own.ticks) : ladderEdges.map(edgeText)
  return { x, ticks: (own?.ticks ?? ladderEdges).map((tick, i) => ({ at: x(tick), text: texts[i] ?? '' })), event }
}

/** Colour of a bar: vermilion and teal where it is coloured, else two tones of ink. */
export function fillOf({ start, end, coloured }: Drawn): string {
  if (coloured) return end > start ? 'var(--up)' : 'var(--down)'
  return end > start ? 'var(--ink-2)' : 'var(--base)'
}

type Drawn = Pick<WaterfallBar, 'start' | 'end' | 'coloured'>

/** One bar on its track, with the dotted lines that join it to the rows above and below. */
export function WaterfallTrack({ bar, axis, height }: { bar: Drawn; axis: WaterfallAxis; height: number | string }) {
  const [from, to] = [axis.x(bar.start), axis.x(bar.end)]
  const fill = fillOf(bar)
  return (
    <svg width="100%" height={height} overflow="visible" aria-hidden>
      <Connector at={from} y1="0" y2="50%" />
      <Connector at={to} y1="50%" y2="100%" />
      <svg y="50%" overflow="visible">
        {/* The stroke keeps a bar of almost nothing in sight. */}
        <rect
          className="mark"
          x={`${Math.min(from, to)}%`}
          width={`${round(Math.abs(to - from))}%`}
          y={-7}
          height={14}
          fill={fill}
          stroke={fill}
        />
      </svg>
    </svg>
  )
}

/** Where a waterfall begins or ends: the scenario's mark, hollow where it is compared from. */
export function WaterfallEndTrack(props: {
  end: WaterfallEnd
  axis: WaterfallAxis
  height: number | string
  last: boolean
}) {
  const { end, axis, height, last } = props
  const at = axis.x(end.value)
  return (
    <svg width="100%" height={height} overflow="visible" aria-hidden>
      <Connector at={at} y1={last ? '0' : '50%'} y2={last ? '50%' : '100%'} />
      <svg x={`${at}%`} y="50%" overflow="visible">
        <Mark letter={end.letter} r={6.2} hollow={!last} />
      </svg>
    </svg>
  )
}

function Connector({ at, y1, y2 }: { at: number; y1: string; y2: string }) {
  return <line x1={`${at}%`} x2={`${at}%`} y1={y1} y2={y2} stroke="var(--ink-3)" strokeDasharray="2 2" />
}

/** Gridlines behind a row, and for events the tinted bands. */
export function WaterfallGround({ axis, height }: { axis: WaterfallAxis; height: number | string }) {
  return (
    <svg width="100%" height={height} overflow="visible" aria-hidden>
      {axis.event ? (
        <svg x={`${axis.x(0)}%`} width={`${round(axis.x(1) - axis.x(0))}%`} height="100%">
          <LadderGround height="100%" />
        </svg>
      ) : (
        axis.ticks.map(({ at }) => <line key={at} x1={`${at}%`} x2={`${at}%`} y1={0} y2="100%" stroke="var(--hair)" />)
      )}
    </svg>
  )
}

/** A name as long as there is room for. */
export const cut = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text)

/** A word of the probability scale and where it stands, from 0 to 1. */
export interface PlacedWord {
  text: string
  at: number
}

/** Words of the scale and gridline values over a drawing's rows, which begin at `top`; `place` takes percent to pixels. */
export function AxisHead(props: {
  axis: WaterfallAxis
  words: readonly PlacedWord[]
  place: (percent: number) => number
  top: number
}) {
  const { axis, words, place, top } = props
  return (
    <>
      {words.map(({ text, at }) =>
        text.split(' ').map((part, i, all) => (
          <text
            key={`${text} ${part}`}
            x={place(axis.x(at))}
            y={26 - (all.length - 1 - i) * 12}
            fontSize={11}
            textAnchor="middle"
            fill="var(--ink-2)"
          >
            {part}
          </text>
        )),
      )}
      {axis.ticks.map(({ at, text }) => (
        <text key={at} x={place(at)} y={top - 8} fontSize={11} textAnchor="middle" fill="var(--ink-3)">
          {text}
        </text>
      ))}
    </>
  )
}

const [labelWidth, plotWidth, numberWidth, rowHeight] = [270, 480, 90, 40]

/** The waterfall at a fixed size, for a picture that stands alone. */
export function WaterfallDrawing(props: {
  from: WaterfallEnd
  to: WaterfallEnd
  bars: readonly WaterfallBar[]
  axis: WaterfallAxis
  /** Words of the probability scale and where they stand, from 0 to 1; none for a quantity of its own scale. */
  words: readonly PlacedWord[]
}): { width: number; height: number; content: ReactNode } {
  const { from, to, bars, axis, words } = props
  const top = words.length > 0 ? 48 : 24
  const width = labelWidth + plotWidth + numberWidth
  const height = top + (bars.length + 2) * rowHeight
  const place = (percent: number) => round(labelWidth + (percent / 100) * plotWidth)
  const end = (side: WaterfallEnd, row: number, last: boolean) => (
    <g transform={`translate(0 ${top + row * rowHeight})`}>
      <g transform={`translate(8 ${rowHeight / 2})`}>
        <Mark letter={side.letter} r={6} hollow={!last} />
      </g>
      <text x={24} y={rowHeight / 2 + 5} fontSize={13} fontWeight={650} fill={scenarioColour(side.letter, 'ink')}>
        {cut(side.name, 31)}
      </text>
      <svg x={labelWidth} width={plotWidth} height={rowHeight} overflow="visible">
        <WaterfallEndTrack end={side} axis={axis} height={rowHeight} last={last} />
      </svg>
      <text x={width} y={rowHeight / 2 + 5} fontSize={14} fontWeight={650} textAnchor="end" fill="var(--ink)">
        {side.text}
      </text>
    </g>
  )
  const content = (
    <>
      <AxisHead axis={axis} words={words} place={place} top={top} />
      <svg x={labelWidth} y={top} width={plotWidth} height={height - top} overflow="visible">
        <WaterfallGround axis={axis} height={height - top} />
      </svg>
      {end(from, 0, false)}
      {bars.map((bar, i) => (
        <g key={bar.id} transform={`translate(0 ${top + (i + 1) * rowHeight})`}>
          <text x={0} y={rowHeight / 2 - 2} fontSize={13} fontWeight={500} fill="var(--ink)">
            {cut(bar.label, 38)}
          </text>
          <text x={0} y={rowHeight / 2 + 13} fontSize={11} fill="var(--ink-3)">
            {cut(bar.change, 46)}
          </text>
          <svg x={labelWidth} width={plotWidth} height={rowHeight} overflow="visible">
            <WaterfallTrack bar={bar} axis={axis} height={rowHeight} />
          </svg>
          <text
            x={width}
            y={rowHeight / 2 + 5}
            fontSize={13}
            fontWeight={650}
            textAnchor="end"
            fill={bar.coloured ? `var(--${bar.end > bar.start ? 'up' : 'down'}-ink)` : 'var(--ink)'}
          >
            {bar.shown}
          </text>
        </g>
      ))}
      {end(to, bars.length + 1, true)}
    </>
  )
  return { width, height, content }
}
