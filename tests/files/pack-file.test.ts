import fc from 'fast-check'
import { strToU8, unzipSync, Zip, ZipDeflate, zipSync, type Zippable } from 'fflate'
import Papa from 'papaparse'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { openPackFiles, savePackJson, savePackTables } from '../../app/_files/pack-file'
import { packs } from '../../data/index'
import { formatIssue } from '../../lib/fail'
import { load } from '../../lib/pack/load'
import { limits } from '../../lib/pack/limits'
import { put } from '../fixtures/put'
import { sound } from '../fixtures/sound'
import { tinyPack } from '../fixtures/tiny-pack'

/** Packs as files: what is saved opens again, and whatever a stranger hands in is a sound pack or a clear refusal. */

const saved = vi.hoisted((): { blob: Blob; name: string }[] => [])
vi.mock('../../app/_files/download', () => ({ download: (blob: Blob, name: string) => saved.push({ blob, name }) }))
beforeEach(() => void saved.splice(0))

const tiny = sound(tinyPack())
const tinyText = JSON.stringify(tinyPack(), null, 2)

const file = (content: BlobPart, name = 'pack.json') => new File([content], name)
/** What a save hands to the browser, as the file it becomes. */
function savedFile(): File {
  const [first] = saved
  if (!first) throw new Error('Nothing was saved.')
  return new File([first.blob], first.name)
}
/** Texts as they are, marks included. */
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
async function tableFiles(pack = tiny): Promise<Record<string, string>> {
  await savePackTables(pack)
  const entries = unzipSync(new Uint8Array(await savedFile().arrayBuffer()))
  return Object.fromEntries(Object.entries(entries).map(([name, bytes]) => [name, utf8.decode(bytes)]))
}
const csvFiles = (texts: Record<string, string>) => Object.entries(texts).map(([name, text]) => file(text, name))
const zipFile = (entries: Zippable, name = 'pack.zip') => file(zipSync(entries).slice(), name)

/** Expect a refusal, each issue with every part said and nothing hidden in it; gives it as lines. */
async function refused(...files: File[]): Promise<string> {
  const opened = await openPackFiles(files)
  expect(opened.ok).toBe(false)
  if (opened.ok) return ''
  expect(opened.issues.length).toBeGreaterThan(0)
  for (const issue of opened.issues)
    for (const part of [issue.path, issue.message, issue.expected, issue.hint]) {
      expect(part).not.toBe('')
      expect(part).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u)
    }
  return opened.issues.map(formatIssue).join('\n')
}

describe('saved and opened again', () => {
  test.each(Object.entries(packs))('%s, as one file and as tables', async (id, content) => {
    const pack = sound(content)
    savePackJson(pack)
    expect(saved[0]?.name).toBe(`${id}-${pack.meta.version}.json`)
    expect(await openPackFiles([savedFile()])).toStrictEqual({ ok: true, value: pack, leftOut: [] })
    saved.splice(0)
    await savePackTables(pack)
    expect(saved[0]?.name).toBe(`${id}-${pack.meta.version}-tables.zip`)
    expect(await openPackFiles([savedFile()])).toStrictEqual({ ok: true, value: pack, leftOut: [] })
  })
  test('the file can be read, and tells an editor its schema', async () => {
    savePackJson(tiny)
    const lines = (await savedFile().text()).split('\n')
    expect(lines.slice(0, 3)).toEqual(['{', '  "$schema": "pack.schema.json",', '  "meta": {'])
  })
  test('a pack too large with its spaces is saved without them', async () => {
    const evidence = Array.from({ length: 1000 }, (_, i) => ({
      ...tinyPack().evidence[i % 2],
      id: i === 0 ? 'trade-exports' : i === 1 ? 'ports-berths' : `fact-${i}`,
      claim: { en: 'x'.repeat(3850), es: 'y'.repeat(3850) },
      notes: Array.from({ length: 40 }, () => 1),
    }))
    const pack = sound({ ...tinyPack(), evidence })
    expect(JSON.stringify(pack, null, 2).length).toBeGreaterThan(limits.bytes)
    savePackJson(pack)
    expect((await openPackFiles([savedFile()])).ok).toBe(true)
  })
  test('the archive says what its tables hold, one line each', async () => {
    const { 'README.txt': readme = '', ...tables } = await tableFiles()
    expect(readme).toContain('Tiny')
    for (const name of Object.keys(tables)) expect(readme).toMatch(new RegExp(`^${name} +\\w`, 'm'))
  })
  test('no cell of a table can run, and each begins with a mark for spreadsheets', async () => {
    const texts = await tableFiles(sound(put(tinyPack(), 'evidence[0].figure', '=HYPERLINK("x")')))
    expect(texts['evidence.csv']).toContain(`"'=HYPERLINK(""x"")"`)
    for (const [name, text] of Object.entries(texts)) if (name !== 'README.txt') expect(text[0], name).toBe('\uFEFF')
  })
})

describe('tables as people hand them in', () => {
  const same = { ok: true, value: tiny }
  test('all CSV files at once, in whatever order and case', async () => {
    const files = csvFiles(await tableFiles()).toReversed()
    const renamed = files.map((one) => file(one, one.name.replace('rules.csv', 'Rules.CSV')))
    expect(await openPackFiles(renamed)).toStrictEqual({ ...same, leftOut: ['README.txt'] })
  })
  test('with semicolons, with tabs, with line breaks of either kind and without a mark', async () => {
    for (const [separator, line] of [
      [';', '\r\n'],
      ['\t', '\n'],
      [',', '\r'],
    ] as const) {
      // prettier-ignore
      const texts = Object.entries(await tableFiles()).filter(([name]) => name !== 'README.txt')
      const files = texts.map(([name, text]) => {
        const { data } = Papa.parse<string[]>(text.slice(1))
        return file(Papa.unparse(data, { delimiter: separator, newline: line }), name)
      })
      expect(await openPackFiles(files)).toStrictEqual({ ...same, leftOut: [] })
      saved.splice(0)
    }
  })
  test('in a folder of the archive, with what a Mac adds', async () => {
    const entries = Object.entries(await tableFiles()).map(([name, text]) => [`tiny tables/${name}`, strToU8(text)])
    const zip = zipFile({
      ...Object.fromEntries(entries),
      '__MACOSX/tiny tables/._rules.csv': strToU8('\0\0'),
      'tiny tables/sales.csv': strToU8('a,b'),
      'tiny tables/photo.png': strToU8('x'),
    })
    const opened = await openPackFiles([zip])
    expect(opened.ok).toBe(true)
    expect([...opened.leftOut].sort()).toEqual(['tiny tables/photo.png', 'tiny tables/sales.csv'])
  })
  test('in an archive written in one go, which tells its sizes afterwards', async () => {
    const pieces: Uint8Array[] = []
    const zip = new Zip((_, piece) => void pieces.push(piece))
    for (const [name, text] of Object.entries(await tableFiles())) {
      const entry = new ZipDeflate(name)
      zip.add(entry)
      entry.push(strToU8(text), true)
    }
    zip.end()
    expect(await openPackFiles([file(Buffer.concat(pieces), 'pack.zip')])).toStrictEqual({ ...same, leftOut: [] })
  })
  test('stored without compression', async () => {
    const entries = Object.entries(await tableFiles()).map(([name, text]) => [name, [strToU8(text), { level: 0 }]])
    expect(await openPackFiles([zipFile(Object.fromEntries(entries))])).toStrictEqual({ ...same, leftOut: [] })
  })
})

describe('which of several files is opened', () => {
  test('one whole pack, the others told', async () => {
    const others = Array.from({ length: 49 }, (_, i) => file('x', `${i}.txt`))
    const opened = await openPackFiles([
      ...others,
      file(tinyText, 'a.JSON'),
      file(tinyText, 'b.json'),
      file('', 'c.zip'),
    ])
    expect(opened).toStrictEqual({ ok: true, value: tiny, leftOut: [...others.map(({ name }) => name), 'b.json', 'c.zip'] }) // prettier-ignore
  })
  test('a pack under a name without an ending', async () => {
    expect((await openPackFiles([file(tinyText, 'pack')])).ok).toBe(true)
  })
  test('nothing at all', async () => {
    expect(await refused()).toMatch(/no file was chosen/)
  })
  test('a folder, or a file that went away, is told by name', async () => {
    const gone = file('x', 'gone.json')
    gone.arrayBuffer = () => Promise.reject(new Error('NotFoundError'))
    expect(await refused(gone)).toMatch(/^gone.json: it could not be read/)
  })
  test('names of files are told without what hides or turns', async () => {
    const opened = await openPackFiles([file(tinyText), file('x', 'a\u202Egnp.txt')])
    expect(opened.leftOut).toEqual(['agnp.txt'])
  })
})

const changed = (place: string, value: unknown) => JSON.stringify(put(tinyPack(), place, value))

describe('whole packs that are not taken', () => {
  test('all faults at once, each with its place', async () => {
    const pack = put(put(tinyPack(), 'rules[0].onset', 1999), 'links[0].to', 'import')
    expect(await refused(file(JSON.stringify(pack)))).toMatch(/rules\[0\].onset.*\n.*links\[0\].to/)
  })

  test.each([10, 50])('%d megabytes are refused before they are read', async (megabytes) => {
    for (const name of ['pack.zip', 'rules.csv']) {
      const large = file(new Uint8Array(megabytes * 1_000_000), name)
      const read = vi.spyOn(large, 'arrayBuffer')
      expect(await refused(large)).toMatch(/000000 bytes long. Expected at most 8000000 bytes/)
      expect(read).not.toHaveBeenCalled()
    }
  })
})

describe('tables and archives that are not taken', () => {
  const withText = async (name: string, change: (text: string) => string) => {
    const { 'README.txt': _, ...texts } = await tableFiles()
    return csvFiles({ ...texts, [name]: change(texts[name] ?? '') })
  }
  test('faults of cells and of the pack by table, line and column', async () => {
    const files = await withText('effects.csv', (text) => text.replace(',1.5,2,3,', ',1.5,two,3,'))
    expect(await refused(...files)).toMatch(/^table effects, line 2, column "central": "two" is no number/)
    const unsound = await withText('effects.csv', (text) => text.replace(',1.5,2,3,', ',1.5,4,3,'))
    expect(await refused(...unsound)).toMatch(/^table effects, line 2: central 4 is above high 3/)
  })
  test('a table missing, and one that is none', async () => {
    const files = (await withText('links.csv', String)).filter(({ name }) => name !== 'rules.csv')
    expect(await refused(...files, file('', 'rule.csv'))).toMatch(
      /^table rules: this table is missing.*There is "rule"/,
    )
    expect(await refused(file('a,b', 'sales.csv'))).toMatch(/no file here is a table.*rules.csv/)
  })
  test('quotes that do not end', async () => {
    const files = await withText('rules.csv', (text) => `${text}"x,2022,1,,`)
    expect(await refused(...files)).toMatch(/^table rules, line \d+: a text in quotes does not end/)
  })
  test('a table in UTF-16 or Latin-1, by its name', async () => {
    const utf16 = await withText('rules.csv', String)
    const files = utf16.map((one) =>
      one.name === 'rules.csv' ? file(Uint8Array.from(Buffer.from('id,onset', 'utf16le')), one.name) : one,
    )
    expect(await refused(...files)).toMatch(/^rules.csv, offset 0: the file is in UTF-16/)
  })
  test('a table of a million lines', async () => {
    const files = await withText('rules.csv', (text) => text + 'x\r\n'.repeat(1_000_000))
    expect(await refused(...files)).toMatch(/^table rules: more than 240000 lines/)
  })
  test('a bomb, honest or not about its size, is stopped before it has burst', async () => {
    const bomb = zipSync({ 'rules.csv': new Uint8Array(20_000_000) })
    expect(bomb.length).toBeLessThan(limits.bytes / 100)
    expect(await refused(file(bomb.slice(), 'pack.zip'))).toMatch(/too large when unzipped/)
    expect(await refused(file(lying(bomb, 20_000_000, 100).slice(), 'pack.zip'))).toMatch(/too large when unzipped/)
    const small = zipSync({ 'rules.csv': strToU8('id,onset\r\n'.repeat(50)) })
    expect(await refused(file(lying(small, 500, 9_000_000).slice(), 'pack.zip'))).toMatch(/too large when unzipped/)
    expect(await refused(file(lying(small, 500, 499).slice(), 'pack.zip'))).toMatch(/broken or locked/)
  })
  test.each<[string, Uint8Array, RegExp]>([
    ['no archive', strToU8('hello'), /not a zip archive/],
    ['an empty file', new Uint8Array(), /not a zip archive/],
    ['an archive without tables', zipSync({ 'xl/workbook.xml': strToU8('x') }), /no file here is a table/],
    ['an empty archive', zipSync({}), /no file here is a table/],
    [
      'half an archive',
      zipSync({ 'rules.csv': strToU8('id,onset') }).subarray(0, 60),
      /not a zip archive, or a broken/,
    ],
    ['a thousand files', zipSync(Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`${i}.csv`, strToU8('')]))), /more than 500 files/], // prettier-ignore
  ])('%s', async (_, bytes, reason) => {
    expect(await refused(file(bytes.slice(), 'pack.zip'))).toMatch(reason)
  })
  test('a workbook is to be saved as tables first', async () => {
    expect(await refused(file(zipSync({ 'xl/workbook.xml': strToU8('x') }).slice(), 'pack.xlsx'))).toMatch(/zip archive, such as an Excel workbook.*saved as CSV/) // prettier-ignore
  })
})

/** The archive with another size of its contents wherever it tells it. */
function lying(archive: Uint8Array, size: number, told: number): Uint8Array {
  const copy = archive.slice()
  const view = new DataView(copy.buffer)
  for (let at = 0; at + 4 <= copy.length; at++) if (view.getUint32(at, true) === size) view.setUint32(at, told, true)
  return copy
}

describe('random changes never throw', () => {
  const anyChange = fc.tuple(fc.nat(1_000_000), fc.nat(12), fc.string({ unit: 'binary', maxLength: 6 }))
  const judged = async (...files: File[]) => {
    const opened = await openPackFiles(files)
    if (opened.ok) expect(load(opened.value).ok).toBe(true)
    else expect(opened.issues.length).toBeGreaterThan(0)
    return opened.ok
  }
  const cut = (text: string, [at, length, by]: [number, number, string]) => {
    const start = at % (text.length + 1)
    return text.slice(0, start) + by + text.slice(start + length)
  }

  test('of the values of a whole pack, 200 of them', async () => {
    const places = placesOf(tinyPack())
    const anyValue = fc.oneof(fc.jsonValue(), fc.constantFrom(undefined, null, '', [], {}, 1e308, -1, '<b>', '2022'))
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...places),
        anyValue,
        async (place, value) => void (await judged(file(changed(place, value)))),
      ),
      { seed: 82, numRuns: 200 },
    )
  })
  test('of a table, 200 of them', async () => {
    const { 'README.txt': _, ...texts } = await tableFiles()
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(texts)), anyChange, async (name, change) => {
        await judged(...csvFiles({ ...texts, [name]: cut(texts[name] ?? '', change) }))
      }),
      { seed: 83, numRuns: 200 },
    )
  })
  test('of an archive, 500 of them', async () => {
    await savePackTables(tiny)
    const archive = new Uint8Array(await savedFile().arrayBuffer())
    const anyByte = fc.tuple(fc.nat(archive.length - 1), fc.nat(255))
    await fc.assert(
      fc.asyncProperty(fc.array(anyByte, { minLength: 1, maxLength: 4 }), fc.nat(3), async (bytes, shorter) => {
        const copy = archive.slice(0, archive.length - shorter)
        for (const [at, byte] of bytes) copy[at] = byte
        await judged(file(copy, 'pack.zip'))
      }),
      { seed: 84, numRuns: 500 },
    )
  })
})

/** Every place in a tree, written as in code. */
function placesOf(value: unknown, place = ''): string[] {
  if (typeof value !== 'object' || value === null) return [place]
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = Array.isArray(value) ? `${place}[${key}]` : place ? `${place}.${key}` : key
    return [at, ...placesOf(inner, at)]
  })
}
