import type { Guess } from '../../lib/deck/guess'
import type { Standing } from '../../lib/deck/slide'

/** What a sheet shows of a slide. */
export interface SlideShown {
  standing: Standing
  /** Quantiles by variable index; empty while, and where, there are none. */
  fans: readonly (Float64Array | null)[]
  /** Whether the outcome is still to be guessed. */
  hidden: boolean
  guess: Guess | null
}
