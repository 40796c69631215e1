import type { Messages } from 'use-intl'
import type { Workshop } from '../../lib/deck/schema'
import type { Locale, Pack } from '../../lib/pack/schema'

/**
 * What pages stand on, apart from their code: made once, and fetched by the browser under names that change with the
 * content, so that all pages share one copy, which may be kept for ever. Inside of each page it would be most of it.
 */
export interface Content {
  pack: { pack: Pack; hash: string }
  workshop: Workshop | null
  words: Messages
}

/** The file that holds each part; a page that is no part of a presentation does without a workshop. */
export interface ContentFiles {
  pack: string
  workshop: string | null
  words: string
}

/** The parts of the content, at once where pages are made, later where they are fetched. */
export interface ReadContent {
  readPack: (file: string) => Content['pack'] | Promise<Content['pack']>
  readWorkshop: (file: string) => Content['workshop'] | Promise<Content['workshop']>
  readWords: (file: string, locale: Locale) => Content['words'] | Promise<Content['words']>
}

/** Where a file of the content is fetched. */
export const addressOf = (file: string) => `/content/${file}`
