'use client'
import { useAtomValue, useSetAtom } from 'jotai'
import { memo, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { certaintyOf } from '../../lib/chart/parting'
import { interval } from '../../lib/chart/series'
import {
  formatSpread,
  nextSort,
  type OutcomeRow,
  outcomeRows,
  sortOutcomes,
  spreadPointsOf,
} from '../../lib/chart/sort-outcomes'
import type { Order } from '../../lib/engine/paired'
import { formatQuantity, formatShift, wholePoints } from '../../lib/format'
import type { Variable } from '../../lib/pack/schema'
import { type Sort, sorts } from '../../lib/scenario/comparison'
import { ChartFrame, type Sheet } from '../_charts/chart-frame'
import { toneOf } from '../_charts/ladder'
import { Triangle } from '../_charts/mark'
import { scenarioColour, ScenarioMark } from '../_charts/scenario-mark'
import { TableDrawing } from '../_charts/table-drawing'
import { useAddToDeck } from '../_parts/use-add-to-deck'
import { type Named, useDrawn, useSides } from '../_parts/compared'
import { orderLetters, OrderText, useCertainty } from '../_parts/order-text'
import { useFrameWords } from '../_parts/use-caption'
import { useCompareCaption } from '../_parts/use-compare-caption'
import { VariableButton } from '../_parts/variable-button'
import { sortAtom } from '../_state/compare'
import { comparisonAtom, modelAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import styles from './outcome-panel.module.css'

const kinds = ['risk', 'opportunity', 'indicator'] as const

/** Every outcome in the year shown, on every side: value, difference, interval, spread, and how certain the order is. */
export function OutcomePanel() {
  const t = useTranslations('outcome')
  const { indexOf, years } = useAtomValue(modelAtom)
  const { orders, fansAt } = useDrawn()
  const { baseline, columns, all, reference, year } = useSides()
  const sides = [baseline, ...columns]
  const groups = useGroups(sides, orders)
  const several = all.length > 1
  const subtitle = t('subtitle', { year, reference: reference.said })
  const head = (menu: ReactNode) => (
    <div className={styles.head}>
      <h2>{t('title')}</h2>
      {menu}
      <p>
        {subtitle} {t('sorting', { reference: reference.said })}
      </p>
    </div>
  )
  return (
    <section>
      <ChartFrame
        description={t('description', {
          n: groups.reduce((sum, { rows }) => sum + rows.length, 0),
          year,
          sides: columns.map(({ full }) => full).join(', '),
          reference: reference.said,
        })}
        words={useFrameWords(t('title'))}
        sheet={useOutcomeSheet(sides, groups, orders, subtitle)}
        titled={head}
        more={useAddToDeck((seeds) => seeds.comparisonSeed(['risk', 'opportunity']))}
      >
        {(menu) => (
          <>
            {head(menu)}
            <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('title')}>
              <table className={`${styles.table} ${several ? styles.several : ''}`}>
                <thead>
                  <tr>
                    <Head by="name" className={styles.name}>
                      {t('name')}
                    </Head>
                    {sides.map((side) => (
                      <Head key={side.short} by={sortOf(side)} reference={side.place === reference.place}>
                        <ScenarioMark letter={side.letter} hollow={side.place === reference.place} size={13} />
                        <span style={{ color: scenarioColour(side.letter, 'ink') }}>{side.full}</span>
                      </Head>
                    ))}
                    {several && <Head by="spread">{t('spread')}</Head>}
                    {several && <Head by="order">{t('order')}</Head>}
                  </tr>
                </thead>
                {groups.map(({ kind, label, rows }) => (
                  <tbody key={kind}>
                    <tr className={styles.kind}>
                      <th scope="rowgroup" colSpan={sides.length + (several ? 3 : 1)}>
                        <span>{label}</span>
                      </th>
                    </tr>
                    {rows.map((row) => (
                      <Line
                        key={row.id}
                        row={row}
                        ranges={sides.map(({ place }) =>
                          interval(fansAt(place)[indexOf.get(row.id) ?? -1] ?? null, years.indexOf(year)),
                        )}
                        compared={sides.findIndex(({ place }) => place === reference.place)}
                        several={several}
                        order={orders?.[indexOf.get(row.id) ?? -1] ?? null}
                      />
                    ))}
                  </tbody>
                ))}
              </table>
            </div>
          </>
        )}
      </ChartFrame>
    </section>
  )
}

/** What a side's column is called where the table is sorted by it. */
const sortOf = ({ letter }: Named): Sort['by'] => sorts.find((known) => known === letter?.toLowerCase()) ?? 'baseline'

interface Group {
  kind: Variable['kind']
  label: string
  rows: readonly OutcomeRow[]
}

/** The outcomes by kind, in the order that is asked for. */
function useGroups(sides: readonly Named[], orders: readonly Order[] | null): Group[] {
  const t = useTranslations('outcome')
  const { text, locale } = useText()
  const model = useAtomValue(modelAtom)
  const sort = useAtomValue(sortAtom)
  const { baseline, columns, reference, year } = useSides()
  const rows = outcomeRows(
    model,
    year,
    { baseline: baseline.outcome, columns: columns.map(({ outcome }) => outcome), reference: reference.outcome },
    model.variables.map(({ label }) => text(label)),
    orders && orders.map((order) => (certaintyOf(order) === 'none' ? null : order.share)),
  )
  const position = sides.findIndex((side) => sortOf(side) === sort.by)
  // A column that is not on screen sorts nothing.
  const by =
    sort.by === 'name' || sort.by === 'spread' || sort.by === 'order' ? sort.by : position < 0 ? 'pack' : position
  const labels = { risk: t('risks'), opportunity: t('opportunities'), indicator: t('indicators') }
  return kinds.flatMap((kind) => {
    const own = rows.filter((row) => row.kind === kind)
    return own.length === 0 ? [] : [{ kind, label: labels[kind], rows: sortOutcomes(own, by, sort.up, locale) }]
  })
}

/** Head of a column: a press sorts by it, the next the other way, a third lets go. */
function Head(props: { by: Sort['by']; className?: string | undefined; reference?: boolean; children: ReactNode }) {
  const t = useTranslations('outcome')
  const sort = useAtomValue(sortAtom)
  const setComparison = useSetAtom(comparisonAtom)
  const sorted = sort.by === props.by
  return (
    <th
      scope="col"
      className={props.className}
      aria-sort={sorted ? (sort.up ? 'ascending' : 'descending') : undefined}
      data-reference={props.reference || undefined}
    >
      <button type="button" onClick={() => setComparison({ sort: nextSort<Sort['by']>(sort, props.by) })}>
        {props.children}
        {sorted && <Triangle up={sort.up} tone="var(--ink)" size={7} />}
      </button>
      {props.reference && <small>{t('comparedWith')}</small>}
    </th>
  )
}

interface LineProps {
  row: OutcomeRow
  /** The 90 % interval on each side, in the order of the row's values; null while it is being computed. */
  ranges: readonly ReturnType<typeof interval>[]
  /** Position of what is compared with. */
  compared: number
  several: boolean
  order: Order | null
}

/** One outcome: its name opens its explanation. Of some fifty a change moves few. */
const Line = memo(function Line(props: LineProps) {
  const { row, ranges, compared, several, order } = props
  const t = useTranslations('outcome')
  const { text, locale } = useText()
  const { pack, variables, indexOf } = useAtomValue(modelAtom)
  const { said } = useCertainty()
  const index = indexOf.get(row.id) ?? -1
  const variable = variables[index]!
  const event = variable.kind !== 'indicator'
  const sector = pack.meta.sectors.find(({ id }) => id === variable.sector)
  const format = (value: number) => formatQuantity(variable, value, locale)
  return (
    <tr>
      <th scope="row" className={styles.name}>
        <VariableButton id={row.id}>{row.name}</VariableButton>
        <small>{event ? sector && text(sector.label) : text(variable.unit)}</small>
      </th>
      {row.values.map((value, i) => {
        const range = ranges[i]
        const tone = event ? toneOf(wholePoints(row.reference, value), variable.kind === 'risk') : 'hold'
        return (
          <td key={i} data-reference={i === compared || undefined}>
            {format(value)}
            {i !== compared && <span className={tone}>{formatShift(variable, row.reference, value, locale)}</span>}
            <small>
              {range ? t('interval', { low: format(range.low), high: format(range.high) }) : t('computing')}
            </small>
          </td>
        )
      })}
      {several && (
        <td data-wide={(event && spreadPointsOf(row) >= 20) || undefined}>
          {formatSpread(variable, row, locale)}
          {!event && variable.scale === 'chance' && <small>{t('points')}</small>}
        </td>
      )}
      {several && (
        <td>
          {order ? said(order) : <small>{t('computing')}</small>}
          {order && (
            <small>
              <OrderText groups={order.groups} />
            </small>
          )}
        </td>
      )}
    </tr>
  )
}, sameLine)

function sameLine(a: LineProps, b: LineProps): boolean {
  const told = ({ row, ranges, compared, several, order }: LineProps) =>
    [
      row.id,
      row.name,
      row.reference,
      ...row.values,
      ...ranges.flatMap((range) => [range?.low, range?.high]),
      compared,
      several,
      order?.share,
      order && orderLetters(order.groups),
    ] as const
  const [before, after] = [told(a), told(b)]
  return before.length === after.length && before.every((part, i) => part === after[i])
}

/** The table as a file, its numbers plain, and as a picture. */
function useOutcomeSheet(
  sides: readonly Named[],
  groups: readonly Group[],
  orders: readonly Order[] | null,
  subtitle: string,
): () => Sheet {
  const t = useTranslations('outcome')
  const { text, locale } = useText()
  const { variables, indexOf, years } = useAtomValue(modelAtom)
  const { fansAt } = useDrawn()
  const caption = useCompareCaption()
  const { reference, all, year } = useSides()
  const { said } = useCertainty()
  const names = { risk: t('kindRisk'), opportunity: t('kindOpportunity'), indicator: t('kindIndicator') }
  const told = (row: OutcomeRow) => {
    const index = indexOf.get(row.id) ?? -1
    const variable = variables[index]!
    const order = orders?.[index]
    const format = (value: number) => formatQuantity(variable, value, locale)
    return {
      variable,
      letters: order ? orderLetters(order.groups) : '',
      certainty: order ? said(order) : t('computing'),
      spread: formatSpread(variable, row, locale),
      cells: sides.map((side, i) => {
        const range = interval(fansAt(side.place)[index] ?? null, years.indexOf(year))
        return {
          value: format(row.values[i] ?? 0),
          low: range ? format(range.low) : '',
          high: range ? format(range.high) : '',
          shift: side.place === reference.place ? '' : formatShift(variable, row.reference, row.values[i] ?? 0, locale),
        }
      }),
    }
  }
  const several = all.length > 1
  return () => ({
    caption: caption(t('title'), subtitle),
    table: {
      head: [
        t('name'),
        t('kind'),
        t('unit'),
        ...sides.flatMap(({ full }) => [
          full,
          t('lowOf', { name: full }),
          t('highOf', { name: full }),
          t('shiftOf', { name: full }),
        ]),
        ...(several ? [t('spread'), t('order'), t('certainty')] : []),
      ],
      rows: groups.flatMap(({ kind, rows }) =>
        rows.map((row) => {
          const { variable, cells, spread, letters, certainty } = told(row)
          const plain = cells.flatMap(({ value, low, high, shift }) => [value, low, high, shift])
          return [
            row.name,
            names[kind],
            variable.kind === 'indicator' ? text(variable.unit) : t('probability'),
            ...plain.map((cell) => cell.replace('%', '')),
            ...(several ? [spread, letters, certainty] : []),
          ]
        }),
      ),
    },
    drawing: TableDrawing({
      columns: [
        { head: t('name'), width: 270 },
        ...sides.map(({ short }) => ({ head: short, width: 104, numbers: true })),
        ...(several
          ? [
              { head: t('spread'), width: 84, numbers: true },
              { head: t('order'), width: 220, numbers: true },
            ]
          : []),
      ],
      groups: groups.map(({ label, rows }) => ({
        label,
        rows: rows.map((row) => {
          const { cells, spread, letters, certainty } = told(row)
          const values = cells.map(({ value, shift }) => `${value} ${shift}`.trim())
          return [row.name, ...values, ...(several ? [spread, `${letters}, ${certainty}`] : [])]
        }),
      })),
    }),
  })
}
