'use client'
import { useAtomValue } from 'jotai'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { PossiblePush } from '../../lib/explain/pushes'
import { formatShift, wholePoints } from '../../lib/format'
import type { Variable } from '../../lib/pack/schema'
import { toneOf } from '../_charts/ladder'
import { baselineOutcomeAtom } from '../_state/atoms'
import { modelAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import styles from './rule-group.module.css'
import { RulesLink } from './rules-link'
import { unitOf, useRuleWords } from './use-rule-words'

/** How many rules stand in the list at first. */
const few = 8

/** Which rules could move a variable most, each taken alone; a press leads to the rule. */
export function RulePushes({ variable, pushes }: { variable: Variable; pushes: readonly PossiblePush[] }) {
  const t = useTranslations('rules')
  const { text } = useText()
  const [all, setAll] = useState(false)
  const shown = all ? pushes : pushes.slice(0, few)
  const most = Math.max(...pushes.map(({ natural }) => Math.abs(natural)))
  const points = variable.kind !== 'indicator' || variable.scale === 'chance'
  return (
    <section className={styles.pushes} aria-label={t('pushes')}>
      <h3>{t('pushes')}</h3>
      <p className={styles.means}>{t('pushesMeans', { unit: points ? t('points') : unitOf(variable, text) })}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('pushesColumn')}</th>
            <th scope="col">{t('pushesYear')}</th>
            <th scope="col" colSpan={2}>
              {t('pushesShift')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((push) => (
            <Push key={`${push.rule.id}/${push.effect.variable}`} variable={variable} push={push} most={most} />
          ))}
        </tbody>
      </table>
      {pushes.length > few && (
        <button type="button" className="link" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('fewerPushes', { n: few }) : t('morePushes', { n: pushes.length - few })}
        </button>
      )}
    </section>
  )
}

function Push({ variable, push, most }: { variable: Variable; push: PossiblePush; most: number }) {
  const t = useTranslations('rules')
  const { text, locale } = useText()
  const model = useAtomValue(modelAtom)
  const { paths } = useAtomValue(baselineOutcomeAtom)
  const words = useRuleWords()
  const { rule, effect, year, natural } = push
  const from = paths[model.indexOf.get(variable.id) ?? -1]?.[0] ?? 0
  const through = model.pack.variables.find(({ id }) => id === effect.variable)
  const tone = variable.kind === 'risk' ? toneOf(wholePoints(from, from + natural)) : 'hold'
  const share = most === 0 ? 0 : (50 * Math.abs(natural)) / most
  return (
    <tr>
      <th scope="row">
        <RulesLink place={{ by: 'variable', of: variable.id, rule: rule.id }}>{words.name(rule)}</RulesLink>
        {effect.variable !== variable.id && through && <small>{t('via', { name: text(through.label) })}</small>}
      </th>
      <td>{year}</td>
      <td className={styles.bar} aria-hidden>
        <span
          style={{
            left: `${natural < 0 ? 50 - share : 50}%`,
            width: `${share}%`,
            background: `var(--${tone})`,
          }}
        />
      </td>
      <td className={styles.shift}>
        <b className={variable.kind === 'risk' ? tone : undefined}>
          {formatShift(variable, from, from + natural, locale)}
        </b>
      </td>
    </tr>
  )
}
