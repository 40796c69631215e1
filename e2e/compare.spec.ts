import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { rows, visit } from './compare'
import { test } from './explore'

/** Compare by mouse, keyboard and phone: what is changed is seen everywhere, kept in the address, and taken home. */

const say = {
  en: {
    title: (n: string, from: string) => `${n} scenarios compared with ${from}`,
    baseline: 'the baseline',
    base: 'Baseline',
    b: 'B Leftist successor',
    d: 'D Transactional, with zone',
    reference: (name: string) => new RegExp(`^Compared? with this ${name}$`),
    assumption: '5G',
    state: 'Diversified',
    region: 'Assumptions side by side',
    from: 'From',
    to: 'To',
    variable: 'Variable explained',
    callao: 'Callao loses a third of its boxes',
    actions: (name: string) => `Actions: ${name}`,
    remove: 'Remove',
    right: 'Move right',
    add: 'Add a scenario',
    save: 'Save scenario',
    first: 'First scenario shown',
    second: 'Second scenario shown',
    rename: (name: string) => `Name ${name}`,
    saved: (name: string) => `Saved as “${name}”.`,
  },
  es: {
    title: (n: string, from: string) => `${n} escenarios frente a ${from}`,
    baseline: 'la línea base',
    base: 'Línea base',
    b: 'B Sucesor de izquierda',
    d: 'D Transaccional, con zona',
    reference: (name: string) => new RegExp(`^(Comparar|Se compara) con este ${name}$`),
    assumption: '5G',
    state: 'Diversificado',
    region: 'Supuestos lado a lado',
    from: 'De',
    to: 'A',
    variable: 'Variable explicada',
    callao: 'Callao pierde un tercio de TEU',
    actions: (name: string) => `Acciones: ${name}`,
    remove: 'Quitar',
    right: 'Mover a la derecha',
    add: 'Agregar un escenario',
    save: 'Guardar escenario',
    first: 'Primer escenario mostrado',
    second: 'Segundo escenario mostrado',
    rename: (name: string) => `Nombre ${name}`,
    saved: (name: string) => `Guardado como «${name}».`,
  },
} as const

const title = (page: Page) => page.getByRole('heading', { level: 1 })
/** What the rows say: unlike the letters beside the marks it does not depend on the width of the plot. */
const spoken = (page: Page) => rows(page).evaluateAll((rows) => rows.map((row) => row.lastElementChild?.textContent))
const query = (page: Page) => new URL(page.url()).searchParams

test('a change in one column is painted whole in the next frame, and stays what it was then', async ({ page }) => {
  await visit(page, 'en', '?year=2030')
  const list = page.getByRole('combobox', { name: '5G, B Leftist successor', exact: true })
  // Ladder, sectors, difference, its draws, and four curves: what stands on the first screen.
  const { before, atOnce, atFrame, later } = await list.evaluate(async (list) => {
    if (!(list instanceof HTMLSelectElement)) throw new Error('No list of states.')
    const figures = [...document.querySelectorAll('figure')].slice(0, 8)
    const shown = () => figures.map((figure) => figure.innerHTML)
    const frame = () => new Promise(requestAnimationFrame)
    await frame()
    const before = shown()
    list.value = 'diversified'
    list.dispatchEvent(new Event('change', { bubbles: true }))
    await Promise.resolve()
    const atOnce = shown()
    await frame()
    const atFrame = shown()
    await new Promise((resolve) => setTimeout(resolve, 1500))
    return { before, atOnce, atFrame, later: shown() }
  })
  expect(before).toHaveLength(8)
  expect(atOnce).not.toEqual(before)
  expect(atFrame).toEqual(atOnce)
  expect(later).toEqual(atOnce)
})

// Each behaviour in one language, by turns: the words of both are asked elsewhere.

test('a state chosen in one column moves its marks, stands in the address, and goes back by the back button (en)', async ({
  page,
}) => {
  const w = say.en
  await visit(page, 'en', '?year=2030')
  await expect(rows(page)).toHaveCount(23)
  const before = await spoken(page)
  const list = page.getByRole('combobox', { name: `${w.assumption}, ${w.d}`, exact: true })
  await list.selectOption({ label: w.state })
  await expect.poll(() => query(page).get('d')).toBe('transactional-with-sez_five-g.diversified')
  const after = await spoken(page)
  expect(after).not.toEqual(before)
  await page.reload()
  await expect.poll(() => spoken(page)).toEqual(after)
  await page.goBack()
  await expect.poll(() => spoken(page)).toEqual(before)
  await expect(list).not.toHaveValue('diversified')
})

test('one press makes another scenario the reference, and every word follows (es) @soak', async ({ page }) => {
  const w = say.es
  await visit(page, 'es')
  await page.getByRole('button', { name: w.reference(w.b) }).click()
  await expect(title(page)).toHaveText(w.title('Tres', w.b))
  await expect(page.getByText(`respecto de ${w.b}, puntos`)).toBeVisible()
  await expect(page.getByRole('button', { name: w.reference(w.b) })).toHaveAttribute('aria-pressed', 'true')
  await page.reload()
  await expect(title(page)).toHaveText(w.title('Tres', w.b))
  await page.getByRole('button', { name: w.reference(w.base) }).click()
  await expect(title(page)).toHaveText(w.title('Cuatro', w.baseline))
})

test('a difference is split into parts that add up to it, each opening its rules and their evidence (en)', async ({
  page,
}) => {
  const w = say.en
  await visit(page, 'en', '?year=2030')
  await page.getByRole('combobox', { name: w.from, exact: true }).selectOption({ label: w.b })
  await page.getByRole('combobox', { name: w.variable, exact: true }).selectOption({ label: w.callao })
  const panel = page.getByRole('figure').filter({ has: page.getByRole('combobox', { name: w.variable }) })
  const number = (text: string) => Number(text.replace('−', '-').replace(/[+%,]/g, ''))
  const ends = await panel.locator('div > b').allTextContents()
  const parts = await panel.locator('button[aria-expanded] > b').allTextContents()
  const [from = NaN, to = NaN] = ends.map(number)
  expect(parts.length).toBeGreaterThan(1)
  expect(parts.map(number).reduce((sum, part) => sum + part, 0)).toBe(to - from)
  await panel.locator('button[aria-expanded]:has(small)').first().click()
  await panel
    .getByRole('button', { name: /^(Evidence|Evidencia): / })
    .first()
    .click()
  await expect(page.getByRole('dialog')).toBeVisible()
})

test('columns are moved, removed and added, and the address opens them again (es) @soak', async ({ page }) => {
  const w = say.es
  await visit(page, 'es')
  const act = async (name: string, action: string) => {
    await page.getByRole('button', { name: w.actions(name), exact: true }).click()
    await page.getByRole('menuitem', { name: action, exact: true }).click()
  }
  await act(w.b, w.right)
  await expect.poll(() => query(page).get('c')).toBe('leftist-successor')
  await act(w.d, w.remove)
  await expect.poll(() => query(page).has('d')).toBe(false)
  await page.getByRole('button', { name: w.add, exact: true }).click()
  await page.getByRole('dialog').getByRole('button').filter({ hasText: /./ }).nth(3).click()
  await expect.poll(() => query(page).has('d')).toBe(true)
  const names = await page.getByRole('heading', { level: 2 }).allTextContents()
  await page.reload()
  await expect.poll(() => page.getByRole('heading', { level: 2 }).allTextContents()).toEqual(names)
})

test('on a phone two scenarios stand beside each other, and which two can be chosen (en) @phone', async ({ page }) => {
  const w = say.en
  await visit(page, 'en', '?year=2030')
  const marks = (letter: string) => rows(page).filter({ hasText: new RegExp(`${letter} \\d+%`) })
  await expect(marks('A')).toHaveCount(23)
  await expect(marks('B')).toHaveCount(0)
  await page.getByRole('combobox', { name: w.first, exact: true }).selectOption({ label: w.b })
  await expect(marks('B')).toHaveCount(23)
  await expect(marks('A')).toHaveCount(0)
  // The same on both sides: they change places.
  await page.getByRole('combobox', { name: w.first, exact: true }).selectOption({ label: w.d })
  await expect(page.getByRole('combobox', { name: w.second, exact: true }).locator('option:checked')).toHaveText(w.b)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
})

test('the whole way by keyboard: a state, the reference, a row, a bar, a name (es) @soak', async ({ page }) => {
  const w = say.es
  await visit(page, 'es')
  const focusOn = (name: string | RegExp, role: 'button' | 'combobox') =>
    page.getByRole(role, { name, exact: true }).first().focus()
  await focusOn(w.reference(w.b), 'button')
  await page.keyboard.press('Enter')
  await expect(title(page)).toHaveText(w.title('Tres', w.b))
  await focusOn(`${w.assumption}, ${w.d}`, 'combobox')
  await page.keyboard.press('ArrowUp')
  await expect.poll(() => query(page).get('d')).toContain('five-g')
  await rows(page).nth(4).focus()
  await page.keyboard.press('Enter')
  await expect(rows(page).nth(4)).toHaveAttribute('aria-pressed', 'true')
  const bar = page.locator('button[aria-expanded]:has(small)').first()
  await bar.focus()
  await page.keyboard.press('Enter')
  await expect(bar).toHaveAttribute('aria-expanded', 'true')
  await focusOn(w.rename(w.b), 'button')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('=Group 1')
  await page.keyboard.press('Enter')
  await expect(page.getByText(w.saved('=Group 1'))).toBeVisible()
  await page.keyboard.press('Escape')
  const named = page.getByRole('heading', { name: 'B =Group 1', exact: true })
  await expect(named).toBeVisible()
  await page.reload()
  await expect(named).toBeVisible()
  await page.keyboard.press('u')
  await expect(page.getByRole('heading', { name: w.b, exact: true })).toBeVisible()
})

test.describe('kept scenarios', () => {
  const open = async (page: Page) => {
    await page.getByRole('button', { name: say.en.save, exact: true }).click()
    return page.getByRole('dialog')
  }

  test('are saved with a note, used, duplicated, moved, deleted, brought back, and outlive a reload @soak', async ({
    page,
  }) => {
    await page.goto('/en?leadership=castillo-stays&five-g=diversified')
    const sheet = await open(page)
    await sheet.getByLabel('Name').fill('Group 1 =2+2')
    await sheet.getByLabel('Note').fill('Agreed at ten.')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(sheet.getByText('“Group 1 =2+2” is saved.')).toBeVisible()
    const act = async (name: string, action: string) => {
      await sheet.getByRole('button', { name: `Actions: ${name}`, exact: true }).click()
      await page.getByRole('menuitem', { name: action, exact: true }).click()
    }
    await act('Group 1 =2+2', 'Duplicate')
    const names = sheet.getByRole('heading', { level: 4 })
    await expect(names).toHaveText(['Group 1 =2+2', 'Group 1 =2+2, copy'])
    await act('Group 1 =2+2, copy', 'Move up')
    await expect(names).toHaveText(['Group 1 =2+2, copy', 'Group 1 =2+2'])
    await act('Group 1 =2+2, copy', 'Delete')
    await expect(names).toHaveText(['Group 1 =2+2'])
    await sheet.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect(names).toHaveText(['Group 1 =2+2, copy', 'Group 1 =2+2'])
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Group 1 =2+2')
    await page.goto('/en/compare')
    await expect((await open(page)).getByRole('heading', { level: 4 })).toHaveText([
      'Group 1 =2+2, copy',
      'Group 1 =2+2',
    ])
    await page.getByRole('button', { name: 'Add to the comparison: Group 1 =2+2', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'D Group 1 =2+2' })).toBeVisible()
  })

  test('saved in one tab stand in the other @soak', async ({ page, context }) => {
    await page.goto('/en?leadership=castillo-stays')
    const other = await context.newPage()
    await other.goto('/en')
    const shelf = await open(other)
    const sheet = await open(page)
    await sheet.getByLabel('Name').fill('From the first tab')
    await sheet.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(shelf.getByRole('heading', { name: 'From the first tab' })).toBeVisible()
  })

  test('go home as a file and come back equal; what is no scenario file is refused whole @soak', async ({ page }) => {
    await page.goto('/en?leadership=leftist-successor&five-g=diversified')
    const sheet = await open(page)
    await sheet.getByLabel('Name').fill('Ours')
    await sheet.getByRole('button', { name: 'Save', exact: true }).click()
    const begun = page.waitForEvent('download')
    await sheet.getByRole('button', { name: 'Save all as a file', exact: true }).click()
    const file = await begun
    expect(file.suggestedFilename()).toBe('encrucijada-Ours.json')
    const text = await readFile(await file.path(), 'utf8')
    expect(JSON.parse(text)).toMatchObject({ format: 'encrucijada-scenarios', scenarios: [{ name: 'Ours' }] })
    const take = (name: string, content: string | Buffer) =>
      sheet
        .locator('input[type=file]')
        .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) })
    await take('ours.json', text)
    await expect(sheet.getByText('1 scenario added.')).toBeVisible()
    await expect(sheet.getByRole('heading', { level: 4 })).toHaveText(['Ours', 'Ours'])
    for (const [name, content, reason] of [
      ['broken.json', text.slice(0, 80), /not JSON/],
      ['other.json', '{"a":1}', /not a scenario file/],
      ['picture.json', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10]), /a PNG picture/],
      ['newer.json', text.replace('"version": 1,', '"version": 3,'), /newer version/],
      ['half.json', text.replace('"name": "Ours"', '"name": 7'), /scenarios\[0\]\.name/],
    ] as const) {
      await take(name, content)
      await expect(sheet.getByText(`“${name}” was not opened, and nothing of it was taken:`)).toBeVisible()
      await expect(sheet.getByRole('alert').getByText(reason)).toBeVisible()
      await expect(sheet.getByRole('heading', { level: 4 })).toHaveCount(2)
    }
  })

  test('last for the visit where the browser stores nothing, and the page says so @soak', async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }))
    await page.goto('/en?leadership=castillo-stays')
    const sheet = await open(page)
    await expect(sheet.getByText('This browser does not let the page store anything')).toBeVisible()
    await sheet.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(sheet.getByRole('heading', { level: 4 })).toHaveCount(1)
    await expect(sheet.getByText('“Castillo stays, headline only” lasts only while this tab is open.')).toBeVisible()
  })
})

test('a link made with an earlier pack shows its figures and those of now @soak', async ({ page }) => {
  await page.goto('/en?v=1&pack=1.0.0&chancay-sez=approved&year=2030')
  const told = page.getByRole('region', { name: 'The model has changed since this link was made' })
  await expect(told.getByText(/made with peru-prc 1\.0\.0/)).toBeVisible()
  await told.getByText(/figures for 2030 read otherwise/).click()
  await expect(told.getByRole('rowheader', { name: 'Chancay zone outside labour law' })).toBeVisible()
  await page.goto('/en?v=1&pack=1.0.0&leadership=castillo-stays')
  await expect(told.getByText('All 52 figures for 2026 read the same in both versions.')).toBeVisible()
  // The scenarios that this address names are not those it named then: the ones of then are compared, and can be opened.
  await page.goto('/en/compare?v=1&pack=1.0.0&year=2030')
  await expect(told.getByText(/means other scenarios now/)).toBeVisible()
  await told.getByRole('button', { name: 'Show those scenarios on this page' }).click()
  await expect(page.getByRole('heading', { name: 'D Chancay zone approved' })).toBeVisible()
  await expect(told).toHaveCount(0)
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'D Transactional, with zone' })).toBeVisible()
  await expect(told).toBeVisible()
  await page.goto('/en/compare?v=1&pack=9.9.9&hash=00000000')
  await expect(told.getByText(/which is not kept here/)).toBeVisible()
})

test('the workbook, the tidy table and the citation leave the page whole @soak', async ({ page }) => {
  await visit(page, 'en', '?year=2030&ref=b')
  const take = async (action: RegExp) => {
    await page.getByRole('button', { name: 'Take home', exact: true }).click()
    const begun = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: action }).click()
    const file = await begun
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
  }
  const workbook = await take(/XLSX/)
  expect(workbook.name).toBe('encrucijada-ABCD.xlsx')
  // A zip archive, of more than a head.
  expect(workbook.bytes.subarray(0, 2).toString()).toBe('PK')
  expect(workbook.bytes.length).toBeGreaterThan(50_000)
  const table = await take(/CSV/)
  const [head = '', ...lines] = table.bytes.toString('utf8').trim().split('\r\n')
  expect(head).toContain('Letter,Scenario,Variable')
  expect(lines).toHaveLength(5 * 52 * 10)
  await page.getByRole('button', { name: 'Cite this', exact: true }).click()
  const text = await page.getByRole('dialog').getByRole('textbox').inputValue()
  expect(text).toMatch(
    /Three scenarios compared with B Leftist successor\. .*peru-prc 1\.2\.0 \(content [0-9a-f]{16}\).*Evidence to mid-2022/,
  )
  const [, link = ''] = /(http\S+)$/.exec(text) ?? []
  expect(new URL(link).searchParams.get('hash')).toMatch(/^[0-9a-f]{16}$/)
  await page.goto(link)
  await expect(title(page)).toHaveText('Three scenarios compared with B Leftist successor')
  await expect(page.getByRole('region', { name: 'The model has changed since this link was made' })).toHaveCount(0)
})

test('the comparison prints on two sheets that stand alone, however much is chosen and differs @soak', async ({
  page,
}) => {
  const charts =
    'trade-total_callao-share_priced-deals_chancay-berths_las-bambas-days-lost_exports-to-prc_imports-from-prc_works-contracts'
  const many =
    'transactional-with-sez_cabinet.settled_corruption-probes.convictions_mineral-demand.boom_las-bambas.settlement_open-contracting.adopted_rule-enforcement.strengthened_callao-expansion.approved_partner-assistance.stepped-up'
  for (const [locale, query] of [
    ['en', ''],
    ['es', `?year=2030&all=1&ref=d&charts=${charts}`],
    ['es', `?year=2030&a=${many}&b=&c=${many}&d=leftist-successor&pair=a.b&open=trade-total&charts=${charts}`],
    ['en', '?nonsense=1'],
  ] as const) {
    await visit(page, locale, query)
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g), query).toHaveLength(2)
  }
  // The year and the sources are on paper though their controls are not.
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText('Sources and method')).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Year' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Cite this' })).toBeHidden()
})
