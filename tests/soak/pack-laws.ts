import { strict as assert } from 'node:assert'
import fc from 'fast-check'
import { openArchive, openTables, tableArchive } from '../../app/_files/pack-tables'
import { packs } from '../../data/index'
import { compile } from '../../lib/engine/compile'
import { makeDraws } from '../../lib/engine/draws'
import { evaluate } from '../../lib/engine/evaluate'
import { fan } from '../../lib/engine/fan'
import { load, loadText } from '../../lib/pack/load'
import { loadTables, packFromTables } from '../../lib/pack/read-tables'
import type { Pack } from '../../lib/pack/schema'
import { anyFullPack, awkwardEnd, fullPack, texts } from '../fixtures/full-pack'
import { sound } from '../fixtures/sound'
import { tinyPack } from '../fixtures/tiny-pack'
import { expectSame, type Law, law, valueOrRefusal, slow } from './law'
import { anyText, changedText, changedValue } from './mutations'

/** Model packs as strangers hand them in: a value, JSON text, tables, an archive of them. */

const small = sound(fullPack())
const smallText = JSON.stringify(tinyPack(), null, 1)
const tables = texts(small)
const big = packs['peru-prc']

/** What holds of a pack that the loader let through, however it came: frozen, loaded again the same, and every number finite. */
function expectSound(pack: Pack) {
  assert.ok(Object.isFrozen(pack) && Object.isFrozen(pack.rules) && Object.isFrozen(pack.meta.horizon))
  const model = compile(pack)
  const last = Object.fromEntries([...model.states].map(([id, states]) => [id, states.at(-1) ?? '']))
  for (const assignment of [model.baseline, last])
    for (const path of evaluate(model, assignment).paths) assert.ok(path.every(Number.isFinite))
  const few = makeDraws(pack.meta.draws.seed, 16)
  for (const quantiles of fan(model, last, few).quantiles) assert.ok(quantiles.every(Number.isFinite))
}

/** One cell of some table that is another, a line or a column or a table that is gone or there twice. */
const changedTables = () =>
  fc
    .array(
      fc.record({
        table: fc.nat(),
        line: fc.nat(),
        column: fc.nat(),
        how: fc.constantFrom('cell', 'cell', 'cell', 'cell', 'no line', 'line twice', 'no column', 'no table', 'name'),
        text: fc.oneof(awkwardEnd, anyText(12), fc.constantFrom('yes', '0', '-1', '1e308', 'exports', 'dealer', 'x y', '2040')), // prettier-ignore
      }),
      { minLength: 1, maxLength: 3 },
    )
    .map((changes) =>
      changes.reduce((all, { table, line, column, how, text }) => {
        const at = table % Math.max(1, all.length)
        const own = all[at] ?? { name: '', rows: [] }
        const row = line % Math.max(1, own.rows.length)
        const cell = column % Math.max(1, own.rows[0]?.length ?? 1)
        const withRows = (rows: readonly (readonly string[])[]) => all.with(at, { ...own, rows })
        if (how === 'no table') return all.toSpliced(at, 1)
        if (how === 'name') return all.with(at, { ...own, name: text })
        if (how === 'no line') return withRows(own.rows.toSpliced(row, 1))
        if (how === 'line twice') return withRows([...own.rows, own.rows[row] ?? []])
        if (how === 'no column') return withRows(own.rows.map((cells) => cells.toSpliced(cell, 1)))
        return withRows(own.rows.map((cells, i) => (i === row ? cells.toSpliced(cell, 1, text) : cells)))
      }, tables),
    )

let zipped: Promise<Uint8Array<ArrayBuffer>> | null = null
const archive = () => (zipped ??= tableArchive(small))

export const packLaws: readonly Law[] = [
  law(
    'pack: any value',
    'any value is a frozen pack with finite numbers, or refused with every reason',
    () => fc.oneof({ weight: 20, arbitrary: changedValue(small) }, { weight: 1, arbitrary: fc.anything() }),
    (value) => {
      const pack = valueOrRefusal(load(value))
      if (pack) expectSound(pack)
    },
    slow,
  ),
  law(
    'pack as JSON: there and back',
    'a sound pack comes back from its text, with spaces or without',
    () => fc.tuple(anyFullPack, fc.constantFrom(0, 2)),
    ([pack, space]) => expectSame(valueOrRefusal(loadText(JSON.stringify(pack, null, space))), JSON.parse(JSON.stringify(pack))), // prettier-ignore
    slow,
  ),
  law(
    'pack as JSON: any text',
    'any text is a frozen pack with finite numbers, or refused with every reason',
    () => fc.oneof({ weight: 10, arbitrary: changedText(smallText) }, { weight: 1, arbitrary: anyText() }),
    (text) => {
      const pack = valueOrRefusal(loadText(text))
      if (pack) expectSound(pack)
    },
    slow,
  ),
  law(
    'pack as tables: there and back',
    'a sound pack comes back from its tables to the last digit and letter',
    () => anyFullPack,
    (pack) => expectSame(packFromTables(texts(pack)), { ok: true, value: pack }),
    slow,
  ),
  law(
    'pack as tables: any tables',
    'any tables are a pack whose own tables are that pack, or refused by table, line and column',
    changedTables,
    (changed) => {
      const pack = valueOrRefusal(loadTables(changed))
      if (pack) expectSame(packFromTables(texts(pack)), { ok: true, value: pack })
    },
    slow,
  ),
  law(
    'pack as an archive: there and back',
    'a sound pack comes back from its archive of CSV tables',
    () => anyFullPack,
    async (pack) => expectSame(await openArchive(await tableArchive(pack)), { ok: true, value: pack, leftOut: [] }),
    { most: 20_000, few: 100 },
  ),
  law(
    'pack as CSV: any text',
    'tables of which one is any text are a sound pack, or refused with every reason',
    () =>
      fc.nat(tables.length - 1).chain((at) => fc.tuple(fc.constant(at), fc.oneof(changedText(csvOf(at)), anyText(60)))),
    async ([changed, text]) => {
      const files = tables.map(({ name }, i) => ({ name: `${name}.csv`, bytes: new TextEncoder().encode(i === changed ? text : csvOf(i)) })) // prettier-ignore
      const pack = valueOrRefusal(await openTables(files))
      if (pack) assert.ok(load(pack).ok)
    },
    { most: 200_000, few: 2000 },
  ),
  law(
    'pack as an archive: any bytes',
    'any bytes are an archive of a sound pack, or refused with every reason',
    () =>
      fc.oneof(
        { weight: 10, arbitrary: fc.tuple(fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }), fc.nat(3)) },
        { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
      ),
    async (changes) => {
      const pack = valueOrRefusal(await openArchive(changes instanceof Uint8Array ? changes : changedBytes(await archive(), ...changes))) // prettier-ignore
      if (pack) assert.ok(load(pack).ok)
    },
    { most: 200_000, few: 1000 },
  ),
  law(
    'the pack of Peru: any value',
    'any change of the whole pack is a frozen pack with finite numbers, or refused with every reason',
    () => changedValue(big),
    (value) => {
      const pack = valueOrRefusal(load(value))
      if (pack) expectSound(pack)
    },
    { most: 1000, few: 50 },
  ),
]

function changedBytes(bytes: Uint8Array, changes: readonly (readonly [number, number])[], shorter: number) {
  const copy = bytes.slice(0, bytes.length - shorter)
  for (const [at, byte] of changes) copy[at % copy.length] = byte
  return copy
}

function csvOf(at: number): string {
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
  return (tables[at]?.rows ?? []).map((row) => row.map(quoted).join(',')).join('\r\n')
}
