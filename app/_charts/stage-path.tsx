import { place, type Point, round } from '../../lib/chart/place'
import type { Series } from '../../lib/chart/series'
import { wrap } from '../../lib/chart/wrap'
import { areaOf, lineOf } from './curve'
import { linear } from './linear'
import { stage } from './stage-axis'
import { StageGuess, type StageGuessed } from './stage-guess'

/** What is written around a path. */
export interface StagePathWords {
  name: string
  unit: string
  /** The first year's value, which is held flat for comparison. */
  reference: string
  /** The value in the year of the slide, the year, and the interval around it. */
  value: string
  year: string
  range: string
  /** The value at the end, where that is another year. */
  end: string | null
}

const [left, right] = [stage.labels, 1410] as const

/**
 * One variable by year at a size that a room reads: fan, line, reference held flat and dashed, its value in the year of the
 * slide in large type. While that is still to be guessed the reference stands alone.
 */
export function StagePath(props: {
  series: Series
  /** Place of the slide's year among the years. */
  t: number
  words: StagePathWords
  hidden: boolean
  guess: StageGuessed | null
  height: number
}) {
  const { series, t, words, hidden, guess, height } = props
  const { years } = series
  const [first, last] = [years[0] ?? 0, years.at(-1) ?? 1]
  const [top, bottom] = [40, height - 44]
  const values = hidden ? [0, series.reference] : [...series.extent]
  const drawn = guess?.at == null ? values : [...values, guess.at]
  const [low, high] = [Math.min(...drawn), Math.max(...drawn)]
  const y = linear({
    domain: [low, high === low ? low + 1 : high * (hidden ? 1.6 : 1)],
    range: [bottom, top],
  })
  const x = linear({ domain: [first, last === first ? first + 1 : last], range: [left, right] })
  const yearX = (at: number) => round(x(at))
  const placed = place(series, x, (value) => y(value))
  const now = placed.line[t] ?? { x: left, y: bottom }
  const end = placed.line.at(-1) ?? now
  const label = referencePlace(placed.reference, placed.line, bottom, hidden)
  const labelled = [...new Set([first, years[t] ?? last, last])]
  return (
    <svg width={stage.width} height={height} viewBox={`0 0 ${stage.width} ${height}`} aria-hidden>
      <Name words={words} top={top} />
      {!hidden && placed.bands && (
        <>
          <path className="mark" d={areaOf(placed.bands)} fill="var(--fan-90)" />
          <path
            className="mark"
            d={areaOf(placed.bands.map(({ x, innerLow, innerHigh }) => ({ x, low: innerLow, high: innerHigh })))}
            fill="var(--fan-50)"
          />
        </>
      )}
      <path d={`M${left},${bottom}H${right}`} stroke="var(--hair-2)" strokeWidth={2} />
      {low === 0 && (
        <text x={left - 14} y={bottom + 9} fontSize={24} textAnchor="end" style={{ fill: 'var(--ink-3)' }}>
          0
        </text>
      )}
      {years.map((at) => (
        <path
          key={at}
          d={`M${yearX(at)},${bottom}v${labelled.includes(at) ? 10 : 6}`}
          stroke="var(--hair-2)"
          strokeWidth={2}
        />
      ))}
      {labelled.map((at) => (
        <text
          key={at}
          x={yearX(at)}
          y={height - 6}
          fontSize={26}
          textAnchor="middle"
          style={{ fill: at === years[t] ? 'var(--ink)' : 'var(--ink-3)' }}
        >
          {at}
        </text>
      ))}
      <path d={`M${now.x},${top}V${bottom}`} stroke="var(--hair-2)" strokeWidth={2} />
      <path d={`M${left},${placed.reference}H${right}`} stroke="var(--base)" strokeWidth={3} strokeDasharray="10 8" />
      {!hidden && (
        <path
          className="mark"
          d={lineOf(placed.line)}
          stroke="var(--ink)"
          strokeWidth={5}
          strokeLinejoin="round"
          fill="none"
        />
      )}
      <circle cx={left} cy={placed.reference} r={10} fill="var(--paper)" stroke="var(--base)" strokeWidth={4} />
      {!hidden && words.end !== null && <circle className="mark" cx={end.x} cy={end.y} r={7} fill="var(--ink-2)" />}
      {!hidden && <circle className="mark" cx={now.x} cy={now.y} r={12} fill="var(--ink)" />}
      <text
        x={label.right ? right - 14 : left + 18}
        y={label.y}
        fontSize={26}
        textAnchor={label.right ? 'end' : 'start'}
        stroke="var(--paper)"
        strokeWidth={6}
        paintOrder="stroke"
        style={{ fill: 'var(--base-ink)' }}
      >
        {words.reference}
      </text>
      {guess && (
        <StageGuess
          guess={guess}
          x={() => now.x}
          y={guess.at === null ? null : round(y(guess.at))}
          // Where the line leaves room.
          textY={now.y > (top + bottom) / 2 ? top + 24 : bottom - 18}
        />
      )}
      <Value
        words={words}
        hidden={hidden}
        middle={Math.min(Math.max(hidden ? placed.reference : end.y, 120), height - 130)}
      />
    </svg>
  )
}

/** What the variable is, and its unit in words. */
function Name({ words, top }: { words: StagePathWords; top: number }) {
  const lines = wrap(words.name, 20, 3)
  const unit = wrap(words.unit, 28, 3)
  return (
    <>
      {lines.map((line, i) => (
        <text key={line} y={top + 26 + 42 * i} fontSize={38} fontWeight={650} style={{ fill: 'var(--ink)' }}>
          {line}
        </text>
      ))}
      {unit.map((line, i) => (
        <text key={line} y={top + 26 + 42 * lines.length + 31 * i} fontSize={26} style={{ fill: 'var(--ink-2)' }}>
          {line}
        </text>
      ))}
    </>
  )
}

/** The value in large type with its year and interval, beside the end of the line. */
function Value({ words, hidden, middle }: { words: StagePathWords; hidden: boolean; middle: number }) {
  const lines = hidden ? [] : [words.range, ...(words.end === null ? [] : [words.end])]
  return (
    <>
      <text x={stage.width} y={round(middle - 40)} fontSize={28} textAnchor="end" style={{ fill: 'var(--ink-2)' }}>
        {words.year}
      </text>
      <text
        x={stage.width}
        y={round(middle + 28)}
        fontSize={72}
        fontWeight={600}
        textAnchor="end"
        style={{ fontFamily: 'var(--serif)', fill: 'var(--ink)' }}
      >
        {hidden ? '?' : words.value}
      </text>
      {lines.map((line, i) => (
        <text
          key={line}
          x={stage.width}
          y={round(middle + 70 + 34 * i)}
          fontSize={26}
          textAnchor="end"
          style={{ fill: 'var(--ink-2)' }}
        >
          {line}
        </text>
      ))}
    </>
  )
}

/** Where the words of the reference leave the line free: at its end where the line falls, else below it or, low down, above the line. */
function referencePlace(reference: number, line: readonly Point[], bottom: number, hidden: boolean) {
  const [early, end] = [line.slice(0, 4).map(({ y }) => y), line.at(-1)?.y ?? reference]
  if (hidden || end >= reference - 1) return { right: !hidden && end > reference + 40, y: round(reference - 16) }
  return { right: false, y: reference + 40 < bottom ? round(reference + 36) : round(Math.min(...early) - 18) }
}
