'use client'
import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import { rampSeries } from '../../lib/chart/ramp'
import { strengthSteps } from '../../lib/explain/by-hand'
import type { Rule } from '../../lib/pack/schema'
import { RampSpark } from '../_charts/ramp-spark'
import { rampExamplesAtom } from '../_state/method'
import { modelAtom } from '../_state/url'
import styles from './method-ramps.module.css'
import { type Line, Row, Section, tags, Worked } from './method-section'
import { RuleLink } from './method-rule-link'
import { useStrengthWords } from './use-worked'

/** When a rule acts and how it grows, on one that grows and one that passes. */
export function MethodRamps({ title }: { title: string }) {
  const t = useTranslations('method.ramps')
  const { rules } = useAtomValue(modelAtom).pack
  const { rising, passing } = useAtomValue(rampExamplesAtom)
  const fading = rules.filter(({ fadeFrom }) => fadeFrom !== undefined).length
  return (
    <Section id="ramps" title={title}>
      <Row
        beside={
          <>
            {rising && <Strength title={t('rising')} rule={rising} />}
            {passing && <Strength title={t('passing')} rule={passing} />}
          </>
        }
      >
        <p>{t.rich('rise', tags)}</p>
        <p>
          {t('times')} {(rising ?? passing) && t('listed')}
        </p>
        {fading > 0 && <p>{t('fade', { n: fading })}</p>}
        {!rising && !passing && <p>{t('none')}</p>}
      </Row>
    </Section>
  )
}

/** One rule's strength, drawn and year by year. */
function Strength({ title, rule }: { title: string; rule: Rule }) {
  const t = useTranslations('method.ramps')
  const words = useStrengthWords()
  const { years } = useAtomValue(modelAtom)
  const lines = strengthSteps(rule, years).map(({ year, strength }): Line => {
    const { worked, fraction } = words(rule, strength, year)
    return { id: String(year), name: year, cells: [worked, <b key="strength">{fraction}</b>] }
  })
  const series = rampSeries(rule, years)
  const list = lines.map(({ id, cells: [worked] }) => `${id}: ${String(worked)}`).join('; ')
  return (
    <div className={styles.strength}>
      <Worked
        caption={
          <>
            {title}: <RuleLink rule={rule} />
          </>
        }
        head={[t('year'), t('sum'), t('strength')]}
        lines={lines}
      />
      <figure className={styles.drawing}>
        <RampSpark series={series} label={t('drawing', { list })} width={150} height={56} />
        <figcaption aria-hidden>
          <span>{years[0]}</span>
          <span>{years.at(-1)}</span>
        </figcaption>
      </figure>
    </div>
  )
}
