'use client'
import { useAtomValue, useSetAtom } from 'jotai'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { withoutHidden } from '../../lib/pack/without-hidden'
import type { Assignment } from '../../lib/scenario/assignment'
import { nextName } from '../../lib/workshop/board'
import { editedGroupAtom, type Group, groupsAtom, keepGroupAtom } from '../_state/groups'
import { modelAtom } from '../_state/url'
import { Radios } from '../_ui/radios'
import { GroupEntry } from './group-entry'
import styles from './group-form.module.css'
import { type SourceId, useGroupSources } from './use-group-sources'

/** Keeps what a group chose under its name: from the wall, from Explore, from a saved scenario, or typed in from its sheet. */
export function GroupForm({ edited, onTold }: { edited: Group | null; onTold: (words: string) => void }) {
  const t = useTranslations('groups')
  const groups = useAtomValue(groupsAtom)
  const { baseline } = useAtomValue(modelAtom)
  const keep = useSetAtom(keepGroupAtom)
  const setEdited = useSetAtom(editedGroupAtom)
  const { wall, explore, saved, choices } = useGroupSources()
  const [source, setSource] = useState<SourceId>(edited ? 'hand' : 'wall')
  const [hand, setHand] = useState<Assignment>(edited?.assignment ?? baseline)
  const [savedId, setSavedId] = useState<string | null>(null)
  const [written, setWritten] = useState<string | null>(edited?.name ?? null)
  const field = useRef<HTMLInputElement>(null)
  const others = groups.filter(({ id }) => id !== edited?.id).map(({ name }) => name)
  const name = written ?? nextName(others, (n) => t('defaultName', { n }))
  const from = saved.find(({ id }) => id === savedId) ?? saved[0]
  const chosen = { wall, explore, hand, kept: from?.assignment ?? baseline }[source]
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const given = name.trim()
    if (given === '') {
      onTold(t('nameMissing'))
      return field.current?.focus()
    }
    const { stored } = await keep({ id: edited?.id ?? null, name: given, assignment: chosen })
    onTold(t(stored ? 'kept' : 'keptInTab', { name: given }))
    setWritten(null)
    setHand(baseline)
    setEdited(null)
  }
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} aria-labelledby="group-form-title">
      <h2 id="group-form-title">{edited ? t('editTitle', { name: edited.name }) : t('keepTitle')}</h2>
      <label className={styles.name}>
        {t('name')}
        <input
          ref={field}
          value={name}
          maxLength={80}
          autoFocus={edited !== null}
          aria-invalid={name.trim() === '' || undefined}
          onChange={(event) => setWritten(withoutHidden(event.target.value))}
        />
      </label>
      {others.includes(name.trim()) && <p className={styles.twin}>{t('twin', { name: name.trim() })}</p>}
      {!edited && (
        <Radios
          label={t('source')}
          value={source}
          choices={choices.map(({ id, label, means }) => ({
            id,
            label: `${label}: ${means}`,
            content: (
              <>
                <b>{label}</b> <span>{means}</span>
              </>
            ),
          }))}
          onChoose={(id) => setSource(choices.find((choice) => choice.id === id)?.id ?? 'wall')}
          className={styles.sources}
          itemClassName={styles.source}
        />
      )}
      {source === 'kept' && from && (
        <label className={styles.name}>
          {t('whichKept')}
          <select value={from.id} onChange={(event) => setSavedId(event.target.value)}>
            {saved.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {source === 'hand' && <GroupEntry assignment={hand} onChange={setHand} />}
      <p className={styles.actions}>
        <button type="submit" className="button solid">
          {edited ? t('saveChanges') : t('keep')}
        </button>
        {edited && (
          <button type="button" className="button" onClick={() => setEdited(null)}>
            {t('cancel')}
          </button>
        )}
      </p>
    </form>
  )
}
