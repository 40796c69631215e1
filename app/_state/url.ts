import { type Atom, atom, type Getter, type Setter, type WritableAtom } from 'jotai/vanilla'
import { selectAtom } from 'jotai/vanilla/utils'
import { compile, type Model } from '../../lib/engine/compile'
import type { Issue } from '../../lib/fail'
import { challenged } from '../../lib/pack/challenge'
import { check } from '../../lib/pack/check'
import { type Assignment, assign, applyScenario } from '../../lib/scenario/assignment'
import {
  decodeEvidence,
  decodeMethod,
  decodeRules,
  encodeEvidence,
  encodeMethod,
  encodeRules,
  type EvidenceScreen,
  type MethodScreen,
  type RulesScreen,
} from '../../lib/scenario/browsing'
import { decode, encode, type Screen } from '../../lib/scenario/codec'
import { type Comparison, decodeComparison, encodeComparison } from '../../lib/scenario/comparison'
import { shorten, storedId } from '../../lib/scenario/long'
import { decodePresenting, encodePresenting, type Presenting } from '../../lib/scenario/presenting'
import type { Decoded, Shown } from '../../lib/scenario/query'
import { keepLong, longChanges } from './long-changes'

/** The pages whose state stands in the address. */
export const pages = [
  'explore',
  'compare',
  'evidence',
  'rules',
  'method',
  'present',
  'show',
  'speaker',
  'groups',
  'print',
] as const
export type Page = (typeof pages)[number]
/** The pages of a presentation: they share one screen, of a slide. */
export const presenting: readonly Page[] = ['present', 'show', 'speaker', 'groups', 'print']

/** Where a page stands in a language. */
export function pathOf(locale: string, page: Page): string {
  if (page === 'explore') return `/${locale}`
  return presenting.includes(page) && page !== 'present' ? `/${locale}/present/${page}` : `/${locale}/${page}`
}

const packSlot = atom<Model | null>(null)

/** The pack itself, compiled, whatever is changed of it; the workspace sets it before anything reads it. */
export const packModelAtom = atom(
  (get): Model => {
    const model = get(packSlot)
    if (!model) throw new Error('No pack in this store: render inside <Workspace>.')
    return model
  },
  (_get, set, model: Model) => set(packSlot, model),
)
/** The name by which addresses call the pack in use; null for the one that a page opens on. */
export const packNameAtom = atom<string | null>(null)
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
/** Show what another window shows, in the place of this screen: no entry of this window's own history. */
export const followAddressAtom = atom(null, (get, set, text: string) => {
  history.replaceState(history.state, '', text ? `?${text}` : location.pathname)
  set(addressAtom, { ...get(addressAtom), text })
})
/** Query text of the address as it was read, for a citation that wants to be read by the pack it was made with. */
export const addressTextAtom = atom((get) => get(addressAtom).text)

/** What a page's address means, and how it is written. */
interface Addressed<S extends Shown> {
  /** The screen; writing a change makes one history entry, or none if nothing changed. */
  screen: WritableAtom<S, [Partial<S>], void>
  /** The part of it that all pages have. */
  shown: WritableAtom<Shown, [Partial<Shown>], void>
  /** What could not be used of the address, and what it was made with. */
  decoded: Atom<Decoded<Shown>>
  /** The assignment in it; null where the page has none. */
  assignment: Atom<Assignment | null>
  /** The screen as query text of an address. */
  query: Atom<string>
  /** Query text of the screen that another text holds, with some of it changed. */
  left: (model: Model, text: string, change: Partial<Shown> & { assignment?: Assignment }) => string
}

/** The state of a page IS the address: reading decodes it, writing pushes it. */
function addressed<S extends Shown & { assignment?: Assignment }>(
  read: (model: Model, text: string, stored: string) => Decoded<S>,
  write: (model: Model, screen: S) => string,
): Addressed<S> {
  const decoded = atom((get) => {
    const { text } = get(addressAtom)
    return read(get(packModelAtom), text, longChanges(storedId(text)))
  })
  const kept = selectAtom(decoded, ({ screen }, before?: S) => (before ? reuse(before, screen) : screen))
  const push = (get: Getter, set: Setter, screen: S) => {
    const model = get(packModelAtom)
    const whole = write(model, screen)
    if (whole === write(model, get(kept))) return
    keepLong(whole)
    const text = named(get(packNameAtom), whole)
    const depth = depthNow() + 1
    // With what the router keeps in its entries, so that it takes this one for its own and does not render the page for it.
    history.pushState({ ...history.state, encrucijada: depth }, '', text ? `?${text}` : location.pathname)
    set(addressAtom, { text, depth, deepest: depth })
  }
  return {
    screen: atom(
      (get) => get(kept),
      (get, set, change: Partial<S>) => push(get, set, { ...get(kept), ...change }),
    ),
    shown: atom(
      (get): Shown => get(kept),
      (get, set, change: Partial<Shown>) => push(get, set, { ...get(kept), ...change }),
    ),
    decoded,
    assignment: selectAtom(kept, (screen) => screen.assignment ?? null),
    query: atom((get) => named(get(packNameAtom), write(get(packModelAtom), get(kept)))),
    left: (model, text, change) =>
      write(model, { ...read(model, text, longChanges(storedId(text))).screen, ...change }),
  }
}

/** Query text as an address has it: what is too long in it is named, and so is the pack where it is not the usual one. */
export function named(pack: string | null, whole: string): string {
  const text = shorten(whole)?.text ?? whole
  return pack === null ? text : [`model=${pack}`, text].filter(Boolean).join('&')
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
const evidence = addressed(decodeEvidence, encodeEvidence)
const rules = addressed(decodeRules, encodeRules)
const method = addressed(decodeMethod, encodeMethod)
const present = addressed(decodePresenting, encodePresenting)
const addresses = {
  explore,
  compare,
  evidence,
  rules,
  method,
  present,
  show: present,
  speaker: present,
  groups: present,
  print: present,
} as const
export const screenAtom: WritableAtom<Screen, [Partial<Screen>], void> = explore.screen
export const comparisonAtom: WritableAtom<Comparison, [Partial<Comparison>], void> = compare.screen
export const evidenceScreenAtom: WritableAtom<EvidenceScreen, [Partial<EvidenceScreen>], void> = evidence.screen
export const rulesScreenAtom: WritableAtom<RulesScreen, [Partial<RulesScreen>], void> = rules.screen
export const methodScreenAtom: WritableAtom<MethodScreen, [Partial<MethodScreen>], void> = method.screen
export const presentingAtom: WritableAtom<Presenting, [Partial<Presenting>], void> = present.screen

/** What could not be used of the address, and what it was made with. */
export const decodedAtom = atom((get): Decoded<Shown> => get(addresses[get(pageAtom)].decoded))
/** What all pages show of the model: my version, baselines chosen, year, open explanation. */
export const shownAtom = atom((get): Shown => get(addresses[get(pageAtom)].shown))
/** Change what all pages show, on the page this is. */
export const setShownAtom = atom(null, (get, set, change: Partial<Shown>) =>
  set(addresses[get(pageAtom)].shown, change),
)
/** Query text of the screen as it is, whatever else the address held. */
export const queryAtom = atom((get) => get(addresses[get(pageAtom)].query))

/** What is changed of the pack: the same list while nothing of it changes. */
export const changesAtom = selectAtom(shownAtom, ({ changes }) => changes)
/** The pack as I changed it; the pack itself where nothing is changed, or where the changes cannot be computed together. */
export const mineAtom = atom((get): { model: Model; issues: readonly Issue[] } => {
  const [own, changes] = [get(packModelAtom), get(changesAtom)]
  if (changes.length === 0) return { model: own, issues: [] }
  const pack = challenged(own.pack, changes)
  const issues = check(pack)
  return issues.length > 0 ? { model: own, issues } : { model: compile(pack), issues }
})
/** The model that everything on a page is computed with: my version. */
export const modelAtom = atom((get) => get(mineAtom).model)

/** The assignment that a page looks into; null on those that show several, or none. */
export const pageAssignmentAtom = atom((get) => get(addresses[get(pageAtom)].assignment))

/**
 * Query text that leads to a page as it was left, with my version and the baselines chosen here, and with the
 * scenario of Explore on the pages that look into it.
 */
export const leadingAtom = atom((get) => {
  const [model, name, page] = [get(packModelAtom), get(packNameAtom), get(pageAtom)]
  const { changes, variants, year } = get(shownAtom)
  const assignment = get(pageAssignmentAtom)
  return (to: Page, left: string, more: Partial<Shown> = {}) => {
    const shared = { changes, variants, ...more }
    const looking = assignment !== null && (left === '' || (page === 'explore' && to !== 'compare'))
    const change =
      looking && (to === 'explore' || to === 'rules' || to === 'method') ? { ...shared, assignment, year } : shared
    return named(name, addresses[to].left(model, left, change))
  }
})

/** Query text that leads to one fact on Evidence, with my version. */
export const factQueryAtom = atom((get) => {
  const [model, name] = [get(packModelAtom), get(packNameAtom)]
  const { changes, variants } = get(shownAtom)
  const { screen } = decodeEvidence(model, '')
  return (fact: string) => named(name, encodeEvidence(model, { ...screen, changes, variants, fact }))
})
/** Query text that leads to some place of Rules, with my version and the scenario of this page. */
export const rulesQueryAtom = atom((get) => {
  const [model, name] = [get(packModelAtom), get(packNameAtom)]
  const { changes, variants, year } = get(shownAtom)
  const { screen } = decodeRules(model, '')
  const assignment = get(pageAssignmentAtom) ?? screen.assignment
  return (place: Partial<RulesScreen>) =>
    named(name, encodeRules(model, { ...screen, changes, variants, year, assignment, ...place }))
})

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
