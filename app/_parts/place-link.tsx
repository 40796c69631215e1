'use client'
import { useAtomValue } from 'jotai'
import type { ReactNode } from 'react'
import type { RulesScreen } from '../../lib/scenario/browsing'
import { factQueryAtom, pathOf, rulesQueryAtom } from '../_state/url'
import { useText } from '../_state/workspace'

/** Leads to a fact on Evidence. */
export function FactLink({ fact, children }: { fact: string; children: ReactNode }) {
  const { locale } = useText()
  const query = useAtomValue(factQueryAtom)
  return (
    <a className="link" href={`${pathOf(locale, 'evidence')}?${query(fact)}`}>
      {children}
    </a>
  )
}

/** Leads to some place of Rules: a rule, a group, a link; under the scenario of this page unless another is named. */
export function ToRules({ place, children }: { place: Partial<RulesScreen>; children: ReactNode }) {
  const { locale } = useText()
  const query = useAtomValue(rulesQueryAtom)(place)
  return (
    <a className="link" href={`${pathOf(locale, 'rules')}?${query}`}>
      {children}
    </a>
  )
}
