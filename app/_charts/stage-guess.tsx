import { round } from '../../lib/chart/place'
import { textWidth } from '../../lib/chart/wrap'
import { stage } from './stage-axis'

/** What a room guessed, as it is drawn: its median if sizes were guessed, and words that tell it with the hands. */
export interface StageGuessed {
  at: number | null
  text: string
}

/** The guess beside the model's answer: a neutral diamond at its median, or words alone where only hands were counted. */
export function StageGuess(props: {
  guess: StageGuessed
  x: (value: number) => number
  y: number
  /** Whether a line leads up to where the marks are. */
  stem?: boolean
}) {
  const { guess, x, y, stem = true } = props
  const at = x(guess.at ?? 0)
  const [left, right] = [stage.labels, stage.labels + stage.plot]
  const width = textWidth(guess.text, 26)
  const flip = at + 22 + width > right
  const start = guess.at === null ? left : round(flip ? Math.max(left, at - 22 - width) : at + 22)
  return (
    <>
      {guess.at !== null && (
        <g className="mark" data-guess transform={`translate(${round(at)} ${y})`}>
          {stem && <path d="M0,-46V0" stroke="var(--ink-2)" strokeWidth={2.5} strokeDasharray="3 4" />}
          <path d="M0,-13L13,0L0,13L-13,0Z" fill="var(--ink-2)" />
        </g>
      )}
      <text
        x={flip && guess.at !== null ? round(at - 22) : start}
        y={y + 9}
        fontSize={26}
        fontWeight={500}
        textAnchor={flip && guess.at !== null ? 'end' : 'start'}
        stroke="var(--paper)"
        strokeWidth={6}
        paintOrder="stroke"
        style={{ fill: 'var(--ink-2)' }}
      >
        {guess.text}
      </text>
    </>
  )
}
