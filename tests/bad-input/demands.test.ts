import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { badAddresses } from '../../e2e/bad-addresses'
import { badCells } from './cells'
import { demands } from './demands'
import { elsewhere } from './elsewhere'
import { badFiles } from './files'
import { badStorage } from './storage'

/** Every demand on bad input is tried, and nothing is tried without saying for which. */

const rows: Readonly<Record<keyof typeof demands, readonly { demand: string; case?: string }[]>> = {
  address: badAddresses,
  file: badFiles,
  cell: badCells,
  drawing: [],
  storage: badStorage,
}

test.each(Object.entries(demands).flatMap(([kind, all]) => all.map((demand) => [kind, demand] as const)))(
  '%s: %s',
  (kind, demand) => {
    const own = Object.entries(rows).flatMap(([name, all]) => (name === kind ? all : []))
    const tried = [...own, ...elsewhere].filter((row) => row.demand === demand)
    expect(tried.length, 'rows or tests of this demand').toBeGreaterThan(0)
  },
)

test('every row names a demand of its kind, and no two have the same words', () => {
  for (const [kind, all] of Object.entries(demands)) {
    const own = Object.entries(rows).flatMap(([name, rows]) => (name === kind ? rows : []))
    const known: readonly string[] = all
    for (const { demand } of own) expect(known, kind).toContain(demand)
  }
  for (const own of [badAddresses, badFiles, badStorage]) {
    const titles = own.map((row) => `${row.demand}: ${row.case ?? ''}`)
    expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([])
  }
})

test.each(elsewhere)('$file: $title', ({ demand, file, title }) => {
  expect(Object.values(demands).flat()).toContain(demand)
  expect(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')).toContain(`'${title}`)
})
