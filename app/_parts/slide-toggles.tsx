import { useTranslations } from 'use-intl'
import type { Standing } from '../../lib/deck/slide'
import type { Assumption } from '../../lib/pack/schema'
import { StateMark } from '../_charts/mark'
import { useText } from '../_state/workspace'
import { Radios } from '../_ui/radios'
import styles from './slide-toggles.module.css'

/** The toggles of a slide with their keys: groups of choices, or a picture of them where there is nothing to choose with. */
export function SlideToggles(props: {
  standing: Standing
  choose: ((key: number, state: string) => void) | undefined
  keys: boolean
}) {
  const { standing, choose, keys } = props
  const t = useTranslations('slide')
  const { text } = useText()
  const { model, slide, assignment } = standing
  const shown = slide.toggles.flatMap((id, key) => {
    const assumption = model.pack.assumptions.find((a) => a.id === id)
    return assumption ? [{ key, assumption, state: assignment[id] ?? '' }] : []
  })
  return (
    <section className={styles.toggles} aria-label={t('toggles')}>
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
                content: <Segment assumption={assumption} state={s.id} />,
              }))}
              onChoose={(chosen) => choose(key, chosen)}
              className={styles.segments}
              itemClassName={styles.segment}
            />
          ) : (
            <ul className={styles.segments}>
              {assumption.states.map((s) => (
                <li key={s.id} className={styles.segment} data-state={s.id === state ? 'checked' : 'unchecked'}>
                  <Segment assumption={assumption} state={s.id} />
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
function Segment({ assumption, state: id }: { assumption: Assumption; state: string }) {
  const { text } = useText()
  const state = assumption.states.find((s) => s.id === id)!
  return (
    <>
      {state.baseline && <StateMark chosen={false} baseline size={20} />}
      {text(state.label)}
    </>
  )
}
