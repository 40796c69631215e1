import { round } from '../../lib/chart/place'
import { textWidth } from '../../lib/chart/wrap'
import { stage } from './stage-axis'

/** What a room guessed, as it is drawn: its median if sizes were guessed, and words that tell it with the hands. */
export interface StageGuessed {
  at: number | null
  text: string
}

/** Pixels from the middle of the mark to the words. */
const gap = 22

/** The guess beside the model's answer: a neutral diamond at its median and words beside it, or words alone where only hands were counted. */
export function StageGuess(props: {
  guess: StageGuessed
  x: (value: number) => number
  /** Where the diamond stands; null without one. */
  y: number | null
  /** Where the words stand, if not beside it. */
  textY?: number
  /** How far up a dotted line leads to where the marks are. */
  stem?: number
}) {
  const { guess, x, y, textY = y ?? 0, stem = 0 } = props
  const at = guess.at === null ? stage.labels - gap : round(x(guess.at))
  const right = at + gap + textWidth(guess.text, 26) < stage.labels + stage.plot
  return (
    <>
      {guess.at !== null && y !== null && (
        <g className="mark" transform={`translate(${at} ${y})`}>
          {stem > 0 && <path d={`M0,${-stem}V0`} stroke="var(--ink-2)" strokeWidth={2.5} strokeDasharray="3 4" />}
          <path d="M0,-13L13,0L0,13L-13,0Z" fill="var(--ink-2)" stroke="var(--paper)" strokeWidth={2} />
        </g>
      )}
      <text
        x={round(at + (right ? gap : -gap))}
        y={round(textY + 9)}
        fontSize={26}
        fontWeight={500}
        textAnchor={right ? 'start' : 'end'}
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
