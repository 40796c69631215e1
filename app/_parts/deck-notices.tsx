'use client'
import { useAtomValue, useSetAtom } from 'jotai'
import { useTranslations } from 'use-intl'
import type { Deck } from '../../lib/deck/schema'
import { formatIssue, type Result } from '../../lib/fail'
import { copiedDeckAtom } from '../_state/deck-edit'
import { deckConditionAtom, deletedDeckAtom, removeDeckFaultAtom, undoDeleteDeckAtom } from '../_state/decks'
import { presentingAtom } from '../_state/url'
import { deckAtom, missingDeckAtom } from '../_state/workshop'
import { useText } from '../_state/workspace'
import { Sheet } from '../_ui/sheet'
import styles from './deck-notices.module.css'

/** What must be known of decks: one that is not here, one that was copied or deleted, and what the browser does not store. */
export function DeckNotices({ raw }: { raw: (text: string, name: string) => void }) {
  const t = useTranslations('deck')
  const { text } = useText()
  const missing = useAtomValue(missingDeckAtom)
  const copied = useAtomValue(copiedDeckAtom)
  const { deck: id } = useAtomValue(presentingAtom)
  const deck = useAtomValue(deckAtom)
  const deleted = useAtomValue(deletedDeckAtom)
  const undo = useSetAtom(undoDeleteDeckAtom)
  const { status, failure } = useAtomValue(deckConditionAtom)
  const condition =
    failure === 'full'
      ? t('storageFull')
      : status === 'memory'
        ? t('storageNone')
        : failure !== null
          ? t('notStored')
          : null
  return (
    <>
      <div role="status" className={styles.told}>
        {missing !== null && <p>{t('missing')}</p>}
        {copied !== null && copied === id && <p>{t('copied', { title: text(deck.title) })}</p>}
        {deleted && (
          <p>
            {t('deckDeleted', { title: text(deleted.deck.title) })}{' '}
            <button type="button" className="link" onClick={() => void undo()}>
              {t('undo')}
            </button>
          </p>
        )}
      </div>
      {condition && (
        <p role="alert" className={styles.condition}>
          {condition}
        </p>
      )}
      <Faults raw={raw} />
    </>
  )
}

/** Stored records that are no decks: kept with their text until told otherwise. */
function Faults({ raw }: { raw: (text: string, name: string) => void }) {
  const t = useTranslations('deck')
  const { faults } = useAtomValue(deckConditionAtom)
  const remove = useSetAtom(removeDeckFaultAtom)
  if (faults.length === 0) return null
  return (
    <div className={styles.condition}>
      <p>{t('faults', { n: faults.length })}</p>
      <ul>
        {faults.map((fault) => (
          <li key={fault.key}>
            <code>{fault.key}</code>{' '}
            <button type="button" className="button" onClick={() => raw(fault.raw, `encrucijada-${fault.key}.txt`)}>
              {t('downloadFault')}
            </button>{' '}
            <button type="button" className="button" onClick={() => void remove(fault.key)}>
              {t('remove')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What came of opening a file: the deck it held, or every fault of it in a sheet; nothing is half taken. */
export function DeckFiles(props: { name: string; opened: Result<Deck> | null; onDone: () => void }) {
  const { name, opened, onDone } = props
  const t = useTranslations('deck')
  const { text } = useText()
  const issues = opened && !opened.ok ? opened.issues : []
  return (
    <>
      <p role="status" className={styles.told}>
        {opened?.ok && t('opened', { title: text(opened.value.title) })}
      </p>
      <Sheet open={issues.length > 0} onOpenChange={(open) => !open && onDone()} title={t('refusedTitle')}>
        <div className={styles.box}>
          <h2>{t('refusedTitle')}</h2>
          <p>{t('refused', { name, n: issues.length })}</p>
          <ul>
            {issues.map((issue) => (
              <li key={formatIssue(issue)}>{formatIssue(issue)}</li>
            ))}
          </ul>
          <button type="button" className="button solid" onClick={onDone}>
            {t('close')}
          </button>
        </div>
      </Sheet>
    </>
  )
}
