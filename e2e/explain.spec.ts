import { expect, type Locator } from '@playwright/test'
import {
  drawer,
  events,
  indicator,
  labels,
  ladderRow,
  ladderRows,
  link,
  numberOf,
  parseRow,
  settled,
  stateOf,
  test,
  visit,
  words,
} from './explore'

/** The explanation of a row: it opens, adds up, names its evidence, and takes back what it says it would. */

/** The numbers of an explanation as printed: the shift, each side's sum, and each part that stands in a list. */
async function printed(why: Locator) {
  return why.evaluate((why) => {
    const text = (place: Element | null | undefined) => place?.textContent ?? ''
    const sides = [...why.querySelectorAll('section')]
      .filter((section) => / (rules?|reglas?), /.test(text(section.querySelector('h3 small'))))
      .map((section) => ({
        sum: text(section.querySelector('h3 small')).split(', ').at(-1) ?? '',
        parts: [
          ...[...section.querySelectorAll(':scope > ul > li > b')].map(text),
          ...[...section.querySelectorAll(':scope > details > summary > b')].map(text),
        ],
        small: [...section.querySelectorAll(':scope > details > ul > li > b')].map(text),
        folded: text(section.querySelector(':scope > details > summary > b')),
      }))
    return { shift: text([...why.querySelectorAll('p > b')].at(-1)), sides }
  })
}

const sum = (numbers: readonly string[]) => numbers.reduce((total, text) => total + numberOf(text), 0)

for (const { list, query, count } of [
  { list: 'risks', query: link, count: 23 },
  { list: 'opportunities', query: `${link}&year=2030&view=opportunities`, count: 7 },
])
  test(`the parts of each of the ${list} add up to its shift, and its percents are those of the row @soak`, async ({
    page,
  }) => {
    await visit(page, 'en', query)
    const rows = (await labels(ladderRows(page))).map((label) => parseRow(label, 'en'))
    expect(rows).toHaveLength(count)
    const why = drawer(page, 'en')
    let explained = 0
    for (const { name, percent, baseline, shift, low, high } of rows) {
      await ladderRow(page, name).click()
      await expect(why.getByText(`90%: ${low}–${high}`)).toBeVisible()
      await expect(why.getByText(/points$/)).toHaveText(new RegExp(`^\\D?${Math.abs(shift)} points$`))
      expect((await why.locator('p > b').allInnerTexts()).slice(0, 2), name).toEqual([baseline, percent])
      const { shift: shown, sides } = await printed(why)
      expect(numberOf(shown.split(' ')[0] ?? ''), name).toBe(shift)
      if (sides.length === 0) expect(shift, `${name} has no parts`).toBe(0)
      else explained++
      expect(sum(sides.map((side) => side.sum)), `the sides of ${name}`).toBe(shift)
      for (const side of sides) {
        expect(sum(side.parts), `the parts of ${name}`).toBe(numberOf(side.sum))
        expect(sum(side.small), `the small parts of ${name}`).toBe(numberOf(side.folded))
      }
      await expect(why.getByRole('figure')).toHaveCount(sides.length > 0 ? 1 : 0)
    }
    expect(explained).toBeGreaterThan(count / 2)

    // The table behind the last running total lists the same parts.
    const figure = page.getByRole('complementary').getByRole('figure')
    for (const { name, shift } of rows.toSorted((a, b) => b.shift - a.shift).slice(0, 1)) {
      await ladderRow(page, name).click()
      await figure.getByRole('button', { name: words.en.actions(words.en.why) }).click()
      await page.getByRole('menuitem', { name: words.en.asTable }).click()
      const cells = await figure.getByRole('cell').allInnerTexts()
      expect(cells.length, name).toBeGreaterThan(1)
      expect(sum(cells), name).toBe(shift)
    }
  })

test('the parts of every indicator add up to its shift @soak', async ({ page }) => {
  await visit(page, 'es', `${link}&year=2030&view=indicators`)
  const charts = page.getByRole('figure').getByRole('button', { name: /en 2030, / })
  await expect(charts).toHaveCount(22)
  const why = drawer(page, 'es')
  let explained = 0
  for (const label of await labels(charts)) {
    const name = label.split(': ')[0] ?? ''
    await indicator(page, name).click()
    await expect(indicator(page, name)).toHaveAttribute('aria-expanded', 'true')
    const { shift, sides } = await printed(why)
    const total = numberOf(shift.split(' ')[0] ?? '')
    expect(total, name).not.toBeNaN()
    if (sides.length > 0) explained++
    expect(sum(sides.map((side) => side.sum)), `the sides of ${name}`).toBeCloseTo(total, 6)
    for (const side of sides) {
      expect(sum(side.parts), `the parts of ${name}`).toBeCloseTo(numberOf(side.sum), 6)
      expect(sum(side.small), `the small parts of ${name}`).toBeCloseTo(numberOf(side.folded), 6)
    }
  }
  expect(explained).toBeGreaterThan(5)
})

test('an evidence chip shows claim, section, notes and caution', async ({ page }) => {
  await visit(page, 'en', '?v=1&pack=1.2.0&leadership=leftist-successor&open=prc-pressure')
  const chip = drawer(page, 'en').getByRole('button', { name: /^Evidence: Politics · fn 29/ })
  await chip.first().click()
  const facts = page.getByRole('dialog', { name: 'Evidence' }).getByRole('listitem')
  await expect(facts.first()).toBeVisible()
  const fact = facts.filter({ hasText: 'Politics · fn 29' })
  await expect(fact).toContainText(
    /· Vouched for by: (the author|officials|reported|alleged|people consulted|critics|the company)/,
  )
  expect((await fact.getByRole('paragraph').nth(1).innerText()).length).toBeGreaterThan(40)
  await expect(fact.getByRole('img', { name: 'Caution' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(facts).toHaveCount(0)
  await expect(chip.first()).toBeFocused()
  await expect(drawer(page, 'en')).toBeVisible()
})

test('a fact without a footnote says so, and one printed with a figure prints it @soak', async ({ page }) => {
  await visit(page, 'es', '?v=1&pack=1.2.0&chancay-sez=approved&open=imports-from-prc&view=indicators')
  await drawer(page, 'es')
    .getByRole('button', { name: /^Evidencia: Comercio/ })
    .last()
    .click()
  const facts = page.getByRole('dialog', { name: 'Evidencia' })
  await expect(facts.getByText(/^Cifra como se imprimió: .*\d/).first()).toBeVisible()
  await expect(facts.getByText(/· (sin nota|nota \d+)/).first()).toBeVisible()
})

test('a part that comes through another variable opens to the rules behind it @soak', async ({ page }) => {
  await visit(page, 'en', `${link}&open=callao-displaced`)
  const part = drawer(page, 'en').getByRole('listitem').filter({ hasText: 'Through “Callao' })
  const behind = part.getByText(/^The (rule|\d+ rules) behind it$/)
  const promised = Number(/\d+/.exec(await behind.innerText())?.[0] ?? 1)
  await expect(part.getByRole('listitem')).toHaveCount(0)
  await behind.click()
  await expect(part.getByRole('listitem')).toHaveCount(promised)
  await expect(part.getByRole('listitem').first()).toContainText(/: .*(Stated|Implied|Judgement)/s)
})

test('what would bring a row back does what it says when pressed', async ({ page }) => {
  await visit(page, 'en', `${link}&open=berth-refused`)
  const back = drawer(page, 'en')
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: 'Port access: Open' }) })
  const spokenRow = async () => parseRow((await labels(ladderRow(page, events.en.berth)))[0] ?? '', 'en')
  const before = await spokenRow()
  const [, promised = '', change = ''] = (await back.innerText()).split(/\s*\n\s*/)
  await back.getByRole('button').click()
  await expect(stateOf(page, 'Port access', 'Open')).toBeChecked()
  await settled(page, 'en')
  const after = await spokenRow()
  expect(after.percent).toBe(promised)
  expect(after.shift).toBe(before.shift + numberOf(change))
  expect(page.url()).not.toContain('port-access')
  await page.keyboard.press('u')
  await expect(stateOf(page, 'Port access', 'Privileged')).toBeChecked()
})

test('another baseline of imports moves total trade, names itself on the card and stands in the address @soak', async ({
  page,
}) => {
  await visit(page, 'en', '?v=1&pack=1.2.0&open=imports-from-prc&view=indicators')
  const total = indicator(page, 'Total trade with the PRC')
  await expect(total).toHaveAccessibleName(/^Total trade with the PRC: 21\.5 /)
  const unit = page.getByRole('main').getByText(/^US\$ bn a year; baseline As in 2020/)
  await expect(unit).toHaveCount(0)
  await drawer(page, 'en')
    .getByRole('radiogroup', { name: 'Baseline used' })
    .getByRole('radio', { name: 'As in 2020' })
    .click()
  await expect(total).toHaveAccessibleName(/^Total trade with the PRC: 27\.0 /)
  await expect(page).toHaveURL(/base\.imports-from-prc=2020/)
  // Imports themselves, and what is computed from them: total trade and the balance, at least.
  expect(await unit.count()).toBeGreaterThanOrEqual(3)
  await settled(page, 'en')
  await page.reload()
  await expect(total).toHaveAccessibleName(/^Total trade with the PRC: 27\.0 /)
  await page.getByRole('radio', { name: '2021', exact: true }).click()
  await expect(total).toHaveAccessibleName(/^Total trade with the PRC: 21\.5 /)
  await expect(page).not.toHaveURL(/base\./)
})

test('at the baseline an explanation says that no rule moves the row @soak', async ({ page }) => {
  await visit(page, 'es', '?v=1&pack=1.2.0&open=cabinet-change')
  const why = drawer(page, 'es')
  await expect(why.getByText('Ninguna regla une sus cambios con este evento; por eso sigue en 80%.')).toBeVisible()
  await expect(why.getByRole('figure')).toHaveCount(0)
  await expect(why.getByText(/^\d+ reglas sobre ella no actúan ahora$/)).toBeVisible()
  await page.getByRole('link', { name: 'EN', exact: true }).click()
  await expect(
    drawer(page, 'en').getByText('No rule links your changes to this event, so it stays at 80%.'),
  ).toBeVisible()
})

test('a row opens and closes its explanation; so do Close and Escape', async ({ page }) => {
  await visit(page, 'en', link)
  const row = ladderRow(page, events.en.cosco)
  const why = drawer(page, 'en')
  await row.click()
  await expect(why).toBeVisible()
  await expect(row).toHaveAttribute('aria-expanded', 'true')
  await row.click()
  await expect(why).toHaveCount(0)
  for (const key of ['Escape', 'Enter']) {
    await row.click()
    await why.getByRole('button', { name: words.en.close }).focus()
    await page.keyboard.press(key)
    await expect(why, key).toHaveCount(0)
    await expect(row, `${key} leaves the focus on the row`).toBeFocused()
  }
  await expect(row).toHaveAttribute('aria-expanded', 'false')
  await expect(page).not.toHaveURL(/open=/)
})

test('on a phone the explanation is a sheet over the page, and closing gives the row its focus back @phone', async ({
  page,
}) => {
  await visit(page, 'es', link)
  const row = ladderRow(page, events.es.berth)
  const { shift } = parseRow((await labels(row))[0] ?? '', 'es')
  expect(shift).toBeGreaterThan(10)
  const sheet = page.getByRole('dialog', { name: words.es.why })
  for (const close of ['Escape', 'button'] as const) {
    await row.click()
    await expect(sheet).toBeVisible()
    expect(sum((await printed(sheet)).sides.map((side) => side.sum))).toBe(shift)
    if (close === 'Escape') await page.keyboard.press('Escape')
    else await sheet.getByRole('button', { name: words.es.close }).click()
    await expect(sheet).toHaveCount(0)
    await expect(row, `after ${close}`).toBeFocused()
  }
})
