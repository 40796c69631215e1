import { atom } from 'jotai/vanilla'
import { matchingFacts } from '../../lib/explain/facts'
import { usageOf } from '../../lib/explain/usage'
import type { Locale } from '../../lib/pack/schema'
import { factSearchAtom } from './searched'
import { evidenceScreenAtom, packModelAtom } from './url'

/** What uses each fact of the pack, by its id. */
export const usageAtom = atom((get) => usageOf(get(packModelAtom).pack))

const listedAtomOf = (locale: Locale) =>
  atom((get) => {
    const { section, only } = get(evidenceScreenAtom)
    const asked = { section, only, words: get(factSearchAtom) }
    return matchingFacts(get(packModelAtom).pack, get(usageAtom), asked, locale)
  })
/** The facts that fit section, filters and words, in pack order. */
export const listedAtoms = { en: listedAtomOf('en'), es: listedAtomOf('es') }

/** Put search and filters away; the fact that is open stays open. */
export const showAllAtom = atom(null, (_get, set) => {
  set(factSearchAtom, '')
  set(evidenceScreenAtom, { section: null, only: [] })
})

/** A link to a fact shows it in the list: words of an earlier search that would hide it are put away. */
export const arriveAtom = atom(null, (get, set, locale: Locale) => {
  const { fact } = get(evidenceScreenAtom)
  if (fact !== null && !get(listedAtoms[locale]).some(({ id }) => id === fact)) set(factSearchAtom, '')
})

/** The fact or the place that pointer or focus is on. */
interface Pointed {
  fact?: string | undefined
  site?: string | undefined
}
const pointedSlot = atom<Pointed>({})
/** Say what pointer or focus is on; nothing to say that it left. */
export const pointAtom = atom(null, (get, set, { fact, site }: Pointed) => {
  const now = get(pointedSlot)
  if (fact !== now.fact || site !== now.site) set(pointedSlot, { fact, site })
})

const tellingFactAtom = atom((get) => get(pointedSlot).fact ?? get(evidenceScreenAtom).fact)
/** Places with a ring: those that the fact pointed at speaks of, or else those of the open one. */
export const ringedAtom = atom((get): ReadonlySet<string> => {
  const uses = get(usageAtom).get(get(tellingFactAtom) ?? '') ?? []
  return new Set(uses.flatMap((use) => (use.kind === 'site' ? use.site : [])))
})

/** The place that was chosen on the map last. */
const chosenSiteAtom = atom<string | null>(null)
const tellingSiteAtom = atom((get) => get(pointedSlot).site ?? get(chosenSiteAtom))
const factsOfSiteAtom = atom((get): readonly string[] => {
  const telling = get(tellingSiteAtom)
  return get(packModelAtom).pack.sites?.find(({ id }) => id === telling)?.evidence ?? []
})
/** Facts marked in the list: those that speak of the place pointed at, or of the one chosen as long as a fact of it is open. */
export const markedAtom = atom((get) => {
  const facts = get(factsOfSiteAtom)
  const pointed = get(pointedSlot).site !== undefined
  return pointed || facts.includes(get(evidenceScreenAtom).fact ?? '') ? facts : none
})
const none: readonly string[] = []

/** Choose a place: all its facts are marked, and the first of them opens, in the list if it is there. */
export const chooseSiteAtom = atom(null, (get, set, site: string, locale: Locale) => {
  const facts = get(packModelAtom).pack.sites?.find(({ id }) => id === site)?.evidence ?? []
  const [first] = get(listedAtoms[locale]).filter(({ id }) => facts.includes(id))
  set(chosenSiteAtom, site)
  set(evidenceScreenAtom, { fact: first?.id ?? facts[0] ?? null })
})
