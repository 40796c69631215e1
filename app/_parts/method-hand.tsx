'use client'
import { useAtomValue, useSetAtom } from 'jotai'
import { useTranslations } from 'use-intl'
import { type ByHand, rounded } from '../../lib/explain/by-hand'
import { formatWritten, probabilityWord } from '../../lib/format'
import type { Assignment } from '../../lib/scenario/assignment'
import { encode, restingScreen } from '../../lib/scenario/codec'
import { leadingAtom, methodScreenAtom, modelAtom, pathOf, shownAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import { HandFormula, HandLinks, HandRules, HandStart, HandSum } from './method-hand-steps'
import styles from './method-hand.module.css'
import { HandPickers } from './method-hand-pickers'
import { Row, Section, tags } from './method-section'
import { useWorked } from './use-worked'

/** One number worked out step by step: any variable, scenario and year. */
export function MethodHand({ title }: { title: string }) {
  const t = useTranslations('method.hand')
  const { text, locale } = useText()
  const setScreen = useSetAtom(methodScreenAtom)
  const { hand, variable, assignment, scenario, year, digits } = useWorked()
  const show = (change: { open?: string; year?: number; assignment?: Assignment }) =>
    setScreen({ assignment, open: variable.id, year, ...change })
  /** Another variable and year, for whoever follows a link or a part: the work starts again at its title. */
  const workOut = (open: string, at: number) => {
    show({ open, year: at })
    document.getElementById('worked')?.focus()
  }
  const steps = rounded(hand, digits)
  const { format } = new Intl.NumberFormat(locale)
  const plain = steps.kind === 'derived' || steps.scale === 'level'
  return (
    <Section id="hand" title={title}>
      <Row beside={<HandPickers show={show} />}>
        <p>
          {plain ? t('introPlain', { digits: format(digits) }) : t.rich('intro', { ...tags, digits: format(digits) })}
        </p>
      </Row>
      <h3 id="worked" tabIndex={-1} className={styles.title}>
        {text(variable.title)}
      </h3>
      <p className={styles.under}>
        {scenario}, {year}
      </p>
      <div className={styles.steps}>
        <Steps steps={steps} workOut={workOut} />
      </div>
      <div className={styles.outcome}>
        <Result exact={hand.value} />
      </div>
    </Section>
  )
}

function Steps({ steps, workOut }: { steps: ByHand; workOut: (variable: string, year: number) => void }) {
  if (steps.kind === 'derived') return <HandFormula steps={steps} workOut={workOut} />
  return (
    <>
      <HandStart steps={steps} />
      <HandRules steps={steps} />
      <HandLinks steps={steps} workOut={workOut} />
      <HandSum steps={steps} />
    </>
  )
}

/** The number as every screen shows it, with its word, and the way to the screen that does. */
function Result({ exact }: { exact: number }) {
  const t = useTranslations('method.hand')
  const word = useTranslations('word')
  const { text, locale } = useText()
  const { variable, shown, digits } = useWorked()
  const there = useExplore()
  const event = variable.kind !== 'indicator'
  return (
    <Row
      beside={
        <p className={styles.same}>
          {t('same', { shown: shown(exact), exact: formatWritten(Number(exact.toFixed(digits + 4)), locale) })}{' '}
          <a href={there}>{t('see')}</a>
        </p>
      }
    >
      <h3>{t('result')}</h3>
      <p className={styles.result} role="status">
        <b>{shown(exact)}</b>{' '}
        {event ? word(probabilityWord(exact) ?? 'none') : variable.scale !== 'chance' && text(variable.unit)}
      </p>
    </Row>
  )
}

/** The address of Explore in the very state that is worked out here. */
function useExplore(): string {
  const { locale } = useText()
  const model = useAtomValue(modelAtom)
  const shown = useAtomValue(shownAtom)
  const leading = useAtomValue(leadingAtom)
  const { assignment, variable } = useWorked()
  const query = leading('explore', encode(model, { ...restingScreen(model), ...shown, assignment, open: variable.id }))
  return `${pathOf(locale, 'explore')}?${query}`
}
