import type { Sided } from '../../lib/chart/clusters'
import { round } from '../../lib/chart/place'
import { textWidth } from '../../lib/chart/wrap'
import { CompareTrack } from './compare-track'
import { type Letter, Mark, scenarioColour } from './scenario-mark'
import { stage, StageAxis, stageAxis, stageRows, type StageWord, stageX } from './stage-axis'
import { StageGuess, type StageGuessed } from './stage-guess'
import { StageLabel } from './stage-ladder'
import { cut } from './waterfall'

export interface StageCompared {
  id: string
  label: string
  baseline: number
  /** A value for each column; none while they are still to be guessed. */
  sides: readonly Sided<Letter>[]
  /** Highest less lowest, or what stands there instead. */
  spread: string
  guess: StageGuessed | null
}

/** How much larger the marks of a comparison are than on a page. */
const scale = 2.5
/** Height of one line of the key. */
const keyLine = 46

/** Up to three events with a mark for each scenario on the likelihood ladder, at a size that a room reads. */
export function StageComparison(props: {
  columns: readonly { letter: Letter; name: string }[]
  rows: readonly StageCompared[]
  words: readonly StageWord[]
  spread: string
  /** Said where nothing parts. */
  still: string
  height: number
}) {
  const { columns, rows, words, spread, still } = props
  const key = placeKey(columns)
  const keyHeight = 12 + keyLine * (Math.max(0, ...key.map(({ line }) => line)) + 1)
  const heights = stageRows(rows.length, props.height - keyHeight)
  const tops = heights.map((_, i) => heights.slice(0, i).reduce((sum, own) => sum + own, stageAxis))
  const ladder = heights.reduce((sum, own) => sum + own, stageAxis)
  const height = keyHeight + ladder
  return (
    <svg width={stage.width} height={height} viewBox={`0 0 ${stage.width} ${height}`} aria-hidden>
      {key.map(({ letter, name, x, line }) => (
        <g key={letter} transform={`translate(${x} ${20 + keyLine * line})`}>
          <g transform="translate(14 0)">
            <Mark letter={letter} r={12} />
          </g>
          <text x={40} y={10} fontSize={28} fontWeight={600} style={{ fill: scenarioColour(letter, 'ink') }}>
            {letter} {name}
          </text>
        </g>
      ))}
      <svg y={keyHeight} width={stage.width} height={ladder} overflow="visible">
        <StageAxis words={words} height={ladder} heads={[{ text: spread, x: stage.width }]} />
        {rows.map((row, i) => (
          <svg key={row.id} y={tops[i]} width={stage.width} height={heights[i]} overflow="visible">
            {i > 0 && <rect width={stage.width} height={1.5} fill="var(--hair-2)" />}
            <Row row={row} first={i === 0} height={heights[i]!} still={still} />
          </svg>
        ))}
      </svg>
    </svg>
  )
}

function Row({ row, first, height, still }: { row: StageCompared; first: boolean; height: number; still: string }) {
  const middle = round(height / 2)
  const raised = row.guess ? 18 : 0
  return (
    <>
      <StageLabel text={row.label} first={first} middle={middle} />
      <svg
        x={stage.labels}
        y={-raised}
        width={stage.plot}
        height={height}
        viewBox={`0 0 ${stage.plot / scale} ${round(height / scale)}`}
        overflow="visible"
      >
        <CompareTrack
          sides={row.sides}
          reference={{ letter: null, value: row.baseline }}
          width={stage.plot / scale}
          height={round(height / scale)}
          words={still}
        />
      </svg>
      {row.guess && <StageGuess guess={row.guess} x={stageX} y={middle + 30} stem={46} />}
      <text
        x={stage.width}
        y={middle + (first ? 23 : 17)}
        fontSize={first ? 72 : 48}
        fontWeight={600}
        textAnchor="end"
        style={{ fontFamily: 'var(--serif)', fill: 'var(--ink)' }}
      >
        {row.spread}
      </text>
    </>
  )
}

/** Names of the columns on one line, or on two with two names each. */
function placeKey(columns: readonly { letter: Letter; name: string }[]) {
  const gap = 56
  const widthOf = (name: string) => 40 + textWidth(`M ${name}`, 29)
  const whole = columns.reduce((sum, { name }) => sum + widthOf(name), gap * (columns.length - 1))
  if (whole > stage.width)
    return columns.map(({ letter, name }, i) => ({
      ...{ letter, x: (i % 2) * (stage.width / 2), line: Math.floor(i / 2) },
      name: cut(name, 46),
    }))
  let x = 0
  return columns.map(({ letter, name }) => {
    const at = round(x)
    x += widthOf(name) + gap
    return { letter, name, x: at, line: 0 }
  })
}
