'use client'
import { useAtomValue, useSetAtom } from 'jotai'
import { type ReactNode, useState, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { locales } from '../../lib/format'
import { storedId } from '../../lib/scenario/long'
import { saveScenarioFile } from '../_files/scenario-file'
import { HalfDisc, HandOn, Logo, Turn } from '../_charts/mark'
import {
  canRedoAtom,
  changesAtom,
  canUndoAtom,
  leadingAtom,
  packNameAtom,
  type Page,
  pageAtom,
  pages,
  pathOf,
  presenting,
  queryAtom,
  stepAtom,
} from '../_state/url'
import { lastQuery } from '../_state/visit'
import { useText } from '../_state/workspace'
import { useScreenFile } from '../_parts/use-screen-file'
import { Bubble } from '../_ui/bubble'
import { later } from '../_ui/later'
import { ThemeButton } from '../_ui/theme-button'
import styles from './top-bar.module.css'

const never = () => () => undefined
/** Nothing is to be said of the network while the page has just come over it. */
const OfflineLine = later(() => import('../_parts/offline-line').then((own) => own.OfflineLine))

/** Product, pages, language, theme, and the link to this screen; `ways` is where else it leads, on a screen wide enough. */
export function TopBar({ ways, children }: { ways?: ReactNode; children?: ReactNode }) {
  const t = useTranslations('top')
  const { locale } = useText()
  const query = useAtomValue(queryAtom)
  const search = query && `?${query}`
  const page = useAtomValue(pageAtom)
  const name = useAtomValue(packNameAtom)
  const leading = useAtomValue(leadingAtom)
  // The other pages as they were left in this tab; the server knows of none.
  const visits = useSyncExternalStore(
    never,
    () => pages.map((other) => lastQuery(other, name)).join('\n'),
    () => '',
  ).split('\n')
  const to = (of: Page) => {
    const there = of === page ? query : leading(of, visits[pages.indexOf(of)] ?? '')
    return `${pathOf(locale, of)}${there && `?${there}`}`
  }
  const here = presenting.includes(page) ? 'present' : page
  const tab = (of: Page, label: string) => (
    <a href={to(of)} aria-current={of === page ? 'page' : of === here ? 'true' : undefined}>
      {label}
    </a>
  )
  return (
    <div className={styles.bar}>
      <header className={styles.top}>
        <a href={pathOf(locale, 'explore')} className={styles.brand} aria-label={t('home')}>
          <Logo />
          Encrucijada
        </a>
        <nav aria-label={t('pages')} className={styles.tabs}>
          {tab('explore', t('explore'))}
          {tab('compare', t('compare'))}
          {tab('evidence', t('evidence'))}
          {tab('rules', t('rules'))}
          {tab('method', t('method'))}
          {tab('present', t('present'))}
        </nav>
        <div className={styles.tools}>
          <History />
          <nav aria-label={t('language')} className={styles.languages}>
            {locales.map((language) => (
              <a
                key={language}
                href={`${pathOf(language, page)}${search}`}
                hrefLang={language}
                lang={language}
                aria-current={language === locale ? 'true' : undefined}
              >
                {language.toUpperCase()}
              </a>
            ))}
          </nav>
          <ThemeButton
            icon={<HalfDisc />}
            paper={t('paper')}
            projector={t('projector')}
            paperLabel={t('theme', { theme: t('paper').toLowerCase() })}
            projectorLabel={t('theme', { theme: t('projector').toLowerCase() })}
          />
          <span className={styles.ways}>{ways}</span>
          <ShareButton search={search} />
          {children}
        </div>
        <noscript>
          <p className={styles.noscript}>{t('noscript')}</p>
        </noscript>
      </header>
      <OfflineLine />
    </div>
  )
}

/** One change back or forward; u and shift+u do the same. */
function History() {
  const t = useTranslations('top')
  const canUndo = useAtomValue(canUndoAtom)
  const canRedo = useAtomValue(canRedoAtom)
  const step = useSetAtom(stepAtom)
  return (
    <>
      <button
        type="button"
        className={styles.step}
        onClick={() => step(-1)}
        aria-disabled={!canUndo}
        aria-label={t('undo')}
        title={t('undo')}
      >
        <Turn />
      </button>
      <button
        type="button"
        className={styles.step}
        onClick={() => step(1)}
        aria-disabled={!canRedo}
        aria-label={t('redo')}
        title={t('redo')}
      >
        <Turn forward />
      </button>
    </>
  )
}

/** Copies the address of this very screen; where the browser forbids it, shows it to be copied by hand. */
function ShareButton({ search }: { search: string }) {
  const t = useTranslations('top')
  const [copied, setCopied] = useState<string | null>(null)
  const [refused, setRefused] = useState(false)
  const mine = useTranslations('mine')
  const changes = useAtomValue(changesAtom)
  const gather = useScreenFile()
  const saveFile = () => {
    const { scenarios, pack, query, changes: filed } = gather()
    return saveScenarioFile(scenarios, pack, query, filed)
  }
  const link = () => `${location.origin}${location.pathname}${search}`
  // The address names changes that only this browser holds: a file carries them.
  const long = storedId(search) !== null
  const share = () => {
    if (long) return void saveFile().then(() => setCopied(search))
    navigator.clipboard
      .writeText(link())
      .then(() => setCopied(search))
      .catch(() => setRefused(true))
  }
  const button = (
    <button type="button" className={`button ${styles.share}`} onClick={refused ? undefined : share}>
      <HandOn />
      <span aria-live="polite">{copied !== search ? t('share') : long ? mine('linkTooLong') : t('shared')}</span>
    </button>
  )
  if (long && copied === search)
    return (
      <Bubble opened label={mine('linkTooLong')} trigger={button}>
        <p>{mine('linkTooLongMeans', { n: changes.length })}</p>
      </Bubble>
    )
  if (!refused) return button
  return (
    <Bubble opened label={t('shareFailed')} trigger={button}>
      <label>
        {t('shareFailed')}
        <input readOnly value={link()} className={styles.link} onFocus={(event) => event.target.select()} />
      </label>
    </Bubble>
  )
}
