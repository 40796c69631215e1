import { expect, type Page } from '@playwright/test'
import {
  assumption,
  events,
  indicator,
  labels,
  ladderRow,
  ladderRows,
  link,
  settled,
  stateOf,
  test,
  visit,
  words,
} from './explore'

/** What one click on an assumption does: at once, everywhere it should, and nowhere else. */

const clicks = [
  { kind: 'a leader card', locale: 'en', name: 'Who governs', state: 'Transactional successor' },
  { kind: 'the switch of the zone', locale: 'es', name: 'Zona económica especial de Chancay', state: 'Aprobada' },
  { kind: 'a stop of three', locale: 'en', name: 'PRC mineral demand', state: 'Slump' },
] as const

for (const { kind, locale, name, state } of clicks)
  test(`one click on ${kind} moves rows, indicators and figures (${locale})${kind === 'a stop of three' ? ' @soak' : ''}`, async ({
    page,
  }) => {
    await visit(page, locale)
    const figures = page.getByRole('region', { name: words[locale].strip })
    const charts = page.getByRole('figure').getByRole('button', { name: /20\d\d[,;]/ })
    const before = {
      rows: await labels(ladderRows(page)),
      charts: await labels(charts),
      figures: await figures.innerText(),
    }
    expect(before.rows).toHaveLength(23)
    expect(before.charts.length).toBeGreaterThanOrEqual(6)

    await stateOf(page, name, state).click()

    await expect(stateOf(page, name, state)).toBeChecked()
    await settled(page, locale)
    expect((await labels(ladderRows(page))).filter((row) => !before.rows.includes(row)).length).toBeGreaterThan(1)
    expect((await labels(charts)).filter((chart) => !before.charts.includes(chart)).length).toBeGreaterThan(0)
    expect(await figures.innerText()).not.toBe(before.figures)
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(words[locale].baseline)
  })

test('every state of every assumption moves a number within the click @soak', async ({ page }) => {
  // The last year and the list of all indicators, so that late and small effects show too; and a port on time,
  // since access to it matters only once there is one.
  await visit(page, 'en', '?v=1&pack=1.2.0&chancay-timetable=on-schedule&year=2030&view=indicators')
  const main = await page.getByRole('main').elementHandle()
  const radios = page.getByRole('complementary', { name: words.en.rail }).getByRole('radio')
  const { idle, groups, tried } = await radios.evaluateAll(async (radios, main) => {
    const shown = () => [...(main?.querySelectorAll('figure button, section p') ?? [])].map((e) => e.textContent).join()
    const nameOf = (radio: Element) => radio.closest('[role=radiogroup]')?.getAttribute('aria-label')
    const found: string[] = []
    let tried = 0
    for (const radio of radios) {
      const group = radio.closest('[role=radiogroup]')
      const home = group?.querySelector('[aria-checked=true]')
      if (!(radio instanceof HTMLElement) || !(home instanceof HTMLElement) || radio === home) continue
      const before = shown()
      tried++
      radio.click()
      await Promise.resolve()
      if (shown() === before) found.push(`${nameOf(radio)}: ${radio.getAttribute('aria-label')}`)
      home.click()
      await Promise.resolve()
      if (shown() !== before) found.push(`${nameOf(radio)}: not as before when taken back`)
    }
    return { idle: found, groups: new Set(radios.map(nameOf)).size, tried }
  }, main)
  expect(groups).toBe(19)
  expect(tried).toBe(27)
  expect(idle).toEqual([])
})

test('numbers stand on screen when the click is over, and stay what they were then', async ({ page }) => {
  await visit(page, 'en')
  // What is seen of a row: all but its last part, which is heard and waits for the interval.
  const numbers = () =>
    ladderRows(page).evaluateAll((rows) =>
      rows.map((row) => [...row.children].slice(0, -1).map((part) => part.textContent)),
    )
  const before = await numbers()
  const ladder = await page.getByRole('figure', { name: /^23 events in 2026/ }).elementHandle()
  const atOnce = await stateOf(page, 'Who governs', 'Castillo stays').evaluate(async (radio: HTMLElement, ladder) => {
    radio.click()
    await Promise.resolve()
    return [...(ladder?.querySelectorAll('li button') ?? [])].map((row) =>
      [...row.children].slice(0, -1).map((part) => part.textContent),
    )
  }, ladder)
  expect(atOnce).not.toEqual(before)
  await settled(page, 'en')
  expect(await numbers()).toEqual(atOnce)
})

test('no row ever shows the interval of another assignment', async ({ page, context }) => {
  await visit(page, 'en')
  const ladder = await page.getByRole('figure', { name: /^23 events in 2026/ }).elementHandle()
  await ladder?.evaluate((ladder) => {
    const seen: [address: string, label: string][] = []
    Reflect.set(window, 'seen', seen)
    new MutationObserver((changes) => {
      const rows = new Set(changes.map(({ target }) => target.parentElement?.closest('li button')))
      for (const row of rows) if (row) seen.push([location.search, row.lastElementChild?.textContent ?? ''])
    }).observe(ladder, { subtree: true, childList: true, characterData: true })
  })
  for (const [name, state] of [
    ['Who governs', 'Castillo stays'],
    ['Who governs', 'Leftist successor'],
    ['Chancay special economic zone', 'Approved'],
    ['PRC mineral demand', 'Slump'],
    ['Open contracting', 'Adopted'],
  ] as const) {
    // No wait: the next click comes while intervals of the last one are under way.
    await stateOf(page, name, state).click()
  }
  await settled(page, 'en')
  const seen = await page.evaluate(() => Reflect.get(window, 'seen') as [string, string][])
  const addresses = [...new Set(seen.map(([address]) => address))]
  expect(addresses).toHaveLength(5)
  expect(seen.length).toBeGreaterThan(20)

  // The last one opened afresh, the others as by going back to them.
  const other = await context.newPage()
  await visit(other, 'en', addresses.at(-1))
  expect(await labels(ladderRows(page))).toEqual(await labels(ladderRows(other)))
  for (const address of addresses) {
    await other.evaluate((address) => {
      history.replaceState(null, '', address)
      dispatchEvent(new PopStateEvent('popstate'))
    }, address)
    await settled(other, 'en')
    const right = await labels(ladderRows(other))
    const allowed = new Set(right.flatMap((label) => [label, label.replace(/interval .*$/, 'interval being computed')]))
    expect(seen.filter(([at, label]) => at === address && !allowed.has(label))).toEqual([])
  }
})

test('a toggle makes one history entry, and choosing the same state again makes none', async ({ page }) => {
  await visit(page, 'en')
  const entries = () => page.evaluate(() => history.length)
  const start = await entries()
  for (const [i, state] of ['Approved', 'Not approved', 'Approved'].entries()) {
    await stateOf(page, 'Chancay special economic zone', state).click()
    await expect.poll(entries).toBe(start + i + 1)
  }
  const address = page.url()
  expect(address).toContain('chancay-sez=approved')
  await stateOf(page, 'Chancay special economic zone', 'Approved').click()
  await stateOf(page, 'Who governs', 'As of mid-2022').click()
  // A scenario that is in force already is the same state too.
  await page.getByRole('button', { name: words.en.picker }).click()
  await page.getByRole('button', { name: 'Headline only: Chancay zone approved' }).click()
  await settled(page, 'en')
  expect(await entries()).toBe(start + 3)
  expect(page.url()).toBe(address)
})

test('each change is announced politely and once', async ({ page }) => {
  await visit(page, 'en')
  const announcer = page.getByRole('status').filter({ hasText: 'risks likely or higher' })
  await expect(announcer).toHaveText(/^At the baseline\. \d+ of 23 risks likely or higher, was \d+\.$/)
  await expect(announcer).toHaveAttribute('aria-live', 'polite')
  await announcer.evaluate((announcer) => {
    const said: (string | null)[] = []
    Reflect.set(window, 'said', said)
    const note = () => said.push(announcer.textContent)
    new MutationObserver(note).observe(announcer, { subtree: true, childList: true, characterData: true })
  })
  const said = () => page.evaluate(() => Reflect.get(window, 'said') as string[])
  for (const [i, [name, state]] of (
    [
      ['Who governs', 'Castillo stays'],
      ['Port access', 'Privileged'],
      ['Who governs', 'Leftist successor'],
      ['Who governs', 'Transactional successor'],
    ] as const
  ).entries()) {
    await stateOf(page, name, state).click()
    await settled(page, 'en')
    expect(await said(), `after ${name}: ${state}`).toHaveLength(i + 1)
  }
  expect((await said())[0]).toMatch(/^1 assumption changed\. \d+ of 23 risks likely or higher, was \d+\.$/)
})

test('rows that do not move are not touched in the page', async ({ page }) => {
  await visit(page, 'en')
  const ladder = await page.getByRole('figure', { name: /^23 events in 2026/ }).elementHandle()
  await ladder?.evaluate((ladder) => {
    const touched = new Map<string, number>()
    Reflect.set(window, 'touched', touched)
    for (const row of ladder.querySelectorAll('li button')) {
      const name = row.firstElementChild?.textContent ?? ''
      touched.set(name, 0)
      const count = (changes: unknown[]) => touched.set(name, (touched.get(name) ?? 0) + changes.length)
      new MutationObserver(count).observe(row, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      })
    }
  })
  await stateOf(page, 'El Niño', 'Strong').click()
  await stateOf(page, 'Military ties', 'Deepened').click()
  await settled(page, 'en')
  const touched = await page.evaluate(() => [...(Reflect.get(window, 'touched') as Map<string, number>)])
  // What moves in any year is computed anew; a row stands still if it is drawn alike in every year.
  const after = await drawnInEveryYear(page)
  await stateOf(page, 'El Niño', 'Neutral').click()
  await stateOf(page, 'Military ties', 'As is').click()
  const before = await drawnInEveryYear(page)
  const moved = touched.filter(([name]) => before.get(name) !== after.get(name))
  const still = touched.filter(([name]) => before.get(name) === after.get(name))
  expect(moved.length).toBeGreaterThan(0)
  expect(still.length).toBeGreaterThan(5)
  expect(still.filter(([, count]) => count > 0)).toEqual([])
})

/** The drawing of each row, year after year. */
async function drawnInEveryYear(page: Page) {
  const drawn = new Map<string, string>()
  for (let year = 2022; year <= 2030; year++) {
    await page.getByRole('combobox', { name: words.en.year.list }).selectOption(`${year}`)
    await settled(page, 'en')
    const rows = await ladderRows(page).evaluateAll((rows) =>
      rows.map((row): [string, string] => [row.firstElementChild?.textContent ?? '', row.outerHTML]),
    )
    for (const [name, html] of rows) drawn.set(name, (drawn.get(name) ?? '') + html)
  }
  return drawn
}

test('on a phone a toggle in the sheet shows its effect at the foot of the sheet @phone', async ({ page }) => {
  await visit(page, 'en', link)
  const opener = page.getByRole('button', { name: words.en.openRail })
  await expect(opener).toHaveText(/4$/)
  await opener.click()
  const sheet = page.getByRole('dialog', { name: words.en.rail })
  const live = sheet.getByText(/likely or higher/)
  const before = await live.innerText()
  const row = ladderRow(page, events.en.berth)
  await stateOf(page, 'Port access', 'Open').click()
  await expect(sheet.getByText('3 of 19 changed')).toBeVisible()
  expect(await live.locator('..').innerText()).not.toBe(before)
  await sheet.getByRole('button', { name: words.en.done }).click()
  await expect(sheet).toBeHidden()
  await expect(opener).toHaveText(/3$/)
  await expect(row).toHaveAccessibleName(/up \d+ points|unchanged/)
  await expect(assumption(page, 'Port access')).toHaveCount(0)
  await expect(indicator(page, 'Total trade with the PRC')).toBeHidden()
})
