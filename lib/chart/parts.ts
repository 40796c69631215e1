import { wholeParts } from '../explain/whole-parts'
import { wholePoints } from '../format'
import type { Contribution, Trace } from '../explain/trace'

/** One contribution with its part of the shift as it is shown: whole points for events, else the variable's own decimals. */
export interface ShownPart {
  contribution: Contribution
  shown: number
}

/**
 * Round the parts of a trace for display so that they add up to the displayed shift. `decimals` is
 * undefined for events, whose shift is the difference of whole percents; shares are shown in points.
 */
export function shownParts(
  { baseline, value, contributions }: Trace,
  scale: string,
  decimals: number | undefined,
): ShownPart[] {
  const factor = (scale === 'chance' ? 100 : 1) * 10 ** (decimals ?? 0)
  const shift = (value - baseline) * factor
  // Halves go away from zero, as in the written shift; Math.round alone would lift −2.5 to −2.
  const total = decimals === undefined ? wholePoints(baseline, value) : Math.sign(shift) * Math.round(Math.abs(shift))
  const whole = wholeParts(
    contributions.map(({ natural }) => natural * factor),
    contributions.length === 0 ? 0 : total,
  )
  return contributions.map((contribution, i) => ({ contribution, shown: (whole[i] ?? 0) / 10 ** (decimals ?? 0) }))
}

/** Split parts into those worth a line of their own and the smaller ones, which fold into one. */
export function foldParts(parts: readonly ShownPart[], event: boolean): { main: ShownPart[]; small: ShownPart[] } {
  const all = parts.reduce((sum, { shown }) => sum + Math.abs(shown), 0)
  const least = event ? 3 : all * 0.06
  const main = parts.filter(({ shown }, i) => Math.abs(shown) >= least && shown !== 0 && i < 8)
  return { main, small: parts.filter((part) => !main.includes(part)) }
}
