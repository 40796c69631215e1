import { strict as assert } from 'node:assert'
import fc from 'fast-check'
import { csvTable } from '../../app/_files/csv-table'
import { csvText } from '../../app/_files/spreadsheet'
import { Fault, readOptions } from '../../app/_command/options'
import { pieces, tokenKinds } from '../../lib/deck/sentence'
import { guarded, harmless, unguarded } from '../../lib/export/harmless'
import { canonical } from '../../lib/pack/canonical'
import { parse } from '../../lib/pack/load'
import { decodeUtf8 } from '../../lib/pack/bytes'
import { readCell, writeCell } from '../../lib/pack/table-cells'
import { readNumber, readPercent, writeNumber, writePercent } from '../../lib/typed'
import { awkwardEnd } from '../fixtures/full-pack'
import { expectSame, type Law, law, valueOrRefusal } from './law'
import { anyText, changedText } from './mutations'

/** What is read letter by letter: sentences, typed numbers, cells, bytes, JSON and command lines. */

const finite = fc.double({ noNaN: true, noDefaultInfinity: true })
const plainId = fc.stringMatching(/^[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,3}$/)

/** JSON with no key that is refused: what `parse` must give back as `JSON.parse` does. */
const soundJson = () =>
  fc.jsonValue({ maxDepth: 5 }).filter((value) => !/"(__proto__|constructor|prototype)":/.test(JSON.stringify(value)))

/** A template of a sentence: text, computed words, and what only looks like one. */
const template = () => {
  const token = fc
    .tuple(fc.constantFrom(...tokenKinds, 'wrong'), plainId, fc.option(plainId))
    .map(([kind, variable, under]) => `{${kind} ${variable}${under === null ? '' : ` @${under}`}}`)
  const part = fc.oneof(token, anyText(20), fc.constantFrom('{', '}', '{word', '{word }', '{word a @}', '{{word a}}'))
  return fc.array(part, { maxLength: 8 }).map((parts) => parts.join(''))
}

const cellOf = () =>
  fc.oneof(
    fc.tuple(
      fc.constant('text' as const),
      fc.tuple(awkwardEnd, anyText(20)).map((parts) => parts.join('')),
    ),
    fc.tuple(fc.constant('word' as const), plainId),
    fc.tuple(fc.constant('words' as const), fc.array(plainId, { minLength: 1, maxLength: 5 })),
    fc.tuple(fc.constant('number' as const), finite),
    fc.tuple(fc.constant('numbers' as const), fc.array(finite, { minLength: 1, maxLength: 5 })),
    fc.tuple(fc.constant('pairs' as const), fc.array(fc.tuple(finite, finite), { minLength: 1, maxLength: 5 })),
    fc.tuple(fc.constant('flag' as const), fc.boolean()),
    fc.tuple(fc.constant('mark' as const), fc.constant(true)),
  )

const anyOptions = () => {
  const name = fc.constantFrom('scenario', 'assume', 'variant', 'year', 'variable', 'format', 'trace', 'fan', 'lang', 'list', 'pack', 'checks', 'help', 'yaer') // prettier-ignore
  const value = fc.oneof(fc.constantFrom('a=b', 'a=', '=b', 'json', 'csv', 'table', 'es', '2026', ''), anyText(12))
  const option = fc.tuple(name, value).map(([key, said]) => [`--${key}`, said])
  return fc.array(fc.oneof(option, fc.tuple(anyText(12)), name.map((key) => [`--${key}`])), { maxLength: 6 }).map((all) => all.flat()) // prettier-ignore
}

/** Bytes of no text, or of one with one byte that is another. */
const anyBytes = () =>
  fc.oneof(
    fc.uint8Array({ maxLength: 60 }),
    fc
      .tuple(anyText(40), fc.nat(60), fc.nat(255))
      .map(([text, at, byte]) => new TextEncoder().encode(`{}${text}`).map((own, i) => (i === at ? byte : own))),
  )

const fileWords = { expected: 'text', tooLarge: 'Take a smaller one.', otherKind: 'Take another.' }
const fatal = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export const textLaws: readonly Law[] = [
  law(
    'sentence: any template',
    'nothing of a template is lost, and each computed word taken apart again is itself',
    template,
    (text) => {
      const found = pieces(text)
      assert.equal(found.map((piece) => piece.text).join(''), text)
      for (const piece of found) {
        assert.notEqual(piece.text, '')
        if (piece.kind === 'token') expectSame(pieces(piece.text), [piece])
      }
    },
  ),
  law(
    'number in a field: there and back',
    'a number of up to six digits that a field shows is read back as it was, and so is a share in percent',
    () => fc.tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
    ([wide, narrow]) => {
      const value = Number(wide.toPrecision(6)) + 0
      if (value === 0 || Math.abs(value) > 1e-5) assert.equal(readNumber(writeNumber(value)), value)
      const share = Number(narrow.toPrecision(6))
      if (share === 0 || share > 1e-5) assert.equal(readPercent(`${writePercent(share)} %`), share)
    },
  ),
  law(
    'number in a field: any text',
    'any text is no number or a finite one, and what is shown of that is read as the same',
    () => fc.oneof(anyText(30), fc.string({ unit: fc.constantFrom(...'0123456789.,+-−–×x% e'), maxLength: 26 })),
    (text) => {
      for (const number of [readNumber(text), readPercent(text)]) {
        if (number === null) continue
        assert.ok(Number.isFinite(number))
        // Twelve digits, and twelve decimals, are as much as a field shows.
        const shown = readNumber(writeNumber(number))
        if (shown !== null) assert.equal(readNumber(writeNumber(shown)), shown)
      }
    },
  ),
  law(
    'guard of a cell: any text',
    'a guard is undone to the letter, does nothing twice, and nothing behind it runs',
    () => fc.tuple(awkwardEnd, anyText(20)).map((parts) => parts.join('')),
    (text) => {
      assert.equal(unguarded(guarded(text)), text)
      assert.equal(harmless(guarded(text)), guarded(text))
      assert.equal(harmless(harmless(text)), harmless(text))
    },
  ),
  law(
    'cell of a table: there and back',
    'a value of any kind comes back from its cell',
    cellOf,
    ([kind, value]) => {
      const cell = writeCell(kind, value)
      // An empty text has an empty cell, which is read as what its column says of empty ones.
      if (cell === '') return
      expectSame(readCell(kind, String(cell)), { ok: true, value })
    },
  ),
  law(
    'cell of a table: any text',
    'any text in a cell is read, or refused with a reason and a remedy',
    () => fc.tuple(cellOf().map(([kind]) => kind), fc.oneof(anyText(30), fc.string({ unit: fc.constantFrom(...'0123456789.-+e;, '), maxLength: 20 }))), // prettier-ignore
    ([kind, text]) => {
      const read = readCell(kind, text)
      if (!read.ok) valueOrRefusal({ ok: false, issues: [{ path: 'cell', ...read }] })
    },
  ),
  law(
    'CSV: there and back',
    'every cell comes back from CSV to the letter, quotes, line breaks and separators in it too',
    () => fc.array(fc.array(fc.tuple(awkwardEnd, anyText(12)).map((parts) => parts.join('')), { minLength: 2, maxLength: 2 }), { maxLength: 5 }), // prettier-ignore
    async (rows) => {
      const text = await csvText({ name: 'any', head: ['one', 'two'], rows })
      const read = await csvTable('any', text.slice(1))
      const kept = rows.map((row) => row.map(harmless))
      expectSame(read, { ok: true, value: { name: 'any', rows: [['one', 'two'], ...kept, ['']] } })
    },
  ),
  law(
    'CSV: any text',
    'any text is a table, or refused with the line and a remedy',
    () => fc.oneof(anyText(), fc.string({ unit: fc.constantFrom(...'a",;\t\r\n\''), maxLength: 40 })),
    async (text) => {
      const table = valueOrRefusal(await csvTable('any', text))
      if (table) for (const row of table.rows) for (const cell of row) assert.equal(typeof cell, 'string')
    },
  ),
  law(
    'bytes: there and back',
    'the bytes of a text are read as that text, without a mark before it',
    () => anyText(200).map((text) => new TextDecoder().decode(new TextEncoder().encode(text)).replace(/^\uFEFF/, '')),
    (text) => {
      const bytes = new TextEncoder().encode(`{}${text}`)
      expectSame(decodeUtf8(bytes, 10_000, fileWords), { ok: true, value: `{}${text}` })
      const marked = new TextEncoder().encode(`\uFEFF{}${text}`)
      expectSame(decodeUtf8(marked, 10_000, fileWords), { ok: true, value: `{}${text}` })
    },
  ),
  law(
    'bytes: any',
    'any bytes are read as a strict decoder reads them, or refused; where it refuses, so do we',
    anyBytes,
    (bytes) => {
      const text = valueOrRefusal(decodeUtf8(bytes, 10_000, fileWords))
      if (text !== null) assert.equal(text, fatal.decode(bytes).replace(/^\uFEFF/, ''))
    },
  ),
  law(
    'JSON: there and back',
    'JSON comes back as it was, however it is spaced',
    () => fc.tuple(soundJson(), fc.constantFrom(0, 1, '\t')),
    ([value, space]) => expectSame(parse(JSON.stringify(value, null, space)), { ok: true, value: JSON.parse(JSON.stringify(value)) }), // prettier-ignore
  ),
  law(
    'JSON: a key told twice or reaching into prototypes',
    'a doubled or forbidden key anywhere is refused, however it is written',
    () => fc.tuple(soundJson(), fc.constantFrom('__proto__', 'constructor', 'prototype', 'a', '', '"', '\\'), fc.boolean(), soundJson()), // prettier-ignore
    ([value, key, escaped, around]) => {
      const plain = JSON.stringify(key)
      const other = escaped && key !== '' ? `"${[...key].map((own) => `\\u${own.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"` : plain // prettier-ignore
      const twice = `{${plain}:1,"b":${JSON.stringify(value)},${other} :2}`
      assert.equal(parse(`[${JSON.stringify(around)},${twice}]`).ok, false)
    },
  ),
  law(
    'JSON: any text',
    'any text is what JSON.parse makes of it, or refused; and what JSON.parse refuses is refused',
    () => fc.oneof(anyText(), soundJson().map((value) => JSON.stringify(value)).chain(changedText)),
    (text) => {
      const parsed = parse(text)
      if (valueOrRefusal(parsed) !== null && parsed.ok) expectSame(parsed.value, JSON.parse(text))
    },
  ),
  law(
    'canonical text: there and back',
    'canonical text says the same value, and the same text whatever the order of keys',
    soundJson,
    (value) => {
      const text = canonical(value)
      expectSame(JSON.parse(text), JSON.parse(JSON.stringify(value)))
      assert.equal(canonical(reversed(value)), text)
      assert.equal(canonical(JSON.parse(text)), text)
    },
  ),
  law(
    'command line: any words',
    'any words are options, or a mistake that is told in words',
    anyOptions,
    (args) => {
      try {
        assert.ok(readOptions(args))
      } catch (error) {
        if (!(error instanceof Fault)) throw error
        assert.match(error.message, /\p{L}/u)
      }
    },
    { most: 200_000 },
  ),
] // prettier-ignore

/** The same value with the keys of every object in the other order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).reverse().map(([key, inner]) => [key, reversed(inner)])) // prettier-ignore
}
