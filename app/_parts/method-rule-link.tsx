'use client'
import { useAtomValue } from 'jotai'
import type { Rule } from '../../lib/pack/schema'
import { workedAtom } from '../_state/method'
import { ToRules } from './place-link'
import { useRuleName } from './use-worked'

/** A rule by what sets it off; leads to it on Rules, in the scenario that is worked out here. */
export function RuleLink({ rule }: { rule: Rule }) {
  const name = useRuleName()
  const assignment = useAtomValue(workedAtom)
  return <ToRules place={{ rule: rule.id, assignment }}>{name(rule)}</ToRules>
}
