'use client'
import { useAtomValue, useSetAtom } from 'jotai'
import { type DragEvent, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { formatIssue, type Issue, type Result } from '../../lib/fail'
import { renameColumns } from '../../lib/scenario/comparison'
import type { FiledChange } from '../../lib/scenario/file'
import { fit, type Kept } from '../../lib/scenario/kept'
import { deletedAtom, importKeptAtom, keptAtom, removeAtom, undoDeleteAtom } from '../_state/kept'
import { takeVersionAtom } from '../_state/mine'
import { modelAtom, pathOf } from '../_state/url'
import { useText } from '../_state/workspace'
import { KeptEntry, type KeptEntryProps } from './kept-entry'
import { SaveForm, type SaveFormProps } from './kept-save-form'
import styles from './kept-shelf.module.css'

export interface KeptShelfProps extends SaveFormProps, Pick<KeptEntryProps, 'uses'> {
  file: {
    write: KeptEntryProps['write']
    read: (file: File) => Promise<
      Result<{
        scenarios: readonly Omit<Kept, 'id'>[]
        comparison: string | null
        changes: readonly FiledChange[]
      }>
    >
    /** Write something kept or broken as it is. */
    raw: (text: string, name: string) => void
  }
}

/** The scenarios kept in this browser: save what is on screen, and use, order, hand on or take in what was saved. */
export function KeptShelf(props: KeptShelfProps & { onClose: () => void }) {
  const t = useTranslations('kept')
  return (
    <div className={styles.panel}>
      <div className={styles.head}>
        <h2>{t('title')}</h2>
        <button type="button" className="button" onClick={props.onClose}>
          {t('close')}
        </button>
      </div>
      <Condition />
      <SaveForm savables={props.savables} onSaved={props.onSaved} />
      <Shelf {...props} onUsed={props.onClose} />
    </div>
  )
}

/** Where the browser stores nothing, or has no room left: what that means and what to do. */
function Condition() {
  const t = useTranslations('kept')
  const { status, failure } = useAtomValue(keptAtom)
  const words =
    failure === 'full' ? t('full') : status === 'memory' ? t('memory') : failure !== null ? t('notStored') : null
  return (
    words && (
      <p role="alert" className={styles.condition}>
        {words}
      </p>
    )
  )
}

function Shelf(props: KeptShelfProps & { onUsed: () => void }) {
  const t = useTranslations('kept')
  const { status, scenarios, faults } = useAtomValue(keptAtom)
  const add = useSetAtom(importKeptAtom)
  const remove = useSetAtom(removeAtom)
  const model = useAtomValue(modelAtom)
  const [told, setTold] = useState<Told | null>(null)
  const takeVersion = useSetAtom(takeVersionAtom)
  const { locale } = useText()
  const [over, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const take = async (files: readonly File[]) => {
    const [first, ...rest] = files
    if (!first) return
    const read = await props.file.read(first)
    const left = rest.length > 0 ? ` ${t('leftOut', { names: rest.map(({ name }) => name).join(', ') })}` : ''
    if (!read.ok)
      return setTold({
        text: t('refused', { name: first.name }) + left,
        issues: read.issues,
        comparison: null,
        changes: [],
      })
    const { scenarios: found, comparison, changes } = read.value
    const ids = await add(found)
    const named = ids.map((id, i) => ({ id, assignment: fit(model, found[i]!).assignment }))
    const query = comparison === null ? null : renameColumns(model, comparison, named)
    setTold({ text: t('added', { n: found.length }) + left, issues: [], comparison: query, changes })
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void take([...event.dataTransfer.files])
  }
  return (
    <section
      className={styles.shelf}
      data-over={over || undefined}
      aria-label={t('listTitle')}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h3>{t('listTitle')}</h3>
      <Deleted />
      {scenarios.length === 0 && <p className={styles.empty}>{status === 'loading' ? t('loading') : t('empty')}</p>}
      <ol>
        {scenarios.map((kept, i) => (
          <KeptEntry
            key={kept.id}
            kept={kept}
            first={i === 0}
            last={i === scenarios.length - 1}
            uses={props.uses}
            write={props.file.write}
            onUsed={props.onUsed}
          />
        ))}
      </ol>
      {faults.length > 0 && (
        <div className={styles.faults}>
          <p>{t('faults', { n: faults.length })}</p>
          <ul>
            {faults.map(({ key, raw }) => (
              <li key={key}>
                <code>{key}</code>
                <button type="button" className="button" onClick={() => props.file.raw(raw, `encrucijada-${key}.txt`)}>
                  {t('download')}
                </button>
                <button type="button" className="button" onClick={() => void remove(key)}>
                  {t('removeFault')}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <p className={styles.actions}>
        {scenarios.length > 0 && (
          <button type="button" className="button" onClick={() => void props.file.write(scenarios)}>
            {t('saveAll')}
          </button>
        )}
        <button type="button" className="button" onClick={() => input.current?.click()}>
          {t('openFile')}
        </button>
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          aria-label={t('openFile')}
          tabIndex={-1}
          className="hidden"
          onChange={(event) => {
            const files = [...(event.target.files ?? [])]
            event.target.value = ''
            void take(files)
          }}
        />
      </p>
      {told && (
        <div role="alert" className={styles.told}>
          <p>
            {told.text}{' '}
            {told.comparison !== null && (
              <a className="link" href={`${pathOf(locale, 'compare')}${told.comparison && `?${told.comparison}`}`}>
                {t('openComparison')}
              </a>
            )}
          </p>
          {told.changes.length > 0 && (
            <p>
              {t('holdsVersion', { n: told.changes.length })}{' '}
              <button
                type="button"
                className="button"
                onClick={() => {
                  const left = takeVersion(told.changes)
                  const text = left.length > 0 ? t('versionLeft', { list: left.join(', ') }) : t('versionTaken')
                  setTold({ ...told, text, changes: [] })
                }}
              >
                {t('takeVersion')}
              </button>
            </p>
          )}
          {told.issues.length > 0 && (
            <ul>
              {told.issues.slice(0, 12).map((issue) => (
                <li key={formatIssue(issue)}>{formatIssue(issue)}</li>
              ))}
            </ul>
          )}
        </div>
      )}
    </section>
  )
}

/** What came of opening a file. */
interface Told {
  text: string
  issues: readonly Issue[]
  comparison: string | null
  /** Changes of the model that the file holds and that were not taken over yet. */
  changes: readonly FiledChange[]
}

/** The scenario deleted last, and the way back, until something else is done. */
function Deleted() {
  const t = useTranslations('kept')
  const deleted = useAtomValue(deletedAtom)
  const undo = useSetAtom(undoDeleteAtom)
  return (
    <p role="status" className={styles.deleted}>
      {deleted && (
        <>
          {t('deleted', { name: deleted.name })}{' '}
          <button type="button" className="link" onClick={() => void undo()} autoFocus>
            {t('undo')}
          </button>
        </>
      )}
    </p>
  )
}
