'use client'
import { useAtomValue, useStore } from 'jotai'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { deckLimits } from '../../lib/deck/limits'
import type { Seed } from '../_state/seeds'
import { leadingAtom, pathOf } from '../_state/url'
import { useText } from '../_state/workspace'

/** What a chart's menu can do besides saving, and what came of it. */
interface More {
  actions: readonly { label: string; act: () => void }[]
  told: ReactNode
}

type Seeds = (typeof import('../_state/seeds'))['seeds']
type Told = { kind: 'added'; added: Added } | { kind: 'full' | 'none' | 'failed' | 'busy' } | null
type Added = NonNullable<Awaited<ReturnType<(typeof import('../_state/add-to-deck'))['addToDeck']>>>

/**
 * Lets a chart be added to the deck used last. `seed` names what makes the slide of what is on screen, which is fetched and
 * asked only then, so that a chart does not wake for it before; null where nothing of it fits a slide.
 */
export function useAddToDeck(seed: (seeds: Seeds) => Seed): More {
  const t = useTranslations('deck')
  const store = useStore()
  const [told, setTold] = useState<Told>(null)
  const add = async () => {
    setTold({ kind: 'busy' })
    try {
      const { seeds } = await import('../_state/seeds')
      const { addToDeck } = await import('../_state/add-to-deck')
      const slide = seed(seeds)(store.get)
      if (!slide) return setTold({ kind: 'none' })
      const added = await addToDeck(store, slide)
      setTold(added ? { kind: 'added', added } : { kind: 'full' })
    } catch {
      setTold({ kind: 'failed' })
    }
  }
  return { actions: [{ label: t('addTo'), act: () => void add() }], told: told && <Outcome told={told} /> }
}

/** What came of adding, with the way to the slide. */
function Outcome({ told }: { told: NonNullable<Told> }) {
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
