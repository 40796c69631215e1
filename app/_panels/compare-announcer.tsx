'use client'
import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import { summarise } from '../../lib/chart/summary'
import { useSides } from '../_parts/compared'
import { yearAtom } from '../_state/atoms'
import { modelAtom } from '../_state/url'

/** One polite sentence after each change, for who listens to the page. */
export function CompareAnnouncer() {
  const t = useTranslations('compare')
  const model = useAtomValue(modelAtom)
  const year = useAtomValue(yearAtom)
  const { all, reference } = useSides()
  const likely = all
    .map(({ full, outcome }) => t('announceLikely', { name: full, n: summarise(model, outcome, year).likely }))
    .join(', ')
  const text = t('announce', { reference: reference.said, year, likely })
  return (
    <p className="hidden" role="status" aria-live="polite">
      <span key={text}>{text}</span>
    </p>
  )
}
