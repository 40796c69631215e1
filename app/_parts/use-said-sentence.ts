'use client'
import { useTranslations } from 'use-intl'
import { sayPlain } from '../../lib/deck/sentence'
import type { Standing } from '../../lib/deck/slide'
import { useSaidWords } from './use-said-words'
import { useText } from '../_state/workspace'

/** Says the sentence of a slide as it stands as plain text; only that there is something to guess while its outcome is hidden. */
export function useSaidSentence(): (standing: Standing, hidden: boolean) => string {
  const t = useTranslations('show')
  const { text } = useText()
  const words = useSaidWords()
  return (standing, hidden) => (hidden ? t('hidden') : sayPlain(standing, text(standing.slide.sentence), words))
}
