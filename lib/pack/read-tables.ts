import { unguarded } from '../export/harmless'
import type { Issue, Result } from '../fail'
import { load } from './load'
import type { Pack } from './schema'
import { readCell } from './table-cells'
import { correctIt, didYouMean, type Line, type Lines, linesOf, type Say, type TextTable } from './table-lines'
import {
  type Field,
  type KeyTable,
  type Leaf,
  leavesOf,
  type RecordTable,
  type TableSpec,
  tableSpecs,
} from './table-specs'

/** Most issues told at once: a file that is no such table would have one in each line. */
const mostIssues = 500
/** Issues for which a name that may have been meant is looked for: it takes far longer than anything else here. */
const mostHints = 50

/** A record as it is being read, and its path in the pack. */
interface Entry {
  readonly record: Record<string, unknown>
  readonly path: string
}

/** Where a part of the pack stands in the tables. */
interface Place {
  readonly text: string
  readonly spec: TableSpec
}

/** What has been read so far. */
interface Reading {
  readonly pack: Entry
  readonly meta: Entry
  /** Records that others belong to, by table and id. */
  readonly entries: Map<string, ReadonlyMap<string, Entry>>
  /** By path in the pack. */
  readonly places: Map<string, Place>
  readonly issues: Issue[]
  readonly say: Say
}

/**
 * Read tables as an untyped pack for `load`; tables of other names are passed over. Returns the pack, or the issues of
 * the tables themselves by table, line (the head is line 1) and column: what is missing or unknown, cells that cannot
 * be read, lines that belong to nothing. At most 500 of them.
 */
export function packFromTables(tables: readonly TextTable[]): Result<unknown> {
  const { pack, issues } = read(tables)
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: pack.record }
}

/** Load a pack from tables; the issues of the loader, too, name table, line and column. */
export function loadTables(tables: readonly TextTable[]): Result<Pack> {
  const { pack, issues, places } = read(tables)
  if (issues.length > 0) return { ok: false, issues }
  const loaded = load(pack.record)
  return loaded.ok ? loaded : { ok: false, issues: loaded.issues.map((issue) => placed(issue, places)) }
}

function read(tables: readonly TextTable[]): Reading {
  const issues: Issue[] = []
  const meta = { record: {}, path: 'meta' }
  const reading: Reading = {
    pack: { record: { meta: meta.record }, path: '' },
    meta,
    entries: new Map(),
    places: new Map(),
    issues,
    say: (path, message, expected, hint) => {
      if (issues.length >= mostIssues) return
      const told = typeof hint === 'string' ? hint : issues.length < mostHints ? hint() : correctIt
      issues.push({ path, message, expected, hint: told })
    },
  }
  for (const spec of tableSpecs) {
    const table = linesOf(spec, tables, reading.say)
    if (!table) continue
    if (spec.kind === 'keys') readKeys(reading, spec, table)
    else readRecords(reading, spec, table)
  }
  return reading
}

/** A cell that cannot be read, under its column or key. */
type Wrong = (name: string, told: Pick<Issue, 'message' | 'expected' | 'hint'>) => void

/** Read the fields of a record from its cells; null if all of them are empty. A cell that is not there is left out. */
function readFields(
  fields: readonly Field[],
  cell: Line['cell'],
  wrong: Wrong,
  before = '',
): Record<string, unknown> | null {
  const record: Record<string, unknown> = {}
  let empty = true
  for (const field of fields) {
    const name = before + field.key
    if (field.kind === 'group') {
      const inner = readFields(field.fields, cell, wrong, `${name}.`)
      if (inner) empty = false
      if (inner || field.blank === 'null') record[field.key] = inner
      continue
    }
    const text = cell(name)
    if (text === undefined) continue
    const isBlank = (field.kind === 'text' ? text : text.trim()) === ''
    const read = isBlank ? { ok: true as const, value: blankValue(field) } : readCell(field.kind, text)
    if (!isBlank) empty = false
    if (!read.ok) wrong(name, read)
    else if (read.value !== undefined) record[field.key] = read.value
  }
  return empty ? null : record
}

function blankValue({ kind, blank }: Leaf): unknown {
  if (blank === 'absent') return undefined
  if (blank === 'null') return null
  return kind === 'text' ? '' : []
}

function readKeys({ meta, places, say }: Reading, spec: KeyTable, { columns, lines }: Lines) {
  const known = leavesOf(spec.fields).map(({ name }) => name)
  const lineOf = new Map<string, Line>()
  places.set(meta.path, { text: `table ${spec.name}`, spec })
  for (const line of columns.has('key') ? lines : []) {
    const key = (line.cell('key') ?? '').trim()
    const before = lineOf.get(key)
    if (before)
      say(
        line.place,
        `the key "${key.slice(0, 60)}" is already in ${before.place}`,
        'each key once',
        'Keep one of them.',
      )
    else if (!known.includes(key))
      say(line.place, `unknown key "${key.slice(0, 60)}"`, `one of ${known.join(', ')}`, () => didYouMean(key, known))
    lineOf.set(key, line)
    places.set(`${meta.path}.${key}`, { text: line.place, spec })
  }
  const missing = known.filter((key) => !lineOf.has(key) && !spec.optional.includes(key))
  if (missing.length > 0 && columns.has('key'))
    say(`table ${spec.name}`, `missing: ${missing.join(', ')}`, 'a line for each of these keys', 'Add the lines.')
  const wrong: Wrong = (key, { message, expected, hint }) =>
    say(lineOf.get(key)?.place ?? `table ${spec.name}`, message, expected, hint)
  Object.assign(
    meta.record,
    readFields(spec.fields, (key) => lineOf.get(key)?.cell('value'), wrong),
  )
}

function readRecords(reading: Reading, spec: RecordTable, { columns, lines }: Lines) {
  const { entries, places, say } = reading
  const owners = ownersOf(reading, spec)
  for (const [id, owner] of owners ?? []) openLists(reading, spec, owner, id)
  const ids = new Map<string, string>()
  const own = new Map<string, Entry>()
  for (const line of lines) {
    const { place, cell } = line
    const wrong: Wrong = (name, { message, expected, hint }) =>
      say(`${place}, column "${name}"`, message, expected, hint)
    const record = readFields(spec.fields, cell, wrong) ?? {}
    if (spec.either) checkEither(spec.either, record, place, say)
    const owner = ownerOf(spec, owners, line, say)
    const list = listOf(spec, line, say)
    if (!owner || !list) continue
    const path = append(owner, list, record)
    places.set(path, { text: place, spec })
    if (columns.has('id') && isNew(record.id, owner, place, ids, say)) own.set(record.id, { record, path })
  }
  if (columns.has('id')) entries.set(spec.name, own)
}

/** The records that the lines of a table may belong to, by id; null if their own table could not be read. */
function ownersOf({ pack, meta, entries }: Reading, { of }: RecordTable): ReadonlyMap<string, Entry> | null {
  if (of === 'pack' || of === 'meta') return new Map([['', of === 'pack' ? pack : meta]])
  return entries.get(of.table) ?? null
}

/** Give a record its lists before their lines come, and note where they stand. */
function openLists({ places }: Reading, spec: RecordTable, owner: Entry, id: string) {
  for (const list of spec.lists) {
    if (spec.absent !== 'without lines') owner.record[list] = []
    const text = `table ${spec.name}${id && `, lines of "${id}"`}`
    places.set(pathOf(owner, list), { text, spec })
  }
}

function ownerOf({ of }: RecordTable, owners: ReadonlyMap<string, Entry> | null, line: Line, say: Say): Entry | null {
  if (typeof of === 'string') return owners?.get('') ?? null
  const text = line.cell(of.column)
  if (!owners || text === undefined) return null
  const id = unguarded(text.trim())
  const owner = owners.get(id)
  if (!owner)
    say(
      `${line.place}, column "${of.column}"`,
      id === '' ? 'nothing stands here' : `there is no "${id.slice(0, 60)}" in the table ${of.table}`,
      `an id of the table ${of.table}`,
      () => (id === '' ? 'Say what this line belongs to.' : didYouMean(id, owners.keys())),
    )
  return owner ?? null
}

function listOf({ lists }: RecordTable, line: Line, say: Say): string | null {
  if (lists.length === 1) return lists[0] ?? null
  const part = line.cell('part')?.trim()
  if (part === undefined) return null
  if (lists.includes(part)) return part
  say(`${line.place}, column "part"`, `"${part.slice(0, 60)}" is no part`, lists.join(' or '), () =>
    didYouMean(part, lists),
  )
  return null
}

function append(owner: Entry, list: string, record: Record<string, unknown>): string {
  const before = owner.record[list]
  const records: unknown[] = Array.isArray(before) ? before : (owner.record[list] = [])
  return `${pathOf(owner, list)}[${records.push(record) - 1}]`
}

function pathOf({ path }: Entry, list: string): string {
  return path ? `${path}.${list}` : list
}

/** Tell whether a record has an id that no record of its owner has yet. */
function isNew(id: unknown, owner: Entry, place: string, ids: Map<string, string>, say: Say): id is string {
  const at = `${place}, column "id"`
  if (typeof id !== 'string') {
    say(at, 'nothing stands here', 'an id of its own', 'Give this line an id: words joined by hyphens.')
    return false
  }
  const key = `${owner.path} ${id}`
  const before = ids.get(key)
  if (before)
    say(at, `"${id.slice(0, 60)}" is already the id of ${before}`, 'an id of its own', 'Rename one of the two.')
  else ids.set(key, place)
  return !before
}

function checkEither(keys: readonly string[], record: Record<string, unknown>, place: string, say: Say) {
  const filled = keys.filter((key) => record[key] !== undefined)
  if (filled.length !== 1)
    say(
      `${place}, columns ${quoted(keys)}`,
      filled.length === 0 ? 'nothing stands here' : `${quoted(filled)} are all filled`,
      'one of these columns filled',
      'Fill one of them, and leave the other empty.',
    )
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ')
}

/** Say where in the tables an issue of the loader is. */
function placed(issue: Issue, places: ReadonlyMap<string, Place>): Issue {
  const told = (text: string) => text.replace(/\b\w+(\.\w+)*\[\d+\]/g, (path) => places.get(path)?.text ?? path)
  return {
    path: placeOf(issue.path, places),
    message: told(issue.message),
    expected: issue.expected.replace(/^a value of type (object|array)$/, 'something in these cells'),
    hint: told(issue.hint),
  }
}

/** The place of the innermost record or list around a path, and the columns that the rest of the path names. */
function placeOf(path: string, places: ReadonlyMap<string, Place>): string {
  const steps = path.match(/[^.[\]]+|\[\d+\]/g) ?? []
  for (let length = steps.length; length > 0; length--) {
    const place = places.get(joined(steps.slice(0, length)))
    if (place) return place.text + columnWords(place.spec, joined(steps.slice(length)))
  }
  return path
}

function joined(steps: readonly string[]): string {
  return steps.map((step, i) => (i > 0 && !step.startsWith('[') ? `.${step}` : step)).join('')
}

function columnWords({ kind, fields }: TableSpec, rest: string): string {
  const field = rest.replace(/\[.*$/, '')
  const names = leavesOf(fields)
    .map(({ name }) => name)
    .filter((name) => name === field || name.startsWith(`${field}.`))
  const word = kind === 'keys' ? 'key' : 'column'
  return names.length === 0 ? '' : `, ${word}${names.length === 1 ? '' : 's'} ${quoted(names)}`
}
