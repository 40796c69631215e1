'use client'
import { atom, useAtomValue, useSetAtom } from 'jotai'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { fanLevels } from '../../lib/engine/fan-levels'
import { formatQuantity } from '../../lib/format'
import type { Variable } from '../../lib/pack/schema'
import { mostCharts, type Place } from '../../lib/scenario/comparison'
import { ChartFrame, type Sheet } from '../_charts/chart-frame'
import { PathsChart } from '../_charts/paths-chart'
import { scenarioColour } from '../_charts/scenario-mark'
import { useWidth } from '../_charts/use-width'
import { useAddToDeck } from '../_parts/use-add-to-deck'
import { type Named, useSides } from '../_parts/compared'
import { useFrameWords } from '../_parts/use-caption'
import { useCompareCaption } from '../_parts/use-compare-caption'
import { yearAtom } from '../_state/atoms'
import { fansAtAtom } from '../_state/compare'
import { comparisonAtom, modelAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import { Bubble } from '../_ui/bubble'
import { useMedia } from '../_ui/use-media'
import styles from './compare-indicator-panel.module.css'

type Indicator = Extract<Variable, { kind: 'indicator' }>

/** Small multiples of the chosen indicators, a line for each scenario. */
export function CompareIndicatorPanel() {
  const t = useTranslations('compare')
  const { pack } = useAtomValue(modelAtom)
  const { charts } = useAtomValue(comparisonAtom)
  const chosen = charts.flatMap((id) => pack.variables.filter((v) => v.id === id && v.kind === 'indicator'))
  return (
    <section className={styles.panel}>
      <div className={styles.head}>
        <h2>{t('indicators', { year: pack.meta.horizon.last })}</h2>
        <Chooser />
      </div>
      {chosen.length === 0 && <p className={styles.none}>{t('noCharts')}</p>}
      <div className={styles.grid}>
        {chosen.map((indicator) => indicator.kind === 'indicator' && <Card key={indicator.id} indicator={indicator} />)}
      </div>
    </section>
  )
}

/** Which indicators are shown: up to eight, in the order of the pack. */
function Chooser() {
  const t = useTranslations('compare')
  const { text } = useText()
  const { pack } = useAtomValue(modelAtom)
  const { charts } = useAtomValue(comparisonAtom)
  const setComparison = useSetAtom(comparisonAtom)
  const indicators = pack.variables.filter((v) => v.kind === 'indicator')
  const full = charts.length >= mostCharts
  const choose = (id: string, on: boolean) =>
    setComparison({ charts: on ? [...charts, id] : charts.filter((chart) => chart !== id) })
  return (
    <Bubble
      label={t('chooseCharts', { n: indicators.length })}
      trigger={
        <button type="button" className="link">
          {t('chooseCharts', { n: indicators.length })}
        </button>
      }
    >
      <fieldset className={styles.choices}>
        <legend>{t('chartsShown', { n: charts.length, most: mostCharts })}</legend>
        {indicators.map(({ id, label }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={charts.includes(id)}
              aria-disabled={full && !charts.includes(id)}
              onChange={(event) => (charts.includes(id) || !full) && choose(id, event.target.checked)}
            />
            {text(label)}
          </label>
        ))}
      </fieldset>
    </Bubble>
  )
}

/** The fan of an indicator at a place that is in focus: a card wakes for no other. */
function useQuantiles(place: Place | undefined, index: number): Float64Array | null {
  const inFocus = useMemo(
    () => atom((get) => (place === undefined ? null : (get(fansAtAtom)(place)[index] ?? null))),
    [place, index],
  )
  return useAtomValue(inFocus)
}

function Card({ indicator }: { indicator: Indicator }) {
  const t = useTranslations('compare')
  const { text, locale } = useText()
  const model = useAtomValue(modelAtom)
  const year = useAtomValue(yearAtom)
  const setComparison = useSetAtom(comparisonAtom)
  const { others, reference, columns } = useSides()
  const wide = useMedia('(min-width: 1680px)', false)
  const { ref, width } = useWidth(178)
  const [focused, setFocused] = useState<Named['letter']>(null)
  const index = model.indexOf.get(indicator.id) ?? -1
  const format = (value: number) => formatQuantity(indicator, value, locale)
  const drawn = ({ letter, outcome }: Named) => {
    const values = [...(outcome.paths[index] ?? [])]
    return { letter, values, end: format(values.at(-1) ?? 0) }
  }
  const inFocus = columns.find(({ letter }) => letter !== null && letter === focused)
  const quantiles = useQuantiles(inFocus?.place, index)
  const level = (k: number) => (quantiles ? model.years.map((_, t) => quantiles[t * fanLevels.length + k] ?? 0) : [])
  const fan = inFocus && quantiles ? { letter: inFocus.letter, low: level(0), high: level(4) } : null
  const ends = [...columns, reference].map((side) => `${side.short} ${drawn(side).end}`).join(', ')
  const last = model.years.at(-1) ?? 0
  const label = t('chart', { name: text(indicator.label), unit: text(indicator.unit).replace(/^% /, ''), last, ends })
  const caption = useCompareCaption()
  const chart = (size: { width: number; height: number; fontSize?: number }) => (
    <PathsChart
      years={model.years}
      paths={others.map(drawn)}
      reference={drawn(reference)}
      fan={fan}
      year={year}
      format={format}
      {...size}
    />
  )
  const sheet = (): Sheet => ({
    caption: caption(text(indicator.title), text(indicator.unit)),
    table: {
      head: [t('year'), reference.full, ...others.map(({ full }) => full)],
      rows: model.years.map((at, t) => [
        String(at),
        ...[reference, ...others].map(({ outcome }) => format(outcome.paths[index]?.[t] ?? 0)),
      ]),
    },
    drawing: { width: 760, height: 360, content: chart({ width: 760, height: 360, fontSize: 13 }) },
  })
  const title = (menu: React.ReactNode) => (
    <div className={styles.title}>
      <h3>
        <button type="button" onClick={() => setComparison({ open: indicator.id })} title={t('explain')}>
          {text(indicator.label)}
        </button>
      </h3>
      {menu}
      <p>{text(indicator.unit)}</p>
    </div>
  )
  return (
    <ChartFrame
      description={label}
      words={useFrameWords(text(indicator.label))}
      sheet={sheet}
      titled={title}
      more={useAddToDeck((seeds) => seeds.lastPathSeed(indicator.id))}
    >
      {(menu) => (
        <div className={styles.card}>
          {title(menu)}
          <div ref={ref} className={styles.chart}>
            {chart({ width: Math.round(width), height: wide ? 290 : 226, fontSize: wide ? 12 : 11 })}
          </div>
          <div className={styles.fans} role="group" aria-label={t('intervalOf')}>
            <span aria-hidden>{t('interval')}</span>
            {columns.map(({ letter, full }) => (
              <button
                key={letter}
                type="button"
                aria-label={t('showInterval', { name: full })}
                aria-pressed={focused === letter}
                onClick={() => setFocused(focused === letter ? null : letter)}
                style={{ color: scenarioColour(letter, 'ink') }}
              >
                {letter}
              </button>
            ))}
          </div>
        </div>
      )}
    </ChartFrame>
  )
}
