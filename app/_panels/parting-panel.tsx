'use client'
import { useAtomValue } from 'jotai'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import {
  byCertainty,
  certainties,
  type Certainty,
  certaintyOf,
  type PartedEvent,
  type PartedIndicator,
  widestEvents,
  widestIndicators,
} from '../../lib/chart/parting'
import { endsOf, formatSpread, type OutcomeRow, outcomeRows } from '../../lib/chart/sort-outcomes'
import type { Order } from '../../lib/engine/paired'
import { formatNumber, formatPercent, formatQuantity } from '../../lib/format'
import type { Text, Variable } from '../../lib/pack/schema'
import { ChartFrame, type Sheet } from '../_charts/chart-frame'
import { CompareTrack } from '../_charts/compare-track'
import { edgeText, LadderGround, ladderEdges } from '../_charts/ladder'
import { TableDrawing } from '../_charts/table-drawing'
import { useWidth } from '../_charts/use-width'
import { useAddToDeck } from '../_parts/use-add-to-deck'
import { useDrawn, useSides } from '../_parts/compared'
import { orderLetters, OrderText, useCertainty } from '../_parts/order-text'
import { useFrameWords } from '../_parts/use-caption'
import { useCompareCaption } from '../_parts/use-compare-caption'
import { VariableButton } from '../_parts/variable-button'
import { drawsAtom } from '../_state/draws'
import { modelAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import { Radios } from '../_ui/radios'
import styles from './parting-panel.module.css'

const [mostEvents, mostIndicators] = [8, 5]

/** Where all columns lie farthest apart, and how certain it is which of them stands highest. */
export function PartingPanel() {
  const t = useTranslations('parting')
  const { text } = useText()
  const model = useAtomValue(modelAtom)
  const { orders } = useDrawn()
  const { all, baseline, reference, year } = useSides()
  const rows = outcomeRows(
    model,
    year,
    { baseline: baseline.outcome, columns: all.map(({ outcome }) => outcome), reference: reference.outcome },
    model.variables.map(({ label }) => text(label)),
    null,
  )
  const events = widestEvents(rows, mostEvents)
  const indicators = widestIndicators(rows, mostIndicators)
  const subtitle = t('subtitle', { year, letters: all.map(({ short }) => short).join(', ') })
  const first = events[0]
  const head = (menu: ReactNode) => (
    <div className={styles.head}>
      <h2>{t('title')}</h2>
      {menu}
      <p>{subtitle}</p>
    </div>
  )
  const sheet = usePartingSheet(rows, events, indicators, orders, subtitle)
  const words = useFrameWords(t('title'))
  const more = useAddToDeck((seeds) => seeds.comparisonSeed(['risk', 'opportunity']))
  if (all.length < 2)
    return (
      <section className={styles.panel}>
        {head(null)}
        <p>{t('one')}</p>
      </section>
    )
  return (
    <section className={styles.panel}>
      <ChartFrame
        description={first ? t('description', { subtitle, name: first.row.name, points: first.points }) : t('noEvents')}
        words={words}
        sheet={sheet}
        titled={head}
        more={more}
      >
        {(menu) => (
          <>
            {head(menu)}
            <Events events={events} />
            <Indicators indicators={indicators} />
            <Orders rows={rows} orders={orders} />
          </>
        )}
      </ChartFrame>
    </section>
  )
}

/** The events that part the columns most, each on the scale of likelihood. */
function Events({ events }: { events: readonly PartedEvent[] }) {
  const t = useTranslations('parting')
  const still = useTranslations('compare')
  const { all, reference, baseline } = useSides()
  const { ref, width } = useWidth(380)
  const places = [baseline, ...all]
  return (
    <section className={styles.part}>
      <h3>{t('events')}</h3>
      {events.length === 0 && <p className={styles.none}>{t('noEvents')}</p>}
      {events.length > 0 && (
        <div className={styles.tracks}>
          <div className={styles.ground} aria-hidden>
            <div ref={ref}>
              <LadderGround height="100%" />
            </div>
          </div>
          <div className={styles.axis} aria-hidden>
            <span className={styles.edges}>
              {ladderEdges.map((edge) => (
                <span key={edge} style={{ left: `${100 * edge}%` }}>
                  {edgeText(edge)}
                </span>
              ))}
            </span>
            <span>{t('points')}</span>
          </div>
          <ol>
            {events.map(({ row, points }) => {
              const sides = places.map(({ place, letter }, i) => ({ place, letter, value: row.values[i] ?? 0 }))
              const values = all.map(({ short }, i) => `${short} ${formatPercent(row.values[i + 1] ?? 0)}`).join(', ')
              return (
                <li key={row.id}>
                  <VariableButton id={row.id} className={styles.event}>
                    <span className={styles.named} aria-hidden>
                      <span className={styles.label}>{row.name}</span>
                      {row.kind === 'opportunity' && <small>{t('favourable')}</small>}
                    </span>
                    <span className={styles.track}>
                      <CompareTrack
                        sides={sides.filter(({ place }) => place !== reference.place)}
                        reference={{ letter: reference.letter, value: row.reference }}
                        width={Math.round(width)}
                        height={24}
                        words={still('still', { letters: all.map(({ short }) => short).join('') })}
                      />
                    </span>
                    <span className={styles.points} aria-hidden>
                      {points}
                    </span>
                    <span className="hidden">{t('event', { name: row.name, values, points })}</span>
                  </VariableButton>
                </li>
              )
            })}
          </ol>
        </div>
      )}
    </section>
  )
}

/** The indicators that part the columns most for their size. */
function Indicators({ indicators }: { indicators: readonly PartedIndicator[] }) {
  const t = useTranslations('parting')
  const { text, locale } = useText()
  const { variables, indexOf } = useAtomValue(modelAtom)
  const { all } = useSides()
  const lettersOf = (positions: readonly number[]) => positions.map((i) => all[i]?.short ?? '').join(' = ')
  return (
    <section className={styles.part}>
      <h3>{t('indicators')}</h3>
      {indicators.length === 0 && <p className={styles.none}>{t('noIndicators')}</p>}
      {indicators.length > 0 && (
        <>
          <p className={styles.corner} aria-hidden>
            {t('relative')}
          </p>
          <ol>
            {indicators.map(({ row, low, high, lowest, highest, percent }) => {
              const variable = variables[indexOf.get(row.id) ?? -1]!
              const format = (value: number) => formatQuantity(variable, value, locale)
              return (
                <li key={row.id}>
                  <VariableButton id={row.id} className={styles.indicator}>
                    <span className={styles.label}>{row.name}</span>
                    <span className={styles.range}>
                      {t('range', { low: format(low), high: format(high) })} <small>{unitOf(variable, text)}</small>
                    </span>
                    <span className={styles.ends}>
                      {t('ends', { highest: lettersOf(highest), lowest: lettersOf(lowest) })}
                    </span>
                    <span className={styles.points}>{`${formatNumber(percent, 0, locale)}%`}</span>
                  </VariableButton>
                </li>
              )
            })}
          </ol>
        </>
      )}
    </section>
  )
}

/** How certain the order of the columns is: counts of all outcomes, and the list of one kind at a time. */
function Orders({ rows, orders }: { rows: readonly OutcomeRow[]; orders: readonly Order[] | null }) {
  const t = useTranslations('parting')
  const { locale } = useText()
  const { count } = useAtomValue(drawsAtom)
  const { word } = useCertainty()
  const [shown, setShown] = useState<Certainty>('certain')
  const groups = orders && byCertainty(orders)
  return (
    <section className={styles.part}>
      <h3>{t('orders')}</h3>
      <p className={styles.means}>{t('means', { n: formatNumber(count, 0, locale) })}</p>
      {!groups && <p className={styles.none}>{t('computing')}</p>}
      {groups && orders && (
        <>
          <Radios
            label={t('shown')}
            value={shown}
            choices={certainties.map((id) => ({
              id,
              label: t('count', { word: word(id), n: groups[id].length }),
              content: (
                <>
                  {word(id)} <b>{groups[id].length}</b>
                </>
              ),
            }))}
            onChoose={(id) => setShown(certainties.find((known) => known === id) ?? 'certain')}
            className={styles.tabs}
            itemClassName={styles.tab}
          />
          {groups[shown].length === 0 && <p className={styles.none}>{t('noneShown')}</p>}
          <ol className={styles.orders} hidden={groups[shown].length === 0}>
            {groups[shown].map((index) => {
              const order = orders[index]!
              return (
                <li key={index}>
                  <VariableButton id={rows[index]?.id ?? ''} className={styles.order}>
                    <span className={styles.label}>{rows[index]?.name}</span>
                    <span className={styles.letters}>
                      <OrderText groups={order.groups} />
                    </span>
                    {shown !== 'none' && <span className={styles.share}>{formatPercent(order.share)}</span>}
                  </VariableButton>
                </li>
              )
            })}
          </ol>
        </>
      )}
    </section>
  )
}

/** All outcomes with their ends, spread and order as a file; the widest alone as a picture. */
function usePartingSheet(
  rows: readonly OutcomeRow[],
  events: readonly PartedEvent[],
  indicators: readonly PartedIndicator[],
  orders: readonly Order[] | null,
  subtitle: string,
): () => Sheet {
  const t = useTranslations('parting')
  const { text, locale } = useText()
  const { variables, indexOf } = useAtomValue(modelAtom)
  const caption = useCompareCaption()
  const { word, said } = useCertainty()
  const told = (row: OutcomeRow) => {
    const variable = variables[indexOf.get(row.id) ?? -1]!
    const order = orders?.[indexOf.get(row.id) ?? -1]
    const ends = endsOf(row).map((value) => formatQuantity(variable, value, locale))
    return { variable, order, ends, spread: formatSpread(variable, row, locale) }
  }
  const drawn = (row: OutcomeRow) => {
    const { variable, order, ends, spread } = told(row)
    const [low = '', high = ''] = ends
    const unit = variable.kind === 'indicator' && variable.scale !== 'chance' ? text(variable.unit) : t('points')
    return [
      row.name,
      t('range', { low, high }),
      `${spread} ${unit}`,
      order ? orderLetters(order.groups) : t('computing'),
      order ? said(order) : '',
    ]
  }
  return () => ({
    caption: caption(t('title'), subtitle),
    table: {
      head: [t('outcome'), t('unit'), t('lowest'), t('highest'), t('spread'), t('order'), t('certainty'), t('share')],
      rows: rows.map((row) => {
        const { variable, order, ends, spread } = told(row)
        return [
          row.name,
          variable.kind === 'indicator' ? text(variable.unit) : t('probability'),
          ...ends.map((cell) => cell.replace('%', '')),
          spread,
          order ? orderLetters(order.groups) : t('computing'),
          order ? word(certaintyOf(order)) : '',
          order && certaintyOf(order) !== 'none' ? formatPercent(order.share) : '',
        ]
      }),
    },
    drawing: TableDrawing({
      columns: [
        { head: t('outcome'), width: 260 },
        { head: t('lowestHighest'), width: 170 },
        { head: t('spread'), width: 210 },
        { head: t('order'), width: 150 },
        { head: t('certainty'), width: 120 },
      ],
      groups: [
        { label: t('events'), rows: events.map(({ row }) => drawn(row)) },
        { label: t('indicators'), rows: indicators.map(({ row }) => drawn(row)) },
      ],
    }),
  })
}

/** The unit beside a figure that carries its own percent sign. */
function unitOf(variable: Variable, text: (text: Text) => string): string {
  return variable.kind === 'indicator' ? text(variable.unit).replace(/^% /, '') : ''
}
