import { expect } from '@playwright/test'
import { test } from './explore'
import { wear } from './fit'

/** Every page, by its path below a language. */
const pages = [
  '',
  '/compare',
  '/evidence',
  '/rules',
  '/method',
  '/present',
  '/present/show',
  '/present/speaker',
  '/present/groups',
  '/present/print',
]

declare global {
  interface Window {
    shifts: string[]
  }
}

/** Keep what moves though nobody touched it (Layout Instability API); runs in the page. */
function watch() {
  window.shifts = []
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { sources: { node: Node | null }[] })[])
      window.shifts.push(entry.sources.map(({ node }) => node?.textContent?.slice(0, 40)).join(', '))
  }).observe({ type: 'layout-shift', buffered: true })
}

test('nothing on a page moves while it loads', async ({ page }) => {
  await wear(page, 'projector')
  await page.addInitScript(watch)
  const found: Record<string, string[]> = {}
  for (const path of pages.map((own) => `/es${own}`)) {
    await page.goto(path, { waitUntil: 'networkidle' })
    const shifts = await page.evaluate(() => window.shifts)
    if (shifts.length > 0) found[path] = shifts
  }
  expect(found).toEqual({})
})
