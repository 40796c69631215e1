import { expect } from '@playwright/test'
import { drawer, ladderRows, link, settled, test, visit, words } from './explore'

/** What goes over the wire and what the console hears. That the page is quiet is asked of every test: see explore.ts. */

/** Headers of every answer, whatever it is. */
const guarded = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy': expect.stringContaining('camera=()'),
}

test('every answer carries the policy, nosniff and no-referrer, and none names the server', async ({
  page,
  request,
}) => {
  const script = page.waitForResponse((response) => response.url().endsWith('.js'))
  const font = page.waitForResponse((response) => response.url().endsWith('.woff2'))
  await page.goto('/en')
  const assets = await Promise.all([script, font])
  const paths = ['/en', '/es', '/fr', '/theme.js', '/icon.svg', ...assets.map((asset) => new URL(asset.url()).pathname)]
  for (const path of paths) {
    const headers = (await request.get(path)).headers()
    expect(headers, path).toMatchObject(guarded)
    expect(headers['x-powered-by'], path).toBeUndefined()
    const policy: Record<string, string[]> = {}
    for (const part of (headers['content-security-policy'] ?? '').split('; ')) {
      const [directive = '', ...sources] = part.split(' ')
      policy[directive] = sources
    }
    expect(policy, path).toMatchObject({
      'default-src': ["'self'"],
      'connect-src': ["'self'"],
      'font-src': ["'self'"],
      'object-src': ["'none'"],
      'base-uri': ["'none'"],
      'form-action': ["'self'"],
    })
    // Own files and scripts known by their hash, nothing else: a script that finds its way in does not run.
    const scripts = policy['script-src'] ?? []
    expect(
      scripts.filter((source) => source !== "'self'" && !/^'sha256-[\w+/]{43}='$/.test(source)),
      path,
    ).toEqual([])
    expect(scripts.length, path).toBeGreaterThan(1)
    expect(JSON.stringify(policy), path).not.toMatch(/unsafe-eval|https?:|\*/)
  }
})

test.describe('a script that finds its way in', () => {
  test.use({ provoked: /violates the following Content Security Policy/ })

  test('does not run, be it inline, evaluated, from a handler or from elsewhere', async ({ page }) => {
    await visit(page, 'en')
    await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'window.hurt = "inline"'
      document.body.append(script)
      const button = document.createElement('button')
      button.setAttribute('onclick', 'window.hurt = "handler"')
      document.body.append(button)
      button.click()
      const away = document.createElement('script')
      away.src = 'data:text/javascript,window.hurt="data"'
      document.body.append(away)
    })
    // In a task of the page's own: what a test evaluates is let through whatever the policy says.
    const refused = await page.evaluate(
      () =>
        new Promise((tell) =>
          setTimeout(() => {
            const act: unknown = Reflect.get(window, 'eval')
            try {
              tell(typeof act === 'function' ? act('1 + 1') : null)
            } catch {
              tell('refused')
            }
          }),
        ),
    )
    expect(await page.evaluate(() => Reflect.get(window, 'hurt'))).toBeUndefined()
    expect(refused).toBe('refused')
  })
})

for (const [locale, size] of [
  ['en', '@laptop'],
  ['es', '@phone'],
] as const)
  test(`a long visit leaves the console silent, asks the server for nothing and fetched nothing in vain (${locale}) ${size}`, async ({
    page,
  }) => {
    await visit(page, locale, `${link}&year=2030`)
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
