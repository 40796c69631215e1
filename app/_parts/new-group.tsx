'use client'
import { useAtomValue, useSetAtom } from 'jotai'
import { useTranslations } from 'use-intl'
import { sameRecord } from '../../lib/scenario/assignment'
import { groupsAtom } from '../_state/groups'
import { groupDidAtom, newGroupAtom, sessionAtom, undoNewGroupAtom } from '../_state/session'
import { slideIndexAtom, standingAtom, toggledAtom } from '../_state/workshop'
import styles from './new-group.module.css'

/** Makes room for the next group: says what that clears and what it keeps, does it, and can take it back. */
export function NewGroup() {
  const t = useTranslations('groups')
  const { guesses, revealed, blank, held, cleared } = useAtomValue(sessionAtom)
  const did = useAtomValue(groupDidAtom)
  const slide = useAtomValue(slideIndexAtom) + 1
  const toggled = Object.keys(useAtomValue(toggledAtom)).length
  const { assignment } = useAtomValue(standingAtom)
  const groups = useAtomValue(groupsAtom)
  const clear = useSetAtom(newGroupAtom)
  const undo = useSetAtom(undoNewGroupAtom)
  const guessed = Object.keys(guesses).length
  const unkept = toggled > 0 && !groups.some((group) => sameRecord(group.assignment, assignment))
  const parts = [
    ...(toggled > 0 ? [t('clearsToggles', { n: toggled, slide })] : []),
    ...(guessed > 0 ? [t('clearsGuesses', { n: guessed })] : []),
    ...(revealed.length > 0 ? [t('clearsRevealed', { n: revealed.length })] : []),
    ...(blank || held ? [t('clearsScreen')] : []),
  ]
  return (
    <section className={styles.box} aria-labelledby="new-group-title">
      <h2 id="new-group-title">{t('newGroup')}</h2>
      <p>{did ? t('clears', { list: parts.join('; ') }) : t('clearsNothing')}</p>
      <p>{t('keeps', { n: groups.length })}</p>
      {unkept && <p className={styles.warn}>{t('unkept')}</p>}
      <p className={styles.actions}>
        <button type="button" className="button" aria-disabled={!did} onClick={() => did && clear()}>
          {t('beginNewGroup')}
        </button>
        <span role="status">
          {cleared && !did && (
            <>
              {t('cleared')}{' '}
              <button type="button" className="link" onClick={() => undo()}>
                {t('undoNewGroup')}
              </button>
            </>
          )}
        </span>
      </p>
    </section>
  )
}
