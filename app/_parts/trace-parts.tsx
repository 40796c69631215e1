'use client'
import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import { foldParts, type ShownPart, shownParts } from '../../lib/chart/parts'
import type { Idle, RuleContribution, Trace } from '../../lib/explain/trace'
import { formatSigned } from '../../lib/format'
import type { Rule, Variable } from '../../lib/pack/schema'
import { toneOf } from '../_charts/ladder'
import { modelAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import { Grounds } from './evidence-chip'
import { ToRules } from './place-link'
import styles from './trace-parts.module.css'
import { useConditionWords } from './use-condition-words'

/** The parts of a shift in two lists, what pushes up and what holds back; every part opens to its rule and evidence. */
export function TraceParts({ trace, variable }: { trace: Trace; variable: Variable }) {
  const t = useTranslations('why')
  const { locale } = useText()
  const decimals = 'decimals' in variable ? variable.decimals : undefined
  const parts = shownParts(trace, variable.scale, decimals)
  const sides = [
    { title: t('pushing'), own: parts.filter(({ contribution }) => contribution.natural > 0) },
    { title: t('holding'), own: parts.filter(({ contribution }) => contribution.natural < 0) },
  ]
  return sides.map(({ title, own }) => {
    if (own.length === 0) return null
    const { main, small } = foldParts(own, decimals === undefined)
    const sum = own.reduce((total, { shown }) => total + shown, 0)
    return (
      <section key={title} className={styles.side}>
        <h3>
          {title} <small>{t('rules', { n: own.length, sum: formatSigned(sum, decimals ?? 0, locale) })}</small>
        </h3>
        <ul>
          {main.map((part) => (
            <PartLine key={keyOf(part)} part={part} variable={variable} />
          ))}
        </ul>
        {small.length > 0 && (
          <details className={styles.small}>
            <summary>
              {t('smaller', { n: small.length })}
              <b>
                {formatSigned(
                  small.reduce((total, { shown }) => total + shown, 0),
                  decimals ?? 0,
                  locale,
                )}
              </b>
            </summary>
            <ul>
              {small.map((part) => (
                <PartLine key={keyOf(part)} part={part} variable={variable} />
              ))}
            </ul>
          </details>
        )}
      </section>
    )
  })
}

const keyOf = ({ contribution }: ShownPart) =>
  contribution.kind === 'rule' ? `${contribution.rule.id}/${contribution.effect.variable}` : contribution.link.id

function PartLine({ part: { contribution, shown }, variable }: { part: ShownPart; variable: Variable }) {
  const { text, locale } = useText()
  const decimals = 'decimals' in variable ? variable.decimals : undefined
  const tone = variable.kind === 'risk' ? toneOf(shown * 100) : 'hold'
  const name = useCauseName()
  const source = contribution.kind === 'rule' ? contribution.effect : contribution.link
  return (
    <li className={styles.part}>
      <div>
        <p className={styles.cause}>
          {contribution.kind === 'rule' ? (
            <ToRules place={{ rule: contribution.rule.id }}>{name(contribution)}</ToRules>
          ) : (
            <ToRules place={{ view: 'links', link: contribution.link.id }}>{name(contribution)}</ToRules>
          )}
        </p>
        <p className={styles.reason}>{text(source.reason)}</p>
        <Grounds basis={source.basis} evidence={source.evidence} />
        {contribution.kind === 'link' && <Behind rules={contribution.behind} />}
      </div>
      <b className={variable.kind === 'risk' ? tone : ''}>{formatSigned(shown, decimals ?? 0, locale)}</b>
    </li>
  )
}

/** The rules that move the variable at the other end of a link. */
function Behind({ rules }: { rules: readonly RuleContribution[] }) {
  const t = useTranslations('why')
  const { text } = useText()
  const name = useCauseName()
  return (
    <details className={styles.behind}>
      <summary>{t('throughRules', { n: rules.length })}</summary>
      <ul>
        {rules.slice(0, 12).map((contribution) => (
          <li key={`${contribution.rule.id}/${contribution.effect.variable}`}>
            <p className={styles.cause}>
              <ToRules place={{ rule: contribution.rule.id }}>{name(contribution)}</ToRules>
            </p>
            <p className={styles.reason}>{text(contribution.effect.reason)}</p>
            <Grounds basis={contribution.effect.basis} evidence={contribution.effect.evidence} />
          </li>
        ))}
      </ul>
    </details>
  )
}

/** What triggers a part: the assumptions of its rule and their states, or the variable a link comes from. */
function useCauseName(): (contribution: ShownPart['contribution']) => string {
  const t = useTranslations('why')
  const { text } = useText()
  const { pack } = useAtomValue(modelAtom)
  const words = useConditionWords()
  return (contribution) => {
    if (contribution.kind === 'link') {
      const from = pack.variables.find((v) => v.id === contribution.link.from)
      return t('through', { name: from ? text(from.label) : contribution.link.from })
    }
    return contribution.rule.when.map((condition) => words(condition, 'plain')).join(' · ')
  }
}

/** Rules on the variable that do not act under this assignment, each with the first condition it misses. */
export function IdleRules({ idle }: { idle: readonly Idle[] }) {
  const t = useTranslations('why')
  const { text } = useText()
  const words = useConditionWords()
  if (idle.length === 0) return null
  return (
    <details className={styles.idle}>
      <summary>{t('idle', { n: idle.length })}</summary>
      <ul>
        {idle.map(({ rule, effect, failing }) => (
          <li key={keyOfRule(rule, effect.variable)}>
            <p className={styles.cause}>
              <ToRules place={{ rule: rule.id }}>{words(failing, 'needs')}</ToRules>
            </p>
            <p className={styles.reason}>{text(effect.reason)}</p>
            <Grounds basis={effect.basis} evidence={effect.evidence} />
          </li>
        ))}
      </ul>
    </details>
  )
}

const keyOfRule = (rule: Rule, variable: string) => `${rule.id}/${variable}`
