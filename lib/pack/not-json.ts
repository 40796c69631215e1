import { afterSpace } from './scan'

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const word = /true|false|null/y
const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

/**
 * Find where a text that is not JSON stops being it: the offset of the first character that fits nowhere, or the length
 * of the text where it only ends too early. Browsers say this each in their own way, or not at all.
 */
export function whereNotJson(text: string): number {
  const closings: string[] = []
  // What may stand next: a key, the colon after it, a value, or what follows one.
  let next: 'key' | 'colon' | 'value' | 'after' = 'value'
  // An object or a list may be closed right where it is opened, but not after a comma.
  let mayClose = false
  for (let i = afterSpace(text, 0); i < text.length; i = afterSpace(text, i)) {
    const character = text[i]
    if (character === closings.at(-1) && (mayClose || next === 'after')) {
      closings.pop()
      next = 'after'
      i++
    } else if (next === 'after') {
      if (character !== ',' || closings.length === 0) return i
      next = closings.at(-1) === '}' ? 'key' : 'value'
      i++
    } else if (next === 'colon') {
      if (character !== ':') return i
      next = 'value'
      i++
    } else if (next === 'value' && (character === '{' || character === '[')) {
      closings.push(character === '{' ? '}' : ']')
      next = character === '{' ? 'key' : 'value'
      mayClose = true
      i++
      continue
    } else {
      const token = character === '"' ? quoted(text, i) : next === 'key' ? null : bare(text, i)
      if (token === null) return i
      if (!token.whole) return token.end
      next = next === 'key' ? 'colon' : 'after'
      i = token.end
    }
    mayClose = false
  }
  return text.length
}

/** Say a place in a text by line and column, both counted from 1. */
export function lineAndColumn(text: string, offset: number): string {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/)
  return `line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}`
}

/** The end of a text in quotes, or where it breaks off. */
function quoted(text: string, start: number): { end: number; whole: boolean } {
  let i = start + 1
  while (i < text.length && text[i] !== '"') {
    const length = text[i] === '\\' ? lengthOf(escape, text, i) : text.charCodeAt(i) < 0x20 ? 0 : 1
    if (length === 0) return { end: i, whole: false }
    i += length
  }
  return i < text.length ? { end: i + 1, whole: true } : { end: i, whole: false }
}

/** The end of a number, true, false or null; null where none stands. */
function bare(text: string, start: number): { end: number; whole: true } | null {
  const length = lengthOf(number, text, start) || lengthOf(word, text, start)
  return length === 0 ? null : { end: start + length, whole: true }
}

function lengthOf(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start
  return pattern.exec(text)?.[0].length ?? 0
}
