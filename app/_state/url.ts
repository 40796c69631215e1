import { type Atom, atom, type WritableAtom } from 'jotai/vanilla'
import { selectAtom } from 'jotai/vanilla/utils'
import type { Model } from '../../lib/engine/compile'
import { assign, applyScenario } from '../../lib/scenario/assignment'
import { decode, encode, type Screen } from '../../lib/scenario/codec'
import { type Comparison, decodeComparison, encodeComparison } from '../../lib/scenario/comparison'
import type { Decoded, Shown } from '../../lib/scenario/query'

/** The pages whose state stands in the address. */
export type Page = 'explore' | 'compare'

const modelSlot = atom<Model | null>(null)

/** The compiled pack in use; the workspace sets it before anything reads it. */
export const modelAtom = atom(
  (get): Model => {
    const model = get(modelSlot)
    if (!model) throw new Error('No pack in this store: render inside <Workspace>.')
    return model
  },
  (_get, set, model: Model) => set(modelSlot, model),
)
/** The page this store serves; the workspace sets it before anything reads it. */
export const pageAtom = atom<Page>('explore')

/** What the browser's address bar and history hold of a screen. */
interface Address {
  text: string
  /** How many changes of this visit lie behind, and how many were made before going back. */
  depth: number
  deepest: number
}

/** Empty on the server and in the first render; read when mounted, and on back and forward. */
const addressAtom = atom<Address>({ text: '', depth: 0, deepest: 0 })
addressAtom.onMount = (set) => {
  const read = () =>
    set(({ deepest }) => ({
      text: location.search.slice(1),
      depth: depthNow(),
      deepest: Math.max(deepest, depthNow()),
    }))
  read()
  addEventListener('popstate', read)
  return () => removeEventListener('popstate', read)
}
export const canUndoAtom = atom((get) => get(addressAtom).depth > 0)
export const canRedoAtom = atom((get) => get(addressAtom).depth < get(addressAtom).deepest)
/** Query text of the address as it was read, for a citation that wants to be read by the pack it was made with. */
export const addressTextAtom = atom((get) => get(addressAtom).text)

/**
 * The state of a page IS the address: reading decodes it, writing makes one history entry, or none if
 * nothing changed.
 */
function addressed<S extends object>(
  read: (model: Model, text: string) => Decoded<S>,
  write: (model: Model, screen: S) => string,
): { decoded: Atom<Decoded<S>>; screen: WritableAtom<S, [Partial<S>], void> } {
  const decoded = atom((get) => read(get(modelAtom), get(addressAtom).text))
  const shown = selectAtom(decoded, ({ screen }, before?: S) => (before ? reuse(before, screen) : screen))
  const screen = atom(
    (get) => get(shown),
    (get, set, change: Partial<S>) => {
      const model = get(modelAtom)
      const text = write(model, { ...get(screen), ...change })
      if (text === write(model, get(screen))) return
      const depth = depthNow() + 1
      history.pushState({ encrucijada: depth }, '', text ? `?${text}` : location.pathname)
      set(addressAtom, { text, depth, deepest: depth })
    },
  )
  return { decoded, screen }
}

/** Keep the parts of a screen that a change leaves equal as the objects they were: what depends on them rests. */
function reuse<S extends object>(before: S, now: S): S {
  const kept = { ...now }
  for (const part in now) {
    const [old, own] = [before[part], now[part]]
    if (JSON.stringify(old) === JSON.stringify(own)) kept[part] = old
    else if (Array.isArray(old) && Array.isArray(own)) kept[part] = Object.assign([...own], reuse(old, own))
  }
  return kept
}

const explore = addressed(decode, encode)
const compare = addressed(decodeComparison, encodeComparison)
export const screenAtom: WritableAtom<Screen, [Partial<Screen>], void> = explore.screen
export const comparisonAtom: WritableAtom<Comparison, [Partial<Comparison>], void> = compare.screen

/** What could not be used of the address, and what it was made with. */
export const decodedAtom = atom((get): Decoded<Shown> =>
  get(pageAtom) === 'explore' ? get(explore.decoded) : get(compare.decoded),
)
/** What both pages show of the model: baselines chosen, year, open explanation. */
export const shownAtom = atom((get): Shown => (get(pageAtom) === 'explore' ? get(screenAtom) : get(comparisonAtom)))
/** Change what both pages show, on the page this is. */
export const setShownAtom = atom(null, (get, set, change: Partial<Shown>) =>
  get(pageAtom) === 'explore' ? set(screenAtom, change) : set(comparisonAtom, change),
)
/** Query text of the screen as it is, whatever else the address held. */
export const queryAtom = atom((get) =>
  get(pageAtom) === 'explore'
    ? encode(get(modelAtom), get(screenAtom))
    : encodeComparison(get(modelAtom), get(comparisonAtom)),
)

export const assignAtom = atom(null, (get, set, choice: { assumption: string; state: string }) =>
  set(screenAtom, { assignment: assign(get(modelAtom), get(screenAtom).assignment, choice.assumption, choice.state) }),
)
export const applyScenarioAtom = atom(null, (get, set, id: string, part: 'whole' | 'headline') => {
  const scenario = get(modelAtom).pack.scenarios.find((s) => s.id === id)
  if (scenario) set(screenAtom, { assignment: applyScenario(get(modelAtom), scenario, part), kept: null })
})
export const resetAtom = atom(null, (get, set) =>
  set(screenAtom, { assignment: get(modelAtom).baseline, variants: {}, kept: null }),
)

/** Whether the browser is on its way to an entry: some would count a second step from where that one ends. */
let stepping = false

/** Undo (−1) or redo (1) one change of this visit; never leaves it, however fast it is asked. */
export const stepAtom = atom(null, (get, _set, by: -1 | 1) => {
  if (stepping || !get(by < 0 ? canUndoAtom : canRedoAtom)) return
  stepping = true
  addEventListener('popstate', () => (stepping = false), { once: true })
  history.go(by)
})

function depthNow(): number {
  const state: unknown = history.state
  const depth = typeof state === 'object' && state !== null ? Reflect.get(state, 'encrucijada') : 0
  return typeof depth === 'number' ? depth : 0
}
