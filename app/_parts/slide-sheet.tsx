'use client'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { fitHeadline, headlineLine } from '../../lib/chart/headline'
import { failing } from '../../lib/deck/claims'
import { typedFigures } from '../../lib/deck/sentence'
import type { Standing } from '../../lib/deck/slide'
import { Logo } from '../_charts/mark'
import { useText } from '../_state/workspace'
import { SlideChart } from './slide-chart'
import { asWide, SlideHeadline, useHeadline } from './slide-headline'
import { useKeyLine } from './slide-key'
import { useNotSo } from './slide-not-so'
import styles from './slide-sheet.module.css'
import type { SlideShown } from './slide-shown'
import { SlideToggles, useTogglesFit } from './slide-toggles'
import { useTerms } from './use-said-words'

/** Width within the margins, and the heights of what stands on the sheet besides its chart. */
const [width, whole, top, foot] = [1744, 1080, 56 + 40, 72] as const
const heights = {
  headline: { 1: 192, 2: 120 },
  note: 37,
  key: 31,
  toggles: { 1: 158, 2: 284 },
  gaps: 30 + 26 + 14 + 8,
} as const

interface Sheet extends SlideShown {
  /** Whether the slide stands as it is written. */
  written: boolean
  number: number
  count: number
  /** Puts the assumption of a toggle (from 0) in a state; without it the toggles are a picture. */
  toggles?: (key: number, state: string) => void
  /** Whether the keys that toggle are shown. */
  keys?: boolean
  /** What stands at the foot; the number of the slide where left out. */
  footer?: ReactNode
}

/**
 * One slide on a sheet of 1920 by 1080 pixels: headline, chart, key with its sources, and the toggles. The headline says
 * when it does not hold as the toggles stand.
 */
export function SlideSheet(props: Sheet) {
  const { standing, fans, hidden, guess, written, number, count, toggles, keys = false, footer } = props
  const t = useTranslations('slide')
  const { locale } = useText()
  const { slide } = standing
  const said = useHeadline(standing, hidden)
  const broken = hidden ? [] : failing(standing)
  const notes = useNotes(standing, broken, written, hidden)
  const key = useKeyLine(standing, hidden)
  const fit = useTogglesFit(standing, width)
  const { size, lines } = fitHeadline(asWide(said), width - 20, heights.headline[fit?.rows ?? 1])
  const room =
    whole -
    top -
    foot -
    heights.gaps -
    Math.ceil(lines * size * headlineLine) -
    (notes.length > 0 ? 8 + notes.length * heights.note : 0) -
    key.lines * heights.key -
    (fit ? heights.toggles[fit.rows] : 0)
  const topic = slide.topic[locale]
  return (
    <article className={styles.sheet}>
      <header className={styles.head}>
        <span className={styles.brand}>
          <Logo />
          Encrucijada
        </span>
        <span>{topic === '' ? standing.year : t('corner', { topic, year: standing.year })}</span>
      </header>
      <SlideHeadline said={said} size={size} broken={broken.length > 0} />
      {notes.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
      <div className={styles.chart}>
        <SlideChart standing={standing} fans={fans} hidden={hidden} guess={guess} height={room} />
      </div>
      <p className={styles.key}>{key.text}</p>
      {fit && <SlideToggles standing={standing} choose={toggles} keys={keys} fit={fit} />}
      <footer className={styles.foot}>
        {footer ?? <span className={styles.place}>{t('place', { n: number, count })}</span>}
      </footer>
    </article>
  )
}

/** What must be said beside the headline: claims that do not hold, and numbers that no engine answers for. */
function useNotes(standing: Standing, broken: ReturnType<typeof failing>, written: boolean, hidden: boolean): string[] {
  const t = useTranslations('slide')
  const { locale } = useText()
  const notSo = useNotSo()
  const terms = useTerms()
  const { slide } = standing
  const lines = slide.chart.kind === 'text' ? slide.chart.lines : []
  const typed = [slide.sentence, ...lines].some((template) => typedFigures(template[locale], terms).length > 0)
  return [...notSo(standing, broken), ...(typed && !written && !hidden ? [t('typed')] : [])]
}
