'use client'
import { useAtomValue, useSetAtom } from 'jotai'
import { type DragEvent, type FormEvent, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { formatIssue, type Issue, type Result } from '../../lib/fail'
import { revisionsSince } from '../../lib/pack/revisions'
import { type Assignment, differing, sameRecord } from '../../lib/scenario/assignment'
import { renameColumns } from '../../lib/scenario/comparison'
import { fit, type Kept } from '../../lib/scenario/kept'
import { Keep } from '../_charts/mark'
import {
  deletedAtom,
  deleteKeptAtom,
  duplicateAtom,
  importKeptAtom,
  keepAtom,
  keptAtom,
  moveKeptAtom,
  removeAtom,
  renameAtom,
  undoDeleteAtom,
} from '../_state/kept'
import { modelAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import { Menu } from '../_ui/menu'
import { Radios } from '../_ui/radios'
import { Sheet } from '../_ui/sheet'
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

export interface KeptShelfProps {
  savables: readonly Savable[]
  /** Lets the page remember which kept scenario something on it is. */
  onSaved: (key: string, id: string) => void
  /** What a kept scenario can be used for on this page. */
  uses: readonly { label: string; act: (kept: Kept) => void }[]
  file: {
    write: (scenarios: readonly Kept[]) => Promise<void>
    read: (file: File) => Promise<Result<{ scenarios: readonly Omit<Kept, 'id'>[]; comparison: string | null }>>
    /** Write something kept or broken as it is. */
    raw: (text: string, name: string) => void
  }
}

/** The scenarios kept in this browser: save what is on screen, and use, order, hand on or take in what was saved. */
export function KeptShelf(props: KeptShelfProps) {
  const t = useTranslations('kept')
  const [open, setOpen] = useState(false)
  return (
    <Sheet
      open={open}
      onOpenChange={setOpen}
      title={t('title')}
      trigger={
        <button type="button" className="button solid">
          <Keep />
          <span>{t('open')}</span>
        </button>
      }
    >
      <div className={styles.panel}>
        <div className={styles.head}>
          <h2>{t('title')}</h2>
          <button type="button" className="button" onClick={() => setOpen(false)}>
            {t('close')}
          </button>
        </div>
        <Condition />
        <SaveForm {...props} />
        <Shelf {...props} onUsed={() => setOpen(false)} />
      </div>
    </Sheet>
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

function SaveForm({ savables, onSaved }: KeptShelfProps) {
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
          onChange={(event) => setWritten({ ...written, name: event.target.value })}
        />
      </label>
      <label>
        {t('note')}
        <textarea
          value={note}
          rows={2}
          maxLength={2000}
          onChange={(event) => setWritten({ ...written, note: event.target.value })}
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

function Shelf(props: KeptShelfProps & { onUsed: () => void }) {
  const t = useTranslations('kept')
  const { status, scenarios, faults } = useAtomValue(keptAtom)
  const add = useSetAtom(importKeptAtom)
  const remove = useSetAtom(removeAtom)
  const model = useAtomValue(modelAtom)
  const [told, setTold] = useState<{ text: string; issues: readonly Issue[]; comparison: string | null } | null>(null)
  const { locale } = useText()
  const [over, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const take = async (files: readonly File[]) => {
    const [first, ...rest] = files
    if (!first) return
    const read = await props.file.read(first)
    const left = rest.length > 0 ? ` ${t('leftOut', { names: rest.map(({ name }) => name).join(', ') })}` : ''
    if (!read.ok)
      return setTold({ text: t('refused', { name: first.name }) + left, issues: read.issues, comparison: null })
    const { scenarios: found, comparison } = read.value
    const ids = await add(found)
    const named = ids.map((id, i) => ({ id, assignment: fit(model, found[i]!).assignment }))
    const query = comparison === null ? null : renameColumns(model, comparison, named)
    setTold({ text: t('added', { n: found.length }) + left, issues: [], comparison: query })
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
          <Entry key={kept.id} kept={kept} first={i === 0} last={i === scenarios.length - 1} {...props} />
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
              <a className="link" href={`/${locale}/compare${told.comparison && `?${told.comparison}`}`}>
                {t('openComparison')}
              </a>
            )}
          </p>
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

function Entry(props: KeptShelfProps & { kept: Kept; first: boolean; last: boolean; onUsed: () => void }) {
  const { kept, first, last, uses, file, onUsed } = props
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
    { label: t('saveOne'), act: () => void file.write([kept]) },
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
        <input value={name} maxLength={80} autoFocus onChange={(event) => setName(event.target.value)} />
      </label>
      <label>
        {t('note')}
        <textarea value={note} rows={2} maxLength={2000} onChange={(event) => setNote(event.target.value)} />
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
