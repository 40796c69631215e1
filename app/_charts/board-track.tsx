import { round } from '../../lib/chart/place'

/** One outcome over the groups, in shares of its axis from 0 to 1. */
export interface TrackedRange {
  baseline: number
  low: number
  median: number
  high: number
  /** Groups that stand close together stack up. */
  marks: readonly { name: string; share: number; level: number; of: number }[]
}

const percent = (share: number) => `${round(100 * share)}%`

/**
 * What one outcome comes to over the groups of a workshop, on a plot of any width: a flat bar from the lowest to the highest, an
 * upright line at the median, a dot for each group, and a ring at the baseline beneath them all.
 */
export function BoardTrack({ range, height }: { range: TrackedRange; height: number }) {
  const { baseline, low, median, high, marks } = range
  const middle = height / 2
  const highest = Math.max(1, ...marks.map(({ of }) => of))
  const step = Math.min(6, (height - 7) / Math.max(1, highest - 1))
  return (
    <svg width="100%" height={height} aria-hidden>
      <rect x={percent(low)} width={percent(high - low)} y={middle - 4} height={8} fill="var(--hold-wash)" />
      <line
        x1={percent(median)}
        x2={percent(median)}
        y1={middle - 9}
        y2={middle + 9}
        stroke="var(--ink)"
        strokeWidth={1.6}
      />
      <circle cx={percent(baseline)} cy={middle} r={4.2} fill="var(--paper)" stroke="var(--base)" strokeWidth={1.6} />
      {marks.map(({ name, share, level, of }) => (
        <circle
          key={name}
          cx={percent(share)}
          cy={round(middle + (level - (of - 1) / 2) * step)}
          r={of > 4 ? 2.2 : 2.8}
          fill="var(--ink)"
          stroke="var(--paper)"
          strokeWidth={0.8}
        >
          <title>{name}</title>
        </circle>
      ))}
    </svg>
  )
}
