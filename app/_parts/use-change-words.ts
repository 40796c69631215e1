import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import { formatSize, formatStart } from '../../lib/format'
import type { Change } from '../../lib/pack/challenge'
import { packModelAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import { useConditionWords } from './use-condition-words'

/** A change in words: what it is about, under which condition, and what it says. */
export interface ChangeWords {
  what: string
  /** The condition of the rule it belongs to; empty for a baseline. */
  under: string
  /** What a change of this kind says, or what the pack says in its place; null is the pack's own "acts". */
  says: (change: Change | null) => string
}

/** Puts changes of the model into words. */
export function useChangeWords(): (change: Change) => ChangeWords {
  const t = useTranslations('mine')
  const { text, locale } = useText()
  const { pack } = useAtomValue(packModelAtom)
  const condition = useConditionWords()
  const variableOf = (id: string) => pack.variables.find((variable) => variable.id === id)
  const underOf = (id: string) => {
    const rule = pack.rules.find((own) => own.id === id)
    return rule ? rule.when.map((own) => condition(own, 'plain')).join(' · ') : id
  }
  const range = (low: string, high: string) => (low === high ? '' : ` (${t('range', { low, high })})`)
  const saysOf = (scale: string) => (change: Change | null) => {
    if (change === null) return t('acts')
    switch (change.kind) {
      case 'off':
        return t('leftOut')
      case 'timing':
        return t('timing', { onset: change.onset, n: change.rampYears })
      case 'effect': {
        const size = (value: number) => formatSize(scale, value, locale)
        return size(change.central) + range(size(change.low), size(change.high))
      }
      case 'start': {
        const start = (value: number) => formatStart(scale, value, locale)
        return start(change.value) + (change.range ? range(start(change.range.low), start(change.range.high)) : '')
      }
    }
  }
  return (change) => {
    if (change.kind === 'off' || change.kind === 'timing')
      return {
        what: change.kind === 'off' ? t('ruleOf') : t('timingOf'),
        under: underOf(change.rule),
        says: saysOf('level'),
      }
    const variable = variableOf(change.variable)
    const name = variable ? text(variable.label) : change.variable
    const says = saysOf(variable?.scale ?? 'level')
    if (change.kind === 'effect') return { what: t('effectOn', { name }), under: underOf(change.rule), says }
    const variant =
      variable && 'variants' in variable ? variable.variants?.find(({ id }) => id === change.variant) : undefined
    return { what: t('startOf', { name }), under: variant ? text(variant.label) : '', says }
  }
}
