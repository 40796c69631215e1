import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import { formatNumber, formatPercent, formatShift } from '../../lib/format'
import type { Variable } from '../../lib/pack/schema'
import { pairedAtom, splitAtom } from '../_state/compare'
import { useText } from '../_state/workspace'
import type { Named } from './compared'

/** A share of the draws in words: "every" where it is all of them, never 0 % or 100 %. */
export function usePairedWords(variable: Variable, from: Named, to: Named): string[] {
  const t = useTranslations('difference')
  const { locale, text } = useText()
  const { low, high, above, equal, below, draws } = useAtomValue(pairedAtom)
  const { before, after } = useAtomValue(splitAtom)
  const unit = variable.scale === 'chance' ? t('unitPoints') : variable.kind === 'indicator' ? text(variable.unit) : ''
  const signed = (value: number) => formatShift(variable, 0, value, locale)
  const names = { from: from.letter ?? from.said, to: to.letter ?? to.said }
  const n = formatNumber(draws, 0, locale)
  if (equal === 1) return [t('equalAlways', { ...names, n })]
  const difference = formatShift(variable, before, after, locale)
  const interval = t('interval', { ...names, unit, difference, low: signed(low), high: signed(high) })
  if (above === 1) return [interval, t('aboveAlways', { ...names, n })]
  if (below === 1) return [interval, t('belowAlways', { ...names, n })]
  if (above === 0) return [interval, t('neverAbove', { ...names, n })]
  return [interval, t('aboveIn', { ...names, share: formatPercent(above), n })]
}
