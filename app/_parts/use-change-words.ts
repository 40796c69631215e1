import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import { assertNever } from '../../lib/fail'
import type { Change } from '../../lib/pack/challenge'
import { packModelAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import { useRuleWords } from './use-rule-words'

/** A change in words: what it is about, under which condition, and what it says. */
export interface ChangeWords {
  what: string
  /** The condition of the rule it belongs to, or the variant of the baseline; empty for a first baseline. */
  under: string
  /** What a change of this kind says, or what the pack says in its place; null is the pack's own "acts". */
  says: (change: Change | null) => string
}

/** Puts changes of the model into words. */
export function useChangeWords(): (change: Change) => ChangeWords {
  const t = useTranslations('mine')
  const { text } = useText()
  const { pack } = useAtomValue(packModelAtom)
  const rules = useRuleWords()
  const variableOf = (id: string) => pack.variables.find((variable) => variable.id === id)
  const says = (change: Change | null): string => {
    if (change === null) return t('acts')
    if (change.kind === 'off') return t('leftOut')
    if (change.kind === 'timing') return rules.timing(change)
    const variable = variableOf(change.variable)
    if (!variable) return ''
    if (change.kind === 'effect') return rules.size(variable, change)
    if (change.kind === 'start') return rules.start(variable, { value: change.value, ...change.range })
    return assertNever(change)
  }
  return (change) => {
    if (change.kind === 'start') {
      const variable = variableOf(change.variable)
      const variants = variable && 'variants' in variable ? (variable.variants ?? []) : []
      const variant = variants.find(({ id }) => id === change.variant)
      const name = variable ? text(variable.label) : change.variable
      return { what: t('startOf', { name }), under: variant ? text(variant.label) : '', says }
    }
    const rule = pack.rules.find(({ id }) => id === change.rule)
    const under = rule ? rules.name(rule) : change.rule
    if (change.kind === 'off') return { what: t('ruleOf'), under, says }
    if (change.kind === 'timing') return { what: t('timingOf'), under, says }
    const variable = variableOf(change.variable)
    return { what: t('effectOn', { name: variable ? text(variable.label) : change.variable }), under, says }
  }
}
