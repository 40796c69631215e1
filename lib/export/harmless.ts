/** What a spreadsheet takes for the beginning of a formula or a command, spaces before it or not. */
const runs = /^\s*[=+\-@|;\t\r\n\0]/

/**
 * Make a text harmless in a spreadsheet: one that it would take for a formula gets an apostrophe before it.
 * Numbers are no texts and are never touched.
 */
export function harmless(text: string): string {
  return runs.test(text) ? `'${text}` : text
}

/** Digits that a spreadsheet would write otherwise, such as "036" or "1.10". */
const rewritten = (text: string) => /^[\d.]+$/.test(text) && String(Number(text)) !== text

/**
 * Guard a text against a spreadsheet so that `unguarded` gives it back to the letter: an apostrophe goes before one
 * that it would run or write otherwise, and before one that begins with an apostrophe itself.
 */
export function guarded(text: string): string {
  return text.startsWith("'") || rewritten(text) ? `'${text}` : harmless(text)
}

/** Take the guard off a text: one apostrophe at its beginning, if one stands there. */
export function unguarded(text: string): string {
  return text.startsWith("'") ? text.slice(1) : text
}
