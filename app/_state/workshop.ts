import { atom } from 'jotai/vanilla'
import { selectAtom } from 'jotai/vanilla/utils'
import type { Deck, Slide, Workshop } from '../../lib/deck/schema'
import { asWritten, nextState, type Standing, stand, type States, toggledFrom } from '../../lib/deck/slide'
import { starterDeck } from '../../lib/deck/starter'
import { applyScenario, type Assignment, assign, sameRecord } from '../../lib/scenario/assignment'
import { fit } from '../../lib/scenario/kept'
import { deckConditionAtom, decksAtom } from './decks'
import { keptAtom } from './kept'
import { modelAtom, packModelAtom, pageAtom, presentingAtom, shownAtom } from './url'

/** What comes with the pack in use for a workshop; null for one that comes without. The workspace sets it. */
export const workshopAtom = atom<Workshop | null>(null)

/** The deck that a presentation opens on: the one that comes with the pack, or one made from it. */
export const ownDeckAtom = atom((get): Deck => get(workshopAtom)?.deck ?? starterDeck(get(packModelAtom)))

/** The deck that the address names; null where it names one that this browser does not have. */
const namedDeckAtom = atom((get): Deck | null => {
  const { deck } = get(presentingAtom)
  if (deck === null) return get(ownDeckAtom)
  return get(decksAtom).find(({ id }) => id === deck)?.deck ?? null
})
/** The id of a deck that the address names and this browser does not have; null where all is well, or not known yet. */
export const missingDeckAtom = atom((get) =>
  get(namedDeckAtom) || get(deckConditionAtom).status === 'loading' ? null : get(presentingAtom).deck,
)
/** The deck in use. */
export const deckAtom = atom((get): Deck => get(namedDeckAtom) ?? get(ownDeckAtom))

/** Place of the slide in use, from 0: the first where the address names none, or one that the deck does not have. */
export const slideIndexAtom = atom((get) => {
  const { slide } = get(presentingAtom)
  return Math.max(
    0,
    get(deckAtom).slides.findIndex(({ id }) => id === slide),
  )
})
/** The slide in use, as written. */
export const slideAtom = atom((get): Slide => get(deckAtom).slides[get(slideIndexAtom)]!)
/** What is toggled on it: the states that differ from the slide as written. */
export const toggledAtom = selectAtom(
  atom((get): States => {
    const [model, slide] = [get(modelAtom), get(slideAtom)]
    return toggledFrom(model, slide, { ...asWritten(model, slide), ...get(presentingAtom).toggled })
  }),
  (toggled) => toggled,
  sameRecord,
)
/** The slide in use as it stands, evaluated. */
export const standingAtom = atom((get): Standing =>
  stand(get(modelAtom), get(slideAtom), get(toggledAtom), get(shownAtom).variants),
)

/** The assignments of the slides in sight: the one in use as it stands, then the next, or all where the whole deck is shown. */
export const slideAssignmentsAtom = atom((get): readonly Assignment[] => {
  const [model, page, { slides }] = [get(modelAtom), get(pageAtom), get(deckAtom)]
  const next = slides.slice(get(slideIndexAtom) + 1, get(slideIndexAtom) + 2)
  const others = page === 'present' || page === 'print' ? slides : next
  const printed = page === 'print' ? get(printedAssignmentsAtom) : []
  return [get(standingAtom).assignment, ...others.map((slide) => asWritten(model, slide)), ...printed]
})
/** The assignments that paper shows beside the slides: those of the pack's scenarios, and of the groups. */
const printedAssignmentsAtom = atom((get): readonly Assignment[] => {
  const model = get(modelAtom)
  const groups = get(keptAtom).scenarios.filter(({ group }) => group)
  return [
    ...model.pack.scenarios.map((scenario) => applyScenario(model, scenario)),
    ...groups.map((kept) => fit(model, kept).assignment),
  ]
})

/** Show the slide at a place as written; nothing where there is none. */
export const goToAtom = atom(null, (get, set, index: number) => {
  const slide = get(deckAtom).slides[index]
  if (slide) set(presentingAtom, { slide: index === 0 ? null : slide.id, toggled: {} })
})
/** Put an assumption of the slide in a state. */
export const toggleAtom = atom(null, (get, set, assumption: string, state: string) => {
  if (!get(modelAtom).states.get(assumption)?.includes(state)) return
  const [model, { assignment }] = [get(modelAtom), get(standingAtom)]
  set(presentingAtom, { toggled: toggledFrom(model, get(slideAtom), assign(model, assignment, assumption, state)) })
})
/** Press the key of a toggle (from 0): its assumption goes to its next state. Nothing where the slide has no such toggle. */
export const pressAtom = atom(null, (get, set, key: number) => {
  const assumption = get(slideAtom).toggles[key]
  if (assumption === undefined) return
  const state = get(standingAtom).assignment[assumption] ?? ''
  set(toggleAtom, assumption, nextState(get(modelAtom), assumption, state))
})
/** Take the slide back to what is written. */
export const asWrittenAtom = atom(null, (_get, set) => set(presentingAtom, { toggled: {} }))
