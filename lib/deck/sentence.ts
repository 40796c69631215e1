import { evaluate } from '../engine/evaluate'
import type { Variable } from '../pack/schema'
import {
  formatNumber,
  formatPercent,
  formatSigned,
  probabilityWord,
  type ProbabilityWord,
  wholePoints,
} from '../format'
import { namedAssignment, type Standing } from './slide'

/** What a computed word of a sentence can say of a variable. */
export const tokenKinds = ['word', 'percent', 'baseline', 'points', 'value', 'way', 'label'] as const
/** One of `tokenKinds`. */
export type TokenKind = (typeof tokenKinds)[number]

/** One piece of a template: text as it stands, or a computed word. `under` names a scenario, or "from". */
export type Piece =
  | { kind: 'text'; text: string }
  | { kind: 'token'; token: TokenKind; variable: string; under: string | null; text: string }

/** A piece ready for the screen; `tone` colours a risk that moved by three points or more. */
export interface Said {
  text: string
  computed: boolean
  tone: 'up' | 'down' | null
}

/** The words that computed pieces need, in one language. */
export interface SaidWords {
  locale: 'en' | 'es'
  word: (word: ProbabilityWord | 'none') => string
  way: (way: 'up' | 'down' | 'holds') => string
  /** "points" in the number that belongs to a signed count. */
  points: (count: number) => string
}

const pattern = /\{([a-z]+) ([a-z0-9-]{1,60})(?: @([a-z0-9-]{1,60}))?\}/g

/** Take a template apart: computed words in braces, `{word some-risk}` or `{percent some-risk @some-scenario}`; all else is text. */
export function pieces(template: string): Piece[] {
  const found: Piece[] = []
  let last = 0
  for (const match of template.matchAll(pattern)) {
    const token = tokenKinds.find((kind) => kind === match[1])
    if (!token) continue
    if (match.index > last) found.push({ kind: 'text', text: template.slice(last, match.index) })
    found.push({ kind: 'token', token, variable: match[2] ?? '', under: match[3] ?? null, text: match[0] })
    last = match.index + match[0].length
  }
  if (last < template.length) found.push({ kind: 'text', text: template.slice(last) })
  return found
}

/**
 * Say a template of a slide as it stands: each computed word is read from the outcome, or from that of the scenario
 * it names. What cannot be computed is said as it is written, so that nobody takes it for a number.
 */
export function say(standing: Standing, template: string, words: SaidWords): Said[] {
  return pieces(template).map((piece) => {
    if (piece.kind === 'text') return { text: piece.text, computed: false, tone: null }
    const read = readingOf(standing, piece.variable, piece.under)
    if (!read) return { text: piece.text, computed: false, tone: null }
    return { text: written(piece.token, read, words), computed: true, tone: toned(piece.token, read) }
  })
}

/** Say a template as one plain text. */
export function sayPlain(standing: Standing, template: string, words: SaidWords): string {
  return say(standing, template, words)
    .map(({ text }) => text)
    .join('')
}

/**
 * Numbers and words of probability that are typed in a template, not computed: no engine answers for them once a toggle
 * differs. `terms` are the words of probability in the language; years, and numbers inside of names, are none.
 */
export function typedFigures(template: string, terms: readonly string[]): string[] {
  const text = pieces(template)
    .map((piece) => (piece.kind === 'text' ? piece.text : ' '))
    .join('')
  const numbers = [...text.matchAll(/(?<![\p{L}\p{N}.,])[+−-]?\d[\d.,]*(?:\s?%)?(?![\p{L}\p{N}])/gu)].map(([number]) =>
    number.replace(/[.,]$/, ''),
  )
  const lower = text.toLowerCase()
  const said = terms.filter((term) => holdsWhole(lower, term))
  return [...numbers.filter((number) => !/^(19|20)\d\d$/.test(number)), ...said]
}

/** Whether a text holds a term with no letter right before or after it. */
function holdsWhole(text: string, term: string): boolean {
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1))
    if (!/\p{L}$/u.test(text.slice(0, at)) && !/^\p{L}/u.test(text.slice(at + term.length))) return true
  return false
}

/** A variable's value here and at the baseline. */
interface Reading {
  variable: Variable
  value: number
  baseline: number
}

function readingOf(standing: Standing, id: string, under: string | null): Reading | null {
  const { model, slide, variants, t } = standing
  const index = model.indexOf.get(id)
  const variable = index === undefined ? undefined : model.variables[index]
  const assignment = under === null ? standing.assignment : namedAssignment(model, slide, under)
  if (index === undefined || !variable || !assignment) return null
  const { paths } = under === null ? standing.outcome : evaluate(model, assignment, variants)
  const path = paths[index]!
  return { variable, value: path[t]!, baseline: path[0]! }
}

function written(token: TokenKind, { variable, value, baseline }: Reading, words: SaidWords): string {
  const chance = variable.scale === 'chance'
  const decimals = 'decimals' in variable ? variable.decimals : 0
  switch (token) {
    case 'word':
      return words.word(probabilityWord(value) ?? 'none')
    case 'percent':
      return chance ? formatPercent(value) : formatNumber(value, decimals, words.locale)
    case 'baseline':
      return chance ? formatPercent(baseline) : formatNumber(baseline, decimals, words.locale)
    case 'points': {
      const shift = chance ? wholePoints(baseline, value) : value - baseline
      const signed = formatSigned(shift, chance ? 0 : decimals, words.locale)
      return chance ? `${signed} ${words.points(Math.abs(shift))}` : signed
    }
    case 'value':
      return chance && variable.kind !== 'indicator'
        ? formatPercent(value)
        : formatNumber(chance ? 100 * value : value, decimals, words.locale)
    case 'way':
      return words.way(wayOf({ variable, value, baseline }))
    case 'label':
      return variable.label[words.locale]
  }
}

/** Which way a variable moved: from three points on for a chance, for others as soon as the number shown differs. */
export function wayOf({ variable, value, baseline }: Reading): 'up' | 'down' | 'holds' {
  if (variable.scale === 'chance' && variable.kind !== 'indicator') {
    const points = wholePoints(baseline, value)
    return points >= 3 ? 'up' : points <= -3 ? 'down' : 'holds'
  }
  const scale = variable.scale === 'chance' ? 100 : 1
  const decimals = 'decimals' in variable ? variable.decimals : 0
  const moved = Number(((value - baseline) * scale).toFixed(decimals))
  return moved > 0 ? 'up' : moved < 0 ? 'down' : 'holds'
}

function toned(token: TokenKind, reading: Reading): Said['tone'] {
  if (reading.variable.kind !== 'risk' || token === 'label' || token === 'baseline') return null
  const way = wayOf(reading)
  return way === 'holds' ? null : way
}
