'use client'
import { useAtomValue, useSetAtom } from 'jotai'
import { useTranslations } from 'use-intl'
import { encode, restingScreen } from '../../lib/scenario/codec'
import { SlideScaled } from '../_parts/slide-scaled'
import { SlideSheet } from '../_parts/slide-sheet'
import { fansUnderAtom } from '../_state/atoms'
import { takeToggledAtom } from '../_state/deck-edit'
import { modelAtom, named, packModelAtom, packNameAtom, pathOf, shownAtom } from '../_state/url'
import { asWrittenAtom, deckAtom, slideIndexAtom, standingAtom, toggleAtom, toggledAtom } from '../_state/workshop'
import { useText } from '../_state/workspace'
import { useMedia } from '../_ui/use-media'
import styles from './slide-panel.module.css'

/** The slide in use, large and alive, and what to do with what is toggled on it. */
export function SlidePanel() {
  const t = useTranslations('deck')
  const standing = useAtomValue(standingAtom)
  const toggled = Object.keys(useAtomValue(toggledAtom)).length
  const { slides } = useAtomValue(deckAtom)
  const index = useAtomValue(slideIndexAtom)
  const fans = useAtomValue(fansUnderAtom)
  const toggle = useSetAtom(toggleAtom)
  const asWritten = useSetAtom(asWrittenAtom)
  const take = useSetAtom(takeToggledAtom)
  // On a sheet so small its toggles could not be hit: they stand beneath it.
  const narrow = useMedia('(max-width: 899.98px)', false)
  const sheet = (
    <SlideSheet
      standing={standing}
      written={toggled === 0}
      number={index + 1}
      count={slides.length}
      fans={fans(standing.assignment)}
      hidden={false}
      guess={null}
      {...(!narrow && {
        toggles: (key: number, state: string) => toggle(standing.slide.toggles[key] ?? '', state),
      })}
    />
  )
  return (
    <section className={styles.panel} aria-label={t('slide', { n: index + 1 })}>
      <div className={styles.sheet}>
        {narrow ? (
          <SlideScaled label={t('picture', { n: index + 1 })}>{sheet}</SlideScaled>
        ) : (
          <SlideScaled>{sheet}</SlideScaled>
        )}
      </div>
      {narrow && <Toggles />}
      <div className={styles.state}>
        <p role="status">{toggled === 0 ? t('asWritten') : t('toggled', { n: toggled })}</p>
        <button type="button" className="button" disabled={toggled === 0} onClick={() => asWritten()}>
          {t('toWritten')}
        </button>
        <button type="button" className="button" disabled={toggled === 0} onClick={() => take()}>
          {t('takeToggled')}
        </button>
        <ExploreLink />
      </div>
    </section>
  )
}

/** The toggles of the slide as lists to choose from. */
function Toggles() {
  const { text } = useText()
  const { pack } = useAtomValue(modelAtom)
  const { slide, assignment } = useAtomValue(standingAtom)
  const toggle = useSetAtom(toggleAtom)
  return slide.toggles.flatMap((id) =>
    pack.assumptions
      .filter((assumption) => assumption.id === id)
      .map(({ label, states }) => (
        <label key={id} className={styles.toggle}>
          {text(label)}
          <select value={assignment[id]} onChange={(event) => toggle(id, event.target.value)}>
            {states.map((state) => (
              <option key={state.id} value={state.id}>
                {text(state.label)}
              </option>
            ))}
          </select>
        </label>
      )),
  )
}

/** Leads to what the slide shows now on Explore. */
function ExploreLink() {
  const t = useTranslations('deck')
  const { locale } = useText()
  const model = useAtomValue(packModelAtom)
  const name = useAtomValue(packNameAtom)
  const { assignment, year } = useAtomValue(standingAtom)
  const { changes, variants } = useAtomValue(shownAtom)
  const query = named(name, encode(model, { ...restingScreen(model), changes, variants, assignment, year }))
  return (
    <a className="link" href={`${pathOf(locale, 'explore')}${query && `?${query}`}`}>
      {t('inExplore')}
    </a>
  )
}
