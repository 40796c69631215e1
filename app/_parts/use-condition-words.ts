import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import { conditionStates } from '../../lib/pack/condition'
import type { Condition } from '../../lib/pack/schema'
import { modelAtom } from '../_state/url'
import { useText } from '../_state/workspace'

/** A condition in words: "Port access: privileged", or what it needs that is not so. */
export function useConditionWords(): (condition: Condition, how: 'plain' | 'needs') => string {
  const t = useTranslations('why')
  const { text } = useText()
  const { pack } = useAtomValue(modelAtom)
  return (condition, how) => {
    const assumption = pack.assumptions.find((a) => a.id === condition.assumption)
    if (!assumption) return condition.assumption
    const states = conditionStates(condition)
      .flatMap((id) => assumption.states.filter((s) => s.id === id).map((s) => text(s.label)))
      .join(t('or'))
    const name = text(assumption.label)
    if ('not' in condition)
      return how === 'needs' ? t('needsNot', { assumption: name, states }) : t('setNot', { assumption: name, states })
    return how === 'needs' ? t('needs', { assumption: name, states }) : t('set', { assumption: name, state: states })
  }
}
