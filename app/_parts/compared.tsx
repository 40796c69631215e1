import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import { sameRecord } from '../../lib/scenario/assignment'
import type { Place } from '../../lib/scenario/comparison'
import { type Compared, comparedAtom, comparedBaselineAtom } from '../_state/compare'
import { keptAtom } from '../_state/kept'
import { comparisonAtom } from '../_state/url'
import { useMedia } from '../_ui/use-media'
import { useTitle } from './use-title'

/** A side of the comparison with the name it goes by. */
export interface Named extends Compared {
  name: string
  /** "A Castillo stays"; the baseline has no letter. */
  full: string
  /** The same within a sentence: "the baseline". */
  said: string
  /** "A", or the word for the baseline: for tight places. */
  short: string
}

export interface Sides {
  baseline: Named
  /** The columns on screen: all of them, or on a phone the two of the pair. */
  columns: readonly Named[]
  /** All columns, whatever the screen. */
  all: readonly Named[]
  /** What everything is compared with. */
  reference: Named
  /** What is compared with the reference: the columns on screen and the baseline, less the reference. */
  others: readonly Named[]
  /** The side at a place. */
  at: (place: Place) => Named
}

/** The sides of the comparison, named, in the order they are shown. */
export function useSides(): Sides {
  const t = useTranslations('compare')
  const title = useTitle()
  const comparison = useAtomValue(comparisonAtom)
  const narrow = useMedia('(max-width: 719.98px)', false)
  const { scenarios } = useAtomValue(keptAtom)
  const nameOf = ({ place, assignment }: Compared) => {
    if (place === null) return t('baseline')
    const kept = scenarios.find(({ id }) => id === comparison.columns[place]?.kept)
    if (!kept) return title(assignment)
    return sameRecord(kept.assignment, assignment) ? kept.name : t('edited', { name: kept.name })
  }
  const named = (side: Compared): Named => {
    const name = nameOf(side)
    return {
      ...side,
      name,
      full: side.letter === null ? name : `${side.letter} ${name}`,
      said: side.letter === null ? t('baselineSaid') : `${side.letter} ${name}`,
      short: side.letter ?? t('baselineShort'),
    }
  }
  const baseline = named(useAtomValue(comparedBaselineAtom))
  const all = useAtomValue(comparedAtom).map(named)
  const columns = narrow ? all.filter(({ place }) => comparison.pair.includes(place)) : all
  const at = (place: Place) => (place === null ? baseline : (all[place] ?? baseline))
  const reference = at(comparison.reference)
  const others = [...columns, ...(reference.place === null ? [] : [baseline])].filter(
    ({ place }) => place !== reference.place,
  )
  return { baseline, columns, all, reference, others, at }
}
