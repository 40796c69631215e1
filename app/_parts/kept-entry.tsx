'use client'
import { useAtomValue, useSetAtom } from 'jotai'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { withoutHidden } from '../../lib/pack/without-hidden'
import { revisionsSince } from '../../lib/pack/revisions'
import { differing } from '../../lib/scenario/assignment'
import { fit, type Kept } from '../../lib/scenario/kept'
import { deleteKeptAtom, duplicateAtom, moveKeptAtom, renameAtom } from '../_state/kept'
import { modelAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import { Menu } from '../_ui/menu'
import styles from './kept-shelf.module.css'

export interface KeptEntryProps {
  kept: Kept
  first: boolean
  last: boolean
  /** What a kept scenario can be used for on this page. */
  uses: readonly { label: string; act: (kept: Kept) => void }[]
  /** Write kept scenarios as a file. */
  write: (scenarios: readonly Kept[]) => Promise<void>
  onUsed: () => void
}

/** One kept scenario: what it is, what changed since it was made, and what can be done with it. */
export function KeptEntry(props: KeptEntryProps) {
  const { kept, first, last, uses, write, onUsed } = props
  const t = useTranslations('kept')
  const { text, locale } = useText()
  const model = useAtomValue(modelAtom)
  const duplicate = useSetAtom(duplicateAtom)
  const remove = useSetAtom(deleteKeptAtom)
  const move = useSetAtom(moveKeptAtom)
  const [editing, setEditing] = useState(false)
  const { assignment, dropped, added, madeWith } = fit(model, kept)
  const revisions = madeWith === null ? [] : revisionsSince(model.pack, madeWith)
  const changes = differing(model, model.baseline, assignment).length
  const labelOf = (id: string) => {
    const found = model.pack.assumptions.find((assumption) => assumption.id === id)
    return found ? text(found.label) : id
  }
  const when = new Date(kept.savedAt)
  const date = Number.isNaN(when.getTime())
    ? ''
    : new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(when)
  const actions = [
    { label: t('rename'), act: () => setEditing(true) },
    { label: t('duplicate'), act: () => void duplicate(kept.id, t('copyOf', { name: kept.name }).slice(0, 80)) },
    ...(first ? [] : [{ label: t('up'), act: () => void move(kept.id, -1) }]),
    ...(last ? [] : [{ label: t('down'), act: () => void move(kept.id, 1) }]),
    { label: t('saveOne'), act: () => void write([kept]) },
    { label: t('delete'), act: () => void remove(kept.id) },
  ]
  return (
    <li className={styles.entry}>
      {editing ? (
        <RenameForm kept={kept} onDone={() => setEditing(false)} />
      ) : (
        <>
          <h4>{kept.name}</h4>
          <Menu label={t('actions', { name: kept.name })} trigger={<span aria-hidden>⋯</span>} actions={actions} />
          {kept.note && <p className={styles.note}>{kept.note}</p>}
        </>
      )}
      <p className={styles.facts}>
        {[t('changes', { n: changes }), date].filter(Boolean).join(' · ')}
        {madeWith !== null && ` · ${t('madeWith', { version: madeWith, now: model.pack.meta.version })}`}
      </p>
      {revisions.length + dropped.length + added.length > 0 && (
        <details className={styles.facts}>
          <summary>{t('differs', { n: dropped.length + added.length })}</summary>
          <ul>
            {revisions.map(({ version, note }) => (
              <li key={version}>{`${version}: ${text(note)}`}</li>
            ))}
            {dropped.map((part) => (
              <li key={part}>{t('dropped', { part })}</li>
            ))}
            {added.map((id) => (
              <li key={id}>{t('addedSince', { name: labelOf(id) })}</li>
            ))}
          </ul>
        </details>
      )}
      <p className={styles.actions}>
        {uses.map(({ label, act }) => (
          <button
            key={label}
            type="button"
            className="button"
            aria-label={`${label}: ${kept.name}`}
            onClick={() => {
              act(kept)
              onUsed()
            }}
          >
            {label}
          </button>
        ))}
      </p>
    </li>
  )
}

function RenameForm({ kept, onDone }: { kept: Kept; onDone: () => void }) {
  const t = useTranslations('kept')
  const rename = useSetAtom(renameAtom)
  const [name, setName] = useState(kept.name)
  const [note, setNote] = useState(kept.note)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    void rename(kept.id, { name: name.trim(), note: note.trim() })
    onDone()
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <label>
        {t('name')}
        <input value={name} maxLength={80} autoFocus onChange={(event) => setName(withoutHidden(event.target.value))} />
      </label>
      <label>
        {t('note')}
        <textarea
          value={note}
          rows={2}
          maxLength={2000}
          onChange={(event) => setNote(withoutHidden(event.target.value))}
        />
      </label>
      {name.trim() === '' && (
        <p role="status" className={styles.outcome}>
          {t('nameMissing')}
        </p>
      )}
      <p className={styles.actions}>
        <button type="submit" className="button solid">
          {t('save')}
        </button>
        <button type="button" className="button" onClick={onDone}>
          {t('cancel')}
        </button>
      </p>
    </form>
  )
}
