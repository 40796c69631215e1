import { expect, type Page } from '@playwright/test'
import { drawer, events, indicator, labels, ladderRow, link, stateOf, test, visit, words } from './explore'

/** Everything with the keyboard alone: every stop can be seen, and focus never falls back to the top of the page. */

interface Stop {
  name: string
  /** Whether it has a ring, or another outline, of at least a pixel and a half. */
  ringed: boolean
  /** Whether all of it lies on the screen. */
  seen: boolean
}

/** What has the focus, and whether one can see that it does. */
async function stopOf(page: Page): Promise<Stop> {
  const at = page.locator('body :focus')
  const [name] = await labels(at)
  if (name === undefined) return { name: 'nothing', ringed: false, seen: false }
  return at.evaluate((at, name) => {
    const style = getComputedStyle(at)
    const box = at.getBoundingClientRect()
    return {
      name,
      ringed: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1.5,
      seen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && box.width > 0,
    }
  }, name)
}

/** Press a key, if need be, until the focus is on what is wanted; fails if that takes more presses than a patient person has. */
async function pressUntil(page: Page, key: string, wanted: (stop: Stop) => boolean, patience = 120) {
  for (let presses = 0; presses <= patience; presses++) {
    if (presses > 0) await page.keyboard.press(key)
    const stop = await stopOf(page)
    if (presses === 0 && !wanted(stop)) continue
    expect(stop.name, `after ${presses} × ${key}`).not.toBe('nothing')
    if (wanted(stop)) return presses
  }
  throw new Error(`${key} was pressed ${patience} times and never led there.`)
}

test('from a fresh page the keyboard alone changes, explains, reads, saves and undoes', async ({ page }) => {
  await visit(page, 'en')

  // To an assumption, and through its states with the arrows.
  await pressUntil(page, 'Tab', ({ name }) => name === 'As of mid-2022', 20)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  await expect(stateOf(page, 'Who governs', 'Transactional successor')).toBeChecked()
  await expect(stateOf(page, 'Who governs', 'Transactional successor')).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(stateOf(page, 'Who governs', 'Leftist successor')).toBeChecked()

  // To a row of the ladder, into its explanation and to one of its facts.
  await pressUntil(page, 'Tab', ({ name }) => name.startsWith(`${events.en.bribery},`))
  await page.keyboard.press('Enter')
  const why = drawer(page, 'en')
  await expect(why).toBeVisible()
  const presses = await pressUntil(page, 'Tab', ({ name }) => name === words.en.close, 60)
  expect(presses).toBeLessThan(60)
  await pressUntil(page, 'Tab', ({ name }) => name.startsWith('Evidence: '), 8)
  const chip = (await stopOf(page)).name
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Evidence' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'Evidence' })).toHaveCount(0)
  await expect.poll(async () => (await stopOf(page)).name).toBe(chip)
  await pressUntil(page, 'Shift+Tab', ({ name }) => name === words.en.close, 8)
  await page.keyboard.press('Enter')
  await expect(why).toHaveCount(0)
  await expect(ladderRow(page, events.en.bribery)).toBeFocused()

  // To the year, with the list and with its steps.
  await pressUntil(page, 'Shift+Tab', ({ name }) => name === words.en.year.later, 40)
  await page.keyboard.press('Enter')
  const years = page.getByRole('combobox', { name: words.en.year.list })
  await expect(years).toHaveValue('2027')
  await page.keyboard.press('Shift+Tab')
  await expect(years).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(years).toHaveValue('2028')

  // To the menu of the ladder, and to its table.
  await pressUntil(page, 'Tab', ({ name }) => name === words.en.actions(words.en.ladder), 4)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  await page.keyboard.press('End')
  await expect(page.getByRole('menuitem', { name: 'Add to deck' })).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('menuitem', { name: words.en.asTable })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('table')).toBeVisible()
  await expect.poll(async () => (await stopOf(page)).name).toBe(words.en.actions(words.en.ladder))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  await page.keyboard.press('End')
  await expect(page.getByRole('menuitem', { name: 'Add to deck' })).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('menuitem', { name: 'View as chart' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('table')).toHaveCount(0)

  // Undo from anywhere: the years one by one, then the explanation, then the assumption.
  await page.keyboard.press('u')
  await expect(years).toHaveValue('2027')
  await page.keyboard.press('u')
  await expect(years).toHaveValue('2026')
  await page.keyboard.press('u')
  await expect(why).toBeVisible()
  await page.keyboard.press('u')
  await expect(why).toHaveCount(0)
  await page.keyboard.press('u')
  await expect(stateOf(page, 'Who governs', 'Transactional successor')).toBeChecked()
  await page.keyboard.press('Shift+U')
  await expect(stateOf(page, 'Who governs', 'Leftist successor')).toBeChecked()
  await expect.poll(async () => (await stopOf(page)).name).not.toBe('nothing')
})

for (const { theme, locale } of [
  { theme: 'paper', locale: 'es' },
  { theme: 'projector', locale: 'en' },
] as const)
  test(`every stop of the whole page shows that it has the focus (${theme}, ${locale})${locale === 'en' ? ' @soak' : ''}`, async ({
    page,
  }) => {
    await page.addInitScript((theme) => localStorage.setItem('encrucijada-theme', theme), theme)
    await visit(page, locale, `${link}&open=berth-refused`)
    const seen: string[] = []
    const unseen: string[] = []
    for (let i = 0; i < 200; i++) {
      await page.keyboard.press('Tab')
      const { name, ringed, seen: onScreen } = await stopOf(page)
      if (name === 'nothing') break
      seen.push(name)
      if (!ringed || !onScreen) unseen.push(`${name}: ${ringed ? 'off the screen' : 'no ring'}`)
    }
    expect(seen.length).toBeGreaterThan(19 + 23 + 6)
    expect(seen.length, 'the page has an end').toBeLessThan(200)
    expect(unseen).toEqual([])
  })

test('boxes, menus and reset give the focus back instead of dropping it', async ({ page }) => {
  await visit(page, 'en', link)
  const focused = async () => (await stopOf(page)).name
  for (const { name, opens, inside } of [
    { name: 'Port access', opens: 'dialog', inside: /Back to the baseline/ },
    { name: words.en.picker, opens: 'dialog', inside: /^Apply: / },
    { name: words.en.actions(words.en.ladder), opens: 'menu', inside: null },
  ] as const) {
    const button = page.getByRole('button', { name, exact: true })
    await button.focus()
    await page.keyboard.press('Enter')
    const box = page.getByRole(opens).first()
    await expect(box).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(box).toHaveCount(0)
    await expect(button, `${name}, closed by Escape`).toBeFocused()
    if (inside === null) continue
    await page.keyboard.press('Enter')
    await pressUntil(page, 'Tab', (stop) => inside.test(stop.name), 12)
    await page.keyboard.press('Enter')
    await expect(box).toHaveCount(0)
    await expect(button, `${name}, closed by choosing`).toBeFocused()
  }

  await page.getByRole('button', { name: words.en.resetAll }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('0 of 19 changed')).toBeVisible()
  await expect.poll(focused, 'after reset').not.toBe('nothing')

  const undo = page.getByRole('button', { name: words.en.undo })
  await undo.focus()
  while (await undo.isEnabled()) {
    const before = page.url()
    await page.keyboard.press('Enter')
    await expect(page).not.toHaveURL(before)
  }
  await expect.poll(focused, 'after the last undo').not.toBe('nothing')

  await page.getByRole('combobox', { name: words.en.year.list }).selectOption('2029')
  await page.getByRole('button', { name: words.en.year.later }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: words.en.year.list })).toHaveValue('2030')
  await expect.poll(focused, 'after the last year').not.toBe('nothing')
})

test('an explanation that was open from the start, or whose row is not on screen, closes without losing focus @soak', async ({
  page,
}) => {
  await visit(page, 'en', `${link}&open=berth-refused&view=sectors`)
  await drawer(page, 'en').getByRole('button', { name: words.en.close }).focus()
  await page.keyboard.press('Enter')
  await expect(drawer(page, 'en')).toHaveCount(0)
  await expect.poll(async () => (await stopOf(page)).name).not.toBe('nothing')
  await indicator(page, "Callao's share of containers").focus()
  await page.keyboard.press('Enter')
  await drawer(page, 'en').getByRole('button', { name: words.en.close }).focus()
  await page.keyboard.press('Escape')
  await expect(drawer(page, 'en')).toHaveCount(0)
  await expect(indicator(page, "Callao's share of containers")).toBeFocused()
})

test('typing u in a field does not undo', async ({ page }) => {
  await visit(page, 'en')
  await stateOf(page, 'Cabinet', 'Settled').click()
  await page.getByRole('combobox', { name: words.en.year.list }).focus()
  await page.keyboard.press('u')
  await page.keyboard.press('Control+u')
  await expect(stateOf(page, 'Cabinet', 'Settled')).toBeChecked()
  await page.getByRole('button', { name: words.en.undo }).focus()
  await page.keyboard.press('u')
  await expect(stateOf(page, 'Cabinet', 'Churning')).toBeChecked()
})

test('the sheets of a phone hold the focus while open and give it back @phone', async ({ page }) => {
  await visit(page, 'en', link)
  const opener = page.getByRole('button', { name: words.en.openRail })
  await opener.focus()
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('dialog', { name: words.en.rail })
  await expect(sheet).toBeVisible()
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press(i < 50 ? 'Tab' : 'Shift+Tab')
    expect(await sheet.evaluate((sheet) => sheet.contains(document.activeElement)), `Tab ${i}`).toBe(true)
  }
  await page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
  await expect(opener).toBeFocused()
})
