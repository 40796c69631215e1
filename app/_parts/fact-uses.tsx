'use client'
import { useAtomValue } from 'jotai'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import type { Use } from '../../lib/explain/usage'
import type { Basis, Pack } from '../../lib/pack/schema'
import { SiteMark } from '../_charts/site-mark'
import { packModelAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import { Grounds } from './evidence-chip'
import { ToRules } from './place-link'
import styles from './fact-uses.module.css'
import { useRuleWords } from './use-rule-words'

/** One use in words: what kind of record, which, what it says, and on what basis. */
interface Line {
  key: string
  kind: string
  name: ReactNode
  says: string
  basis?: Basis
}

/** How many uses stand open; the rest are folded. */
const open = 6

/** What rests on a fact, each with its words and the way to it. */
export function FactUses({ uses }: { uses: readonly Use[] }) {
  const t = useTranslations('facts')
  const lines = useLines(uses)
  const rest = lines.slice(open)
  return (
    <section className={styles.uses}>
      <h3>{t('usedBy')}</h3>
      {lines.length === 0 && <p>{t('usedByNothing')}</p>}
      <ul>
        {lines.slice(0, open).map(({ key, ...line }) => (
          <UseLine key={key} {...line} />
        ))}
      </ul>
      {rest.length > 0 && (
        <details>
          <summary>{t('moreUses', { n: rest.length })}</summary>
          <ul>
            {rest.map(({ key, ...line }) => (
              <UseLine key={key} {...line} />
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function UseLine({ kind, name, says, basis }: Omit<Line, 'key'>) {
  return (
    <li>
      <p className={styles.name}>
        <small>{kind}</small> {name}
      </p>
      <p>{says}</p>
      {basis && <Grounds basis={basis} evidence={[]} />}
    </li>
  )
}

/** The records behind uses, in words of the pack; each leads on to the page that shows it. */
function useLines(uses: readonly Use[]): Line[] {
  const t = useTranslations('facts')
  const { text } = useText()
  const { pack } = useAtomValue(packModelAtom)
  const { name: nameOf } = useRuleWords()
  const label = (id: string) => {
    const found = [...pack.variables, ...pack.assumptions].find((record) => record.id === id)
    return found ? text(found.label) : id
  }
  const line = (use: Use): Omit<Line, 'key'> | null => {
    switch (use.kind) {
      case 'assumption': {
        const found = pack.assumptions.find(({ id }) => id === use.assumption)
        const name = <ToRules place={{ by: 'assumption', of: use.assumption }}>{label(use.assumption)}</ToRules>
        return found ? { kind: t('assumption'), name, says: text(found.question) } : null
      }
      case 'baseline':
      case 'variant': {
        const found = baselineOf(pack, use)
        if (!found) return null
        const kind = found.variant ? t('variant', { variant: text(found.variant.label) }) : t('baseline')
        const name = <ToRules place={{ by: 'variable', of: use.variable }}>{label(use.variable)}</ToRules>
        return { kind, name, says: text(found.baseline.reason), basis: found.baseline.basis }
      }
      case 'effect': {
        const rule = pack.rules.find(({ id }) => id === use.rule)
        const effect = rule?.effects.find(({ variable }) => variable === use.variable)
        if (!rule || !effect) return null
        const name = (
          <>
            <ToRules place={{ rule: use.rule }}>{nameOf(rule)}</ToRules> {t('moves', { variable: label(use.variable) })}
          </>
        )
        return { kind: t('rule'), name, says: text(effect.reason), basis: effect.basis }
      }
      case 'link': {
        const found = pack.links.find(({ id }) => id === use.link)
        if (!found) return null
        const ends = t('fromTo', { from: label(found.from), to: label(found.to) })
        const name = <ToRules place={{ view: 'links', link: use.link }}>{ends}</ToRules>
        return { kind: t('link'), name, says: text(found.reason), basis: found.basis }
      }
      case 'choice': {
        const scenario = pack.scenarios.find(({ id }) => id === use.scenario)
        const choice = scenario?.secondary.find(({ assumption }) => assumption === use.assumption)
        if (!scenario || !choice) return null
        const state = pack.assumptions
          .find(({ id }) => id === choice.assumption)
          ?.states.find(({ id }) => id === choice.state)
        const name = t('choice', {
          scenario: text(scenario.label),
          assumption: label(choice.assumption),
          state: state ? text(state.label) : choice.state,
        })
        return { kind: t('scenario'), name, says: text(choice.reason), basis: choice.basis }
      }
      case 'site': {
        const site = pack.sites?.find(({ id }) => id === use.site)
        if (!site) return null
        const name = (
          <>
            <SiteMark status={site.status} /> {text(site.label)}
          </>
        )
        return { kind: t('site'), name, says: site.note ? text(site.note) : '' }
      }
    }
  }
  return uses.flatMap((use) => {
    const own = line(use)
    return own ? { key: Object.values(use).join('/'), ...own } : []
  })
}

function baselineOf(pack: Pack, use: Extract<Use, { kind: 'baseline' | 'variant' }>) {
  const variable = pack.variables.find(({ id }) => id === use.variable)
  if (!variable || variable.scale === 'derived') return null
  if (use.kind === 'baseline') return { baseline: variable.baseline, variant: null }
  const variants = variable.kind === 'indicator' ? (variable.variants ?? []) : []
  const variant = variants.find(({ id }) => id === use.variant)
  return variant ? { baseline: variant.baseline, variant } : null
}
