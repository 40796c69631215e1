'use client'
import { useAtom, useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import { type Paper, paperParts, papers, type PaperPart } from '../../lib/scenario/presenting'
import { useWidth } from '../_charts/use-width'
import { DeckExport } from '../_parts/deck-export'
import { PaperBlank } from '../_parts/paper-blank'
import { PaperCards } from '../_parts/paper-cards'
import { PaperHandout } from '../_parts/paper-handout'
import { PaperResults } from '../_parts/paper-results'
import { PaperRoles } from '../_parts/paper-roles'
import { lineFansAtom } from '../_state/atoms'
import { modelAtom, presentingAtom } from '../_state/url'
import { workshopAtom } from '../_state/workshop'
import { Radios } from '../_ui/radios'
import styles from './paper-panel.module.css'

declare module 'react' {
  interface CSSProperties {
    '--width'?: string
    '--height'?: string
    '--scale'?: number
  }
}

/** Sides of a sheet as CSS has them, and how many pixels of a screen its width is. */
const sizes: Readonly<Record<Paper, { width: string; height: string; pixels: number }>> = {
  a4: { width: '210mm', height: '297mm', pixels: 794 },
  letter: { width: '8.5in', height: '11in', pixels: 816 },
}

const drawn: Readonly<Record<PaperPart, () => React.ReactNode>> = {
  handout: PaperHandout,
  cards: PaperCards,
  blank: PaperBlank,
  roles: PaperRoles,
  results: PaperResults,
}

/** The print pack: what to print and on what, and the sheets as they leave the printer. */
export function PaperPanel() {
  const t = useTranslations('paper')
  const [{ paper, parts }] = useAtom(presentingAtom)
  const there = useThere()
  const shown = parts.filter((part) => there[part])
  const { width, height, pixels } = sizes[paper]
  const { ref, width: seen } = useWidth(pixels)
  const scale = Math.min(1, seen / pixels)
  return (
    <>
      {/* Of the page, not of the sheets: the browser wants to know it before any is laid out. */}
      <style>{`@page{size:${width} ${height};margin:0}`}</style>
      <Choices there={there} />
      <div ref={ref} className={styles.sheets} style={{ '--width': width, '--height': height, '--scale': scale }}>
        {shown.length === 0 && <p className={styles.none}>{t('none')}</p>}
        {shown.map((part) => {
          const Part = drawn[part]
          return (
            <section key={part} aria-label={t(`parts.${part}`)}>
              <Part />
            </section>
          )
        })}
      </div>
    </>
  )
}

/** Which parts have something to print: a pack may come without scenarios and without roles. */
function useThere(): Readonly<Record<PaperPart, boolean>> {
  const { scenarios } = useAtomValue(modelAtom).pack
  const roles = useAtomValue(workshopAtom)?.roles ?? []
  return { handout: true, cards: scenarios.length > 0, blank: true, roles: roles.length > 0, results: true }
}

function Choices({ there }: { there: Readonly<Record<PaperPart, boolean>> }) {
  const t = useTranslations('paper')
  const [{ paper, parts }, setScreen] = useAtom(presentingAtom)
  const computing = useAtomValue(lineFansAtom).some((fans) => fans.includes(null))
  const chosen = parts.filter((part) => there[part])
  const toggle = (part: PaperPart) =>
    setScreen({ parts: paperParts.filter((own) => parts.includes(own) !== (own === part)) })
  const size = (id: string) => setScreen({ paper: papers.find((known) => known === id) ?? papers[0] })
  return (
    <section className={styles.choices} aria-label={t('choices')}>
      <h1>{t('title')}</h1>
      <p className={styles.lead}>{t('lead')}</p>
      <Radios
        label={t('size')}
        value={paper}
        choices={[
          { id: 'a4', label: t('a4') },
          { id: 'letter', label: t('letter') },
        ]}
        onChoose={size}
        className={styles.sizes}
        itemClassName="button"
      />
      <fieldset className={styles.parts}>
        <legend>{t('which')}</legend>
        {paperParts.map((part) => (
          <label key={part}>
            <input
              type="checkbox"
              checked={chosen.includes(part)}
              disabled={!there[part]}
              onChange={() => toggle(part)}
            />
            <span>
              <b>{t(`parts.${part}`)}</b> {there[part] ? t(`means.${part}`) : t('missing')}
            </span>
          </label>
        ))}
      </fieldset>
      <div className={styles.acts}>
        <button type="button" className="button solid" disabled={chosen.length === 0} onClick={() => print()}>
          {t('print')}
        </button>
        <DeckExport />
      </div>
      <p className={styles.how}>{t('how')}</p>
      <p className={styles.computing} aria-live="polite">
        {computing && t('computing')}
      </p>
    </section>
  )
}
