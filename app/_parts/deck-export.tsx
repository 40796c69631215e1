'use client'
import { Provider, useStore } from 'jotai'
import { useState } from 'react'
import { IntlProvider, useMessages, useTranslations } from 'use-intl'
import type { Slide } from '../../lib/deck/schema'
import { say, sayPlain } from '../../lib/deck/sentence'
import { type Standing, stand, variablesOf } from '../../lib/deck/slide'
import type { FiledDeck, FiledSlide } from '../_files/deck-pptx'
import { fansUnderAtom, variantsAtom } from '../_state/atoms'
import { modelAtom } from '../_state/url'
import { deckAtom } from '../_state/workshop'
import { useText } from '../_state/workspace'
import styles from './deck-export.module.css'
import { SlideChart } from './slide-chart'
import { useFactWords } from './use-fact-words'
import { useSaidWords } from './use-said-words'
import { useSlideWords } from './use-slide-words'

/** Height that a chart is drawn at, in pixels of the stage. */
const chartHeight = 560

/** A button that saves the deck in use as a slide file: its words as text, its charts as pictures, its notes as notes. */
export function DeckExport({ className = 'button' }: { className?: string }) {
  const t = useTranslations('paper')
  const file = useDeckPptx()
  const [state, setState] = useState<'rest' | 'failed' | { n: number; of: number }>('rest')
  const busy = typeof state === 'object'
  const save = () => {
    if (busy) return
    file((n, of) => setState({ n, of }))
      .then(() => setState('rest'))
      .catch(() => setState('failed'))
  }
  return (
    <span className={styles.export}>
      <button type="button" className={className} aria-disabled={busy} onClick={save}>
        {t('pptx')}
      </button>
      <span aria-live="polite" className={styles.said}>
        {busy && t('pptxDrawing', state)}
        {state === 'failed' && t('pptxFailed')}
      </span>
    </span>
  )
}

/** Saves the deck in use as a slide file, telling how many of its charts are drawn. */
function useDeckPptx(): (tell: (n: number, of: number) => void) => Promise<void> {
  const store = useStore()
  const { text, locale } = useText()
  const t = useTranslations('paper')
  const filed = useFiledSlide()
  return async (tell) => {
    const [{ saveDeckPptx }, { paperToken }] = await Promise.all([
      import('../_files/deck-pptx'),
      import('../_charts/save'),
    ])
    const [deck, model] = [store.get(deckAtom), store.get(modelAtom)]
    const { meta } = model.pack
    const colour = (token: string) => paperToken(token).replace('#', '').toUpperCase()
    const slides: FiledSlide[] = []
    for (const slide of deck.slides) {
      tell(slides.length + 1, deck.slides.length)
      slides.push(await filed(stand(model, slide, {}, store.get(variantsAtom))))
    }
    const file: FiledDeck = {
      title: text(deck.title),
      subject: `${text(meta.title)}. ${text(meta.evidenceDate)}, ${t('model', { id: meta.id, version: meta.version })}`,
      lang: locale === 'es' ? 'es-PE' : 'en-US',
      colours: {
        paper: colour('--paper'),
        ink: colour('--ink'),
        quiet: colour('--ink-2'),
        quietest: colour('--ink-3'),
        up: colour('--up-ink'),
        down: colour('--down-ink'),
      },
      slides,
    }
    await saveDeckPptx(file, `encrucijada ${text(deck.title)}`)
  }
}

/** Makes one slide of the file. */
function useFiledSlide(): (standing: Standing) => Promise<FiledSlide> {
  const { locale } = useText()
  const words = useSaidWords()
  const inWords = useSlideWords()
  const notes = useNotes()
  const draw = useChartImage()
  return async (standing) => {
    const { slide } = standing
    const { assumptions, source } = inWords(standing)
    const lines = slide.chart.kind === 'text' ? slide.chart.lines : []
    return {
      topic: [slide.topic[locale], standing.year].filter(Boolean).join(', '),
      sentence: say(standing, slide.sentence[locale], words),
      image: slide.chart.kind === 'text' ? null : await draw(standing),
      lines: lines.map((line) => sayPlain(standing, line[locale], words)),
      assumptions,
      source,
      notes: notes(standing, slide),
    }
  }
}

/** What the speaker says, then what may be asked, each with its answer and where its facts stand. */
function useNotes(): (standing: Standing, slide: Slide) => string[] {
  const t = useTranslations('paper')
  const { locale } = useText()
  const words = useSaidWords()
  const { place } = useFactWords()
  return (standing, { notes, asked }) => [
    ...notes.map((note) => sayPlain(standing, note[locale], words)),
    ...asked.map(({ question, answer, evidence }) => {
      const facts = standing.model.pack.evidence.filter(({ id }) => evidence.includes(id))
      const places = [...new Set(facts.map(place))].join('; ')
      const said = t('ifAsked', { question: question[locale], answer: answer[locale] })
      return places === '' ? said : `${said} (${places})`
    }),
  ]
}

/** Draws the chart of a slide as it is on the wall; intervals not there yet are computed now. */
function useChartImage() {
  const store = useStore()
  const { locale } = useText()
  const messages = useMessages()
  return async (standing: Standing) => {
    const [{ chartImage }, { fan }, { drawsAtom }] = await Promise.all([
      import('../_charts/save'),
      import('../../lib/engine/fan'),
      import('../_state/draws'),
    ])
    const { model, assignment, variants } = standing
    const known = store.get(fansUnderAtom)(assignment)
    const shown = variablesOf(standing.slide.chart).flatMap((id) => model.indexOf.get(id) ?? [])
    const missing = shown.filter((index) => !known[index])
    const made = missing.length > 0 ? fan(model, assignment, store.get(drawsAtom), variants, missing).quantiles : []
    const fans = model.variables.map((_, index) => known[index] ?? made[missing.indexOf(index)] ?? null)
    return chartImage(
      <IntlProvider locale={locale} messages={messages} timeZone="UTC">
        <Provider store={store}>
          <SlideChart standing={standing} fans={fans} hidden={false} guess={null} height={chartHeight} />
        </Provider>
      </IntlProvider>,
    )
  }
}
