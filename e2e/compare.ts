import { expect, type Page } from '@playwright/test'
import type { Locale } from './explore'

/** What the browser tests of Compare share. */

/** Open Compare at an address and wait until its script has read it. */
export async function visit(page: Page, locale: Locale, query = '') {
  await page.goto(`/${locale}/compare${query}`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.waitForFunction(() =>
    document.querySelector('figure button[data-variable] text, figure button[data-variable] path'),
  )
  await expect.poll(() => page.evaluate(() => sessionStorage.getItem('encrucijada-compare') !== null)).toBe(true)
}

/** The rows of the ladder, the first chart of the page. */
export const rows = (page: Page) => page.getByRole('figure').first().locator('ol button[data-variable]')
