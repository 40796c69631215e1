'use client'
import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import { eventSums } from '../../lib/explain/examples'
import { formatNumber } from '../../lib/format'
import type { Basis } from '../../lib/pack/schema'
import { BasisMark } from '../_charts/mark'
import { modelAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import styles from './method-limits.module.css'
import { type Line, Row, Section, tags, Worked } from './method-section'

/** What the pack says it cannot tell, what no pack can, and counts of what its numbers rest on. */
export function MethodLimits({ title }: { title: string }) {
  const t = useTranslations('method.limits')
  const { text } = useText()
  const model = useAtomValue(modelAtom)
  const own = model.pack.meta.limits ?? []
  return (
    <Section id="limits" title={title}>
      {own.length > 0 && (
        <Row beside={<Bases />}>
          <p>{t('own')}</p>
          <ul className={styles.list}>
            {own.map((limit) => (
              <li key={limit.en}>{text(limit)}</li>
            ))}
          </ul>
        </Row>
      )}
      <Row
        beside={
          <>
            {own.length === 0 && <Bases />}
            <Facts />
          </>
        }
      >
        <p>{t.rich('scenario', tags)}</p>
        <p>{t.rich('year', tags)}</p>
        <p>{t.rich('independent', tags)}</p>
        <p>{t.rich('constant', tags)}</p>
        <p>{t.rich('silent', tags)}</p>
        {eventSums(model).map(({ id, label }) => (
          <p key={id}>{t.rich('sum', { ...tags, name: text(label) })}</p>
        ))}
      </Row>
    </Section>
  )
}

/** How many sizes are stated, implied or judged. */
function Bases() {
  const t = useTranslations('method.limits')
  const said = useTranslations('basis')
  const { locale } = useText()
  const { pack, effects } = useAtomValue(modelAtom)
  const bases: readonly Basis[] = ['stated', 'implied', 'judgement']
  const line = (id: string, name: string, found: readonly Basis[]): Line => ({
    id,
    name,
    cells: bases.map((basis) => formatNumber(found.filter((own) => own === basis).length, 0, locale)),
  })
  const baselines = pack.variables.flatMap((own) => (own.scale === 'derived' ? [] : [own.baseline.basis]))
  const lines = [
    line('effects', t('effects'), effects.map(({ effect }) => effect.basis)), // prettier-ignore
    line('links', t('links'), pack.links.map(({ basis }) => basis)), // prettier-ignore
    line('baselines', t('baselines'), baselines),
  ]
  return (
    <div>
      <Worked caption={t('bases')} head={[t('kind'), t('stated'), t('implied'), t('judged')]} lines={lines} />
      <ul className={styles.key}>
        {bases.map((basis) => (
          <li key={basis}>
            <BasisMark basis={basis} />
            {said(`${basis}-means`)}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** How far the facts can be followed, and how many need care. */
function Facts() {
  const t = useTranslations('method.limits')
  const { locale } = useText()
  const { evidence } = useAtomValue(modelAtom).pack
  const counts = [
    { of: t('all'), n: evidence.length },
    { of: t('noted'), n: evidence.filter(({ notes }) => notes.length > 0).length },
    { of: t('cautions'), n: evidence.filter(({ caution }) => caution !== null).length },
    { of: t('forecasts'), n: evidence.filter(({ forecast }) => forecast).length },
  ]
  const lines = counts.map(({ of, n }): Line => ({ id: of, name: of, cells: [formatNumber(n, 0, locale)] }))
  return <Worked caption={t('caption')} head={[t('facts'), t('number')]} lines={lines} />
}
