import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fillSheets, groupsOf } from '../../lib/deck/sheets'

const item = (height: number, heads = false) => ({ height, heads })

describe('sheets of paper', () => {
  test('hold as much as they have room for, in order', () => {
    const [a, b, c, d] = [item(40), item(60), item(1), item(100)]
    expect(fillSheets([a, b, c, d], 100)).toEqual([[a, b], [c], [d]])
    expect(fillSheets([], 100)).toEqual([])
  })

  test('let a heading go on with what follows it', () => {
    const [text, heading, list] = [item(50), item(20, true), item(40)]
    expect(fillSheets([text, heading, list], 100)).toEqual([[text], [heading, list]])
    expect(fillSheets([text, heading], 100)).toEqual([[text, heading]])
  })

  test('give a sheet of its own to what is taller than one, and end', () => {
    const [tall, small] = [item(300), item(10)]
    expect(fillSheets([small, tall, small], 100)).toEqual([[small], [tall], [small]])
    expect(fillSheets([tall], Number.NaN)).toEqual([[tall]])
  })

  test('lose nothing, hold nothing twice and overflow only where one thing alone does', () => {
    const items = fc.array(fc.record({ height: fc.nat(150), heads: fc.boolean() }))
    fc.assert(
      fc.property(items, (all) => {
        const sheets = fillSheets(all, 100)
        expect(sheets.flat()).toEqual(all)
        for (const sheet of sheets) {
          expect(sheet.length).toBeGreaterThan(0)
          const height = sheet.reduce((sum, own) => sum + own.height, 0)
          expect(sheet.length === 1 || height <= 100).toBe(true)
        }
      }),
    )
  })

  test('are shared out in pairs', () => {
    expect(groupsOf([1, 2, 3], 2)).toEqual([[1, 2], [3]])
    expect(groupsOf([], 2)).toEqual([])
  })
})
