/** What a spreadsheet takes for the beginning of a formula or a command, spaces before it or not. */
const runs = /^\s*[=+\-@|;\t\r\n\0]/

/**
 * Make a text harmless in a spreadsheet: one that it would take for a formula gets an apostrophe before it.
 * Numbers are no texts and are never touched.
 */
export function harmless(text: string): string {
  return runs.test(text) ? `'${text}` : text
}
