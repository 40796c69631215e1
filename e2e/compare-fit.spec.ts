import { expect, type Page } from '@playwright/test'
import { rows, visit } from './compare'
import { type Locale, test } from './explore'
import { crowding, cut, faults, small, type Theme, wear } from './fit'

/** Compare at every size, in both languages and themes: nothing cut, nothing over another, no fault of access. */

/** Ways to states of the page, one after another: what one opens stays open in the next. */
const steps: readonly (readonly [state: string, act: (page: Page, locale: Locale) => Promise<void>])[] = [
  [
    'another reference',
    (page) =>
      page
        .getByRole('button', { pressed: false, name: /^(Compare with this|Comparar con este) / })
        .nth(1)
        .click(),
  ],
  ['a bar open', (page) => page.locator('li > button[aria-expanded]:has(small)').first().click()],
  [
    'opportunities',
    (page, locale) => page.getByRole('radio', { name: locale === 'en' ? 'Opportunities' : 'Oportunidades' }).click(),
  ],
  [
    'all assumptions',
    (page, locale) => page.getByRole('radio', { name: locale === 'en' ? 'All 19' : 'Los 19' }).click(),
  ],
]

/** Sections off the screen are not laid out until they are scrolled to: walk down the page once. */
async function walk(page: Page) {
  await page.addStyleTag({ content: '* { content-visibility: visible !important; }' })
  await rows(page).first().scrollIntoViewIfNeeded()
}

// As it opens, in both themes and languages, it is asked in pages.spec.ts.
for (const [locale, theme, size] of [
  ['en', 'paper', '@laptop @soak'],
  ['es', 'projector', '@phone @soak'],
] as const satisfies readonly (readonly [Locale, Theme, string])[])
  test(`axe finds no fault in what opens in Compare (${locale}, ${theme} and the other) ${size}`, async ({ page }) => {
    test.slow()
    await wear(page, theme)
    // A link made with an earlier pack: what it tells stands above the page.
    await visit(page, locale, '?v=1&pack=1.0.0&year=2030&a=castillo-stays&b=leftist-successor&d=chancay-sez.approved')
    await page.locator('summary').first().click()
    await walk(page)
    for (const [, act] of steps) await act(page, locale)
    const found: Record<string, string[]> = { 'with all that opens on it': await faults(page) }
    await page.getByRole('button', { name: locale === 'en' ? 'Cite this' : 'Citar', exact: true }).click()
    found['with its citation'] = await faults(page, [], '[role=dialog]')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: locale === 'en' ? 'Save scenario' : 'Guardar escenario' }).click()
    found['with saved scenarios'] = await faults(page, [], '[role=dialog]')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^Switch to the .+ theme$|^Pasar al tema / }).click()
    found['in the other theme'] = await faults(page, [], undefined, 'colours')
    await page.setViewportSize({ width: 1920, height: 1080 })
    found['on a wide screen'] = await faults(page, [], undefined, 'boxes')
    expect(Object.entries(found).filter(([, faults]) => faults.length > 0)).toEqual([])
  })

for (const [locale, theme, sizes] of [
  ['en', 'paper', '@laptop'],
  ['es', 'projector', '@phone'],
  ['en', 'paper', '@phone @wide @soak'],
  ['es', 'projector', '@laptop @wide @soak'],
] as const)
  test(`Compare fits: the whole ladder on the first screen, every target large enough, no text cut or over another (${locale}, ${theme}) ${sizes}`, async ({
    page,
  }, { project }) => {
    const phone = project.name === 'phone'
    await wear(page, theme)
    await visit(page, locale, '?year=2030&ref=b')
    if (!phone) {
      await expect(rows(page)).toHaveCount(23)
      for (const row of [rows(page).first(), rows(page).last()]) await expect(row).toBeInViewport({ ratio: 1 })
    }
    await walk(page)
    expect(await small(page, phone ? 44 : 24, phone ? 'height' : 'both')).toEqual([])
    await expect(page.getByText(locale === 'en' ? 'computing' : 'en cálculo')).toHaveCount(0)
    for (const [state, act] of [['as opened', async () => undefined] as const, ...steps]) {
      await act(page, locale)
      expect.soft(await crowding(page), state).toEqual({ over: [], wider: 0 })
      // The list of changes in a column's head ends in dots; its whole text is in its title.
      expect
        .soft(
          (await cut(page)).filter((text) => !/ · /.test(text)),
          state,
        )
        .toEqual([])
    }
  })

test('Compare does not scroll sideways at 320, 720, 900 or 1024 px @soak', async ({ page }) => {
  await visit(page, 'es', '?year=2030')
  await walk(page)
  for (const width of [320, 720, 900, 1024]) {
    await page.setViewportSize({ width, height: 640 })
    await expect.poll(() => crowding(page), `${width} px`).toEqual({ over: [], wider: 0 })
  }
})
