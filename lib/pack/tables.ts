import type { Pack } from './schema'
import { type Cell, writeCell } from './table-cells'
import { type Field, headOf, leavesOf, type RecordTable, tableSpecs } from './table-specs'

/** One table of a pack: a head and lines of cells, texts guarded against spreadsheets, numbers in full. */
export interface PackTable {
  name: string
  head: readonly string[]
  rows: readonly (readonly Cell[])[]
}

/** Write a sound pack as tables, one for each kind of record. `packFromTables` gives back the same pack. */
export function packTables(pack: Pack): PackTable[] {
  return tableSpecs.flatMap((spec) => {
    const head = headOf(spec)
    if (spec.kind === 'keys') return { name: spec.name, head, rows: keyRows(spec.fields, pack.meta) }
    if (spec.absent === 'without table' && spec.lists.every((list) => at(pack, list) === undefined)) return []
    return {
      name: spec.name,
      head,
      rows: recordsOf(spec, pack).map(({ before, record }) => [...before, ...cells(spec.fields, record)]),
    }
  })
}

/** The value under a dotted name, undefined where anything on the way is missing. */
function at(value: unknown, name: string): unknown {
  return name.split('.').reduce<unknown>((inner, key) => Reflect.get(Object(inner), key), value)
}

function cells(fields: readonly Field[], record: unknown): Cell[] {
  return leavesOf(fields).map(({ name, leaf }) => writeCell(leaf.kind, at(record, name)))
}

function keyRows(fields: readonly Field[], record: unknown): Cell[][] {
  return leavesOf(fields).flatMap(({ name, leaf }) => {
    const value = at(record, name)
    return value === undefined ? [] : [[name, writeCell(leaf.kind, value)]]
  })
}

/** The records of a table in the order of the pack, each with the cells before its own: whose it is, and which part. */
function recordsOf(spec: RecordTable, pack: Pack): { before: Cell[]; record: unknown }[] {
  return ownersOf(spec, pack).flatMap(({ owner, before }) =>
    spec.lists.flatMap((list) => {
      const records = at(owner, list)
      const part = spec.lists.length > 1 ? [list] : []
      return Array.isArray(records) ? records.map((record: unknown) => ({ before: [...before, ...part], record })) : []
    }),
  )
}

function ownersOf({ of }: RecordTable, pack: Pack): { owner: unknown; before: Cell[] }[] {
  if (of === 'pack') return [{ owner: pack, before: [] }]
  if (of === 'meta') return [{ owner: pack.meta, before: [] }]
  const owners: unknown[] = [at(pack, of.table)].flat()
  return owners.map((owner) => ({ owner, before: [writeCell('word', at(owner, 'id'))] }))
}
