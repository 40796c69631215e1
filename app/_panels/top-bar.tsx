'use client'
import { useAtomValue, useSetAtom } from 'jotai'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { locales } from '../../lib/format'
import { HalfDisc, HandOn, Logo, Turn } from '../_charts/mark'
import { canRedoAtom, canUndoAtom, queryAtom, stepAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import { Bubble } from '../_ui/bubble'
import { ThemeButton } from '../_ui/theme-button'
import styles from './top-bar.module.css'

/** Product, pages, language, theme, and the link to this screen. */
export function TopBar() {
  const t = useTranslations('top')
  const { locale } = useText()
  const query = useAtomValue(queryAtom)
  const search = query && `?${query}`
  return (
    <header className={styles.top}>
      <a href={`/${locale}`} className={styles.brand} aria-label={t('home')}>
        <Logo />
        Encrucijada
      </a>
      <nav aria-label={t('pages')} className={styles.tabs}>
        <a href={`/${locale}${search}`} aria-current="page">
          {t('explore')}
        </a>
      </nav>
      <div className={styles.tools}>
        <History />
        <nav aria-label={t('language')} className={styles.languages}>
          {locales.map((other) => (
            <a
              key={other}
              href={`/${other}${search}`}
              hrefLang={other}
              lang={other}
              aria-current={other === locale ? 'true' : undefined}
            >
              {other.toUpperCase()}
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
        <ShareButton search={search} />
      </div>
      <noscript>
        <p className={styles.noscript}>{t('noscript')}</p>
      </noscript>
    </header>
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
  const link = () => `${location.origin}${location.pathname}${search}`
  const share = () => {
    navigator.clipboard
      .writeText(link())
      .then(() => setCopied(search))
      .catch(() => setRefused(true))
  }
  const button = (
    <button type="button" className={`button ${styles.share}`} onClick={refused ? undefined : share}>
      <HandOn />
      <span aria-live="polite">{copied === search ? t('shared') : t('share')}</span>
    </button>
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
