import Papa from 'papaparse'
import { readSheet } from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { csvText, xlsxSheets } from '../../app/_files/spreadsheet'
import { harmless } from '../../lib/export/harmless'
import { assumptionSheet, type Cell, methodSheet, outcomeSheet, sourceSheet } from '../../lib/export/tables'
import { exported, words } from './exported'

/** The files, opened by libraries of others: the same numbers, and nothing that runs. */

const x = exported()
const sheets = [assumptionSheet, outcomeSheet, sourceSheet, methodSheet].map((sheet) => sheet(x, words))
const safe = (cell: Cell) => (typeof cell === 'string' ? harmless(cell) || null : cell)

describe('the workbook', () => {
  test('opens with four sheets, each cell as it was, numbers equal to the engine’s', async () => {
    const buffer = await writeExcelFile(xlsxSheets(sheets)).toBuffer()
    for (const { name, head, rows } of sheets) {
      const [first, ...read] = await readSheet(buffer, name)
      expect(first).toEqual(head)
      expect(read).toHaveLength(rows.length)
      read.forEach((row, i) => expect(row).toEqual(rows[i]?.map(safe)))
    }
  })
})

describe('the tidy table', () => {
  test('comes back from CSV as it was', async () => {
    const table = sheets[1]!
    const text = await csvText(table)
    expect(text.startsWith('\uFEFF')).toBe(true)
    const { data, errors } = Papa.parse<string[]>(text.slice(1).trimEnd(), { newline: '\r\n' })
    expect(errors).toEqual([])
    expect(data[0]).toEqual(table.head)
    data.slice(1).forEach((row, i) => {
      expect(row).toEqual(table.rows[i]?.map((cell) => (cell === null ? '' : String(safe(cell) ?? ''))))
    })
  })
})
