'use client'
import { useAtom, useAtomValue } from 'jotai'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { countFacts } from '../../lib/explain/facts'
import { factSearchAtom } from '../_state/searched'
import { packModelAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import { lettersAct } from '../_ui/letter-keys'
import styles from './fact-head-panel.module.css'

/** What the page is, how much stands on how firm a ground, and the search. */
export function FactHeadPanel() {
  const t = useTranslations('facts')
  const { text } = useText()
  const { pack } = useAtomValue(packModelAtom)
  return (
    <div className={styles.head}>
      <h1>{t('title')}</h1>
      <p>
        {t('counts', countFacts(pack))} {text(pack.meta.evidenceDate)}.
      </p>
      <Search />
    </div>
  )
}

/** Finds as one types; the key / leads here, Escape empties it, and the arrow down leads on to the list. */
function Search() {
  const t = useTranslations('facts')
  const [words, search] = useAtom(factSearchAtom)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement && event.target.matches('input, select, textarea, [contenteditable]')
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey || !lettersAct()) return
      event.preventDefault()
      field.current?.focus()
      field.current?.select()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && words !== '') {
      event.preventDefault()
      search('')
    }
    if (event.key === 'ArrowDown') {
      event.preventDefault()
      document.querySelector<HTMLElement>('button[data-fact]')?.focus()
    }
  }
  return (
    <input
      ref={field}
      type="search"
      className={styles.search}
      aria-label={t('search')}
      aria-keyshortcuts="/"
      placeholder={t('search')}
      maxLength={200}
      spellCheck={false}
      autoComplete="off"
      value={words}
      onChange={(event) => search(event.target.value)}
      onKeyDown={key}
    />
  )
}
