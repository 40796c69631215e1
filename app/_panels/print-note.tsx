'use client'
import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import { useCaption } from '../_parts/use-caption'
import { assignmentAtom } from '../_state/atoms'
import { modelAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import styles from './print-note.module.css'

/** On paper only: every assumption with its state, the changed ones marked, and the source with the date of the evidence. */
export function PrintNote() {
  const t = useTranslations('rail')
  const { text } = useText()
  const { pack, baseline } = useAtomValue(modelAtom)
  const assignment = useAtomValue(assignmentAtom)
  const { source } = useCaption()('', '')
  return (
    <section className={styles.note}>
      <h2>{t('title')}</h2>
      <ul>
        {pack.assumptions.map(({ id, label, states }) => {
          const state = states.find((s) => s.id === assignment[id])
          return (
            <li key={id} data-changed={assignment[id] !== baseline[id] || undefined}>
              {text(label)}: {state && text(state.label)}
            </li>
          )
        })}
      </ul>
      <p>{source}</p>
    </section>
  )
}
