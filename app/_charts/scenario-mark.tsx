/** Letters of the scenarios side by side; null is the baseline, which has a ring and no letter. */
export type Letter = 'A' | 'B' | 'C' | 'D' | null

/** Colour of a scenario's mark; `ink` is the darker one of its letter and name. */
export function scenarioColour(letter: Letter, ink: 'mark' | 'ink' = 'mark'): string {
  if (letter === null) return ink === 'ink' ? 'var(--base-ink)' : 'var(--base)'
  return `var(--s-${letter.toLowerCase()}${ink === 'ink' ? '-ink' : ''})`
}

/** Outline of a scenario's shape around the origin: circle, square, triangle, diamond, all of about one weight. */
function outline(letter: Letter, r: number): string {
  const round = (value: number) => Math.round(value * 100) / 100
  switch (letter) {
    case 'B': {
      const s = round(r * 0.92)
      return `M${-s},${-s}H${s}V${s}H${-s}Z`
    }
    case 'C':
      return `M0,${round(-r * 1.12)}L${round(r * 1.12)},${round(r * 0.88)}H${round(-r * 1.12)}Z`
    case 'D':
      return `M0,${round(-r * 1.3)}L${round(r * 1.3)},0L0,${round(r * 1.3)}L${round(-r * 1.3)},0Z`
    default: {
      const c = round(r)
      return `M${-c},0A${c},${c} 0 1 1 ${c},0A${c},${c} 0 1 1 ${-c},0Z`
    }
  }
}

/**
 * The mark of a scenario inside a drawing, around the origin of its place: filled for what is compared,
 * hollow for what is compared with. The baseline is a ring, or a small grey dot where it is not the reference.
 */
export function Mark(props: { letter: Letter; r: number; hollow?: boolean }) {
  const { letter, r, hollow = false } = props
  const colour = scenarioColour(letter)
  return (
    <path
      d={outline(letter, letter === null && !hollow ? r * 0.7 : r)}
      fill={hollow ? 'var(--paper)' : colour}
      stroke={hollow ? colour : 'none'}
      strokeWidth={hollow ? 1.6 : 0}
    />
  )
}

/** The mark beside a name. */
export function ScenarioMark(props: { letter: Letter; size?: number; hollow?: boolean }) {
  const { letter, size = 14, hollow } = props
  return (
    <svg width={size} height={size} viewBox="-7 -7 14 14" aria-hidden style={{ flex: 'none' }}>
      <Mark letter={letter} r={4.6} hollow={hollow ?? letter === null} />
    </svg>
  )
}
