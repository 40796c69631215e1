import type { Point } from '../../lib/chart/place'

/** How far along a site is, in the eyes of the source. */
export type SiteStatus = 'operating' | 'underway' | 'halted' | 'proposed'

/** The mark of a site inside a drawing: filled where it operates, half while under way or halted, hollow if proposed. */
export function SiteDot({ status, at, r = 4 }: { status: SiteStatus; at: Point; r?: number }) {
  if (status === 'operating')
    return <circle cx={at.x} cy={at.y} r={r + 0.2} fill="var(--ink)" stroke="var(--paper-3)" strokeWidth={1} />
  return (
    <g transform={`translate(${at.x} ${at.y})`}>
      <circle r={r} fill="var(--paper)" stroke="var(--ink)" strokeWidth={1.6} />
      {status !== 'proposed' && <path d={`M0,${-r}A${r},${r} 0 0 1 0,${r}Z`} fill="var(--ink)" />}
    </g>
  )
}

/** The course of a site that is a line: dashed where works are halted, dotted if proposed. */
export function SiteLine({
  status,
  points,
  strong,
}: {
  status: SiteStatus
  points: readonly Point[]
  strong: boolean
}) {
  const dashes = { operating: undefined, underway: undefined, halted: '5 3', proposed: '1.5 3' }[status]
  return (
    <polyline
      points={points.map(({ x, y }) => `${x},${y}`).join(' ')}
      fill="none"
      stroke={strong ? 'var(--ink)' : 'var(--ink-2)'}
      strokeWidth={strong ? 3 : 1.6}
      strokeDasharray={dashes}
      strokeLinejoin="round"
    />
  )
}

/** The mark beside a word, in a key to the map. */
export function SiteMark({ status }: { status: SiteStatus }) {
  return (
    <svg width={11} height={11} viewBox="-5.5 -5.5 11 11" aria-hidden style={{ flex: 'none' }}>
      <SiteDot status={status} at={{ x: 0, y: 0 }} />
    </svg>
  )
}
