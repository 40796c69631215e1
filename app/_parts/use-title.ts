import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import type { Assignment } from '../../lib/scenario/assignment'
import { type Title, titleOf } from '../../lib/scenario/title'
import { modelAtom } from '../_state/url'
import { useText } from '../_state/workspace'

/** Names an assignment in words: scenario, headline phrases and further changes, or the baseline. */
export function useTitle(): (assignment: Assignment) => string {
  const model = useAtomValue(modelAtom)
  const words = useTitleWords()
  return (assignment) => words(titleOf(model, assignment))
}

/** Puts a title into words. */
export function useTitleWords(): (title: Title) => string {
  const t = useTranslations('title')
  const { text } = useText()
  const { baselineLabel } = useAtomValue(modelAtom).pack.meta
  return ({ scenario, headlineOnly, phrases, more }) => {
    if (scenario) return headlineOnly ? t('headlineOnly', { name: text(scenario.label) }) : text(scenario.label)
    if (phrases.length === 0 && more === 0) return text(baselineLabel)
    if (phrases.length === 0) return t('changes', { n: more })
    return [...phrases.map(text), ...(more > 0 ? [t('more', { n: more })] : [])].join(', ')
  }
}
