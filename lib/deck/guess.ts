/** What a room guessed of a variable before it was shown: hands up for each direction, and the size it expects. */
export interface Guess {
  up: number
  same: number
  down: number
  /** The median of the values guessed, in natural units (a chance as a share of one); null where only hands were counted. */
  median: number | null
}

/** The direction that most hands went up for; null without hands, and where two are level. */
export function majority({ up, same, down }: Guess): 'up' | 'same' | 'down' | null {
  const most = Math.max(up, same, down)
  const winners = ([['up', up], ['same', same], ['down', down]] as const).filter(([, count]) => count === most) // prettier-ignore
  return most > 0 && winners.length === 1 ? (winners[0]?.[0] ?? null) : null
}

/** The median of some values: the middle one, or half way between the two in the middle; null of none. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
