'use client'
import { useAtomValue, useSetAtom, useStore } from 'jotai'
import { memo } from 'react'
import { useTranslations } from 'use-intl'
import { spreadPoints } from '../../lib/chart/clusters'
import { formatPercent } from '../../lib/format'
import { comparedViews, letters, type Place } from '../../lib/scenario/comparison'
import { ChartFrame, type Sheet } from '../_charts/chart-frame'
import { CompareLadderDrawing } from '../_charts/compare-ladder-drawing'
import { CompareTrack } from '../_charts/compare-track'
import { LadderGround, wordedBands } from '../_charts/ladder'
import { useWidth } from '../_charts/use-width'
import { useAddToDeck } from '../_parts/use-add-to-deck'
import { useSides } from '../_parts/compared'
import { LadderScale } from '../_parts/ladder-scale'
import { useFrameWords } from '../_parts/use-caption'
import { useCompareCaption } from '../_parts/use-compare-caption'
import { YearControl } from '../_parts/year-control'
import { yearAtom } from '../_state/atoms'
import { comparedRanks, explainedAtom, valueAtomsAtom } from '../_state/compare'
import { comparisonAtom, modelAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import { Radios } from '../_ui/radios'
import styles from './compare-ladder-panel.module.css'

/** The ladder of all scenarios: a mark for each on every event, the ring where they are compared from, the spread. */
export function CompareLadderPanel() {
  const t = useTranslations('compare')
  const { text } = useText()
  const { pack } = useAtomValue(modelAtom)
  const { view } = useAtomValue(comparisonAtom)
  const kind = view === 'risks' ? 'risk' : 'opportunity'
  const groups = useAtomValue(comparedRanks[kind])
  const year = useAtomValue(yearAtom)
  const { columns, reference } = useSides()
  const { ref, width } = useWidth(290)
  const title = kind === 'risk' ? t('ladderRisks') : t('ladderOpportunities')
  const shown = columns.flatMap(({ place }) => (place === null ? [] : [place])).join('')
  const head = (menu: React.ReactNode) => (
    <div className={styles.head}>
      <h2>{title}</h2>
      <ViewTabs />
      <YearControl />
      {menu}
    </div>
  )
  return (
    <section className={styles.panel}>
      <ChartFrame
        description={t('ladderDescription', { title, year, n: columns.length, reference: reference.said })}
        words={useFrameWords(title)}
        sheet={useLadderSheet(kind, title)}
        titled={head}
        more={useAddToDeck((seeds) => seeds.comparisonSeed([kind]))}
      >
        {(menu) => (
          <>
            {head(menu)}
            <div className={styles.ladder}>
              <div className={styles.axis}>
                <span className={styles.note}>{t('spreadMeans')}</span>
                <div className={styles.scale}>
                  <LadderScale />
                </div>
                <span className={styles.spread}>{t('spread')}</span>
              </div>
              <div className={styles.ground} aria-hidden>
                <div ref={ref}>
                  <LadderGround height="100%" />
                </div>
              </div>
              {groups.map(({ group, ids }) => {
                const label = text(pack.meta.groups.find((g) => g.id === group)!.label)
                return (
                  <section key={group} className={styles.group} aria-label={label}>
                    <h3>{label}</h3>
                    <ol>
                      {ids.map((id) => (
                        <li key={id}>
                          <CompareRow id={id} width={Math.round(width)} shown={shown} reference={reference.place} />
                        </li>
                      ))}
                    </ol>
                  </section>
                )
              })}
            </div>
          </>
        )}
      </ChartFrame>
    </section>
  )
}

function ViewTabs() {
  const t = useTranslations('view')
  const { view } = useAtomValue(comparisonAtom)
  const setComparison = useSetAtom(comparisonAtom)
  return (
    <Radios
      label={t('label')}
      value={view}
      choices={comparedViews.map((id) => ({ id, label: t(id) }))}
      onChoose={(id) => setComparison({ view: comparedViews.find((v) => v === id) ?? comparedViews[0] })}
      className={styles.tabs}
      itemClassName={styles.tab}
    />
  )
}

/** What one row draws: the sides on screen, and what they are compared with. `shown` holds the places of the columns. */
function sidesOf(values: readonly number[], shown: string, reference: Place) {
  const at = (place: Place) => ({
    letter: place === null ? null : (letters[place] ?? null),
    value: values[place === null ? 0 : place + 1] ?? 0,
  })
  const places: Place[] = [...[...shown].map(Number), ...(reference === null ? [] : [null])]
  return {
    sides: places.filter((place) => place !== reference).map(at),
    reference: at(reference),
    columns: [...shown].map((place) => at(Number(place))),
  }
}

const CompareRow = memo(function CompareRow(props: { id: string; width: number; shown: string; reference: Place }) {
  const { id, width, shown, reference } = props
  const t = useTranslations('compare')
  const { text } = useText()
  const variable = useAtomValue(modelAtom).pack.variables.find((v) => v.id === id)!
  const values = useAtomValue(useAtomValue(valueAtomsAtom).get(id)!)
  const explained = useAtomValue(explainedAtom) === id
  const setComparison = useSetAtom(comparisonAtom)
  const row = sidesOf(values, shown, reference)
  const spread = spreadPoints(row.columns)
  const spoken = [...row.columns, ...(reference === null ? [row.reference] : [])]
    .map(({ letter, value }) => `${letter ?? t('baseline')} ${formatPercent(value)}`)
    .join(', ')
  return (
    <button
      type="button"
      className={styles.row}
      aria-pressed={explained}
      data-variable={id}
      onClick={() => setComparison({ open: id })}
    >
      <span className={styles.label} aria-hidden>
        {text(variable.label)}
      </span>
      <span className={styles.track}>
        <CompareTrack
          sides={row.sides}
          reference={row.reference}
          width={width}
          height={24}
          words={t('still', { letters: row.columns.map(({ letter }) => letter).join('') })}
        />
      </span>
      <span
        className={styles.spread}
        data-wide={spread >= 20 || undefined}
        data-none={spread < 3 || undefined}
        aria-hidden
      >
        {spread}
      </span>
      <span className="hidden">{t('row', { name: text(variable.label), values: spoken, spread })}</span>
    </button>
  )
})

/** The ladder as a file: drawn and tabled from what the rows show at that moment. */
function useLadderSheet(kind: 'risk' | 'opportunity', title: string): () => Sheet {
  const t = useTranslations('compare')
  const word = useTranslations('word')
  const { text } = useText()
  const store = useStore()
  const caption = useCompareCaption()
  const { columns, reference, baseline } = useSides()
  return () => {
    const { pack } = store.get(modelAtom)
    const year = store.get(yearAtom)
    const shown = columns.map(({ place }) => place).join('')
    const groups = store.get(comparedRanks[kind]).map(({ group, ids }) => ({
      label: text(pack.meta.groups.find((g) => g.id === group)!.label),
      rows: ids.map((id) => {
        const values = store.get(store.get(valueAtomsAtom).get(id)!)
        const row = sidesOf(values, shown, reference.place)
        return {
          label: text(pack.variables.find((v) => v.id === id)!.label),
          ...row,
          spread: spreadPoints(row.columns),
          baseline: values[0] ?? 0,
        }
      }),
    }))
    return {
      caption: caption(title, t('ladderSubtitle', { year })),
      table: {
        head: [t('event'), baseline.name, ...columns.map(({ full }) => full), t('spreadColumn')],
        rows: groups.flatMap(({ rows }) =>
          rows.map((row) => [
            row.label,
            formatPercent(row.baseline),
            ...row.columns.map(({ value }) => formatPercent(value)),
            row.spread,
          ]),
        ),
      },
      drawing: CompareLadderDrawing({
        groups,
        words: wordedBands.map(({ word: id, from, to }) => ({ text: word(id), at: (from + to) / 2 })),
        spread: t('spread'),
        still: t('still', { letters: columns.map(({ letter }) => letter).join('') }),
      }),
    }
  }
}
