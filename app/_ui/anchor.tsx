'use client'
import type { MouseEvent, ReactNode } from 'react'

/**
 * Leads to a place of this page by its id. The place goes into the address without an entry of the history of its own, since
 * there a step back is a change taken back.
 */
export function Anchor(props: { to: string; current?: boolean; className?: string; children: ReactNode }) {
  const { to, current, className, children } = props
  const go = (event: MouseEvent) => {
    const place = document.getElementById(to)
    if (!place || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    history.replaceState(history.state, '', `#${to}`)
    place.scrollIntoView()
    // Whoever goes on by keyboard or ear goes on from there.
    if (!place.hasAttribute('tabindex')) place.tabIndex = -1
    place.focus({ preventScroll: true })
  }
  return (
    <a href={`#${to}`} aria-current={current ? 'true' : undefined} className={className} onClick={go}>
      {children}
    </a>
  )
}
