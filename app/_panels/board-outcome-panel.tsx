'use client'
import { useAtomValue } from 'jotai'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { formatNumber, formatQuantity } from '../../lib/format'
import type { Variable } from '../../lib/pack/schema'
import { type BoardRange, shareOf, stackMarks } from '../../lib/workshop/board'
import { BoardDrawing } from '../_charts/board-drawing'
import { BoardTrack, type TrackedRange } from '../_charts/board-track'
import { ChartFrame, type Sheet } from '../_charts/chart-frame'
import { LadderGround } from '../_charts/ladder'
import { LadderScale } from '../_parts/ladder-scale'
import { useFrameWords } from '../_parts/use-caption'
import { YearControl } from '../_parts/year-control'
import { yearAtom } from '../_state/atoms'
import { groupsAtom, rangesAtom } from '../_state/groups'
import { changesAtom, modelAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import styles from './board-outcome-panel.module.css'

/** What the groups' scenarios lead to: lowest, median and highest of every outcome, the widest apart first. */
export function BoardOutcomePanel() {
  const t = useTranslations('groups')
  const groups = useAtomValue(groupsAtom)
  const sections = useSections()
  const sheet = useSheet(sections)
  const year = useAtomValue(yearAtom)
  const words = useFrameWords(t('outcomesTitle'))
  if (groups.length === 0) return null
  const head = (menu: ReactNode) => (
    <div className={styles.head}>
      <h2>{t('outcomesTitle')}</h2>
      <YearControl />
      {menu}
      <p>{t('outcomesMeans')}</p>
    </div>
  )
  return (
    <section className={styles.panel}>
      <ChartFrame
        description={t('outcomesDescription', { n: groups.length, year })}
        words={words}
        sheet={sheet}
        titled={head}
      >
        {(menu) => (
          <>
            {head(menu)}
            <div className={styles.sections}>
              {sections.map((section) => (
                <Ranges key={section.kind} section={section} />
              ))}
            </div>
          </>
        )}
      </ChartFrame>
    </section>
  )
}

/** One outcome as it is shown. */
interface Shown {
  range: BoardRange
  variable: Variable
  label: string
  /** Lowest, median, highest and spread as they are written. */
  numbers: readonly [low: string, median: string, high: string, spread: string]
  /** The group at either end, or how many; null where all are written alike. */
  ends: { low: string; high: string } | null
  track: TrackedRange
}

interface Section {
  kind: Variable['kind']
  label: string
  rows: readonly Shown[]
}

function useSections(): Section[] {
  const t = useTranslations('groups')
  const { text, locale } = useText()
  const { variables, indexOf } = useAtomValue(modelAtom)
  const groups = useAtomValue(groupsAtom)
  const ranges = useAtomValue(rangesAtom)
  const labels = { risk: t('risks'), opportunity: t('opportunities'), indicator: t('indicators') }
  const named = ([first = 0, ...others]: readonly number[]) =>
    others.length > 0 ? t('several', { n: others.length + 1 }) : (groups[first]?.called ?? '')
  const shownOf = (range: BoardRange): Shown => {
    const variable = variables[indexOf.get(range.id) ?? -1]!
    const format = (value: number) => formatQuantity(variable, value, locale)
    const { low, median, high, spread, lowest, highest, axis } = range
    const written =
      variable.kind !== 'indicator'
        ? formatNumber(spread, 0, locale)
        : formatNumber(variable.scale === 'chance' ? 100 * spread : spread, variable.decimals, locale)
    return {
      range,
      variable,
      label: text(variable.label),
      numbers: [format(low), format(median), format(high), written],
      ends: format(low) === format(high) ? null : { low: named(lowest), high: named(highest) },
      track: {
        baseline: shareOf(axis, range.baseline),
        low: shareOf(axis, low),
        median: shareOf(axis, median),
        high: shareOf(axis, high),
        marks: stackMarks(range.values.map((value) => shareOf(axis, value))).map(({ group, ...mark }) => ({
          ...mark,
          name: groups[group]?.called ?? '',
        })),
      },
    }
  }
  return ranges.map(({ kind, ranges }) => ({ kind, label: labels[kind], rows: ranges.map(shownOf) }))
}

const rowHeight = 30

/** The outcomes of one kind: events on the scale of probabilities, an indicator on an axis of its own from zero. */
function Ranges({ section: { kind, label, rows } }: { section: Section }) {
  const t = useTranslations('groups')
  const event = kind !== 'indicator'
  return (
    <section className={styles.section} data-kind={kind} aria-label={label}>
      <div className={styles.axis} aria-hidden>
        <h3>{label}</h3>
        <div className={styles.scale}>{event ? <LadderScale /> : <small>{t('ownAxis')}</small>}</div>
        {[t('low'), t('median'), t('high'), t('spread')].map((head) => (
          <small key={head}>{head}</small>
        ))}
      </div>
      <div className={styles.rows}>
        {event && (
          <div className={styles.ground} aria-hidden>
            <LadderGround height="100%" />
          </div>
        )}
        <ol>
          {rows.map((shown) => (
            <Row key={shown.range.id} shown={shown} />
          ))}
        </ol>
      </div>
    </section>
  )
}

function Row({ shown: { variable, label, numbers, ends, track, range } }: { shown: Shown }) {
  const t = useTranslations('groups')
  const { text } = useText()
  const [low, median, high, spread] = numbers
  const heads = [t('low'), t('median'), t('high'), t('spread')]
  const wide = variable.kind !== 'indicator' && range.spread >= 20
  const unit = variable.kind === 'indicator' ? text(variable.unit) : ''
  return (
    <li className={styles.row} data-still={low === high || undefined}>
      <span className={styles.label} aria-hidden>
        {label}
        <small>{[unit, ends && t('ends', ends)].filter(Boolean).join(' · ')}</small>
      </span>
      <span className={styles.track}>
        <BoardTrack range={track} height={rowHeight} />
      </span>
      {numbers.map((number, i) => (
        <span
          key={heads[i]}
          className={styles.number}
          data-head={heads[i]}
          data-wide={(wide && i === 3) || undefined}
          aria-hidden
        >
          {number}
        </span>
      ))}
      <span className="hidden">
        {ends
          ? t('row', { name: label, low, median, high, spread, ...endsOf(ends) })
          : t('rowStill', { name: label, value: low })}
      </span>
    </li>
  )
}

const endsOf = ({ low, high }: { low: string; high: string }) => ({ lowest: low, highest: high })

/** The ranges as a file, every group in it, and as a picture. */
function useSheet(sections: readonly Section[]): () => Sheet {
  const t = useTranslations('groups')
  const save = useTranslations('save')
  const mine = useTranslations('mine')
  const { text, locale } = useText()
  const { meta } = useAtomValue(modelAtom).pack
  const changes = useAtomValue(changesAtom)
  const groups = useAtomValue(groupsAtom)
  const year = useAtomValue(yearAtom)
  const names = groups.map(({ called }) => called)
  const heads = [t('low'), t('median'), t('high'), t('spread')]
  return () => ({
    caption: {
      title: t('outcomesTitle'),
      subtitle: t('outcomesDescription', { n: groups.length, year }),
      assumptions: t('captionGroups', { list: names.join(', ') }),
      source: [
        save('source', { ...meta.source, date: text(meta.evidenceDate), id: meta.id, version: meta.version }),
        ...(changes.length > 0 ? [mine('captionChanges', { n: changes.length })] : []),
      ].join(' '),
    },
    table: {
      head: [
        t('outcome'),
        t('kind'),
        t('unit'),
        t('baseline'),
        ...heads,
        ...names.map((name) => t('column', { name })),
      ],
      rows: sections.flatMap(({ label, rows }) =>
        rows.map(({ variable, label: name, range, numbers }) => [
          name,
          label,
          variable.kind === 'indicator' ? text(variable.unit) : t('probability'),
          formatQuantity(variable, range.baseline, locale),
          ...numbers,
          ...range.values.map((value) => formatQuantity(variable, value, locale)),
        ]),
      ),
    },
    drawing: BoardDrawing({
      sections: sections.map(({ kind, label, rows }) => ({
        label,
        events: kind !== 'indicator',
        rows: rows.map(({ label, track, numbers }) => ({ label, range: track, numbers })),
      })),
      heads,
    }),
  })
}
