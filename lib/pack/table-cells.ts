import { guarded, unguarded } from '../export/harmless'
import type { CellKind } from './table-specs'

/** What is written in a cell; null where it stays empty. */
export type Cell = string | number | null

/** What a cell says, or why it cannot be read. */
export type ReadCell = { ok: true; value: unknown } | { ok: false; message: string; expected: string; hint: string }

const yes = ['yes', 'true', 'sí', 'si', 'verdadero']
const no = ['no', 'false', 'falso']
const numeric = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

/** Write a value of a sound pack as a cell, texts guarded; null for what the pack leaves out. `readCell` gives it back. */
export function writeCell(kind: CellKind, value: unknown): Cell {
  if (value === undefined || value === null) return null
  if (typeof value === 'number' && !Object.is(value, -0)) return value
  return guarded(written(kind, value))
}

function written(kind: CellKind, value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (!Array.isArray(value)) return numberText(value)
  return value.map((part) => written(kind, part)).join(kind === 'pairs' && Array.isArray(value[0]) ? '; ' : ' ')
}

/** A number in full, the sign of a zero included; any other value as text. */
function numberText(value: unknown): string {
  return Object.is(value, -0) ? '-0' : String(value)
}

/** Read a cell that is not empty. Only what stands there is judged: whether it fits is the loader's question. */
export function readCell(kind: CellKind, cell: string): ReadCell {
  const text = unguarded(kind === 'text' ? cell : cell.trim())
  switch (kind) {
    case 'text':
    case 'word':
      return { ok: true, value: text }
    case 'words':
      return { ok: true, value: parts(text) }
    case 'number':
      return numbers([text], 'a number', ([value]) => value)
    case 'numbers':
      return numbers(parts(text), 'numbers with spaces between', (values) => values)
    case 'pairs':
      return pairs(text)
    case 'flag':
    case 'mark':
      return truth(kind, text)
  }
}

/** Neither ids nor numbers hold a space, comma or semicolon: whichever of them an author puts between is understood. */
function parts(text: string): string[] {
  return text.split(/[\s,;]+/).filter(Boolean)
}

function numbers(texts: readonly string[], expected: string, shape: (values: number[]) => unknown): ReadCell {
  const odd = texts.find((text) => !numeric.test(text))
  if (odd === undefined) return { ok: true, value: shape(texts.map(Number)) }
  const hint = 'Write digits and a point, such as 1500 or -0.35: no thousands mark, no unit, no other minus sign.'
  return { ok: false, message: `"${odd.slice(0, 60)}" is no number`, expected, hint }
}

function pairs(text: string): ReadCell {
  const expected = 'longitude and latitude with a space between, pairs with semicolons between'
  const read = text
    .split(';')
    .filter((pair) => pair.trim() !== '')
    .map((pair) => numbers(parts(pair), expected, (values) => values))
  return read.find(({ ok }) => !ok) ?? { ok: true, value: read.map((pair) => pair.ok && pair.value) }
}

function truth(kind: 'flag' | 'mark', text: string): ReadCell {
  const says = text.toLowerCase()
  if (yes.includes(says)) return { ok: true, value: true }
  if (no.includes(says)) return { ok: true, value: kind === 'flag' ? false : undefined }
  return {
    ok: false,
    message: `"${text.slice(0, 60)}" is neither yes nor no`,
    expected: kind === 'flag' ? 'yes or no' : 'yes, or an empty cell',
    hint: kind === 'flag' ? 'Write yes or no.' : 'Write yes in one line, and leave the others empty.',
  }
}
