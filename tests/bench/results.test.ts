import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { proofRows } from './readme'
import { readResults } from './results'
import { sizes } from './growth/rows'

/** What the README quotes is there: a row for every goal, judged on a machine that was not too busy. */
const results = readResults()

test('every goal has its rows, and each says whether it is met or why it is only told', () => {
  const rows = [...(results.engine?.rows ?? []), ...(results.browser?.rows ?? [])]
  expect([...new Set(rows.map(({ id }) => id))].sort()).toEqual(
    ['P1', 'P10', 'P11', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9'], // prettier-ignore
  )
  for (const id of ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9', 'P10', 'P11'])
    expect(
      rows.some((row) => row.id === id && row.met !== null),
      id,
    ).toBe(true)
})

test('growth has every size', () => {
  expect(results.growth?.rows.length).toBeGreaterThan(5)
  expect(JSON.stringify(results.growth)).toContain(`"times":${sizes.at(-1)}`)
})

test('the README quotes these figures and no others (the bench rewrites them)', () => {
  const plain = (text: string) => text.replace(/[ \t]+/g, ' ')
  expect(plain(readFileSync('README.md', 'utf8'))).toContain(plain(proofRows()))
})
