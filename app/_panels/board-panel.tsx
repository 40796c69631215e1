'use client'
import { useAtomValue, useSetAtom } from 'jotai'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { letters } from '../../lib/scenario/comparison'
import { compareGroups } from '../../lib/workshop/board'
import { saveScenarioFile } from '../_files/scenario-file'
import { BoardTable } from '../_parts/board-table'
import { hashAtom, yearAtom } from '../_state/atoms'
import { boardAtom, deletedGroupsAtom, deleteGroupsAtom, groupsAtom, undoDeleteGroupsAtom } from '../_state/groups'
import { filedChangesAtom } from '../_state/mine'
import { leadingAtom, modelAtom, packModelAtom, pathOf } from '../_state/url'
import { useText } from '../_state/workspace'
import { Radios } from '../_ui/radios'
import styles from './board-panel.module.css'

/** Who chose what: the groups side by side, the assumptions they disagree on most first. */
export function BoardPanel() {
  const t = useTranslations('groups')
  const groups = useAtomValue(groupsAtom)
  const rows = useAtomValue(boardAtom)
  const [all, setAll] = useState(false)
  const [picked, setPicked] = useState<readonly string[] | null>(null)
  const ids = groups.map(({ id }) => id)
  const chosen = picked ? picked.filter((id) => ids.includes(id)) : ids.slice(0, letters.length)
  const moved = rows.filter((row) => row.moved)
  const shown = all ? rows : moved
  if (groups.length === 0) return <Deleted />
  return (
    <section className={styles.panel} aria-labelledby="board-title">
      <div className={styles.head}>
        <h2 id="board-title">{t('boardTitle')}</h2>
        <Radios
          label={t('rowsShown')}
          value={all ? 'all' : 'moved'}
          choices={[
            { id: 'moved', label: t('movedRows', { n: moved.length }) },
            { id: 'all', label: t('allRows', { n: rows.length }) },
          ]}
          onChoose={(id) => setAll(id === 'all')}
          className={styles.tabs}
          itemClassName={styles.tab}
        />
        <CompareLink chosen={chosen} />
        <SaveFile />
        <p className={styles.means}>
          {t('bold')} {groups.length > 1 && t('measure')}
        </p>
      </div>
      <Deleted />
      {shown.length === 0 && <p>{t('noneMoved')}</p>}
      <BoardTable rows={shown} chosen={chosen} onChoose={setPicked} />
      <DeleteAll />
    </section>
  )
}

/** Opens the chosen groups as columns of Compare. */
function CompareLink({ chosen }: { chosen: readonly string[] }) {
  const t = useTranslations('groups')
  const { locale } = useText()
  const space = useAtomValue(packModelAtom)
  const year = useAtomValue(yearAtom)
  const leading = useAtomValue(leadingAtom)
  const groups = useAtomValue(groupsAtom).filter(({ id }) => chosen.includes(id))
  if (groups.length === 0) return <span className={styles.none}>{t('compareNone')}</span>
  const columns = groups.map(({ id, assignment }) => ({ assignment, kept: id }))
  return (
    <a
      className={`button ${styles.way}`}
      href={`${pathOf(locale, 'compare')}?${leading('compare', compareGroups(space, columns, year))}`}
    >
      {t('compare', { n: groups.length })}
    </a>
  )
}

function SaveFile() {
  const t = useTranslations('groups')
  const { meta } = useAtomValue(modelAtom).pack
  const pack = { id: meta.id, version: meta.version, hash: useAtomValue(hashAtom) }
  const changes = useAtomValue(filedChangesAtom)
  const groups = useAtomValue(groupsAtom)
  return (
    <button
      type="button"
      className={`button ${styles.way}`}
      onClick={() => void saveScenarioFile(groups, pack, null, changes)}
    >
      {t('saveFile')}
    </button>
  )
}

/** The groups deleted last, and the way back. */
function Deleted() {
  const t = useTranslations('groups')
  const deleted = useAtomValue(deletedGroupsAtom)
  const undo = useSetAtom(undoDeleteGroupsAtom)
  const [one] = deleted
  return (
    <p role="status" className={styles.deleted}>
      {one && (
        <>
          {deleted.length === 1 ? t('deletedOne', { name: one.name }) : t('deletedMany', { n: deleted.length })}{' '}
          <button type="button" className="link" onClick={() => void undo()} autoFocus>
            {t('undo')}
          </button>
        </>
      )}
    </p>
  )
}

/** Deletes all groups of the board, and says before what goes and what stays. */
function DeleteAll() {
  const t = useTranslations('groups')
  const groups = useAtomValue(groupsAtom)
  const remove = useSetAtom(deleteGroupsAtom)
  const [asking, setAsking] = useState(false)
  const n = groups.length
  if (!asking)
    return (
      <p className={styles.all}>
        <button type="button" className="link" onClick={() => setAsking(true)}>
          {t('deleteAll')}
        </button>
      </p>
    )
  return (
    <div className={styles.asking} role="group" aria-label={t('deleteAll')}>
      <p>{t('deleteAllMeans', { n, list: groups.map(({ called }) => called).join(', ') })}</p>
      <p className={styles.actions}>
        <button
          type="button"
          className="button solid"
          autoFocus
          onClick={() => void remove(groups.map(({ id }) => id)).then(() => setAsking(false))}
        >
          {t('deleteAllNow', { n })}
        </button>
        <button type="button" className="button" onClick={() => setAsking(false)}>
          {t('cancel')}
        </button>
      </p>
    </div>
  )
}
