'use client'
import { useAtomValue } from 'jotai'
import { useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { differing, sameRecord, scenarioOf } from '../../lib/scenario/assignment'
import { addColumn, decodeComparison, encodeComparison } from '../../lib/scenario/comparison'
import { CiteButton } from '../_parts/cite-button'
import { useTitle } from '../_parts/use-title'
import { assignmentAtom } from '../_state/atoms'
import { keptAtom } from '../_state/kept'
import { modelAtom, screenAtom } from '../_state/url'
import { lastQuery } from '../_state/visit'
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
        {changes > 0 && <CompareLink />}
        <CiteButton title={name} reference={null} />
      </span>
      <span className={styles.date}>{text(model.pack.meta.evidenceDate)}</span>
      {changes === 0 && <p className={styles.first}>{t('firstVisit')}</p>}
    </div>
  )
}

/** Leads to Compare as it was left in this tab, with this assignment among its columns. */
function CompareLink() {
  const t = useTranslations('title')
  const { locale } = useText()
  const model = useAtomValue(modelAtom)
  const { assignment, kept } = useAtomValue(screenAtom)
  const left = useSyncExternalStore(
    () => () => undefined,
    () => lastQuery('compare'),
    () => '',
  )
  const comparison = decodeComparison(model, left).screen
  const there = comparison.columns.some((column) => sameRecord(column.assignment, assignment))
  const query = encodeComparison(model, there ? comparison : addColumn(comparison, { assignment, kept }))
  return (
    <a className="link" href={`/${locale}/compare${query && `?${query}`}`}>
      {t('compare')}
    </a>
  )
}

/** The name of the kept scenario that the screen is, or what its assignment is called. */
function useScreenName(): string {
  const t = useTranslations('compare')
  const { assignment, kept } = useAtomValue(screenAtom)
  const found = useAtomValue(keptAtom).scenarios.find(({ id }) => id === kept)
  const title = useTitle()(assignment)
  if (!found) return title
  return sameRecord(found.assignment, assignment) ? found.name : t('edited', { name: found.name })
}
