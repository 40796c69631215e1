import { ticks as spread } from 'd3-array'
import { memo } from 'react'
import { niceTicks, spreadLabels } from '../../lib/chart/ends'
import { round } from '../../lib/chart/place'
import { areaOf, lineOf } from './curve'
import { linear } from './linear'
import { type Letter, Mark, scenarioColour } from './scenario-mark'

export interface DrawnPath {
  letter: Letter
  values: readonly number[]
  /** The last value in words. */
  end: string
}

interface PathsProps {
  years: readonly number[]
  paths: readonly DrawnPath[]
  /** Path of what the others are compared with. */
  reference: DrawnPath
  /** The fan of the one in focus: its 5 and 95 % points by year. */
  fan: { letter: Letter; low: readonly number[]; high: readonly number[] } | null
  year: number
  width: number
  height: number
  format: (value: number) => string
  fontSize?: number
}

/**
 * Paths of several scenarios by year on a cropped axis: a line each, ended by mark, letter and value with
 * short leaders; the reference's first value is held flat and dashed, and printed among the gridline values.
 */
export const PathsChart = memo(function PathsChart(props: PathsProps) {
  const { years, paths, reference, fan, year, width, height, format, fontSize = 11 } = props
  const [first, last] = [years[0] ?? 0, years.at(-1) ?? 1]
  const [left, right, top, bottom] = [fontSize * 2.9 + 4, fontSize * 5.6, 8, height - fontSize - 8]
  const x = linear({ domain: [first, Math.max(last, first + 1)], range: [left, width - right] })
  const shown = [
    ...paths.flatMap(({ values }) => values),
    ...reference.values,
    ...(fan?.low ?? []),
    ...(fan?.high ?? []),
  ]
  const { domain, ticks } = niceTicks(shown, spread)
  const y = linear({ domain: [...domain], range: [bottom, top] })
  const start = reference.values[0] ?? 0
  const clear = ticks.filter((tick) => Math.abs(y(tick) - y(start)) > fontSize + 1)
  const ends = [...paths, reference].map(({ values }) => y(values.at(-1) ?? 0))
  const places = spreadLabels(ends, fontSize + 3, top + 3, bottom - 1)
  const line = (values: readonly number[]) =>
    lineOf(values.map((value, t) => ({ x: round(x(years[t] ?? 0)), y: round(y(value)) })))
  const edge = width - right
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden style={{ maxWidth: '100%' }}>
      {clear.map((tick) => (
        <g key={tick}>
          <line x1={left} x2={edge} y1={round(y(tick))} y2={round(y(tick))} stroke="var(--hair)" />
          <text
            x={left - 6}
            y={round(y(tick)) + 4}
            fontSize={fontSize}
            textAnchor="end"
            style={{ fill: 'var(--ink-3)' }}
          >
            {format(tick)}
          </text>
        </g>
      ))}
      <text
        x={left - 6}
        y={round(y(start)) + 4}
        fontSize={fontSize}
        fontWeight={600}
        textAnchor="end"
        style={{ fill: 'var(--base-ink)' }}
      >
        {format(start)}
      </text>
      <line x1={left} x2={edge} y1={bottom + 0.5} y2={bottom + 0.5} stroke="var(--hair-2)" />
      {years.map((at) => (
        <line key={at} x1={round(x(at))} x2={round(x(at))} y1={bottom} y2={bottom + 3} stroke="var(--hair-2)" />
      ))}
      <line x1={round(x(year))} x2={round(x(year))} y1={top} y2={bottom} stroke="var(--hair-2)" />
      {[first, last].map((at) => (
        <text
          key={at}
          x={round(x(at))}
          y={height - 2}
          fontSize={fontSize}
          textAnchor="middle"
          style={{ fill: 'var(--ink-3)' }}
        >
          {at}
        </text>
      ))}
      {fan && (
        <path
          d={areaOf(
            years.map((at, t) => ({
              x: round(x(at)),
              low: round(y(fan.low[t] ?? 0)),
              high: round(y(fan.high[t] ?? 0)),
            })),
          )}
          fill={scenarioColour(fan.letter)}
          fillOpacity={0.16}
        />
      )}
      <path
        d={line(reference.values)}
        fill="none"
        stroke={scenarioColour(reference.letter)}
        strokeWidth={1.5}
        strokeDasharray="4 3"
      />
      {paths.map(({ letter, values }) => (
        <path
          key={letter}
          d={line(values)}
          fill="none"
          className="mark"
          stroke={scenarioColour(letter)}
          strokeWidth={2}
          strokeLinejoin="round"
        />
      ))}
      <g transform={`translate(${round(x(first))} ${round(y(start))})`}>
        <Mark letter={null} r={3.6} hollow />
      </g>
      {[...paths, reference].map(({ letter, end }, i) => {
        const hollow = i === paths.length
        const [at, label] = [round(ends[i] ?? 0), places[i] ?? 0]
        return (
          <g key={letter ?? 'base'}>
            <line x1={edge + 4} x2={edge + 10} y1={at} y2={label} stroke={scenarioColour(letter)} />
            <g transform={`translate(${edge} ${at})`}>
              <Mark letter={letter} r={3.8} hollow={hollow} />
            </g>
            {letter && (
              <text
                x={edge + 12}
                y={label + 4}
                fontSize={fontSize}
                fontWeight={650}
                style={{ fill: scenarioColour(letter, 'ink') }}
              >
                {letter}
              </text>
            )}
            <text
              x={width}
              y={label + 4}
              fontSize={fontSize + 0.5}
              fontWeight={hollow ? 400 : 500}
              textAnchor="end"
              style={{ fill: hollow ? 'var(--ink-3)' : 'var(--ink)' }}
            >
              {end}
            </text>
          </g>
        )
      })}
    </svg>
  )
}, samePaths)

/** Whether two charts are drawn alike: most changes leave the paths of most indicators as they are. */
function samePaths(a: PathsProps, b: PathsProps): boolean {
  const numbers = (one: readonly number[], other: readonly number[]) =>
    one.length === other.length && one.every((value, t) => value === other[t])
  const path = (one: DrawnPath | undefined, other: DrawnPath | undefined) =>
    one?.letter === other?.letter && one?.end === other?.end && numbers(one?.values ?? [], other?.values ?? [])
  const size = ({ years, year, width, height, format, fontSize, fan }: PathsProps) =>
    [years, year, width, height, format, fontSize, fan?.letter] as const
  const other = size(b)
  return (
    size(a).every((part, i) => part === other[i]) &&
    a.paths.length === b.paths.length &&
    a.paths.every((own, i) => path(own, b.paths[i])) &&
    path(a.reference, b.reference) &&
    numbers(a.fan?.low ?? [], b.fan?.low ?? []) &&
    numbers(a.fan?.high ?? [], b.fan?.high ?? [])
  )
}
