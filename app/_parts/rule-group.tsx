'use client'
import { useAtomValue } from 'jotai'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { failingCondition } from '../../lib/engine/compile'
import { byStates, inOrderOf, sourcesOf } from '../../lib/explain/rule-book'
import { pushesOn } from '../../lib/explain/pushes'
import type { Assumption, Rule, Variable } from '../../lib/pack/schema'
import { variantsAtom } from '../_state/atoms'
import { changesAtom, leadingAtom, modelAtom, packModelAtom, pathOf, rulesScreenAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import styles from './rule-group.module.css'
import { RuleList, type RuleSection } from './rule-list'
import { RulePushes } from './rule-pushes'
import { useTitle } from './use-title'
import { VariableStart } from './variable-start'

interface GroupProps {
  id: string
  rules: readonly Rule[]
}

/** One group of the rule book: what it is about, and its rules in full. */
export function RuleGroup({ id, rules }: GroupProps) {
  const { pack } = useAtomValue(packModelAtom)
  const assumption = pack.assumptions.find((own) => own.id === id)
  const variable = pack.variables.find((own) => own.id === id)
  if (assumption) return <AssumptionGroup assumption={assumption} rules={rules} />
  if (variable) return <VariableGroup variable={variable} rules={rules} />
  return <SectorGroup id={id} rules={rules} />
}

function AssumptionGroup({ assumption, rules }: { assumption: Assumption; rules: readonly Rule[] }) {
  const t = useTranslations('rules')
  const why = useTranslations('why')
  const { text } = useText()
  const sections = byStates(assumption, rules).map(({ states, rules: own }): RuleSection => {
    const labels = states.flatMap((id) =>
      assumption.states.filter((state) => state.id === id).map(({ label }) => text(label)),
    )
    return { title: labels.join(why('or')), rules: own }
  })
  return (
    <>
      <GroupHead title={text(assumption.label)} about={text(assumption.question)} rules={rules} />
      {rules.length === 0 ? <p>{t('none')}</p> : <RuleList sections={sections} />}
    </>
  )
}

/** A variable: its baseline, what could move it most, and the rules on it in that order. */
function VariableGroup({ variable, rules }: { variable: Variable; rules: readonly Rule[] }) {
  const t = useTranslations('rules')
  const { text } = useText()
  const model = useAtomValue(modelAtom)
  const variants = useAtomValue(variantsAtom)
  const pushes = pushesOn(model, variable.id, undefined, variants)
  const title = variable.scale === 'derived' ? t('parts') : t('directly')
  return (
    <>
      <GroupHead title={text(variable.title)} about={text(variable.test)} rules={rules} />
      <VariableStart variable={variable} />
      {pushes.length > 0 && <RulePushes variable={variable} pushes={pushes} />}
      {rules.length === 0 ? (
        <p className={styles.none}>{t('none')}</p>
      ) : (
        <RuleList
          sections={[{ title, rules: inOrderOf(rules, pushes) }]}
          lead={sourcesOf(model.pack, variable.id).length > 1 ? undefined : variable.id}
        />
      )}
    </>
  )
}

function SectorGroup({ id, rules }: GroupProps) {
  const t = useTranslations('rules')
  const { text } = useText()
  const { pack } = useAtomValue(packModelAtom)
  const sector = pack.meta.sectors.find((own) => own.id === id)
  const names = pack.variables.filter((own) => own.sector === id).map(({ label }) => text(label))
  return (
    <>
      <GroupHead title={sector ? text(sector.label) : id} about={names.join(' · ')} rules={rules} />
      {rules.length === 0 ? (
        <p className={styles.none}>{t('none')}</p>
      ) : (
        <RuleList sections={[{ title: t('inSector'), rules }]} />
      )}
    </>
  )
}

/** What a group is called and about, and how many of its rules act in the scenario of the page. */
function GroupHead({ title, about, rules }: { title: string; about: string; rules: readonly Rule[] }) {
  const t = useTranslations('rules')
  const { assignment } = useAtomValue(rulesScreenAtom)
  const changes = useAtomValue(changesAtom)
  const { locale } = useText()
  const named = useTitle()
  const query = useAtomValue(leadingAtom)('explore', '')
  const heading = useHeadFocus()
  const off = new Set(changes.flatMap((made) => (made.kind === 'off' ? [made.rule] : [])))
  const acting = rules.filter((rule) => !off.has(rule.id) && failingCondition(rule, assignment) === null)
  return (
    <header className={styles.head}>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <p className={styles.about}>{about}</p>
      <p className={styles.summary}>
        {t.rich('summary', {
          n: rules.length,
          acting: acting.length,
          title: named(assignment),
          b: (chunks) => <b>{chunks}</b>,
        })}{' '}
        <a className="link" href={`${pathOf(locale, 'explore')}${query && `?${query}`}`}>
          {t('toExplore')}
        </a>
      </p>
    </header>
  )
}

/**
 * Where a group takes the place of another, begin at its head: the focus goes there if what had it is gone, and the page
 * scrolls up if it stands further down.
 */
function useHeadFocus() {
  const { of, by, rule } = useAtomValue(rulesScreenAtom)
  const heading = useRef<HTMLHeadingElement>(null)
  const last = useRef({ of, by })
  useEffect(() => {
    const moved = last.current.of !== of || last.current.by !== by
    last.current = { of, by }
    if (!moved || rule !== null) return
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true })
    if ((heading.current?.getBoundingClientRect().top ?? 0) < 0) heading.current?.scrollIntoView({ block: 'start' })
  }, [of, by, rule])
  return heading
}
