'use client'
import { useSetAtom } from 'jotai'
import { type FocusEvent, type KeyboardEvent, useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Change } from '../../lib/pack/challenge'
import type { ChangeField } from '../../lib/pack/refusal'
import { nudge, readNumber, readPercent, writeNumber, writePercent } from '../../lib/typed'
import { makeChangeAtom } from '../_state/mine'
import styles from './change-form.module.css'
import { type NumberField, type Refused, useRefusals } from './use-refusals'

export interface ChangeFormProps {
  title: string
  fields: readonly NumberField[]
  /** What may be typed, explained. */
  limits: string
  /** The change that the fields make together; NaN for a number that is not there. */
  makes: (value: (id: ChangeField) => number | null) => Change
  onClose: () => void
}

type Typed = Readonly<Partial<Record<ChangeField, string>>>

/**
 * Changes numbers of the model in place. What is typed counts when its field is left, or at Enter; while it is refused it
 * stays as it was typed, with the reason beneath, and nothing is changed.
 */
export function ChangeForm({ title, fields, limits, makes, onClose }: ChangeFormProps) {
  const t = useTranslations('rules')
  const id = useId()
  const make = useSetAtom(makeChangeAtom)
  const refusals = useRefusals(fields)
  const first = useFirstFocus()
  const [typed, setTyped] = useState<Typed>({})
  const [refused, setRefused] = useState<readonly Refused[]>([])
  /** Make the change that is typed; returns whether nothing typed is left over. */
  const apply = (now: Typed): boolean => {
    const readings = fields.map((field) => ({ field, reading: readField(field, now[field.id]) }))
    const faults = refusals.unread(readings, now)
    const made = makes((id) => readings.find(({ field }) => field.id === id)?.reading ?? null)
    const left = faults.length > 0 ? faults : refusals.refused(make(made), made, now)
    setRefused(left)
    setTyped(left.length > 0 ? now : {})
    return left.length === 0
  }
  const discard = () => {
    setTyped({})
    setRefused([])
    onClose()
  }
  const steer = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    discard()
  }
  return (
    <div role="group" aria-label={title} className={styles.form} onKeyDown={steer}>
      <p className={styles.title}>{title}</p>
      <div className={styles.fields}>
        {fields.map((field, i) => (
          <Field
            key={field.id}
            field={field}
            first={i === 0 ? first : undefined}
            text={typed[field.id] ?? writeField(field)}
            invalid={refused.some(({ fields }) => fields.includes(field.id))}
            told={refused.length > 0 ? `${id}-refused ${id}-limits` : `${id}-limits`}
            onType={(text) => setTyped({ ...typed, [field.id]: text })}
            onLeave={() => (typed[field.id] === undefined ? undefined : apply(typed))}
            onEnter={() => apply(typed)}
            onStep={(text) => apply({ ...typed, [field.id]: text })}
          />
        ))}
      </div>
      <div id={`${id}-refused`} role="alert">
        {refused.length > 0 && (
          <div className={styles.refused}>
            <b>{t('notYet')}</b>
            {refused.map(({ text }) => (
              <p key={text}>{text}</p>
            ))}
          </div>
        )}
      </div>
      <p id={`${id}-limits`} className={styles.limits}>
        {limits} <span>{t('keys')}</span>
      </p>
      <p className={styles.ways}>
        <button type="button" className="button" onClick={() => apply(typed) && onClose()}>
          {t('done')}
        </button>
        {refused.length > 0 && (
          <button type="button" className="link" onClick={discard}>
            {t('discard')}
          </button>
        )}
      </p>
    </div>
  )
}

interface FieldProps {
  field: NumberField
  first: ((element: HTMLInputElement | null) => void) | undefined
  text: string
  invalid: boolean
  /** Ids of the texts that tell what may be typed, and why it was refused. */
  told: string
  onType: (text: string) => void
  onLeave: () => void
  onEnter: () => void
  onStep: (text: string) => void
}

/** A number with its label, typed or stepped: by the buttons beside it, or by the arrow keys. */
function Field({ field, first, text, invalid, told, onType, onLeave, onEnter, onStep }: FieldProps) {
  const t = useTranslations('rules')
  const id = useId()
  const stepped = (by: 1 | -1) => {
    const number = readNumber(text.replace('%', ''))
    if (number === null) return text
    return writeNumber(field.as === 'whole' ? number + by : nudge(number, by))
  }
  const steer = (event: KeyboardEvent) => {
    if (event.key === 'Enter') onEnter()
    else if (event.key === 'ArrowUp') onType(stepped(1))
    else if (event.key === 'ArrowDown') onType(stepped(-1))
    else return
    event.preventDefault()
  }
  // The arrow keys do the same in the field: two more stops on the way through the form would be in the way.
  const step = (by: 1 | -1, sign: string) => (
    <button
      type="button"
      tabIndex={-1}
      aria-label={t(by < 0 ? 'lower' : 'raise', { field: field.label })}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onStep(stepped(by))}
    >
      {sign}
    </button>
  )
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{field.label}</label>
      <span className={styles.number}>
        {step(-1, '−')}
        <input
          id={id}
          ref={first}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          maxLength={24}
          value={text}
          aria-invalid={invalid || undefined}
          aria-describedby={told}
          onChange={(event) => onType(event.target.value)}
          onFocus={(event: FocusEvent<HTMLInputElement>) => event.target.select()}
          onBlur={onLeave}
          onKeyDown={steer}
        />
        {step(1, '+')}
        {field.unit !== '' && <span className={styles.unit}>{field.unit}</span>}
      </span>
    </div>
  )
}

/** Gives the focus to the first field of a form that opens, once. */
function useFirstFocus() {
  const given = useRef(false)
  return (element: HTMLInputElement | null) => {
    if (element && !given.current) element.focus()
    given.current = true
  }
}

/** What stands in a field: the number in it, null for an empty one, NaN where it cannot be read. */
function readField(field: NumberField, typed: string | undefined): number | null {
  if (typed === undefined) return field.value
  if (typed.trim() === '') return null
  return (field.as === 'percent' ? readPercent(typed) : readNumber(typed)) ?? NaN
}

function writeField({ value, as }: NumberField): string {
  if (value === null) return ''
  return as === 'percent' ? writePercent(value) : writeNumber(value)
}
