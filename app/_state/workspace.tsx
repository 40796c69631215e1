'use client'
import { createStore } from 'jotai/vanilla'
import { Provider, useAtomValue, useStore } from 'jotai'
import { createContext, type ReactNode, use, useEffect, useState, useSyncExternalStore } from 'react'
import { IntlProvider, type Messages, useLocale, useTranslations } from 'use-intl'
import type { Locale, Pack, Text } from '../../lib/pack/schema'
import { hashAtom, packAtom, type Row, variableAtomsAtom } from './atoms'
import { followKept } from './kept'
import type { NamedPack } from './packs'
import { followVisit } from './visit'
import { packNameAtom, type Page, pageAtom, stepAtom } from './url'
import { fetchLater } from '../_ui/later'
import { lettersAct } from '../_ui/letter-keys'
import styles from './workspace.module.css'

/** The words of one language, and one store per page load and pack. */
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
  const usual: NamedPack = { name: null, pack, hash }
  return (
    <IntlProvider locale={locale} messages={words} timeZone="UTC">
      <Chosen page={page} usual={usual}>
        {children}
      </Chosen>
    </IntlProvider>
  )
}

/** Hear of back and forward, which may lead to the address of another pack. */
function onReturn(changed: () => void): () => void {
  addEventListener('popstate', changed)
  return () => removeEventListener('popstate', changed)
}

/** What comes of looking for a pack: itself, or that this browser has none of that name. */
type Found = { wanted: string; pack: NamedPack | null } | null

/** The pack that the address names, or the usual one; a pack of another name has a store of its own. */
function Chosen(props: { page: Page; usual: NamedPack; children: ReactNode }) {
  const { page, usual, children } = props
  const wanted = useSyncExternalStore(
    onReturn,
    () => new URLSearchParams(location.search).get('model'),
    () => null,
  )
  const [found, setFound] = useState<Found>(null)
  useEffect(() => {
    if (wanted === null) return
    let current = true
    const take = (pack: NamedPack | null) => current && setFound({ wanted, pack })
    import('./packs').then(({ findPack }) => findPack(wanted).then(take)).catch(() => take(null))
    return () => void (current = false)
  }, [wanted])
  const settled = wanted === null || found?.wanted === wanted
  if (!settled) return <Waiting />
  const used = (wanted !== null && found?.pack) || usual
  const take = (pack: NamedPack) => {
    history.pushState(null, '', `?model=${pack.name}`)
    setFound({ wanted: pack.name ?? '', pack })
  }
  return (
    <ChosenContext value={{ usual, missing: used === usual ? wanted : null, take }}>
      <Stored key={used.name} page={page} used={used}>
        {children}
      </Stored>
    </ChosenContext>
  )
}

/** The pack that pages open on, the name of one that is not here, and the way to use another in this tab. */
interface Choosing {
  usual: NamedPack
  missing: string | null
  take: (pack: NamedPack) => void
}

const ChosenContext = createContext<Choosing | null>(null)

function useChosen(): Choosing {
  const chosen = use(ChosenContext)
  if (!chosen) throw new Error('No pack here: render inside <Workspace>.')
  return chosen
}

/** The name of a pack that the address wants and this browser does not have; null where all is well. */
export function useMissingPack(): string | null {
  return useChosen().missing
}

/** The pack that pages open on. */
export function useUsualPack(): NamedPack {
  return useChosen().usual
}

/** Uses another pack in this tab, whether the browser could keep it or not. */
export function useTakePack(): (pack: NamedPack) => void {
  return useChosen().take
}

/** Still bars where the page will be, after a moment. */
function Waiting() {
  const t = useTranslations('models')
  return (
    <main className={styles.waiting} aria-busy aria-label={t('loading')}>
      {[1, 2, 3, 4, 5, 6].map((bar) => (
        <i key={bar} />
      ))}
    </main>
  )
}

function Stored(props: { page: Page; used: NamedPack; children: ReactNode }) {
  const { page, used, children } = props
  const [store] = useState(() => {
    const store = createStore()
    store.set(packAtom, used.pack)
    store.set(packNameAtom, used.name)
    store.set(pageAtom, page)
    store.set(hashAtom, used.hash)
    return store
  })
  return (
    <Provider store={store}>
      <Following />
      {children}
    </Provider>
  )
}

/** What somebody does first. */
const signs = ['pointerdown', 'keydown', 'scroll'] as const

/** Begin what is fetched only now; returns the stop, which may come before it began. */
function later(begin: () => Promise<() => void>): () => void {
  let stopped = false
  let stop = () => {}
  void begin().then((own) => {
    if (stopped) own()
    else stop = own
  })
  return () => {
    stopped = true
    stop()
  }
}

/** Keeps the fans in step, and listens for u and shift+u. */
function Following() {
  const store = useStore()
  useEffect(() => later(() => import('./fans').then(({ followFans }) => followFans(store))), [store])
  useEffect(() => later(() => import('./offline').then(({ followOffline }) => followOffline(store))), [store])
  useEffect(() => followVisit(store), [store])
  useEffect(() => followKept(store), [store])
  useEffect(() => {
    const begun = () => void fetchLater()
    for (const sign of signs) addEventListener(sign, begun, { once: true, passive: true })
    return () => {
      for (const sign of signs) removeEventListener(sign, begun)
    }
  }, [])
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement && event.target.matches('input, select, textarea, [contenteditable]')
      if (typing || event.ctrlKey || event.metaKey || event.altKey || event.key.toLowerCase() !== 'u') return
      if (!lettersAct()) return
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
