import { round } from '../../lib/chart/place'
import { factorText, placeSize, type PlacedSize, type SizeAxis, sizePercent } from '../../lib/chart/size-range'

interface Size {
  low: number
  central: number
  high: number
}

/**
 * The size of an effect on the axis that all effects of its kind share: range as a flat bar, dot at the central
 * size, line where there is no effect; an arrow where it goes on beyond the axis. `from` is the size it is compared
 * with: a ring.
 */
export function SizeRange(props: {
  size: Size
  axis: SizeAxis
  label: string
  from?: Size | undefined
  width?: number | string
  height?: number
}) {
  const { size, axis, label, from, width = 120, height = 18 } = props
  const placed = placeSize(size, axis)
  const ring = from ? placeSize(from, axis).central : null
  return (
    <svg width={width} height={height} role="img" aria-label={label}>
      {axis.ticks.map((tick) => (
        <line
          key={tick}
          x1={`${sizePercent(axis.x(tick))}%`}
          x2={`${sizePercent(axis.x(tick))}%`}
          y1={0}
          y2={height}
          stroke={tick === axis.none ? 'var(--ink-3)' : 'var(--hair)'}
        />
      ))}
      <svg y="50%" overflow="visible">
        <rect
          className="mark"
          x={`${placed.low}%`}
          width={`${round(placed.high - placed.low)}%`}
          y={-4}
          height={8}
          fill="var(--hold-wash)"
        />
        <Arrows placed={placed} />
        {ring !== null && (
          <circle className="mark" cx={`${ring}%`} r={3.6} fill="var(--paper)" stroke="var(--base)" strokeWidth={1.5} />
        )}
        {placed.central !== null && <circle className="mark" cx={`${placed.central}%`} r={3} fill="var(--ink)" />}
      </svg>
    </svg>
  )
}

/** Arrows at the ends of the axis that a range passes. */
function Arrows({ placed: { cut } }: { placed: PlacedSize }) {
  return (
    <>
      {cut.low && <path d="M5,-4L1,0L5,4" fill="none" stroke="var(--ink-2)" strokeWidth={1.4} />}
      {cut.high && (
        <svg x="100%" overflow="visible">
          <path d="M-5,-4L-1,0L-5,4" fill="none" stroke="var(--ink-2)" strokeWidth={1.4} />
        </svg>
      )}
    </>
  )
}

/** The values of the axis, above a column of sizes; `format` writes the shift of a level. */
export function SizeTicks(props: {
  axis: SizeAxis
  format: (shift: number) => string
  width?: number | string
  fontSize?: number
}) {
  const { axis, format, width = 120, fontSize = 11 } = props
  const anchor = (i: number) => (axis.factor ? 'middle' : (['start', 'middle', 'end'] as const)[i])
  return (
    <svg width={width} height={fontSize + 4} overflow="visible" aria-hidden>
      {axis.ticks.map((tick, i) => (
        <text
          key={tick}
          x={`${sizePercent(axis.x(tick))}%`}
          y={fontSize}
          fontSize={fontSize}
          textAnchor={anchor(i)}
          style={{ fill: 'var(--ink-3)' }}
        >
          {axis.factor ? factorText(tick) : format(tick)}
        </text>
      ))}
    </svg>
  )
}
