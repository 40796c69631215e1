import { type PlacedRow, placeRow, type Sided } from '../../lib/chart/clusters'
import { round } from '../../lib/chart/place'
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
  const row: PlacedRow<Letter> = placeRow(sides, reference.value, (value) => value * width)
  // Placed in pixels, drawn in shares of the width: on paper the plot is another width than it was measured.
  const at = (x: number) => `${round((100 * x) / width)}%`
  const middle = height / 2
  const right = row.ring < width * 0.7
  return (
    <svg width="100%" height={height} aria-hidden>
      {row.line && (
        <line
          x1={at(row.line.from)}
          x2={at(row.line.to)}
          y1={middle}
          y2={middle}
          stroke="var(--hair-2)"
          strokeWidth={1.4}
        />
      )}
      <svg x={at(row.ring)} y={middle} overflow="visible" fillOpacity={row.crowded ? 0 : undefined}>
        <Mark letter={reference.letter} r={4.2} hollow />
      </svg>
      {row.still && sides.length > 0 && (
        <text
          x={at(row.ring + (right ? 10 : -10))}
          y={middle + 4}
          fontSize={11}
          textAnchor={right ? 'start' : 'end'}
          style={{ fill: 'var(--ink-3)' }}
        >
          {words}
        </text>
      )}
      {row.marks.map(({ letter, x, dy, r }) => (
        <svg key={letter} className="mark" x={at(x)} y={round(middle + dy)} overflow="visible">
          <Mark letter={letter} r={r} />
        </svg>
      ))}
      {row.labels.map(({ letters, x, anchor }) => (
        <text
          key={letters.join()}
          x={at(x)}
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
