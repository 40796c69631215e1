import { round } from '../../lib/chart/place'
import { notablePoints } from '../../lib/chart/summary'
import { textWidth, wrap } from '../../lib/chart/wrap'
import { formatPercent, formatSigned, wholePoints } from '../../lib/format'
import { LadderTrack, toneOf } from './ladder'
import { stage, StageAxis, stageRows, stageAxis, type StageWord, stageX } from './stage-axis'
import { StageGuess, type StageGuessed } from './stage-guess'

export interface StageRow {
  id: string
  label: string
  baseline: number
  /** Null while it is still to be guessed. */
  value: number | null
  interval: { low: number; high: number } | null
  /** Whether a shift is coloured: adverse events alone. */
  coloured: boolean
  guess: StageGuessed | null
}

/** Up to three events on the likelihood ladder, at a size that a room reads, the first emphasised. */
export function StageLadder(props: {
  rows: readonly StageRow[]
  words: readonly StageWord[]
  /** Heads of the columns of numbers. */
  year: number
  points: string
  /** What stands beneath the first ring. */
  baseline: string
  height: number
}) {
  const { rows, words, year, points, baseline } = props
  const heights = stageRows(rows.length, props.height)
  const tops = heights.map((_, i) => heights.slice(0, i).reduce((sum, own) => sum + own, stageAxis))
  const height = heights.reduce((sum, own) => sum + own, stageAxis)
  return (
    <svg width={stage.width} height={height} viewBox={`0 0 ${stage.width} ${height}`} aria-hidden>
      <StageAxis
        words={words}
        height={height}
        heads={[
          { text: points, x: stage.width - 158 },
          { text: String(year), x: stage.width },
        ]}
      />
      {rows.map((row, i) => (
        <svg key={row.id} y={tops[i]} width={stage.width} height={heights[i]} overflow="visible">
          {i > 0 && <rect width={stage.width} height={1.5} fill="var(--hair-2)" />}
          <Row row={row} first={i === 0} height={heights[i]!} baseline={i === 0 && !row.guess ? baseline : null} />
        </svg>
      ))}
    </svg>
  )
}

function Row(props: { row: StageRow; first: boolean; height: number; baseline: string | null }) {
  const { row, first, height, baseline } = props
  const middle = round(height / 2 - (row.guess ? 16 : 0))
  const scale = first ? 3.3 : 2.5
  const shown = row.value ?? row.baseline
  return (
    <>
      <StageLabel text={row.label} first={first} middle={round(height / 2)} />
      <svg x={stage.labels} y={round(middle - 30)} width={stage.plot} height={60} overflow="visible">
        {row.value === null ? (
          <Ring at={row.baseline} scale={scale} />
        ) : (
          <LadderTrack
            baseline={row.baseline}
            value={row.value}
            interval={row.interval}
            height={60}
            scale={scale}
            coloured={row.coloured}
          />
        )}
      </svg>
      <BaselineLabel at={row.baseline} value={shown} bar={row.interval} first={first} middle={middle} word={baseline} />
      {row.guess && <StageGuess guess={row.guess} x={stageX} y={middle + 46} stem={46} />}
      <StageValue row={row} first={first} middle={round(height / 2)} />
    </>
  )
}

/** The hollow ring alone, of what is still to be guessed. */
function Ring({ at, scale }: { at: number; scale: number }) {
  return (
    <circle
      cx={`${round(100 * at)}%`}
      cy={30}
      r={round(4.2 * scale)}
      fill="var(--paper)"
      stroke="var(--base)"
      strokeWidth={round(1.6 * scale)}
    />
  )
}

/** The name of a row on as many lines as it needs, at most three. */
export function StageLabel({ text, first, middle }: { text: string; first: boolean; middle: number }) {
  const size = first ? 38 : 31
  const lines = wrap(text, Math.floor((stage.labels - 30) / (size * 0.54)), first ? 3 : 2)
  const step = size + (first ? 4 : 3)
  return lines.map((line, i) => (
    <text
      key={line}
      x={0}
      y={round(middle + size * 0.35 + (i - (lines.length - 1) / 2) * step)}
      fontSize={size}
      fontWeight={first ? 650 : 400}
      style={{ fill: 'var(--ink)' }}
    >
      {line}
    </text>
  ))
}

/**
 * The baseline's percent, on the side of the ring that the line leaves free; above it where there is no room at the end. Where
 * the interval lies under it, it is darker.
 */
function BaselineLabel(props: {
  at: number
  value: number
  bar: StageRow['interval']
  first: boolean
  middle: number
  word: string | null
}) {
  const { at, value, bar, first, middle, word } = props
  const [size, gap] = first ? [30, 26] : [26, 21]
  const text = formatPercent(at)
  const left = value >= at
  const ring = stageX(at)
  const width = textWidth(text, size)
  const above = !left && ring + gap + width > stage.labels + stage.plot + 16
  const [from, to] = left ? [ring - gap - width, ring - gap] : [ring + gap, ring + gap + width]
  const covered = bar !== null && !above && stageX(bar.low) < to && stageX(bar.high) > from
  const own = {
    x: above ? ring : round(left ? ring - gap : ring + gap),
    textAnchor: above ? 'middle' : left ? 'end' : 'start',
  } as const
  return (
    <>
      <text
        {...own}
        y={round(above ? middle - 28 : middle + size / 3)}
        fontSize={size}
        style={{ fill: covered ? 'var(--ink-2)' : 'var(--base-ink)' }}
      >
        {text}
      </text>
      {word !== null && !above && (
        <text {...own} y={round(middle + size / 3 + 30)} fontSize={24} style={{ fill: 'var(--base-ink)' }}>
          {word}
        </text>
      )}
    </>
  )
}

/** The percent in large type with its signed points; a question mark for what is still to be guessed. */
function StageValue({ row, first, middle }: { row: StageRow; first: boolean; middle: number }) {
  const size = first ? 72 : 48
  const points = row.value === null ? 0 : wholePoints(row.baseline, row.value)
  const tone = toneOf(points, row.coloured)
  const notable = Math.abs(points) >= notablePoints
  return (
    <>
      <text
        x={stage.width}
        y={middle + (first ? 23 : 17)}
        fontSize={size}
        fontWeight={600}
        textAnchor="end"
        style={{ fontFamily: 'var(--serif)', fill: 'var(--ink)' }}
      >
        {row.value === null ? '?' : formatPercent(row.value)}
      </text>
      {row.value !== null && (
        <text
          x={stage.width - (first ? 158 : 110)}
          y={middle + (first ? 21 : 15)}
          fontSize={first ? 32 : 28}
          fontWeight={notable ? 650 : 400}
          textAnchor="end"
          style={{ fill: tone !== 'hold' ? `var(--${tone}-ink)` : notable ? 'var(--ink)' : 'var(--ink-3)' }}
        >
          {formatSigned(points, 0, 'en')}
        </text>
      )}
    </>
  )
}
