'use client'
import { useAtomValue, useSetAtom } from 'jotai'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { sayPlain } from '../../lib/deck/sentence'
import { paceOf } from '../../lib/deck/session'
import { asWritten, stand } from '../../lib/deck/slide'
import { Logo } from '../_charts/mark'
import { CurrentSlide } from '../_parts/current-slide'
import { FactsChip } from '../_parts/evidence-chip'
import { GuessForm } from '../_parts/guess-form'
import { KeyList } from '../_parts/key-hints'
import { SlideProgress } from '../_parts/slide-progress'
import { SlideScaled } from '../_parts/slide-scaled'
import { SlideSheet } from '../_parts/slide-sheet'
import { usePresentingKeys } from '../_parts/use-presenting'
import { useSaidWords } from '../_parts/use-said-words'
import { fansUnderAtom } from '../_state/atoms'
import {
  blankAtom,
  clockAtom,
  elapsedNow,
  hiddenAtom,
  holdAtom,
  planAtom,
  revealAtom,
  sessionAtom,
  wallAtom,
} from '../_state/session'
import { changesAtom, modelAtom, pathOf, queryAtom, shownAtom } from '../_state/url'
import {
  asWrittenAtom,
  deckAtom,
  goToAtom,
  slideAtom,
  slideIndexAtom,
  standingAtom,
  toggledAtom,
} from '../_state/workshop'
import { useText } from '../_state/workspace'
import { PaintMark } from '../_ui/paint-mark'
import { Sheet } from '../_ui/sheet'
import { switchTheme } from '../_ui/theme-button'
import { useKeys } from '../_ui/use-keys'
import { useNow } from '../_ui/use-now'
import styles from './speaker-panel.module.css'

/** The speaker's window: the slide on screen and the next, notes, clocks, questions that may come; it follows and leads. */
export function SpeakerPanel() {
  const t = useTranslations('speaker')
  const [help, setHelp] = useState(false)
  const keys = usePresentingKeys()
  const clock = useSetAtom(clockAtom)
  useKeys({ ...keys, t: () => clock('restart'), p: switchTheme, '?': () => setHelp(true) })
  return (
    <div className={styles.frame}>
      <Head />
      <main className={styles.main}>
        <h1 className="hidden">{t('title')}</h1>
        <Current />
        <Aside />
      </main>
      <Foot openHelp={() => setHelp(true)} />
      <PaintMark />
      <Sheet open={help} onOpenChange={setHelp} title={t('keys')}>
        <div className={styles.help}>
          <KeyList speaker />
        </div>
      </Sheet>
    </div>
  )
}

/** Clocks of slide and session with the pace, and the switch of the clocks. */
function Head() {
  const t = useTranslations('speaker')
  const session = useAtomValue(sessionAtom)
  const { slides } = useAtomValue(deckAtom)
  const index = useAtomValue(slideIndexAtom)
  const plan = useAtomValue(planAtom)
  const setClock = useSetAtom(clockAtom)
  const now = useNow()
  const ran = now === 0 ? { session: 0, slide: 0 } : elapsedNow(session)
  const pace = Math.round(paceOf(slides, index, ran.session) / 60_000)
  const running = session.clock.since !== null
  const begun = running || ran.session > 0
  return (
    <header className={styles.head}>
      <span className={styles.brand}>
        <Logo />
        Encrucijada
      </span>
      <span className={styles.only}>{t('only')}</span>
      <div className={styles.clocks}>
        <Time label={t('slide')} value={clockText(ran.slide)} />
        <Time
          label={t('session')}
          value={clockText(ran.session)}
          more={t('of', { time: clockText(plan.all * 60_000) })}
        />
        <span className={styles.pace}>
          {!begun
            ? t('notBegun')
            : pace > 0
              ? t('ahead', { n: pace })
              : pace < 0
                ? t('behind', { n: -pace })
                : t('onPlan')}
        </span>
        <button type="button" className="button" onClick={() => setClock(running ? 'stand' : 'run')}>
          {running ? t('pause') : begun ? t('goOn') : t('start')}
        </button>
        <button type="button" className="button" onClick={() => setClock('restart')}>
          {t('restart')}
        </button>
      </div>
    </header>
  )
}

function Time({ label, value, more }: { label: string; value: string; more?: string }) {
  return (
    <span className={styles.time}>
      {label} <strong>{value}</strong> {more}
    </span>
  )
}

/** The slide on the audience's screen, live, what is toggled on it, and the notes. */
function Current() {
  const t = useTranslations('speaker')
  const { text, locale } = useText()
  const query = useAtomValue(queryAtom)
  const { slides } = useAtomValue(deckAtom)
  const index = useAtomValue(slideIndexAtom)
  const slide = useAtomValue(slideAtom)
  const standing = useAtomValue(standingAtom)
  const toggled = useAtomValue(toggledAtom)
  const { blank, held } = useAtomValue(sessionAtom)
  const reset = useSetAtom(asWrittenAtom)
  const words = useSaidWords()
  const differs = Object.keys(toggled).length
  const changes = useAtomValue(changesAtom)
  return (
    <section>
      <Title title={held ? t('yours') : t('current')}>{t('nOf', { n: index + 1, count: slides.length })}</Title>
      <div className={styles.slide}>
        <CurrentSlide />
      </div>
      <p className={styles.state}>
        <span role="status">
          {blank && <strong>{t('blank')} </strong>}
          {held && <strong>{t('held')} </strong>}
          {changes.length > 0 && t('mine', { n: changes.length })}{' '}
          {differs === 0 ? t('asWritten') : t('differs', { n: differs })}
        </span>
        {differs > 0 && (
          <button type="button" className="button" onClick={() => reset()}>
            {t('reset')}
          </button>
        )}
        <Ways />
      </p>
      <Title title={t('notes')}>
        {t('planned', { n: slide.minutes })} ·{' '}
        <a href={`${pathOf(locale, 'present')}${query && `?${query}`}`} target="encrucijada-deck">
          {t('edit')}
        </a>
      </Title>
      {slide.notes.length === 0 && <p className={styles.none}>{t('noNotes')}</p>}
      <ul className={styles.notes}>
        {slide.notes.map((note, i) => (
          <li key={i}>{sayPlain(standing, text(note), words)}</li>
        ))}
      </ul>
    </section>
  )
}

/** What the speaker does to the audience's screen without a key. */
function Ways() {
  const t = useTranslations('speaker')
  const { predict } = useAtomValue(slideAtom)
  const { blank, held } = useAtomValue(sessionAtom)
  const hidden = useAtomValue(hiddenAtom)
  const [doBlank, doHold, doReveal] = [useSetAtom(blankAtom), useSetAtom(holdAtom), useSetAtom(revealAtom)]
  return (
    <span className={styles.ways}>
      <button type="button" className="button" aria-pressed={blank} onClick={() => doBlank()}>
        {t('doBlank')}
      </button>
      <button type="button" className="button" aria-pressed={held !== null} onClick={() => doHold()}>
        {t('doHold')}
      </button>
      {predict !== null && (
        <button type="button" className="button" onClick={() => doReveal()}>
          {hidden ? t('reveal') : t('hide')}
        </button>
      )}
    </span>
  )
}

/** The next slide, the guess of the room where there is one to take, and what may be asked. */
function Aside() {
  const t = useTranslations('speaker')
  const { text } = useText()
  const { slides } = useAtomValue(deckAtom)
  const index = useAtomValue(slideIndexAtom)
  const slide = useAtomValue(slideAtom)
  return (
    <section>
      <Next />
      {slide.predict !== null && (
        <div className={styles.guess}>
          <Title title={t('guess')} />
          <GuessForm key={slides[index]?.id} />
        </div>
      )}
      <Title title={t('asked')} />
      {slide.asked.length === 0 && <p className={styles.none}>{t('noneAsked')}</p>}
      {slide.asked.map(({ question, answer, evidence }, i) => (
        <article key={i} className={styles.ask}>
          <h3>{text(question)}</h3>
          <p>{text(answer)}</p>
          <FactsChip evidence={evidence} />
        </article>
      ))}
    </section>
  )
}

function Next() {
  const t = useTranslations('speaker')
  const { text } = useText()
  const model = useAtomValue(modelAtom)
  const { variants } = useAtomValue(shownAtom)
  const { slides } = useAtomValue(deckAtom)
  const index = useAtomValue(slideIndexAtom)
  const { revealed } = useAtomValue(sessionAtom)
  const fans = useAtomValue(fansUnderAtom)
  const next = slides[index + 1]
  if (!next)
    return (
      <div>
        <Title title={t('next')} />
        <p className={styles.none}>{t('last')}</p>
      </div>
    )
  return (
    <div>
      <Title title={t('next')}>
        {[text(next.topic), t('planned', { n: next.minutes })].filter(Boolean).join(', ')}
      </Title>
      <div className={styles.next}>
        <SlideScaled label={t('next')}>
          <SlideSheet
            standing={stand(model, next, {}, variants)}
            written
            number={index + 2}
            count={slides.length}
            fans={fans(asWritten(model, next))}
            hidden={next.predict !== null && !revealed.includes(next.id)}
            guess={null}
          />
        </SlideScaled>
      </div>
    </div>
  )
}

function Title({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={styles.title}>
      <h2>{title}</h2>
      <span>{children}</span>
    </div>
  )
}

/** How long after its last sign a window still counts as open: it answers every few seconds. */
const quiet = 12_000

function Foot({ openHelp }: { openHelp: () => void }) {
  const t = useTranslations('speaker')
  const { locale } = useText()
  const query = useAtomValue(queryAtom)
  const { slides } = useAtomValue(deckAtom)
  const index = useAtomValue(slideIndexAtom)
  const goTo = useSetAtom(goToAtom)
  const wall = useAtomValue(wallAtom)
  const now = useNow()
  const connected = wall && now - wall.heard < quiet
  return (
    <footer className={styles.foot}>
      <SlideProgress index={index} count={slides.length} />
      <span role="status">{connected ? t('wall', { width: wall.width, height: wall.height }) : t('noWall')}</span>
      {!connected && (
        <a className="button" href={`${pathOf(locale, 'show')}${query && `?${query}`}`} target="encrucijada-wall">
          {t('openWall')}
        </a>
      )}
      <span className={styles.steps}>
        <button type="button" className="button" disabled={index === 0} onClick={() => goTo(index - 1)}>
          ← {t('previous')}
        </button>
        <button type="button" className="button" disabled={index === slides.length - 1} onClick={() => goTo(index + 1)}>
          {t('next')} →
        </button>
        <button type="button" className="button" onClick={openHelp}>
          ? {t('keys')}
        </button>
        <a className="button" href={`${pathOf(locale, 'groups')}${query && `?${query}`}`}>
          {t('groups')}
        </a>
        <a className="button" href={`${pathOf(locale, 'present')}${query && `?${query}`}`}>
          {t('end')}
        </a>
      </span>
    </footer>
  )
}

/** Minutes and seconds, hours before them once there are some. */
function clockText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const two = (n: number) => String(n).padStart(2, '0')
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`
}
