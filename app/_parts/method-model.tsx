'use client'
import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import { firing } from '../../lib/engine/evaluate'
import { ramp } from '../../lib/engine/ramp'
import { formatNumber } from '../../lib/format'
import { modelAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import styles from './method-model.module.css'
import { Row, Section, tags } from './method-section'
import { useWorked } from './use-worked'

/** What the model is, and what the pack in use holds. */
export function MethodModel({ title }: { title: string }) {
  const t = useTranslations('method.model')
  const { pack } = useAtomValue(modelAtom)
  return (
    <Section id="model" title={title}>
      <Row beside={<Counts />}>
        <p>{t.rich('data', tags)}</p>
        <p>{t.rich('assumption', tags)}</p>
        <p>{t.rich('variable', tags)}</p>
        <p>{t.rich('baseline', { ...tags, first: pack.meta.horizon.first, last: pack.meta.horizon.last })}</p>
      </Row>
    </Section>
  )
}

function Counts() {
  const t = useTranslations('method.model')
  const { locale } = useText()
  const model = useAtomValue(modelAtom)
  const { assignment, scenario, year } = useWorked()
  const { evidence, assumptions, variables, rules, links } = model.pack
  const kind = (own: string) => variables.filter((variable) => variable.kind === own).length
  const acting = firing(model, assignment).filter(({ rule }) => ramp(rule, year) > 0)
  const rulesActing = new Set(acting.map(({ rule }) => rule)).size
  const written = (n: number) => formatNumber(n, 0, locale)
  const states = written(assumptions.reduce((sum, own) => sum + own.states.length, 0))
  const effects = written(model.effects.length)
  const counts = [
    { n: evidence.length, of: t('facts') },
    { n: assumptions.length, of: t('assumptions', { n: assumptions.length, states }) },
    { n: kind('risk'), of: t('risks', { n: kind('risk') }) },
    { n: kind('opportunity'), of: t('opportunities', { n: kind('opportunity') }) },
    { n: kind('indicator'), of: t('indicators', { n: kind('indicator') }) },
    { n: rules.length, of: t('rules', { n: rules.length, effects }) },
    { n: links.length, of: t('links', { n: links.length }) },
    { n: new Set(firing(model, model.baseline)).size, of: t('resting') },
    { n: rulesActing, of: t('acting', { n: rulesActing, scenario, year }) },
  ]
  return (
    <section aria-label={t('counts')} className={styles.counts}>
      <h3>{t('counts')}</h3>
      <dl>
        {counts.map(({ n, of }) => (
          <div key={of}>
            <dt>{of}</dt>
            <dd>{written(n)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
