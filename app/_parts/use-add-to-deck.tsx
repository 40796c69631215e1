'use client'
import { useStore } from 'jotai'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Seed } from '../_state/seeds'
import { later } from '../_ui/later'
import type { Told } from './added-outcome'

/** What a chart's menu can do besides saving, and what came of it. */
interface More {
  actions: readonly { label: string; act: () => void }[]
  told: ReactNode
}

type Seeds = (typeof import('../_state/seeds'))['seeds']

const Outcome = later(() => import('./added-outcome').then((own) => own.AddedOutcome))

/**
 * Lets a chart be added to the deck used last. `seed` names what makes the slide of what is on screen, which is fetched and
 * asked only then, so that a chart does not wake for it before; null where nothing of it fits a slide.
 */
export function useAddToDeck(seed: (seeds: Seeds) => Seed): More {
  const t = useTranslations('deck')
  const store = useStore()
  const [told, setTold] = useState<Told | null>(null)
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
