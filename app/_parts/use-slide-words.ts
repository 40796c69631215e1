import { useTranslations } from 'use-intl'
import { sayPlain } from '../../lib/deck/sentence'
import type { Standing } from '../../lib/deck/slide'
import { differing } from '../../lib/scenario/assignment'
import { useText } from '../_state/workspace'
import { useSources } from './slide-key'
import { useSaidWords } from './use-said-words'

/** What paper and slide files say of a slide in words. */
export interface SlideWords {
  sentence: string
  /** The assumptions that differ from the baseline, or that none does. */
  assumptions: string
  source: string
}

/** Puts a slide as it stands into words, in the language of the page. */
export function useSlideWords(): (standing: Standing) => SlideWords {
  const t = useTranslations('paper')
  const said = useTranslations('slide')
  const { locale, text } = useText()
  const words = useSaidWords()
  const sources = useSources()
  return (standing) => {
    const { model, assignment, year, slide } = standing
    const { assumptions, meta } = model.pack
    const list = differing(model, model.baseline, assignment).flatMap((id) => {
      const assumption = assumptions.find((own) => own.id === id)
      const state = assumption?.states.find((own) => own.id === assignment[id])
      return assumption && state ? [`${text(assumption.label)}: ${text(state.label)}`] : []
    })
    const date = text(meta.evidenceDate)
    const facts = slide.evidence.length
    return {
      sentence: sayPlain(standing, slide.sentence[locale], words),
      assumptions: list.length > 0 ? t('slideAssumed', { year, list: list.join('; ') }) : t('slideBaseline', { year }),
      source: facts > 0 ? said('sources', { date, sources: sources(standing)(facts) }) : `${date}.`,
    }
  }
}
