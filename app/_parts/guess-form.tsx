'use client'
import { useAtomValue, useSetAtom } from 'jotai'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { medianOf } from '../../lib/median'
import { readNumber, readPercent, writeNumber } from '../../lib/typed'
import { guessAtom, revealAtom, takeGuessAtom } from '../_state/session'
import { modelAtom } from '../_state/url'
import { slideAtom } from '../_state/workshop'
import { useText } from '../_state/workspace'
import styles from './guess-form.module.css'

/** What the room guesses of the outcome, typed by the facilitator from a show of hands. */
export function GuessForm({ onDone }: { onDone?: () => void }) {
  const t = useTranslations('guess')
  const { text } = useText()
  const { predict } = useAtomValue(slideAtom)
  const { variables } = useAtomValue(modelAtom)
  const guess = useAtomValue(guessAtom)
  const take = useSetAtom(takeGuessAtom)
  const reveal = useSetAtom(revealAtom)
  const variable = variables.find(({ id }) => id === predict)
  const percent = variable?.scale === 'chance'
  const [hands, setHands] = useState({
    up: guess ? String(guess.up) : '',
    same: guess ? String(guess.same) : '',
    down: guess ? String(guess.down) : '',
  })
  const [sizes, setSizes] = useState(
    guess && guess.median !== null ? writeNumber(percent ? 100 * guess.median : guess.median) : '',
  )
  const [fault, setFault] = useState<string | null>(null)
  if (!variable) return null
  const send = (event: FormEvent) => {
    event.preventDefault()
    const counts = Object.values(hands).map((typed) => (typed.trim() === '' ? 0 : readNumber(typed)))
    const [up, same, down] = counts.map((n) => (n !== null && Number.isInteger(n) && n >= 0 && n < 10_000 ? n : null))
    const read = percent ? readPercent : readNumber
    const values = sizes
      .split(/[;\s]+/)
      .filter(Boolean)
      .map(read)
    if (up == null || same == null || down == null) return setFault(t('handsFault'))
    if (values.some((value) => value === null || (percent && (value < 0 || value > 1)))) return setFault(t('sizeFault'))
    setFault(null)
    const numbers = values.flatMap((value) => value ?? [])
    take({ up, same, down, median: numbers.length > 0 ? medianOf(numbers) : null })
    onDone?.()
  }
  const count = (way: keyof typeof hands) => (
    <label>
      {t(way)}
      <input
        inputMode="numeric"
        value={hands[way]}
        onChange={(event) => setHands({ ...hands, [way]: event.target.value })}
      />
    </label>
  )
  return (
    <form className={styles.form} onSubmit={send}>
      <p className={styles.question}>{t('question', { name: text(variable.title) })}</p>
      <div className={styles.hands}>
        {count('up')}
        {count('same')}
        {count('down')}
      </div>
      <label>
        {percent ? t('sizes') : t('sizesOf', { unit: 'unit' in variable ? text(variable.unit) : '' })}
        <input value={sizes} onChange={(event) => setSizes(event.target.value)} aria-describedby="guess-sizes" />
      </label>
      <p className={styles.hint} id="guess-sizes">
        {t('sizesHint')}
      </p>
      {fault && (
        <p role="alert" className={styles.fault}>
          {fault}
        </p>
      )}
      <p className={styles.ways}>
        <button type="submit" className="button solid">
          {t('take')}
        </button>
        {guess && (
          <button
            type="button"
            className="button"
            onClick={() => {
              take(null)
              setHands({ up: '', same: '', down: '' })
              setSizes('')
            }}
          >
            {t('forget')}
          </button>
        )}
        <button
          type="button"
          className="button"
          onClick={() => {
            reveal()
            onDone?.()
          }}
        >
          {t('reveal')}
        </button>
      </p>
    </form>
  )
}
