'use client'
import { useAtomValue, useSetAtom } from 'jotai'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { withoutHidden } from '../../lib/pack/without-hidden'
import { sameRecord } from '../../lib/scenario/assignment'
import { type Column, editColumn } from '../../lib/scenario/comparison'
import { keepAtom, keptAtom } from '../_state/kept'
import { comparisonAtom } from '../_state/url'
import { Bubble } from '../_ui/bubble'
import styles from './column-name.module.css'
import type { Named } from './compared'

/** Gives a column a name: a named scenario is kept, so that the name is there after a reload. */
export function ColumnName({ side, column }: { side: Named; column: Column }) {
  const t = useTranslations('compare')
  return (
    <Bubble
      label={t('renameOf', { name: side.full })}
      trigger={
        <button type="button" className={styles.opener}>
          {t('rename')}
          <span className="hidden"> {side.full}</span>
        </button>
      }
    >
      <NameForm side={side} column={column} />
    </Bubble>
  )
}

function NameForm({ side, column }: { side: Named; column: Column }) {
  const t = useTranslations('compare')
  const { scenarios } = useAtomValue(keptAtom)
  const comparison = useAtomValue(comparisonAtom)
  const setComparison = useSetAtom(comparisonAtom)
  const keep = useSetAtom(keepAtom)
  const known = scenarios.find(({ id }) => id === column.kept)
  const [name, setName] = useState(known?.name ?? side.name)
  const [missing, setMissing] = useState(false)
  const [saved, setSaved] = useState('')
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setMissing(name.trim() === '')
    if (name.trim() === '' || side.place === null) return
    // A kept scenario that was changed since stays as it was: the change goes under the new name.
    const own = known && sameRecord(known.assignment, column.assignment) ? known : null
    const kept = await keep({
      id: own?.id ?? null,
      name: name.trim(),
      note: own?.note ?? '',
      assignment: column.assignment,
    })
    setComparison({ columns: editColumn(comparison, side.place, { kept: kept.id }).columns })
    setSaved(t(kept.stored ? 'nameSaved' : 'nameInTab', { name: name.trim() }))
  }
  return (
    <form className={styles.form} onSubmit={(event) => void save(event)}>
      <label>
        {t('nameLabel')}
        <input
          value={name}
          maxLength={80}
          aria-invalid={missing || undefined}
          onChange={(event) => setName(withoutHidden(event.target.value))}
          onFocus={(event) => event.target.select()}
        />
      </label>
      <button type="submit" className="button solid">
        {t('nameSave')}
      </button>
      <p role="status">{missing ? t('nameMissing') : saved || t('nameMeans')}</p>
    </form>
  )
}
