import { useTranslations } from 'use-intl'
import { pieces, say, type Said } from '../../lib/deck/sentence'
import type { Standing } from '../../lib/deck/slide'
import { useText } from '../_state/workspace'
import styles from './slide-headline.module.css'
import { useSaidWords } from './use-said-words'

/** A piece of a sentence as it is shown; blank for what would give away what is still to be guessed. */
export interface Shown extends Said {
  blank: boolean
}

/** Say a template of a slide, leaving blank what is computed while the outcome is hidden. */
export function useShown(): (standing: Standing, template: string, hidden: boolean) => Shown[] {
  const words = useSaidWords()
  return (standing, template, hidden) => {
    const made = pieces(template)
    return say(standing, template, words).map((said, i) => {
      const piece = made[i]
      const telling =
        piece?.kind === 'token' &&
        said.computed &&
        // Where a waterfall starts is shown.
        piece.under !== 'from' &&
        piece.token !== 'label' &&
        piece.token !== 'baseline'
      return hidden && telling ? { ...said, text: '…', tone: null, blank: true } : { ...said, blank: false }
    })
  }
}

/** What takes as much room as some pieces of a sentence. */
export const asWide = (said: readonly Shown[]) => said.map(({ text, blank }) => (blank ? 'MMM' : text)).join('')

/** The sentence of a slide as it is shown. */
export function useHeadline(standing: Standing, hidden: boolean): Shown[] {
  const shown = useShown()
  const { locale } = useText()
  return shown(standing, standing.slide.sentence[locale], hidden)
}

/** The sentence in large type; struck through where it does not hold. */
export function SlideHeadline({ said, size, broken }: { said: readonly Shown[]; size: number; broken: boolean }) {
  const words = <Pieces said={said} />
  return (
    <h2 className={styles.headline} style={{ fontSize: size }} data-broken={broken || undefined}>
      {broken ? <s>{words}</s> : words}
    </h2>
  )
}

/** Keeps words with a hyphen, such as a date, on one line: a word joiner follows it. */
const whole = (text: string) => text.replace(/(?<=\p{L})-(?=[\p{L}\d])/gu, '-\u2060')

/** The pieces of a sentence, computed words in the colour of their direction. */
export function Pieces({ said }: { said: readonly Shown[] }) {
  const t = useTranslations('slide')
  return said.map(({ text, tone, blank }, i) =>
    blank ? (
      <span key={i} className={styles.blank} role="img" aria-label={t('blank')}>
        {text}
      </span>
    ) : (
      <span key={i} className={tone ?? undefined}>
        {whole(text)}
      </span>
    ),
  )
}
