import { round } from '../../lib/chart/place'

/** A difference with its 90 % interval on a signed axis, zero marked: what lies left is less, what lies right is more. */
export function SignedInterval(props: { low: number; value: number; high: number; width: number; zero: string }) {
  const { low, value, high, width, zero } = props
  const reach = Math.max(Math.abs(low), Math.abs(high), Math.abs(value)) * 1.15 || 1
  const x = (at: number) => round(((at + reach) / (2 * reach)) * width)
  return (
    <svg width="100%" height={34} viewBox={`0 0 ${width} 34`} preserveAspectRatio="xMinYMid meet" aria-hidden>
      <line x1={0} x2={width} y1={13.5} y2={13.5} stroke="var(--hair-2)" />
      <line x1={x(0)} x2={x(0)} y1={3} y2={22} stroke="var(--ink-3)" />
      <text x={x(0)} y={33} fontSize={11} textAnchor="middle" style={{ fill: 'var(--ink-3)' }}>
        {zero}
      </text>
      <rect x={x(low)} y={9} width={Math.max(1, round(x(high) - x(low)))} height={9} fill="var(--hold-wash)" />
      <circle cx={x(value)} cy={13.5} r={4.6} fill="var(--ink)" />
    </svg>
  )
}
