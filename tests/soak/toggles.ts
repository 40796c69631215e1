import { strict as assert } from 'node:assert'
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'
import { packs } from '../../data/index'
import { compile } from '../../lib/engine/compile'
import { decode } from '../../lib/scenario/codec'
import { chromiumPath } from '../chromium.mjs'
import { sound } from '../fixtures/sound'
import { digests } from './bytes'
import { digestScript, inBrowser } from './elsewhere'
import type { Options } from './options'
import { type Chance, chanceOf } from './random'
import { serve } from './served'
import type { Row } from './summary'

/**
 * Random toggles through the built app: nothing grows, the console stays silent, back and forward go where they should,
 * and the address opens the same screen in another tab, in both languages. Most toggles are clicks that the page itself
 * dispatches, one by one, since a real click takes Playwright longer than the page; after each hundred of them come some
 * with the mouse and the keyboard.
 */

const model = compile(sound(packs['peru-prc']))
const locales = ['en', 'es'] as const
type Locale = (typeof locales)[number]
const computing = { en: 'being computed', es: 'en cálculo' }

/** Toggles that the page dispatches in a row. */
const batch = 100
/** After so many toggles each: a tab beside it opens the same address; what the page holds is counted. */
const [compareEvery, countEvery] = [5000, 5000]
/** How much more of anything a page may hold at the end than after its first thousand toggles. */
const mostGrowth = 1.1

/** What a page holds when nothing is open in it, after everything that can be let go of was. */
interface Held {
  toggles: number
  heap: number
  nodes: number
  listeners: number
}

/** Ask for the same bits, and toggle in both languages, a tenth as often in the second; says what goes wrong as soon as it does. */
export async function toggle(options: Options, say: (line: string) => void): Promise<Row[]> {
  const served = options.address === null ? await serve() : { address: options.address, stop: () => undefined }
  const executablePath = chromiumPath()
  const browser = await chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  const whole = options.cases ?? 100_000
  const until = options.minutes === null ? Infinity : performance.now() + options.minutes * 60_000
  try {
    const rows = await sameBits(browser, options, say)
    for (const locale of locales) {
      const visit = { browser, address: served.address, locale, seed: options.seed, until, say }
      rows.push(await visitOf(visit, locale === 'en' ? whole : Math.ceil(whole / 10)))
    }
    return rows
  } finally {
    await browser.close()
    served.stop()
  }
}

/** Hold what a worker of the browser computes of the pack against its page, and both against Node, bit for bit. */
async function sameBits(browser: Browser, { seed, cases }: Options, say: (line: string) => void): Promise<Row[]> {
  const start = performance.now()
  const many = Math.min(200, cases ?? 200)
  const page = await browser.newPage()
  const { main, worker } = await inBrowser(page, await digestScript(), { pack: model.pack, seed, many })
  await page.close()
  const node = digests(model.pack, seed, many)
  const differing = (one: readonly string[], other: readonly string[]) =>
    one.filter((own, i) => own !== other[i]).length
  const row = (name: string, failures: number): Row => {
    if (failures > 0) say(`FAILED  ${name}: ${failures} of ${many} assignments differ\n  replay  npm run soak -- --only toggles --seed ${seed} --cases ${many}`) // prettier-ignore
    return { name, cases: many, wanted: many, failures, milliseconds: performance.now() - start }
  }
  return [row('same bits in page and worker', differing(main, worker)), row('same bits in page and Node', differing(main, node))] // prettier-ignore
}

interface Visit {
  browser: Browser
  address: string
  locale: Locale
  seed: number
  until: number
  say: (line: string) => void
}

async function visitOf({ browser, address, locale, seed, until, say }: Visit, wanted: number): Promise<Row> {
  const start = performance.now()
  const row: Row = { name: `toggles in the built app (${locale})`, cases: 0, wanted, failures: 0, milliseconds: 0 }
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' })
  const heard = listen(context)
  const chance = chanceOf(seed ^ locales.indexOf(locale))
  const counts: Held[] = []
  try {
    const page = await context.newPage()
    await page.goto(`${address}/${locale}`)
    await settled(page, locale)
    while (row.cases < wanted && performance.now() < until) {
      row.cases += await toggleSome(page, chance, Math.min(batch, wanted - row.cases))
      row.cases += await byHand(page, locale, chance)
      assert.deepEqual(heard, [], 'the console is not silent')
      const passed = (every: number) => Math.floor(row.cases / every) > Math.floor((row.cases - batch - 10) / every)
      if (counts.length === 0 ? row.cases >= Math.min(1000, wanted) : passed(countEvery) || row.cases >= wanted) {
        counts.push(await count(page, locale, row.cases))
        say(`  ${locale}: ${lineOf(counts)}`)
      }
      if (passed(compareEvery) || row.cases >= wanted) await sameElsewhere(context, page, locale)
    }
    expectNoGrowth(counts)
  } catch (error) {
    row.failures = 1
    say(`FAILED  ${row.name} after ${row.cases} toggles: ${error instanceof Error ? error.message : String(error)}`)
    say(`  replay  npm run soak -- --only toggles --seed ${seed} --cases ${locale === 'en' ? row.cases + batch : 10 * (row.cases + batch)}`) // prettier-ignore
  }
  await context.close()
  return { ...row, milliseconds: performance.now() - start }
}

/** What the console says, and what the page throws or leaves unhandled, of every tab. */
function listen(context: BrowserContext): string[] {
  const heard: string[] = []
  context.on('console', (message) => {
    const text = message.text()
    if (['error', 'warning', 'assert'].includes(message.type()) && !text.includes('registration blocked by Playwright'))
      heard.push(`${message.type()}: ${text}`)
  })
  context.on('weberror', (failure) => heard.push(`thrown: ${failure.error().message}`))
  return heard
}

/** Let the page press one unpressed choice after another, each time after it had a turn to draw the last; gives how many. */
function toggleSome(page: Page, chance: Chance, many: number): Promise<number> {
  const drawn = Array.from({ length: many }, () => chance.whole(0, 2 ** 31 - 1))
  return page.evaluate(async (drawn) => {
    for (const [i, number] of drawn.entries()) {
      const choices = document.querySelectorAll<HTMLElement>('[role=radio][aria-checked=false]:not([disabled])')
      choices[number % choices.length]?.click()
      if (i % 10 === 9) await new Promise((resolve) => requestAnimationFrame(resolve))
      else await new Promise((resolve) => setTimeout(resolve))
    }
    return drawn.length
  }, drawn)
}

/** Some of what a hand does: a real click, the keys of a group of choices, undoing and doing again, back and forward; gives how many toggles. */
async function byHand(page: Page, locale: Locale, chance: Chance): Promise<number> {
  const choices = page.locator('[role=radio][aria-checked=false]:not([disabled])').filter({ visible: true })
  await choices.nth(chance.whole(0, (await choices.count()) - 1)).click()
  await page.keyboard.press(chance.one(['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp']))
  const before = await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(resolve))
    return location.href
  })
  const away = () => page.waitForFunction((before) => location.href !== before, before, { timeout: 30_000 })
  if (chance.happens(0.5)) {
    await page.keyboard.press('u')
    await away()
    await page.keyboard.press('Shift+U')
  } else {
    await page.goBack()
    await away()
    await page.goForward()
  }
  await page
    .waitForFunction((before) => location.href === before, before, { timeout: 30_000 })
    .catch(() => assert.equal(page.url(), before, 'back and forward, or undo and redo, do not end where they began'))
  if (chance.happens(0.2)) await expectAddress(page, locale)
  return 2
}

/** Expect the state on screen to be what the address says. */
async function expectAddress(page: Page, locale: Locale) {
  const { screen, dropped } = decode(model, new URL(await page.evaluate(() => location.href)).search)
  assert.deepEqual(dropped, [])
  const chosen = model.pack.assumptions.map(({ id, label }) => [label[locale], screen.assignment[id] ?? ''])
  await page.waitForFunction(
    (chosen) =>
      chosen.every(([label, state]) => {
        const groups = [...document.querySelectorAll('[role=radiogroup]')]
        const group = groups.find((own) => own.getAttribute('aria-label') === label)
        return group?.querySelector<HTMLButtonElement>('[aria-checked=true]')?.value === state
      }),
    chosen,
    { timeout: 30_000 },
  )
}

/** Expect the address to open the same screen in another tab, also after that was reloaded, and the same numbers in the other language. */
async function sameElsewhere(context: BrowserContext, page: Page, locale: Locale) {
  await expectAddress(page, locale)
  const { search, origin } = new URL(await page.evaluate(() => location.href))
  const here = await screenOf(page, locale)
  const other = await context.newPage()
  await other.goto(`${origin}/${locale}${search}`)
  assert.deepEqual(await screenOf(other, locale), here, `another tab shows another screen: ${search}`)
  await other.reload()
  assert.deepEqual(await screenOf(other, locale), here, `a reload shows another screen: ${search}`)
  const foreign = locale === 'en' ? 'es' : 'en'
  await other.goto(`${origin}/${foreign}${search}`)
  const there = await screenOf(other, foreign)
  assert.deepEqual([there.states, there.percents], [here.states, here.percents], `the other language shows others: ${search}`) // prettier-ignore
  await other.close()
}

/** All that a screen shows: its text, the states chosen, and every percent. */
async function screenOf(page: Page, locale: Locale) {
  await settled(page, locale)
  return page.evaluate(() => {
    const text = document.querySelector('main')?.innerText ?? ''
    const chosen = document.querySelectorAll<HTMLButtonElement>('[role=radio][aria-checked=true]')
    const percents = [...document.querySelectorAll('figure li button')].flatMap(
      (row) => row.textContent.match(/[<>]?\d+%/g) ?? [],
    )
    return { text, states: [...chosen].map(({ value }) => value), percents }
  })
}

/** Wait until no interval is being computed any more. */
async function settled(page: Page, locale: Locale) {
  await page.waitForFunction(
    (computing) => {
      const shown = [...document.querySelectorAll('figure, figure button')]
      const heard = shown.map((one) => one.getAttribute('aria-label') ?? one.textContent)
      return heard.length > 0 && !heard.some((text) => text.includes(computing))
    },
    computing[locale],
    { timeout: 120_000 },
  )
}

/** Count what the page holds at the baseline, with nothing open. */
async function count(page: Page, locale: Locale, toggles: number): Promise<Held> {
  const here = page.url()
  const go = (to: string) =>
    page.evaluate((to) => {
      history.replaceState(null, '', to)
      dispatchEvent(new PopStateEvent('popstate'))
    }, to)
  await go(`/${locale}`)
  await settled(page, locale)
  const devtools = await page.context().newCDPSession(page)
  for (let turn = 0; turn < 3; turn++) await devtools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await devtools.send('Runtime.getHeapUsage')
  const { nodes, jsEventListeners } = await devtools.send('Memory.getDOMCounters')
  await devtools.detach()
  await go(here)
  await settled(page, locale)
  return { toggles, heap: usedSize, nodes, listeners: jsEventListeners }
}

function lineOf(counts: readonly Held[]): string {
  const [first, last] = [counts[0], counts.at(-1)]
  if (!first || !last) return ''
  const beside = (own: number, before: number) => `(${(own / before).toFixed(3)})`
  return `${last.toggles} toggles: heap ${(last.heap / 1e6).toFixed(2)} MB ${beside(last.heap, first.heap)}, nodes ${last.nodes} ${beside(last.nodes, first.nodes)}, listeners ${last.listeners} ${beside(last.listeners, first.listeners)}` // prettier-ignore
}

function expectNoGrowth(counts: readonly Held[]) {
  const [first, last] = [counts[0], counts.at(-1)]
  if (!first || !last) return
  for (const key of ['heap', 'nodes', 'listeners'] as const)
    assert.ok(last[key] <= mostGrowth * first[key], `${key} grew from ${first[key]} after ${first.toggles} toggles to ${last[key]} after ${last.toggles}`) // prettier-ignore
}
