'use client'
import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import { deckLimits } from '../../lib/deck/limits'
import type { Added } from '../_state/add-to-deck'
import { leadingAtom, pathOf } from '../_state/url'
import { useText } from '../_state/workspace'

/** What came of adding a chart to a deck, or that it is under way. */
export type Told = { kind: 'added'; added: Added } | { kind: 'full' | 'none' | 'failed' | 'busy' }

/** What came of adding, with the way to the slide. */
export function AddedOutcome({ told }: { told: Told }) {
  const t = useTranslations('deck')
  if (told.kind === 'added') return <AddedTo {...told.added} />
  if (told.kind === 'full') return <p role="alert">{t('full', { most: deckLimits.slides })}</p>
  if (told.kind === 'busy') return <p role="status">{t('adding')}</p>
  return <p role="alert">{told.kind === 'none' ? t('cannotAdd') : t('addFailed')}</p>
}

function AddedTo({ deck, title, slide, number, copied, stored }: Added) {
  const t = useTranslations('deck')
  const { text, locale } = useText()
  const leading = useAtomValue(leadingAtom)
  const values = { title: text(title), n: number }
  const query = leading('present', `deck=${deck}&slide=${slide}`)
  return (
    <p role="status">
      {copied ? t('addedToCopy', values) : t('added', values)} {!stored && t('addedInTab')}{' '}
      <a className="link" href={`${pathOf(locale, 'present')}?${query}`}>
        {t('openDeck')}
      </a>
    </p>
  )
}
