'use client'
import { useAtomValue } from 'jotai'
import { useDeferredValue, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { chosenGroup, ruleTexts, searchRules } from '../../lib/explain/rule-book'
import type { Rule } from '../../lib/pack/schema'
import { ruleAnchor } from '../_parts/rule-entry'
import { RuleGroup } from '../_parts/rule-group'
import { RuleGroups } from '../_parts/rule-groups'
import { RuleList } from '../_parts/rule-list'
import { useRuleGroups } from '../_parts/use-rule-groups'
import { ruleSearchAtom } from '../_state/searched'
import { packModelAtom, rulesScreenAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import styles from './rules-panel.module.css'

/** The rule book: groups of rules at the left, the rules of one at the right, or those that hold the words searched for. */
export function RulesPanel() {
  const { of, rule } = useAtomValue(rulesScreenAtom)
  const parts = useRuleGroups()
  const found = useFound()
  const group = chosenGroup(
    parts.flatMap(({ groups }) => groups),
    of,
    rule,
  )
  useOpenRule(rule)
  return (
    <div className={styles.book}>
      <RuleGroups parts={parts} shown={found === null ? (group?.id ?? null) : null} />
      <div className={styles.rules}>
        {found !== null ? (
          <Found {...found} />
        ) : (
          group && <RuleGroup key={group.id} id={group.id} rules={group.rules} />
        )}
      </div>
    </div>
  )
}

/** What the words searched for find; null without words, and where the address asks for a rule that is not among it. */
function useFound(): { words: string; rules: readonly Rule[] } | null {
  const { locale } = useText()
  const { pack } = useAtomValue(packModelAtom)
  const { rule } = useAtomValue(rulesScreenAtom)
  const texts = ruleTexts(pack, locale)
  const words = useDeferredValue(useAtomValue(ruleSearchAtom)).trim()
  if (words === '') return null
  const rules = searchRules(texts, pack.rules, words)
  return rule === null || rules.some(({ id }) => id === rule) ? { words, rules } : null
}

function Found({ words, rules }: { words: string; rules: readonly Rule[] }) {
  const t = useTranslations('rules')
  return (
    <>
      <div role="status">
        <h2 className={styles.found}>{t('found', { n: rules.length, words })}</h2>
      </div>
      {rules.length === 0 ? <p>{t('foundNone')}</p> : <RuleList sections={[{ title: null, rules }]} />}
    </>
  )
}

/** Bring the rule that the address names into sight, and the focus to it. */
function useOpenRule(rule: string | null) {
  const last = useRef<string | null>(null)
  useEffect(() => {
    if (rule !== null && rule !== last.current) {
      const place = document.getElementById(ruleAnchor(rule))
      place?.focus({ preventScroll: true })
      place?.scrollIntoView({ block: 'start' })
    }
    last.current = rule
  }, [rule])
}
