'use client'
import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import { differing, scenarioOf } from '../../lib/scenario/assignment'
import { ScreenWays } from '../_parts/screen-ways'
import { useScreenName } from '../_parts/use-screen-name'
import { assignmentAtom } from '../_state/atoms'
import { modelAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import { Bubble } from '../_ui/bubble'
import styles from './title-panel.module.css'

/** What the screen is called, the story behind it, and the date of the evidence. */
export function TitlePanel() {
  const t = useTranslations('title')
  const { text } = useText()
  const model = useAtomValue(modelAtom)
  const assignment = useAtomValue(assignmentAtom)
  const changes = differing(model, model.baseline, assignment).length
  const name = useScreenName()
  const found = scenarioOf(model, assignment)
  return (
    <div className={styles.title}>
      <h1>{name}</h1>
      {found && (
        <Bubble wide label={text(found.scenario.label)} trigger={<button className="link">{t('story')}</button>}>
          <p>{text(found.scenario.story)}</p>
        </Bubble>
      )}
      <span className={styles.ways}>
        <ScreenWays className="link" />
      </span>
      <span className={styles.date}>{text(model.pack.meta.evidenceDate)}</span>
      {changes === 0 && <p className={styles.first}>{t('firstVisit')}</p>}
    </div>
  )
}
