import { readFile } from 'node:fs/promises'
import { expect, type Locator, type Page } from '@playwright/test'
import { drawer, events, labels, ladderRows, link, locales, numberOf, parseRow, test, visit, words } from './explore'

/** What leaves the page as a file, and the tables behind the charts: the same numbers, and safe to open. */

const say = {
  en: {
    source: /Source: R\. Evan Ellis, .*Evidence to mid-2022\./,
    changed: 'Assumptions changed:',
    total: 'Total trade with the PRC',
    sectors: 'Mean shift of risks by sector',
  },
  es: {
    source: /Fuente: R\. Evan Ellis, .*Evidencia a mediados de 2022\./,
    changed: 'Supuestos cambiados:',
    total: 'Comercio total con China',
    sectors: 'Cambio medio de los riesgos por sector',
  },
} as const

/** Open a chart's menu, by the name of the chart, and choose from it. */
async function choose(page: Page, within: Page | Locator, name: string, action: string) {
  await within.getByRole('button', { name, exact: true }).click()
  await page.getByRole('menuitem', { name: action, exact: true }).click()
}

async function save(
  page: Page,
  within: Page | Locator,
  name: string,
  kind: 'PNG' | 'SVG' | 'CSV',
  locale: 'en' | 'es',
) {
  const begun = page.waitForEvent('download')
  await choose(page, within, name, `${locale === 'en' ? 'Save as' : 'Guardar como'} ${kind}`)
  const download = await begun
  expect(await download.failure()).toBeNull()
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

/** The cells of a CSV file, by RFC 4180 alone. */
function cellsOf(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}

/** A number whatever it is written like; any other text as it is, without the apostrophe that keeps a cell from running. */
const plain = (cell: string) => (/^[+−-]?[\d,]+(\.\d+)?$/.test(cell) ? `${numberOf(cell)}` : cell.replace(/^'/, ''))

/** The cells of the table on screen, heads of rows included. */
const tableOf = (table: Locator) =>
  table
    .getByRole('row')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')))

/** The only sentence that a failed file leaves. Next keeps an empty alert of its own on every page. */
const failed = (page: Page) => page.getByRole('alert').getByText(/^The file could not be made|^No se pudo crear/)

/** The charts of Explore that have files, and how their pictures are headed. */
const charts = [
  {
    what: 'the ladder',
    query: link,
    name: (locale: 'en' | 'es') => words[locale].ladder,
    rows: 23,
    title: /^How likely is each adverse event\?$/,
  },
  {
    what: 'an indicator',
    query: link,
    name: (locale: 'en' | 'es') => say[locale].total,
    rows: 10,
    title: /^Comercio total .*China$/,
  },
  {
    what: 'the matrix of sectors',
    query: `${link}&view=sectors`,
    name: (locale: 'en' | 'es') => say[locale].sectors,
    rows: 5,
    title: /^Mean shift of risks by sector$/,
  },
  {
    what: 'the running total',
    query: `${link}&open=direct-deal`,
    name: (locale: 'en' | 'es') => words[locale].why,
    rows: 2,
    title: /licitación/,
  },
] as const

for (const [i, { what, query, name, rows, title }] of charts.entries()) {
  const locale = locales[i % 2] ?? 'en'
  test(`${what} is saved as PNG, SVG and CSV with its numbers, its assumptions and its source (${locale})${i > 0 ? ' @soak' : ''}`, async ({
    page,
  }) => {
    // A dark room saves dark pictures; their colours are resolved all the same.
    if (i > 1) await page.addInitScript(() => localStorage.setItem('encrucijada-theme', 'projector'))
    await visit(page, locale, query)
    const menu = words[locale].actions(name(locale))
    const within = what === 'the running total' ? drawer(page, locale) : page
    await choose(page, within, menu, words[locale].asTable)
    const shown = await tableOf(page.getByRole('table').first())
    await choose(page, within, menu, words[locale].asChart)
    expect(shown.length - 1).toBeGreaterThanOrEqual(rows)

    const csv = await save(page, within, menu, 'CSV', locale)
    expect(csv.name).toMatch(/^encrucijada-[\p{L}\p{N}._-]+\.csv$/u)
    expect([...csv.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const cells = cellsOf(csv.bytes.subarray(3).toString('utf8'))
    expect(cells.slice(0, shown.length).map((row) => row.map(plain))).toEqual(shown.map((row) => row.map(plain)))
    expect(cells.flat().filter((cell) => /^[=+\-@\t\r\0|;]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell))).toEqual([])
    const said = cells.slice(shown.length).flat().join('\n')
    expect(said).toMatch(say[locale].source)
    expect(said).toContain(say[locale].changed)

    const svg = await save(page, within, menu, 'SVG', locale)
    expect(svg.name).toMatch(/^encrucijada-[\p{L}\p{N}._-]+\.svg$/u)
    const drawn = svg.bytes.toString('utf8')
    const read = await page.evaluate((text) => {
      const file = new DOMParser().parseFromString(text, 'image/svg+xml')
      return {
        root: file.documentElement.localName,
        broken: file.querySelector('parsererror')?.textContent ?? null,
        texts: [...file.querySelectorAll('text')].map((text) => text.textContent),
        active: file.querySelectorAll('script, foreignObject, a, [href], [onload]').length,
      }
    }, drawn)
    expect(read).toMatchObject({ root: 'svg', broken: null, active: 0 })
    expect(drawn).not.toContain('var(')
    expect(drawn).not.toMatch(/(fill|stroke)="\s*"|NaN|undefined|Infinity/)
    const line = read.texts.join(' ')
    expect(read.texts[0]).toMatch(title)
    expect(line).toMatch(say[locale].source)
    expect(line).toContain(say[locale].changed)
    if (what === 'the ladder') for (const [event = ''] of shown.slice(1)) expect(read.texts).toContain(event)

    const png = await save(page, within, menu, 'PNG', locale)
    expect(png.name).toMatch(/^encrucijada-[\p{L}\p{N}._-]+\.png$/u)
    expect([...png.bytes.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    expect(png.bytes.length).toBeGreaterThan(10_000)
    const width = Number(/^<svg[^>]* width="([\d.]+)"/.exec(drawn)?.[1])
    expect(png.bytes.readUInt32BE(16)).toBe(Math.round(2 * width))
    await expect(failed(page)).toHaveCount(0)
  })
}

test('the tables of the ladder and of an indicator say what their charts say', async ({ page }) => {
  await visit(page, 'en', link)
  const rows = (await labels(ladderRows(page))).map((label) => parseRow(label, 'en'))
  await choose(page, page, words.en.actions(words.en.ladder), words.en.asTable)
  const signed = (shift: number) => (shift > 0 ? `+${shift}` : `${shift}`.replace('-', '−'))
  expect(await tableOf(page.getByRole('table'))).toEqual([
    ['Event', 'Baseline', '2026', '5% point', '95% point', 'Shift, points'],
    ...rows.map((row) => [row.name, row.baseline, row.percent, row.low, row.high, signed(row.shift)]),
  ])
  const chart = page.getByRole('button', { name: /^Total trade with the PRC: / })
  const [, end, low, high] = /: ([\d.]+) .*range ([\d.]+) to ([\d.]+)\. /.exec((await labels(chart))[0] ?? '') ?? []
  await choose(page, page, words.en.actions('Total trade with the PRC'), words.en.asTable)
  const last = (await tableOf(page.getByRole('table', { name: /^Total trade/ }))).at(-1)
  expect([last?.[0], last?.[2], last?.[3], last?.[7]]).toEqual(['2030', end, low, high])
  // They live: a toggle moves it like the chart.
  await page.getByRole('radio', { name: 'Castillo stays' }).click()
  const bribery = rows.find(({ name }) => name === events.en.bribery)
  await expect(page.getByRole('row', { name: events.en.bribery })).not.toContainText(bribery?.percent ?? '%')
})

test('a picture that cannot be made says so, and the next one clears it', async ({ page }) => {
  await visit(page, 'en')
  await page.evaluate(() => {
    const draw = HTMLCanvasElement.prototype.toBlob
    Reflect.set(HTMLCanvasElement.prototype, 'toBlob', function (this: HTMLCanvasElement, done: BlobCallback) {
      Reflect.set(HTMLCanvasElement.prototype, 'toBlob', draw)
      done(null)
    })
  })
  const menu = words.en.actions(words.en.ladder)
  await choose(page, page, menu, 'Save as PNG')
  await expect(failed(page)).toBeVisible()
  const { bytes } = await save(page, page, menu, 'PNG', 'en')
  expect(bytes.length).toBeGreaterThan(10_000)
  await expect(failed(page)).toHaveCount(0)
})
