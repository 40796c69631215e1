'use client'
import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import { type Assignment, assign, differing } from '../../lib/scenario/assignment'
import { modelAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import { Radios } from '../_ui/radios'
import styles from './group-entry.module.css'

/** Every assumption with its states, in the order of the paper sheet, to be typed in from it. */
export function GroupEntry(props: { assignment: Assignment; onChange: (assignment: Assignment) => void }) {
  const { assignment, onChange } = props
  const t = useTranslations('groups')
  const { text } = useText()
  const model = useAtomValue(modelAtom)
  return (
    <fieldset className={styles.entry}>
      <legend>{t('entryTitle', { n: differing(model, model.baseline, assignment).length })}</legend>
      <ul>
        {model.pack.assumptions.map(({ id, label, states }) => (
          <li key={id}>
            <span className={styles.label}>{text(label)}</span>
            <Radios
              label={text(label)}
              value={assignment[id] ?? ''}
              choices={states.map((state) => ({
                id: state.id,
                label: state.baseline ? t('baselineState', { state: text(state.label) }) : text(state.label),
                content: (
                  <span data-base={state.baseline || undefined}>
                    <i aria-hidden />
                    {text(state.label)}
                  </span>
                ),
              }))}
              onChoose={(state) => onChange(assign(model, assignment, id, state))}
              className={styles.states}
              itemClassName={styles.state}
            />
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
