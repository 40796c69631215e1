import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, request as ask, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { assumption, listen, locales, settled, test, visit, words } from './explore'
import { faults } from './fit'

/** Without a network: all of the tool from cold; and with another build on the server: nothing is swapped unasked. */

test.use({ serviceWorkers: 'allow' })
// Each fetches the whole tool, once or twice.
test.describe.configure({ timeout: 120_000 })

const working = { en: 'Working offline', es: 'Sin conexión' } as const
const map = /^(Map of the|Mapa de los) \d+ /
const told = {
  ready: 'A new version is ready.',
  held: 'It waits until the presentation has ended.',
  older: 'Another tab uses a newer version.',
  incomplete: 'This tool is not fully kept for work without a network.',
  full: 'The browser has no room left.',
  use: 'Use it now',
  reload: 'Reload',
  again: 'Fetch it again',
}

/** What a server of our own does to an answer of the built app. */
type Alter = (path: string, answer: { status: number; text: string }) => { status: number; text: string }

/** A server before the shared one, that may be closed, and may answer as another build would. */
async function serverBefore(baseURL: string | undefined) {
  let alter: Alter | null = null
  const server = createServer((asked, answer) => {
    const headers = { ...asked.headers, ...(alter && { 'accept-encoding': 'identity' }) }
    ask(`${baseURL}${asked.url}`, { method: asked.method, headers }, async (from) => {
      if (!alter || !/html|javascript/.test(from.headers['content-type'] ?? ''))
        return from.pipe(answer.writeHead(from.statusCode ?? 500, from.headers))
      const { status, text } = alter(asked.url ?? '', { status: from.statusCode ?? 500, text: await textOf(from) })
      const { 'content-length': _, ...kept } = from.headers
      answer.writeHead(status, { ...kept, 'transfer-encoding': 'chunked' }).end(text)
    }).end()
  })
  await new Promise<void>((listening) => server.listen(0, listening))
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    serve: (other: Alter) => void (alter = other),
    close() {
      server.closeAllConnections()
      return new Promise<void>((closed) => server.close(() => closed()))
    },
  }
}

async function textOf(message: IncomingMessage) {
  const parts: Buffer[] = []
  for await (const part of message) parts.push(part)
  return Buffer.concat(parts).toString()
}

/**
 * Another build: English Explore is marked, and the chunks that no page has asked for yet are gone, as they are when
 * each has another name.
 */
async function otherBuild(
  baseURL: string | undefined,
  asked: ReadonlySet<string>,
): Promise<{ alter: Alter; gone: string[] }> {
  const mark = (text: string) => text.replace('<html ', '<html data-build="2" ')
  const [worker, page] = await Promise.all(
    ['/sw.js', '/en'].map(async (path) => (await fetch(`${baseURL}${path}`)).text()),
  )
  const hash = (text: string) => createHash('sha256').update(text).digest('base64')
  const entries = [...(worker ?? '').matchAll(/{url:"(\/_next\/static\/chunks\/[^"]+)",[^}]*},/g)]
  const gone = entries.filter(([, path = '']) => !asked.has(path))
  const hashed = (text = '') => [`revision:"${hash(text).slice(0, 12)}"`, hash(text)] as const
  const [before, after] = [hashed(page), hashed(mark(page ?? ''))]
  let script = worker ?? ''
  for (const [entry] of gone) script = script.replace(entry, '')
  before.forEach((part, i) => (script = script.replace(part, after[i] ?? '')))
  const paths = gone.map(([, path = '']) => path)
  return {
    gone: paths,
    alter: (path, answer) => {
      if (path === '/sw.js') return { status: 200, text: script }
      if (paths.includes(path)) return { status: 404, text: '' }
      return /^\/en(\?|$)/.test(path) ? { ...answer, text: mark(answer.text) } : answer
    },
  }
}

/** Wait until the browser keeps the whole tool. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready
    while (active?.state !== 'activated' || !navigator.serviceWorker.controller)
      await new Promise((wait) => setTimeout(wait, 50))
  })

async function download(page: Page, press: () => Promise<void>) {
  const begun = page.waitForEvent('download')
  await press()
  const file = await begun
  expect(await file.failure()).toBeNull()
  return readFile(await file.path())
}

test('after one visit all of it opens from cold with the server gone, in both languages', async ({
  playwright,
  baseURL,
}) => {
  const server = await serverBefore(baseURL)
  const profile = await mkdtemp(join(tmpdir(), 'encrucijada-profile-'))
  const open = () => playwright.chromium.launchPersistentContext(profile, { baseURL: server.origin })

  const first = await open()
  const visited = await first.newPage()
  await visited.goto('/en')
  await kept(visited)
  await first.close()
  await server.close()

  const cold = await open()
  const heard = listen(cold, server.origin)
  const page = await cold.newPage()
  await page.goto('/?v=1')
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/en?v=1')
  for (const locale of locales) {
    await page.goto(`/${locale}`)
    await expect(page.getByRole('status').getByText(working[locale], { exact: true })).toBeVisible()
    expect(await faults(page)).toEqual([])
  }
  // Whatever pages the build has made, those of a presentation too.
  const paths = await page.evaluate(async () =>
    (await (await caches.open('encrucijada')).keys())
      .map(({ url }) => new URL(url).pathname)
      .filter((path) => /^\/(en|es)\//.test(path)),
  )
  expect(paths.length).toBeGreaterThanOrEqual(8)
  for (const path of paths) {
    await page.goto(`${path}?v=1`)
    await expect(page.locator('html')).toHaveAttribute('lang', path.slice(1, 3))
    await expect(page.locator('body')).not.toHaveText('')
    // Outlines of countries, the largest of what is fetched with the first use.
    if (path.endsWith('/evidence'))
      await expect(page.getByRole('listbox', { name: map }).locator('path').first()).toBeAttached()
  }

  await visit(page, 'en')
  const zone = assumption(page, 'Chancay special economic zone')
  await zone.getByRole('radio').last().click()
  await settled(page, 'en')
  await page.getByRole('button', { name: words.en.actions(words.en.ladder), exact: true }).click()
  const table = await download(page, () => page.getByRole('menuitem', { name: 'Save as CSV' }).click())
  expect(table.toString()).toContain(words.en.ladder)
  await page.goto('/en/compare')
  await page.getByRole('button', { name: 'Take home' }).first().click()
  const workbook = await download(page, () => page.getByRole('menuitem', { name: /XLSX/ }).click())
  expect(workbook.subarray(0, 2).toString()).toBe('PK')

  // A presentation, with its second window and its slide file.
  await page.goto('/en/present')
  const slides = await download(page, () => page.getByRole('button', { name: 'Save as slides (PPTX)' }).click())
  expect(slides.subarray(0, 2).toString()).toBe('PK')
  await page.goto('/en/present/show')
  const sheet = page.getByRole('article').first()
  await expect(sheet).toContainText('1 of 14')
  // The map comes once the page is alive and hears keys.
  await expect(sheet).toContainText('Las Bambas')
  await page.keyboard.press('PageDown')
  await expect(sheet).toContainText('2 of 14')
  await page.keyboard.press('1')
  const opening = cold.waitForEvent('page')
  await page.keyboard.press('s')
  const speaker = await opening
  await expect(speaker.getByText('1 toggle differs from the slide as written.')).toBeVisible()
  await speaker.keyboard.press('ArrowRight')
  await expect(sheet).toContainText('3 of 14')
  await speaker.close()
  expect(heard).toEqual([])

  await page.goto('/en/nowhere')
  await expect(page.getByRole('heading', { level: 1 }).first()).toHaveText('There is no page here')
  await cold.close()
  await rm(profile, { recursive: true })
})

test.describe('another build', () => {
  // It comes from a server of its own, which is listened to for itself.
  test.use({ provoked: /^asked elsewhere: http:\/\/localhost:\d+\// })

  test('a new version is announced and waits for its word and for the session to end; a tab of the old one keeps working @soak', async ({
    context,
    baseURL,
  }) => {
    const server = await serverBefore(baseURL)
    const heard = listen(context, server.origin)
    const asked = new Set<string>()
    context.on('request', (request) => asked.add(new URL(request.url()).pathname))
    const one = await context.newPage()
    await one.goto(`${server.origin}/en`)
    await settled(one, 'en')
    await kept(one)
    const other = await context.newPage()
    await other.goto(`${server.origin}/en?year=2027`)
    await settled(other, 'en')
    // What the worker fetches for its cache no page has asked for.
    const loaded = (page: Page) =>
      page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname))
    const { alter, gone } = await otherBuild(baseURL, new Set([...(await loaded(one)), ...(await loaded(other))]))
    expect(gone.length).toBeGreaterThan(5)
    server.serve(alter)

    const session = await context.newPage()
    await session.goto(`${server.origin}/es/present/show`)
    await one.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()))
    await expect(one.getByRole('status').getByText(told.held)).toBeVisible()
    await expect(one.getByRole('button', { name: told.use })).toBeDisabled()
    await one.reload()
    await expect(one.getByRole('status').getByText(told.held)).toBeVisible()
    await expect(one.locator('html')).not.toHaveAttribute('data-build')

    await session.close()
    await expect(other.getByRole('status').getByText(told.ready)).toBeVisible()
    await one.getByRole('button', { name: told.use }).click()
    await expect(one.locator('html')).toHaveAttribute('data-build', '2')
    await settled(one, 'en')

    await expect(other.getByRole('status').getByText(told.older)).toBeVisible()
    await expect(other.locator('html')).not.toHaveAttribute('data-build')
    await other.getByRole('button', { name: words.en.actions(words.en.ladder), exact: true }).click()
    const table = await download(other, () => other.getByRole('menuitem', { name: 'Save as CSV' }).click())
    expect(table.toString()).toContain(words.en.ladder)
    const stored = () =>
      one.evaluate(async () =>
        (await (await caches.open('encrucijada')).keys()).map(({ url }) => new URL(url).pathname),
      )
    expect(await stored()).toEqual(expect.arrayContaining(gone))

    // The last tab of the build before goes, and with it what was kept for it.
    await other.getByRole('button', { name: told.reload }).click()
    await expect(other.locator('html')).toHaveAttribute('data-build', '2')
    expect(new URL(other.url()).search).toBe('?year=2027')
    await expect.poll(async () => (await stored()).filter((path) => gone.includes(path))).toEqual([])
    expect(heard).toEqual([])
    await server.close()
  })
})

test('what the browser removed is told and fetched again; where it has no room, that is told, and files still work @soak', async ({
  page,
  context,
  baseURL,
}) => {
  await page.goto('/en')
  await kept(page)
  await page.evaluate(() => caches.delete('encrucijada'))
  await page.reload()
  await expect(page.getByRole('status').getByText(told.incomplete)).toBeVisible()
  await page.getByRole('button', { name: told.again }).click()
  await expect(page.getByRole('status').getByText(told.incomplete)).toHaveCount(0)

  await page.evaluate(() => caches.delete('encrucijada'))
  const devtools = await context.newCDPSession(page)
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: baseURL ?? '', quotaSize: 100_000 })
  await page.reload()
  await page.getByRole('button', { name: told.again }).click()
  await expect(page.getByRole('status').getByText(told.full)).toBeVisible()
  await page.getByRole('button', { name: words.en.actions(words.en.ladder), exact: true }).click()
  const table = await download(page, () => page.getByRole('menuitem', { name: 'Save as CSV' }).click())
  expect(table.toString()).toContain(words.en.ladder)
})
