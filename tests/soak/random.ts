/** Seeded chance: the same seed, the same numbers on every machine (mulberry32). */
export interface Chance {
  /** A number from 0 up to 1. */
  share: () => number
  /** A whole number from `least` to `most`. */
  whole: (least: number, most: number) => number
  /** Whether something with this probability happens. */
  happens: (probability: number) => boolean
  /** One of some things; throws where there are none. */
  one: <T>(of: readonly T[]) => T
  /** Some of some things, in their order. */
  some: <T>(of: readonly T[], least: number, most: number) => T[]
}

/** Chance of a seed. */
export function chanceOf(seed: number): Chance {
  let a = seed | 0
  const share = () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (least: number, most: number) => least + Math.floor(share() * (most - least + 1))
  return {
    share,
    whole,
    happens: (probability) => share() < probability,
    one: (of) => {
      const found = of[whole(0, of.length - 1)]
      if (found === undefined) throw new Error('There is nothing to choose from: give at least one thing.')
      return found
    },
    some: (of, least, most) => {
      const wanted = Math.min(of.length, whole(least, most))
      const left = of.map((_, i) => i)
      const taken = new Set(Array.from({ length: wanted }, () => left.splice(whole(0, left.length - 1), 1)[0]))
      return of.filter((_, i) => taken.has(i))
    },
  }
}
