import type { Cell as ExcelCell } from 'write-excel-file/universal'
import { harmless } from '../../lib/export/harmless'
import type { Cell, Sheet } from '../../lib/export/tables'
import { download } from './download'

/** Widest column of a workbook, in characters. */
const widest = 60

/** One sheet as the writer of workbooks takes it: bold head, numbers as numbers, texts that cannot run. */
export interface ExcelSheet {
  sheet: string
  data: ExcelCell[][]
  columns: { width: number }[]
  stickyRowsCount: number
}

/** Make the sheets of a workbook from tables. */
export function xlsxSheets(sheets: readonly Sheet[]): ExcelSheet[] {
  return sheets.map(({ name, head, rows }) => ({
    sheet: name,
    data: [
      head.map((text) => ({ value: harmless(text), type: String, fontWeight: 'bold' as const })),
      ...rows.map((row) => row.map(excelCell)),
    ],
    columns: head.map((text, i) => ({
      width: Math.min(
        widest,
        3 + Math.max(text.length, ...rows.slice(0, 200).map((row) => String(shortened(row[i] ?? '')).length)),
      ),
    })),
    stickyRowsCount: 1,
  }))
}

function excelCell(cell: Cell): ExcelCell {
  if (cell === null || cell === '') return null
  return typeof cell === 'number' ? { value: cell, type: Number } : { value: harmless(cell), type: String }
}

/** A number as wide as it is shown, not as it is kept. */
function shortened(cell: Cell): Cell {
  return typeof cell === 'number' ? Number(cell.toPrecision(6)) : cell
}

/** Make a table as CSV text: RFC 4180, a byte-order mark for spreadsheets, numbers in full, texts that cannot run. */
export async function csvText({ head, rows }: Sheet): Promise<string> {
  const { default: Papa } = await import('papaparse')
  const cells = [head, ...rows].map((row) => row.map((cell) => (typeof cell === 'string' ? harmless(cell) : cell)))
  return `\uFEFF${Papa.unparse(cells)}\r\n`
}

/** Save tables as the sheets of one workbook. */
export async function saveXlsx(sheets: readonly Sheet[], name: string) {
  const { default: writeExcelFile } = await import('write-excel-file/universal')
  download(await writeExcelFile(xlsxSheets(sheets)).toBlob(), `${name}.xlsx`)
}

/** Save one table as CSV. */
export async function saveCsvTable(sheet: Sheet, name: string) {
  download(new Blob([await csvText(sheet)], { type: 'text/csv' }), `${name}.csv`)
}
