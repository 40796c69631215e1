import { placeRamp, type RampSeries } from '../../lib/chart/ramp'

/** A rule's strength over the horizon, one dot a year, full strength at the top; `label` says it in words. */
export function RampSpark(props: { series: RampSeries; label: string; width?: number; height?: number }) {
  const { series, label, width = 72, height = 20 } = props
  const { points, ground, r } = placeRamp(series, width, height)
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <line x1={0} x2={width} y1={ground} y2={ground} stroke="var(--hair-2)" />
      <polyline
        points={points.map(({ x, y }) => `${x},${y}`).join(' ')}
        fill="none"
        stroke="var(--ink-2)"
        strokeWidth={1.2}
        strokeLinejoin="round"
      />
      {points.map(({ x, y }, t) => (
        <circle key={x} cx={x} cy={y} r={r} fill={series.strengths[t] === 0 ? 'var(--base)' : 'var(--ink)'} />
      ))}
    </svg>
  )
}
