import { expect, type Page } from '@playwright/test'
import { test } from './explore'

/** Sides of a sheet in points, as a PDF has them. */
const sizes = { a4: [595, 842], letter: [612, 792] } as const

/** Open the print page and wait until every interval is there and every sheet has found what it holds. */
async function open(page: Page, locale: string, query = '') {
  await page.goto(`/${locale}/present/print${query}`)
  const sheets = page.locator('article[data-paper]')
  await expect(sheets.first()).toBeVisible()
  await expect(page.getByText(/intervals are still|intervalos aún/)).toHaveCount(0, { timeout: 60_000 })
  await expect(page.locator('[aria-busy]')).toHaveCount(0)
  let before = ''
  await expect
    .poll(async () => {
      const now = await sheets.evaluateAll((all) => all.map((sheet) => sheet.textContent).join())
      const still = now === before
      before = now
      return still
    })
    .toBe(true)
  return sheets
}

/** Sheets whose content is higher or wider than they are, or that hold nothing above their foot. */
function unfit(page: Page) {
  return page.locator('article[data-paper]').evaluateAll((sheets) =>
    sheets.flatMap((sheet) => {
      const room = sheet.firstElementChild
      const over = [sheet, room].some(
        (own) => own && (own.scrollHeight > own.clientHeight + 1 || own.scrollWidth > own.clientWidth + 1),
      )
      const cut = [...sheet.querySelectorAll('section, section > *')].some(
        (own) => getComputedStyle(own).overflow === 'hidden' && own.scrollHeight > own.clientHeight + 1,
      )
      const empty = (room?.textContent ?? '').trim().length < 20
      return over || cut || empty ? [sheet.getAttribute('aria-label')] : []
    }),
  )
}

/** Pages of a PDF by their sides, rounded to whole points. */
function pagesOf(pdf: Buffer): number[][] {
  const text = pdf.toString('latin1')
  return [...text.matchAll(/\/Type\s*\/Page\b(?!s)[\s\S]*?endobj/g)].map(([page]) => {
    const box = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/.exec(page)
    return [Math.round(Number(box?.[1])), Math.round(Number(box?.[2]))]
  })
}

for (const locale of ['en', 'es'])
  for (const paper of ['a4', 'letter'] as const)
    test(`the print pack in ${locale} on ${paper}: a page for every sheet, none empty, none that overflows${locale === 'en' && paper === 'a4' ? '' : ' @soak'}`, async ({
      page,
    }) => {
      test.setTimeout(180_000)
      const sheets = await open(page, locale, paper === 'a4' ? '' : '?paper=letter')
      const count = await sheets.count()
      expect(count).toBeGreaterThan(15)
      expect(await unfit(page)).toEqual([])
      const numbers = await sheets.evaluateAll((all) => all.map((sheet) => sheet.getAttribute('aria-label')))
      expect(new Set(numbers).size).toBe(count)
      const pages = pagesOf(await page.pdf({ preferCSSPageSize: true, printBackground: true }))
      expect(pages).toEqual(Array.from({ length: count }, () => [...sizes[paper]]))
      // Paper holds what the screen showed: nothing is measured anew.
      await page.emulateMedia({ media: 'print' })
      expect(await unfit(page)).toEqual([])
      expect(await sheets.count()).toBe(count)
    })

test('paper is light in the projector theme, on screen and printed @soak', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('encrucijada-theme', 'projector'))
  const sheets = await open(page, 'en', '?parts=blank')
  const colours = () =>
    sheets.first().evaluate((sheet) => [getComputedStyle(sheet).backgroundColor, getComputedStyle(sheet).color])
  expect(await colours()).toEqual(['rgb(250, 247, 240)', 'rgb(29, 27, 24)'])
  await page.emulateMedia({ media: 'print' })
  expect(await colours()).toEqual(['rgb(255, 255, 255)', 'rgb(29, 27, 24)'])
  await expect(page.getByRole('banner')).toBeHidden()
})

test('on a phone the sheets shrink to the screen, whole, and hold what they hold on paper @phone', async ({ page }) => {
  const sheets = await open(page, 'es', '?parts=blank')
  const box = await sheets.first().boundingBox()
  expect(box?.width).toBeLessThanOrEqual(390)
  expect((box?.height ?? 0) / (box?.width ?? 1)).toBeCloseTo(297 / 210, 1)
  expect(await unfit(page)).toEqual([])
  const { scroll, client } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    client: document.documentElement.clientWidth,
  }))
  expect(scroll).toBeLessThanOrEqual(client)
})

test('choices are made by keyboard and stand in the address @soak', async ({ page }) => {
  await open(page, 'en', '?parts=blank')
  await page.getByRole('radio', { name: 'A4' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(/paper=letter/)
  await page.getByRole('checkbox', { name: /Role briefs/ }).focus()
  await page.keyboard.press('Space')
  await expect(page).toHaveURL(/parts=blank_roles/)
  await expect(page.locator('article[data-paper=roles]').first()).toBeVisible()
  await page.goBack()
  await expect(page.locator('article[data-paper=roles]')).toHaveCount(0)
})

test('the deck is saved as slides, its charts drawn @soak', async ({ page }) => {
  await open(page, 'es', '?parts=blank')
  const download = page.waitForEvent('download', { timeout: 90_000 })
  await page.getByRole('button', { name: /PPTX/ }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^encrucijada.*\.pptx$/)
  const { createReadStream } = await import('node:fs')
  let size = 0
  for await (const chunk of createReadStream(await file.path())) size += chunk.length
  // Pictures of a dozen charts, not a dozen empty ones.
  expect(size).toBeGreaterThan(500_000)
})
