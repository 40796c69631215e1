import { wholeParts } from '../explain/whole-parts'
import type { Split, SplitPart } from '../explain/shapley'
import { wholePoints } from '../format'
import type { Effect, Variable } from '../pack/schema'

/** One bar of a waterfall: where it begins and ends in natural units, and what is written beside it. */
export interface Bar {
  start: number
  end: number
  /** Whole points for events; the variable's own decimals for other quantities, shares in points. */
  shown: number
}

/** The bars of a waterfall, in the order in which one goes on where the other ends. */
export interface Waterfall {
  bars: (Bar & { part: SplitPart })[]
  /** Parts too small for a bar of their own, as one. */
  small: (Bar & { parts: SplitPart[] }) | null
}

/** Most bars; what is smaller is folded into one. */
const mostBars = 8

/**
 * Lay out the parts of a split one after the other, largest first, so that the numbers shown add up to the
 * difference shown. `decimals` is undefined for events. Parts that do nothing are left out, and where more than `most`
 * have a bar, the smallest share one.
 */
export function waterfall(
  { before, after, parts }: Split,
  scale: string,
  decimals: number | undefined,
  most: number = mostBars,
): Waterfall {
  const factor = (scale === 'chance' ? 100 : 1) * 10 ** (decimals ?? 0)
  const difference = (after - before) * factor
  // Halves go away from zero, as in the written difference.
  const total =
    decimals === undefined ? wholePoints(before, after) : Math.sign(difference) * Math.round(Math.abs(difference))
  const acting = parts.filter(({ natural }) => natural !== 0)
  const whole = wholeParts(
    acting.map(({ natural }) => natural * factor),
    acting.length === 0 ? 0 : total,
  )
  const unit = 10 ** (decimals ?? 0)
  const listed = acting.map((part, i) => ({ part, shown: (whole[i] ?? 0) / unit }))
  const main = listed.filter(({ shown }, i) => shown !== 0 && i < most)
  const rest = listed.filter((entry) => !main.includes(entry))
  let at = before
  const bars = main.map(({ part, shown }) => {
    const start = at
    at += part.natural
    return { part, shown, start, end: at }
  })
  const small =
    rest.length === 0
      ? null
      : {
          parts: rest.map(({ part }) => part),
          shown: rest.reduce((sum, { shown }) => sum + shown, 0),
          start: at,
          end: after,
        }
  return { bars, small }
}

/**
 * Find the ends of the axis of a waterfall of events, as shares of one: 0 to 100 %, with room beside them only where the bars, laid one
 * after the other, pass an end on the way.
 */
export function ladderSpan(values: readonly number[]): [low: number, high: number] {
  return [Math.min(0, ...values), Math.max(1, ...values)]
}

/** Whether an effect pushes its own variable up: amounts and chances are multiplied, levels added to. */
export function pushesUp({ central }: Effect, scale: Variable['scale']): boolean {
  return scale === 'level' ? central > 0 : central > 1
}

/** Fewest decimals, at least those of the variable, with which every gridline value is written as it is. */
export function tickDecimals(ticks: readonly number[], decimals: number): number {
  const exact = (places: number) =>
    ticks.every((tick) => Math.abs(tick - Number(tick.toFixed(places))) <= 1e-9 * Math.max(1e-6, Math.abs(tick)))
  return [0, 1, 2, 3].map((more) => decimals + more).find(exact) ?? decimals + 4
}
