'use client'
import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import { failing } from '../../lib/deck/claims'
import type { Claim } from '../../lib/deck/schema'
import { variablesOf } from '../../lib/deck/slide'
import { formatQuantity } from '../../lib/format'
import { modelAtom } from '../_state/url'
import { slideAtom, standingAtom } from '../_state/workshop'
import { useText } from '../_state/workspace'
import { FactsEditor } from './facts-editor'
import styles from './slide-editor.module.css'
import { useChangeSlide } from './use-change-slide'

/** What a slide rests on: the facts of its source line, what its sentence claims, and what the room guesses first. */
export function SlideGroundEditor() {
  const t = useTranslations('deck')
  const slide = useAtomValue(slideAtom)
  const change = useChangeSlide()
  return (
    <section className={styles.section}>
      <h3>{t('sources')}</h3>
      <FactsEditor
        label={t('searchFacts')}
        chosen={slide.evidence}
        most={12}
        onChange={(evidence) => change({ evidence })}
      />
      <Claims />
      <Predict />
    </section>
  )
}

/** What the sentence claims, and whether it holds as the slide stands. */
function Claims() {
  const t = useTranslations('deck')
  const standing = useAtomValue(standingAtom)
  const { claims } = useAtomValue(slideAtom)
  const change = useChangeSlide()
  const say = useClaimWords()
  const broken = failing(standing)
  if (claims.length === 0) return null
  return (
    <>
      <h4>{t('claims')}</h4>
      <p className={styles.hint}>{t('claimsMean')}</p>
      <ul>
        {claims.map((claim, i) => (
          <li key={i} className={styles.row}>
            <span className={styles.claim}>
              {say(claim)}: <strong>{broken.includes(claim) ? t('holdsNot') : t('holds')}</strong>
            </span>
            <button
              type="button"
              className="button"
              aria-label={t('removeClaim', { claim: say(claim) })}
              onClick={() => change({ claims: claims.toSpliced(i, 1) })}
            >
              {t('remove')}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Says a claim in words. */
function useClaimWords(): (claim: Claim) => string {
  const t = useTranslations('deck')
  const { text, locale } = useText()
  const model = useAtomValue(modelAtom)
  const variableOf = (id: string) => model.variables[model.indexOf.get(id) ?? -1]
  const nameOf = (id: string) => {
    const variable = variableOf(id)
    return variable ? text(variable.label) : id
  }
  const written = (id: string, value: number) => {
    const variable = variableOf(id)
    return variable ? formatQuantity(variable, value, locale) : `${value}`
  }
  return (claim) => {
    const name = nameOf(claim.variable)
    switch (claim.kind) {
      case 'moves':
        return t(claim.way === 'up' ? 'claimUp' : claim.way === 'down' ? 'claimDown' : 'claimHolds', { name })
      case 'within':
        return t('claimWithin', { name, low: written(claim.variable, claim.low), high: written(claim.variable, claim.high) }) // prettier-ignore
      case 'above':
        return t('claimAbove', { name, other: nameOf(claim.other) })
      case 'against': {
        const scenario = model.pack.scenarios.find(({ id }) => id === claim.scenario)
        const other = scenario ? text(scenario.label) : claim.scenario
        return t(claim.way === 'higher' ? 'claimHigher' : 'claimLower', { name, other })
      }
    }
  }
}

/** What the room guesses before it is shown; nothing at first. */
function Predict() {
  const t = useTranslations('deck')
  const { text } = useText()
  const { variables } = useAtomValue(modelAtom).pack
  const { chart, predict } = useAtomValue(slideAtom)
  const change = useChangeSlide()
  const shown = variables.filter(({ id }) => variablesOf(chart).includes(id))
  if (shown.length === 0) return null
  return (
    <label className={styles.field}>
      {t('predict')}
      <select
        value={predict ?? ''}
        onChange={(event) => change({ predict: event.target.value === '' ? null : event.target.value })}
      >
        <option value="">{t('noPredict')}</option>
        {shown.map(({ id, label }) => (
          <option key={id} value={id}>
            {text(label)}
          </option>
        ))}
      </select>
    </label>
  )
}
