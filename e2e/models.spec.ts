import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { test } from './explore'
import { faults } from './fit'

/** Models of one's own: checked before they are taken, kept in the browser, and the whole interface runs on them. */

const give = (page: Page, ...files: { name: string; text: string }[]) =>
  page
    .getByLabel('Open files…')
    .last()
    .setInputFiles(files.map(({ name, text }) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) })))
const bytes = (page: Page, name: string, buffer: Buffer) =>
  page.getByLabel('Open files…').last().setInputFiles({ name, mimeType: 'application/json', buffer })
const told = (page: Page) => page.locator('#models').getByRole('status')

test('an unsound pack is refused with every fault, place and remedy, and the model in use stays @soak', async ({
  page,
}) => {
  const teaching = await readFile('data/teaching/pack.json', 'utf8')
  await page.goto('/en/method')
  const broken = JSON.parse(teaching)
  broken.rules[0].effects[0].variable = `${broken.rules[0].effects[0].variable}x`
  broken.rules[1].id = broken.rules[0].id
  await give(page, { name: 'mine.json', text: JSON.stringify(broken) })
  await expect(told(page)).toContainText('2 faults')
  await expect(told(page)).toContainText('Did you mean')
  await expect(told(page)).toContainText('rules[1].id')
  for (const [name, content, reason] of faulty(teaching)) {
    await bytes(page, name, Buffer.from(content))
    await expect(told(page), name).toContainText(`“${name}” was not taken`)
    await expect(told(page), name).toContainText(reason)
  }
  await expect(page.locator('#models').getByRole('row', { name: /Peru and the PRC/ })).toContainText('in use')
  await give(page, { name: 'mine.json', text: '{' }, { name: 'other.json', text: teaching })
  await expect(told(page)).toContainText('not JSON')
  await expect(told(page)).toContainText('other.json')
  expect(await faults(page)).toEqual([])
})

test('an edited pack asks beside the one with its id, is kept, used on every page, and there after a reload @soak', async ({
  page,
}) => {
  const teaching = JSON.parse(await readFile('data/teaching/pack.json', 'utf8'))
  teaching.meta.title.en = 'My harbour'
  await page.goto('/en/method')
  await give(page, { name: 'mine.json', text: JSON.stringify(teaching) })
  await expect(told(page)).toContainText('There is already a pack called')
  await page.getByRole('button', { name: 'Keep both' }).click()
  await expect(told(page)).toContainText('sound and kept in this browser')
  await told(page).getByRole('button', { name: 'Use it' }).click()
  await expect(page.locator('#models').getByRole('row', { name: /My harbour/ })).toContainText('in use')
  expect(new URL(page.url()).searchParams.get('model')).toMatch(/^teaching\.[0-9a-f]{8}$/)
  await page.reload()
  await expect(page.locator('#models').getByRole('row', { name: /My harbour/ })).toContainText('in use')
  for (const tab of ['Explore', 'Compare', 'Evidence', 'Rules']) {
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: tab, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(new URL(page.url()).searchParams.get('model'), tab).toMatch(/^teaching\./)
    await expect(page.locator('main')).not.toContainText(/PRC|Peru|Chancay/)
  }
})

test('a model that this browser does not have is told, and the usual one is shown', async ({ page }) => {
  await page.goto('/es?model=otro.00000000')
  await expect(page.getByText('El modelo «otro.00000000» no está en este navegador')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Línea base, mediados de 2022')
})

test('the whole pack leaves as JSON and as tables, and comes back as the same', async ({ page }) => {
  await page.goto('/en/method?model=teaching')
  // The page is alive, and on the pack that the address names.
  await expect(page.locator('#models').getByRole('row', { name: /Maredal/ })).toContainText('in use')
  for (const how of ['Whole pack (JSON)', 'Tables (CSV, in a zip)']) {
    const begun = page.waitForEvent('download')
    await page.getByRole('button', { name: how }).click()
    const download = await begun
    await page
      .getByLabel('Open files…')
      .last()
      .setInputFiles({
        name: download.suggestedFilename(),
        mimeType: '',
        buffer: await readFile(await download.path()),
      })
    await expect(told(page)).toContainText('is here already, with the same content')
    await give(page, { name: 'x.json', text: '[]' })
    await expect(told(page)).toContainText('was not taken')
  }
})

/** Files that are no sound pack, each with what must be said of it. */
function faulty(teaching: string): [name: string, content: string | Uint8Array, reason: string | RegExp][] {
  const edited = (edit: (pack: ReturnType<typeof JSON.parse>) => void) => {
    const pack = JSON.parse(teaching)
    edit(pack)
    return JSON.stringify(pack)
  }
  return [
    ['empty.json', '', /not JSON|empty/],
    ['utf16.json', Buffer.from(teaching.slice(0, 2000), 'utf16le'), 'UTF-16'],
    ['comment.json', `// mine\n${teaching}`, 'not JSON'],
    ['comma.json', teaching.replace(/\}\s*$/, ',}'), 'not JSON'],
    ['long.json', ' '.repeat(10_000_000), /bytes long|characters long/],
    ['brackets.json', '['.repeat(1_000_000), 'nested deeper'],
    ['prototype.json', teaching.replace('"rules"', '"__proto__": 1, "rules"'), '__proto__'],
    ['twice.json', teaching.replace('"rules"', '"links": [], "rules"'), 'stands twice'],
    ['picture.json', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10), 'a PNG picture'],
    ['archive.json', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), 'zip'],
    ['scenarios.json', '{"format":"encrucijada-scenarios","version":1}', 'scenario file'],
    ['text.json', edited((pack) => (pack.rules[0].onset = '2024')), 'does not fit'],
    ['huge.json', edited((pack) => (pack.rules[0].effects[0].high = 1e308)), /can grow|finite|sum/],
    ['order.json', edited((pack) => (pack.rules[0].effects[0].low = 40)), /above central|above high/],
    ['onset.json', edited((pack) => (pack.rules[0].onset = 1999)), 'outside the horizon'],
    ['unknown.json', edited((pack) => (pack.rules[0].color = 'url(x)')), 'color'],
    ['language.json', edited((pack) => delete pack.rules[0].effects[0].reason.es), 'both languages'],
    ['turned.json', edited((pack) => (pack.meta.title.en = 'a\u202Eb')), 'bidirectional'],
    ['many.json', edited((pack) => (pack.rules = Array(5000).fill(pack.rules[0]))), 'at most 4000'],
    [
      'circle.json',
      edited((pack) =>
        pack.links.push({
          ...pack.links[0],
          id: 'loud',
          from: pack.links[0].to,
          to: pack.links[0].from,
          strength: 900,
        }),
      ),
      'explode',
    ],
  ]
}
