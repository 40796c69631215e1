import { expect, type Page } from '@playwright/test'
import {
  drawer,
  events,
  indicator,
  labels,
  ladderRow,
  ladderRows,
  link,
  locales,
  settled,
  stateOf,
  test,
  visit,
  words,
} from './explore'

/** What fits, what is cut, and what still stands when the browser gives less than usual. */

/** The longest titles a screen can have, by language: a named scenario in part, and headline phrases with a count. */
const screens = [
  {
    what: 'a scenario in part',
    query: '?v=1&pack=1.0.0&leadership=transactional-successor&chancay-sez=approved&port-access=privileged',
  },
  { what: 'headline phrases', query: link },
] as const

for (const locale of locales)
  test(`all 23 rows and 19 assumptions are on screen at once beside an explanation (${locale}) @laptop @wide`, async ({
    page,
  }) => {
    for (const { what, query } of screens) {
      await visit(page, locale, `${query}&open=berth-refused`)
      await expect(drawer(page, locale)).toBeVisible()
      await expect(ladderRows(page)).toHaveCount(23)
      const rail = page.getByRole('complementary', { name: words[locale].rail })
      const groups = rail.getByRole('radiogroup')
      await expect(groups).toHaveCount(19)
      expect(await hidden(page, 'main', await bottoms(ladderRows(page))), `${what}: rows, px below the fold`).toEqual(
        [],
      )
      expect(await hidden(page, 'aside', await bottoms(groups)), `${what}: assumptions, px below the fold`).toEqual([])
    }
  })

const bottoms = (all: ReturnType<typeof ladderRows>) =>
  all.evaluateAll((all) => all.map((one) => [one.getBoundingClientRect().top, one.getBoundingClientRect().bottom]))

/** By how many pixels each of them is cut by its area, above or below. */
function hidden(page: Page, area: string, places: number[][]) {
  return page.evaluate(
    ({ area, places }) => {
      const box = document.querySelector(area)?.getBoundingClientRect()
      const [top, bottom] = [Math.max(0, box?.top ?? 0), Math.min(innerHeight, box?.bottom ?? 0)]
      return places.flatMap(([from = 0, to = 0]) =>
        from >= top && to <= bottom ? [] : [Math.max(top - from, to - bottom)],
      )
    },
    { area, places },
  )
}

/** Texts wider or higher than the box that clips them. */
function cut(page: Page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('body *')].flatMap((e) => {
      const style = getComputedStyle(e)
      const own = [...e.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
      const clips = style.overflowX !== 'visible' || style.overflowY !== 'visible'
      if (!own || !clips || style.clipPath !== 'none' || !e.checkVisibility()) return []
      const wide = e.scrollWidth - e.clientWidth
      const high = e.scrollHeight - e.clientHeight
      return wide > 0 || high > 1 ? [`${e.textContent?.slice(0, 60)}: ${wide} × ${high} px`] : []
    }),
  )
}

for (const locale of locales)
  test(`no label is cut (${locale}) @phone @laptop @wide`, async ({ page }, { project }) => {
    await visit(page, locale, `${link}&year=2030`)
    expect(await cut(page), 'risks').toEqual([])
    for (const view of ['opportunities', 'indicators', 'sectors'] as const) {
      await page.getByRole('radio', { name: words[locale].views[view] }).click()
      expect(await cut(page), view).toEqual([])
    }
    await page.getByRole('radio', { name: words[locale].views.risks }).click()
    const rows = await labels(ladderRows(page))
    const dialog = page.getByRole('dialog')
    for (const i of rows.keys()) {
      await ladderRows(page).nth(i).click()
      await expect(drawer(page, locale).or(dialog)).toBeVisible()
      expect(await cut(page), `the explanation of ${rows[i]}`).toEqual([])
      if (project.name !== 'phone') continue
      await page.keyboard.press('Escape')
      await expect(dialog).toHaveCount(0)
    }
    if (project.name !== 'phone') return
    await page.getByRole('button', { name: words[locale].openRail }).click()
    await expect(dialog).toBeVisible()
    expect(await cut(page), 'the sheet of assumptions').toEqual([])
    for (const group of await dialog.getByRole('radiogroup').all())
      for (const radio of await group.getByRole('radio').all()) {
        await radio.click()
        expect(await cut(page), `${await group.getAttribute('aria-label')}`).toEqual([])
      }
  })

for (const locale of locales)
  test(`each state's word fits beside its assumption (${locale}) @laptop @wide`, async ({ page }) => {
    await visit(page, locale)
    const rail = page.getByRole('complementary', { name: words[locale].rail })
    const faults = await rail.getByRole('radio').evaluateAll(async (radios) => {
      const found: string[] = []
      for (const radio of radios) {
        if (radio instanceof HTMLElement) radio.click()
        await Promise.resolve()
        const row = radio.closest('[role=radiogroup]')?.parentElement
        const [name, value] = row?.children ?? []
        if (!name || !value || row?.children.length !== 3) continue
        const over = name.getBoundingClientRect().right - value.getBoundingClientRect().left
        if (over > 0 || name.scrollWidth > name.clientWidth) found.push(`${name.textContent}: ${value.textContent}`)
      }
      return found
    })
    expect(faults).toEqual([])
  })

test('boxes that open lie on the screen @phone @laptop @wide', async ({ page }, { project }) => {
  await visit(page, 'es', `${link}&open=${project.name === 'phone' ? '' : 'direct-deal'}`.replace(/&open=$/, ''))
  if (project.name === 'phone') await page.getByRole('button', { name: words.es.openRail }).click()
  const names = [words.es.picker, 'Acceso al puerto', 'Apoyo de socios', 'Quién gobierna']
  for (const name of project.name === 'phone' ? names : [...names, /^Evidencia: /, words.es.actions(words.es.ladder)]) {
    const button = page.getByRole('button', { name }).first()
    await button.click()
    const box = page.getByRole('dialog').or(page.getByRole('menu')).last()
    await expect(box).toBeInViewport({ ratio: 1 })
    await page.keyboard.press('Escape')
    await expect(button).toHaveAttribute('aria-expanded', 'false')
  }
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  for (const locale of locales)
    test(`the page shows the baseline and says what scripts are for (${locale}) @laptop @phone`, async ({ page }) => {
      await page.goto(`/${locale}${link}`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words[locale].baseline)
      const says = {
        en: 'This page shows the mid-2022 baseline. To change assumptions, let your browser run scripts from this site.',
        es: 'Esta página muestra la línea base de mediados de 2022. Para cambiar supuestos, permita que su navegador ejecute los scripts de este sitio.',
      }
      const notice = page.locator('noscript p')
      await expect(notice).toBeVisible()
      expect(await notice.innerText()).toBe(says[locale])
      await expect(ladderRows(page)).toHaveCount(23)
      await expect(ladderRow(page, events[locale].cabinet)).toContainText('80%')
    })
})

test('the numbers of the baseline are in the page before any script runs', async ({ request }) => {
  const html = await (await request.get('/en')).text()
  const body = html.replace(/<script[\s\S]*?<\/script>/g, '')
  expect(body.match(/, unchanged from \d+%, interval being computed/g)).toHaveLength(23)
  expect(body).toContain(`${events.en.cabinet}, 80%, very likely`)
  expect(body.match(/role="radiogroup"/g)?.length).toBeGreaterThanOrEqual(20)
  expect(html).toContain('<html lang="en"')
})

test.describe('without a worker', () => {
  test.use({ provoked: /worker|ERR_FAILED|Failed to load/i })

  test('a worker that does not load leaves the intervals to the page', async ({ page, context }) => {
    await visit(page, 'en', link)
    const right = await labels(ladderRows(page))

    const crippled = await context.newPage()
    let refused = 0
    await crippled.addInitScript(() => {
      const Real = Worker
      Reflect.set(window, 'Worker', function (url: string | URL, options?: WorkerOptions) {
        return new Real(`/_next/static/no-such-worker.js?${String(url).length}`, options)
      })
    })
    await crippled.route('**/no-such-worker.js*', (route) => {
      refused++
      return route.abort()
    })
    await visit(crippled, 'en', link)
    expect(refused, 'tried once more before the page does it itself').toBe(2)
    expect(await labels(ladderRows(crippled))).toEqual(right)
    await stateOf(crippled, 'Cabinet', 'Settled').click()
    await settled(crippled, 'en')
  })

  test('a browser that has no workers shows the same intervals', async ({ page, context }) => {
    await visit(page, 'en', link)
    const bare = await context.newPage()
    await bare.addInitScript(() => Reflect.deleteProperty(window, 'Worker'))
    await visit(bare, 'en', link)
    expect(await labels(ladderRows(bare))).toEqual(await labels(ladderRows(page)))
  })
})

test('with storage blocked all works but the memory of the theme', async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError')
      },
    }),
  )
  await visit(page, 'en', link)
  const theme = () => page.evaluate(() => document.documentElement.dataset.theme ?? 'paper')
  await page.getByRole('button', { name: words.en.toProjector }).click()
  expect(await theme()).toBe('projector')
  await stateOf(page, 'Cabinet', 'Settled').click()
  await settled(page, 'en')
  await expect(page.getByText('5 of 19 changed')).toBeVisible()
  await page.reload()
  expect(await theme()).toBe('paper')
})

test('the theme is remembered and stands before the first paint', async ({ page }) => {
  await visit(page, 'en')
  await page.getByRole('button', { name: words.en.toProjector }).click()
  await page.goto('/es', { waitUntil: 'commit' })
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe('projector')
  const order = await page.evaluate(() => document.querySelector('head script[src="/theme.js"]')?.hasAttribute('async'))
  expect(order).toBe(false)
  await settled(page, 'es')
  const [paper, ink] = await page.evaluate(() => {
    const { backgroundColor, color } = getComputedStyle(document.body)
    return [backgroundColor, color]
  })
  expect([paper, ink]).toEqual(['rgb(21, 23, 26)', 'rgb(246, 241, 230)'])
})

test('six indicators stand beside an explanation, twelve without, and all when asked for @laptop', async ({ page }) => {
  await visit(page, 'en', link)
  const charts = page.getByRole('button', { name: /Show why\.$/ })
  await expect(charts).toHaveCount(12)
  await ladderRow(page, events.en.cosco).click()
  await expect(charts).toHaveCount(6)
  await page.getByRole('button', { name: 'All 22' }).click()
  await expect(charts).toHaveCount(22)
  await expect(indicator(page, 'PRC scholarships')).toBeVisible()
  await page.getByRole('button', { name: 'Fewer' }).click()
  await expect(charts).toHaveCount(6)
})
