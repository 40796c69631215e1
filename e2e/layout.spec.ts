import { expect, type Locator, type Page } from '@playwright/test'
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
import { crowding, cut } from './fit'

/** What fits, what is cut, and what still stands when the browser gives less than usual. */

for (const [locale, size] of [
  ['en', '@laptop'],
  ['es', '@wide'],
  ['en', '@wide @soak'],
  ['es', '@laptop @soak'],
] as const)
  test(`all rows and assumptions stand on screen beside an explanation, and no text is cut or overlapped (${locale}) ${size}`, async ({
    page,
  }, { project }) => {
    const rows = ladderRows(page)
    const rail = page.getByRole('complementary', { name: words[locale].rail })
    const fits = async (title: string) => {
      const groups = rail.getByRole('radiogroup')
      await expect(rows).toHaveCount(23)
      await expect(groups).toHaveCount(19)
      expect.soft(await hidden(page, 'main', await bottoms(rows)), `${title}: rows, px below the fold`).toEqual([])
      expect.soft(await hidden(page, 'aside', await bottoms(groups)), `${title}: assumptions, px below`).toEqual([])
      expect.soft(await crowding(page), title).toEqual({ over: [], wider: 0 })
    }
    // The longest titles there are: a scenario in part, with its story; and headline phrases with a count.
    await visit(page, locale, `${link.replace('&chancay-timetable=on-schedule', '')}&open=berth-refused`)
    await expect(drawer(page, locale)).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/, (headline only|solo lo central)$/)
    await fits('a scenario in part')
    await rail.getByRole('radio').last().click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/, 2 (more changes|cambios más)$/)
    await fits('headline phrases')

    // Every row where room is scarce.
    for (let i = 0; i < 23; i += project.name === 'laptop' ? 1 : 5) {
      // A pressed row that is open would close.
      if ((await rows.nth(i).getAttribute('aria-expanded')) !== 'true') await rows.nth(i).click()
      expect.soft(await cut(page), `the explanation of row ${i}`).toEqual([])
    }
    await page.getByRole('button', { name: words[locale].close }).click()
    for (const view of ['opportunities', 'indicators', 'sectors'] as const) {
      await page.getByRole('radio', { name: words[locale].views[view] }).click()
      expect.soft(await cut(page), view).toEqual([])
      expect.soft(await crowding(page), view).toEqual({ over: [], wider: 0 })
    }
    expect.soft(await misfits(rail.getByRole('radio')), 'words beside their assumption').toEqual([])
  })

for (const locale of locales)
  test(`no text is cut or overlapped on the page and in its sheets (${locale}) @phone${locale === 'en' ? ' @soak' : ''}`, async ({
    page,
  }) => {
    await visit(page, locale, link)
    const sheet = page.getByRole('dialog')
    for (let i = 0; i < 23; i += 4) {
      await ladderRows(page).nth(i).click()
      await expect(sheet).toBeVisible()
      expect.soft(await cut(page), `the explanation of row ${i}`).toEqual([])
      expect.soft(await crowding(page), `the explanation of row ${i}`).toEqual({ over: [], wider: 0 })
      await page.keyboard.press('Escape')
      await expect(sheet).toHaveCount(0)
    }
    for (const view of ['risks', 'opportunities', 'indicators', 'sectors'] as const) {
      await page.getByRole('radio', { name: words[locale].views[view] }).click()
      expect.soft(await cut(page), view).toEqual([])
      expect.soft(await crowding(page), view).toEqual({ over: [], wider: 0 })
    }
    await page.getByRole('button', { name: words[locale].openRail }).click()
    await expect(sheet).toBeVisible()
    expect.soft(await misfits(sheet.getByRole('radio')), 'words beside their assumption').toEqual([])
    expect.soft(await cut(page), 'the sheet of assumptions').toEqual([])
  })

// Twice the size on a laptop, four times, and a small tablet; in Spanish, whose words are longer.
test('nothing overlaps and the page does not scroll sideways at 200 % zoom, 400 % zoom or on a small tablet @soak', async ({
  page,
}) => {
  await visit(page, 'es', link)
  for (const [width, height] of [
    [720, 450],
    [320, 640],
    [900, 700],
  ] as const) {
    await page.setViewportSize({ width, height })
    for (const view of ['risks', 'opportunities', 'indicators', 'sectors'] as const) {
      await page.getByRole('radio', { name: words.es.views[view] }).click()
      expect.soft(await crowding(page), `${view}, ${width} px`).toEqual({ over: [], wider: 0 })
    }
    await page.getByRole('button', { name: words.es.openRail }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    expect.soft(await crowding(page), `the sheet of assumptions, ${width} px`).toEqual({ over: [], wider: 0 })
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
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

/** Assumptions whose name runs into the word of a state, or is cut by it, state by state. */
function misfits(radios: Locator) {
  return radios.evaluateAll(async (radios) => {
    const found: string[] = []
    for (const radio of radios) {
      if (radio instanceof HTMLElement) radio.click()
      await Promise.resolve()
      const row = radio.closest('[role=radiogroup]')?.parentElement
      const [name, value] = row?.children ?? []
      if (!name || !value || row?.children.length !== 3) continue
      const over = name.getBoundingClientRect().right - value.getBoundingClientRect().left
      const cut = name.scrollWidth - name.clientWidth
      if (over > 0 || cut > 0) found.push(`${name.textContent}: ${value.textContent}, ${Math.max(over, cut)} px`)
    }
    return found
  })
}

test('boxes that open lie on the screen @phone @laptop', async ({ page }, { project }) => {
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

  for (const [locale, size] of [
    ['en', '@laptop'],
    ['es', '@phone'],
  ] as const)
    test(`the page shows the baseline and says what scripts are for (${locale}) ${size}`, async ({ page }) => {
      await page.goto(`/${locale}${link}`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words[locale].baseline)
      const says = {
        en: 'This page shows the baseline. To change assumptions, let your browser run scripts from this site.',
        es: 'Esta página muestra la línea base. Para cambiar supuestos, permita que su navegador ejecute los scripts de este sitio.',
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

  test('a worker that does not load, or a browser without any, leaves the intervals to the page @soak', async ({
    page,
    context,
  }) => {
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

    const bare = await context.newPage()
    await bare.addInitScript(() => Reflect.deleteProperty(window, 'Worker'))
    await visit(bare, 'en', link)
    expect(await labels(ladderRows(bare))).toEqual(right)
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

test('the theme is remembered and stands before the first paint @soak', async ({ page }) => {
  await visit(page, 'en')
  await page.getByRole('button', { name: words.en.toProjector }).click()
  await page.goto('/es', { waitUntil: 'commit' })
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe('projector')
  const order = await page.evaluate(() => document.querySelector('head script[src="/first.js"]')?.hasAttribute('async'))
  expect(order).toBe(false)
  await settled(page, 'es')
  const [paper, ink] = await page.evaluate(() => {
    const { backgroundColor, color } = getComputedStyle(document.body)
    return [backgroundColor, color]
  })
  expect([paper, ink]).toEqual(['rgb(21, 23, 26)', 'rgb(246, 241, 230)'])
})

test('six indicators stand beside an explanation, twelve without, and all when asked for @laptop @soak', async ({
  page,
}) => {
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
