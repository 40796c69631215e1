'use client'
import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import type { ByHand } from '../../lib/explain/by-hand'
import { formatNumber, formatSigned, formatStart, formatWritten } from '../../lib/format'
import { modelAtom, shownAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import { BasisMark } from '../_charts/mark'
import styles from './method-hand.module.css'
import { RuleLink } from './method-rule-link'
import { type Line, Row, Sum, tags, Worked } from './method-section'
import { useStrengthWords, useWorked } from './use-worked'

type Moved = Extract<ByHand, { kind: 'moved' }>
type Derived = Extract<ByHand, { kind: 'derived' }>
type WorkOut = (variable: string, year: number) => void

/** Writes numbers of the steps: those worked out with their decimals, those of the pack as they stand there. */
function useDigits() {
  const { locale } = useText()
  const { digits } = useWorked()
  return {
    number: (value: number) => formatNumber(value, digits, locale),
    signed: (value: number) => formatSigned(value, digits, locale),
    /** As the next term of a sum: " + 0.5", " − 0.5". */
    term: (value: number) => ` ${value < 0 ? '−' : '+'} ${formatNumber(Math.abs(value), digits, locale)}`,
    written: (value: number) => formatWritten(value, locale),
  }
}

/** The baseline, and where it stands on the scale. */
export function HandStart({ steps: { scale, baseline, start } }: { steps: Moved }) {
  const t = useTranslations('method.hand')
  const { text, locale } = useText()
  const { variable } = useWorked()
  const { number, written } = useDigits()
  const value = formatStart(scale, baseline, locale)
  const event = variable.kind !== 'indicator'
  const unit = event ? '' : text(variable.unit)
  const said = () => {
    if (scale === 'level') return t('startLevel', { value, unit })
    if (scale === 'amount') return t('startAmount', { value, unit })
    return event ? t('startChance', { value }) : t('startShare', { value })
  }
  const p = written(baseline)
  return (
    <Row
      beside={
        <Sum>
          {scale === 'chance' && `ln(${p} ÷ (1 − ${p})) = ${number(start)}`}
          {scale === 'amount' && `ln(${p}) = ${number(start)}`}
          {scale === 'level' && p}
        </Sum>
      }
    >
      <h3>{t('start')}</h3>
      <p>
        {said()} <Variant />
      </p>
    </Row>
  )
}

/** Which baseline is chosen, where there is a choice. */
function Variant() {
  const t = useTranslations('method.hand')
  const { text } = useText()
  const { variants } = useAtomValue(shownAtom)
  const { variable } = useWorked()
  const found = 'variants' in variable ? variable.variants?.find(({ id }) => id === variants[variable.id]) : undefined
  return found ? t('variant', { name: text(found.label) }) : null
}

/** What each rule adds: its size on the scale times its strength in the year. */
export function HandRules({ steps: { scale, rules, resting } }: { steps: Moved }) {
  const t = useTranslations('method.hand')
  const { text } = useText()
  const { year } = useWorked()
  const { number, signed, written } = useDigits()
  const words = useStrengthWords()
  const level = scale === 'level'
  const lines = rules.map(({ rule, effect, size, strength, onScale }): Line => {
    const { worked, fraction } = words(rule, strength, year)
    return {
      id: rule.id,
      name: <RuleLink rule={rule} />,
      note: (
        <>
          <BasisMark basis={effect.basis} /> {text(effect.reason)}
        </>
      ),
      cells: [
        ...(level ? [written(size)] : [written(effect.central), number(size)]),
        <span key="strength">
          × {fraction}
          <small>{worked}</small>
        </span>,
        <b key="product">{signed(onScale)}</b>,
      ],
    }
  })
  const head = [t('rule'), ...(level ? [t('shiftColumn')] : [t('factor'), t('logarithm')]), t('strength'), t('product')]
  const count = { n: rules.length, year }
  return (
    <Row beside={rules.length > 0 && <Worked wide quiet caption={t('rules')} head={head} lines={lines} />}>
      <h3>{t('rules')}</h3>
      {rules.length === 0 ? (
        <p>{t('noRules', { year })}</p>
      ) : (
        <p>{level ? t('rulesShift', count) : t('rulesFactor', count)}</p>
      )}
      {resting > 0 && <p className={styles.aside}>{t('resting', { n: resting, year })}</p>}
    </Row>
  )
}

/** What each link adds: the shift of another variable, some years before, times its strength. */
export function HandLinks({ steps: { links }, workOut }: { steps: Moved; workOut: WorkOut }) {
  const t = useTranslations('method.hand')
  const { text } = useText()
  const { pack } = useAtomValue(modelAtom)
  const { year } = useWorked()
  const { signed, written } = useDigits()
  const lines = links.map(({ link, year: at, shift, onScale }): Line => {
    const from = pack.variables.find(({ id }) => id === link.from)!
    return {
      id: link.id,
      name: (
        <WorkButton variable={from.id} year={at} workOut={workOut}>
          {t('inYear', { name: text(from.label), year: at })}
        </WorkButton>
      ),
      note: (
        <>
          <BasisMark basis={link.basis} /> {text(link.reason)}
        </>
      ),
      cells: [signed(shift), `× ${written(link.strength)}`, <b key="product">{signed(onScale)}</b>],
    }
  })
  const head = [t('from'), t('its'), t('times'), t('product')]
  return (
    <Row beside={links.length > 0 && <Worked wide quiet caption={t('links')} head={head} lines={lines} />}>
      <h3>{t('links')}</h3>
      <p>{links.length === 0 ? t('noLinks', { year }) : t('linksMeans', { n: links.length })}</p>
    </Row>
  )
}

/** The name of another variable, which makes it and its year the number that is worked out. */
function WorkButton(props: { variable: string; year: number; workOut: WorkOut; children: string }) {
  const { variable, year, workOut, children } = props
  const t = useTranslations('method.hand')
  return (
    <button type="button" className={`link ${styles.work}`} title={t('work')} onClick={() => workOut(variable, year)}>
      {children}
    </button>
  )
}

/** The sum on the scale, and the way back to the variable's own unit. */
export function HandSum({ steps: { scale, start, rules, links, shift, value } }: { steps: Moved }) {
  const t = useTranslations('method.hand')
  const { variable } = useWorked()
  const { number, term, written } = useDigits()
  const parts = [...rules, ...links]
  const total = start + shift
  const back = () => {
    if (scale === 'level') return t('backLevel')
    if (scale === 'amount') return t('backAmount')
    return variable.kind === 'indicator' ? t('backShare') : t('backChance')
  }
  const exponent = scale === 'chance' ? number(-total) : number(total)
  return (
    <>
      <Row
        beside={
          parts.length > 0 && (
            <Sum>
              {scale === 'level' ? written(start) : number(start)}
              {parts.map(({ onScale }) => term(onScale)).join('')} = {number(total)}
            </Sum>
          )
        }
      >
        <h3>{t('add')}</h3>
        <p>{parts.length === 0 ? t('still') : t('addMeans')}</p>
      </Row>
      <Row
        beside={
          <Sum>
            {scale === 'chance' && t.rich('logistic', { ...tags, exponent, value: number(value) })}
            {scale === 'amount' && t.rich('exponential', { ...tags, exponent, value: number(value) })}
            {scale === 'level' && number(value)}
          </Sum>
        }
      >
        <h3>{t('back')}</h3>
        <p>{back()}</p>
      </Row>
    </>
  )
}

/** The formula of a derived variable, from the values of its parts. */
export function HandFormula({ steps: { op, parts, value }, workOut }: { steps: Derived; workOut: WorkOut }) {
  const t = useTranslations('method.hand')
  const { text } = useText()
  const { pack } = useAtomValue(modelAtom)
  const { year } = useWorked()
  const { number } = useDigits()
  const lines = parts.map(({ variable: id, value }): Line => {
    const variable = pack.variables.find((own) => own.id === id)!
    return {
      id,
      name: (
        <WorkButton variable={id} year={year} workOut={workOut}>
          {text(variable.label)}
        </WorkButton>
      ),
      cells: [number(value)],
    }
  })
  const means = { sum: t('formulaSum', { year }), difference: t('formulaDifference', { year }), ratio: t('formulaRatio', { year }) } // prettier-ignore
  const sign = { sum: ' + ', difference: ' − ', ratio: ' ÷ ' } as const
  const few = parts.length <= 4
  return (
    <Row
      beside={
        <>
          <Worked quiet caption={t('formula')} head={[t('part'), t('value')]} lines={lines} />
          <Sum>
            {few &&
              `${parts.map((part) => (part.value < 0 ? `(${number(part.value)})` : number(part.value))).join(sign[op])} `}
            = {number(value)}
          </Sum>
        </>
      }
    >
      <h3>{t('formula')}</h3>
      <p>
        {means[op]} {t('formulaWork')}
      </p>
    </Row>
  )
}
