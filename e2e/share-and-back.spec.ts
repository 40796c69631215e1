import { expect, type Page } from '@playwright/test'
import {
  assumption,
  drawer,
  indicator,
  labels,
  ladderRows,
  link,
  type Locale,
  parseRow,
  screenOf,
  settled,
  stateOf,
  test,
  visit,
  words,
} from './explore'

/** The address is the screen: what back, forward, reload, a shared link and a broken one show. */

test('back, u and the button undo; forward, shift+u and the button redo', async ({ page }) => {
  await visit(page, 'en')
  const undo = page.getByRole('button', { name: words.en.undo })
  const redo = page.getByRole('button', { name: words.en.redo })
  await expect(undo).toBeDisabled()
  const screens = [await screenOf(page, 'en')]
  for (const [name, state] of [
    ['Who governs', 'Castillo stays'],
    ['Chancay special economic zone', 'Approved'],
    ['Las Bambas', 'Settlement'],
  ] as const) {
    await stateOf(page, name, state).click()
    screens.push(await screenOf(page, 'en'))
  }
  expect(new Set(screens.map((screen) => JSON.stringify(screen))).size).toBe(4)
  const shows = (i: number) => expect.poll(() => screenOf(page, 'en')).toEqual(screens[i])

  await page.goBack()
  await shows(2)
  await page.keyboard.press('u')
  await shows(1)
  await undo.click()
  await shows(0)
  await expect(undo).toBeDisabled()
  await page.keyboard.press('u')
  await shows(0)

  await page.goForward()
  await shows(1)
  await page.keyboard.press('Shift+U')
  await shows(2)
  await redo.click()
  await shows(3)
  await expect(redo).toBeDisabled()
})

test('reload and a new page with the address show the same screen', async ({ page, context }) => {
  const locale = 'es'
  await visit(page, locale)
  await page.getByRole('radiogroup').nth(0).getByRole('radio').nth(3).click()
  await page.getByRole('radiogroup').nth(1).getByRole('radio').nth(1).click()
  await page.getByRole('combobox', { name: words[locale].year.list }).selectOption('2028')
  await ladderRows(page).nth(5).click()
  await expect(drawer(page, locale)).toBeVisible()
  const before = await screenOf(page, locale)
  expect(before.why).toHaveLength(1)
  expect(before.year).toBe('2028')

  await page.reload()
  expect(await screenOf(page, locale)).toEqual(before)

  const other = await context.newPage()
  await other.goto(page.url())
  expect(await screenOf(other, locale)).toEqual(before)
})

test('another language shows the same numbers, the same year and the same explanation @soak', async ({ page }) => {
  const numbers = async (locale: Locale) =>
    (await labels(ladderRows(page))).map((label) => ({ ...parseRow(label, locale), name: '', word: '' }))
  await visit(page, 'en', `${link}&open=cosco-leads&year=2029`)
  const english = await numbers('en')
  const shift = await drawer(page, 'en')
    .getByText(/points$/)
    .innerText()
  await page.getByRole('navigation', { name: 'Language' }).getByRole('link', { name: 'ES', exact: true }).click()
  await expect(page).toHaveURL(/\/es\?/)
  await settled(page, 'es')
  expect(await numbers('es')).toEqual(english)
  await expect(page.getByRole('combobox', { name: words.es.year.list })).toHaveValue('2029')
  await expect(drawer(page, 'es').getByText(/puntos$/)).toHaveText(shift.replace('points', 'puntos'))
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('es')
})

test('year, list and open explanation stand in the address @soak', async ({ page }) => {
  await visit(page, 'en')
  const has = (part: string) => expect.poll(() => new URL(page.url()).search).toContain(part)
  await page.getByRole('button', { name: words.en.year.later }).click()
  await has('year=2027')
  for (const view of ['opportunities', 'indicators', 'sectors'] as const) {
    await page.getByRole('radio', { name: words.en.views[view] }).click()
    await has(`view=${view}`)
  }
  await indicator(page, 'Total trade with the PRC').click()
  await has('open=trade-total')
  await page.reload()
  await settled(page, 'en')
  await expect(page.getByRole('combobox', { name: words.en.year.list })).toHaveValue('2027')
  await expect(page.getByRole('radio', { name: words.en.views.sectors })).toBeChecked()
  await expect(page.getByRole('heading', { level: 2, name: /trade/i }).last()).toBeVisible()
  // Back at rest the address says nothing.
  await page.getByRole('button', { name: words.en.close }).click()
  await page.getByRole('radio', { name: words.en.views.risks }).click()
  await page.getByRole('combobox', { name: words.en.year.list }).selectOption('2026')
  await expect.poll(() => new URL(page.url()).search).toBe('')
})

test('a link with unknown parts opens with the rest and lists what it dropped @soak', async ({ page }) => {
  const locale = 'es'
  await visit(
    page,
    locale,
    '?v=1&pack=0.9.0&leadership=castillo-stays&unheard-of=1&chancay-sez=perhaps&open=nothing&year=1999&view=maps&leadership=unresolved',
  )
  const notice = page.getByRole('status').filter({ has: page.getByRole('button', { name: words[locale].dismiss }) })
  await expect(notice.getByRole('listitem')).toHaveCount(6)
  for (const part of ['unheard-of=1', 'chancay-sez=perhaps', 'open=nothing', 'year=1999', 'view=maps', 'leadership'])
    await expect(notice.getByRole('listitem').filter({ hasText: part })).toHaveCount(1)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Castillo .*(headline only|solo lo central)$/)
  await notice.getByRole('button').click()
  await expect(notice).toHaveCount(0)
  await assumption(page, '5G').getByRole('radio').first().click()
  await expect
    .poll(() => new URL(page.url()).search)
    .toBe('?v=1&pack=1.2.0&leadership=castillo-stays&five-g=diversified')
  await expect(notice).toHaveCount(0)
})

test('the root leads to the language asked for and keeps the query', async ({ request }) => {
  const leads = async (path: string, language = 'en-US') => {
    const answer = await request.get(path, { maxRedirects: 0, headers: { 'accept-language': language } })
    return `${answer.status()} ${answer.headers()['location'] ?? ''}`
  }
  expect(await leads('/?year=2028')).toBe('307 /en?year=2028')
  expect(await leads('/?year=2028', 'es-PE,es;q=0.9,en;q=0.5')).toBe('307 /es?year=2028')
  expect(await leads('/', 'de-DE,es;q=0.9')).toBe('307 /en')
})

test.describe('sharing', () => {
  const denied = (page: Page) =>
    page.addInitScript(() => {
      Reflect.set(Clipboard.prototype, 'writeText', () => Promise.reject(new DOMException('Denied', 'NotAllowedError')))
    })

  test('the share button copies the address of this very screen', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await visit(page, 'en', `${link}&open=cosco-leads&unheard-of=1`)
    await page.getByRole('button', { name: 'Share link' }).click()
    const copied = page.getByRole('button', { name: 'Link copied' })
    await expect(copied).toBeVisible()
    const text = await page.evaluate(() => navigator.clipboard.readText())
    expect(text).toBe(page.url().replace('&unheard-of=1', ''))
    await stateOf(page, 'Cabinet', 'Settled').click()
    await expect(copied).toHaveCount(0)
  })

  test('where copying is forbidden, the link is shown at once, and always that of this screen', async ({ page }) => {
    await denied(page)
    await visit(page, 'es', link)
    await page.getByRole('button', { name: 'Compartir' }).click()
    const field = page.getByRole('textbox', { name: 'Copie este enlace a mano:' })
    await expect(field).toHaveValue(page.url())
    await page.keyboard.press('Escape')
    await expect(field).toHaveCount(0)
    await stateOf(page, 'Gabinete', 'Estable').click()
    await page.getByRole('button', { name: 'Compartir' }).click()
    await expect(field).toHaveValue(page.url())
  })
})
