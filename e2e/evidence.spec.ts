import { expect, type Locator, type Page } from '@playwright/test'
import { labels, type Locale, test } from './explore'
import { crowding, cut, faults, small, wear } from './fit'

/** Evidence: every fact is found, opened, cited and followed to what uses it, by pointer, finger and keyboard. */

const words = {
  en: {
    search: 'Search facts and footnotes',
    about: 'About this fact',
    close: 'Close',
    clear: 'Clear search and filters',
    status: /^\d+ of 393 facts$/,
  },
  es: {
    search: 'Buscar hechos y notas',
    about: 'Sobre este hecho',
    close: 'Cerrar',
    clear: 'Quitar búsqueda y filtros',
    status: /^\d+ de 393 hechos$/,
  },
} as const

const rows = (page: Page) => page.locator('main').getByRole('listitem').locator('button[data-fact]')
const row = (page: Page, fact: string) => page.locator(`button[data-fact="${fact}"]`)
const search = (page: Page, locale: Locale) => page.getByRole('searchbox', { name: words[locale].search })
const about = (page: Page, locale: Locale) => page.getByRole('region', { name: words[locale].about })
const map = (page: Page) => page.getByRole('listbox', { name: /^(Map of the|Mapa de los) \d+ / })
/** How many facts the page says it shows, once it says so. */
const says = (page: Page, locale: Locale) => page.getByRole('status').filter({ hasText: words[locale].status })
/** A ring on the map is drawn, and never told: the place says which it is. */
const rings = (page: Page) => map(page).locator('circle[r="8"]')

/** Open Evidence and wait until it is alive: the map comes with the first effect. */
async function visit(page: Page, locale: Locale, query = '') {
  await page.goto(`/${locale}/evidence${query}`)
  await expect(map(page)).toBeVisible()
}

async function onScreen(place: Locator) {
  await expect(place).toBeInViewport({ ratio: 1 })
}

test('search and filters narrow the list together, stand in the address, and are undone by going back @soak', async ({
  page,
}) => {
  await visit(page, 'en')
  await expect(rows(page)).toHaveCount(393)
  await expect(page.getByText(/^393 facts\. 242 carry a footnote, 151 rest on .*, 222 need caution\./)).toBeVisible()

  await page.keyboard.press('/')
  await expect(search(page, 'en')).toBeFocused()
  await page.keyboard.type('fn 106')
  await expect(rows(page)).toHaveCount(1)
  await expect(says(page, 'en')).toHaveText('1 of 393 facts')
  await search(page, 'en').fill('HIGHWÁY tunnel')
  await expect(rows(page).first()).toHaveAccessibleName(/tunnel/i)
  for (const name of await labels(rows(page))) expect(name).toMatch(/highway/i)
  await page.keyboard.press('Escape')
  await expect(search(page, 'en')).toHaveValue('')
  await expect(rows(page)).toHaveCount(393)

  const filter = (name: string) => page.getByRole('button', { name, exact: true })
  await filter('Only cautions').click()
  await expect(says(page, 'en')).toHaveText('222 of 393 facts')
  for (const name of await labels(rows(page))) expect(name).toMatch(/caution: \S/)
  await filter('Only figures').click()
  await page.getByRole('radio', { name: /^Mining, / }).click()
  await expect(page).toHaveURL(/section=mining&only=cautions_figures/)
  await expect(page.getByRole('heading', { level: 2, name: /^Mining \d+ of 45 facts$/ })).toBeVisible()
  await expect(page.getByRole('heading', { level: 2, name: /^Trade / })).toHaveCount(0)
  const narrowed = await labels(rows(page))
  expect(narrowed.length).toBeGreaterThan(3)
  expect(narrowed.length).toBeLessThan(45)
  await search(page, 'en').fill('bambas')
  await expect(rows(page)).not.toHaveCount(narrowed.length)
  const found = await labels(rows(page))

  // Words are no part of the address, and wait in the tab.
  await page.reload()
  await expect(map(page)).toBeVisible()
  await expect(search(page, 'en')).toHaveValue('bambas')
  await expect.poll(() => labels(rows(page))).toEqual(found)
  expect(page.url()).not.toContain('bambas')

  await search(page, 'en').fill('no such words')
  await expect(page.getByText('No fact fits all of this.')).toBeVisible()
  await page.getByRole('button', { name: words.en.clear }).click()
  await expect(rows(page)).toHaveCount(393)
  await expect(page).not.toHaveURL(/section|only/)
  await page.goBack()
  await expect(page).toHaveURL(/section=mining&only=cautions_figures/)
  await expect.poll(() => labels(rows(page))).toEqual(narrowed)
  await page.goBack()
  await expect(page).not.toHaveURL(/section/)

  // What does not fit among the tabs is behind More, and once chosen stands among them.
  await page.getByRole('button', { name: 'More sections' }).click()
  await page.getByRole('menuitem', { name: /^Space, / }).click()
  await expect(page.getByRole('radio', { name: /^Space, / })).toBeChecked()
  await filter('Only cautions').click()
  await filter('Only figures').click()
  await filter('Not used').click()
  await expect(page.getByRole('heading', { level: 2, name: /^Space \d+ of 10 facts$/ })).toBeVisible()
  await expect.poll(async () => (await labels(rows(page))).every((name) => name.endsWith('not used'))).toBe(true)
  expect(await faults(page)).toEqual([])
})

test('a link to a fact opens it and brings its row on screen, in both languages, and the fact can be cited @soak', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await wear(page, 'projector')
  const fact = 'infrastructure-sez-sought'
  await visit(page, 'es', `?v=1&pack=1.2.0&fact=${fact}`)
  await expect(row(page, fact)).toHaveAttribute('aria-expanded', 'true')
  await onScreen(row(page, fact))
  await expect(about(page, 'es').getByRole('heading', { level: 2 })).toContainText('since at least 2019')
  await expect(about(page, 'es')).toContainText('Infraestructura, nota 106')
  await expect(about(page, 'es')).toContainText('Paráfrasis nuestra, no palabras del artículo')
  await expect(rings(page)).toHaveCount(1)
  expect(await faults(page)).toEqual([])
  expect(await cut(page)).toEqual([])
  expect(await crowding(page)).toEqual({ over: [], wider: 0 })
  expect(await small(page, 24, 'height')).toEqual([])

  await page.getByRole('link', { name: 'EN', exact: true }).click()
  await expect(map(page)).toBeVisible()
  await onScreen(row(page, fact))
  await expect(about(page, 'en')).toContainText('Infrastructure, footnote 106')
  await about(page, 'en').getByRole('button', { name: 'Copy locator' }).click()
  await expect(about(page, 'en').getByRole('button', { name: 'Locator copied' })).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toMatch(
    /^Infrastructure, footnote 106, figure as printed “since at least 2019”\. Paraphrase of .+; Encrucijada, pack peru-prc \d/,
  )
  expect(copied).toContain(`/en/evidence?v=1&pack=`)
  expect(copied.endsWith(`fact=${fact}`)).toBe(true)

  // What stands close by is a step away, and the step can be taken back.
  const title = about(page, 'en').getByRole('heading', { level: 2 })
  const first = await title.innerText()
  const near = about(page, 'en').getByRole('link').first()
  const claim = await near.innerText()
  await near.click()
  await expect(title).toContainText(claim)
  await expect(title).toBeFocused()
  await page.keyboard.press('u')
  await expect(title).toHaveText(first)
})

test('the keyboard alone walks the rows, opens and closes a fact; rows and places find each other @soak', async ({
  page,
}) => {
  await visit(page, 'en')
  await search(page, 'en').focus()
  await page.keyboard.press('ArrowDown')
  await expect(rows(page).first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await expect(rows(page).nth(1)).toBeFocused()
  await page.keyboard.press('End')
  await expect(rows(page).last()).toBeFocused()
  await onScreen(rows(page).last())
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect(about(page, 'en')).toBeVisible()
  await expect(rows(page).first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(rows(page).nth(1)).toHaveAttribute('aria-expanded', 'true')
  for (const key of ['Escape', 'Enter']) {
    await about(page, 'en').getByRole('button', { name: words.en.close }).focus()
    await page.keyboard.press(key)
    await expect(about(page, 'en'), key).toHaveCount(0)
    await expect(rows(page).nth(1), key).toBeFocused()
    await page.keyboard.press('Enter')
  }
  // One stop for the whole list: the next is beyond it.
  await rows(page).nth(1).focus()
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-fact'))).toBe(false)
  await about(page, 'en').getByRole('button', { name: words.en.close }).click()

  const berths = row(page, 'infrastructure-chancay-berths')
  await berths.hover()
  await expect(rings(page)).toHaveCount(1)
  await row(page, 'introduction-deep-relationship').hover()
  await expect(rings(page)).toHaveCount(0)
  await berths.focus()
  await expect(rings(page)).toHaveCount(1)

  await map(page).focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('button[data-marked]')).not.toHaveCount(0)
  const marked = await page.locator('button[data-marked]').count()
  await page.keyboard.press('Enter')
  await expect(about(page, 'en')).toBeVisible()
  await expect(page.locator('button[data-marked][aria-expanded="true"]')).toHaveCount(1)
  await onScreen(page.locator('button[aria-expanded="true"][data-fact]'))
  await search(page, 'en').focus()
  await expect(page.locator('button[data-marked]'), 'chosen, so marked still').toHaveCount(marked)

  // The map as a table tells every place, and how sure its position is.
  const figure = page.getByRole('figure', { name: /^Map of the \d+ places/ })
  await figure.getByRole('button', { name: 'Save or show as table: Places' }).click()
  await page.getByRole('menuitem', { name: 'View as table' }).click()
  await expect(
    figure.getByRole('row', { name: /^Chancay under way −11\.\d+ −77\.\d+ exact .*Infrastructure/ }),
  ).toBeVisible()
  expect(await figure.getByRole('row').count()).toBeGreaterThan(15)
})

test('on a phone a fact opens as a sheet, the map waits behind a button, and nothing is cut @phone', async ({
  page,
}) => {
  await page.goto('/es/evidence')
  const shown = page.getByRole('button', { name: 'Ver el mapa' })
  await expect(shown).toBeVisible()
  await expect(map(page)).toHaveCount(0)
  expect(await cut(page)).toEqual([])
  expect(await crowding(page)).toEqual({ over: [], wider: 0 })
  expect(await small(page, 44, 'height')).toEqual([])
  await page.getByRole('combobox', { name: 'Sección' }).selectOption({ label: 'Pesca, 10 hechos' })
  await expect(rows(page)).toHaveCount(10)
  await expect(says(page, 'es')).toHaveText('10 de 393 hechos')

  const sheet = page.getByRole('dialog', { name: words.es.about })
  for (const close of ['Escape', 'button'] as const) {
    await rows(page).nth(2).click()
    await expect(sheet.getByText('Paráfrasis nuestra')).toBeVisible()
    expect.soft(await cut(page)).toEqual([])
    if (close === 'Escape') await page.keyboard.press('Escape')
    else await sheet.getByRole('button', { name: words.es.close }).click()
    await expect(sheet).toHaveCount(0)
    await expect(rows(page).nth(2), `after ${close}`).toBeFocused()
  }
  await shown.click()
  await expect(map(page)).toBeVisible()
  expect((await crowding(page)).wider).toBe(0)
  expect(await faults(page)).toEqual([])
})
