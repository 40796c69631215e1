'use client'
import { useAtomValue } from 'jotai'
import { citedAtom } from '../_state/cited'
import { later } from '../_ui/later'

const CitedNotice = later(() => import('../_parts/cited-notice').then(({ CitedNotice }) => CitedNotice))

/** What there is to say of a link that was made with another pack. */
export function CitedPanel() {
  return useAtomValue(citedAtom) !== null && <CitedNotice />
}
