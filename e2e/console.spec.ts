import { expect } from '@playwright/test'
import { drawer, ladderRows, link, settled, test, visit, words } from './explore'

/** A long visit. That a page is quiet, and asks nobody else, is asked of every test: see explore.ts. */

for (const [locale, size] of [
  ['en', '@laptop @soak'],
  ['es', '@phone'],
] as const)
  test(`a long visit leaves the console silent, asks the server for nothing and fetched nothing in vain (${locale}) ${size}`, async ({
    page,
  }) => {
    await visit(page, locale, `${link}&year=2030`)
    // The first press fetches, once, what opens later; go on when nothing more has been asked for during half a second.
    const fetched: string[] = []
    page.on('request', (request) => void fetched.push(request.url()))
    await page.keyboard.press('Shift')
    await expect(async () => {
      const before = fetched.length
      await page.waitForTimeout(500)
      expect(fetched).toHaveLength(before)
      expect(before).toBeGreaterThan(0)
    }).toPass()
    const asked: string[] = []
    // The browser itself asks for the icon whenever the address changes.
    page.on('request', (request) => request.url().includes('/icon.svg') || asked.push(request.url()))
    for (const view of ['opportunities', 'indicators', 'sectors', 'risks'] as const)
      await page.getByRole('radio', { name: words[locale].views[view] }).click()
    await page.getByRole('button', { name: words[locale].toProjector }).click()
    for (let i = 0; i < 23; i += 6) {
      await ladderRows(page).nth(i).click()
      const why = drawer(page, locale).or(page.getByRole('dialog', { name: words[locale].why }))
      await expect(why).toBeVisible()
      await why.getByRole('button', { name: words[locale].close }).click()
      await expect(why).toHaveCount(0)
    }
    await page.getByRole('button', { name: words[locale].year.earlier }).click()
    await page.goBack()
    await page.goForward()
    await settled(page, locale)
    expect(asked).toEqual([])

    // What the console says of it some seconds later, asked at once.
    const unused = await page.evaluate(() => {
      const ahead = [...document.querySelectorAll<HTMLLinkElement>('link[rel=preload][as=style]')].map(
        ({ href }) => href,
      )
      const used = new Set([...document.styleSheets].map(({ href }) => href))
      return ahead.filter((href) => !used.has(href))
    })
    expect(unused).toEqual([])
  })
