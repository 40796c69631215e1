import { expect, type Locator, type Page } from '@playwright/test'
import { drawer, type Locale, numberOf, settled, test } from './explore'
import { crowding, cut, faults, tooSmall } from './fit'

/** Method: its parts in both languages, and a number that anybody can work out, the same as on Explore. */

const say = {
  en: {
    title: 'How the numbers come about',
    contents: 'On this page',
    hand: /Recompute one number by hand$/,
    parts: ['What the model is', 'Three kinds of quantity', 'When a rule acts', 'How one variable moves another'],
    variable: 'Variable',
    scenario: 'Scenario',
    year: 'Year',
    explore: 'See it on Explore',
    limits: 'What the model cannot say',
  },
  es: {
    title: 'Cómo se llega a los números',
    contents: 'En esta página',
    hand: /Calcule un número a mano$/,
    parts: ['Qué es el modelo', 'Tres tipos de cantidad', 'Cuándo actúa una regla', 'Cómo una variable mueve a otra'],
    variable: 'Variable',
    scenario: 'Escenario',
    year: 'Año',
    explore: 'Verlo en Explorar',
    limits: 'Lo que el modelo no puede decir',
  },
} as const

const hand = (page: Page, locale: Locale) => page.getByRole('region', { name: say[locale].hand })
const picker = (page: Page, locale: Locale, which: 'variable' | 'scenario' | 'year') =>
  hand(page, locale).getByRole('combobox', { name: say[locale][which], exact: true })
const shown = (page: Page, locale: Locale) => hand(page, locale).getByRole('status').locator('b')

/** Open Method and wait until it is alive: the part being read is then marked. */
async function visit(page: Page, locale: Locale, query = '') {
  await page.goto(`/${locale}/method${query}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say[locale].title)
}

const alive = (page: Page, locale: Locale) =>
  expect(page.getByRole('navigation', { name: say[locale].contents }).getByRole('link').first()).toHaveAttribute(
    'aria-current',
    'true',
  )

/** The numbers of a line of arithmetic, before and after its last sign of equality. */
async function lineOf(sum: Locator) {
  const [left = '', right = ''] = (await sum.innerText()).split(' = ').slice(-2)
  return { terms: left.replaceAll('− ', '-').replaceAll('+ ', '').split(' ').map(numberOf), result: numberOf(right) }
}

test('a number worked out by hand is the one on Explore, in the address and after a reload @soak', async ({ page }) => {
  const en = say.en
  await visit(page, 'en')
  await alive(page, 'en')
  for (const part of en.parts) await expect(page.getByRole('heading', { level: 2, name: new RegExp(`${part}$`) })).toBeVisible() // prettier-ignore

  // The contents lead to a part without an entry of the history.
  const before = await page.evaluate(() => history.length)
  await page.getByRole('navigation', { name: en.contents }).getByRole('link', { name: en.hand }).click()
  await expect(page).toHaveURL(/#hand$/)
  await expect(page.getByRole('heading', { name: en.hand })).toBeFocused()
  expect(await page.evaluate(() => history.length)).toBe(before)

  // Another variable by keyboard alone; then a scenario and a year.
  const variable = picker(page, 'en', 'variable')
  const first = await variable.inputValue()
  await page.keyboard.press('Tab')
  await expect(variable).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(variable).not.toHaveValue(first)
  await picker(page, 'en', 'variable').selectOption({ label: 'COSCO passes Maersk in Peru' })
  await picker(page, 'en', 'scenario').selectOption({ label: 'Transactional, with zone' })
  await picker(page, 'en', 'year').selectOption('2025')
  await expect(page).toHaveURL(/\?v=1&.*chancay-sez=approved.*&year=2025&open=cosco-leads$/)
  const percent = await shown(page, 'en').innerText()

  // What is printed adds up, and comes to what is shown.
  const sums = hand(page, 'en').getByText(/ = −?\d/)
  await expect(sums).toHaveCount(3)
  const { terms, result } = await lineOf(sums.nth(1))
  expect(terms.length).toBeGreaterThan(2)
  expect(result).toBeCloseTo(
    terms.reduce((sum, term) => sum + term, 0),
    4,
  )
  const { result: chance } = await lineOf(sums.nth(2))
  expect(chance).toBeCloseTo(1 / (1 + Math.exp(-result)), 4)
  expect(`${Math.round(100 * chance)}%`).toBe(percent)

  await page.reload()
  await expect(picker(page, 'en', 'variable')).toHaveValue('cosco-leads')
  await expect(picker(page, 'en', 'year')).toHaveValue('2025')
  await expect(shown(page, 'en')).toHaveText(percent)

  await hand(page, 'en').getByRole('link', { name: en.explore }).click()
  await settled(page, 'en')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Transactional, with zone')
  await expect(drawer(page, 'en').locator('p').filter({ hasText: percent }).first()).toContainText(percent)
  await expect(page.getByRole('combobox', { name: 'Year shown' })).toHaveValue('2025')
})

test('on a phone the contents unfold, what a link brings can be worked out, and undo leads back (es) @phone', async ({
  page,
}) => {
  const es = say.es
  await visit(page, 'es', '?v=1&pack=1.2.0&leadership=castillo-stays&open=bribery-case')
  await page.getByText(es.contents, { exact: true }).click()
  const contents = page.getByRole('navigation', { name: es.contents })
  for (const part of es.parts) await expect(contents.getByRole('link', { name: new RegExp(`${part}$`) })).toBeVisible()
  await contents.getByRole('link', { name: new RegExp(`${es.limits}$`) }).click()
  await expect(page.getByRole('heading', { name: new RegExp(`${es.limits}$`) })).toBeFocused()
  await expect(page.getByText('El artículo no da probabilidades ni tamaños de efecto.', { exact: false })).toBeVisible()

  const title = hand(page, 'es').getByRole('heading', { level: 3 }).first()
  const bribery = await title.innerText()
  await hand(page, 'es').getByRole('button').first().click()
  await expect(title).toBeFocused()
  await expect(title).not.toHaveText(bribery)
  await expect(picker(page, 'es', 'year')).toHaveValue('2025')
  await page.getByRole('button', { name: 'Deshacer' }).click()
  await expect(title).toHaveText(bribery)
  await expect(picker(page, 'es', 'variable')).toHaveValue('bribery-case')

  expect(await faults(page)).toEqual([])
  expect(await cut(page)).toEqual([])
  expect(await crowding(page)).toEqual({ over: [], wider: 0 })
  expect(await tooSmall(page, 44, 'height')).toEqual([])
})
