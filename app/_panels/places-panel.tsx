'use client'
import { useAtomValue, useSetAtom } from 'jotai'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { formatNumber } from '../../lib/format'
import type { Site } from '../../lib/pack/schema'
import { ApproximateNote } from '../_charts/approximate-note'
import { ChartFrame, type Sheet } from '../_charts/chart-frame'
import type { MapSite, MapWords } from '../_charts/site-map'
import { SiteMark } from '../_charts/site-mark'
import { useOutline } from '../_charts/use-outline'
import { useWidth } from '../_charts/use-width'
import { useAddToDeck } from '../_parts/use-add-to-deck'
import { useFrameWords } from '../_parts/use-caption'
import { useFactWords } from '../_parts/use-fact-words'
import { chooseSiteAtom, pointAtom, ringedAtom } from '../_state/facts'
import { packModelAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import { useLoaded } from '../_ui/use-loaded'
import { useMedia } from '../_ui/use-media'
import styles from './places-panel.module.css'

/** Where the facts are about: a map that finds them and is found by them; on a narrow screen behind a button. */
export function PlacesPanel() {
  const t = useTranslations('facts')
  const beside = useMedia('(min-width: 1200px)', true)
  const { meta, sites = [] } = useAtomValue(packModelAtom).pack
  const [shown, show] = useState(false)
  const map = meta.map && sites.length > 0 ? <Places country={meta.map.country} sites={sites} /> : null
  if (map === null || beside) return map
  return (
    <div className={styles.narrow}>
      <button type="button" className="button" aria-expanded={shown} onClick={() => show(!shown)}>
        {shown ? t('hideMap') : t('showMap')}
      </button>
      {shown && map}
    </div>
  )
}

/** Map code comes with the first map shown, so that a list without one costs nothing. */
const mapCode = () => import('../_charts/site-map')

function Places({ country, sites }: { country: string; sites: readonly Site[] }) {
  const t = useTranslations('facts')
  const { text, locale } = useText()
  const code = useLoaded(mapCode)
  const outline = useOutline(country)
  const { ref, width } = useWidth(352)
  const ringed = useAtomValue(ringedAtom)
  const point = useSetAtom(pointAtom)
  const choose = useSetAtom(chooseSiteAtom)
  const words = useMapWords(sites.length)
  const table = useTable(sites)
  const caption = useMapCaption()
  const frameWords = useFrameWords(t('places'))
  const drawn = sites.map(({ id, label, note, status, approximate, points }): MapSite => ({
    ...{ id, status, approximate, points },
    label: text(label),
    note: note ? text(note) : null,
  }))
  const sheet = (): Sheet => ({
    caption,
    table,
    drawing:
      code === null || code === 'failed' || typeof outline === 'string'
        ? { width: 560, height: 0, content: null }
        : code.SiteMapDrawing({ outline, sites: drawn }),
  })
  const map = () => {
    if (code === null)
      return (
        <>
          <div className={styles.waiting} aria-busy />
          <ApproximateNote sites={drawn} word={words.approximate} />
        </>
      )
    if (code === 'failed') return <p className={styles.failed}>{t('mapFailed')}</p>
    const { SiteMap } = code
    return (
      <SiteMap
        country={country}
        sites={drawn}
        words={words}
        ringed={ringed}
        onHover={(site) => point(site === null ? {} : { site })}
        onChoose={(site) => choose(site, locale)}
        width={Math.round(width)}
      />
    )
  }
  return (
    <section className={styles.places} aria-label={t('places')}>
      <ChartFrame
        description={words.label}
        words={frameWords}
        sheet={sheet}
        titled={(menu) => <Head menu={menu} />}
        more={useAddToDeck((seeds) => seeds.mapSeed)}
      >
        {(menu) => (
          <>
            <Head menu={menu} />
            <div ref={ref} className={styles.map}>
              {map()}
            </div>
          </>
        )}
      </ChartFrame>
    </section>
  )
}

/** Title and key in one line. */
function Head({ menu }: { menu: ReactNode }) {
  const t = useTranslations('facts')
  const key = [
    { status: 'operating', word: t('operating') },
    { status: 'underway', word: t('halfway') },
    { status: 'proposed', word: t('proposed') },
  ] as const
  return (
    <div className={styles.head}>
      <h2>{t('places')}</h2>
      <ul>
        {key.map(({ status, word }) => (
          <li key={status}>
            <SiteMark status={status} />
            {word}
          </li>
        ))}
      </ul>
      {menu}
    </div>
  )
}

function useStatusWords(): MapWords['status'] {
  const t = useTranslations('facts')
  return { operating: t('operating'), underway: t('underway'), halted: t('halted'), proposed: t('proposed') }
}

function useMapWords(n: number): MapWords {
  const t = useTranslations('facts')
  return {
    label: t('mapOf', { n }),
    status: useStatusWords(),
    approximate: t('approximate'),
    unknown: t('mapUnknown'),
    failed: t('mapFailed'),
  }
}

function useMapCaption() {
  const t = useTranslations('facts')
  const { text } = useText()
  const { meta, sites = [] } = useAtomValue(packModelAtom).pack
  const { author, title, series } = meta.source
  return {
    title: t('places'),
    subtitle: t('mapOf', { n: sites.length }),
    assumptions: t('key'),
    source: t('mapSource', {
      source: [author, `“${title}”`, series].filter(Boolean).join(', '),
      date: text(meta.evidenceDate),
      id: meta.id,
      version: meta.version,
    }),
  }
}

/** The places as a table: status, where, how exactly, and the sections that speak of them. */
function useTable(sites: readonly Site[]) {
  const t = useTranslations('facts')
  const { text, locale } = useText()
  const { sectionOf } = useFactWords()
  const { evidence } = useAtomValue(packModelAtom).pack
  const status = useStatusWords()
  // A line is told by its ends.
  const ends = (points: Site['points'], axis: 0 | 1) => {
    const [from, to] = [points[0]?.[axis] ?? 0, points.at(-1)?.[axis] ?? 0].map((at) => formatNumber(at, 2, locale))
    return points.length > 1 ? t('fromTo', { from: from ?? '', to: to ?? '' }) : (from ?? '')
  }
  const sections = (site: Site) => [
    ...new Set(evidence.flatMap(({ id, section }) => (site.evidence.includes(id) ? sectionOf(section) : []))),
  ]
  return {
    head: [
      t('columnPlace'),
      t('columnStatus'),
      t('columnLatitude'),
      t('columnLongitude'),
      t('columnExact'),
      t('columnSections'),
    ],
    rows: sites.map((site) => [
      text(site.label),
      status[site.status],
      ends(site.points, 1),
      ends(site.points, 0),
      site.approximate ? t('approximate') : t('exact'),
      sections(site).join(', '),
    ]),
  }
}
