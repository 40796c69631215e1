import { round } from '../../lib/chart/place'
import { wholePoints } from '../../lib/format'
import { edgeText, LadderGround, ladderEdges, toneOf } from './ladder'

export interface Part {
  id: string
  /** Natural units; positive parts stand on the upper lane. */
  amount: number
  /** What is printed inside when there is room. */
  label: string
}

/**
 * How the parts of a shift add up: upward parts from the baseline on the upper lane, downward parts on
 * the lower one, ring and dot at the ends. Events use the ladder's 0–100 scale; indicators their own.
 */
export function RunningTotal(props: {
  baseline: number
  value: number
  parts: readonly Part[]
  width: number
  fontSize?: number
  event: boolean
  coloured: boolean
}) {
  const { baseline, value, parts, width, fontSize = 11, event, coloured } = props
  const ups = parts.filter(({ amount }) => amount > 0)
  const downs = parts.filter(({ amount }) => amount < 0)
  const peak = baseline + ups.reduce((sum, { amount }) => sum + amount, 0)
  const [low, high] = event ? [0, 1] : spanOf([baseline, value, peak])
  const x = (at: number) => round(((at - low) / (high - low)) * width)
  const height = 42 + (event ? fontSize + 4 : 0)
  const bars = [...stack(ups, baseline), ...stack(downs, peak)]
  const dot = coloured ? `var(--${toneOf(wholePoints(baseline, value))})` : 'var(--ink)'
  const tones = coloured ? ['var(--up)', 'var(--down)'] : ['var(--ink-2)', 'var(--base)']
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden style={{ maxWidth: '100%' }}>
      {event && <LadderGround height={44} />}
      {bars.map(({ id, from, to, label }) => {
        const up = to > from
        const [left, span] = [x(Math.min(from, to)), Math.abs(x(to) - x(from))]
        const y = up ? 4 : 22
        return (
          <g key={id}>
            <rect
              x={round(left + 0.5)}
              y={y}
              width={round(Math.max(span - 1, 0.5))}
              height={16}
              fill={up ? tones[0] : tones[1]}
            />
            {span >= 26 && (
              <text
                x={round(left + span / 2)}
                y={y + 12}
                fontSize={fontSize}
                fontWeight={600}
                textAnchor="middle"
                style={{ fill: 'var(--paper)' }}
              >
                {label}
              </text>
            )}
          </g>
        )
      })}
      <line x1={x(baseline)} x2={x(baseline)} y1={4} y2={38} stroke="var(--base)" strokeWidth={1.5} />
      <circle cx={x(baseline)} cy={30} r={4.4} fill="var(--raise)" stroke="var(--base)" strokeWidth={1.7} />
      <circle cx={x(value)} cy={30} r={5} fill={dot} stroke="var(--raise)" strokeWidth={1.6} />
      {event &&
        ladderEdges.map((edge) => (
          <text
            key={edge}
            x={x(edge)}
            y={height - 1}
            fontSize={fontSize}
            textAnchor="middle"
            style={{ fill: 'var(--ink-3)' }}
          >
            {edgeText(edge)}
          </text>
        ))}
    </svg>
  )
}

function stack(parts: readonly Part[], start: number) {
  let at = start
  return parts.map(({ id, amount, label }) => {
    const from = at
    at += amount
    return { id, from, to: at, label }
  })
}

function spanOf(values: readonly number[]): [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const margin = (high - low) * 0.08 || Math.abs(high) * 0.1 || 1
  return [low - margin, high + margin]
}
