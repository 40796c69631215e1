import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import { type Assignment, scenarioOf } from '../../lib/scenario/assignment'
import { titleOf } from '../../lib/scenario/title'
import { modelAtom } from '../_state/url'
import { useText } from '../_state/workspace'

/** Names an assignment in words: scenario, headline phrases and further changes, or the baseline. */
export function useTitle(): (assignment: Assignment) => string {
  const t = useTranslations('title')
  const { text } = useText()
  const model = useAtomValue(modelAtom)
  return (assignment) => {
    const { scenario, phrases, more } = titleOf(model, assignment)
    if (scenario) {
      const part = scenarioOf(model, assignment)?.part
      return part === 'headline' && scenario.secondary.length > 0
        ? t('headlineOnly', { name: text(scenario.label) })
        : text(scenario.label)
    }
    if (phrases.length === 0 && more === 0) return text(model.pack.meta.baselineLabel)
    if (phrases.length === 0) return t('changes', { n: more })
    return [...phrases.map(text), ...(more > 0 ? [t('more', { n: more })] : [])].join(', ')
  }
}
