'use client'
import { useAtomValue } from 'jotai'
import { useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { differing, sameRecord } from '../../lib/scenario/assignment'
import { addColumn, decodeComparison, encodeComparison } from '../../lib/scenario/comparison'
import { leadingAtom, modelAtom, packNameAtom, pathOf, screenAtom } from '../_state/url'
import { lastQuery } from '../_state/visit'
import { useText } from '../_state/workspace'
import { CiteButton } from './cite-button'
import { useScreenName } from './use-screen-name'

/** Where the screen of Explore can go from here: beside other scenarios, or into somebody's text. */
export function ScreenWays({ className }: { className: string }) {
  const model = useAtomValue(modelAtom)
  const { assignment } = useAtomValue(screenAtom)
  const name = useScreenName()
  return (
    <>
      {differing(model, model.baseline, assignment).length > 0 && <CompareLink className={className} />}
      <CiteButton title={name} reference={null} className={className} />
    </>
  )
}

/** Leads to Compare as it was left in this tab, with this assignment among its columns. */
function CompareLink({ className }: { className: string }) {
  const t = useTranslations('title')
  const { locale } = useText()
  const model = useAtomValue(modelAtom)
  const { assignment, kept } = useAtomValue(screenAtom)
  const name = useAtomValue(packNameAtom)
  const leading = useAtomValue(leadingAtom)
  const left = useSyncExternalStore(
    () => () => undefined,
    () => lastQuery('compare', name),
    () => '',
  )
  const comparison = decodeComparison(model, left).screen
  const there = comparison.columns.some((column) => sameRecord(column.assignment, assignment))
  const query = leading(
    'compare',
    encodeComparison(model, there ? comparison : addColumn(comparison, { assignment, kept })),
  )
  return (
    <a className={className} href={`${pathOf(locale, 'compare')}${query && `?${query}`}`}>
      {t('compare')}
    </a>
  )
}
