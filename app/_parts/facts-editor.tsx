'use client'
import { useAtomValue } from 'jotai'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { matchingFacts } from '../../lib/explain/facts'
import { packModelAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import { FactsChip } from './evidence-chip'
import styles from './slide-editor.module.css'

/** Most facts that a search shows. */
const mostFound = 8

/** Facts that something rests on: those chosen, and a search for more by words, section, note or id. */
export function FactsEditor(props: {
  label: string
  chosen: readonly string[]
  most: number
  onChange: (ids: string[]) => void
}) {
  const { label, chosen, most, onChange } = props
  const t = useTranslations('deck')
  const { text, locale } = useText()
  const { pack } = useAtomValue(packModelAtom)
  const [words, setWords] = useState('')
  const typed = words.trim()
  const named = pack.evidence.filter(({ id }) => id === typed)
  const all = named.length > 0 ? named : matchingFacts(pack, new Map(), { section: null, only: [], words }, locale)
  const found = typed === '' ? [] : all.filter(({ id }) => !chosen.includes(id))
  return (
    <div className={styles.facts}>
      <ul>
        {chosen.map((id) => {
          const fact = pack.evidence.find((own) => own.id === id)
          return (
            <li key={id} className={styles.row}>
              <FactsChip evidence={[id]} />
              <span className={styles.claim}>{fact ? text(fact.claim) : id}</span>
              <button
                type="button"
                className="button"
                aria-label={t('removeFact', { fact: fact ? text(fact.claim) : id })}
                onClick={() => onChange(chosen.filter((own) => own !== id))}
              >
                {t('remove')}
              </button>
            </li>
          )
        })}
      </ul>
      {chosen.length < most && (
        <label className={styles.field}>
          {label}
          <input type="search" value={words} onChange={(event) => setWords(event.target.value)} />
        </label>
      )}
      {typed !== '' && (
        <p role="status" className={styles.hint}>
          {t('found', { n: found.length })}
        </p>
      )}
      <ul>
        {found.slice(0, mostFound).map(({ id, claim }) => (
          <li key={id} className={styles.row}>
            <FactsChip evidence={[id]} />
            <span className={styles.claim}>{text(claim)}</span>
            <button
              type="button"
              className="button"
              aria-label={t('addFact', { fact: text(claim) })}
              onClick={() => onChange([...chosen, id])}
            >
              {t('add')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
