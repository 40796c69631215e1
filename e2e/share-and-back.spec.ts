import { expect, type Page } from '@playwright/test'
import {
  assumption,
  drawer,
  indicator,
  labels,
  ladderRows,
  link,
  type Locale,
  parseRow,
  screenOf,
  settled,
  stateOf,
  test,
  visit,
  words,
} from './explore'

/** The address is the screen: what back, forward, reload, a shared link and a broken one show. */

test('back, u and the button undo; forward, shift+u and the button redo', async ({ page }) => {
  await visit(page, 'en')
  const undo = page.getByRole('button', { name: words.en.undo })
  const redo = page.getByRole('button', { name: words.en.redo })
  await expect(undo).toBeDisabled()
  const screens = [await screenOf(page, 'en')]
  for (const [name, state] of [
    ['Who governs', 'Castillo stays'],
    ['Chancay special economic zone', 'Approved'],
    ['Las Bambas', 'Settlement'],
  ] as const) {
    await stateOf(page, name, state).click()
    screens.push(await screenOf(page, 'en'))
  }
  expect(new Set(screens.map((screen) => JSON.stringify(screen))).size).toBe(4)
  const shows = (i: number) => expect.poll(() => screenOf(page, 'en')).toEqual(screens[i])

  await page.goBack()
  await shows(2)
  await page.keyboard.press('u')
  await shows(1)
  await undo.click()
  await shows(0)
  await expect(undo).toBeDisabled()
  await page.keyboard.press('u')
  await shows(0)

  await page.goForward()
  await shows(1)
  await page.keyboard.press('Shift+U')
  await shows(2)
  await redo.click()
  await shows(3)
  await expect(redo).toBeDisabled()
})

test('fifty quick steps back and forward end with the screen that the address says', async ({ page, context }) => {
  await visit(page, 'en')
  // Far more entries than the walk can leave behind, so that it never leaves the page.
  await page.evaluate(() => {
    const states = ['castillo-stays', 'leftist-successor', 'transactional-successor']
    for (let i = 0; i < 36; i++)
      history.pushState(null, '', `?v=1&pack=1.2.0&leadership=${states[i % 3]}&year=${2022 + (i % 4)}&open=cosco-leads`)
  })
  const address = page.url()
  await page.evaluate(() => history.go(-18))
  await expect.poll(() => page.url()).not.toBe(address)
  await settled(page, 'en')

  // Steps of a fixed sequence that looks like chance, each asked for before the one before is done.
  await page.evaluate(async () => {
    let seed = 7
    for (let i = 0; i < 50; i++) {
      seed = (seed * 1103515245 + 12345) % 2147483648
      if (seed > 1073741824) history.back()
      else history.forward()
      if (i % 3 === 0) await new Promise((done) => requestAnimationFrame(done))
    }
  })
  // A step that needs an answer follows them all, so none is under way after it.
  await page.goBack()
  await page.goForward()
  await settled(page, 'en')
  const left = await screenOf(page, 'en')
  const fresh = await context.newPage()
  await fresh.goto(page.url())
  expect(left).toEqual(await screenOf(fresh, 'en'))
})

test('reload and a new page with the address show the same screen', async ({ page, context }) => {
  const locale = 'es'
  await visit(page, locale)
  await page.getByRole('radiogroup').nth(0).getByRole('radio').nth(3).click()
  await page.getByRole('radiogroup').nth(1).getByRole('radio').nth(1).click()
  await page.getByRole('combobox', { name: words[locale].year.list }).selectOption('2028')
  await ladderRows(page).nth(5).click()
  await expect(drawer(page, locale)).toBeVisible()
  const before = await screenOf(page, locale)
  expect(before.why).toHaveLength(1)
  expect(before.year).toBe('2028')

  await page.reload()
  expect(await screenOf(page, locale)).toEqual(before)

  const other = await context.newPage()
  await other.goto(page.url())
  expect(await screenOf(other, locale)).toEqual(before)
})

test('another language shows the same numbers, the same year and the same explanation', async ({ page }) => {
  const numbers = async (locale: Locale) =>
    (await labels(ladderRows(page))).map((label) => ({ ...parseRow(label, locale), name: '', word: '' }))
  await visit(page, 'en', `${link}&open=cosco-leads&year=2029`)
  const english = await numbers('en')
  const shift = await drawer(page, 'en')
    .getByText(/points$/)
    .innerText()
  await page.getByRole('navigation', { name: 'Language' }).getByRole('link', { name: 'ES', exact: true }).click()
  await expect(page).toHaveURL(/\/es\?/)
  await settled(page, 'es')
  expect(await numbers('es')).toEqual(english)
  await expect(page.getByRole('combobox', { name: words.es.year.list })).toHaveValue('2029')
  await expect(drawer(page, 'es').getByText(/puntos$/)).toHaveText(shift.replace('points', 'puntos'))
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('es')
})

test('year, list and open explanation stand in the address', async ({ page }) => {
  await visit(page, 'en')
  const has = (part: string) => expect.poll(() => new URL(page.url()).search).toContain(part)
  await page.getByRole('button', { name: words.en.year.later }).click()
  await has('year=2027')
  for (const view of ['opportunities', 'indicators', 'sectors'] as const) {
    await page.getByRole('radio', { name: words.en.views[view] }).click()
    await has(`view=${view}`)
  }
  await indicator(page, 'Total trade with the PRC').click()
  await has('open=trade-total')
  await page.reload()
  await settled(page, 'en')
  await expect(page.getByRole('combobox', { name: words.en.year.list })).toHaveValue('2027')
  await expect(page.getByRole('radio', { name: words.en.views.sectors })).toBeChecked()
  await expect(page.getByRole('heading', { level: 2, name: /trade/i }).last()).toBeVisible()
  // Back at rest the address says nothing.
  await page.getByRole('button', { name: words.en.close }).click()
  await page.getByRole('radio', { name: words.en.views.risks }).click()
  await page.getByRole('combobox', { name: words.en.year.list }).selectOption('2026')
  await expect.poll(() => new URL(page.url()).search).toBe('')
})

test('a link with unknown parts opens with the rest and lists what it dropped', async ({ page }) => {
  const locale = 'es'
  await visit(
    page,
    locale,
    '?v=1&pack=0.9.0&leadership=castillo-stays&unheard-of=1&chancay-sez=perhaps&open=nothing&year=1999&view=maps&leadership=unresolved',
  )
  const notice = page.getByRole('status').filter({ has: page.getByRole('button', { name: words[locale].dismiss }) })
  await expect(notice.getByRole('listitem')).toHaveCount(6)
  for (const part of ['unheard-of=1', 'chancay-sez=perhaps', 'open=nothing', 'year=1999', 'view=maps', 'leadership'])
    await expect(notice.getByRole('listitem').filter({ hasText: part })).toHaveCount(1)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Castillo .*(headline only|solo lo central)$/)
  await notice.getByRole('button').click()
  await expect(notice).toHaveCount(0)
  await assumption(page, '5G').getByRole('radio').first().click()
  await expect
    .poll(() => new URL(page.url()).search)
    .toBe('?v=1&pack=1.2.0&leadership=castillo-stays&five-g=diversified')
  await expect(notice).toHaveCount(0)
})

const hostile: readonly (readonly [what: string, query: string])[] = [
  ['script text', '?leadership=%3Cscript%3Ewindow.hurt=1%3C/script%3E&%3Cimg%20src=x%20onerror=window.hurt=1%3E=1'],
  ['an address in a text', '?open=javascript:window.hurt=1&view=data:text/html,%3Cb%3Eloud%3C/b%3E'],
  ['broken percent-encoding', '?leadership=%E0%A4%A&%=%&year=%2'],
  ['NUL, CR LF and an escape', '?open=%00%0D%0ASet-Cookie:a=b%1B[31m'],
  ['prototype keys', '?__proto__=1&constructor=prototype&toString=1&hasOwnProperty=x&base.__proto__=2020'],
  ['prototype values', '?leadership=__proto__&open=constructor&view=toString&chancay-sez=valueOf'],
  ['lone surrogates', '?open=%ED%A0%80&year=%uD800&leadership=%ED%B0%80'],
  ['direction and invisible marks', '?open=%E2%80%AEgpj.%E2%80%8B%EF%BB%BF&view=%E2%80%8F'],
  ['years that are none', '?year=NaN&open=1e999'],
  ['years out of range', '?year=-0&view=Infinity'],
  ['the year before the first shown', '?year=2021'],
  ['a year with a sign', '?year=%2B2026'],
  ['a version of the future', '?v=9&leadership=castillo-stays'],
  ['a version that is none', '?v=&leadership=castillo-stays'],
  ['keys that stand twice', `?${'year=2027&'.repeat(40)}year=2028`],
  ['a thousand keys', `?${Array.from({ length: 500 }, (_, i) => `k${i}=${i}`).join('&')}`],
  ['2 001 characters', `?open=${'x'.repeat(1995)}`],
  ['4 001 characters', `?open=${'x'.repeat(3996)}`],
  ['17 000 characters', `?open=${'x'.repeat(17_000)}`],
]
/** Those that a server or a browser may stumble over are loaded; the rest is met as by back and forward, which is quicker. */
const loaded = ['script text', 'broken percent-encoding', 'NUL', 'lone surrogates', 'a version of', '17 000']

test('hostile addresses that are opened neither break the page nor freeze it nor are echoed', async ({ page }) => {
  for (const [what, query] of hostile.filter(([what]) => loaded.some((start) => what.startsWith(start)))) {
    await page.goto(`/en${query}`)
    await isSound(page, what)
    await stateOf(page, 'Who governs', 'Leftist successor').click()
    await expect(stateOf(page, 'Who governs', 'Leftist successor'), what).toBeChecked()
  }
})

test('hostile addresses that are gone back to neither break the page nor freeze it nor are echoed', async ({
  page,
}) => {
  await visit(page, 'en')
  for (const [what, query] of hostile.filter(([what]) => !loaded.some((start) => what.startsWith(start)))) {
    await page.evaluate((query) => {
      history.pushState(null, '', query)
      history.pushState(null, '', location.pathname)
    }, query)
    await page.goBack()
    await isSound(page, what)
    await page.getByRole('status').getByRole('button', { name: words.en.dismiss }).click()
  }
  await stateOf(page, 'Who governs', 'Leftist successor').click()
  await expect(stateOf(page, 'Who governs', 'Leftist successor')).toBeChecked()
  await settled(page, 'en')
  await expect(ladderRows(page)).toHaveCount(23)
  expect(new URL(page.url()).search).toBe('?v=1&pack=1.2.0&leadership=leftist-successor')
})

/** A notice in plain characters alone, all rows, and nothing of the address done. */
async function isSound(page: Page, what: string) {
  const notice = page.getByRole('status').filter({ has: page.getByRole('button', { name: words.en.dismiss }) })
  await expect(notice, `the notice for ${what}`).toBeVisible()
  await expect(ladderRows(page), what).toHaveCount(23)
  const shown = await notice.innerText()
  expect(shown.length, what).toBeLessThan(1000)
  expect(shown, what).toMatch(/^[A-Za-z0-9 =._\-“”(),;\n]+$/)
  expect(await page.evaluate(() => Reflect.get(window, 'hurt')), what).toBeUndefined()
}

test('the root leads to the language asked for and keeps the query', async ({ request }) => {
  const leads = async (path: string, language = 'en-US') => {
    const answer = await request.get(path, { maxRedirects: 0, headers: { 'accept-language': language } })
    return `${answer.status()} ${answer.headers()['location'] ?? ''}`
  }
  expect(await leads('/?year=2028')).toBe('307 /en?year=2028')
  expect(await leads('/?year=2028', 'es-PE,es;q=0.9,en;q=0.5')).toBe('307 /es?year=2028')
  expect(await leads('/', 'de-DE,es;q=0.9')).toBe('307 /en')
})

test.describe('addresses of no page', () => {
  test.use({ provoked: /status of 404/ })

  test('no path leads off the site', async ({ page, baseURL }) => {
    for (const path of [
      '//evil.example/en',
      '///evil.example',
      '/\\evil.example',
      '/%2F%2Fevil.example',
      '/en//evil.example',
    ]) {
      await page.goto(`${baseURL}${path}`)
      expect(new URL(page.url()).origin, path).toBe(baseURL)
    }
  })

  test('an address of no page is answered in both languages, echoes nothing and leads on', async ({ page }) => {
    for (const path of ['/fr', '/en/nothing', '/__proto__', '/EN', '/en%00', '/%3Cb%3Eloud%3C/b%3E']) {
      const answer = await page.goto(path)
      expect(answer?.status(), path).toBe(404)
      await expect(page.getByRole('heading', { name: 'There is no page here' })).toBeVisible()
      await expect(page.getByRole('heading', { name: 'Aquí no hay ninguna página' })).toBeVisible()
      await expect(page.getByText(/loud|nothing$|proto/)).toHaveCount(0)
    }
    await page.getByRole('link', { name: 'Abrir la mesa de escenarios' }).click()
    await expect(page).toHaveURL(/\/es$/)
    await expect(ladderRows(page)).toHaveCount(23)
  })
})

test('a path that cannot be decoded is refused in a short answer without an inner detail', async ({ request }) => {
  const answer = await request.get('/%E0%A4%A')
  expect(answer.status()).toBeGreaterThanOrEqual(400)
  expect((await answer.text()).length).toBeLessThan(200)
  expect(await answer.text()).not.toMatch(/\bat |node_modules|Error:|%E0/)
})

test.describe('sharing', () => {
  const denied = (page: Page) =>
    page.addInitScript(() => {
      Reflect.set(Clipboard.prototype, 'writeText', () => Promise.reject(new DOMException('Denied', 'NotAllowedError')))
    })

  test('the share button copies the address of this very screen', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await visit(page, 'en', `${link}&open=cosco-leads&unheard-of=1`)
    await page.getByRole('button', { name: 'Share link' }).click()
    const copied = page.getByRole('button', { name: 'Link copied' })
    await expect(copied).toBeVisible()
    const text = await page.evaluate(() => navigator.clipboard.readText())
    expect(text).toBe(page.url().replace('&unheard-of=1', ''))
    await stateOf(page, 'Cabinet', 'Settled').click()
    await expect(copied).toHaveCount(0)
  })

  test('where copying is forbidden, the link is shown at once, and always that of this screen', async ({ page }) => {
    await denied(page)
    await visit(page, 'es', link)
    await page.getByRole('button', { name: 'Compartir' }).click()
    const field = page.getByRole('textbox', { name: 'Copie este enlace a mano:' })
    await expect(field).toHaveValue(page.url())
    await page.keyboard.press('Escape')
    await expect(field).toHaveCount(0)
    await stateOf(page, 'Gabinete', 'Estable').click()
    await page.getByRole('button', { name: 'Compartir' }).click()
    await expect(field).toHaveValue(page.url())
  })
})
