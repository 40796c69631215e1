/** A seeded generator: the same seed gives the same inputs on any machine. */
export interface Random {
  /** Uniform in [0, 1). */
  next: () => number
  /** Whole, from 0 up to but without `below`. */
  below: (below: number) => number
  pick: <T>(from: readonly T[]) => T
  /** The given things in another order; the list stays as it is. */
  shuffled: <T>(from: readonly T[]) => T[]
}

/** Make a generator (splitmix32) from a whole number. */
export function random(seed: number): Random {
  let state = seed | 0
  const next = () => {
    state = (state + 0x9e3779b9) | 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32
  }
  const below = (most: number) => Math.floor(next() * most)
  return {
    next,
    below,
    pick(from) {
      const found = from[below(from.length)]
      if (found === undefined) throw new Error('Nothing to pick from: give a list that is not empty.')
      return found
    },
    shuffled(from) {
      const keyed = from.map((value) => ({ value, key: next() }))
      return keyed.sort((a, b) => a.key - b.key).map(({ value }) => value)
    },
  }
}
