import { memo } from 'react'

/** The product's mark: two roads, the hollow one where you compare from, the filled one where you are. */
export function Logo() {
  return (
    <svg width={24} height={24} viewBox="0 0 24 24" aria-hidden>
      <g fill="none" stroke="var(--ink)" strokeWidth={1.8} strokeLinecap="round">
        <path d="M12,22V15.2C12,11 6.4,11.4 5.4,6.9" />
        <path d="M12,15.2C12,11 17.6,11.4 18.6,6.6" />
      </g>
      <circle cx={5} cy={4.3} r={2.5} fill="none" stroke="var(--base)" strokeWidth={1.6} />
      <circle cx={19} cy={4.1} r={3.1} fill="var(--up)" />
    </svg>
  )
}

/**
 * Hollow ring on the baseline, filled dot on what is chosen, small stop elsewhere. The ring is filled with
 * --mark-ground, so that a track behind it stays hidden.
 */
export const StateMark = memo(function StateMark(props: { chosen: boolean; baseline: boolean; size?: number }) {
  const { chosen, baseline, size = 12 } = props
  return (
    <svg width={size} height={size} viewBox="-6 -6 12 12" aria-hidden>
      {baseline && <circle r={4.6} fill="var(--mark-ground, none)" stroke="var(--base)" strokeWidth={1.5} />}
      {chosen && <circle r={baseline ? 2.6 : 4.8} fill={baseline ? 'var(--base)' : 'var(--ink)'} />}
      {!chosen && !baseline && <circle data-mark="stop" r={2.3} fill="var(--edge)" />}
    </svg>
  )
})

/** Arrow that turns back, or forward. */
export function Turn({ forward = false }: { forward?: boolean }) {
  return (
    <svg width={18} height={18} viewBox="-9 -9 18 18" aria-hidden transform={forward ? 'scale(-1 1)' : undefined}>
      <path d="M-3,-6L-7,-2L-3,2M-7,-2H2A4.5,4.5 0 0 1 2,7H-2" fill="none" stroke="currentColor" strokeWidth={1.5} />
    </svg>
  )
}

/** Half-filled disc: the other theme. */
export function HalfDisc() {
  return (
    <svg width={16} height={16} viewBox="-8 -8 16 16" aria-hidden>
      <circle r={6.2} fill="none" stroke="currentColor" strokeWidth={1.4} />
      <path d="M0,-6.2A6.2,6.2 0 0 1 0,6.2Z" fill="currentColor" />
    </svg>
  )
}

/** Box with an arrow out of it: hand this on. */
export function HandOn() {
  return (
    <svg width={20} height={20} viewBox="-10 -10 20 20" aria-hidden>
      <path d="M-6,-1V7H6V-1M0,3V-8M-4,-4L0,-8L4,-4" fill="none" stroke="currentColor" strokeWidth={1.6} />
    </svg>
  )
}

/** A bookmark: keep this. */
export function Keep() {
  return (
    <svg width={20} height={20} viewBox="-10 -10 20 20" aria-hidden>
      <path d="M-5,-7H5V7L0,3L-5,7Z" fill="none" stroke="currentColor" strokeWidth={1.6} strokeLinejoin="round" />
    </svg>
  )
}

/** Triangle that repeats a direction which colour and sign already tell. */
export const Triangle = memo(function Triangle(props: { up: boolean; tone: string; size?: number }) {
  const { up, tone, size = 8 } = props
  return (
    <svg width={size} height={size} viewBox="-4 -4 8 8" aria-hidden style={{ flex: 'none' }}>
      <path d={up ? 'M-4,3H4L0,-3.6Z' : 'M-4,-3H4L0,3.6Z'} fill={tone} />
    </svg>
  )
})

/** Basis of an effect: filled square stated, half implied, open judgement. */
export function BasisMark({ basis }: { basis: 'stated' | 'implied' | 'judgement' }) {
  return (
    <svg width={10} height={10} viewBox="0 0 10 10" aria-hidden style={{ flex: 'none' }}>
      <rect
        x={0.7}
        y={0.7}
        width={8.6}
        height={8.6}
        rx={1}
        stroke="var(--ink-2)"
        strokeWidth={1.3}
        fill={basis === 'stated' ? 'var(--ink-2)' : 'none'}
      />
      {basis === 'implied' && <path d="M1,1H9L1,9Z" fill="var(--ink-2)" />}
    </svg>
  )
}
