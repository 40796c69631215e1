'use client'
import { useAtomValue } from 'jotai'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { mostApart } from '../../lib/workshop/board'
import { GroupForm } from '../_parts/group-form'
import { NewGroup } from '../_parts/new-group'
import { boardAtom, editedGroupAtom, groupsAtom } from '../_state/groups'
import { keptAtom } from '../_state/kept'
import { modelAtom, pathOf, queryAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import styles from './groups-panel.module.css'

/** Most assumptions named in the sentence on top. */
const mostNamed = 3

/** What the board comes to in one sentence, and the ways to put a group on it and to make room for the next. */
export function GroupsPanel() {
  const t = useTranslations('groups')
  const { locale } = useText()
  const query = useAtomValue(queryAtom)
  const groups = useAtomValue(groupsAtom)
  const edited = useAtomValue(editedGroupAtom)
  const [told, setTold] = useState('')
  const finding = useFinding()
  return (
    <section>
      <div className={styles.head}>
        <h1>{t('title')}</h1>
        <a href={`${pathOf(locale, 'present')}${query && `?${query}`}`} className="link">
          {t('toDeck')}
        </a>
        <p className={styles.finding}>{finding}</p>
      </div>
      <Condition />
      <div className={styles.ways}>
        <div className={styles.way}>
          <GroupForm key={edited ?? 'new'} edited={groups.find(({ id }) => id === edited) ?? null} onTold={setTold} />
          <p role="status" className={styles.told}>
            {told}
          </p>
        </div>
        <NewGroup />
      </div>
    </section>
  )
}

/** Where the groups disagree most, in one sentence. */
function useFinding(): string {
  const t = useTranslations('groups')
  const { text } = useText()
  const { status } = useAtomValue(keptAtom)
  const { assumptions } = useAtomValue(modelAtom).pack
  const groups = useAtomValue(groupsAtom)
  const first = mostApart(useAtomValue(boardAtom))
  const [one] = groups
  if (!one) return status === 'loading' ? t('loading') : t('noGroups')
  if (groups.length === 1) return t('oneGroup', { name: one.name })
  const [top] = first
  if (!top) return t('allAgree', { n: groups.length })
  const names = first.map(({ assumption }) => {
    const found = assumptions.find(({ id }) => id === assumption)
    return t('quoted', { name: found ? text(found.label) : assumption })
  })
  const more = names.length - mostNamed
  const list = names.slice(0, mostNamed).join(', ')
  return t('mostApart', {
    list: more > 0 ? t('andMore', { list, n: more }) : list,
    ties: names.length,
    apart: top.apart,
    total: groups.length,
  })
}

/** Where the browser stores nothing, or has no room left: what that means and what to do. */
function Condition() {
  const t = useTranslations('groups')
  const { status, failure } = useAtomValue(keptAtom)
  if (status !== 'memory' && failure === null) return null
  return (
    <p role="alert" className={styles.condition}>
      {failure === 'full' ? t('full') : t('notStored')}
    </p>
  )
}
