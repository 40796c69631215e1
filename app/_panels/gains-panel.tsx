'use client'
import { useAtomValue, useSetAtom } from 'jotai'
import { useTranslations } from 'use-intl'
import { type Shift, shiftsFrom, tally } from '../../lib/chart/strips'
import { formatPercent, formatSigned, wholePoints } from '../../lib/format'
import { ChartFrame, type Sheet } from '../_charts/chart-frame'
import { type StripDot, Strips, StripsDrawing, type StripSide } from '../_charts/strips'
import { useWidth } from '../_charts/use-width'
import { useAddToDeck } from '../_parts/use-add-to-deck'
import { type Named, useSides } from '../_parts/compared'
import { useFrameWords } from '../_parts/use-caption'
import { useCompareCaption } from '../_parts/use-compare-caption'
import { explainedAtom } from '../_state/compare'
import { comparisonAtom, modelAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import { useMedia } from '../_ui/use-media'
import styles from './gains-panel.module.css'

/** What each side gains beside what it is exposed to: every event's shift from the reference, and no score. */
export function GainsPanel() {
  const t = useTranslations('gains')
  const { text } = useText()
  const model = useAtomValue(modelAtom)
  const open = useAtomValue(explainedAtom)
  const setComparison = useSetAtom(comparisonAtom)
  const caption = useCompareCaption()
  const narrow = useMedia('(max-width: 719.98px)', false)
  const wide = useMedia('(min-width: 1680px)', false)
  const { ref, width } = useWidth(500)
  const { others, reference, year } = useSides()
  const labels = new Map(model.variables.map(({ id, label }) => [id, text(label)]))
  const stripOf = (side: Named): StripSide => {
    const dot = (shift: Shift): StripDot => ({
      ...shift,
      label: labels.get(shift.id) ?? shift.id,
      spoken: t('dot', {
        name: labels.get(shift.id) ?? shift.id,
        from: formatPercent(shift.from),
        reference: reference.said,
        to: formatPercent(shift.to),
        side: side.said,
        points: formatSigned(shift.points, 0, 'en'),
      }),
    })
    const adverse = shiftsFrom(model, reference.outcome, side.outcome, year, 'risk')
    const favourable = shiftsFrom(model, reference.outcome, side.outcome, year, 'opportunity')
    return {
      letter: side.letter,
      name: side.full,
      adverse: adverse.map(dot),
      favourable: favourable.map(dot),
      counts: { adverse: t('adverse', tally(adverse)), favourable: t('favourable', tally(favourable)) },
    }
  }
  const sides = others.map(stripOf)
  const axis = {
    unit: t('unit', { reference: reference.said }),
    less: t('less'),
    likelier: t('likelier'),
    reference: reference.letter,
  }
  const subtitle = t('subtitle', { year })
  const said = sides.map(({ name, counts }) => t('side', { name, ...counts })).join(' ')
  const sheet = (): Sheet => ({
    caption: caption(t('title'), subtitle),
    table: {
      head: [
        t('event'),
        t('kind'),
        reference.full,
        ...others.flatMap(({ full }) => [full, t('shiftOf', { name: full })]),
      ],
      rows: model.variables.flatMap(({ id, kind }) => {
        if (kind === 'indicator') return []
        const index = model.indexOf.get(id) ?? -1
        const at = ({ outcome }: Named) => outcome.paths[index]?.[model.years.indexOf(year)] ?? 0
        return [
          [
            labels.get(id) ?? id,
            kind === 'risk' ? t('kindAdverse') : t('kindFavourable'),
            formatPercent(at(reference)),
            ...others.flatMap((side) => [
              formatPercent(at(side)),
              formatSigned(wholePoints(at(reference), at(side)), 0, 'en'),
            ]),
          ],
        ]
      }),
    },
    drawing: StripsDrawing({ sides, axis }),
  })
  const head = (menu: React.ReactNode) => (
    <div className={styles.head}>
      <h2>{t('title')}</h2>
      {menu}
      <p>{subtitle}</p>
    </div>
  )
  return (
    <section>
      <ChartFrame
        description={t('description', { reference: reference.said, year, sides: said })}
        words={useFrameWords(t('title'))}
        sheet={sheet}
        titled={head}
        more={useAddToDeck((seeds) => seeds.comparisonSeed(['risk', 'opportunity']))}
      >
        {(menu) => (
          <>
            {head(menu)}
            <div className={styles.measure}>
              <div ref={ref} />
            </div>
            <Strips
              sides={sides}
              axis={axis}
              width={Math.round(width)}
              fontSize={narrow ? 12.5 : wide ? 12 : 11}
              open={open}
              onOpen={(id) => setComparison({ open: id })}
            />
            <p className={styles.note}>{t('means')}</p>
          </>
        )}
      </ChartFrame>
    </section>
  )
}
