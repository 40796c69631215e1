import { createHash } from 'node:crypto'
import compile from 'icu-minify/compile'
import type { Locale } from '../../lib/pack/schema'
import en from '../_words/en.json'
import es from '../_words/es.json'
import type { ContentFiles, ReadContent } from './content'
import { soundPack } from './sound-pack'
import { soundWorkshop } from './sound-workshop'

const words = { en, es }

/** The content where pages are made: at hand, and judged before. */
export const content: ReadContent = {
  readPack: soundPack,
  readWorkshop: soundWorkshop,
  readWords: (_, locale) => words[locale],
}

/** Every file of the content: its name and what is in it. */
export function madeFiles(): Readonly<Record<string, string>> {
  const all = { pack: soundPack(), workshop: soundWorkshop(), 'words-en': compiled(en), 'words-es': compiled(es) }
  return Object.fromEntries(
    Object.entries(all).map(([name, value]) => {
      const text = JSON.stringify(value)
      return [`${name}.${createHash('sha256').update(text).digest('hex').slice(0, 12)}.json`, text]
    }),
  )
}

/** All texts of a tree of words as the list of their pieces, which is what browsers format. */
function compiled(words: unknown): unknown {
  if (typeof words === 'string') return compile(words)
  return Object.fromEntries(Object.entries(Object(words)).map(([key, text]) => [key, compiled(text)]))
}

/** The files that a page in one language stands on. */
export function filesOf(locale: Locale, presents: boolean): ContentFiles {
  const files = Object.keys(madeFiles())
  const named = (name: string) => files.find((file) => file.startsWith(`${name}.`)) ?? name
  return { pack: named('pack'), workshop: presents ? named('workshop') : null, words: named(`words-${locale}`) }
}
