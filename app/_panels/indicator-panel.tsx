'use client'
import { useAtomValue, useSetAtom, useStore } from 'jotai'
import { memo, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { formatQuantity, formatShift } from '../../lib/format'
import type { Variable } from '../../lib/pack/schema'
import { ChartFrame, type Sheet } from '../_charts/chart-frame'
import { BasisMark } from '../_charts/mark'
import { PathChart } from '../_charts/path-chart'
import { openAtom, variantsAtom, variableAtomsAtom, viewAtom, yearAtom } from '../_state/atoms'
import { modelAtom, screenAtom } from '../_state/url'
import { useSeries, useText } from '../_state/workspace'
import styles from './indicator-panel.module.css'
import { useMedia } from '../_ui/use-media'
import { useAddToDeck } from '../_parts/use-add-to-deck'
import { useCaption, useFrameWords } from '../_parts/use-caption'

type Indicator = Extract<Variable, { kind: 'indicator' }>

/** Small multiples of the indicators; all of them when asked for, else as many as there is room for. */
export function IndicatorPanel() {
  const t = useTranslations('indicator')
  const { pack } = useAtomValue(modelAtom)
  const all = useAtomValue(viewAtom) === 'indicators'
  const setScreen = useSetAtom(screenAtom)
  const indicators = pack.variables.filter((v) => v.kind === 'indicator')
  return (
    <section className={styles.panel} data-all={all || undefined}>
      <div className={styles.head}>
        <h2>{t('title', { year: pack.meta.horizon.last })}</h2>
        <button type="button" className="link" onClick={() => setScreen({ view: all ? 'risks' : 'indicators' })}>
          {all ? t('fewer') : t('all', { n: indicators.length })}
        </button>
      </div>
      <div className={styles.grid}>
        {indicators.map((indicator) => (
          <IndicatorCard key={indicator.id} indicator={indicator} />
        ))}
      </div>
    </section>
  )
}

function IndicatorCard({ indicator }: { indicator: Indicator }) {
  const t = useTranslations('indicator')
  const { text, locale } = useText()
  const year = useAtomValue(yearAtom)
  const series = useSeries(indicator.id)
  const wide = useMedia('(min-width: 1680px), (max-width: 719.98px)', false)
  const opened = useAtomValue(openAtom)
  const open = opened === indicator.id
  const linked = useAtomValue(modelAtom).pack.links.some(
    ({ from, to }) => (from === indicator.id && to === opened) || (to === indicator.id && from === opened),
  )
  const setScreen = useSetAtom(screenAtom)
  const [first, last] = [series.years[0] ?? 0, series.years.at(-1) ?? 0]
  const format = (value: number) => formatQuantity(indicator, value, locale)
  const reference = t('reference', { value: format(series.reference), year: first })
  const end = series.values.at(-1) ?? 0
  const [low, , , , high] = series.fan?.at(-1) ?? []
  const range = low === undefined || high === undefined ? null : { low: format(low), high: format(high) }
  const own = series.own?.at(-1)
  const said = t('open', {
    name: text(indicator.label),
    value: format(end),
    // A share has its sign in the value; "% of" begins its unit where that stands alone.
    unit: text(indicator.unit).replace(/^% /, ''),
    last,
    reference,
    interval: range ? t('range', range) : t('computing'),
  })
  const label = own === undefined ? said : `${said} ${t('own', { value: format(own) })}.`
  const sheet = useIndicatorSheet(indicator, reference)
  return (
    <ChartFrame
      description={label}
      words={useFrameWords(text(indicator.label))}
      sheet={sheet}
      titled={(menu) => <CardTitle indicator={indicator} menu={menu} />}
      more={useAddToDeck((seeds) => seeds.pathSeed(indicator.id))}
    >
      {(menu) => (
        <div className={styles.card} data-open={open || undefined} data-linked={linked || undefined}>
          <CardTitle indicator={indicator} menu={menu} />
          <button
            type="button"
            className={styles.chart}
            aria-expanded={open}
            data-variable={indicator.id}
            onClick={() => setScreen({ open: open ? null : indicator.id })}
          >
            <PathChart series={series} height={wide ? 88 : 64} year={year} reference={reference} />
            <span className={styles.end} aria-hidden>
              <b>{format(end)}</b>
              <small>{range && range.low !== range.high && `${range.low}–${range.high}`}</small>
              {own !== undefined && <small>{t('ownShort', { value: format(own) })}</small>}
            </span>
            <span className="hidden">{label}</span>
          </button>
        </div>
      )}
    </ChartFrame>
  )
}

/** Name, unit and menu of an indicator: they stay while its numbers change. */
const CardTitle = memo(function CardTitle({ indicator, menu }: { indicator: Indicator; menu: ReactNode }) {
  const t = useTranslations('indicator')
  const { text } = useText()
  const note = useNote(indicator)
  return (
    <div className={styles.title}>
      <h3>{text(indicator.label)}</h3>
      {menu}
      <p>
        {text(indicator.unit)}
        {note && `; ${note}`}
        {indicator.scale !== 'derived' && indicator.baseline.basis === 'judgement' && (
          <span title={t('judged')}>
            <BasisMark basis="judgement" />
            <span className="hidden">{t('judged')}</span>
          </span>
        )}
      </p>
    </div>
  )
})

/** Which baseline an indicator rests on when it is not the first one, so that every figure that depends on it says so. */
function useNote(indicator: Indicator): string | null {
  const t = useTranslations('indicator')
  const { text } = useText()
  const { pack } = useAtomValue(modelAtom)
  const variants = useAtomValue(variantsAtom)
  const behind = (v: Variable): Variable[] =>
    v.scale === 'derived'
      ? v.formula.of.flatMap((id) => pack.variables.filter((p) => p.id === id).flatMap(behind))
      : [v]
  const chosen = behind(indicator).flatMap((v) =>
    'variants' in v ? (v.variants ?? []).filter(({ id }) => variants[v.id] === id) : [],
  )
  return chosen.length > 0 ? t('baselineOf', { name: chosen.map(({ label }) => text(label)).join(', ') }) : null
}

function useIndicatorSheet(indicator: Indicator, reference: string): () => Sheet {
  const t = useTranslations('indicator')
  const { text, locale } = useText()
  const store = useStore()
  const caption = useCaption()
  return () => {
    const series = store.get(store.get(variableAtomsAtom).get(indicator.id)!.series)
    const format = (value: number | undefined) => (value === undefined ? '' : formatQuantity(indicator, value, locale))
    const end = series.values.at(-1) ?? 0
    const ends = series.fan?.at(-1)
    return {
      caption: caption(text(indicator.title), text(indicator.unit)),
      table: {
        head: [
          t('year'),
          t('reference2'),
          t('value'),
          ...['5%', '25%', '50%', '75%', '95%'],
          ...(series.own ? [t('ownColumn')] : []),
        ],
        rows: series.years.map((year, i) => [
          String(year),
          format(series.reference),
          format(series.values[i]),
          ...[0, 1, 2, 3, 4].map((k) => format(series.fan?.[i]?.[k])),
          ...(series.own ? [format(series.own[i])] : []),
        ]),
      },
      drawing: {
        width: 760,
        height: 320,
        content: (
          <>
            <svg width={640} height={320} overflow="visible">
              <PathChart series={series} height={320} year={store.get(yearAtom)} reference={reference} fontSize={13} />
            </svg>
            <text x={656} y={150} fontSize={24} fontWeight={650} fill="var(--ink)">
              {format(end)}
            </text>
            <text x={656} y={172} fontSize={13} fill="var(--ink-3)">
              {ends ? `${format(ends[0])}–${format(ends[4])}` : ''}
            </text>
            <text x={656} y={192} fontSize={13} fill="var(--ink-3)">
              {formatShift(indicator, series.reference, end, locale)}
            </text>
          </>
        ),
      },
    }
  }
}
