import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import { bookGroups, type BookGroup } from '../../lib/explain/rule-book'
import type { ruleGroups } from '../../lib/scenario/browsing'
import { changesAtom, packModelAtom, rulesScreenAtom } from '../_state/url'
import { useText } from '../_state/workspace'

/** A group of rules as the rule book lists it. */
export interface NamedGroup extends BookGroup {
  name: string
  /** How many of its rules, and of its own numbers, I changed. */
  changed: number
}

/** Groups under a heading of their own, such as all levers. */
export interface GroupPart {
  title: string
  groups: readonly NamedGroup[]
}

/** The groups of rules by what the screen groups them by, named and under headings. */
export function useRuleGroups(): GroupPart[] {
  const t = useTranslations('rules')
  const { text } = useText()
  const { pack } = useAtomValue(packModelAtom)
  const { by } = useAtomValue(rulesScreenAtom)
  const changes = useAtomValue(changesAtom)
  const rules = new Set(changes.flatMap((made) => (made.kind === 'start' ? [] : [made.rule])))
  const starts = changes.flatMap((made) => (made.kind === 'start' ? [made.variable] : []))
  const groups = new Map(bookGroups(pack, by).map((group) => [group.id, group]))
  const named = (records: readonly { id: string; label: { en: string; es: string } }[]): NamedGroup[] =>
    records.map(({ id, label }) => {
      const own = groups.get(id)?.rules ?? []
      const changedStarts = by === 'variable' ? starts.filter((start) => start === id).length : 0
      return {
        id,
        name: text(label),
        rules: own,
        changed: own.filter((rule) => rules.has(rule.id)).length + changedStarts,
      }
    })
  const of = (kind: string) => named([...pack.assumptions, ...pack.variables].filter((own) => own.kind === kind))
  const parts: Record<(typeof ruleGroups)[number], GroupPart[]> = {
    assumption: [
      { title: t('uncertainties'), groups: of('uncertainty') },
      { title: t('levers'), groups: of('lever') },
    ],
    variable: [
      { title: t('indicators'), groups: of('indicator') },
      { title: t('risks'), groups: of('risk') },
      { title: t('opportunities'), groups: of('opportunity') },
    ],
    sector: [{ title: t('sectors'), groups: named(pack.meta.sectors) }],
  }
  return parts[by].filter(({ groups }) => groups.length > 0)
}
