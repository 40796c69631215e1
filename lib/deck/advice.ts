import { sayPlain, type SaidWords, typedFigures } from './sentence'
import type { Standing } from './slide'

/** Most words of a slide's sentence. */
export const mostWords = 14

/** What to mind about a sentence: figures that are typed and not computed, and how many words it has as it is said. */
export interface Advice {
  said: string
  typed: readonly string[]
  words: number
}

/** Say a sentence of a slide and what to mind about it; `terms` are the words of probability in the language. */
export function adviseOn(standing: Standing, template: string, words: SaidWords, terms: readonly string[]): Advice {
  const said = sayPlain(standing, template, words)
  // Signs alone, such as a dash or an arrow, are no words.
  const counted = said.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
  return { said, typed: typedFigures(template, terms), words: counted.length }
}
