'use client'
import { createStore } from 'jotai/vanilla'
import { Provider, useAtomValue, useStore } from 'jotai'
import { type ReactNode, useEffect, useState } from 'react'
import { IntlProvider, type Messages, useLocale } from 'use-intl'
import type { Locale, Pack, Text } from '../../lib/pack/schema'
import { hashAtom, packAtom, type Row, variableAtomsAtom } from './atoms'
import { followFans } from './fans'
import { followKept } from './kept'
import { followVisit } from './visit'
import { type Page, pageAtom, stepAtom } from './url'

/** One store per page load with the pack in it, and the words of one language. */
export function Workspace({
  page,
  pack,
  hash,
  locale,
  words,
  children,
}: {
  page: Page
  pack: Pack
  /** Content hash of the pack, as hexadecimal digits. */
  hash: string
  locale: Locale
  words: Messages
  children: ReactNode
}) {
  const [store] = useState(() => {
    const store = createStore()
    store.set(packAtom, pack)
    store.set(pageAtom, page)
    store.set(hashAtom, hash)
    return store
  })
  return (
    <IntlProvider locale={locale} messages={words} timeZone="America/Lima">
      <Provider store={store}>
        <Following />
        {children}
      </Provider>
    </IntlProvider>
  )
}

/** Keeps the fans in step, and listens for u and shift+u. */
function Following() {
  const store = useStore()
  useEffect(() => followFans(store), [store])
  useEffect(() => followVisit(store), [store])
  useEffect(() => followKept(store), [store])
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement && event.target.matches('input, select, textarea, [contenteditable]')
      if (typing || event.ctrlKey || event.metaKey || event.altKey || event.key.toLowerCase() !== 'u') return
      event.preventDefault()
      store.set(stepAtom, event.shiftKey ? 1 : -1)
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [store])
  return null
}

/** The row of one variable: baseline, value in the chosen year, interval. */
export function useRow(id: string): Row {
  return useAtomValue(useAtomValue(variableAtomsAtom).get(id)!.row)
}

/** The series of one variable. */
export function useSeries(id: string) {
  return useAtomValue(useAtomValue(variableAtomsAtom).get(id)!.series)
}

/** The language of the page, and a reader of the pack's texts in it. */
export function useText(): { locale: Locale; text: (text: Text) => string } {
  const locale = useLocale() === 'es' ? 'es' : 'en'
  return { locale, text: (text) => text[locale] }
}
