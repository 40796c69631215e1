'use client'
import { useAtomValue, useSetAtom } from 'jotai'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { withoutHidden } from '../../lib/pack/without-hidden'
import { type Assignment, sameRecord } from '../../lib/scenario/assignment'
import { keepAtom, keptAtom } from '../_state/kept'
import { Radios } from '../_ui/radios'
import styles from './kept-shelf.module.css'

/** Something on screen that can be kept: the assignment in Explore, or a column of Compare. */
export interface Savable {
  key: string
  /** "A" to "D", or null. */
  letter: string | null
  label: string
  assignment: Assignment
  /** Id of the kept scenario it came from, or null. */
  kept: string | null
}

export interface SaveFormProps {
  savables: readonly Savable[]
  /** Lets the page remember which kept scenario something on it is. */
  onSaved: (key: string, id: string) => void
}

/** Keeps what is on screen under a name, as new or in the place of the kept scenario that it came from. */
export function SaveForm({ savables, onSaved }: SaveFormProps) {
  const t = useTranslations('kept')
  const { scenarios } = useAtomValue(keptAtom)
  const keep = useSetAtom(keepAtom)
  const [key, setKey] = useState(savables[0]?.key ?? '')
  const chosen = savables.find((savable) => savable.key === key) ?? savables[0]
  const [written, setWritten] = useState<{ name?: string; note?: string }>({})
  const [outcome, setOutcome] = useState('')
  const field = useRef<HTMLInputElement>(null)
  if (!chosen) return null
  const known = scenarios.find(({ id }) => id === chosen.kept)
  const changedSince = known && !sameRecord(known.assignment, chosen.assignment)
  const name = written.name ?? known?.name ?? chosen.label
  const note = written.note ?? known?.note ?? ''
  const twin = scenarios.find((kept) => kept.name === name.trim() && kept.id !== known?.id)
  const save = async (id: string | null) => {
    if (name.trim() === '') {
      setOutcome(t('nameMissing'))
      field.current?.focus()
      return
    }
    const kept = await keep({ id, name: name.trim(), note: note.trim(), assignment: chosen.assignment })
    onSaved(chosen.key, kept.id)
    setWritten({})
    setOutcome(t(kept.stored ? 'saved' : 'savedInTab', { name: name.trim() }))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save(null)
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <h3>{t('saveTitle')}</h3>
      {savables.length > 1 && (
        <Radios
          label={t('which')}
          value={chosen.key}
          choices={savables.map((savable) => ({ id: savable.key, label: savable.label, content: savable.letter }))}
          onChoose={(next) => {
            setKey(next)
            setWritten({})
          }}
          className={styles.which}
          itemClassName={styles.letter}
        />
      )}
      <label>
        {t('name')}
        <input
          ref={field}
          value={name}
          maxLength={80}
          aria-invalid={name.trim() === '' || undefined}
          onChange={(event) => setWritten({ ...written, name: withoutHidden(event.target.value) })}
        />
      </label>
      <label>
        {t('note')}
        <textarea
          value={note}
          rows={2}
          maxLength={2000}
          onChange={(event) => setWritten({ ...written, note: withoutHidden(event.target.value) })}
        />
      </label>
      <p className={styles.actions}>
        {known && changedSince && (
          <button type="button" className="button solid" onClick={() => void save(known.id)}>
            {t('update', { name: known.name })}
          </button>
        )}
        <button type="submit" className={known && changedSince ? 'button' : 'button solid'}>
          {known ? t('saveNew') : t('save')}
        </button>
      </p>
      <p role="status" className={styles.outcome}>
        {outcome || (twin && t('twin', { name: twin.name }))}
      </p>
    </form>
  )
}
