import { nearest } from '../fail'
import { limits } from './limits'
import { headOf, type TableSpec, tableSpecs } from './table-specs'

/** One table as text: its name, and lines of cells of which the first is the head. */
export interface TextTable {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}

/** Take note of an issue; see `Issue`. A hint that takes work is a function, which is asked for the first issues alone. */
export type Say = (path: string, message: string, expected: string, hint: string | (() => string)) => void

/** One line that holds something: where it is, and its cell under a column; undefined if there is no such column. */
export interface Line {
  readonly place: string
  readonly cell: (column: string) => string | undefined
}

/** The known columns of a table that are there, and its lines. */
export interface Lines {
  readonly columns: ReadonlySet<string>
  readonly lines: readonly Line[]
}

/** Most lines of one table, its head apart: as many as a pack may have effects. */
export const mostLines = limits.rules * 60

/**
 * Find a table and read its head and lines, blank ones left out. Says what is missing, unknown, doubled or too much;
 * null where there is no such table to read.
 */
export function linesOf(spec: TableSpec, tables: readonly TextTable[], say: Say): Lines | null {
  const rows = rowsOf(spec, tables, say)
  if (!rows) return null
  const head = (rows[0] ?? []).map((name) => name.trim())
  const columns = columnsOf(spec, head, say)
  const lines = rows.slice(1).flatMap((row, i) => {
    if (row.every((cell) => cell.trim() === '')) return []
    const place = `table ${spec.name}, line ${i + 2}`
    if (row.some((cell, at) => cell.trim() !== '' && !head[at]))
      say(
        place,
        'a cell without a column',
        `${columns.size} cells, one for each column of the head`,
        'A text that holds the separator or a quote must stand in double quotes.',
      )
    const cell = (column: string) => {
      const at = columns.get(column)
      return at === undefined ? undefined : (row[at] ?? '')
    }
    return [{ place, cell }]
  })
  return { columns: new Set(columns.keys()), lines }
}

function rowsOf(spec: TableSpec, tables: readonly TextTable[], say: Say): TextTable['rows'] | null {
  const [table, second] = tables.filter(({ name }) => name === spec.name)
  const path = `table ${spec.name}`
  if (second) say(path, 'this table is there twice', 'each table once', 'Leave one of the two out.')
  else if (table && table.rows.length > mostLines + 1)
    say(path, `more than ${mostLines} lines`, 'far fewer', 'Check that it is the right file.')
  else if (table) return table.rows
  else if (spec.kind === 'keys' || spec.absent !== 'without table')
    say(path, 'this table is missing', `a table with the columns ${headOf(spec).join(', ')}`, missingHint(spec, tables))
  return null
}

function missingHint({ name }: TableSpec, tables: readonly TextTable[]): string {
  const others = tables.filter((table) => tableSpecs.every((spec) => spec.name !== table.name))
  const near = nearest(name, others.map((table) => table.name)) // prettier-ignore
  return near
    ? `There is "${near}": should it be called "${name}"?`
    : 'Add it; if the pack has nothing for it, with its head alone.'
}

/** Where each known column stands. */
function columnsOf(spec: TableSpec, head: readonly string[], say: Say): ReadonlyMap<string, number> {
  const known = headOf(spec)
  const path = `table ${spec.name}, line 1`
  const columns = new Map<string, number>()
  head.forEach((name, i) => {
    if (columns.has(name))
      say(path, `the column "${name}" is there twice`, 'each column once', 'Leave one of the two out.')
    else if (known.includes(name)) columns.set(name, i)
    else if (name !== '')
      say(path, `unknown column "${name.slice(0, 60)}"`, `the columns ${known.join(', ')}`, () =>
        didYouMean(name, known),
      )
  })
  const missing = known.filter((name) => !columns.has(name))
  if (missing.length > 0)
    say(
      path,
      `missing ${missing.length === 1 ? 'column' : 'columns'}: ${missing.join(', ')}`,
      `the columns ${known.join(', ')}`,
      'Add what is missing; a cell is empty where a record has nothing for it.',
    )
  return columns
}

/** What is said where nothing that is known is near. */
export const correctIt = 'Correct it, or take it out.'

/** What to do about a name that is not among those known. */
export function didYouMean(name: string, known: Iterable<string>): string {
  const near = nearest(name, known)
  return near ? `Did you mean "${near}"?` : correctIt
}
