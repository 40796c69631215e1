'use client'
import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import { sectorDifferences } from '../../lib/chart/summary'
import { formatSigned } from '../../lib/format'
import { ChartFrame, type Sheet } from '../_charts/chart-frame'
import { HeatDrawing } from '../_charts/heat-drawing'
import { HeatMatrix } from '../_charts/heat-matrix'
import { scenarioColour, ScenarioMark } from '../_charts/scenario-mark'
import { useAddToDeck } from '../_parts/use-add-to-deck'
import { type Named, useSides } from '../_parts/compared'
import { useFrameWords } from '../_parts/use-caption'
import { useCompareCaption } from '../_parts/use-compare-caption'
import { yearAtom } from '../_state/atoms'
import { useGroupHref } from '../_parts/use-group-href'
import { modelAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import styles from './compare-sector-panel.module.css'

/** Which sectors shift: mean difference of each group's risks, scenario by scenario, from what they are compared with. */
export function CompareSectorPanel() {
  const t = useTranslations('compare')
  const { text, locale } = useText()
  const model = useAtomValue(modelAtom)
  const year = useAtomValue(yearAtom)
  const { others, reference } = useSides()
  const groupHref = useGroupHref()
  const caption = useCompareCaption()
  const outcomes = others.map(({ outcome }) => outcome)
  const rows = sectorDifferences(model, reference.outcome, outcomes, year).map(({ group, points }) => ({
    label: text(model.pack.meta.groups.find((g) => g.id === group)!.label),
    href: groupHref(group),
    points,
    texts: points.map((value) => formatSigned(value, 0, locale)),
  }))
  const subtitle = t('sectorsUnit', { reference: reference.said, year })
  const cells = rows
    .map(({ label, texts }) => `${label}: ${others.map(({ short }, i) => `${short} ${texts[i]}`).join(', ')}`)
    .join('; ')
  const sheet = (): Sheet => ({
    caption: caption(t('sectors'), subtitle),
    table: {
      head: [t('sector'), ...others.map(({ full }) => full)],
      rows: rows.map(({ label, texts }) => [label, ...texts]),
    },
    drawing: HeatDrawing({ heads: others.map(({ short }) => short), rows }),
  })
  const head = (menu: React.ReactNode) => (
    <div className={styles.head}>
      <h2>{t('sectors')}</h2>
      {menu}
      <p>{subtitle}</p>
    </div>
  )
  return (
    <section className={styles.panel}>
      <ChartFrame
        description={t('sectorsDescription', { subtitle, cells })}
        words={useFrameWords(t('sectors'))}
        sheet={sheet}
        titled={head}
        more={useAddToDeck((seeds) => seeds.comparisonSeed(['risk']))}
      >
        {(menu) => (
          <>
            {head(menu)}
            <HeatMatrix
              corner={t('sector')}
              columns={others.map((side) => ({ id: side.short, head: <Head side={side} /> }))}
              rows={rows}
            />
          </>
        )}
      </ChartFrame>
    </section>
  )
}

function Head({ side: { letter, short } }: { side: Named }) {
  return (
    <span className={styles.column} style={{ color: scenarioColour(letter, 'ink') }}>
      <ScenarioMark letter={letter} size={13} hollow={false} /> {short}
    </span>
  )
}
