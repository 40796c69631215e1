import { atom } from 'jotai/vanilla'
import type { Model } from '../../lib/engine/compile'
import { assign, applyScenario } from '../../lib/scenario/assignment'
import { decode, encode, type Screen } from '../../lib/scenario/codec'

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

export const decodedAtom = atom((get) => decode(get(modelAtom), get(addressAtom).text))
/** Query text of the screen as it is, whatever else the address held. */
export const queryAtom = atom((get) => encode(get(modelAtom), get(screenAtom)))

/** The screen IS the address: reading decodes it, writing makes one history entry, or none if nothing changed. */
export const screenAtom = atom(
  (get) => get(decodedAtom).screen,
  (get, set, change: Partial<Screen>) => {
    const model = get(modelAtom)
    const text = encode(model, { ...get(screenAtom), ...change })
    if (text === encode(model, get(screenAtom))) return
    const depth = depthNow() + 1
    history.pushState({ encrucijada: depth }, '', text ? `?${text}` : location.pathname)
    set(addressAtom, { text, depth, deepest: depth })
  },
)

export const assignAtom = atom(null, (get, set, choice: { assumption: string; state: string }) =>
  set(screenAtom, { assignment: assign(get(modelAtom), get(screenAtom).assignment, choice.assumption, choice.state) }),
)
export const applyScenarioAtom = atom(null, (get, set, id: string, part: 'whole' | 'headline') => {
  const scenario = get(modelAtom).pack.scenarios.find((s) => s.id === id)
  if (scenario) set(screenAtom, { assignment: applyScenario(get(modelAtom), scenario, part) })
})
export const resetAtom = atom(null, (get, set) =>
  set(screenAtom, { assignment: get(modelAtom).baseline, variants: {} }),
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
