'use client'
import { useAtomValue } from 'jotai'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { levelReach, sizeAxis } from '../../lib/chart/size-range'
import { formatSigned } from '../../lib/format'
import { effectBounds, effectOf, keyOf } from '../../lib/pack/challenge'
import type { Effect, Rule, Variable } from '../../lib/pack/schema'
import { writeNumber } from '../../lib/typed'
import { SizeRange, SizeTicks } from '../_charts/size-range'
import { changedAtom } from '../_state/mine'
import { packModelAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import { ChangeForm } from './change-form'
import { ChangeNote } from './change-note'
import { Grounds } from './evidence-chip'
import styles from './rule-entry.module.css'
import { RulesLink } from './rules-link'
import { unitOf, useRuleWords } from './use-rule-words'

/** One effect of a rule: what it moves and why, its size on the scale that all share, and the way to another size. */
export function RuleEffect({ rule, effect, lead }: { rule: Rule; effect: Effect; lead: boolean }) {
  const t = useTranslations('rules')
  const { text } = useText()
  const { pack } = useAtomValue(packModelAtom)
  const words = useRuleWords()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const key = keyOf(effectOf(rule, effect))
  const changed = useAtomValue(changedAtom).find((other) => other.key === key)
  const variable = pack.variables.find(({ id }) => id === effect.variable)
  if (!variable) return null
  const scaleOf = (id: string) => pack.variables.find((own) => own.id === id)?.scale
  const name = text(variable.label)
  const size = changed?.made.kind === 'effect' ? changed.made : effect
  const said = words.size(variable, size)
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  return (
    <li className={styles.effect} data-changed={changed !== undefined || undefined}>
      <p className={styles.moved}>
        <RulesLink place={{ by: 'variable', of: variable.id }} className={lead ? styles.lead : undefined}>
          {name}
        </RulesLink>
      </p>
      <EffectRange
        variable={variable}
        size={size}
        from={changed ? effect : undefined}
        label={said}
        first={effect === rule.effects.find((other) => scaleOf(other.variable) !== 'level')}
      />
      <p className={styles.size}>{said}</p>
      <button
        ref={button}
        type="button"
        className={`link ${styles.change}`}
        aria-expanded={open}
        aria-label={t('changeEffect', { name, rule: words.name(rule) })}
        onClick={() => setOpen(!open)}
      >
        {t('change')}
      </button>
      <div className={styles.reason}>
        <p>{text(effect.reason)}</p>
        <Grounds basis={effect.basis} evidence={effect.evidence} />
      </div>
      {(open || changed) && (
        <div className={styles.wide}>
          {open && <EffectForm rule={rule} own={effect} size={size} variable={variable} onClose={close} />}
          {changed && (
            <ChangeNote
              changed={changed}
              what={t('formEffect', { name })}
              own={t('modelSays', { value: words.size(variable, effect) })}
              onTakenBack={() => button.current?.focus()}
            />
          )}
        </div>
      )}
    </li>
  )
}

type Size = Pick<Effect, 'low' | 'central' | 'high'>

/**
 * The range of an effect: factors on one logarithmic scale for all, shifts of a level on one for all rules on that level. The
 * values of the scale stand above the `first` of a rule's factors, unless they stand above the column.
 */
function EffectRange(props: { variable: Variable; size: Size; from: Size | undefined; label: string; first: boolean }) {
  const { variable, size, from, label, first } = props
  const { locale } = useText()
  const { pack } = useAtomValue(packModelAtom)
  const level = variable.scale === 'level'
  const own = pack.rules.flatMap(({ effects }) => effects.filter((effect) => effect.variable === variable.id))
  const axis = level ? sizeAxis('level', levelReach(own)) : sizeAxis('chance', 1)
  const decimals = axis.ticks.every(Number.isInteger) ? 0 : 1
  return (
    <span className={styles.range}>
      {(level || first) && (
        <span className={level ? undefined : styles.ticks}>
          <SizeTicks axis={axis} format={(shift) => formatSigned(shift, decimals, locale)} width="100%" />
        </span>
      )}
      <SizeRange size={size} axis={axis} from={from} label={label} width="100%" height={20} />
    </span>
  )
}

interface EffectFormProps {
  rule: Rule
  own: Effect
  size: Size
  variable: Variable
  onClose: () => void
}

function EffectForm({ rule, own, size, variable, onClose }: EffectFormProps) {
  const t = useTranslations('rules')
  const { text } = useText()
  const bounds = effectBounds(variable, own)
  const unit = unitOf(variable, text)
  const units = { chance: t('unitOdds'), amount: t('unitAmount'), level: unit, derived: '' }
  const labels = { low: t('low'), central: t('central'), high: t('high') }
  const said = { least: writeNumber(bounds.least), most: writeNumber(bounds.most) }
  return (
    <ChangeForm
      title={t('formEffect', { name: text(variable.label) })}
      fields={(['low', 'central', 'high'] as const).map((id) => ({
        id,
        label: labels[id],
        value: size[id],
        as: 'number',
        unit: id === 'high' ? units[variable.scale] : '',
        ...bounds,
      }))}
      limits={variable.scale === 'level' ? t('limitsLevel', { ...said, unit }) : t('limitsFactor', said)}
      makes={(value) => ({
        kind: 'effect',
        rule: rule.id,
        variable: variable.id,
        low: value('low') ?? NaN,
        central: value('central') ?? NaN,
        high: value('high') ?? NaN,
      })}
      onClose={onClose}
    />
  )
}
