import { useTranslations } from 'use-intl'
import { fitToggles, stateLines, type TogglesFit } from '../../lib/chart/fit-toggles'
import type { Standing } from '../../lib/deck/slide'
import type { Assumption } from '../../lib/pack/schema'
import { StateMark } from '../_charts/mark'
import { useText } from '../_state/workspace'
import { Radios } from '../_ui/radios'
import styles from './slide-toggles.module.css'

/** How the toggles of a slide are set on a sheet so wide; null where it has none. */
export function useTogglesFit({ model, slide }: Standing, width: number): TogglesFit | null {
  const { text } = useText()
  const shown = slide.toggles.flatMap((id) => model.pack.assumptions.filter((a) => a.id === id))
  if (shown.length === 0) return null
  const named = shown.map(({ label, states }) => ({
    label: text(label),
    states: states.map((state) => ({ label: text(state.label), baseline: state.baseline === true })),
  }))
  return fitToggles(named, width)
}

/** The toggles of a slide with their keys: groups of choices, or a picture of them where there is nothing to choose with. */
export function SlideToggles(props: {
  standing: Standing
  choose: ((key: number, state: string) => void) | undefined
  keys: boolean
  fit: TogglesFit
}) {
  const { standing, choose, keys, fit } = props
  const t = useTranslations('slide')
  const { text } = useText()
  const { model, slide, assignment } = standing
  const shown = slide.toggles.flatMap((id, key) => {
    const assumption = model.pack.assumptions.find((a) => a.id === id)
    return assumption ? [{ key, assumption, state: assignment[id] ?? '' }] : []
  })
  return (
    <section className={styles.toggles} aria-label={t('toggles')} data-step={fit.step} data-rows={fit.rows}>
      {shown.map(({ key, assumption, state }) => (
        <div key={assumption.id}>
          <p className={styles.label} aria-hidden={choose !== undefined || undefined}>
            {keys && <kbd>{key + 1}</kbd>}
            {text(assumption.label)}
          </p>
          {choose ? (
            <Radios
              label={text(assumption.label)}
              value={state}
              choices={assumption.states.map((s) => ({
                id: s.id,
                label: text(s.label),
                content: <Segment state={s} two={fit.two} />,
              }))}
              onChoose={(chosen) => choose(key, chosen)}
              className={styles.segments}
              itemClassName={styles.segment}
            />
          ) : (
            <ul className={styles.segments}>
              {assumption.states.map((s) => (
                <li key={s.id} className={styles.segment} data-state={s.id === state ? 'checked' : 'unchecked'}>
                  <Segment state={s} two={fit.two} />
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </section>
  )
}

/** One state in its button: hollow ring on the baseline. */
function Segment({ state, two }: { state: Assumption['states'][number]; two: boolean }) {
  const { text } = useText()
  return (
    <>
      {state.baseline && <StateMark chosen={false} baseline size={20} />}
      <span>
        {stateLines(text(state.label), two).map((line) => (
          <span key={line} className={styles.line}>
            {line}
          </span>
        ))}
      </span>
    </>
  )
}
