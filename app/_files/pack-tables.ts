import { strToU8, zipSync } from 'fflate'
import { refuse, type Result } from '../../lib/fail'
import { decodeUtf8 } from '../../lib/pack/bytes'
import { limits } from '../../lib/pack/limits'
import { loadTables } from '../../lib/pack/read-tables'
import type { Pack } from '../../lib/pack/schema'
import type { TextTable } from '../../lib/pack/table-lines'
import { tableSpecs } from '../../lib/pack/table-specs'
import { packTables } from '../../lib/pack/tables'
import { csvTable } from './csv-table'
import { isCalled, type OpenedPack, packWords, type ReadFile } from './opened-pack'
import { csvText } from './spreadsheet'
import { unzip } from './unzip'

/** Write a pack as a zip archive of CSV tables, with a page that says what they are and how to change them. */
export async function tableArchive(pack: Pack): Promise<Uint8Array<ArrayBuffer>> {
  const texts = await Promise.all(
    packTables(pack).map(async (table) => [`${table.name}.csv`, strToU8(await csvText(table))] as const),
  )
  return zipSync({ 'README.txt': strToU8(readme(pack)), ...Object.fromEntries(texts) })
}

function readme({ meta }: Pack): string {
  const holds = tableSpecs.map(({ name, holds }) => `${name}.csv`.padEnd(18) + holds)
  return `The model pack "${meta.title.en}" (${meta.id} ${meta.version}) as tables.

${holds.join('\n')}

How to change them
- Keep the names of the files and of the columns. Every column stays, even where all its cells are empty.
- A line that belongs to a record of another table names it by its id: each effect its rule, each state its assumption.
- A list stands in one cell with spaces between: evidence, notes, states.
- Yes and no are written yes and no; numbers with a point and without thousands marks: 1500, 0.35.
- An apostrophe before a text keeps spreadsheets from running or rewriting it. It is taken off again on opening.
- In a spreadsheet, import every column as text, so that years, codes and figures stay as they are, and save as
  "CSV UTF-8". Commas or semicolons between the columns: both are read.

How to open them: zip them again, or choose all CSV files at once. Every fault is told by table, line and column.
`
}

/** Open a pack from a zip archive of its tables, in whatever folder of it they lie. */
export async function openArchive(archive: Uint8Array): Promise<OpenedPack> {
  const isTable = (name: string) => isCalled(name, 'csv') && !besides.test(name)
  const unzipped = unzip(archive, isTable, limits.bytes)
  if (!unzipped.ok) return { ...unzipped, leftOut: [] }
  const { entries, others } = unzipped.value
  const opened = await openTables(entries)
  return { ...opened, leftOut: [...opened.leftOut, ...others.filter((name) => !besides.test(name))] }
}

/** What lies in an archive beside the tables without anyone having put it there: our page, folders, what a Mac adds. */
const besides = /(^|\/)(README\.txt$|\._)|\/$|__MACOSX/

/** Open a pack from its tables as CSV; files whose name is not that of a table are left out. */
export async function openTables(files: readonly ReadFile[]): Promise<OpenedPack> {
  const isTable = ({ name }: ReadFile) => tableSpecs.some((spec) => spec.name === tableName(name))
  const leftOut = files.filter((file) => !isTable(file)).map(({ name }) => name)
  if (leftOut.length === files.length) return { ...noTable(), leftOut }
  const read = await Promise.all(files.filter(isTable).map(readTable))
  const issues = read.flatMap((table) => (table.ok ? [] : table.issues))
  if (issues.length > 0) return { ok: false, issues, leftOut }
  // With the names of the others, in case that one of them is a table under a name mistyped.
  const others = leftOut.map((name) => ({ name: tableName(name), rows: [] }))
  return { ...loadTables([...read.flatMap((table) => (table.ok ? table.value : [])), ...others]), leftOut }
}

async function readTable({ name, bytes }: ReadFile): Promise<Result<TextTable>> {
  const text = decodeUtf8(bytes, limits.bytes, packWords)
  if (text.ok) return csvTable(tableName(name), text.value)
  return { ok: false, issues: text.issues.map((issue) => ({ ...issue, path: `${name}, ${issue.path}` })) }
}

/** The table that a file holds by its name: `tables/Rules.csv` holds rules. */
function tableName(path: string): string {
  const [name = ''] = /[^/\\]*$/.exec(path.toLowerCase()) ?? []
  return name.replace(/\.csv$/, '')
}

function noTable() {
  const names = tableSpecs.map(({ name }) => `${name}.csv`).join(', ')
  return refuse(
    'file',
    'no file here is a table of a model pack',
    names,
    'Keep the names that the tables were saved with.',
  )
}
