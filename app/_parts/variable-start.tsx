'use client'
import { useAtomValue, useSetAtom } from 'jotai'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { keyOf, startBounds, startOf } from '../../lib/pack/challenge'
import type { Baseline, Derived, Variable } from '../../lib/pack/schema'
import { writeNumber, writePercent } from '../../lib/typed'
import { variantsAtom } from '../_state/atoms'
import { changedAtom } from '../_state/mine'
import { packModelAtom, setShownAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import { Radios } from '../_ui/radios'
import { ChangeForm } from './change-form'
import { ChangeNote } from './change-note'
import { Grounds } from './evidence-chip'
import styles from './rule-group.module.css'
import { RulesLink } from './rules-link'
import { unitOf, useRuleWords } from './use-rule-words'

/** Where a variable starts: its baseline and the way to another, or what it is computed from; and the links into it. */
export function VariableStart({ variable }: { variable: Variable }) {
  return (
    <section className={styles.start}>
      {variable.scale === 'derived' ? <Formula variable={variable} /> : <Start variable={variable} />}
      <LinksInto variable={variable} />
    </section>
  )
}

type Started = Exclude<Variable, Derived>

/** The baseline in use: its value and range, the choice of another that the pack gives, its grounds, and a form for one of mine. */
function Start({ variable }: { variable: Started }) {
  const t = useTranslations('rules')
  const { text } = useText()
  const words = useRuleWords()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const variants = useAtomValue(variantsAtom)
  const variant =
    (variable.kind === 'indicator' && variable.variants?.find(({ id }) => id === variants[variable.id])) || null
  const own = variant?.baseline ?? variable.baseline
  const key = keyOf(startOf(variable.id, variant?.id ?? null, own))
  const changed = useAtomValue(changedAtom).find((other) => other.key === key)
  const made = changed?.made.kind === 'start' ? changed.made : null
  const now = made ? { value: made.value, ...made.range } : own
  const name = text(variable.label)
  return (
    <>
      <h3>{t('baseline', { year: own.year })}</h3>
      <Variants variable={variable} />
      <p className={styles.value}>
        <b>{words.start(variable, now)}</b> <span>{unitOf(variable, text)}</span>
        {changed && <em>{t('changed')}</em>}
        <button
          ref={button}
          type="button"
          className="link"
          aria-expanded={open}
          aria-label={t('changeStart', { name })}
          onClick={() => setOpen(!open)}
        >
          {t('change')}
        </button>
      </p>
      {open && (
        <StartForm
          key={key}
          variable={variable}
          variant={variant?.id ?? null}
          own={own}
          now={now}
          onClose={() => {
            setOpen(false)
            button.current?.focus()
          }}
        />
      )}
      {changed && (
        <ChangeNote
          changed={changed}
          what={t('formStart', { name })}
          own={t('modelSays', { value: words.start(variable, own) })}
          onTakenBack={() => button.current?.focus()}
        />
      )}
      <p className={styles.grounds}>{text(own.reason)}</p>
      <Grounds basis={own.basis} evidence={own.evidence} />
    </>
  )
}

/** The choice among the baselines that the pack gives. */
function Variants({ variable }: { variable: Started }) {
  const t = useTranslations('rules')
  const { text } = useText()
  const variants = useAtomValue(variantsAtom)
  const setShown = useSetAtom(setShownAtom)
  const choices = (variable.kind === 'indicator' && variable.variants) || []
  if (choices.length === 0) return null
  const first = variable.baseline.year
  const choose = (id: string) => {
    const { [variable.id]: _, ...others } = variants
    setShown({ variants: id === first ? others : { ...others, [variable.id]: id } })
  }
  return (
    <Radios
      label={t('baselineUsed')}
      value={variants[variable.id] ?? first}
      choices={[{ id: first, label: first }, ...choices.map(({ id, label }) => ({ id, label: text(label) }))]}
      onChoose={choose}
      className={styles.variants}
      itemClassName={styles.variant}
    />
  )
}

interface StartFormProps {
  variable: Started
  variant: string | null
  /** The pack's own baseline, and the one in use. */
  own: Baseline
  now: Pick<Baseline, 'value' | 'low' | 'high'>
  onClose: () => void
}

function StartForm({ variable, variant, own, now, onClose }: StartFormProps) {
  const t = useTranslations('rules')
  const { text } = useText()
  const bounds = startBounds(variable.scale, own.value)
  const share = variable.scale === 'chance'
  const unit = share ? '%' : unitOf(variable, text)
  const write = (value: number) => (share ? `${writePercent(value)}%` : writeNumber(value))
  const said = { least: write(bounds.least), most: write(bounds.most) }
  const optional = variable.kind === 'indicator'
  const field = { as: share ? 'percent' : 'number', ...bounds } as const
  return (
    <ChangeForm
      title={t('formStart', { name: text(variable.label) })}
      fields={[
        { id: 'low', label: t('low'), value: now.low ?? null, unit: '', optional, ...field },
        { id: 'central', label: t('value'), value: now.value, unit: '', ...field },
        { id: 'high', label: t('high'), value: now.high ?? null, unit, optional, ...field },
      ]}
      limits={t(optional ? 'limitsStartAlone' : 'limitsStart', said)}
      makes={(value) => {
        const [low, high] = [value('low'), value('high')]
        const range = low === null || high === null ? null : { low, high }
        return { kind: 'start', variable: variable.id, variant, value: value('central') ?? NaN, range }
      }}
      onClose={onClose}
    />
  )
}

/** What a derived variable is computed from. */
function Formula({ variable }: { variable: Derived }) {
  const t = useTranslations('rules')
  const { text } = useText()
  const { pack } = useAtomValue(packModelAtom)
  const { op, of } = variable.formula
  return (
    <p>
      {t('computed', { op })}{' '}
      {of.map((id, i) => {
        const part = pack.variables.find((own) => own.id === id)
        return (
          <span key={id}>
            {i > 0 && ' · '}
            <RulesLink place={{ by: 'variable', of: id }}>{part ? text(part.label) : id}</RulesLink>
          </span>
        )
      })}
    </p>
  )
}

/** The links that carry another variable's shift into this one. */
function LinksInto({ variable }: { variable: Variable }) {
  const t = useTranslations('rules')
  const { text } = useText()
  const { pack } = useAtomValue(packModelAtom)
  const links = pack.links.filter(({ to }) => to === variable.id)
  if (links.length === 0) return null
  return (
    <p className={styles.through}>
      {t('through')}{' '}
      {links.map(({ id, from }, i) => {
        const source = pack.variables.find((own) => own.id === from)
        return (
          <span key={id}>
            {i > 0 && ' · '}
            <RulesLink place={{ view: 'links', link: id }}>{source ? text(source.label) : from}</RulesLink>
          </span>
        )
      })}
    </p>
  )
}
