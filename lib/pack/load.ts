import type { z } from 'zod'
import { type Issue, refuse, type Result } from '../fail'
import { check } from './check'
import { scan, scanValue } from './scan'
import { limits } from './limits'
import { lineAndColumn, whereNotJson } from './not-json'
import { type Pack, packSchema } from './schema'

/**
 * Load a model pack from a parsed value: depth and keys, then shape, then the laws between records.
 * Returns the deeply frozen pack, or every issue that could be found at that stage.
 */
export function load(value: unknown): Result<Pack> {
  const deep = scanValue(value)
  if (deep.length > 0) return { ok: false, issues: deep }
  const shaped = packSchema.safeParse(value)
  if (!shaped.success) return { ok: false, issues: shaped.error.issues.map((issue) => shapeIssue(issue, value)) }
  const { $schema: _, ...pack } = shaped.data
  const issues = check(pack)
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: deepFreeze(pack) }
}

/**
 * Load a model pack from JSON text. Size is judged first, then a raw scan for depth, doubled and
 * forbidden keys, and only then is anything parsed.
 */
export function loadText(text: string): Result<Pack> {
  const parsed = parse(text)
  return parsed.ok ? load(parsed.value) : parsed
}

/** Parse JSON text after judging its size (at most `most` characters), encoding marks and raw structure. */
export function parse(text: string, most: number = limits.bytes): Result<unknown> {
  if (text.length > most)
    return refuse('', `${text.length} characters long`, `at most ${most}`, 'Split off what the model does not need.')
  const odd = /^(\uFEFF|\uFFFE|\uFFFD|.?\u0000)/.exec(text)
  if (odd)
    return refuse(
      'offset 0',
      'the file begins with a byte-order mark or is not UTF-8',
      'UTF-8 without a mark',
      'Save the file again as "UTF-8".',
    )
  const raw = scan(text)
  if (raw.length > 0) return { ok: false, issues: raw }
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch {
    const at = whereNotJson(text)
    const found = at < text.length ? `${JSON.stringify(text.slice(at, at + 20))} stands here` : 'it ends too early'
    return refuse(
      lineAndColumn(text, at),
      `not JSON: ${found}`,
      'JSON without comments or trailing commas',
      'Open the file in an editor that checks JSON.',
    )
  }
}

/** Turn zod's finding into ours: path as written in code, what stands there, what should. */
export function shapeIssue(issue: z.core.$ZodIssue, root: unknown): Issue {
  const path = issue.path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')
  const found = issue.path.reduce<unknown>((at, key) => Reflect.get(Object(at), key), root)
  return {
    path: path.replace(/^\./, ''),
    message: found === undefined ? 'nothing stands here' : `${show(found)} does not fit (${issue.message})`,
    expected: expectation(issue),
    hint: remedy(issue),
  }
}

function show(value: unknown): string {
  if (typeof value === 'string') return `"${value.slice(0, 60)}"`
  if (Array.isArray(value)) return `a list of ${value.length}`
  return typeof value === 'object' && value !== null ? 'an object' : String(value)
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `a value of type ${issue.expected}`
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}`
    case 'too_small':
      return `at least ${issue.minimum}${issue.origin === 'string' ? ' characters' : ''}`
    case 'too_big':
      return `at most ${issue.maximum}${issue.origin === 'string' ? ' characters' : ''}`
    case 'unrecognized_keys':
      return 'no keys but those of the schema'
    case 'invalid_format':
    case 'custom':
      return issue.message
    case 'invalid_union':
      return issue.discriminator ? `a known ${issue.discriminator}` : 'one of the allowed shapes'
    default:
      return 'what the schema says'
  }
}

function remedy(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `Remove or correct: ${issue.keys.slice(0, 5).join(', ')}.`
  const last = issue.path.at(-1)
  if (last === 'en' || last === 'es') return 'Write this text in both languages, en and es.'
  if (last === 'evidence' || last === 'basis')
    return 'Say what it rests on: evidence ids, and a basis of stated, implied or judgement.'
  return 'See data/README.md for the record this belongs to.'
}

/** Freeze a tree of plain objects and arrays; packs hold no typed arrays, which cannot be frozen. */
function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const key of Object.keys(value)) deepFreeze(Reflect.get(value, key))
  }
  return value
}
