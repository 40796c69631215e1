'use client'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { writable } from '../../lib/deck/edit'
import { locales } from '../../lib/format'
import type { Locale, Text } from '../../lib/pack/schema'
import styles from './slide-editor.module.css'

/** Pause after the last key before what is typed is taken, in milliseconds. */
const pause = 500

export interface BothFieldProps {
  label: string
  value: Text
  most: number
  rows?: number
  /** Whether both languages may be left empty. */
  mayBeEmpty?: boolean
  onChange: (value: Text) => void
  /** What stands under the field of a language; `put` writes at the caret. */
  under?: (locale: Locale, typed: string, put: (text: string) => void) => ReactNode
}

/** One text in both languages, that of the page first. It is taken after a pause, or when the field is left. */
export function BothField(props: BothFieldProps) {
  const { label, value, most, rows = 1, mayBeEmpty = false, onChange, under } = props
  const t = useTranslations('deck')
  const [draft, setDraft] = useState<Text | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const text = draft ?? value
  useEffect(() => () => clearTimeout(timer.current), [])
  const commit = (typed: Text | null) => {
    clearTimeout(timer.current)
    if (!typed) return
    const written = writable(typed, mayBeEmpty)
    if (!written) return
    setDraft(null)
    if (written.en !== value.en || written.es !== value.es) onChange(written)
  }
  const type = (typed: Text) => {
    setDraft(typed)
    clearTimeout(timer.current)
    // A language still empty is being written: the text of the other is put there only when the field is left.
    if (typed.en.trim() !== '' && typed.es.trim() !== '') timer.current = setTimeout(() => commit(typed), pause)
  }
  return (
    <div
      className={styles.both}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && commit(draft)}
    >
      {locales.map((locale) => (
        <OneField
          key={locale}
          label={t(locale === 'en' ? 'inEnglish' : 'inSpanish', { label })}
          language={locale}
          value={text[locale]}
          most={most}
          rows={rows}
          onType={(typed) => type({ ...text, [locale]: typed })}
          under={under && ((put) => under(locale, text[locale], put))}
        />
      ))}
      {draft !== null && !mayBeEmpty && writable(draft) === null && (
        <p role="status" className={styles.warning}>
          {t('empty')}
        </p>
      )}
    </div>
  )
}

function OneField(props: {
  label: string
  language: Locale
  value: string
  most: number
  rows: number
  onType: (typed: string) => void
  under: ((put: (text: string) => void) => ReactNode) | undefined
}) {
  const { label, language, value, most, rows, onType, under } = props
  const id = useId()
  const put = (text: string) => {
    const field = document.getElementById(id)
    if (!(field instanceof HTMLTextAreaElement)) return
    onType(`${value.slice(0, field.selectionStart)}${text}${value.slice(field.selectionEnd)}`.slice(0, most))
  }
  return (
    <div className={styles.one}>
      <label>
        <span className={styles.language}>{label}</span>
        <textarea
          id={id}
          lang={language}
          value={value}
          rows={rows}
          maxLength={most}
          onChange={(event) => onType(event.target.value)}
        />
      </label>
      {under?.(put)}
    </div>
  )
}
