import { describe, expect, test } from 'vitest'
import { fanLevels } from '../../lib/engine/fan-levels'
import { assumptionSheet, methodSheet, outcomeSheet, sourceSheet } from '../../lib/export/tables'
import { exported, model, words } from './exported'

const x = exported()

describe('assumptions', () => {
  const { head, rows } = assumptionSheet(x, words)
  test('one row each, with the state of every side and whether they differ', () => {
    expect(rows).toHaveLength(model.pack.assumptions.length)
    expect(head).toHaveLength(7)
    const leadership = rows.find(([label]) => label === 'Who governs')
    expect(leadership?.slice(3)).toEqual(['As of mid-2022', 'Castillo stays', 'Leftist successor', 'yes'])
    for (const row of rows) expect(row.at(-1)).toBe(new Set(row.slice(3, 6)).size > 1 ? 'yes' : 'no')
    expect(new Set(rows.map((row) => row[1]))).toEqual(new Set(['uncertainty', 'policy lever']))
  })
})

describe('outcomes', () => {
  const { head, rows } = outcomeSheet(x, words)
  const cell = (row: (typeof rows)[number] | undefined, name: string) => row?.[head.indexOf(name)]
  test('one row for each side, variable and year', () => {
    expect(rows).toHaveLength(3 * model.variables.length * model.years.length)
    for (const row of rows) expect(row).toHaveLength(head.length)
  })
  test('hold the engine’s own numbers, to the last digit', () => {
    for (const side of [x.baseline, ...x.columns])
      model.variables.forEach(({ id }, index) =>
        model.years.forEach((year, t) => {
          const row = rows.find((r) => r[0] === side.letter && cell(r, 'Variable') === id && cell(r, 'Year') === year)
          expect(cell(row, 'Central path')).toBe(side.outcome.paths[index]![t])
          fanLevels.forEach((level, k) =>
            expect(cell(row, `p${String(level * 100).padStart(2, '0')}`)).toBe(side.quantiles[index]![t * 5 + k]),
          )
          expect(cell(row, 'Baseline')).toBe(x.baseline.outcome.paths[index]![t])
          expect(cell(row, 'Shift from the baseline')).toBe(
            side.outcome.paths[index]![t]! - x.baseline.outcome.paths[index]![t]!,
          )
          expect(cell(row, 'Difference from the reference')).toBe(
            side.outcome.paths[index]![t]! - x.columns[0]!.outcome.paths[index]![t]!,
          )
        }),
      )
  })
  test('an interval that was not computed is an empty cell, never a zero', () => {
    const bare = exported({ baseline: { ...x.baseline, quantiles: model.variables.map(() => null) }, columns: [] })
    for (const row of outcomeSheet(bare, words).rows) expect(row.slice(11, 16)).toEqual([null, null, null, null, null])
  })
})

describe('sources', () => {
  const { rows } = sourceSheet(x, words)
  test('every baseline and every rule that acts in a column, with place and caution', () => {
    expect(rows.some((row) => row[1] === words.baseline)).toBe(true)
    const rules = new Set(rows.map((row) => row[1]))
    for (const rule of model.pack.rules) {
      const acts = x.columns.some(({ assignment }) =>
        rule.when.every((c) =>
          'in' in c ? c.in.includes(assignment[c.assumption] ?? '') : !c.not.includes(assignment[c.assumption] ?? ''),
        ),
      )
      expect(rules.has(rule.id), rule.id).toBe(acts)
    }
    for (const row of rows) {
      const fact = model.pack.evidence.find(({ id }) => id === row[3])
      expect(row[5]).toBe(fact?.notes.length ? fact.notes.join(', ') : 'no footnote')
      expect(row[9]).toBe(fact?.caution?.en ?? null)
    }
  })
})

test('method: pack, version, content, reference, baselines chosen, draws and the link', () => {
  const said = new Map(methodSheet(x, words).rows.map(([entry, value]) => [entry, value]))
  expect(said.get('Version')).toBe(model.pack.meta.version)
  expect(said.get('Content hash (SHA-256)')).toBe('abc123')
  expect(said.get('Compared with')).toBe('A =HYPERLINK("x")')
  expect(said.get('Baselines chosen')).toContain('Imports from the PRC: ')
  expect(said.get('Draws')).toBe(2048)
  expect(said.get('Link that opens this again')).toBe('https://example.org/en/compare?v=1')
  const plain = new Map(methodSheet(exported({ variants: {} }), words).rows.map(([entry, value]) => [entry, value]))
  expect(plain.get('Baselines chosen')).toBe('the first of each variable')
})
