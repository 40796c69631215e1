import type { Assignment, Space } from './assignment'
import { type Decoded, readQuery, readState, restingShown, type Shown, writeAssignment, writeQuery } from './query'

/** What the list of facts can be narrowed to, besides one section. */
export const factFilters = ['cautions', 'figures', 'forecasts', 'unused'] as const
/** One of `factFilters`. */
export type FactFilter = (typeof factFilters)[number]

/** All that Evidence shows beyond its language and the words searched for. */
export interface EvidenceScreen extends Shown {
  /** Id of the section shown; null for all. */
  section: string | null
  only: readonly FactFilter[]
  /** Id of the fact whose drawer is open, or null. */
  fact: string | null
}

/** What Rules can show; the first is the resting one. */
export const ruleViews = ['book', 'links', 'sensitivity'] as const
/** What the rules can be grouped by; the first is the resting one. */
export const ruleGroups = ['assumption', 'variable', 'sector'] as const

/** All that Rules shows beyond its language and the words searched for. */
export interface RulesScreen extends Shown {
  assignment: Assignment
  view: (typeof ruleViews)[number]
  by: (typeof ruleGroups)[number]
  /** Id of the assumption, variable or sector whose rules are shown; null for the first. */
  of: string | null
  /** Id of the rule that is open, or null. */
  rule: string | null
  /** Id of the link that is chosen, or null. */
  link: string | null
}

/** All that Method shows beyond its language: the number that is worked out by hand. */
export interface MethodScreen extends Shown {
  assignment: Assignment
}

/** Encode the screen of Evidence as query text, as the difference from the resting one. */
export function encodeEvidence(space: Space, screen: EvidenceScreen): string {
  const own = new URLSearchParams()
  if (screen.section !== null) own.set('section', screen.section)
  if (screen.only.length > 0) own.set('only', screen.only.join('_'))
  if (screen.fact !== null) own.set('fact', screen.fact)
  return writeQuery(space, own, screen, null)
}

/** Decode query text into the screen of Evidence; see `readQuery` for what happens to what cannot be used. */
export function decodeEvidence(space: Space, text: string, stored = ''): Decoded<EvidenceScreen> {
  const { evidence, meta } = space.pack
  const resting: EvidenceScreen = { ...restingShown(space), section: null, only: [], fact: null }
  const read = (screen: EvidenceScreen, key: string, value: string): EvidenceScreen | null => {
    if (key === 'section') return isIdIn(meta.sectors, value) ? { ...screen, section: value } : null
    if (key === 'fact') return isIdIn(evidence, value) ? { ...screen, fact: value } : null
    if (key !== 'only') return null
    const asked = value.split('_')
    const only = factFilters.filter((filter) => asked.includes(filter))
    return only.length === asked.length ? { ...screen, only } : null
  }
  return readQuery(space, text, resting, read, stored)
}

/** Encode the screen of Rules as query text, as the difference from the resting one. */
export function encodeRules(space: Space, screen: RulesScreen): string {
  const own = new URLSearchParams()
  writeAssignment(space, own, screen.assignment)
  if (screen.by !== ruleGroups[0]) own.set('by', screen.by)
  if (screen.of !== null) own.set('of', screen.of)
  if (screen.rule !== null) own.set('rule', screen.rule)
  if (screen.link !== null) own.set('link', screen.link)
  return writeQuery(space, own, screen, screen.view === ruleViews[0] ? null : screen.view)
}

/** Decode query text into the screen of Rules; see `readQuery` for what happens to what cannot be used. */
export function decodeRules(space: Space, text: string, stored = ''): Decoded<RulesScreen> {
  const { pack } = space
  const resting: RulesScreen = {
    ...restingShown(space),
    assignment: space.baseline,
    view: ruleViews[0],
    by: ruleGroups[0],
    of: null,
    rule: null,
    link: null,
  }
  const groups = [...pack.assumptions, ...pack.variables, ...pack.meta.sectors]
  const read = (screen: RulesScreen, key: string, value: string): RulesScreen | null => {
    const placed = readState(space, screen, key, value)
    if (placed !== undefined) return placed
    if (key === 'rule') return isIdIn(pack.rules, value) ? { ...screen, rule: value } : null
    if (key === 'link') return isIdIn(pack.links, value) ? { ...screen, link: value } : null
    if (key === 'of') return isIdIn(groups, value) ? { ...screen, of: value } : null
    const by = key === 'by' ? ruleGroups.find((known) => known === value) : undefined
    if (by) return { ...screen, by }
    const view = key === 'view' ? ruleViews.find((known) => known === value) : undefined
    return view ? { ...screen, view } : null
  }
  return readQuery(space, text, resting, read, stored)
}

/** Encode the screen of Method as query text, as the difference from the resting one. */
export function encodeMethod(space: Space, screen: MethodScreen): string {
  const own = new URLSearchParams()
  writeAssignment(space, own, screen.assignment)
  return writeQuery(space, own, screen, null)
}

/** Decode query text into the screen of Method; see `readQuery` for what happens to what cannot be used. */
export function decodeMethod(space: Space, text: string, stored = ''): Decoded<MethodScreen> {
  const resting: MethodScreen = { ...restingShown(space), assignment: space.baseline }
  return readQuery(space, text, resting, (screen, key, value) => readState(space, screen, key, value) ?? null, stored)
}

function isIdIn(records: readonly { id: string }[], id: string): boolean {
  return records.some((record) => record.id === id)
}
