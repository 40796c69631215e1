'use client'
import { useAtomValue, useSetAtom } from 'jotai'
import { useTranslations } from 'use-intl'
import { formatQuantity, formatShift } from '../../lib/format'
import type { Variable } from '../../lib/pack/schema'
import { Triangle } from '../_charts/mark'
import { summaryAtom, yearAtom } from '../_state/atoms'
import { modelAtom, screenAtom } from '../_state/url'
import { useRow, useText } from '../_state/workspace'
import styles from './figure-strip.module.css'

/** The few figures a room looks at first: how many risks are likely, the largest rise, two indicators. */
export function FigureStrip() {
  const t = useTranslations('strip')
  const { text } = useText()
  const model = useAtomValue(modelAtom)
  const { risks, likely, likelyBefore, rise, fall, hold, largest } = useAtomValue(summaryAtom)
  const setScreen = useSetAtom(screenAtom)
  const risen = model.pack.variables.find((v) => v.id === largest?.id)
  return (
    <section className={styles.strip} aria-label={t('label')} tabIndex={0}>
      <div className={styles.stat}>
        <h2>{t('likely')}</h2>
        <p className={styles.value}>
          <b>{likely}</b> <small>{t('of', { total: risks })}</small> <em>{t('was', { n: likelyBefore })}</em>
        </p>
        <p className={styles.note}>{t('counts', { rise, fall, hold })}</p>
      </div>
      <div className={styles.stat}>
        <h2>{t('largest')}</h2>
        <p className={styles.value}>
          {largest ? (
            <>
              <b className="up">+{largest.points}</b> <small>{t('points')}</small>
              <Triangle up tone="var(--up)" />
            </>
          ) : (
            <b>{t('none')}</b>
          )}
        </p>
        <p className={styles.note}>
          {risen ? (
            <button type="button" className="link" onClick={() => setScreen({ open: risen.id })}>
              {text(risen.label)}
            </button>
          ) : (
            t('noRise')
          )}
        </p>
      </div>
      {model.pack.meta.featured.map((id) => {
        const variable = model.pack.variables.find((v) => v.id === id)
        return variable?.kind === 'indicator' && <Featured key={id} variable={variable} />
      })}
    </section>
  )
}

function Featured({ variable }: { variable: Extract<Variable, { kind: 'indicator' }> }) {
  const t = useTranslations('strip')
  const { text, locale } = useText()
  const year = useAtomValue(yearAtom)
  const first = useAtomValue(modelAtom).pack.meta.horizon.first
  const { baseline, value } = useRow(variable.id)
  return (
    <div className={styles.stat}>
      <h2>{t('in', { name: text(variable.label), year })}</h2>
      <p className={styles.value}>
        <b>{formatQuantity(variable, value, locale)}</b>
        {variable.scale !== 'chance' && <small>{text(variable.unit)}</small>}
        <em>{formatShift(variable, baseline, value, locale)}</em>
      </p>
      <p className={styles.note}>{t('inFirst', { value: formatQuantity(variable, baseline, locale), year: first })}</p>
    </div>
  )
}
