'use client'
import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import { deckLimits } from '../../lib/deck/limits'
import { asWritten, statesOf } from '../../lib/deck/slide'
import { assign, differing } from '../../lib/scenario/assignment'
import { modelAtom } from '../_state/url'
import { slideAtom } from '../_state/workshop'
import { useText } from '../_state/workspace'
import styles from './slide-editor.module.css'
import { useChangeSlide } from './use-change-slide'
import { StatesSelect } from './states-select'

/** The assumptions of a slide as written, what can be toggled on it, and its year. */
export function SlideStatesEditor() {
  const t = useTranslations('deck')
  const { text } = useText()
  const model = useAtomValue(modelAtom)
  const slide = useAtomValue(slideAtom)
  const change = useChangeSlide()
  const written = asWritten(model, slide)
  const changed = differing(model, model.baseline, written)
  const set = (assumption: string, state: string) =>
    change({ states: statesOf(model, assign(model, written, assumption, state)) })
  return (
    <section className={styles.section}>
      <h3>{t('states')}</h3>
      <label className={styles.field}>
        {t('statesOf')}
        <StatesSelect label={t('statesOf')} states={slide.states} onChoose={(states) => change({ states })} />
      </label>
      <details className={styles.details}>
        <summary>{t('changedStates', { n: changed.length })}</summary>
        {model.pack.assumptions.map(({ id, label, states }) => (
          <label key={id} className={styles.field} data-changed={changed.includes(id) || undefined}>
            {text(label)}
            <select value={written[id]} onChange={(event) => set(id, event.target.value)}>
              {states.map((state) => (
                <option key={state.id} value={state.id}>
                  {text(state.label)}
                </option>
              ))}
            </select>
          </label>
        ))}
      </details>
      <Toggles />
      <Year />
    </section>
  )
}

/** Up to four assumptions that keys toggle. */
function Toggles() {
  const t = useTranslations('deck')
  const { text } = useText()
  const { assumptions } = useAtomValue(modelAtom).pack
  const { toggles } = useAtomValue(slideAtom)
  const change = useChangeSlide()
  return [...toggles, ''].slice(0, deckLimits.toggles).map((chosen, i) => (
    <label key={i} className={styles.field}>
      {t('toggle', { n: i + 1 })}
      <select
        value={chosen}
        onChange={(event) =>
          change({ toggles: [...new Set([...toggles, ''].with(i, event.target.value))].filter((id) => id !== '') })
        }
      >
        <option value="">{t('none')}</option>
        {assumptions.map(({ id, label }) => (
          <option key={id} value={id} disabled={id !== chosen && toggles.includes(id)}>
            {text(label)}
          </option>
        ))}
      </select>
    </label>
  ))
}

function Year() {
  const t = useTranslations('deck')
  const { meta } = useAtomValue(modelAtom).pack
  const { year } = useAtomValue(slideAtom)
  const change = useChangeSlide()
  const { first, last } = meta.horizon
  const years = Array.from({ length: last - first }, (_, i) => first + 1 + i)
  return (
    <label className={styles.field}>
      {t('year')}
      <select
        value={year ?? ''}
        onChange={(event) => change({ year: event.target.value === '' ? null : Number(event.target.value) })}
      >
        <option value="">{t('usualYear', { year: `${meta.year}` })}</option>
        {years.map((own) => (
          <option key={own} value={own}>
            {own}
          </option>
        ))}
      </select>
    </label>
  )
}
