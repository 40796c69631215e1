import type { Issue } from '../fail'
import { limits } from './limits'

/** Keys that no file may have: they reach into prototypes. */
export const forbidden: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Scan JSON text once, without building anything, for what a parser would hide or choke on: nesting
 * deeper than `limits.depth`, a key told twice in one object, and keys that reach into prototypes.
 * Returns at most 50 issues; text that is not JSON is left to the parser to refuse.
 */
export function scan(text: string): Issue[] {
  const issues: Issue[] = []
  const open: (Set<string> | null)[] = []
  let i = 0
  while (i < text.length && issues.length < 50) {
    const character = text[i]
    if (character === '{' || character === '[') {
      open.push(character === '{' ? new Set() : null)
      if (open.length > limits.depth) return [...issues, tooDeep(`offset ${i}`)]
      i++
    } else if (character === '}' || character === ']') {
      open.pop()
      i++
    } else if (character === '"') {
      const end = endOfString(text, i)
      const keys = open.at(-1)
      if (keys && text[afterSpace(text, end)] === ':') {
        const key = parsedKey(text.slice(i, end))
        if (forbidden.has(key)) issues.push(forbiddenKey(`offset ${i}`, key))
        else if (keys.has(key)) issues.push(doubleKey(i, key))
        keys.add(key)
      }
      i = end
    } else i++
  }
  return issues
}

/** Walk a parsed value level by level and refuse it by depth or key before any schema sees it. */
export function scanValue(value: unknown): Issue[] {
  let level: { at: string; value: unknown }[] = [{ at: '', value }]
  const issues: Issue[] = []
  for (let depth = 0; level.length > 0; depth++) {
    const next: typeof level = []
    for (const { at, value } of level) {
      if (typeof value !== 'object' || value === null) continue
      if (depth >= limits.depth) return [...issues, tooDeep(at)]
      for (const key of Object.keys(value)) {
        const path = Array.isArray(value) ? `${at}[${key}]` : at ? `${at}.${key}` : key
        if (forbidden.has(key) && issues.length < 50) issues.push(forbiddenKey(path, key))
        else next.push({ at: path, value: Reflect.get(value, key) })
      }
    }
    level = next
  }
  return issues
}

function endOfString(text: string, start: number): number {
  let i = start + 1
  while (i < text.length && text[i] !== '"') i += text[i] === '\\' ? 2 : 1
  return i + 1
}

/** Where a text goes on after the white space of JSON. */
export function afterSpace(text: string, start: number): number {
  let i = start
  while (i < text.length && ' \t\r\n'.includes(text[i] ?? '')) i++
  return i
}

/** The key as JSON reads it, escapes undone, so that "\u005f_proto__" hides nothing. */
function parsedKey(quoted: string): string {
  try {
    return String(JSON.parse(quoted))
  } catch {
    return quoted
  }
}

function tooDeep(path: string): Issue {
  return {
    path,
    message: `nested deeper than ${limits.depth} levels`,
    expected: `at most ${limits.depth} levels of { and [`,
    hint: 'A model pack needs fewer than ten: check for a file that is not a model pack.',
  }
}

function forbiddenKey(path: string, key: string): Issue {
  return {
    path,
    message: `the key "${key}" is not allowed`,
    expected: 'only the keys of the pack schema',
    hint: 'Remove it: it would reach into the prototype of every object.',
  }
}

function doubleKey(offset: number, key: string): Issue {
  return {
    path: `offset ${offset}`,
    message: `the key "${key.slice(0, 60)}" stands twice in one object`,
    expected: 'each key once',
    hint: 'Keep one of the two: JSON would silently take the last.',
  }
}
