// @vitest-environment jsdom
import Papa from 'papaparse'
import { readSheet } from 'read-excel-file/node'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { saveCsv } from '../../app/_charts/save'
import { csvTable } from '../../app/_files/csv-table'
import { csvText, xlsxSheets } from '../../app/_files/spreadsheet'
import { guarded, unguarded } from '../../lib/export/harmless'
import { badCells } from './cells'

/** Texts in tables that leave, read back by a reader of RFC 4180 and by the libraries of others. */

const saved = vi.hoisted((): Blob[] => [])
vi.mock('../../app/_files/download', () => ({ download: (blob: Blob) => saved.push(blob) }))
beforeEach(() => void saved.splice(0))

/** Read CSV by RFC 4180 alone: cells with commas between, in quotes or not, quotes within doubled, CR LF after each line. */
function rfc4180(text: string): string[][] {
  const rows: string[][] = [[]]
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/y
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex
    const [whole, quoted, plain = '', end] = cell.exec(text) ?? []
    if (whole === undefined) throw new Error(`Not RFC 4180 at ${at}: ${JSON.stringify(text.slice(at, at + 30))}`)
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === '\r\n' && cell.lastIndex < text.length) rows.push([])
  }
  return rows
}

const filled = badCells.filter(({ text }) => text !== '')
const texts = filled.map(({ text }) => text)
const reads = filled.map(({ read }) => read)

describe('a text in a table that leaves', () => {
  test.each(badCells.map((row) => [row.demand, JSON.stringify(row.text), row] as const))(
    '%s: %s',
    async (_, _text, { text, read }) => {
      const csv = await csvText({ name: 'x', head: [text, 'second'], rows: [['first', text]] })
      expect(csv[0], 'a mark for spreadsheets').toBe('\uFEFF')
      expect(rfc4180(csv.slice(1))).toEqual([
        [read, 'second'],
        ['first', read],
      ])
      await saveCsv([[text, 1.5]], 'x')
      expect(rfc4180((await saved[0]?.text()) ?? '')).toEqual([[read, '1.5']])
      expect(unguarded(guarded(text)), 'a table of a pack gives it back to the letter').toBe(text)
    },
  )

  test('is the same in a workbook, where no cell is a formula', async () => {
    const [sheet] = xlsxSheets([{ name: 'x', head: ['a'], rows: texts.map((text) => [text]) }])
    if (!sheet) throw new Error('There is no sheet.')
    expect(
      sheet.data.flat().every((cell) => cell && typeof cell === 'object' && Reflect.get(cell, 'type') === String),
    ).toBe(true)
    // XML holds no NUL and reads a lone CR as a line break.
    const held = (text: string) => text.replace(/\0/g, '').replace(/\r\n?/g, '\n').trim()
    const writable = {
      ...sheet,
      data: sheet.data.filter(([cell]) => !String(Reflect.get(Object(cell), 'value')).includes('\0')),
    }
    const [, ...rows] = await readSheet(await writeExcelFile([writable]).toBuffer(), 'x')
    expect(rows.map(([cell]) => held(String(cell)))).toEqual(reads.filter((text) => !text.includes('\0')).map(held))
  })

  test('comes back from a table that a spreadsheet wrote with semicolons, or with tabs', async () => {
    const rows = [['id', 'text'], ...reads.map((read, i) => [`r${i}`, read])]
    for (const delimiter of [';', '\t', ','])
      expect(await csvTable('x', Papa.unparse(rows, { delimiter }))).toEqual({ ok: true, value: { name: 'x', rows } })
  })
})
