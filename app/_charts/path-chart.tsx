import { place, type PlacedSeries, round } from '../../lib/chart/place'
import type { Series } from '../../lib/chart/series'
import { areaOf, lineOf } from './curve'
import { linear } from './linear'

/**
 * One variable by year: 90 and 50 % bands, the ink line of the central path, the reference held flat
 * and dashed, hollow ring at the first year and filled dot at the last; where the pack's own line stands beside mine,
 * that one thin and its reference dotted. The plot stretches to any width;
 * years and the reference are named, the value stands beside it.
 */
export function PathChart(props: {
  series: Series
  height: number
  year: number
  reference: string
  fontSize?: number
}) {
  const { series, height, year, reference, fontSize = 11 } = props
  const [first, last] = [series.years[0] ?? 0, series.years.at(-1) ?? 1]
  const [top, bottom] = [fontSize + 7, height - fontSize - 6]
  const [low, high] = series.extent
  const y = linear({ domain: [low, high === low ? low + 1 : high], range: [bottom, top], nice: 3 })
  const x = linear({ domain: [first, last], range: [0, last - first] })
  const placed = place(
    series,
    (at) => x(at),
    (value) => y(value),
  )
  const end = placed.line.at(-1)?.y ?? bottom
  // A plot of one year is one wide: a width of nothing would hide what stands in it.
  const span = Math.max(1, last - first)
  const label = labelPlace(placed, end, fontSize, bottom, series.reference === 0)
  return (
    <svg width="100%" height={height} aria-hidden>
      <svg width="100%" height={height} viewBox={`0 0 ${span} ${height}`} preserveAspectRatio="none">
        {placed.bands && (
          <>
            <path d={areaOf(placed.bands)} fill="var(--fan-90)" />
            <path
              d={areaOf(placed.bands.map(({ x, innerLow, innerHigh }) => ({ x, low: innerLow, high: innerHigh })))}
              fill="var(--fan-50)"
            />
          </>
        )}
        <path d={`M0,${bottom + 0.5}H${span}`} stroke="var(--hair-2)" vectorEffect="non-scaling-stroke" />
        {series.years.map((at) => (
          <path
            key={at}
            d={`M${at - first},${bottom}v${at === first || at === last ? 5 : 3}`}
            stroke="var(--hair-2)"
            vectorEffect="non-scaling-stroke"
          />
        ))}
        <path d={`M${year - first},${top - 4}V${bottom}`} stroke="var(--hair-2)" vectorEffect="non-scaling-stroke" />
        <path
          d={`M0,${placed.reference}H${span}`}
          stroke="var(--base)"
          strokeWidth={1.4}
          strokeDasharray="4 3"
          vectorEffect="non-scaling-stroke"
        />
        {placed.own && (
          <>
            <path
              d={`M0,${placed.own[0]?.y ?? bottom}H${span}`}
              stroke="var(--base)"
              strokeWidth={1.4}
              strokeDasharray="1 3"
              vectorEffect="non-scaling-stroke"
            />
            <path
              d={lineOf(placed.own)}
              className="mark"
              stroke="var(--ink-3)"
              strokeWidth={1.3}
              vectorEffect="non-scaling-stroke"
              fill="none"
            />
          </>
        )}
        <path
          d={lineOf(placed.line)}
          className="mark"
          stroke="var(--ink)"
          strokeWidth={2.2}
          strokeLinejoin="round"
          vectorEffect="non-scaling-stroke"
          fill="none"
        />
      </svg>
      <circle cx={0} cy={placed.reference} r={3.4} fill="var(--paper)" stroke="var(--base)" strokeWidth={1.5} />
      <circle className="mark" cx="100%" cy={end} r={3.8} fill="var(--ink)" />
      <text x={0} y={height - 2} fontSize={fontSize} style={{ fill: 'var(--ink-3)' }}>
        {series.years[0]}
      </text>
      <text x="100%" y={height - 2} fontSize={fontSize} textAnchor="middle" style={{ fill: 'var(--ink-3)' }}>
        {series.years.length > 1 && last}
      </text>
      <text
        x={label.right ? '92%' : 7}
        y={round(label.y)}
        fontSize={fontSize}
        textAnchor={label.right ? 'end' : 'start'}
        style={{ fill: 'var(--base-ink)' }}
      >
        {reference}
      </text>
    </svg>
  )
}

/**
 * The side the line leaves free: above the reference when the line falls; below it when it rises, or above
 * the line's first years where there is no room; at the right end when the reference is zero.
 */
function labelPlace(placed: PlacedSeries, end: number, size: number, bottom: number, zero: boolean) {
  if (zero) return { right: true, y: placed.reference - 5 }
  if (end >= placed.reference - 0.5) return { right: false, y: placed.reference - 5 }
  const below = placed.reference + size + 1
  const early = placed.line.slice(0, 5).map(({ y }) => y)
  return { right: false, y: below < bottom - 1 ? below : Math.min(...early) - 6 }
}
