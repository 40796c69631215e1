'use client'
import { useAtomValue, useSetAtom, useStore } from 'jotai'
import type { KeyboardEvent } from 'react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { minutesOf } from '../../lib/deck/edit'
import { deckLimits } from '../../lib/deck/limits'
import type { Slide } from '../../lib/deck/schema'
import { chartOfKind, textSlide } from '../../lib/deck/seed'
import { sayPlain } from '../../lib/deck/sentence'
import { stand } from '../../lib/deck/slide'
import { SlideThumb } from '../_parts/slide-thumb'
import { useChartNames } from '../_parts/use-chart-names'
import { useSaidWords } from '../_parts/use-said-words'
import { addSlideAtom, deleteSlideAtom, duplicateSlideAtom, moveSlideAtom } from '../_state/deck-edit'
import { editedAtom, undoEditAtom } from '../_state/decks'
import { modelAtom, presentingAtom, shownAtom } from '../_state/url'
import { deckAtom, goToAtom, slideAtom, standingAtom } from '../_state/workshop'
import { useText } from '../_state/workspace'
import { Menu } from '../_ui/menu'
import styles from './slides-panel.module.css'

/** The slides of the deck in use in their order: choose, move, copy, delete and add. */
export function SlidesPanel() {
  const t = useTranslations('deck')
  const deck = useAtomValue(deckAtom)
  const { slides } = deck
  const current = useAtomValue(slideAtom)
  const [told, setTold] = useState('')
  return (
    <section className={styles.panel} aria-labelledby="slides-title">
      <div className={styles.head}>
        <h2 id="slides-title">{t('slides', { n: slides.length })}</h2>
        <span>{t('inAll', { n: minutesOf(deck) })}</span>
      </div>
      <p className={styles.hint}>{t('moveHint')}</p>
      <ol className={styles.list} tabIndex={-1}>
        {slides.map((slide, i) => (
          <Entry
            key={slide.id}
            slide={slide}
            index={i}
            count={slides.length}
            shown={slide === current}
            tell={setTold}
          />
        ))}
      </ol>
      <div className={styles.foot}>
        <Add full={slides.length >= deckLimits.slides} />
        <Undo tell={setTold} />
        <p role="status">{told}</p>
      </div>
    </section>
  )
}

function Entry(props: { slide: Slide; index: number; count: number; shown: boolean; tell: (text: string) => void }) {
  const { slide, index, count, shown, tell } = props
  const t = useTranslations('deck')
  const { locale } = useText()
  const model = useAtomValue(modelAtom)
  const { variants } = useAtomValue(shownAtom)
  const words = useSaidWords()
  const goTo = useSetAtom(goToAtom)
  const move = useSetAtom(moveSlideAtom)
  const duplicate = useSetAtom(duplicateSlideAtom)
  const remove = useSetAtom(deleteSlideAtom)
  const said = sayPlain(stand(model, slide, {}, variants), slide.sentence[locale], words)
  const n = index + 1
  const step = (by: -1 | 1) => {
    if (index + by < 0 || index + by >= count) return
    move(slide.id, by)
    tell(t('moved', { n: n + by, count }))
  }
  const keys = (event: KeyboardEvent) => {
    const by = event.altKey ? { ArrowUp: -1 as const, ArrowDown: 1 as const }[event.key] : undefined
    if (by === undefined) return
    event.preventDefault()
    step(by)
  }
  const actions = [
    ...(index > 0 ? [{ label: t('up'), act: () => step(-1) }] : []),
    ...(n < count ? [{ label: t('down'), act: () => step(1) }] : []),
    { label: t('duplicate'), act: () => duplicate(slide.id) },
    ...(count > 1
      ? [
          {
            label: t('delete'),
            act: () => {
              remove(slide.id)
              tell(t('slideDeleted', { n }))
            },
          },
        ]
      : []),
  ]
  return (
    <li className={styles.entry} data-shown={shown || undefined}>
      <span className={styles.thumb} aria-hidden>
        <SlideThumb slide={slide} number={n} count={count} label={t('picture', { n })} />
      </span>
      <button
        type="button"
        className={styles.pick}
        aria-current={shown ? 'true' : undefined}
        onClick={() => goTo(index)}
        onKeyDown={keys}
      >
        <span className={styles.number}>{n}</span> <span className={styles.sentence}>{said}</span>{' '}
        <span className={styles.minutes}>{t('min', { n: slide.minutes })}</span>
      </button>
      {shown && (
        <span className={styles.steps}>
          <button type="button" aria-label={t('upOf', { n })} disabled={index === 0} onClick={() => step(-1)}>
            ↑
          </button>
          <button type="button" aria-label={t('downOf', { n })} disabled={n === count} onClick={() => step(1)}>
            ↓
          </button>
        </span>
      )}
      <Menu label={t('slideActions', { n })} trigger={<span aria-hidden>⋯</span>} actions={actions} />
    </li>
  )
}

/** A new slide of each kind, after the one in use. */
function Add({ full }: { full: boolean }) {
  const t = useTranslations('deck')
  const store = useStore()
  const add = useSetAtom(addSlideAtom)
  const names = useChartNames()
  const make = (kind: Slide['chart']['kind']) => {
    const [model, { assignment, year }] = [store.get(modelAtom), store.get(standingAtom)]
    const blank = textSlide({ model, assignment, year })
    const chart = chartOfKind(model, { ...blank, chart: store.get(slideAtom).chart }, kind)
    if (chart) add({ ...blank, id: kind, chart })
  }
  if (full) return <p>{t('full', { most: deckLimits.slides })}</p>
  return (
    <Menu
      label={t('addSlide')}
      className="button"
      trigger={t('addSlide')}
      actions={names.map(({ kind, name }) => ({ label: name, act: () => make(kind) }))}
    />
  )
}

function Undo({ tell }: { tell: (text: string) => void }) {
  const t = useTranslations('deck')
  const { deck } = useAtomValue(presentingAtom)
  const edited = useAtomValue(editedAtom)
  const undo = useSetAtom(undoEditAtom)
  return (
    <button
      type="button"
      className="button"
      disabled={!edited(deck)}
      onClick={() => {
        if (deck === null) return
        void undo(deck)
        tell(t('undone'))
      }}
    >
      {t('undoEdit')}
    </button>
  )
}
