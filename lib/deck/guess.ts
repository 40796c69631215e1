/** What a room guessed of a variable before it was shown: hands up for each direction, and the size it expects. */
export interface Guess {
  up: number
  same: number
  down: number
  /** The median of the values guessed, in natural units (a chance as a share of one); null where only hands were counted. */
  median: number | null
}
