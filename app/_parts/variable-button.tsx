'use client'
import { useAtomValue, useSetAtom } from 'jotai'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { explainedAtom } from '../_state/compare'
import { comparisonAtom } from '../_state/url'

/** Makes a variable the one whose difference is explained. */
export function VariableButton(props: { id: string; className?: string | undefined; children: ReactNode }) {
  const { id, className, children } = props
  const t = useTranslations('compare')
  const explained = useAtomValue(explainedAtom) === id
  const setComparison = useSetAtom(comparisonAtom)
  return (
    <button
      type="button"
      className={className}
      aria-pressed={explained}
      title={t('explain')}
      data-variable={id}
      onClick={() => setComparison({ open: id })}
    >
      {children}
    </button>
  )
}
