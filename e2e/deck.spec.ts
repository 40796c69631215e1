import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { ladderRow, events, link, type Locale, locales, test, visit, words } from './explore'
import { faults, small, wear } from './fit'

/** Decks: the one of the model is copied by its first edit; slides are written, ordered, added from charts, and handed on. */

const say = {
  en: {
    present: 'Present',
    count: (n: number) => `${n} slides`,
    sentence: 'Sentence (English)',
    actions: (n: number) => `Actions for slide ${n}`,
    duplicate: 'Duplicate',
    delete: 'Delete',
    undo: 'Undo the last edit',
    insert: 'Insert a computed word into the English',
    copied: /You are editing “.+ \(copy\)”/,
    deckActions: 'Deck actions',
    save: 'Save as a file',
    open: 'Open a deck file…',
    refused: 'The file was not opened',
  },
  es: {
    present: 'Presentar',
    count: (n: number) => `${n} láminas`,
    sentence: 'Frase (español)',
    actions: (n: number) => `Acciones de la lámina ${n}`,
    duplicate: 'Duplicar',
    delete: 'Borrar',
    undo: 'Deshacer la última edición',
    insert: 'Insertar una palabra calculada en el español',
    copied: /Está editando «.+ \(copia\)»/,
    deckActions: 'Acciones de la presentación',
    save: 'Guardar como archivo',
    open: 'Abrir un archivo de presentación…',
    refused: 'El archivo no se abrió',
  },
} as const

/** Open the page of decks and wait until the browser's storage is there: the list of decks stands, and edits are taken. */
async function visitDecks(page: Page, locale: Locale, query = '') {
  await page.goto(`/${locale}/present${query}`)
  await expect(slides(page).first()).toBeVisible()
  await expect(page.locator('[aria-labelledby=editor-title]:not([inert])')).toBeVisible()
}

/** The buttons that choose a slide, in their order. */
const slides = (page: Page) => page.getByRole('list').getByRole('button', { name: /^\d+ .+ \d+(\.\d+)? min$/ })
const sentences = async (page: Page) =>
  (await slides(page).allInnerTexts()).map((text) => text.replace(/^\d+\s+/, '').replace(/\s+[\d.]+ min$/, ''))
const current = (page: Page) => page.getByRole('button', { name: /min$/ }).and(page.locator('[aria-current=true]'))
const choose = async (page: Page, button: string, item: string) => {
  await page.getByRole('button', { name: button, exact: true }).click()
  await page.getByRole('menuitem', { name: item, exact: true }).click()
}
const write = async (page: Page, label: string, text: string) => {
  await page.getByRole('textbox', { name: label, exact: true }).fill(text)
  await page.getByRole('textbox', { name: label, exact: true }).blur()
}

for (const locale of locales)
  test(`an edit copies the deck of the model; the copy is ordered, undone and there after a reload (${locale}) @soak`, async ({
    page,
  }) => {
    const own = say[locale]
    await visitDecks(page, locale)
    const before = await sentences(page)
    const count = before.length
    await write(page, own.sentence, 'ABC')
    await expect(page.getByText(own.copied)).toBeVisible()
    await expect(slides(page).first()).toContainText('ABC')
    expect(new URL(page.url()).searchParams.get('deck')).toMatch(/^[a-z0-9]+$/)

    // By keyboard: Alt and an arrow move the slide, and the focus goes with it.
    await slides(page).first().focus()
    await page.keyboard.press('Alt+ArrowDown')
    await expect(slides(page).nth(1)).toContainText('ABC')
    await expect(slides(page).first()).toContainText(before[1] ?? '')
    await choose(page, own.actions(2), own.duplicate)
    await expect(slides(page)).toHaveCount(count + 1)
    await expect(current(page)).toContainText(/^3/)
    await choose(page, own.actions(3), own.delete)
    await expect(slides(page)).toHaveCount(count)
    await page.getByRole('button', { name: own.undo }).click()
    await expect(slides(page)).toHaveCount(count + 1)
    const after = await sentences(page)
    expect(after.slice(0, 4)).toEqual([before[1], 'ABC', 'ABC', before[2]])

    await page.reload()
    await expect(slides(page)).toHaveCount(count + 1)
    expect(await sentences(page)).toEqual(after)
    await page.getByRole('combobox', { name: locale === 'en' ? 'Deck' : 'Presentación', exact: true }).selectOption('')
    await expect(slides(page)).toHaveCount(count)
    expect(await sentences(page)).toEqual(before)
  })

test('a computed word is put in at the caret, said as the slide stands, and a typed figure is warned of @soak', async ({
  page,
}) => {
  await visitDecks(page, 'en')
  await slides(page).nth(1).click()
  await expect(current(page)).toContainText(/^2/)
  const field = page.getByRole('textbox', { name: say.en.sentence, exact: true })
  await field.fill('It is 63%, so ')
  await expect(page.getByText('Typed, not computed: 63%.')).toBeVisible()
  await field.fill('It is ')
  await page.getByRole('button', { name: say.en.insert }).click()
  const item = page.getByRole('menuitem', { name: /^Word for the probability: / })
  const word = ((await item.innerText()) ?? '').replace(/^[^:]+: /, '')
  await item.click()
  await expect(field).toHaveValue(/^It is \{word [a-z0-9-]+\}$/)
  await expect(page.getByText(`Said: It is ${word}`)).toBeVisible()
  await expect(slides(page).nth(1)).toContainText(`It is ${word}`)
  await field.fill('one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen')
  await expect(page.getByText('15 words; at most 14')).toBeVisible()
})

test('a deck goes out as a file and comes in again; a file with faults is refused with all of them @soak', async ({
  page,
}) => {
  await visitDecks(page, 'en')
  await write(page, say.en.sentence, 'Written before it was saved')
  const made = await sentences(page)
  const saving = page.waitForEvent('download')
  await choose(page, say.en.deckActions, say.en.save)
  const text = await readFile(await (await saving).path(), 'utf8')
  const file = JSON.parse(text)
  expect([file.format, file.version]).toEqual(['encrucijada-deck', 1])

  const input = page.locator('input[type=file]')
  const hand = (name: string, body: string) =>
    input.setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(body) })
  file.deck.title.en = 'From a file'
  await hand('deck.json', JSON.stringify(file))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('From a file')
  expect(await sentences(page)).toEqual(made)

  file.deck.slides[0].toggles = ['no-such-thing']
  file.deck.slides[1].year = 1999
  await hand('broken.json', JSON.stringify(file))
  const dialog = page.getByRole('dialog', { name: say.en.refused })
  await expect(dialog.getByRole('listitem')).toHaveCount(2)
  await expect(dialog).toContainText('no-such-thing')
  await expect(dialog).toContainText('1999')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('From a file')
})

test('a deck that is not here is said, and the one of the model is shown @soak', async ({ page }) => {
  await visitDecks(page, 'en', '?deck=nothere')
  await expect(page.getByText('The deck of this address is not kept in this browser')).toBeVisible()
  await expect(slides(page).first()).toBeVisible()
})

test('a chart of Explore is added to a deck, with its assumptions and the open row first @soak', async ({ page }) => {
  await visit(page, 'en', `${link}&year=2030`)
  await ladderRow(page, events.en.cosco).click()
  await page.getByRole('button', { name: words.en.actions(words.en.ladder) }).click()
  await page.getByRole('menuitem', { name: 'Add to deck' }).click()
  await expect(page.getByText(/^Added as slide \d+ of/)).toBeVisible()
  await page.getByRole('link', { name: 'Open the slide' }).click()
  await expect(current(page)).toContainText(events.en.cosco)
  await expect(page.getByRole('combobox', { name: 'Row 1, emphasised' })).toHaveValue('cosco-leads')
  await expect(page.getByRole('combobox', { name: 'Year shown' })).toHaveValue('2030')
  await expect(page.getByText('All assumptions: 4 differ from the baseline')).toBeVisible()
  // The next one goes to the same deck.
  await page.goto('/en/rules?view=links')
  await page
    .getByRole('figure')
    .getByRole('button', { name: /^Save or show as table/ })
    .click()
  await page.getByRole('menuitem', { name: 'Add to deck' }).click()
  await expect(page.getByText(/^Added to “.+ \(copy\)”/)).toBeVisible()
})

for (const { locale, theme, size } of [
  { locale: 'en', theme: 'paper', size: '@laptop @soak' },
  { locale: 'es', theme: 'projector', size: '@phone @soak' },
  { locale: 'es', theme: 'paper', size: '@wide @soak' },
] as const)
  test(`no fault that axe can find where decks are made, and nothing too small to hit (${locale}, ${theme}) ${size}`, async ({
    page,
  }) => {
    await wear(page, theme)
    await visitDecks(page, locale)
    await slides(page).nth(3).click()
    expect(await faults(page)).toEqual([])
    expect(await small(page, size.startsWith('@phone') ? 44 : 24, 'height')).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  })
