import { round } from '../../lib/chart/place'
import { notablePoints } from '../../lib/chart/summary'
import { probabilityBands, wholePoints } from '../../lib/format'

/** Which way a shift reads: coloured only for adverse events and from three points on. */
export type Tone = 'up' | 'down' | 'hold'

export function toneOf(points: number, coloured = true): Tone {
  if (!coloured || Math.abs(points) < notablePoints) return 'hold'
  return points > 0 ? 'up' : 'down'
}

const percent = (p: number) => `${round(p * 100)}%`

/**
 * One row of the likelihood ladder on a plot of any width: 90 % interval as a flat bar, line from the
 * hollow baseline ring to the filled dot. Drawn in that order; x is always 0 to 100 %. What the pack itself says
 * beside my version stands as two upright strokes, its baseline dashed.
 */
export function LadderTrack(props: {
  baseline: number
  value: number
  interval: { low: number; high: number } | null
  height: number
  scale?: number
  coloured?: boolean
  /** What the pack itself says, beside my version. */
  own?: { baseline: number; value: number } | null
}) {
  const { baseline, value, interval, height, scale = 1, coloured = true, own = null } = props
  const points = wholePoints(baseline, value)
  const tone = toneOf(points, coloured)
  const fill = tone === 'hold' && !coloured && points !== 0 ? 'var(--ink)' : `var(--${tone})`
  const middle = height / 2
  const small = Math.abs(points) < notablePoints
  return (
    <svg width="100%" height={height} aria-hidden>
      {interval && (
        <rect
          className="mark"
          x={percent(interval.low)}
          width={percent(interval.high - interval.low)}
          y={middle - 4 * scale}
          height={8 * scale}
          fill={`var(--${tone}-wash)`}
        />
      )}
      <rect
        className="mark"
        x={percent(Math.min(baseline, value))}
        width={percent(Math.abs(value - baseline))}
        y={middle - scale}
        height={2 * scale}
        fill={fill}
      />
      <circle
        className="mark"
        cx={percent(baseline)}
        cy={middle}
        r={round(4.2 * scale)}
        fill="var(--paper)"
        stroke="var(--base)"
        strokeWidth={round(1.6 * scale)}
      />
      {own &&
        [
          { at: own.baseline, stroke: 'var(--base)', dash: '2 2' },
          { at: own.value, stroke: 'var(--ink-2)', dash: undefined },
        ].map(({ at, stroke, dash }) => (
          <line
            key={stroke}
            className="mark"
            x1={percent(at)}
            x2={percent(at)}
            y1={middle - 9 * scale}
            y2={middle + 9 * scale}
            stroke={stroke}
            strokeWidth={1.6 * scale}
            strokeDasharray={dash}
          />
        ))}
      <circle className="mark" cx={percent(value)} cy={middle} r={round((small ? 2.6 : 4.8) * scale)} fill={fill} />
    </svg>
  )
}

/** Edges printed on the axis, and the bands between them that are tinted. */
export const ladderEdges = [0.05, 0.2, 0.45, 0.55, 0.8, 0.95] as const
/** An edge as it is printed on the axis: whole percent, the sign on the first alone. */
export const edgeText = (edge: number) => `${Math.round(100 * edge)}${edge === ladderEdges[0] ? '%' : ''}`
const tintedBands = [
  [0.05, 0.2],
  [0.45, 0.55],
  [0.8, 0.95],
] as const

/** Bands that carry their word on the axis: all but the two ends. */
export const wordedBands = probabilityBands.slice(1, -1).map(({ from, word }, i) => ({
  word,
  from,
  to: probabilityBands[i + 2]?.from ?? 1,
}))

/** Tinted bands and hairlines at the edges, behind the rows. */
export function LadderGround({ height }: { height: number | string }) {
  return (
    <svg width="100%" height={height} aria-hidden>
      {tintedBands.map(([from, to]) => (
        <rect key={from} x={percent(from)} width={percent(to - from)} y={0} height="100%" fill="var(--paper-2)" />
      ))}
      {[0, ...ladderEdges, 1].map((edge) => (
        <line key={edge} x1={percent(edge)} x2={percent(edge)} y1={0} y2="100%" stroke="var(--hair)" />
      ))}
    </svg>
  )
}
