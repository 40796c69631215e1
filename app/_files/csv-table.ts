import type { Issue, Result } from '../../lib/fail'
import { mostLines, type TextTable } from '../../lib/pack/table-lines'

/**
 * Read CSV text as a table, with commas, semicolons or tabs between the cells, whichever stands first in the head: no
 * column of a pack has any of them in its name. Lines that are not cells in quotes or without are told by number.
 */
export async function csvTable(name: string, text: string): Promise<Result<TextTable>> {
  const { default: Papa } = await import('papaparse')
  const [head = ''] = text.split(/[\r\n]/, 1)
  const [delimiter = ','] = /[,;\t]/.exec(head) ?? []
  // One line more than a table may have, so that too many are seen to be.
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, preview: mostLines + 2 })
  if (errors.length === 0) return { ok: true, value: { name, rows: data } }
  return { ok: false, issues: errors.slice(0, 20).map(({ code, row = 0 }) => quoteIssue(name, row + 1, code)) }
}

function quoteIssue(name: string, line: number, code: string): Issue {
  return {
    path: `table ${name}, line ${line}`,
    message: code === 'MissingQuotes' ? 'a text in quotes does not end' : 'a quote stands in the middle of a text',
    expected: 'texts in double quotes, and each quote within them doubled',
    hint: 'Save the table again as CSV from a spreadsheet, which sets the quotes itself.',
  }
}
