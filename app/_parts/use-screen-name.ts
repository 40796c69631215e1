import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import { sameRecord } from '../../lib/scenario/assignment'
import { keptAtom } from '../_state/kept'
import { screenAtom } from '../_state/url'
import { useTitle } from './use-title'

/** The name of the kept scenario that the screen is, or what its assignment is called. */
export function useScreenName(): string {
  const t = useTranslations('compare')
  const { assignment, kept } = useAtomValue(screenAtom)
  const found = useAtomValue(keptAtom).scenarios.find(({ id }) => id === kept)
  const title = useTitle()(assignment)
  if (!found) return title
  return sameRecord(found.assignment, assignment) ? found.name : t('edited', { name: found.name })
}
