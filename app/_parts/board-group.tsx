'use client'
import { useSetAtom } from 'jotai'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { deleteGroupsAtom, editedGroupAtom, type Group, moveGroupAtom } from '../_state/groups'
import { renameAtom } from '../_state/kept'
import { useText } from '../_state/workspace'
import { Menu } from '../_ui/menu'
import styles from './board-table.module.css'

interface BoardGroupProps {
  group: Group
  first: boolean
  last: boolean
  /** Whether it is one of those to be compared, and whether there is room for no more of them. */
  chosen: boolean
  full: boolean
  onToggle: () => void
}

/** Head of a group's column: its name and time, whether to compare it, and what can be done with it. */
export function BoardGroup({ group, first, last, chosen, full, onToggle }: BoardGroupProps) {
  const t = useTranslations('groups')
  const { locale } = useText()
  const move = useSetAtom(moveGroupAtom)
  const remove = useSetAtom(deleteGroupsAtom)
  const edit = useSetAtom(editedGroupAtom)
  const [renaming, setRenaming] = useState(false)
  const { id, called, savedAt, unfit } = group
  const when = new Date(savedAt)
  const time = Number.isNaN(when.getTime())
    ? ''
    : new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(when)
  const actions = [
    { label: t('rename'), act: () => setRenaming(true) },
    { label: t('edit'), act: () => edit(id) },
    ...(first ? [] : [{ label: t('left'), act: () => void move(id, -1) }]),
    ...(last ? [] : [{ label: t('right'), act: () => void move(id, 1) }]),
    { label: t('delete'), act: () => void remove([id]) },
  ]
  return (
    <th scope="col" className={styles.group}>
      {renaming ? (
        <RenameForm group={group} onDone={() => setRenaming(false)} />
      ) : (
        <span className={styles.called}>
          <b>{called}</b>
          <Menu label={t('actions', { name: called })} trigger={<span aria-hidden>⋯</span>} actions={actions} />
        </span>
      )}
      <small>{time}</small>
      {unfit > 0 && <small>{t('unfit', { n: unfit })}</small>}
      <label className={styles.pick}>
        <input type="checkbox" checked={chosen} disabled={full && !chosen} onChange={onToggle} />
        <span>
          {t('pick')} <span className="hidden">{called}</span>
        </span>
      </label>
    </th>
  )
}

function RenameForm({ group, onDone }: { group: Group; onDone: () => void }) {
  const t = useTranslations('groups')
  const rename = useSetAtom(renameAtom)
  const [name, setName] = useState(group.name)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    void rename(group.id, { name: name.trim(), note: group.note })
    onDone()
  }
  return (
    <form
      className={styles.rename}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone()
      }}
    >
      <input
        value={name}
        maxLength={80}
        autoFocus
        aria-label={t('nameOf', { name: group.name })}
        onChange={(event) => setName(event.target.value)}
      />
      <button type="submit" className="button">
        {t('save')}
      </button>
    </form>
  )
}
