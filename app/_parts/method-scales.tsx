'use client'
import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import { shifted } from '../../lib/engine/scale'
import type { ScaleExample } from '../../lib/explain/examples'
import { formatPercent, formatQuantity, formatSigned, formatSize, formatWritten, wholePoints } from '../../lib/format'
import { scaleExamplesAtom } from '../_state/method'
import { modelAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import { type Line, Row, Section, tags, Worked } from './method-section'
import { useRuleName } from './use-worked'

/** Chances whose odds are doubled, and two that say what odds are. */
const chances = [0.1, 0.3, 0.5, 0.9] as const
const [even, high] = [0.5, 0.9] as const
/** A factor that says what a factor is. */
const factor = 1.15

/** The three scales, what an effect does on each, and what odds are. */
export function MethodScales({ title }: { title: string }) {
  const t = useTranslations('method.scales')
  const { locale } = useText()
  const { variables } = useAtomValue(modelAtom).pack
  const examples = useAtomValue(scaleExamplesAtom)
  const derived = variables.filter(({ scale }) => scale === 'derived').length
  const odds = (p: number) => formatWritten(oddsOf(p), locale)
  return (
    <Section id="scales" title={title}>
      <Row beside={examples.length > 0 && <Examples examples={examples} />}>
        <p>{t.rich('why', tags)}</p>
        <p>
          {t.rich('amount', { ...tags, factor: formatSize('amount', factor, locale), more: formatPercent(factor - 1) })}
        </p>
        <p>{t.rich('level', tags)}</p>
        {derived > 0 && <p>{t('derived', { n: derived })}</p>}
      </Row>
      <Row beside={<Twice />}>
        <p>
          {t.rich('chance', {
            ...tags,
            even: formatPercent(even),
            evenOdds: odds(even),
            high: formatPercent(high),
            highOdds: odds(high),
          })}
        </p>
        <p>{t('odds')}</p>
      </Row>
    </Section>
  )
}

/** The odds of a chance, without the noise of its last digits. */
const oddsOf = (p: number) => Number((p / (1 - p)).toFixed(10))

function Examples({ examples }: { examples: readonly ScaleExample[] }) {
  const t = useTranslations('method.scales')
  const { text, locale } = useText()
  const cause = useRuleName()
  const lines = examples.map(({ variable, rule, effect, before, after }): Line => {
    const event = variable.kind !== 'indicator'
    const size = formatSize(variable.scale, effect.central, locale)
    const kind = t('kind', { scale: event ? 'event' : variable.scale, unit: event ? '' : text(variable.unit) })
    return {
      id: variable.id,
      name: text(variable.label),
      note: `${kind}. ${cause(rule)}`,
      cells: [
        variable.scale === 'chance' ? t('onOdds', { size }) : size,
        formatQuantity(variable, before, locale),
        <b key="after">{formatQuantity(variable, after, locale)}</b>,
      ],
    }
  })
  return <Worked caption={t('examples')} head={[t('variable'), t('effect'), t('before'), t('after')]} lines={lines} />
}

/** What twice the odds does to some chances. */
function Twice() {
  const t = useTranslations('method.scales')
  const { locale } = useText()
  const lines = chances.map((p): Line => {
    const after = shifted('chance', p, Math.log(2))
    const cells = [oddsOf(p), 2 * oddsOf(p)].map((odds) => formatWritten(Number(odds.toFixed(4)), locale))
    return {
      id: String(p),
      name: formatPercent(p),
      cells: [...cells, formatPercent(after), formatSigned(wholePoints(p, after), 0, locale)],
    }
  })
  const head = [t('chanceColumn'), t('oddsColumn'), t('twiceColumn'), t('newColumn'), t('pointsColumn')]
  return <Worked caption={t('twice')} head={head} lines={lines} />
}
