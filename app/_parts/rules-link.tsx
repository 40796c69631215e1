'use client'
import { useAtomValue, useSetAtom } from 'jotai'
import type { MouseEvent, ReactNode } from 'react'
import type { RulesScreen } from '../../lib/scenario/browsing'
import { ruleSearchAtom } from '../_state/searched'
import { pathOf, rulesQueryAtom, rulesScreenAtom } from '../_state/url'
import { useText } from '../_state/workspace'

type Place = Partial<Pick<RulesScreen, 'view' | 'by' | 'of' | 'rule' | 'link' | 'open'>>

/** A link to another place of Rules, with its own address; a plain press goes there without loading the page anew. */
export function RulesLink(props: {
  place: Place
  className?: string | undefined
  current?: boolean
  children: ReactNode
}) {
  const { place, className, current, children } = props
  const { locale } = useText()
  const query = useAtomValue(rulesQueryAtom)(place)
  const setScreen = useSetAtom(rulesScreenAtom)
  const search = useSetAtom(ruleSearchAtom)
  const go = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    search('')
    setScreen({ view: 'book', by: 'assumption', of: null, rule: null, link: null, open: null, ...place })
  }
  return (
    <a
      href={`${pathOf(locale, 'rules')}${query && `?${query}`}`}
      className={className}
      aria-current={current ? 'true' : undefined}
      onClick={go}
    >
      {children}
    </a>
  )
}
