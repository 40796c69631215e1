import { useTranslations } from 'use-intl'
import type { SaidWords } from '../../lib/deck/sentence'
import { probabilityBands } from '../../lib/format'
import { useText } from '../_state/workspace'

/** The words that computed pieces of a slide's sentence need, in the language of the page. */
export function useSaidWords(): SaidWords {
  const t = useTranslations('slide')
  const word = useTranslations('word')
  const { locale } = useText()
  const ways = { up: t('up'), down: t('down'), holds: t('holds') }
  return { locale, word, way: (way) => ways[way], points: (n) => t('points', { n }) }
}

/** The words of probability as they are typed in the language of the page. */
export function useTerms(): readonly string[] {
  const word = useTranslations('word')
  return probabilityBands.map((band) => word(band.word).toLowerCase())
}
