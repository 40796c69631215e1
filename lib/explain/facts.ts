import type { Evidence, Locale, Pack } from '../pack/schema'
import type { Use } from './usage'

/** What a list of facts is narrowed to; all of it must hold. */
export interface Asked {
  /** Id of the only section; null for all. */
  section: string | null
  only: readonly ('cautions' | 'figures' | 'forecasts' | 'unused')[]
  /** Words searched for, as they were typed. */
  words: string
}

/** The facts of one section that a list shows, and how many the section has in all. */
export interface FactGroup {
  section: string
  facts: readonly Evidence[]
  total: number
}

/** The records that use a fact, by kind: each id once, in pack order. */
export interface UsedBy {
  assumptions: readonly string[]
  /** Variables whose baseline, or a variant of it, rests on the fact. */
  variables: readonly string[]
  rules: readonly string[]
  links: readonly string[]
  scenarios: readonly string[]
  sites: readonly string[]
}

/** How many facts there are, with a note and without one, and how many carry a caution. */
export function countFacts({ evidence }: Pack): { all: number; noted: number; unnoted: number; cautioned: number } {
  const noted = evidence.filter(({ notes }) => notes.length > 0).length
  return {
    all: evidence.length,
    noted,
    unnoted: evidence.length - noted,
    cautioned: evidence.filter(({ caution }) => caution !== null).length,
  }
}

/**
 * List the facts that fit what is asked, in pack order. Every word must occur in a fact's claim, figure, period, section or
 * caution, in the language given, whatever its accents and capitals; a number stands for itself, not for a part of a
 * longer one, and is looked for among the notes too. "fn 106" asks for that note alone.
 */
export function matchingFacts(
  pack: Pack,
  usage: ReadonlyMap<string, readonly Use[]>,
  { section, only, words }: Asked,
  locale: Locale,
): Evidence[] {
  const said = saidBy(words, pack, locale)
  return pack.evidence.filter(
    (fact) =>
      (section === null || fact.section === section) &&
      only.every((filter) => keeps(filter, fact, usage.get(fact.id) ?? [])) &&
      said(fact),
  )
}

function keeps(filter: Asked['only'][number], fact: Evidence, uses: readonly Use[]): boolean {
  switch (filter) {
    case 'cautions':
      return fact.caution !== null
    case 'figures':
      return fact.figure !== null
    case 'forecasts':
      return fact.forecast
    case 'unused':
      return uses.length === 0
  }
}

/** A number behind a word for a note: "fn 106", "note 106", "nota 106". */
const noteAsked = /(?<!\p{L})(?:fn|footnote|note|nota)s?\.?\s*(\d+)(?!\d)/gu

/** Tell whether a fact says all that was typed. */
function saidBy(typed: string, pack: Pack, locale: Locale): (fact: Evidence) => boolean {
  const plain = folded(typed)
  const notes = [...plain.matchAll(noteAsked)].map(([, note]) => Number(note))
  const words = plain.replace(noteAsked, ' ').split(/\s+/).filter(Boolean)
  if (notes.length === 0 && words.length === 0) return () => true
  const sections = new Map(pack.meta.sectors.map(({ id, label }) => [id, label[locale]]))
  return (fact) => {
    if (!notes.every((note) => fact.notes.includes(note))) return false
    const text = folded(
      [
        fact.claim[locale],
        fact.figure,
        fact.period,
        sections.get(fact.section),
        fact.caution?.[locale],
        fact.notes.map((note) => `fn nota ${note}`).join(' '),
      ].join(' '),
    )
    return words.every((word) => (/^\d+$/.test(word) ? holdsNumber(text, word) : text.includes(word)))
  }
}

function holdsNumber(text: string, digits: string): boolean {
  return text.split(/\D+/).includes(digits)
}

/** Lower case without accents, and one kind of apostrophe, dash and blank. */
function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[–−]/g, '-')
    .replace(/\s+/g, ' ')
}

/** Group facts by section, in the order of the pack's sections; a section without any is left out. */
export function groupFacts(pack: Pack, facts: readonly Evidence[]): FactGroup[] {
  return pack.meta.sectors
    .map(({ id }) => ({
      section: id,
      facts: facts.filter(({ section }) => section === id),
      total: pack.evidence.filter(({ section }) => section === id).length,
    }))
    .filter((group) => group.facts.length > 0)
}

/** Sort the uses of a fact by the kind of record, each record once. */
export function usedBy(uses: readonly Use[]): UsedBy {
  const ids = (of: (use: Use) => string | null) => [...new Set(uses.flatMap((use) => of(use) ?? []))]
  return {
    assumptions: ids((use) => (use.kind === 'assumption' ? use.assumption : null)),
    variables: ids((use) => (use.kind === 'baseline' || use.kind === 'variant' ? use.variable : null)),
    rules: ids((use) => (use.kind === 'effect' ? use.rule : null)),
    links: ids((use) => (use.kind === 'link' ? use.link : null)),
    scenarios: ids((use) => (use.kind === 'choice' ? use.scenario : null)),
    sites: ids((use) => (use.kind === 'site' ? use.site : null)),
  }
}

/** Words that the reason of a caution may have before it is cut. */
const longestReason = 9

/** Shorten a caution to its reason: what stands before its colon, or else its first sentence; never a long one. */
export function reasonOf(caution: string): string {
  const [reason = ''] = caution.split(/:|(?<=[.?])\s/)
  const words = reason.replace(/\.$/, '').trim().split(/\s+/)
  return words.length > longestReason ? `${words.slice(0, longestReason).join(' ')}…` : words.join(' ')
}

/** Write note numbers, rising, neighbours as a range: "21, 84", "144–146". Empty where there is none. */
export function writeNotes(notes: readonly number[]): string {
  const runs: { from: number; to: number }[] = []
  for (const note of [...new Set(notes)].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last?.to === note - 1) last.to = note
    else runs.push({ from: note, to: note })
  }
  return runs.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')
}
