'use client'
import { useAtomValue } from 'jotai'
import type { ReactNode } from 'react'
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

/** Leads to a rule in the rule book, under the scenario of this page. */
export function RuleLink({ rule, children }: { rule: string; children: ReactNode }) {
  const { locale } = useText()
  const query = useAtomValue(rulesQueryAtom)
  return (
    <a className="link" href={`${pathOf(locale, 'rules')}?${query({ rule })}`}>
      {children}
    </a>
  )
}

/** Leads to a link in the diagram of links. */
export function LinkLink({ link, children }: { link: string; children: ReactNode }) {
  const { locale } = useText()
  const query = useAtomValue(rulesQueryAtom)
  return (
    <a className="link" href={`${pathOf(locale, 'rules')}?${query({ view: 'links', link })}`}>
      {children}
    </a>
  )
}
