'use client'
import { createContext, type ReactNode } from 'react'

/** What a page says when it fails. */
export interface FailureTexts {
  title: string
  stale: string
  again: string
  reset: string
  /** Of a part of a page alone. */
  part: string
}

/** Handed down by the layout: the words of a page may be the very thing that could not be fetched. */
export const FailureContext = createContext<FailureTexts>({ title: '', stale: '', again: '', reset: '', part: '' })

export function FailureWords({ texts, children }: { texts: FailureTexts; children: ReactNode }) {
  return <FailureContext value={texts}>{children}</FailureContext>
}
