import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import { rampSeries } from '../../lib/chart/ramp'
import type { Ramp } from '../../lib/engine/ramp'
import { formatSize, formatStart } from '../../lib/format'
import type { Baseline, Rule, Variable } from '../../lib/pack/schema'
import { packModelAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import { useConditionWords } from './use-condition-words'

/** Puts the numbers of the rule book into words. */
export function useRuleWords() {
  const t = useTranslations('rules')
  const { text, locale } = useText()
  const { years } = useAtomValue(packModelAtom)
  const condition = useConditionWords()
  return {
    /** A rule by its condition, in one line. */
    name: ({ when }: Pick<Rule, 'when'>) => when.map((own) => condition(own, 'plain')).join(` ${t('and')} `),
    /** "odds ×1.6 (1.2–2.3)", "+2 (1–4) berths". */
    size: (variable: Variable, { low, central, high }: Record<'low' | 'central' | 'high', number>) => {
      const bare = (size: number) => formatSize(variable.scale, size, locale).replace(/^[×+]/, '')
      const range = t(low < 0 ? 'rangeTo' : 'range', { low: bare(low), high: bare(high) })
      const size = formatSize(variable.scale, central, locale)
      if (variable.scale === 'chance') return t('sizeOdds', { size, range })
      if (variable.scale === 'amount') return t('sizeAmount', { size, range })
      return t('sizeLevel', { size, range, unit: unitOf(variable, text) })
    },
    /** "35% (18% to 56%)". */
    start: (variable: Variable, { value, low, high }: Pick<Baseline, 'value' | 'low' | 'high'>) => {
      const format = (start: number) => formatStart(variable.scale, start, locale)
      if (low === undefined || high === undefined) return format(value)
      return t('startOf', { value: format(value), low: format(low), high: format(high) })
    },
    /** "from 2024, full in 2026; fades from 2028". */
    timing: (ramp: Ramp) => {
      const last = years.at(-1) ?? 0
      const { acts, full, fades, gone } = rampSeries(ramp, years)
      if (acts === null) return t('whenNever', { last })
      const rise =
        full === null
          ? t('whenNotFull', { acts, last })
          : full === acts
            ? t('whenAtOnce', { acts })
            : t('when', { acts, full })
      if (fades === null) return rise
      return t('two', { first: rise, second: gone === null ? t('fades', { fades }) : t('fadesGone', { fades, gone }) })
    },
  }
}

/** The unit that an amount or level is in; empty for an event. */
export function unitOf(variable: Variable, text: (of: { en: string; es: string }) => string): string {
  return variable.kind === 'indicator' ? text(variable.unit) : ''
}
