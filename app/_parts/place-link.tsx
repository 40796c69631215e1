'use client'
import { useAtomValue } from 'jotai'
import type { ReactNode } from 'react'
import type { RulesScreen } from '../../lib/scenario/browsing'
import { factQueryAtom, pageAtom, pathOf, rulesQueryAtom } from '../_state/url'
import { useText } from '../_state/workspace'

/** Leads to a fact on Evidence; from a running presentation in a window of its own, so that it goes on. */
export function FactLink({ fact, children }: { fact: string; children: ReactNode }) {
  const { locale } = useText()
  const query = useAtomValue(factQueryAtom)
  const running = useAtomValue(pageAtom) === 'speaker'
  return (
    <a
      className="link"
      href={`${pathOf(locale, 'evidence')}?${query(fact)}`}
      {...(running && { target: 'encrucijada-evidence' })}
    >
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
