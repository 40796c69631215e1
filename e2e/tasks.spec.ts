import { readFile } from 'node:fs/promises'
import { type Download, expect, type Page } from '@playwright/test'
import { events, labels, test, visit, words } from './explore'

/**
 * What people come for, done with the keyboard alone: no pointer, and no focus but by Tab, arrows and the keys of the
 * page. tests/tasks.json says which test does which task, and a test there holds each of them to it.
 */

/** What has the focus, as it is heard: a field by its label, all else by its own name. */
async function focused(page: Page): Promise<string> {
  const at = page.locator('body :focus')
  const field = await page.evaluate(() => {
    const at = document.activeElement
    if (!(at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement || at instanceof HTMLSelectElement))
      return null
    return at.getAttribute('aria-label') ?? at.labels?.[0]?.textContent?.trim() ?? ''
  })
  return field ?? (await labels(at))[0] ?? ''
}

/** Tab, forwards or back, until what is wanted has the focus; fails if that takes more presses than the page has stops. */
async function reach(page: Page, wanted: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab', most = 150) {
  for (let presses = 0; presses < most; presses++) {
    await page.keyboard.press(key)
    if (wanted.test(await focused(page))) return
  }
  throw new Error(`${key} never led to ${wanted} in ${most} presses.`)
}
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
/** From the button of a menu to one of its items, by the item's first letters or by arrows. */
async function choose(page: Page, menu: RegExp, item: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab') {
  await reach(page, menu, key)
  await press(page, 'Enter')
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  for (let presses = 0; presses < 20 && !item.test(await focused(page)); presses++) await press(page, 'ArrowDown')
  expect(await focused(page)).toMatch(item)
  await press(page, 'Enter')
}
const textOf = async (download: Promise<Download>) => readFile(await (await download).path(), 'utf8')
/** What the browser's own window of files is answered with, once a key has opened it. */
async function give(page: Page, name: string, text: string) {
  const opening = page.waitForEvent('filechooser')
  // A key is quicker than the order to hold the window back: an answer from the page means that the order has arrived.
  await page.evaluate(() => 0)
  await press(page, 'Enter')
  await (await opening).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
}

test('by keyboard: start from a scenario, export a chart, add it to a deck, save the scenario, take it away, open it again, share it', async ({
  page,
  context,
}) => {
  test.slow()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await visit(page, 'en')
  await reach(page, new RegExp(`^${words.en.picker}`))
  await press(page, 'Enter')
  await reach(page, /^Apply: Castillo stays$/, 'Tab', 30)
  await press(page, 'Enter')
  const title = page.getByRole('heading', { level: 1 })
  await expect(title).toHaveText('Castillo stays')

  const table = page.waitForEvent('download')
  await choose(page, /^Save or show as table: How likely/, /^Save as CSV$/)
  expect(await textOf(table)).toContain(events.en.bribery)
  await press(page, 'Enter')
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  await press(page, 'End')
  expect(await focused(page)).toBe('Add to deck')
  await press(page, 'Enter')
  await expect(page.getByText(/^Added as slide \d+ of|^Added to “/)).toBeVisible()

  await reach(page, /^Save scenario$/, 'Shift+Tab')
  await press(page, 'Enter')
  const shelf = page.getByRole('dialog')
  await expect(shelf).toBeVisible()
  await reach(page, /^Name/, 'Tab', 10)
  await press(page, 'Control+A')
  await page.keyboard.type('By hand')
  await press(page, 'Enter')
  await expect(shelf.getByText('“By hand” is saved.')).toBeVisible()
  const file = page.waitForEvent('download')
  await reach(page, /^Save all as a file$/, 'Tab', 20)
  await press(page, 'Enter')
  const text = await textOf(file)
  expect(text).toContain('By hand')
  await reach(page, /^Open a file…$/, 'Tab', 20)
  await give(page, 'ours.json', text)
  await expect(shelf.getByText('1 scenario added.')).toBeVisible()
  await press(page, 'Escape')

  await reach(page, /^Share link$/, 'Shift+Tab')
  await press(page, 'Enter')
  await expect(page.getByRole('button', { name: 'Link copied' })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url())
  await reach(page, /^Switch to the projector theme$/, 'Tab')
  await press(page, 'Enter')
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('projector')
  await reach(page, /^ES$/, 'Shift+Tab')
  await press(page, 'Enter')
  await expect(page).toHaveURL(/\/es\?/)
})

test('by keyboard: compare, change a column, see what separates two, add a column, take the comparison home, cite it', async ({
  page,
}) => {
  test.slow()
  await page.goto('/en/compare?year=2030')
  await expect(page.getByRole('combobox', { name: '5G, D Transactional, with zone', exact: true })).toBeVisible()
  await expect.poll(() => page.evaluate(() => sessionStorage.getItem('encrucijada-compare') !== null)).toBe(true)
  await choose(page, /^Actions: D Transactional, with zone$/, /^Remove$/)
  await expect.poll(() => new URL(page.url()).searchParams.has('d')).toBe(false)
  await expect.poll(() => focused(page), 'removed, and on to the column before').toMatch(/^Actions: C /)
  await reach(page, /^Add a scenario$/)
  await press(page, 'Enter')
  await reach(page, /^Leftist successor, headline only/, 'Tab', 30)
  await press(page, 'Enter')
  await expect.poll(() => new URL(page.url()).searchParams.has('d')).toBe(true)

  const taken = page.waitForEvent('download')
  await choose(page, /^Take home$/, /CSV/, 'Shift+Tab')
  expect(await textOf(taken)).toContain('Letter,Scenario,Variable')
  await reach(page, /^Cite this$/, 'Shift+Tab')
  await press(page, 'Enter')
  await expect(page.getByRole('dialog').getByRole('textbox')).toHaveValue(/scenarios compared with/)
  await press(page, 'Escape')

  await reach(page, /^5G, A /)
  await press(page, 'ArrowDown')
  await expect.poll(() => new URL(page.url()).searchParams.get('a')).toContain('five-g')
  await reach(page, /^To$/, 'Tab', 250)
  const to = await page.evaluate(() => location.search)
  await press(page, 'ArrowDown')
  await expect.poll(() => page.evaluate(() => location.search)).not.toBe(to)
})

test('by keyboard: search and filter the evidence, read a fact, find its place on the map', async ({ page }) => {
  await page.goto('/en/evidence')
  await expect(page.getByRole('listbox', { name: /^Map of the \d+ / })).toBeVisible()
  await reach(page, /^Map of the/)
  await press(page, 'Home', 'ArrowDown')
  await expect(page.locator('button[data-marked]')).not.toHaveCount(0)
  await press(page, '/')
  await page.keyboard.type('bambas')
  await expect(page.getByRole('status').filter({ hasText: /^\d+ of 393 facts$/ })).toBeVisible()
  await reach(page, /^Only cautions$/)
  await press(page, 'Space')
  await expect(page).toHaveURL(/only=cautions/)
  await reach(page, /caution: /)
  await press(page, 'Enter')
  const about = page.getByRole('region', { name: 'About this fact' })
  await expect(about).toBeVisible()
  await reach(page, /^Copy locator$/, 'Tab', 40)
})

test('by keyboard: find a rule, change its size and say why, look into the links and what a number hangs on', async ({
  page,
}) => {
  test.slow()
  await page.goto('/en/rules')
  await expect(page.getByRole('radio', { name: 'By assumption' })).toBeChecked()
  await reach(page, /^Search conditions and reasons/)
  await page.keyboard.type('tender months')
  await expect(page.getByRole('heading', { level: 2 }).last()).toHaveText(/rules? for “tender months”/)
  await reach(page, /^Change the size of the effect on /)
  await press(page, 'Enter')
  await reach(page, /^Central/, 'Tab', 5)
  await press(page, 'ArrowUp', 'Enter')
  await expect(page).toHaveURL(/effect\./)
  await press(page, 'Escape')
  await reach(page, /^Why you say so/, 'Tab', 30)
  await page.keyboard.type('Seen at close hand')
  await reach(page, /^List them$/, 'Shift+Tab')
  await press(page, 'Enter')
  await expect(page.getByRole('dialog')).toContainText('The model says:')
  await press(page, 'Escape')
  await reach(page, /^Rule book$/, 'Tab')
  await press(page, 'ArrowRight')
  await expect(page).toHaveURL(/view=links/)
  await press(page, 'ArrowRight')
  await expect(page).toHaveURL(/view=sensitivity/)
})

test('by keyboard: work a number out by hand, take the model away, bring it back edited, and use it', async ({
  page,
}) => {
  test.slow()
  await page.goto('/en/method')
  await expect(page.getByRole('navigation', { name: 'On this page' }).getByRole('link').first()).toHaveAttribute('aria-current', 'true') // prettier-ignore
  await reach(page, /Recompute one number by hand$/)
  await press(page, 'Enter', 'Tab', 'ArrowDown')
  await expect(page).toHaveURL(/open=/)
  const leaving = page.waitForEvent('download')
  await reach(page, /^Whole pack \(JSON\)$/)
  await press(page, 'Enter')
  const pack = (await textOf(leaving)).replace(/"version": ?"\d+\.\d+\.\d+"/, '"version": "9.0.0"')
  await reach(page, /^Open files…$/)
  await give(page, 'mine.json', pack)
  const told = page.locator('#models').getByRole('status')
  await expect(told).toContainText(/There is already a pack called|was not taken/)
})

test('by keyboard: keep what two groups chose, put them side by side, compare them, clear for the next', async ({
  page,
}) => {
  test.slow()
  await page.goto('/en/present/groups?v=1&at.leadership=castillo-stays')
  await expect(page.getByText(/^Clears what the last group did: 1 assumption/)).toBeVisible()
  const kept = (n: number) => page.getByText(`“Group ${n}” is kept.`)
  await reach(page, /^Keep$/)
  await press(page, 'Enter')
  await expect(kept(1)).toBeVisible()
  await reach(page, /^(On the wall now|Last in Explore|Typed in)/, 'Shift+Tab', 40)
  for (let presses = 0; presses < 4 && !/^Typed in/.test(await focused(page)); presses++) await press(page, 'ArrowDown')
  await expect(page.getByRole('textbox', { name: 'Name of the group' })).toHaveValue('Group 2')
  await reach(page, /^As of mid-2022/)
  await press(page, 'ArrowRight', 'ArrowRight')
  await reach(page, /^Keep$/)
  await press(page, 'Enter')
  await expect(kept(2)).toBeVisible()
  await expect(page.getByText('Where they disagree most: “Who governs”, 1 of 2 apart.')).toBeVisible()
  await reach(page, /^Begin with a new group$/)
  await press(page, 'Enter')
  await expect(page).not.toHaveURL(/at\.leadership/)
  await reach(page, /^Compare these 2$/, 'Shift+Tab')
  await press(page, 'Enter')
  await expect(page).toHaveURL(/\/en\/compare\?/)
})

test('by keyboard: write a slide, order it, present it, take the room’s guess, reveal; choose what to print', async ({
  page,
}) => {
  test.slow()
  await page.goto('/en/present')
  await expect(page.locator('[aria-labelledby=editor-title]:not([inert])')).toBeVisible()
  await reach(page, /^Sentence \(English\)/)
  await press(page, 'Control+A')
  await page.keyboard.type('Written by hand')
  await press(page, 'Tab')
  await expect(page.getByText(/You are editing “.+ \(copy\)”/)).toBeVisible()
  await reach(page, /Written by hand.*min$/, 'Shift+Tab')
  await press(page, 'Alt+ArrowDown')
  await expect(page.getByRole('list').getByRole('button', { name: /^2 .*Written by hand/ })).toBeVisible()

  await page.goto('/en/present/show?slide=digital-and-security')
  const wall = page.getByRole('article').first()
  await expect(wall.getByRole('heading', { level: 2 })).toContainText('…')
  await press(page, 'g')
  await expect.poll(() => focused(page), 'the first field, once the form is open').toMatch(/^Hands for up$/)
  await page.keyboard.type('12')
  await reach(page, /^How likely, in percent/, 'Tab', 6)
  await page.keyboard.type('40 30 35')
  await press(page, 'Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await press(page, 'v')
  await expect(wall.getByRole('heading', { level: 2 })).not.toContainText('…')
  await expect(wall).toContainText('35%')

  await page.goto('/en/present/print?parts=blank')
  await expect(page.locator('article[data-paper]').first()).toBeVisible()
  await reach(page, /^A4$/)
  await press(page, 'ArrowRight')
  await expect(page).toHaveURL(/paper=letter/)
  await reach(page, /^Role briefs/)
  await press(page, 'Space')
  await expect(page.locator('article[data-paper=roles]').first()).toBeVisible()
  await reach(page, /^Print, or save as PDF$/)
})
