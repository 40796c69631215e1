import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { visit as visitCompare } from './compare'
import { ladderRow, locales, parseRow, settled, test, visit, words } from './explore'

/** My version: what a reader changes of the model is everywhere at once, and goes where the reader goes. */

const say = {
  en: {
    title: 'My version.',
    list: 'List them',
    listTitle: 'What I changed in the model',
    back: 'Take back',
    all: 'Take all back',
    own: 'Show the model’s own',
    two: 'Compare the two',
    event: 'PRC deal signed without a tender',
    packs: 'as the model has it',
    changes: 'My changes of the model',
    count: '2 changes to the model.',
    why: 'Why',
  },
  es: {
    title: 'Mi versión.',
    list: 'Ver lista',
    listTitle: 'Lo que cambié en el modelo',
    back: 'Deshacer',
    all: 'Deshacer todos',
    own: 'Mostrar el original',
    two: 'Comparar los dos',
    event: 'Trato con China sin licitación',
    packs: 'según el modelo',
    changes: 'Mis cambios del modelo',
    count: '2 cambios al modelo.',
    why: 'Por qué',
  },
} as const

const scenario = 'v=1&pack=1.2.0&leadership=transactional-successor'
const changes = 'effect.transactional-private-bargains.direct-deal=1.5_2.5_4&off.infra-transactional-deals=1'
const bar = (page: Page, locale: 'en' | 'es') => page.getByRole('region', { name: say[locale].title })

for (const locale of locales)
  test(`a changed effect moves its event, stands beside the model’s own, and goes to Compare and back (${locale}) @soak`, async ({
    page,
  }) => {
    const { event, count, own, two, packs, changes: part, all } = say[locale]
    await visit(page, locale, `?${scenario}`)
    const packValue = parseRow((await ladderRow(page, event).textContent()) ?? '', locale)
    await visit(page, locale, `?${scenario}&${changes}`)
    await expect(bar(page, locale)).toContainText(count)
    const mine = (await ladderRow(page, event).locator('span').last().textContent()) ?? ''
    expect(mine).not.toContain(`, ${packValue.percent},`)

    await page.getByRole('checkbox', { name: own }).check()
    await expect(ladderRow(page, event)).toContainText(packValue.percent)
    await page.goBack()
    await expect(page.getByRole('checkbox', { name: own })).not.toBeChecked()

    await page.getByRole('link', { name: two }).click()
    await expect(page.getByRole('heading', { level: 2, name: packs })).toHaveCount(2)
    await page
      .getByRole('listitem')
      .getByRole('button', { name: new RegExp(`^${event}`) })
      .first()
      .click()
    await expect(page.getByRole('button', { name: part })).toBeVisible()
    await bar(page, locale).getByRole('button', { name: all }).click()
    await expect(bar(page, locale)).toHaveCount(0)
    await page.goBack()
    await expect(bar(page, locale)).toContainText(count)
  })

test('the list tells old and new, keeps a reason over a reload, and takes one change back @soak', async ({ page }) => {
  await visit(page, 'en', `?${scenario}&${changes}`)
  await bar(page, 'en').getByRole('button', { name: say.en.list }).click()
  const list = page.getByRole('dialog', { name: say.en.listTitle })
  await expect(list.getByRole('listitem')).toHaveCount(2)
  const first = list.getByRole('listitem').first()
  await expect(first).toContainText('The model says: odds ×1.4 (0.95–2.2)')
  await expect(first).toContainText('My version: odds ×2.5 (1.5–4)')
  await first.getByRole('textbox', { name: say.en.why }).fill('Our own count of tenders.')
  await page.reload()
  await settled(page, 'en')
  await bar(page, 'en').getByRole('button', { name: say.en.list }).click()
  await expect(first.getByRole('textbox', { name: say.en.why })).toHaveValue('Our own count of tenders.')
  await first.getByRole('button', { name: say.en.back }).click()
  await expect(list.getByRole('listitem')).toHaveCount(1)
  expect(new URL(page.url()).searchParams.has('off.infra-transactional-deals')).toBe(true)
  expect(new URL(page.url()).search).not.toContain('effect.')
  expect(page.url()).not.toContain('tenders')
})

test('changes travel in the scenario file with their reasons, and the table that is taken home is computed with them @soak', async ({
  page,
}) => {
  await page.addInitScript(() =>
    localStorage.setItem(
      'encrucijada-reasons',
      JSON.stringify({ 'peru-prc/off.infra-transactional-deals': 'No basis in the text.' }),
    ),
  )
  await visitCompare(page, 'en', `?v=1&pack=1.2.0&${changes}`)
  const begun = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Take home' }).first().click()
  await page.getByRole('menuitem', { name: /as a file/ }).click()
  const text = await readFile(await (await begun).path(), 'utf8')
  expect(JSON.parse(text)).toMatchObject({
    version: 2,
    changes: [
      { kind: 'effect', low: 1.5, central: 2.5, high: 4 },
      { kind: 'off', rule: 'infra-transactional-deals', reason: 'No basis in the text.' },
    ],
  })
  const tabled = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Take home' }).first().click()
  await page.getByRole('menuitem', { name: /by year \(CSV\)/ }).click()
  const table = await readFile(await (await tabled).path(), 'utf8')
  const line = table.split('\r\n').find((own) => /^C,.*,direct-deal,.*,2026,/.test(own)) ?? ''
  const [, central = ''] = /,2026,[\d.]+,([\d.]+),/.exec(line) ?? []
  const shown = page
    .getByRole('listitem')
    .getByRole('button', { name: /^PRC deal signed without a tender/ })
    .first()
  await expect(shown).toContainText(`C ${Math.round(100 * Number(central))}%`)

  await page.goto('/en')
  await settled(page, 'en')
  await expect(ladderRow(page, say.en.event)).toBeVisible()
  await page.getByRole('button', { name: 'Save scenario' }).click()
  await page
    .getByLabel('Open a file…')
    .last()
    .setInputFiles({ name: 'ours.json', mimeType: 'application/json', buffer: Buffer.from(text) })
  await page.getByRole('button', { name: 'Use that version here' }).click()
  await page.keyboard.press('Escape')
  await expect(bar(page, 'en')).toContainText(say.en.count)
  expect(new URL(page.url()).searchParams.get('off.infra-transactional-deals')).toBe('1')
})

test('a version too long for a link works in this browser, is shared as a file, and is told where it is not @soak', async ({
  page,
  browser,
}) => {
  const { rules } = JSON.parse(await readFile('data/peru-prc/rules.json', 'utf8'))
  const many = rules.slice(0, 120).map(({ id }: { id: string }) => `off.${id}=1`)
  await visit(page, 'en', `?${scenario}&${many.slice(0, 80).join('&')}`)
  await expect(bar(page, 'en')).toContainText('80 changes')
  // One change more, made on the page: the address names what this browser keeps.
  await page.getByRole('radio', { name: words.en.views.indicators }).click()
  await expect.poll(() => new URL(page.url()).searchParams.has('mine')).toBe(true)
  expect(page.url().length).toBeLessThan(300)
  await page.reload()
  await settled(page, 'en')
  await expect(bar(page, 'en')).toContainText('80 changes')
  const begun = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Share link' }).click()
  expect(JSON.parse(await readFile(await (await begun).path(), 'utf8')).changes).toHaveLength(80)
  await expect(page.getByText(/80 changes make a link too long/)).toBeVisible()

  const elsewhere = await (await browser.newContext()).newPage()
  await elsewhere.goto(page.url())
  await expect(elsewhere.getByText(/is not kept in this browser/)).toBeVisible()
  await elsewhere.context().close()
})
