import { expect, type Locator, type Page } from '@playwright/test'
import { events, labels, ladderRow, type Locale, parseRow, settled, test } from './explore'
import { crowding, cut, faults, small, wear } from './fit'

/** The rule book: every rule can be found, read, linked to, doubted and changed, with the keyboard alone. */

const words = {
  en: {
    by: { assumption: 'By assumption', variable: 'By variable', sector: 'By sector' },
    groups: 'Groups of rules',
    changeEffect: /^Change the size of the effect on /,
    changeTiming: /^Change when the rule acts/,
    low: 'Low (5%)',
    central: 'Central',
    high: 'High (95%)',
    done: 'Done',
  },
  es: {
    by: { assumption: 'Por supuesto', variable: 'Por variable', sector: 'Por sector' },
    groups: 'Grupos de reglas',
    changeEffect: /^Cambiar el tamaño del efecto en /,
    changeTiming: /^Cambiar cuándo actúa la regla/,
    low: 'Bajo (5%)',
    central: 'Central',
    high: 'Alto (95%)',
    done: 'Listo',
  },
} as const

const awards = 'castillo-quick-works-awards'
const group = (page: Page) => page.getByRole('heading', { level: 2 }).last()
const rule = (page: Page, id: string) => page.locator(`#rule-${id}`)
const field = (within: Locator, name: string) => within.getByRole('textbox', { name, exact: true })
const change = (within: Locator, locale: Locale) =>
  within.getByRole('button', { name: words[locale].changeEffect }).first()

/** Open an address of Rules and wait until it is read: its groups are then those of the address. */
async function read(page: Page, locale: Locale, query: string, by: keyof (typeof words)['en']['by']) {
  await page.goto(`/${locale}/rules${query}`)
  await expect(page.getByRole('radio', { name: words[locale].by[by] })).toBeChecked()
}

test('a size changed by keyboard stands in the address, in Explore and after a reload, and going back undoes it @soak', async ({
  page,
}) => {
  await read(page, 'en', `?leadership=castillo-stays&rule=${awards}`, 'assumption')
  const own = rule(page, awards)
  await expect(own).toBeFocused()
  await expect(own).toBeInViewport()
  await expect(own).toContainText('acts now')
  await expect(own).toContainText('odds ×1.9 (1.2–3.2)')

  // From the rule to the first of its sizes, and through the form.
  for (let presses = 0; presses < 12 && !(await labels(page.locator(':focus')))[0]?.startsWith('Change the'); presses++)
    await page.keyboard.press('Tab')
  await expect(change(own, 'en')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(field(own, words.en.low)).toBeFocused()
  await page.keyboard.type('1,5')
  await page.keyboard.press('Tab')
  await page.keyboard.type('2.9')
  await page.keyboard.press('ArrowUp')
  await expect(field(own, words.en.central)).toHaveValue('3')
  await page.keyboard.press('Tab')
  await page.keyboard.type('4')
  await page.keyboard.press('Enter')
  await expect(own).toContainText('odds ×3 (1.5–4)')
  await expect(own).toContainText('The model says: odds ×1.9 (1.2–3.2)')
  await expect(page).toHaveURL(new RegExp(`effect\\.${awards}\\.bribery-case=1\\.5_3_4`))
  await page.keyboard.press('Escape')
  await expect(change(own, 'en')).toBeFocused()
  await own.getByRole('textbox', { name: /^Why you say so/ }).fill('Seen at close hand')

  await page.reload()
  await expect(own).toContainText('odds ×3 (1.5–4)')
  await expect(own).toContainText('changed by you')
  await expect(own.getByRole('textbox', { name: /^Why you say so/ })).toHaveValue('Seen at close hand')
  await expect(
    page.getByRole('navigation', { name: words.en.groups }).getByRole('link', { name: /^Who governs/ }),
  ).toHaveText(/1 changed/)

  // The model's 73% are odds of 2.7; they grow by 3 / 1.9.
  await page.getByRole('main').getByRole('link', { name: 'Open Explore' }).click()
  await settled(page, 'en')
  expect(parseRow((await labels(ladderRow(page, events.en.bribery)))[0] ?? '', 'en').percent).toBe('81%')

  await page.goBack()
  await expect(own).toContainText('odds ×3 (1.5–4)')
  // Three fields were left with something new in them: three steps back.
  for (const size of ['odds ×3 (1.5–3.2)', 'odds ×1.9 (1.5–3.2)', 'odds ×1.9 (1.2–3.2)']) {
    await page.goBack()
    await expect(own).toContainText(size)
  }
  await expect(own).not.toContainText('changed by you')
})

test('rules are read by variable, by sector, by assumption, and by the words in them @soak', async ({ page }) => {
  await read(page, 'en', '?by=variable&of=imports-from-prc', 'variable')
  await expect(page.getByRole('main')).toContainText(/215 rules, 451 effects: 7 stated, 124 implied, 320 judgement\./)
  await expect(group(page)).toHaveText(/imports/i)

  // The baseline: another one of the model's, then one of mine, in its own units.
  const start = page.getByRole('button', { name: /^Change the baseline of / })
  await page.getByRole('radio', { name: 'As in 2020' }).click()
  await expect(page).toHaveURL(/base\.imports-from-prc=/)
  await start.click()
  await field(page.getByRole('main'), 'Value').fill('9,5')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/start\.imports-from-prc\.[\w-]+=9\.5/)
  await page.getByRole('button', { name: words.en.done }).click()
  await expect(start).toBeFocused()
  await page.getByRole('button', { name: /^Take back: Baseline/ }).click()
  await expect(page).not.toHaveURL(/start\./)

  // What could move it most, strongest first, leads to its rule.
  const pushes = page.getByRole('table').getByRole('row')
  const shift = async (row: number) =>
    Number((await pushes.nth(row).getByRole('cell').last().innerText()).replace('−', '-'))
  expect(Math.abs(await shift(1))).toBeGreaterThanOrEqual(Math.abs(await shift(4)))
  await pushes.nth(1).getByRole('link').click()
  await expect(page).toHaveURL(/rule=/)
  await expect(page.getByRole('article').first()).toBeFocused()

  // Another grouping begins at its first group; a group is a link that can be shared.
  await page.getByRole('radio', { name: words.en.by.sector }).click()
  await expect(page).toHaveURL(/by=sector/)
  await page.getByRole('link', { name: /^Fishing/ }).click()
  await expect(group(page)).toHaveText('Fishing')
  await expect(page.getByRole('article')).toHaveCount(6)
  await page.getByRole('radio', { name: words.en.by.assumption }).click()
  await page.getByRole('link', { name: /^Port access/ }).click()
  await expect(page.getByRole('article')).toHaveCount(7)

  // Words are found in all groups, and are still there after a reload, though not in the address.
  await page.getByRole('searchbox').fill('TENDER months')
  await expect(group(page)).toHaveText(/rules? for “TENDER months”/)
  await expect(rule(page, awards)).toBeVisible()
  expect(page.url()).not.toMatch(/tender/i)
  await page.reload()
  await expect(rule(page, awards)).toBeVisible()
  await expect(page.getByRole('searchbox')).toHaveValue('TENDER months')
  await page.getByRole('button', { name: 'Clear the search' }).click()
  await expect(page.getByRole('searchbox')).toBeFocused()
  await expect(group(page)).toHaveText('Port access')
})

test('a link opens a rule in Spanish; numbers out of order are refused and kept, and a rule is left out @soak', async ({
  page,
}) => {
  await read(page, 'es', `?by=sector&of=fishing&leadership=castillo-stays&rule=${awards}`, 'sector')
  const own = rule(page, awards)
  await expect(own).toBeFocused()
  await expect(group(page)).not.toHaveText('Pesca')

  await change(own, 'es').click()
  const low = field(own, words.es.low)
  await low.fill('2,5')
  await page.keyboard.press('Tab')
  const alert = own.getByRole('alert').first()
  await expect(alert).toContainText('Bajo (5%) = 2,5 supera a Central = 1.9')
  await expect(low).toHaveValue('2,5')
  await expect(low).toHaveAttribute('aria-invalid', 'true')
  await expect(own).toContainText('odds ×1.9 (1.2–3.2)')
  expect(page.url()).not.toContain('effect.')
  await low.fill('1,250')
  await page.keyboard.press('Enter')
  await expect(alert).toContainText('«1,250» no se lee como un solo número')
  await low.fill('0.001')
  await page.keyboard.press('Enter')
  await expect(alert).toContainText('de 0.02 a 50')
  expect(await faults(page)).toEqual([])
  await low.fill('1.1')
  await page.keyboard.press('Enter')
  await expect(alert).toBeEmpty()
  await expect(own).toContainText('odds ×1.9 (1.1–3.2)')
  await page.getByRole('button', { name: words.es.done }).click()

  // When it acts, and whether it does.
  await own.getByRole('button', { name: words.es.changeTiming }).click()
  await field(own, 'Primer año').fill('2019')
  await page.keyboard.press('Tab')
  await expect(own.getByRole('alert')).toContainText('Primer año: 2019 debe ser un número entero de 2022 a 2030')
  await page.keyboard.press('Escape')
  await own.getByRole('switch').press('Space')
  await expect(own).toContainText('excluida por usted')
  await expect(own).not.toContainText('actúa ahora')
  await expect(page).toHaveURL(new RegExp(`off\\.${awards}=1`))
  expect(await faults(page)).toEqual([])
  await own.getByRole('button', { name: 'Deshacer: excluida por usted' }).click()
  await expect(own.getByRole('switch')).toBeChecked()
  await expect(own.getByRole('switch')).toBeFocused()
})

test('on a phone the groups are a list to choose from, and nothing is cut, crowded or too small @phone @soak', async ({
  page,
}) => {
  await wear(page, 'projector')
  await read(page, 'es', `?by=variable&of=chancay-berths&leadership=castillo-stays&off.${awards}=1`, 'variable')
  await page.getByRole('combobox', { name: 'Grupo mostrado' }).selectOption({ value: 'bribery-case' })
  await expect(page).toHaveURL(/of=bribery-case/)
  await change(rule(page, awards), 'es').click()
  await expect(field(rule(page, awards), words.es.low)).toBeFocused()
  expect(await cut(page)).toEqual([])
  expect(await crowding(page)).toEqual({ over: [], wider: 0 })
  expect(await small(page, 24, 'both')).toEqual([])
  expect(await faults(page)).toEqual([])
})
