import { round } from '../../lib/chart/place'
import { edgeText, LadderGround, ladderEdges } from './ladder'

/** Width of every chart of the stage, and of its columns: names, plot, numbers. */
export const stage = { width: 1744, labels: 470, plot: 1012 } as const
/** Height of the axis of a ladder: words on two lines, then the edges. */
export const stageAxis = 88

/** A word of the probability scale and where it stands, from 0 to 1. */
export interface StageWord {
  text: string
  at: number
}

/** Where a probability stands on a plot of the stage. */
export const stageX = (p: number) => round(stage.labels + p * stage.plot)

/** Words and edges of the probability scale, its bands and hairlines down to `height`, and the heads of the numbers. */
export function StageAxis(props: {
  words: readonly StageWord[]
  height: number
  /** Heads of the columns at the right: signed points, and the value. */
  heads: readonly { text: string; x: number }[]
}) {
  const { words, height, heads } = props
  return (
    <>
      <svg x={stage.labels} y={stageAxis} width={stage.plot} height={round(height - stageAxis)}>
        <LadderGround height="100%" />
      </svg>
      {words.map(({ text, at }) =>
        text.split(' ').map((part, i, all) => (
          <text
            key={`${text} ${part}`}
            x={stageX(at)}
            y={50 - (all.length - 1 - i) * 27}
            fontSize={26}
            fontWeight={500}
            textAnchor="middle"
            style={{ fill: 'var(--ink-2)' }}
          >
            {part}
          </text>
        )),
      )}
      {ladderEdges.map((edge) => (
        <text
          key={edge}
          x={stageX(edge)}
          y={stageAxis - 9}
          fontSize={24}
          textAnchor="middle"
          style={{ fill: 'var(--ink-3)' }}
        >
          {edgeText(edge)}
        </text>
      ))}
      {heads.map(({ text, x }) => (
        <text key={x} x={x} y={stageAxis - 9} fontSize={24} textAnchor="end" style={{ fill: 'var(--ink-3)' }}>
          {text}
        </text>
      ))}
    </>
  )
}

/** Heights of the rows of a ladder of the stage: the first has more room, and none more than it needs. */
export function stageRows(count: number, room: number): number[] {
  const share = (room - stageAxis) / (count + 0.3)
  return Array.from({ length: count }, (_, i) =>
    Math.floor(i === 0 ? Math.min(210, 1.3 * share) : Math.min(160, share)),
  )
}
