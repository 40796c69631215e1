import type { Browser } from '@playwright/test'
import { locales } from '../../../lib/format'
import type { Row } from '../row'
import { pathsOf, rested, withPage } from './site'

const themes = ['paper', 'projector'] as const

/** P9: nothing on a page moves while it loads, in either language and theme. */
export async function shiftRows(browser: Browser, origin: string): Promise<Row[]> {
  const moved: string[] = []
  let visits = 0
  for (const theme of themes)
    for (const locale of locales)
      for (const path of pathsOf(locale)) {
        visits++
        const shifts = await shiftsOf(browser, origin + path, theme)
        moved.push(...shifts.map((shift) => `${path} (${theme}): ${shift}`))
      }
  return [
    {
      id: 'P9',
      what: 'layout shifts while a page loads',
      goal: '0',
      figure: `${moved.length}`,
      ratio: moved.length,
      met: moved.length === 0,
      timed: false,
      note: `Entries of the Layout Instability API over ${visits} visits: every page, both languages, both themes, from empty caches.${moved.length > 0 ? ` They are: ${moved.slice(0, 8).join('; ')}.` : ''}`,
    },
  ]
}

/** What moved on a visit, and by how much. */
function shiftsOf(browser: Browser, address: string, theme: (typeof themes)[number]): Promise<string[]> {
  return withPage(browser, async (page) => {
    await page.addInitScript((theme) => {
      if (theme === 'projector') localStorage.setItem('encrucijada-theme', theme)
    }, theme)
    await page.addInitScript(watch)
    await page.goto(address)
    await rested(page)
    return page.evaluate(() => window.shifts)
  })
}

declare global {
  interface Window {
    shifts: string[]
  }
  interface PerformanceEntry {
    /** Of layout shifts. */
    value?: number
    sources?: { node: Node | null }[]
  }
}

/** Keep what moves, named while it still stands on the page; runs in the page. */
function watch() {
  window.shifts = []
  new PerformanceObserver((list) => {
    for (const { value = 0, sources = [] } of list.getEntries()) {
      const names = sources.map(({ node }) => {
        const element = node instanceof Element ? node : node?.parentElement
        return element ? `${element.localName}.${element.className}`.slice(0, 60) : 'a part that is gone'
      })
      window.shifts.push(`${value.toFixed(4)} by ${names.join(', ')}`)
    }
  }).observe({ type: 'layout-shift', buffered: true })
}
