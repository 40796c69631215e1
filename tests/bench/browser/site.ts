import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test'
import { pages, pathOf } from '../../../app/_state/url'
import en from '../../../app/_words/en.json'
import { chromiumPath } from '../../chromium.mjs'

/** Every page of the dashboard below a language, by its path. */
export const pathsOf = (locale: string): string[] => pages.map((page) => pathOf(locale, page))

/** A browser as the tests have it; it never slows a page down that writes its address often. */
export function launch(): Promise<Browser> {
  const executablePath = chromiumPath()
  return chromium.launch({
    ...(executablePath && { executablePath }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--disable-ipc-flooding-protection',
    ],
  })
}

/** A new page with nothing in its caches, closed when the work is done. */
export async function withPage<T>(
  browser: Browser,
  work: (page: Page) => Promise<T>,
  options: BrowserContextOptions = {},
): Promise<T> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    serviceWorkers: 'block',
    ...options,
  })
  // What runs these files names every function by a helper of its own, which a page does not know.
  await context.addInitScript('globalThis.__name = (made) => made')
  try {
    return await work(await context.newPage())
  } finally {
    await context.close()
  }
}

/** Open Explore and wait until every interval is there. */
export async function openExplore(page: Page, origin: string, query = '') {
  await page.goto(`${origin}/en${query}`)
  await settled(page)
}

/** Wait until no interval is being computed any more; before the page is alive they all are. */
export async function settled(page: Page) {
  await page.waitForFunction(
    (computing) => {
      const figures = [...document.querySelectorAll('figure')]
      return figures.length > 0 && !figures.some((figure) => figure.textContent.includes(computing))
    },
    en.ladder.computing,
    { timeout: 60_000 },
  )
}

/** Wait until React has taken a page over, and nothing more was asked for during two seconds. */
export async function rested(page: Page) {
  let asked = 0
  page.on('request', () => asked++)
  await page.waitForFunction(() => {
    const last = [...document.querySelectorAll('main *')].at(-1)
    return last && Object.keys(last).some((key) => key.startsWith('__reactFiber'))
  })
  for (let known = -1; known !== asked; await page.waitForTimeout(2000)) known = asked
}
