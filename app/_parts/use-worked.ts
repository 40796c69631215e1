import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import { digitsNeeded, type HandStrength } from '../../lib/explain/by-hand'
import { formatQuantity } from '../../lib/format'
import type { Rule, Variable } from '../../lib/pack/schema'
import { yearAtom } from '../_state/atoms'
import { handAtom, workedAtom, workedVariableAtom } from '../_state/method'
import { modelAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import { useConditionWords } from './use-condition-words'
import { useTitle } from './use-title'

/** The number that Method works out by hand: its steps, its names in words, and how its values are written. */
export function useWorked() {
  const { text } = useText()
  const { pack } = useAtomValue(modelAtom)
  const hand = useAtomValue(handAtom)
  const id = useAtomValue(workedVariableAtom)
  const assignment = useAtomValue(workedAtom)
  const variable = pack.variables.find((own) => own.id === id)!
  const shown = useShown(variable)
  return {
    hand,
    variable,
    name: text(variable.label),
    assignment,
    scenario: useTitle()(assignment),
    year: useAtomValue(yearAtom),
    shown,
    digits: digitsNeeded(hand, shown),
  }
}

/** Writes a value of a variable as all screens do. */
export function useShown(variable: Variable): (value: number) => string {
  const { locale } = useText()
  return (value) => formatQuantity(variable, value, locale)
}

/** Writes a value of a variable with a decimal more than screens show, where small differences are the point. */
export function useFine(variable: Variable): (value: number) => string {
  const { locale } = useText()
  const decimals = 'decimals' in variable ? variable.decimals + 1 : 1
  return (value) => formatQuantity({ scale: variable.scale, decimals }, value, locale)
}

/** What sets a rule off, in words. */
export function useRuleName(): (rule: Rule) => string {
  const words = useConditionWords()
  return (rule) => rule.when.map((condition) => words(condition, 'plain')).join(' · ')
}

/** The strength of a rule in a year: as a fraction, and how it comes about. */
export function useStrengthWords(): (
  rule: Rule,
  strength: HandStrength,
  year: number,
) => { fraction: string; worked: string } {
  const t = useTranslations('method.ramps')
  return (rule, { over, under, rising, fading }, year) => {
    const rise = `(${year} − ${rule.onset} + 1) ÷ ${rule.rampYears}`
    const fall = `1 − (${year} − ${rule.fadeFrom ?? year} + 1) ÷ ${rule.fadeYears ?? 0}`
    const worked = () => {
      if (year < rule.onset) return t('before')
      if (fading && !rule.fadeYears) return t('gone')
      if (rising && fading) return `${rise} × (${fall})`
      return rising ? rise : fading ? fall : t('full')
    }
    return { fraction: under === 1 ? String(over) : `${over}/${under}`, worked: worked() }
  }
}
