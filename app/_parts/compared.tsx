'use client'
import { useAtomValue } from 'jotai'
import { createContext, type ReactNode, use, useDeferredValue } from 'react'
import { useTranslations } from 'use-intl'
import type { Order } from '../../lib/engine/paired'
import { sameRecord } from '../../lib/scenario/assignment'
import type { Place } from '../../lib/scenario/comparison'
import { yearAtom } from '../_state/atoms'
import { type Compared, comparedAtom, comparedBaselineAtom, currentOrdersAtom, fansAtAtom } from '../_state/compare'
import { keptAtom } from '../_state/kept'
import { comparisonAtom } from '../_state/url'
import { useMedia } from '../_ui/use-media'
import { useTitleWords } from './use-title'

/** A side of the comparison with the name it goes by. */
export interface Named extends Compared {
  name: string
  /** "A No deal"; the baseline has no letter. */
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
  /** The year in which they are compared. */
  year: number
}

const SidesContext = createContext<Sides | null>(null)

/** The sides of the comparison, named, in the order they are shown. */
export function useSides(): Sides {
  const sides = use(SidesContext)
  if (!sides) throw new Error('No sides here: render inside <SidesProvider>.')
  return sides
}

/** Names the sides once for all panels. */
export function SidesProvider({ children }: { children: ReactNode }) {
  return <SidesContext value={useNamedSides()}>{children}</SidesContext>
}

/** What the draws say of the sides: the fans of each, and how certain their order is; null while it is computed. */
interface Drawn {
  fansAt: (place: Place) => readonly (Float64Array | null)[]
  orders: readonly Order[] | null
}

const DrawnContext = createContext<Drawn | null>(null)

/** What the draws say of the sides, for panels inside `<Later>`. */
export function useDrawn(): Drawn {
  const drawn = use(DrawnContext)
  if (!drawn) throw new Error('No draws here: render inside <Later>.')
  return drawn
}

/**
 * What is not seen at once: it follows a change in a rendering of its own, after the one that shows the change,
 * and all of it is of one moment.
 */
export function Later({ children }: { children: ReactNode }) {
  const drawn = { fansAt: useAtomValue(fansAtAtom), orders: useAtomValue(currentOrdersAtom) }
  return (
    <SidesContext value={useDeferredValue(useSides())}>
      <DrawnContext value={useDeferredValue(drawn)}>{children}</DrawnContext>
    </SidesContext>
  )
}

/** The column at a place, named; a column that does not change stays the object it was. */
function useNamed(side: Compared | undefined): Named | undefined {
  const t = useTranslations('compare')
  const mine = useTranslations('mine')
  const words = useTitleWords()
  const { columns } = useAtomValue(comparisonAtom)
  const { scenarios } = useAtomValue(keptAtom)
  if (!side || side.place === null || side.letter === null) return undefined
  const { letter, title, assignment } = side
  const id = columns[side.place]?.kept
  const kept = scenarios.find((scenario) => scenario.id === id)
  const own = kept && (sameRecord(kept.assignment, assignment) ? kept.name : t('edited', { name: kept.name }))
  const called = own ?? words(title)
  const name = columns[side.place]?.asPack ? mine('asPack', { name: called }) : called
  return { ...side, name, full: `${letter} ${name}`, said: `${letter} ${name}`, short: letter }
}

function useNamedSides(): Sides {
  const t = useTranslations('compare')
  const comparison = useAtomValue(comparisonAtom)
  const year = useAtomValue(yearAtom)
  const narrow = useMedia('(max-width: 719.98px)', false)
  const name = t('baseline')
  const baseline = {
    ...useAtomValue(comparedBaselineAtom),
    name,
    full: name,
    said: t('baselineSaid'),
    short: t('baselineShort'),
  }
  const [a, b, c, d] = useAtomValue(comparedAtom)
  const all = [useNamed(a), useNamed(b), useNamed(c), useNamed(d)].filter((side) => side !== undefined)
  const columns = narrow ? all.filter(({ place }) => comparison.pair.includes(place)) : all
  const at = (place: Place) => (place === null ? baseline : (all[place] ?? baseline))
  const reference = at(comparison.reference)
  const others = [...columns, ...(reference.place === null ? [] : [baseline])].filter(
    ({ place }) => place !== reference.place,
  )
  return { baseline, columns, all, reference, others, at, year }
}
