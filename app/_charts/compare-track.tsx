import { type PlacedRow, placeRow, type Sided } from '../../lib/chart/clusters'
import { type Letter, Mark, scenarioColour } from './scenario-mark'

/**
 * One row of the ladder of several scenarios: a grey line from the lowest to the highest, a ring at what
 * they are compared with, and a mark for each at its true place. `words` is said where nothing parts.
 */
export function CompareTrack(props: {
  sides: readonly Sided<Letter>[]
  reference: Sided<Letter>
  width: number
  height: number
  words: string
}) {
  const { sides, reference, width, height, words } = props
  const x = (value: number) => value * width
  const row: PlacedRow<Letter> = placeRow(sides, reference.value, x)
  const middle = height / 2
  const right = row.ring < width * 0.7
  return (
    // Scaled down where the page is narrower than it was measured: on paper.
    <svg
      width="100%"
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="xMinYMid meet"
      aria-hidden
    >
      {row.line && (
        <line x1={row.line.from} x2={row.line.to} y1={middle} y2={middle} stroke="var(--hair-2)" strokeWidth={1.4} />
      )}
      <g transform={`translate(${row.ring} ${middle})`} data-ring>
        {row.crowded ? (
          <g fillOpacity={0}>
            <Mark letter={reference.letter} r={4.2} hollow />
          </g>
        ) : (
          <Mark letter={reference.letter} r={4.2} hollow />
        )}
      </g>
      {row.still && sides.length > 0 && (
        <text
          x={row.ring + (right ? 10 : -10)}
          y={middle + 4}
          fontSize={11}
          textAnchor={right ? 'start' : 'end'}
          style={{ fill: 'var(--ink-3)' }}
        >
          {words}
        </text>
      )}
      {row.marks.map(({ letter, x, dy, r }) => (
        <g key={letter} className="mark" transform={`translate(${x} ${middle + dy})`}>
          <Mark letter={letter} r={r} />
        </g>
      ))}
      {row.labels.map(({ letters, x, anchor }) => (
        <text
          key={letters.join()}
          x={x}
          y={middle + 4}
          fontSize={11}
          fontWeight={650}
          textAnchor={anchor}
          stroke="var(--paper)"
          strokeWidth={3}
          paintOrder="stroke"
        >
          {letters.map(
            (letter) =>
              letter && (
                <tspan key={letter} style={{ fill: scenarioColour(letter, 'ink') }}>
                  {letter}
                </tspan>
              ),
          )}
        </text>
      ))}
    </svg>
  )
}
