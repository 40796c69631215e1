'use client'
import { useAtomValue } from 'jotai'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { formatNumber, formatQuantity } from '../../lib/format'
import type { Variable } from '../../lib/pack/schema'
import { intervalErrorAtom } from '../_state/sensitivity'
import { modelAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import styles from './interval-sureness.module.css'

/** How sure the ends of the interval are, for whoever asks: nothing is drawn before. */
export function IntervalSureness({ variable }: { variable: Variable }) {
  const t = useTranslations('sensitivity')
  const [open, setOpen] = useState(false)
  return (
    <details className={styles.sureness} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('sure')}</summary>
      {open && <Sureness variable={variable} />}
    </details>
  )
}

function Sureness({ variable }: { variable: Variable }) {
  const t = useTranslations('sensitivity')
  const { locale } = useText()
  const { draws } = useAtomValue(modelAtom).pack.meta
  const { low, high } = useAtomValue(intervalErrorAtom)
  // A decimal more than elsewhere: what the draws leave open is small.
  const decimals = 'decimals' in variable ? variable.decimals + 1 : 1
  const fine = (value: number) => formatQuantity({ scale: variable.scale, decimals }, value, locale)
  const row = (label: string, end: typeof low) => (
    <tr>
      <th scope="row">{label}</th>
      <td>{fine(end.value)}</td>
      <td>{t('sureSpan', { low: fine(end.low), high: fine(end.high) })}</td>
    </tr>
  )
  return (
    <div className={styles.told}>
      <p>{t('sureDraws', { n: formatNumber(draws.count, 0, locale), seed: draws.seed })}</p>
      {low.value === high.value ? (
        <p>{t('sureNone', { value: fine(low.value) })}</p>
      ) : (
        <>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('sureEnd')}</th>
                <th scope="col">{t('sureValue')}</th>
                <th scope="col">{t('sureWithin')}</th>
              </tr>
            </thead>
            <tbody>
              {row(t('sureLow'), low)}
              {row(t('sureHigh'), high)}
            </tbody>
          </table>
          <p>{t('sureMeans')}</p>
        </>
      )}
    </div>
  )
}
