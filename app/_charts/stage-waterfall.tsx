import { round } from '../../lib/chart/place'
import { LadderGround } from './ladder'
import { stage, stageAxis, type StageWord } from './stage-axis'
import { StageGuess, type StageGuessed } from './stage-guess'
import { cut, fillOf, type WaterfallAxis, type WaterfallBar } from './waterfall'

export interface StageEnd {
  name: string
  value: number
  text: string
}

/** Height of the row of an end, less where there is little room, and least height of one of a bar: its name and its change. */
const endRowIn = (height: number) => (height < 350 ? 52 : 64)
const barRow = 56
/** Height of what the room guessed. */
const guessRow = 46
/** Height of the axis without words. */
const plainAxis = 44

/** How many bars have room, the smaller ones folded into one of them, at most seven. */
export function stageBars(height: number, event: boolean, guessed: boolean): number {
  const room = height - (event ? stageAxis : plainAxis) - 2 * endRowIn(height) - (guessed ? guessRow : 0)
  return Math.min(7, Math.max(2, Math.floor(room / barRow)))
}

/** What separates two states of things in one variable, a bar for each assumption, at a size that a room reads. */
export function StageWaterfall(props: {
  from: StageEnd
  /** Null while it is still to be guessed. */
  to: StageEnd | null
  hiddenName: string
  tone: 'up' | 'down' | 'ink'
  bars: readonly WaterfallBar[]
  axis: WaterfallAxis
  words: readonly StageWord[]
  guess: StageGuessed | null
  height: number
}) {
  const { from, to, hiddenName, tone, bars, axis, words, guess } = props
  const top = axis.event ? stageAxis : plainAxis
  const endRow = endRowIn(props.height)
  const below = guess ? guessRow : 0
  const room = Math.floor((props.height - top - 2 * endRow - below) / Math.max(1, bars.length))
  const row = Math.min(110, Math.max(barRow, room))
  const endTop = top + endRow + row * bars.length
  const height = endTop + endRow + below
  const x = (percent: number) => round(stage.labels + (percent / 100) * stage.plot)
  return (
    <svg width={stage.width} height={height} viewBox={`0 0 ${stage.width} ${height}`} aria-hidden>
      <Ground axis={axis} words={words} top={top} height={height} x={x} />
      <End end={from} at={x(axis.x(from.value))} y={top} row={endRow} fill={null} />
      {bars.map((bar, i) => (
        <Bar key={bar.id} bar={bar} axis={axis} x={x} y={top + endRow + i * row} row={row} />
      ))}
      <End
        end={to ?? { name: hiddenName, value: 0, text: '?' }}
        at={to && x(axis.x(to.value))}
        y={endTop}
        row={endRow}
        fill={tone === 'ink' ? 'var(--ink)' : `var(--${tone})`}
      />
      {guess && <StageGuess guess={guess} x={(value) => x(axis.x(value))} y={endTop + endRow + 14} />}
    </svg>
  )
}

function Ground(props: {
  axis: WaterfallAxis
  words: readonly StageWord[]
  top: number
  height: number
  x: (percent: number) => number
}) {
  const { axis, words, top, height, x } = props
  const [left, right] = [x(axis.x(0)), x(axis.x(1))]
  return (
    <>
      {axis.event ? (
        <svg x={left} y={top} width={round(right - left)} height={height - top}>
          <LadderGround height="100%" />
        </svg>
      ) : (
        axis.ticks.map(({ at }) => (
          <line key={at} x1={x(at)} x2={x(at)} y1={top} y2={height} stroke="var(--hair)" strokeWidth={1.5} />
        ))
      )}
      {words.map(({ text, at }) =>
        text.split(' ').map((part, i, all) => (
          <text
            key={`${text} ${part}`}
            x={x(axis.x(at))}
            y={50 - (all.length - 1 - i) * 27}
            fontSize={26}
            fontWeight={500}
            textAnchor="middle"
            style={{ fill: 'var(--ink-2)' }}
          >
            {part}
          </text>
        )),
      )}
      {axis.ticks.map(({ at, text }) => (
        <text key={at} x={x(at)} y={top - 9} fontSize={24} textAnchor="middle" style={{ fill: 'var(--ink-3)' }}>
          {text}
        </text>
      ))}
    </>
  )
}

/** An end: hollow where it starts, filled where it leads. */
function End(props: { end: StageEnd; at: number | null; y: number; row: number; fill: string | null }) {
  const { end, at, y, row, fill } = props
  const middle = y + row / 2
  return (
    <>
      <text y={middle + 11} fontSize={32} fontWeight={650} style={{ fill: 'var(--ink)' }}>
        {cut(end.name, 26)}
      </text>
      {at !== null && (
        <circle
          className="mark"
          cx={at}
          cy={middle}
          r={13}
          fill={fill ?? 'var(--paper)'}
          stroke={fill ?? 'var(--base)'}
          strokeWidth={fill === null ? 5 : 2}
        />
      )}
      <text
        x={stage.width}
        y={middle + 18}
        fontSize={56}
        fontWeight={600}
        textAnchor="end"
        style={{ fontFamily: 'var(--serif)', fill: 'var(--ink)' }}
      >
        {end.text}
      </text>
    </>
  )
}

function Bar(props: {
  bar: WaterfallBar
  axis: WaterfallAxis
  x: (percent: number) => number
  y: number
  row: number
}) {
  const { bar, axis, x, y, row } = props
  const [from, to] = [x(axis.x(bar.start)), x(axis.x(bar.end))]
  const middle = y + row / 2
  const fill = fillOf(bar)
  const two = bar.change !== ''
  return (
    <>
      <rect y={y} width={stage.width} height={1} fill="var(--hair)" />
      <text y={round(middle + (two ? -4 : 9))} fontSize={26} fontWeight={500} style={{ fill: 'var(--ink)' }}>
        {cut(bar.label, 33)}
      </text>
      {two && (
        <text y={round(middle + 24)} fontSize={24} style={{ fill: 'var(--ink-2)' }}>
          {cut(bar.change, 36)}
        </text>
      )}
      <line x1={from} x2={from} y1={y - 6} y2={middle} stroke="var(--ink-3)" strokeWidth={2} strokeDasharray="4 4" />
      <line x1={to} x2={to} y1={middle} y2={y + row + 6} stroke="var(--ink-3)" strokeWidth={2} strokeDasharray="4 4" />
      {/* The stroke keeps a bar of almost nothing in sight. */}
      <rect
        className="mark"
        x={Math.min(from, to)}
        width={round(Math.abs(to - from))}
        y={middle - 14}
        height={28}
        fill={fill}
        stroke={fill}
        strokeWidth={2}
      />
      <text
        x={stage.width}
        y={middle + 11}
        fontSize={32}
        fontWeight={/[1-9]/.test(bar.shown) ? 650 : 400}
        textAnchor="end"
        style={{ fill: bar.coloured ? `var(--${bar.end > bar.start ? 'up' : 'down'}-ink)` : 'var(--ink)' }}
      >
        {bar.shown}
      </text>
    </>
  )
}
