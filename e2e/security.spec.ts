import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { listen, locales, test, visit, words } from './explore'

/** What a stranger's text, script or frame can do to a page: nothing. That pages ask no other site is asked of every test. */

const paths = ['', '/compare', '/evidence', '/rules', '/method', '/present', '/present/show', '/present/speaker', '/present/groups', '/present/print'] // prettier-ignore
const pages = locales.flatMap((locale) => paths.map((path) => `/${locale}${path}`))
const files = ['/first.js', '/icon.svg', '/icon-192.png', '/apple-icon.png', '/manifest.webmanifest', '/sw.js']
const none = ['/fr', '/EN', '/en/nothing', '/nothing.js', '/_next/static/nothing.js']

test('every address answers with its policy, nosniff and no-referrer, and none names the server', async ({
  request,
}) => {
  const html = await (await request.get('/en')).text()
  const assets = [...html.matchAll(/"(\/_next\/static\/[^"\\]+\.(?:js|css|woff2))"/g)].map(([, path = '']) => path)
  const kinds = new Map(assets.map((path) => [path.slice(path.lastIndexOf('.')), path]))
  expect([...kinds.keys()].sort()).toEqual(['.css', '.js', '.woff2'])
  for (const path of [...pages, ...files, ...none, ...kinds.values()]) {
    const answer = await request.get(path, { maxRedirects: 0 })
    const headers = answer.headers()
    expect(answer.status(), path).toBe(none.includes(path) ? 404 : 200)
    expect(headers, path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'permissions-policy': expect.stringMatching(/camera=\(\).*geolocation=\(\).*microphone=\(\).*payment=\(\)/),
    })
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
      'frame-ancestors': ["'self'"],
    })
    // Own files and scripts known by their hash, nothing else: a script that finds its way in does not run.
    const scripts = policy['script-src'] ?? []
    const others = scripts.filter((source) => source !== "'self'" && !/^'sha256-[\w+/]{43}='$/.test(source))
    expect(others, path).toEqual([])
    expect(scripts.length, path).toBeGreaterThan(1)
    expect(JSON.stringify(policy), path).not.toMatch(/unsafe-eval|wasm|https?:|\*/)
  }
})

test.describe('what finds its way in', () => {
  test.use({
    provoked:
      /violates the (following|document's) Content Security Policy|^asked elsewhere: https:\/\/elsewhere\.example/,
  })

  test('does not run, be it inline, evaluated, from a handler, a worker or from elsewhere, and no other site frames a page', async ({
    page,
    baseURL,
  }) => {
    await visit(page, 'en')
    await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'window.hurt = "inline"'
      document.body.append(script)
      const button = document.createElement('button')
      button.setAttribute('onclick', 'window.hurt = "handler"')
      document.body.append(button)
      button.click()
      for (const src of ['data:text/javascript,window.hurt="data"', 'https://elsewhere.example/hurt.js'])
        document.body.append(Object.assign(document.createElement('script'), { src }))
      document.body.append(Object.assign(document.createElement('img'), { src: 'https://elsewhere.example/hurt.png' }))
      document.body.append(Object.assign(document.createElement('base'), { href: 'https://elsewhere.example/' }))
    })
    // In a task of the page's own: what a test evaluates is let through whatever the policy says.
    const refused = await page.evaluate(
      () =>
        new Promise((tell) =>
          setTimeout(async () => {
            const act: unknown = Reflect.get(window, 'eval')
            const away = await fetch('https://elsewhere.example/told').catch(() => 'refused')
            try {
              tell([typeof act === 'function' ? act('1 + 1') : null, away])
            } catch {
              tell(['refused', away])
            }
          }),
        ),
    )
    expect(refused).toEqual(['refused', 'refused'])
    expect(await page.evaluate(() => Reflect.get(window, 'hurt'))).toBeUndefined()
    expect(await page.evaluate(() => document.baseURI)).toBe(page.url())

    const frame = `<iframe src="${baseURL}/en"></iframe>`
    await page.route('https://elsewhere.example/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: frame }),
    )
    await page.goto('https://elsewhere.example/frames')
    await expect.poll(() => page.frames().length).toBe(2)
    const [, framed] = page.frames()
    await expect.poll(() => framed?.url()).toMatch(/^chrome-error:/)
  })
})

test('what all browser tests listen for is heard: console, exceptions, rejections, other sites, answers without guard', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext()
  const heard = listen(context, baseURL)
  await context.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '<title>quiet</title>' }))
  const page = await context.newPage()
  await page.goto(`${baseURL}/en`)
  await page.evaluate(async () => {
    console.error('an error')
    console.warn('a warning')
    setTimeout(() => {
      throw new Error('an exception')
    })
    void Promise.reject(new Error('a rejection'))
    await fetch('https://elsewhere.example/told', { mode: 'no-cors' })
  })
  for (const line of [
    'error: an error',
    'warning: a warning',
    'thrown: an exception',
    'thrown: a rejection',
    'asked elsewhere: https://elsewhere.example/told',
    `unguarded: content-security-policy of ${baseURL}/en is undefined`,
    `unguarded: x-content-type-options of ${baseURL}/en is undefined`,
    `unguarded: referrer-policy of ${baseURL}/en is undefined`,
  ])
    await expect.poll(() => heard).toContain(line)
  await context.close()
})

/** Texts that would be more than text to a page that is careless with them. */
const payloads = [
  '<img src=x onerror=hurt=1>',
  '{{7*7}}${7*7}',
  '"><svg onload=hurt=1>',
  '<a href=javascript:hurt=1>x',
  `=cmd|'/c calc'!A1`,
  '</script><script>hurt=1',
  'url(//elsewhere.example/x)',
] as const

/** A pack with each of its texts another payload, numbered so that no two are alike. */
function hostile(pack: string): string {
  let n = 0
  const next = () => `${payloads[n++ % payloads.length]}${n}`
  const loud = (key: string, value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) {
      const isText = typeof value === 'string' && ['author', 'title', 'figure', 'period'].includes(key)
      return isText ? next() : value
    }
    const keys = Object.keys(value)
    if (keys.length === 2 && keys.includes('en') && keys.includes('es')) {
      const text = next()
      return { en: text, es: text }
    }
    if (Array.isArray(value)) return value.map((part) => loud(key, part))
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, loud(key, part)]))
  }
  return JSON.stringify(loud('', JSON.parse(pack)))
}

/** What a page holds that no text may bring: anything but our own elements, attributes and links, and what a script left. */
const brought = (page: Page) =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll('body *')]
    const handlers = all.filter((e) => e.getAttributeNames().some((name) => name.startsWith('on')))
    const tags = all.filter(({ localName }) => ['img', 'iframe', 'object', 'embed', 'base', 'meta'].includes(localName))
    const links = [...document.querySelectorAll('a[href]')].filter(
      (a) => !(a instanceof HTMLAnchorElement) || a.origin !== location.origin,
    )
    const styled = all.filter((e) => /url\(|expression|elsewhere/.test(e.getAttribute('style') ?? ''))
    const hurt: unknown = Reflect.get(window, 'hurt')
    return [
      ...[...handlers, ...tags, ...links, ...styled].map((e) => e.outerHTML.slice(0, 120)),
      ...(hurt ? ['hurt'] : []),
    ]
  })

test('a model, a name and a note full of markup, scripts and templates are shown to the letter on every page @soak', async ({
  page,
}) => {
  test.slow()
  await page.goto('/en/method')
  const pack = hostile(await readFile('data/teaching/pack.json', 'utf8'))
  await page
    .getByLabel('Open files…')
    .last()
    .setInputFiles({ name: '<img src=x onerror=hurt=1>.json', mimeType: 'application/json', buffer: Buffer.from(pack) })
  await page.getByRole('button', { name: 'Keep both' }).click()
  await page.locator('#models').getByRole('status').getByRole('button', { name: 'Use it' }).click()
  await expect.poll(() => new URL(page.url()).searchParams.get('model')).toMatch(/^teaching\.[0-9a-f]{8}$/)
  const model = new URL(page.url()).searchParams.get('model')

  const seen: string[] = []
  for (const path of [
    '/method',
    '',
    '?view=sectors',
    '/compare',
    '/evidence?fact=storms',
    '/rules',
    '/rules?view=links',
    '/rules?view=sensitivity',
    '/present/groups',
  ]) {
    // prettier-ignore
    await page.goto(`/en${path}${path.includes('?') ? '&' : '?'}model=${model}`)
    await expect(page.getByRole('main')).toContainText(/hurt=1|7\*7|cmd\|/)
    // The first chart opens its explanation, with all that it says of rules and facts.
    const row = page.getByRole('listitem').getByRole('button').first()
    if (path === '') await row.click()
    seen.push(await page.locator('body').innerText())
    expect(await brought(page), path).toEqual([])
  }
  const all = seen.join('\n')
  for (const payload of payloads) expect(all).toContain(payload)
  expect(all).not.toMatch(/(?<![\d.])49\$/)

  // A name and a note of the reader's own; marks that turn a line around or are not seen are taken out.
  await page.goto(`/en?model=${model}`)
  await page.getByRole('listitem').getByRole('button').first().waitFor()
  await page.getByRole('radio', { checked: false }).first().click()
  await page.getByRole('button', { name: 'Save scenario' }).click()
  const shelf = page.getByRole('dialog')
  await shelf.getByLabel('Name').fill('<img src=x onerror=hurt=1>\u202Egpj\u200B')
  await shelf.getByLabel('Note').fill('"><svg onload=hurt=1>\u2066{{7*7}}')
  await shelf.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(shelf.getByRole('heading', { level: 4 })).toHaveText('<img src=x onerror=hurt=1>gpj')
  await expect(shelf).toContainText('"><svg onload=hurt=1>{{7*7}}')
  expect(await page.locator('body').innerText()).not.toMatch(/[\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069]/)
  expect(await brought(page)).toEqual([])
  await page.keyboard.press('Escape')

  // And as a picture that leaves the page.
  const begun = page.waitForEvent('download')
  await page.getByRole('button', { name: words.en.actions(words.en.ladder), exact: true }).click()
  await page.getByRole('menuitem', { name: 'Save as SVG' }).click()
  const svg = await readFile(await (await begun).path(), 'utf8')
  const held = await page.evaluate((text) => {
    const file = new DOMParser().parseFromString(text, 'image/svg+xml')
    const active = [...file.querySelectorAll('*')].filter(
      (e) =>
        ['script', 'img', 'a', 'foreignObject', 'image', 'use'].includes(e.localName) ||
        e.getAttributeNames().some((name) => name.startsWith('on') || name.endsWith('href')),
    )
    return { active: active.length, broken: file.querySelectorAll('parsererror').length }
  }, svg)
  expect(held).toEqual({ active: 0, broken: 0 })
  expect(svg).toContain('hurt=1')
})
