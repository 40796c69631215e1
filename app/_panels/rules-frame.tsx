'use client'
import { useAtomValue, useSetAtom } from 'jotai'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { basisCounts } from '../../lib/explain/rule-book'
import type { Basis } from '../../lib/pack/schema'
import { ruleViews } from '../../lib/scenario/browsing'
import { BasisMark } from '../_charts/mark'
import { packModelAtom, rulesScreenAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import { Radios } from '../_ui/radios'
import styles from './rules-frame.module.css'

/** What all of Rules has above it, and the part of it that is shown. */
export function RulesFrame(props: Record<(typeof ruleViews)[number], ReactNode>) {
  const t = useTranslations('rules')
  const { view } = useAtomValue(rulesScreenAtom)
  const setScreen = useSetAtom(rulesScreenAtom)
  const names = { book: t('book'), links: t('links'), sensitivity: t('sensitivity') }
  return (
    <>
      <Head />
      <Radios
        label={t('views')}
        value={view}
        choices={ruleViews.map((id) => ({ id, label: names[id] }))}
        onChoose={(id) => setScreen({ view: ruleViews.find((known) => known === id) ?? ruleViews[0] })}
        className={styles.tabs}
        itemClassName={styles.tab}
      />
      {props[view]}
    </>
  )
}

const bases = ['stated', 'implied', 'judgement'] as const

/** The title, what is counted in the model in use, and what the counts mean. */
function Head() {
  const t = useTranslations('rules')
  const basis = useTranslations('basis')
  const { text } = useText()
  const { pack } = useAtomValue(packModelAtom)
  const counts = basisCounts(pack)
  const effects = bases.reduce((sum, of) => sum + counts[of], 0)
  return (
    <>
      <div className={styles.head}>
        <h1>{t('title')}</h1>
        <p>
          {t.rich('counts', {
            ...counts,
            rules: pack.rules.length,
            effects,
            s: (words) => <Counted basis="stated">{words}</Counted>,
            i: (words) => <Counted basis="implied">{words}</Counted>,
            j: (words) => <Counted basis="judgement">{words}</Counted>,
          })}
        </p>
        <span className={styles.date}>{text(pack.meta.evidenceDate)}</span>
      </div>
      <div className={styles.means}>
        <dl>
          {bases.map((of) => (
            <div key={of}>
              <dt>
                <BasisMark basis={of} />
                {basis(of)}
              </dt>
              <dd>{basis(`${of}-means`)}</dd>
            </div>
          ))}
        </dl>
        <p>{t('sizes')}</p>
      </div>
    </>
  )
}

/** A number of effects behind the mark of their basis. */
function Counted({ basis, children }: { basis: Basis; children: ReactNode }) {
  return (
    <span className={styles.counted}>
      <BasisMark basis={basis} />
      {children}
    </span>
  )
}
