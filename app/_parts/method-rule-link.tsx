'use client'
import { useAtomValue } from 'jotai'
import type { Rule } from '../../lib/pack/schema'
import { workedAtom } from '../_state/method'
import { pathOf, rulesQueryAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import { useRuleName } from './use-worked'

/** A rule by what sets it off; leads to it on Rules, in the scenario that is worked out here. */
export function RuleLink({ rule }: { rule: Rule }) {
  const { locale } = useText()
  const name = useRuleName()
  const query = useAtomValue(rulesQueryAtom)
  const assignment = useAtomValue(workedAtom)
  return <a href={`${pathOf(locale, 'rules')}?${query({ rule: rule.id, assignment })}`}>{name(rule)}</a>
}
