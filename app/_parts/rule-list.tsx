'use client'
import { useTranslations } from 'use-intl'
import { sizeAxis } from '../../lib/chart/size-range'
import type { Rule } from '../../lib/pack/schema'
import { SizeTicks } from '../_charts/size-range'
import { RuleEntry } from './rule-entry'
import styles from './rule-list.module.css'

/** Rules under a heading of their own; without one they stand right under the title of the list. */
export interface RuleSection {
  title: string | null
  rules: readonly Rule[]
}

/** Rules in full, under the heads of their columns; the effects on `lead` stand out. */
export function RuleList({ sections, lead }: { sections: readonly RuleSection[]; lead?: string | undefined }) {
  const t = useTranslations('rules')
  return (
    <div className={styles.list}>
      <div className={styles.columns} aria-hidden>
        <span>{t('columnRule')}</span>
        <div>
          <span>{t('columnEffect')}</span>
          <SizeTicks axis={sizeAxis('chance', 1)} format={String} width="100%" />
          <span>
            {t('columnSize')} <small>{t('columnRange')}</small>
          </span>
          <span />
        </div>
      </div>
      {sections.map(({ title, rules }, i) => (
        <section key={title ?? i} className={styles.section}>
          {title !== null && (
            <h3>
              {title} <small>{t('groupRules', { n: rules.length })}</small>
            </h3>
          )}
          {rules.map((rule) => (
            <RuleEntry key={rule.id} rule={rule} heading={title === null ? 'h3' : 'h4'} lead={lead} />
          ))}
        </section>
      ))}
    </div>
  )
}
