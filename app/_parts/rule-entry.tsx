'use client'
import { useAtomValue, useSetAtom } from 'jotai'
import { memo, useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { rampSeries } from '../../lib/chart/ramp'
import { failingCondition } from '../../lib/engine/compile'
import { onsetBounds, rampBounds } from '../../lib/pack/challenge'
import type { Rule } from '../../lib/pack/schema'
import { RampSpark } from '../_charts/ramp-spark'
import { changedAtom, makeChangeAtom, takeBackAtom } from '../_state/mine'
import { packModelAtom, pathOf, rulesQueryAtom, rulesScreenAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import { ChangeForm } from './change-form'
import { ChangeNote } from './change-note'
import { RuleEffect } from './rule-effect'
import styles from './rule-entry.module.css'
import { useConditionWords } from './use-condition-words'
import { useRuleWords } from './use-rule-words'

/** Id of a rule's place on the page. */
export const ruleAnchor = (id: string) => `rule-${id}`

/** One rule to read and to doubt: its condition, when it acts, and what it moves; the effect on `lead` stands out. */
export const RuleEntry = memo(function RuleEntry(props: {
  rule: Rule
  heading: 'h3' | 'h4'
  lead?: string | undefined
}) {
  const { rule, heading: Heading, lead } = props
  const t = useTranslations('rules')
  const titled = useId()
  const condition = useConditionWords()
  const screen = useAtomValue(rulesScreenAtom)
  const changed = useAtomValue(changedAtom).filter(({ made }) => made.kind !== 'start' && made.rule === rule.id)
  const off = changed.find(({ made }) => made.kind === 'off')
  const acting = !off && failingCondition(rule, screen.assignment) === null
  return (
    <article
      id={ruleAnchor(rule.id)}
      className={styles.rule}
      aria-labelledby={titled}
      tabIndex={-1}
      data-open={screen.rule === rule.id || undefined}
      data-off={off !== undefined || undefined}
    >
      <div>
        <Heading id={titled} className={styles.condition}>
          {rule.when.map((own, i) => (
            <span key={own.assumption}>
              {i > 0 && <i>{t('and')} </i>}
              {condition(own, 'plain')}{' '}
            </span>
          ))}
        </Heading>
        {(acting || changed.length > 0) && (
          <p className={styles.marks}>
            {acting && <span className={styles.acting}>{t('acting')}</span>}
            {changed.length > 0 && <b>{off ? t('leftOut') : t('changed')}</b>}
          </p>
        )}
        <Timing rule={rule} />
        <Use rule={rule} />
      </div>
      <ul>
        {rule.effects.map((effect) => (
          <RuleEffect key={effect.variable} rule={rule} effect={effect} lead={effect.variable === lead} />
        ))}
      </ul>
    </article>
  )
})

/** From when a rule acts and how it grows, drawn and said, and the way to another timing. */
function Timing({ rule }: { rule: Rule }) {
  const t = useTranslations('rules')
  const { years, pack } = useAtomValue(packModelAtom)
  const words = useRuleWords()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const changed = useAtomValue(changedAtom).find(({ key }) => key === `timing.${rule.id}`)
  const { onset, rampYears } = changed?.made.kind === 'timing' ? changed.made : rule
  const now = { ...rule, onset, rampYears }
  const bounds = onsetBounds(pack, rule)
  const said = words.timing(now)
  const whole = { as: 'whole', unit: '' } as const
  return (
    <div className={styles.timing}>
      <RampSpark series={rampSeries(now, years)} label={said} />
      <p>
        {said}{' '}
        <button
          ref={button}
          type="button"
          className="link"
          aria-expanded={open}
          aria-label={t('changeTiming', { rule: words.name(rule) })}
          onClick={() => setOpen(!open)}
        >
          {t('change')}
        </button>
      </p>
      <div className={styles.wide}>
        {open && (
          <ChangeForm
            title={t('formTiming')}
            fields={[
              { id: 'onset', label: t('onset'), value: onset, ...whole, ...bounds },
              { id: 'rampYears', label: t('rampYears'), value: rampYears, ...whole, ...rampBounds },
            ]}
            limits={t(rule.fadeFrom === undefined ? 'limitsTiming' : 'limitsFading', {
              least: `${bounds.least}`,
              most: `${bounds.most}`,
              years: rampBounds.most,
            })}
            makes={(value) => ({
              kind: 'timing',
              rule: rule.id,
              onset: value('onset') ?? NaN,
              rampYears: value('rampYears') ?? NaN,
            })}
            onClose={() => {
              setOpen(false)
              button.current?.focus()
            }}
          />
        )}
        {changed && (
          <ChangeNote
            changed={changed}
            what={t('formTiming')}
            own={t('modelSays', { value: words.timing(rule) })}
            onTakenBack={() => button.current?.focus()}
          />
        )}
      </div>
    </div>
  )
}

/** Whether a rule takes part in the model, its id, and a link to it. */
function Use({ rule }: { rule: Rule }) {
  const t = useTranslations('rules')
  const words = useRuleWords()
  const make = useSetAtom(makeChangeAtom)
  const takeBack = useSetAtom(takeBackAtom)
  const box = useRef<HTMLInputElement>(null)
  const off = useAtomValue(changedAtom).find(({ key }) => key === `off.${rule.id}`)
  return (
    <>
      <div className={styles.use}>
        <label>
          <input
            ref={box}
            type="checkbox"
            role="switch"
            checked={!off}
            aria-label={`${off ? t('out') : t('inModel')}: ${words.name(rule)}`}
            onChange={() => void (off ? takeBack(off.key) : make({ kind: 'off', rule: rule.id }))}
          />
          {off ? t('out') : t('inModel')}
        </label>
        <CopyLink rule={rule} />
        <code>{rule.id}</code>
      </div>
      {off && (
        <ChangeNote changed={off} what={t('leftOut')} own={t('modelUses')} onTakenBack={() => box.current?.focus()} />
      )}
    </>
  )
}

/** Copies the address of a rule; where the browser forbids it, shows it to be copied by hand. */
function CopyLink({ rule: { id, when } }: { rule: Rule }) {
  const t = useTranslations('rules')
  const { locale } = useText()
  const words = useRuleWords()
  const query = useAtomValue(rulesQueryAtom)
  const [said, setSaid] = useState<'copied' | 'failed' | null>(null)
  const link = () => `${location.origin}${pathOf(locale, 'rules')}?${query({ rule: id })}`
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link())
      setSaid('copied')
    } catch {
      setSaid('failed')
    }
  }
  if (said === 'failed')
    return (
      <label className={styles.byHand}>
        {t('copyFailed')}
        <input readOnly value={link()} onFocus={(event) => event.target.select()} />
      </label>
    )
  return (
    <button type="button" className="link" onClick={() => void copy()} onBlur={() => setSaid(null)}>
      <span aria-live="polite">{said === 'copied' ? t('copied') : t('copy')}</span>
      <span className="hidden">: {words.name({ when })}</span>
    </button>
  )
}
