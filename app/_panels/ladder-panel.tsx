'use client'
import { useAtomValue, useSetAtom, useStore } from 'jotai'
import { memo, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { formatPercent, formatSigned, probabilityWord, wholePoints } from '../../lib/format'
import type { RiskOrOpportunity } from '../../lib/pack/schema'
import { views } from '../../lib/scenario/codec'
import { ChartFrame, type Sheet } from '../_charts/chart-frame'
import { LadderGround, LadderTrack, toneOf, wordedBands } from '../_charts/ladder'
import { type DrawnRow, LadderDrawing } from '../_charts/ladder-drawing'
import { Triangle } from '../_charts/mark'
import { openAtom, rankedAtoms, type Row, summaryAtom, variableAtomsAtom, viewAtom, yearAtom } from '../_state/atoms'
import { modelAtom, screenAtom } from '../_state/url'
import { useRow, useText } from '../_state/workspace'
import { Radios } from '../_ui/radios'
import styles from './ladder-panel.module.css'
import { useAddToDeck } from '../_parts/use-add-to-deck'
import { LadderScale } from '../_parts/ladder-scale'
import { useCaption, useFrameWords } from '../_parts/use-caption'
import { YearControl } from '../_parts/year-control'

/** The ladder of risks or opportunities by sector, the tabs of the main column, and the year. */
export function LadderPanel() {
  const view = useAtomValue(viewAtom)
  return (
    <section className={styles.panel}>
      {view === 'risks' || view === 'opportunities' ? (
        <Ladder kind={view === 'risks' ? 'risk' : 'opportunity'} />
      ) : (
        <Controls />
      )}
    </section>
  )
}

const Controls = memo(function Controls({ menu }: { menu?: ReactNode }) {
  return (
    <div className={styles.controls}>
      <ViewTabs />
      <YearControl />
      {menu}
    </div>
  )
})

function ViewTabs() {
  const t = useTranslations('view')
  const view = useAtomValue(viewAtom)
  const setScreen = useSetAtom(screenAtom)
  return (
    <Radios
      label={t('label')}
      value={view}
      choices={views.map((id) => ({ id, label: t(id) }))}
      onChoose={(id) => setScreen({ view: views.find((v) => v === id) ?? views[0] })}
      className={styles.tabs}
      itemClassName={styles.tab}
    />
  )
}

function Ladder({ kind }: { kind: RiskOrOpportunity['kind'] }) {
  const t = useTranslations('ladder')
  const title = kind === 'risk' ? t('risks') : t('opportunities')
  const sheet = useLadderSheet(kind, title)
  return (
    <ChartFrame
      description={useDescription(kind)}
      words={useFrameWords(title)}
      sheet={sheet}
      titled={(menu) => <Controls menu={menu} />}
      more={useAddToDeck((seeds) => seeds.ladderSeed(kind))}
    >
      {(menu) => (
        <>
          <Controls menu={menu} />
          <Rows kind={kind} title={title} />
        </>
      )}
    </ChartFrame>
  )
}

/** The rows by sector on their scale; kept as they are while their order holds, whatever the frame's sentence counts. */
const Rows = memo(function Rows({ kind, title }: { kind: RiskOrOpportunity['kind']; title: string }) {
  const { text } = useText()
  const { pack } = useAtomValue(modelAtom)
  const groups = useAtomValue(rankedAtoms[kind])
  return (
    <div className={styles.ladder}>
      <Axis title={title} />
      <div className={styles.ground} aria-hidden>
        <LadderGround height="100%" />
      </div>
      {groups.map(({ group, ids }) => {
        const label = text(pack.meta.groups.find((g) => g.id === group)!.label)
        return (
          <section key={group} className={styles.group} aria-label={label}>
            <h3>{label}</h3>
            <ol>
              {ids.map((id) => (
                <li key={id}>
                  <LadderRow id={id} />
                </li>
              ))}
            </ol>
          </section>
        )
      })}
    </div>
  )
})

/** Words and edges of the probability scale, pinned above the rows. */
function Axis({ title }: { title: string }) {
  const t = useTranslations('ladder')
  const year = useAtomValue(yearAtom)
  return (
    <div className={styles.axis}>
      <h2>{title}</h2>
      <LadderScale />
      <span className={styles.percent} aria-hidden>
        {year}
      </span>
      <span className={styles.shift} aria-hidden>
        {t('points')}
      </span>
    </div>
  )
}

/**
 * One event: name, marks, percentage and signed points; the whole row opens its explanation. Kept as it is
 * while its own numbers hold, whatever the counts above it or the order around it do.
 */
const LadderRow = memo(function LadderRow({ id }: { id: string }) {
  const { text } = useText()
  const { pack } = useAtomValue(modelAtom)
  const variable = pack.variables.find((v) => v.id === id)!
  const row = useRow(id)
  const open = useAtomValue(openAtom) === id
  const setScreen = useSetAtom(screenAtom)
  const spoken = useSpoken()
  const coloured = variable.kind === 'risk'
  const points = wholePoints(row.baseline, row.value)
  const tone = toneOf(points, coloured)
  const notable = toneOf(points) !== 'hold'
  return (
    <button
      type="button"
      className={styles.row}
      data-open={open || undefined}
      data-notable={notable || undefined}
      aria-expanded={open}
      onClick={() => setScreen({ open: open ? null : id })}
      data-variable={id}
    >
      <span className={styles.label} aria-hidden>
        {text(variable.label)}
      </span>
      <span className={styles.track}>
        <LadderTrack {...row} height={24} coloured={coloured} />
      </span>
      <span className={styles.percent} aria-hidden>
        {formatPercent(row.value)}
      </span>
      <span className={`${styles.shift} ${coloured ? tone : ''}`} aria-hidden>
        {notable && <Triangle up={points > 0} tone={coloured ? `var(--${tone})` : 'var(--ink-2)'} size={7} />}
        {formatSigned(points, 0, 'en')}
      </span>
      <span className="hidden">{spoken(text(variable.label), row)}</span>
    </button>
  )
})

/** The full spoken text of a row: percent, word, shift, interval. */
function useSpoken(): (name: string, row: Row) => string {
  const t = useTranslations('ladder')
  const word = useTranslations('word')
  return (name, { baseline, value, interval, own }) => {
    const points = wholePoints(baseline, value)
    const direction = points > 0 ? 'up' : points < 0 ? 'down' : 'same'
    const said = t('row', {
      name,
      percent: formatPercent(value),
      word: word(probabilityWord(value) ?? 'none'),
      shift: t(direction, { points: Math.abs(points), baseline: formatPercent(baseline) }),
      interval: interval
        ? t('interval', { low: formatPercent(interval.low), high: formatPercent(interval.high) })
        : t('computing'),
    })
    const packs = own && { value: formatPercent(own.value), baseline: formatPercent(own.baseline) }
    return packs ? `${said}, ${t('own', packs)}` : said
  }
}

function useDescription(kind: RiskOrOpportunity['kind']): string {
  const t = useTranslations('ladder')
  const year = useAtomValue(yearAtom)
  const groups = useAtomValue(rankedAtoms[kind])
  const { likely, rise, fall } = useAtomValue(summaryAtom)
  const n = groups.reduce((sum, { ids }) => sum + ids.length, 0)
  return kind === 'risk' ? t('description', { n, year, likely, rise, fall }) : t('favourable', { year })
}

/** The ladder as a file: drawn and tabled from what the rows show at that moment. */
function useLadderSheet(kind: RiskOrOpportunity['kind'], title: string): () => Sheet {
  const t = useTranslations('ladder')
  const word = useTranslations('word')
  const { text } = useText()
  const store = useStore()
  const caption = useCaption()
  return () => {
    const { pack } = store.get(modelAtom)
    const year = store.get(yearAtom)
    const atoms = store.get(variableAtomsAtom)
    const groups = store.get(rankedAtoms[kind]).map(({ group, ids }) => ({
      label: text(pack.meta.groups.find((g) => g.id === group)!.label),
      rows: ids.map((id): DrawnRow => ({
        label: text(pack.variables.find((v) => v.id === id)!.label),
        ...store.get(atoms.get(id)!.row),
      })),
    }))
    const words = wordedBands.map(({ word: id, from, to }) => ({ text: word(id), at: (from + to) / 2 }))
    const rows = groups.flatMap((group) => group.rows)
    const percents = ({ baseline, value, interval }: DrawnRow) =>
      [baseline, value, interval?.low, interval?.high].map((p) => (p === undefined ? '' : formatPercent(p)))
    return {
      caption: caption(title, kind === 'risk' ? t('adverse', { year }) : t('favourable', { year })),
      table: {
        head: [t('event'), t('baseline'), String(year), t('low'), t('high'), t('shift')],
        rows: rows.map((row) => [
          row.label,
          ...percents(row),
          formatSigned(wholePoints(row.baseline, row.value), 0, 'en'),
        ]),
      },
      drawing: LadderDrawing({ groups, words, coloured: kind === 'risk', year, points: t('points') }),
    }
  }
}
