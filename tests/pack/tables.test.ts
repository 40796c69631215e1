import { describe, expect, test } from 'vitest'
import { jsonSchemas } from '../../app/_command/json-schema'
import { packs } from '../../data/index'
import { guarded } from '../../lib/export/harmless'
import { formatIssue } from '../../lib/fail'
import { loadTables, packFromTables } from '../../lib/pack/read-tables'
import type { Pack } from '../../lib/pack/schema'
import { mostLines, type TextTable } from '../../lib/pack/table-lines'
import { leavesOf, type RecordTable, tableSpecs } from '../../lib/pack/table-specs'
import { expectIssues } from '../fixtures/expect-issues'
import { fullPack, texts } from '../fixtures/full-pack'
import { put } from '../fixtures/put'
import { sound } from '../fixtures/sound'
import { tinyPack } from '../fixtures/tiny-pack'

/** Packs as tables: the same pack there and back, and every fault of a table by its line. Its laws: see tests/soak/pack-laws.ts. */

function thereAndBack(pack: Pack) {
  expect(packFromTables(texts(pack))).toStrictEqual({ ok: true, value: pack })
}

describe('there and back', () => {
  test.each(Object.entries(packs))('%s comes back exactly', (_, pack) => thereAndBack(sound(pack)))
  test('so does the tiny pack, with and without all that it may have', () => {
    thereAndBack(sound(tinyPack()))
    thereAndBack(sound(fullPack()))
  })
  test('absent, null and empty are kept apart', () => {
    for (const [place, value] of [
      ['meta.charts', []],
      ['meta.charts', undefined],
      ['meta.headline', []],
      ['meta.source.series', ''],
      ['evidence[0].notes', []],
      ['evidence[0].unit', null],
      ['evidence[0].value', 0],
      ['links', []],
      ['rules', []],
      ['sites', []],
      ['sites', undefined],
      ['scenarios[0].secondary', []],
      ['variables[1].variants', undefined],
    ] as const)
      thereAndBack(sound(put(fullPack(), place, value)))
  })
  test('no field of the schema is without a column, and no column without a field', () => {
    const shape = fieldsOf(jsonSchemas()['pack.schema.json'])
    expect(columnPaths().sort()).toEqual(shape.filter((path) => path !== '$schema').sort())
  })
})

/** Paths of all fields of a JSON Schema, lists of records told as their records. */
function fieldsOf(schema: unknown, path = ''): string[] {
  const { properties, items, anyOf, oneOf } = Object(schema)
  const kinds: unknown[] = (anyOf ?? oneOf ?? []).filter((kind: unknown) => Object(kind).type !== 'null')
  if (kinds.length > 0) return [...new Set(kinds.flatMap((kind) => fieldsOf(kind, path)))]
  if (properties)
    return Object.entries(properties).flatMap(([key, inner]) => fieldsOf(inner, path ? `${path}.${key}` : key))
  if (items) return fieldsOf(items, path)
  return [path]
}

function columnPaths(): string[] {
  const bases = (spec: RecordTable): string[] => {
    const { of } = spec
    const owner = typeof of === 'string' ? null : tableSpecs.find(({ name }) => name === of.table)
    const before = owner?.kind === 'records' ? bases(owner).map((base) => `${base}.`) : [of === 'meta' ? 'meta.' : '']
    return before.flatMap((base) => spec.lists.map((list) => base + list))
  }
  return tableSpecs.flatMap((spec) =>
    (spec.kind === 'keys' ? [spec.name] : bases(spec)).flatMap((base) =>
      leavesOf(spec.fields)
        // The headline of a scenario is chosen without reasons; its table has room for those of the other part.
        .filter(({ name }) => base !== 'scenarios.headline' || /^(assumption|state)$/.test(name))
        .map(({ name }) => `${base}.${name}`),
    ),
  )
}

test('a guard leaves alone what needs none', () => {
  expect(['036', '1.10', "'a", '=1', 'a', '12', '1.5'].map(guarded)).toEqual(["'036", "'1.10", "''a", "'=1", 'a', '12', '1.5']) // prettier-ignore
})

/** A fault: tables, and what is told of them. */
type Case = [name: string, tables: TextTable[], path: string, message: RegExp, hint: string]

/** The tables of the full pack, the lines of one of them changed. */
function withLines(table: string, change: (lines: readonly string[][]) => readonly string[][]): TextTable[] {
  return texts(sound(fullPack())).map(({ name, rows }) => ({
    name,
    rows: name === table ? change(rows.map((row) => [...row])) : rows,
  }))
}

/** The same with one cell changed; line 1 is the head. */
function withCell(table: string, line: number, column: string, cell: string): TextTable[] {
  return withLines(table, (lines) => {
    const i = lines[0]?.indexOf(column) ?? -1
    return lines.map((row, at) => (at === line - 1 ? row.with(i, cell) : row))
  })
}

/** The same with the value of one key of the meta changed. */
function withKey(key: string, value: string): TextTable[] {
  return withLines('meta', (lines) => lines.map((row) => (row[0] === key ? [key, value] : row)))
}

describe('what an author may write otherwise', () => {
  const same = (tables: readonly TextTable[]) =>
    expect(packFromTables(tables)).toStrictEqual({ ok: true, value: sound(fullPack()) })
  test.each([
    ['yes in capitals, as spreadsheets do', withCell('evidence', 2, 'forecast', 'TRUE')],
    ['yes in Spanish', withCell('evidence', 2, 'forecast', 'Sí')],
    ['no where nothing is marked', withCell('states', 3, 'baseline', 'no')],
    ['commas in a list', withCell('evidence', 2, 'notes', '1, 22')],
    ['spaces around an id or number', withCell('effects', 2, 'low', ' 1.5 ')],
    ['a number with its sign and exponent', withCell('effects', 2, 'low', '+15e-1')],
    ['lines without anything', withLines('rules', ([head = [], ...lines]) => [head, ['', ''], ...lines, ['']])],
    ['columns in another order', withLines('links', (lines) => lines.map((row) => row.toReversed()))],
    ['columns without a name or cells', withLines('links', (lines) => lines.map((row) => [...row, '', ' ']))],
    ['tables in another order', texts(sound(fullPack())).toReversed()],
    ['a table that no pack has', [...texts(sound(fullPack())), { name: 'budget', rows: [['a'], ['1']] }]],
  ])('%s', (_, tables) => same(tables))
})

describe('faults of the tables', () => {
  const keyed = (...line: string[]) => withLines('meta', (lines) => [...lines, line])
  const without = (...names: string[]) => texts(sound(fullPack())).filter(({ name }) => !names.includes(name))

  // prettier-ignore
  test.each<Case>([
    ['a number that is none', withCell('effects', 3, 'central', '1,2'), 'table effects, line 3, column "central"', /^"1,2" is no number/, 'a point'],
    ['a note that is none', withCell('evidence', 2, 'notes', '1 n.2'), 'table evidence, line 2, column "notes"', /"n.2" is no number/, 'digits'],
    ['a place without degrees', withCell('sites', 2, 'points', '77W 11S'), 'table sites, line 2, column "points"', /"77W" is no number/, 'digits'],
    ['a yes misspelt', withCell('evidence', 3, 'forecast', 'yess'), 'table evidence, line 3, column "forecast"', /"yess" is neither yes nor no/, 'yes or no'],
    ['a mark misspelt', withCell('states', 2, 'baseline', 'x'), 'table states, line 2, column "baseline"', /"x" is neither/, 'leave the others empty'],
    ['a year that is none', withKey('year', 'soon'), 'table meta, line 15', /"soon" is no number/, 'digits'],
    ['an unknown column', withLines('links', (lines) => lines.map((row, i) => [...row, i === 0 ? 'lags' : 'x'])), 'table links, line 1', /unknown column "lags"/, 'Did you mean "lag"'],
    ['a column told twice', withLines('links', (lines) => lines.map((row) => [...row, row[4] ?? ''])), 'table links, line 1', /"lag" is there twice/, 'Leave one'],
    ['a column missing', withLines('links', (lines) => lines.map((row) => row.slice(0, -1))), 'table links, line 1', /missing column: reason.es/, 'Add what is missing'],
    ['a cell too many', withLines('links', (lines) => lines.map((row, i) => (i === 1 ? [...row, 'so'] : row))), 'table links, line 2', /without a column/, 'double quotes'],
    ['a table without its head', withLines('links', () => []), 'table links, line 1', /missing columns: id, from/, 'Add what is missing'],
    ['a table of a million lines', withLines('links', ([head = []]) => [head, ...Array.from({ length: mostLines + 1 }, () => [])]), 'table links', /more than 240000 lines/, 'right file'],
    ['a table missing', without('links'), 'table links', /is missing/, 'its head alone'],
    ['a table under a wrong name', [...without('rules'), { name: 'rule', rows: [] }], 'table rules', /is missing/, 'There is "rule"'],
    ['a table told twice', [...without(), { name: 'links', rows: [] }], 'table links', /there twice/, 'Leave one'],
    ['an unknown key', keyed('draw.seed', 'x'), 'table meta, line 23', /unknown key "draw.seed"/, 'Did you mean "draws.seed"'],
    ['a key told twice', keyed('year', '2025'), 'table meta, line 23', /"year" is already in table meta, line 15/, 'Keep one'],
    ['a key missing', withLines('meta', (lines) => lines.filter(([key]) => key !== 'draws.seed')), 'table meta', /missing: draws.seed/, 'Add the lines'],
    ['an effect of no rule', withCell('effects', 4, 'rule', 'zone-open'), 'table effects, line 4, column "rule"', /no "zone-open" in the table rules/, 'Did you mean "zone-opens"'],
    ['a state of nothing', withCell('states', 4, 'assumption', ''), 'table states, line 4, column "assumption"', /nothing stands here/, 'belongs to'],
    ['a choice of no part', withCell('choices', 2, 'part', 'headlines'), 'table choices, line 2, column "part"', /"headlines" is no part/, 'Did you mean "headline"'],
    ['a condition both ways', withCell('conditions', 2, 'not', 'stays'), 'table conditions, line 2, columns "in", "not"', /all filled/, 'Fill one'],
    ['a condition of no state', withCell('conditions', 2, 'in', ' '), 'table conditions, line 2, columns "in", "not"', /nothing stands here/, 'Fill one'],
    ['an id told twice', withCell('states', 3, 'id', 'stays'), 'table states, line 3, column "id"', /"stays" is already the id of table states, line 2/, 'Rename'],
    ['no id at all', withCell('links', 2, 'id', ''), 'table links, line 2, column "id"', /nothing stands here/, 'an id'],
  ])('%s', (_, tables, path, message, hint) => expectIssues(packFromTables(tables), [[path, message, hint]]))

  test('all at once, in the order of the tables', () => {
    const tables = withCell('effects', 2, 'low', 'x').map(({ name, rows }) => ({
      name,
      rows: name === 'links' ? rows.map((row, i) => (i === 1 ? row.with(4, 'y') : row)) : rows,
    }))
    expectIssues(packFromTables(tables.filter(({ name }) => name !== 'variants')), [
      ['table variants', /missing/],
      ['table effects, line 2, column "low"', /"x"/],
      ['table links, line 2, column "lag"', /"y"/],
    ])
  })
  test('lines are not blamed for the table that they belong to', () => {
    expectIssues(packFromTables(without('rules')), [['table rules', /missing/]])
  })
  test('a file of another kind is told 500 times at most', () => {
    const lines = Array.from({ length: 2000 }, () => ['x', 'y'])
    const result = packFromTables([{ name: 'effects', rows: [['rule', 'low'], ...lines] }])
    expect(result.ok ? 0 : result.issues.length).toBe(500)
  })
  test('lines of thousands of unknown rules: what may have been meant is looked for in the first fifty alone', () => {
    const lines = withLines('effects', ([head = [], row = []]) => [head, ...Array.from({ length: 200 }, () => row.with(head.indexOf('rule'), 'zone-open'))]) // prettier-ignore
    const result = packFromTables(lines)
    const meant = (result.ok ? [] : result.issues).map(({ hint }) => hint.startsWith('Did you mean'))
    expect([meant.length, meant.indexOf(false), meant.lastIndexOf(true)]).toEqual([200, 50, 49])
  })
})

describe('faults of the pack, by table, line and column', () => {
  // prettier-ignore
  test.each<Case>([
    ['a fact that nobody knows', withCell('effects', 3, 'evidence', 'ports-berth'), 'table effects, line 3, column "evidence"', /unknown evidence "ports-berth"/, 'Did you mean "ports-berths"'],
    ['a state that nobody knows', withCell('conditions', 3, 'in', 'opened'), 'table conditions, line 3', /unknown state of zone "opened"/, 'Did you mean "open"'],
    ['an onset outside the horizon', withCell('rules', 3, 'onset', '2040'), 'table rules, line 3, column "onset"', /outside the horizon/, 'first year'],
    ['sizes out of order', withCell('effects', 2, 'low', '9'), 'table effects, line 2', /low 9 is above central 2/, 'Lower'],
    ['a rule that is always on', withCell('conditions', 2, 'in', 'stays'), 'table conditions, lines of "dealer-bribes"', /fires at the baseline/, 'sets the rule off'],
    ['two baselines', withCell('states', 3, 'baseline', 'yes'), 'table states, lines of "leader"', /two baseline states/, 'Mark how'],
    ['a text in one language', withCell('evidence', 2, 'claim.es', ''), 'table evidence, line 2, column "claim.es"', /nothing stands here/, 'both languages'],
    ['a text in none', withLines('evidence', (lines) => lines.map((row, i) => (i === 1 ? row.with(3, '').with(4, '') : row))), 'table evidence, line 2, columns "claim.en", "claim.es"', /nothing stands here/, 'README'],
    ['a variant out of range', withCell('variants', 2, 'baseline.value', '-1'), 'table variants, line 2, column "baseline.value"', /amount of -1/, 'level'],
    ['a choice of an unknown state', withCell('choices', 3, 'state', 'opened'), 'table choices, line 3, column "state"', /unknown state of zone/, 'open'],
    ['a sector without a group', withCell('sectors', 2, 'group', 'al'), 'table sectors, line 2, column "group"', /unknown group/, 'all'],
    ['a horizon that runs back', withKey('horizon.last', '1990'), 'table meta, keys "horizon.first", "horizon.last"', /runs from 2021 to 1990/, 'Mend'],
    ['a version that is none', withKey('version', '1'), 'table meta, line 3', /"1" does not fit/, 'README'],
    ['a part of a formula', withCell('variables', 5, 'formula.of', 'exports import'), 'table variables, line 5, column "formula.of"', /unknown variable "import"/, 'imports'],
    ['links that explode', withLines('links', ([head = [], row = []]) => [head, row.with(3, '9'), ['back', 'imports', 'exports', ...row.slice(3)]]), 'table links', /explode/, 'table links, line 2'],
    ['a place that is not known', withCell('sites', 2, 'evidence', 'ports'), 'table sites, line 2, column "evidence"', /unknown evidence "ports"/, ''],
  ])('%s', (_, tables, path, message, hint) => {
    const loaded = loadTables(tables)
    const issues = loaded.ok ? [] : loaded.issues
    const found = issues.filter((issue) => issue.path === path)
    expect(found.map(({ message }) => message).join(), issues.map(formatIssue).join()).toMatch(message)
    expect(found[0]?.hint).toContain(hint)
  })

  test('sound tables give a frozen pack', () => {
    const loaded = loadTables(texts(sound(fullPack())))
    expect(loaded).toStrictEqual({ ok: true, value: sound(fullPack()) })
    expect(loaded.ok && Object.isFrozen(loaded.value.rules)).toBe(true)
  })
})
