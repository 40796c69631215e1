'use client'
import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import { normalQuantile, twoPieceNormal } from '../../lib/engine/draws'
import { intervalError, quantilesOf } from '../../lib/engine/fan'
import { fanLevels } from '../../lib/engine/fan-levels'
import { sizeOnScale } from '../../lib/engine/scale'
import type { RangedEffect } from '../../lib/explain/examples'
import { formatNumber, formatPercent, formatSigned, formatSize } from '../../lib/format'
import { rangedAtom, workedSampleAtom } from '../_state/method'
import { modelAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import { type Line, Row, Section, tags, Worked } from './method-section'
import { RuleLink } from './method-rule-link'
import { useFine, useWorked } from './use-worked'

const tail = fanLevels[0]

/** How sure the model is of its numbers: ranges of sizes, draws, intervals and their own error. */
export function MethodRanges({ title }: { title: string }) {
  const t = useTranslations('method.ranges')
  const { locale } = useText()
  const { variables, links, meta } = useAtomValue(modelAtom).pack
  const ranged = useAtomValue(rangedAtom)
  const moved = variables.flatMap((variable) => (variable.scale === 'derived' ? [] : [variable]))
  const written = (n: number) => formatNumber(n, 0, locale)
  const percent = formatPercent(tail)
  return (
    <Section id="ranges" title={title}>
      <Row beside={ranged && <Sizes {...ranged} />}>
        <p>
          {t('size', {
            tail: percent,
            ranged: written(moved.filter(({ baseline }) => baseline.low !== undefined).length),
            all: written(moved.length),
          })}
        </p>
        <p>{t('normal')}</p>
      </Row>
      <Row beside={<Interval />}>
        <p>{t('draws', { count: written(meta.draws.count), tail: percent })}</p>
        <p>{t('common', { seed: meta.draws.seed })}</p>
        <p>{t('error')}</p>
        <p>{t.rich('central', tags)}</p>
        {links.length > 0 && <p>{t('links')}</p>}
      </Row>
    </Section>
  )
}

/** The points of one effect's size, as they are written and on the scale. */
function Sizes({ rule, effect, variable }: RangedEffect) {
  const t = useTranslations('method.ranges')
  const { text, locale } = useText()
  const { scale } = variable
  if (scale === 'derived') return null
  const onScale = {
    low: sizeOnScale(scale, effect.low),
    central: sizeOnScale(scale, effect.central),
    high: sizeOnScale(scale, effect.high),
  }
  const lines = fanLevels.map((p): Line => {
    const size = twoPieceNormal(onScale, normalQuantile(p))
    const percent = formatPercent(p)
    return {
      id: String(p),
      name: p === 0.05 ? t('size5', { p: percent }) : p === 0.5 ? t('size50', { p: percent }) : p === 0.95 ? t('size95', { p: percent }) : percent, // prettier-ignore
      cells: [formatSize(scale, scale === 'level' ? size : Math.exp(size), locale), formatSigned(size, 4, locale)],
    }
  })
  return (
    <Worked
      caption={
        <>
          {t('oneSize', { name: text(variable.label) })}: <RuleLink rule={rule} />
        </>
      }
      head={[t('point'), t('sizeColumn'), t('onScale')]}
      lines={lines}
    />
  )
}

/** The interval of the number worked out by hand, with how far its ends may be off, its median and its central path. */
function Interval() {
  const t = useTranslations('method.ranges')
  const { hand, name, scenario, year, variable } = useWorked()
  const fine = useFine(variable)
  const sample = useAtomValue(workedSampleAtom)
  const { low, high } = intervalError(sample, tail)
  const [median = NaN] = quantilesOf(sample, [0.5])
  const within = (end: typeof low) => t('span', { low: fine(end.low), high: fine(end.high) })
  const lines: Line[] = [
    { id: 'low', name: t('low', { p: formatPercent(tail) }), cells: [fine(low.value), within(low)] },
    { id: 'median', name: t('median'), cells: [fine(median), ''] },
    { id: 'high', name: t('high', { p: formatPercent(1 - tail) }), cells: [fine(high.value), within(high)] },
    { id: 'path', name: t('path'), cells: [fine(hand.value), ''], sum: true },
  ]
  return (
    <Worked
      caption={t('oneInterval', { name, year, scenario })}
      head={[t('point'), t('value'), t('mayBe')]}
      lines={lines}
    />
  )
}
