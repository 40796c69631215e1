'use client'
import { useAtomValue, useSetAtom, useStore } from 'jotai'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { CurrentSlide } from '../_parts/current-slide'
import { GuessForm } from '../_parts/guess-form'
import { KeyHints, KeyList } from '../_parts/key-hints'
import { SlideProgress } from '../_parts/slide-progress'
import { useSaidSentence } from '../_parts/use-said-sentence'
import { usePresentingKeys } from '../_parts/use-presenting'
import { blankAtom, hiddenAtom, sessionAtom } from '../_state/session'
import { changesAtom, pathOf, queryAtom } from '../_state/url'
import { deckAtom, goToAtom, missingDeckAtom, slideAtom, slideIndexAtom, standingAtom } from '../_state/workshop'
import { useText } from '../_state/workspace'
import { PaintMark } from '../_ui/paint-mark'
import { Sheet } from '../_ui/sheet'
import { switchTheme } from '../_ui/theme-button'
import { useFullscreen } from '../_ui/use-fullscreen'
import { useKeys } from '../_ui/use-keys'
import styles from './show-panel.module.css'

/** The audience's screen: one slide as a sheet that fills the window, and what its keys open. */
export function ShowPanel() {
  const t = useTranslations('show')
  const { locale } = useText()
  const query = useAtomValue(queryAtom)
  const { blank } = useAtomValue(sessionAtom)
  const { predict } = useAtomValue(slideAtom)
  const standing = useAtomValue(standingAtom)
  const hidden = useAtomValue(hiddenAtom)
  const missing = useAtomValue(missingDeckAtom)
  const unblank = useSetAtom(blankAtom)
  const [opened, setOpened] = useState<'keys' | 'guess' | null>(null)
  const [full, toggleFull] = useFullscreen()
  const said = useSaidSentence()
  const search = query && `?${query}`
  const speaker = pathOf(locale, 'speaker')
  const keys = usePresentingKeys()
  // Read when the key is pressed: a key may come before the first render that knows the address.
  const { get } = useStore()
  const searchNow = () => get(queryAtom) && `?${get(queryAtom)}`
  useKeys({
    ...keys,
    s: () => void open(speaker + searchNow(), 'encrucijada-speaker', 'popup,width=1440,height=900'),
    g: () => predict !== null && setOpened('guess'),
    '?': () => setOpened('keys'),
    f: toggleFull,
    p: switchTheme,
  })
  return (
    <main className={styles.wall} data-blank={blank || undefined}>
      <h1 className="hidden">{t('title')}</h1>
      <div className={styles.sheet}>
        <CurrentSlide footer={<Foot openKeys={() => setOpened('keys')} />} />
      </div>
      <p className="hidden" aria-live="polite">
        {said(standing, hidden)}
      </p>
      {missing !== null && (
        <p role="status" className={styles.missing}>
          {t('missing')}
        </p>
      )}
      {blank && (
        <button type="button" className={styles.blank} onClick={() => unblank()}>
          <span>{t('blank')}</span>
        </button>
      )}
      <Sheet open={opened === 'keys'} onOpenChange={(is) => setOpened(is ? 'keys' : null)} title={t('keys')}>
        <div className={styles.box}>
          <KeyList />
          <p className={styles.ways}>
            <button type="button" className="button" onClick={toggleFull}>
              {full ? t('leaveFull') : t('full')}
            </button>
            <a className="button" href={`${speaker}${search}`} target="encrucijada-speaker">
              {t('speaker')}
            </a>
            <a className="button" href={`${pathOf(locale, 'present')}${search}`}>
              {t('end')}
            </a>
          </p>
        </div>
      </Sheet>
      <Sheet open={opened === 'guess'} onOpenChange={(is) => setOpened(is ? 'guess' : null)} title={t('guess')}>
        <div className={styles.box}>
          <GuessForm onDone={() => setOpened(null)} />
        </div>
      </Sheet>
      <PaintMark />
    </main>
  )
}

/** The foot of the sheet: how far the deck has come, and the keys that help. */
function Foot({ openKeys }: { openKeys: () => void }) {
  const t = useTranslations('show')
  const { slides } = useAtomValue(deckAtom)
  const index = useAtomValue(slideIndexAtom)
  const goTo = useSetAtom(goToAtom)
  const { toggles, predict } = useAtomValue(slideAtom)
  const changes = useAtomValue(changesAtom)
  return (
    <div className={styles.foot}>
      <strong>{t('of', { n: index + 1, count: slides.length })}</strong>
      <SlideProgress index={index} count={slides.length} />
      {changes.length > 0 && <span>{t('mine', { n: changes.length })}</span>}
      <span className={styles.steps}>
        <button type="button" aria-label={t('previous')} disabled={index === 0} onClick={() => goTo(index - 1)}>
          ←
        </button>
        <button
          type="button"
          aria-label={t('next')}
          disabled={index === slides.length - 1}
          onClick={() => goTo(index + 1)}
        >
          →
        </button>
        {t('move')}
      </span>
      <KeyHints toggles={toggles.length} predict={predict !== null} />
      <button type="button" onClick={openKeys} aria-label={t('keys')}>
        ?
      </button>
    </div>
  )
}
