'use client'
import { useAtomValue } from 'jotai'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { writable } from '../../lib/deck/edit'
import type { Slide } from '../../lib/deck/schema'
import { slideAtom } from '../_state/workshop'
import { BothField } from './both-field'
import { FactsEditor } from './facts-editor'
import styles from './slide-editor.module.css'
import { useChangeSlide } from './use-change-slide'

const nothing = { en: '', es: '' }
/** Most notes, and most questions prepared for. */
const [mostNotes, mostAsked] = [8, 6] as const

/** What the speaker has of a slide: minutes planned, and notes. */
export function SlideNotesEditor() {
  const t = useTranslations('deck')
  const { minutes, notes } = useAtomValue(slideAtom)
  const change = useChangeSlide()
  return (
    <section className={styles.section}>
      <h3>{t('speech')}</h3>
      <Minutes key={`minutes ${minutes}`} minutes={minutes} onChange={(minutes) => change({ minutes })} />
      <h4>{t('notes')}</h4>
      <ol className={styles.items}>
        {[...notes, ...(notes.length < mostNotes ? [nothing] : [])].map((note, i) => (
          <li key={i}>
            <BothField
              label={t('noteOf', { n: i + 1 })}
              value={note}
              most={400}
              rows={2}
              mayBeEmpty
              onChange={(text) => {
                const next = [...notes.slice(0, i), text, ...notes.slice(i + 1)]
                change({ notes: next.filter(({ en, es }) => en !== '' || es !== '') })
              }}
            />
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Questions that the room may ask, with answers prepared. */
export function SlideAskedEditor() {
  const t = useTranslations('deck')
  const { asked } = useAtomValue(slideAtom)
  const change = useChangeSlide()
  const put = (i: number, card: Slide['asked'][number]) => change({ asked: asked.with(i, card) })
  return (
    <section className={styles.section}>
      <h3>{t('asked')}</h3>
      <ol className={styles.items}>
        {asked.map((card, i) => (
          <li key={i}>
            <BothField
              label={t('question', { n: i + 1 })}
              value={card.question}
              most={200}
              rows={2}
              onChange={(question) => put(i, { ...card, question })}
            />
            <BothField
              label={t('answer', { n: i + 1 })}
              value={card.answer}
              most={500}
              rows={3}
              onChange={(answer) => put(i, { ...card, answer })}
            />
            <FactsEditor
              label={t('searchFactsOf', { n: i + 1 })}
              chosen={card.evidence}
              most={8}
              onChange={(evidence) => put(i, { ...card, evidence })}
            />
            <button type="button" className="button" onClick={() => change({ asked: asked.toSpliced(i, 1) })}>
              {t('removeAsked', { n: i + 1 })}
            </button>
          </li>
        ))}
      </ol>
      {asked.length < mostAsked && (
        <NewCard
          key={`card ${asked.length}`}
          n={asked.length + 1}
          onAdd={(card) => change({ asked: [...asked, card] })}
        />
      )}
    </section>
  )
}

/** Minutes planned; a number that is none is not taken. */
function Minutes({ minutes, onChange }: { minutes: number; onChange: (minutes: number) => void }) {
  const t = useTranslations('deck')
  const [typed, setTyped] = useState(`${minutes}`)
  const value = Number(typed)
  const sound = typed.trim() !== '' && value >= 0 && value <= 120
  return (
    <label className={styles.field}>
      {t('minutes')}
      <input
        type="number"
        min={0}
        max={120}
        step={0.5}
        value={typed}
        aria-invalid={!sound || undefined}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => sound && value !== minutes && onChange(value)}
      />
    </label>
  )
}

/** A question and its answer to be added; both must say something. */
function NewCard({ n, onAdd }: { n: number; onAdd: (card: Slide['asked'][number]) => void }) {
  const t = useTranslations('deck')
  const [question, setQuestion] = useState(nothing)
  const [answer, setAnswer] = useState(nothing)
  const [open, setOpen] = useState(false)
  const written = [writable(question), writable(answer)]
  if (!open)
    return (
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {t('newAsked')}
      </button>
    )
  return (
    <div className={styles.items}>
      <BothField label={t('question', { n })} value={question} most={200} rows={2} mayBeEmpty onChange={setQuestion} />
      <BothField label={t('answer', { n })} value={answer} most={500} rows={3} mayBeEmpty onChange={setAnswer} />
      <button
        type="button"
        className="button"
        aria-disabled={written.includes(null)}
        onClick={() => {
          const [asks, answers] = written
          if (asks && answers) onAdd({ question: asks, answer: answers, evidence: [] })
        }}
      >
        {t('addAsked')}
      </button>
    </div>
  )
}
