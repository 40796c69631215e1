'use client'
import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import { formatSigned } from '../../lib/format'
import { ChartFrame, type Sheet } from '../_charts/chart-frame'
import { HeatMatrix } from '../_charts/heat-matrix'
import { HeatDrawing } from '../_charts/heat-drawing'
import { sectorShiftsAtom, yearAtom } from '../_state/atoms'
import { useAddToDeck } from '../_parts/use-add-to-deck'
import { useGroupHref } from '../_parts/use-group-href'
import { modelAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import styles from './ladder-panel.module.css'
import { useCaption, useFrameWords } from '../_parts/use-caption'

/** Mean shift of the risks of each group by year, in points. */
export function SectorPanel() {
  const t = useTranslations('sector')
  const { text, locale } = useText()
  const { pack, years } = useAtomValue(modelAtom)
  const year = useAtomValue(yearAtom)
  const groupHref = useGroupHref()
  const caption = useCaption()
  const shown = years.slice(1)
  const rows = useAtomValue(sectorShiftsAtom).map(({ group, points }) => ({
    label: text(pack.meta.groups.find((g) => g.id === group)!.label),
    href: groupHref(group),
    points,
    texts: points.map((value) => formatSigned(value, 0, locale)),
  }))
  const cells = rows.map(({ label, texts }) => `${label} ${texts[shown.indexOf(year)] ?? ''}`).join(', ')
  const sheet = (): Sheet => ({
    caption: caption(t('title'), t('unit')),
    table: { head: [t('corner'), ...shown.map(String)], rows: rows.map(({ label, texts }) => [label, ...texts]) },
    drawing: HeatDrawing({ heads: shown.map(String), rows }),
  })
  const head = (menu: React.ReactNode) => (
    <div className={styles.head}>
      <h2>{t('title')}</h2>
      <span>{t('unit')}</span>
      {menu}
    </div>
  )
  return (
    <ChartFrame
      description={t('description', { first: shown[0] ?? year, last: shown.at(-1) ?? year, year, cells })}
      words={useFrameWords(t('title'))}
      sheet={sheet}
      titled={head}
      more={useAddToDeck((seeds) => seeds.ladderSeed('risk'))}
    >
      {(menu) => (
        <>
          {head(menu)}
          <HeatMatrix
            corner={t('corner')}
            columns={shown.map((at) => ({ id: String(at), head: at, chosen: at === year }))}
            rows={rows}
          />
        </>
      )}
    </ChartFrame>
  )
}
