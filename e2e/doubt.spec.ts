import { expect, type Locator, type Page } from '@playwright/test'
import { labels, ladderRow, link, numberOf, parseRow, settled, stateOf, test, visit, words } from './explore'
import { faults } from './fit'

/** The two parts of Rules for who doubts: what pushes what, and what a number hangs on. */

const diagram = (page: Page) => page.getByRole('region', { name: 'What pushes what', exact: true })
const chosen = (page: Page) => page.getByRole('region', { name: 'What is chosen', exact: true })
/** What has the focus, as it is heard. */
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')

/** A link as its button in the diagram is heard. */
function parseLink(text: string) {
  const [, from = '', to = '', strength = ''] = /^(.+) pushes (.+) (?:up|down): (×\S+), /.exec(text) ?? []
  expect(strength, `the text of a link: ${text}`).not.toBe('')
  return { from, to, strength }
}

/** The columns of every row of the list: what pushes, what is pushed, strength, lag, basis. */
const listed = (page: Page) =>
  page
    .getByRole('region', { name: 'All links' })
    .getByRole('button')
    .evaluateAll((rows) => rows.map((row) => [...row.children].slice(0, 5).map((cell) => cell.textContent)))

test('a link is found by keyboard, told in words, stays in the address, and is a row of the table @soak', async ({
  page,
}) => {
  await visit(page, 'en', '/rules?view=links')
  await diagram(page).getByRole('button').first().focus()
  const first = await focused(page)
  await page.keyboard.press('ArrowRight')
  const heard = await focused(page)
  const { from, to, strength } = parseLink(heard)
  expect(first).toContain(`${from}, `)
  await page.keyboard.press('Enter')
  const pressed = diagram(page).getByRole('button', { pressed: true })
  await expect(pressed).toHaveAccessibleName(heard)
  await expect(chosen(page).getByRole('heading')).toHaveText(`${from} → ${to}`)
  await expect(chosen(page)).toContainText(strength)
  await expect(page).toHaveURL(/[?&]link=[a-z]/)
  expect(await faults(page)).toEqual([])

  await page.reload()
  await expect(chosen(page).getByRole('heading')).toHaveText(`${from} → ${to}`)
  await expect(pressed).toHaveAccessibleName(heard)
  // From the link to the variable it comes from, and from there to another link of it.
  await chosen(page).getByRole('button', { name: from, exact: true }).click()
  await expect(page).toHaveURL(/[?&]open=[a-z]/)
  await expect(page).not.toHaveURL(/[?&]link=/)
  await chosen(page).getByRole('listitem').getByRole('button').last().click()
  await expect(page).toHaveURL(/[?&]link=[a-z]/)
  await pressed.focus()
  await page.keyboard.press('Escape')
  await expect(page).not.toHaveURL(/[?&](link|open)=/)

  const rows = await listed(page)
  expect(
    await diagram(page)
      .getByRole('button', { name: / pushes / })
      .count(),
  ).toBe(rows.length)
  await page.getByRole('button', { name: words.en.actions('What pushes what') }).click()
  await page.getByRole('menuitem', { name: words.en.asTable }).click()
  const table = page.getByRole('figure').getByRole('row')
  await expect(table).toHaveCount(rows.length + 1)
  const cells = await table.evaluateAll((all) => all.slice(1).map((row) => [...row.children].map((c) => c.textContent)))
  expect(cells).toEqual(rows)
})

/** The rows of one half of the tornado: what is moved, and the values it is moved between. */
async function swings(group: Locator) {
  return group.getByRole('listitem').evaluateAll((rows) =>
    rows.map((row) => {
      const [low = '', high = ''] = (row.querySelector('.hidden')?.textContent ?? '').split(' to ')
      return { label: row.querySelector('a')?.textContent ?? '', low, high }
    }),
  )
}

test('what moves an event most moves it so far in Explore, and its interval is the one there @soak', async ({
  page,
}) => {
  const event = 'Prime minister and cabinet fall'
  await visit(page, 'en', `/rules${link}&open=cabinet-change&view=sensitivity`)
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(`What “${event}” hangs on, 2026`)
  const now = (
    await page
      .getByText(/under Transactional successor/)
      .locator('b')
      .first()
      .innerText()
  ).trim()
  const widest = (list: Awaited<ReturnType<typeof swings>>) =>
    list.map(({ low, high }) => Math.abs(numberOf(high) - numberOf(low)))
  const numbers = await swings(page.getByRole('region', { name: 'One number at a time, others at their centre' }))
  const assumptions = await swings(page.getByRole('region', { name: 'One assumption at a time' }))
  for (const list of [numbers, assumptions]) {
    expect(list.length).toBeGreaterThan(3)
    const [first = 0, ...others] = widest(list)
    expect(Math.max(...others)).toBeLessThanOrEqual(first + 1)
  }
  const [most] = assumptions
  expect([most?.label, most?.high]).toEqual(['Cabinet', now])
  expect(await faults(page)).toEqual([])

  // Nothing is drawn before it is asked for.
  const sure = page.getByRole('group').filter({ hasText: 'How sure are the ends' })
  await expect(sure.getByRole('table')).toHaveCount(0)
  await sure.getByText('How sure are the ends of the interval?').click()
  await expect(sure).toContainText('2,048 draws')
  const ends = await sure
    .getByRole('row')
    .evaluateAll((rows) =>
      rows.slice(1).map((row) => [...row.querySelectorAll('td')].flatMap((cell) => cell.textContent.split(' to '))),
    )
  expect(ends).toHaveLength(2)
  for (const [value = '', least = '', most = ''] of ends) {
    expect(numberOf(least)).toBeLessThan(numberOf(value))
    expect(numberOf(most)).toBeGreaterThan(numberOf(value))
    expect(numberOf(most) - numberOf(least)).toBeLessThan(5)
  }

  await visit(page, 'en', link)
  const row = async () => parseRow((await labels(ladderRow(page, event)))[0] ?? '', 'en')
  const before = await row()
  expect(before.percent).toBe(now)
  for (const [i, end] of [before.low, before.high].entries())
    expect(Math.abs(numberOf(end) - numberOf(ends[i]?.[0] ?? ''))).toBeLessThanOrEqual(0.55)
  await stateOf(page, 'Cabinet', 'Settled').click()
  await settled(page, 'en')
  expect((await row()).percent).toBe(most?.low)
})

test('@phone a link is told in its row, and a variable keeps its place from one part to the next @soak', async ({
  page,
}) => {
  await visit(page, 'es', '/rules?view=links')
  const row = page.getByRole('region', { name: 'Todos los vínculos' }).getByRole('listitem').nth(2)
  await row.getByRole('button').first().click()
  await expect(row).toContainText('un año después')
  expect(await faults(page)).toEqual([])
  const told = page.getByRole('region', { name: 'Lo elegido' })
  const name = await told.getByRole('heading').getByRole('button').last().innerText()
  await told.getByRole('heading').getByRole('button').last().click()
  await page.getByRole('radio', { name: 'Sensibilidad' }).click()
  await expect(page.getByRole('heading', { level: 2 })).toContainText(`«${name}»`)
  expect(await faults(page)).toEqual([])
})
