import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { drawer, events, ladderRow, link, type Locale, stateOf, test, visit, words } from './explore'

/** Access: no fault that axe can find in any state, targets that can be hit, no motion unasked, and zoom without loss. */

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

/** Faults that axe finds, each with the first places it is at. */
async function faults(page: Page, but: string[] = []) {
  // Colours on their way from one to another have the contrast of neither.
  await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0)
  const axe = new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(rules)
    .disableRules(but)
  // Without frames to enter it need not open a page of its own, which is quicker.
  const { violations } = await axe.setLegacyMode().analyze()
  return violations.map(({ id, nodes }) => `${id} (${nodes.length}): ${nodes[0]?.html.slice(0, 160)}`)
}

type Theme = 'paper' | 'projector'
const wear = (page: Page, theme: Theme) =>
  page.addInitScript((theme) => localStorage.setItem('encrucijada-theme', theme), theme)

interface State {
  what: string
  sizes: string
  locale: Locale
  theme: Theme
  query: string
  then?: (page: Page, locale: Locale) => Promise<void>
}

const open = (name: (locale: Locale) => string, role: 'dialog' | 'menu') => async (page: Page, locale: Locale) => {
  await page
    .getByRole('button', { name: name(locale) })
    .first()
    .click()
  await expect(page.getByRole(role).last()).toBeVisible()
}

/** Every state once, spread over sizes, languages and themes so that each pair of them meets. */
const states: readonly State[] = [
  { what: 'the baseline', sizes: '@laptop', locale: 'en', theme: 'paper', query: '' },
  { what: 'the baseline', sizes: '@phone', locale: 'es', theme: 'projector', query: '' },
  { what: 'a scenario', sizes: '@wide', locale: 'es', theme: 'paper', query: link },
  { what: 'an explanation', sizes: '@laptop', locale: 'es', theme: 'projector', query: `${link}&open=berth-refused` },
  { what: 'an explanation', sizes: '@phone', locale: 'en', theme: 'paper', query: `${link}&open=berth-refused` },
  {
    what: 'an explanation through a link',
    sizes: '@wide',
    locale: 'en',
    theme: 'projector',
    query: `${link}&open=callao-displaced&view=indicators`,
  },
  {
    what: 'an explanation at the baseline',
    sizes: '@laptop',
    locale: 'en',
    theme: 'paper',
    query: '?open=imports-from-prc',
  },
  { what: 'opportunities', sizes: '@laptop', locale: 'es', theme: 'paper', query: `${link}&view=opportunities` },
  { what: 'opportunities', sizes: '@phone', locale: 'en', theme: 'projector', query: `${link}&view=opportunities` },
  { what: 'indicators', sizes: '@phone', locale: 'es', theme: 'paper', query: `${link}&view=indicators` },
  { what: 'sectors', sizes: '@wide', locale: 'en', theme: 'projector', query: `${link}&view=sectors` },
  { what: 'sectors', sizes: '@phone', locale: 'es', theme: 'paper', query: `${link}&view=sectors` },
  {
    what: 'the list of scenarios',
    sizes: '@laptop',
    locale: 'es',
    theme: 'projector',
    query: '',
    then: open((locale) => words[locale].picker, 'dialog'),
  },
  {
    what: 'the meaning of an assumption',
    sizes: '@laptop',
    locale: 'en',
    theme: 'projector',
    query: link,
    then: open(() => 'Port access', 'dialog'),
  },
  {
    what: 'the evidence of a part',
    sizes: '@laptop',
    locale: 'en',
    theme: 'paper',
    query: '?v=1&pack=1.0.0&leadership=leftist-successor&open=prc-pressure',
    then: open(() => 'Evidence: ', 'dialog'),
  },
  {
    what: 'the menu of a chart',
    sizes: '@wide',
    locale: 'es',
    theme: 'projector',
    query: '',
    then: open((locale) => words[locale].actions(words[locale].ladder), 'menu'),
  },
  {
    what: 'a chart as a table',
    sizes: '@laptop',
    locale: 'en',
    theme: 'projector',
    query: link,
    then: async (page, locale) => {
      await open((locale) => words[locale].actions(words[locale].ladder), 'menu')(page, locale)
      await page.getByRole('menuitem', { name: words[locale].asTable }).click()
      await expect(page.getByRole('table')).toBeVisible()
    },
  },
  {
    what: 'the notice of a broken link',
    sizes: '@laptop',
    locale: 'es',
    theme: 'paper',
    query: '?year=1999&nothing=1',
  },
  {
    what: 'the sheet of assumptions',
    sizes: '@phone',
    locale: 'en',
    theme: 'projector',
    query: link,
    then: async (page, locale) => {
      await page.getByRole('button', { name: words[locale].openRail }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
    },
  },
  {
    what: 'the list of scenarios in the sheet',
    sizes: '@phone',
    locale: 'es',
    theme: 'paper',
    query: link,
    then: async (page, locale) => {
      await page.getByRole('button', { name: words[locale].openRail }).click()
      await open((locale) => words[locale].picker, 'dialog')(page, locale)
      await expect(page.getByRole('dialog')).toHaveCount(2)
    },
  },
]

for (const { what, sizes, locale, theme, query, then } of states)
  test(`axe finds no fault in ${what} (${locale}, ${theme}) ${sizes}`, async ({ page }) => {
    await wear(page, theme)
    await visit(page, locale, query)
    await then?.(page, locale)
    expect(await page.evaluate(() => document.documentElement.dataset.theme ?? 'paper')).toBe(theme)
    // A menu belongs to its button and lies outside every region by its nature.
    expect(await faults(page, what.startsWith('the menu') ? ['region'] : [])).toEqual([])
  })

test.describe('pages that say what went wrong', () => {
  test.use({ provoked: /status of 404|asked to break|Application error|error boundary/i })

  for (const theme of ['paper', 'projector'] as const)
    test(`axe finds no fault in the page that is not there (${theme})`, async ({ page }) => {
      await wear(page, theme)
      await page.goto('/fr')
      await expect(page.getByRole('heading')).toHaveCount(2)
      expect(await faults(page)).toEqual([])
    })

  test('a page that fails says so without a fault that axe finds, and comes back by its button', async ({ page }) => {
    await visit(page, 'es', link)
    await page.evaluate(() => {
      const { log } = Math
      Math.log = () => {
        throw new Error('asked to break')
      }
      Reflect.set(window, 'mend', () => (Math.log = log))
    })
    await stateOf(page, 'Gabinete', 'Estable').click()
    await expect(page.getByRole('heading', { name: 'Esta página no cargó' })).toBeVisible()
    expect(await faults(page)).toEqual([])
    await expect(page.getByRole('link', { name: 'Abrir la línea base' })).toHaveAttribute('href', '/es')
    await page.evaluate(() => Reflect.get(window, 'mend')())
    await page.getByRole('button', { name: 'Intentar de nuevo' }).click()
    await expect(page.getByText('5 de 19 cambiados')).toBeVisible()
  })
})

/** Sizes of everything that can be pressed, shortest first; links inside sentences are as high as their line. */
async function small(page: Page, least: number, side: 'height' | 'both') {
  return page.evaluate(
    ({ least, side }) =>
      [...document.querySelectorAll('button, a[href], select, summary, input')].flatMap((target) => {
        const { width, height } = target.getBoundingClientRect()
        const style = getComputedStyle(target)
        const hidden = width === 0 || style.visibility === 'hidden' || target.closest('[aria-hidden=true]')
        if (hidden || (height >= least && (side === 'height' || width >= least))) return []
        const name = (target.getAttribute('aria-label') ?? target.textContent ?? '').slice(0, 40)
        return [`${name}: ${Math.round(width)} × ${Math.round(height)}`]
      }),
    { least, side },
  )
}

for (const query of [`${link}&open=berth-refused`, '?view=indicators', '?view=sectors'])
  test(`every target is 24 px or more in both directions at ${query.slice(-22)}`, async ({ page }) => {
    await visit(page, 'en', query)
    expect(await small(page, 24, 'both')).toEqual([])
  })

test('on a phone every control of the page and of its sheets is 44 px high and 24 px wide or more @phone', async ({
  page,
}) => {
  await visit(page, 'en', link)
  expect(await small(page, 24, 'both'), 'the page, narrower than 24').toEqual([])
  expect(await small(page, 44, 'height'), 'the page').toEqual([])
  await page.getByRole('button', { name: words.en.openRail }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(await small(page, 44, 'height'), 'the sheet of assumptions').toEqual([])
  const stops = page.getByRole('dialog').getByRole('radiogroup', { name: 'Cabinet' }).getByRole('radio')
  const centres = await stops.evaluateAll((stops) => stops.map((stop) => stop.getBoundingClientRect().x))
  expect((centres[1] ?? 0) - (centres[0] ?? 0)).toBeGreaterThanOrEqual(24)
  await page.keyboard.press('Escape')
  await ladderRow(page, events.en.berth).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(await small(page, 44, 'height'), 'the explanation').toEqual([])
})

test('for who wants no motion nothing moves, and else nothing moves for longer than 140 ms', async ({ page }) => {
  await visit(page, 'en')
  const moving = () =>
    stateOf(page, 'Who governs', 'Castillo stays').evaluate(async (radio: HTMLElement) => {
      radio.click()
      await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))
      const lengths = document.getAnimations().map(({ effect }) => Number(effect?.getComputedTiming().endTime))
      return { count: lengths.length, longest: Math.max(0, ...lengths) }
    })
  const asUsual = await moving()
  expect(asUsual.count).toBeGreaterThan(0)
  expect(asUsual.longest).toBeLessThanOrEqual(140)
  await stateOf(page, 'Who governs', 'As of mid-2022').click()
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0)
  expect(await moving()).toEqual({ count: 0, longest: 0 })
})

/** Main blocks of text that lie over one another, and by how much the page is wider than the window. */
async function crowding(page: Page) {
  return page.evaluate(() => {
    const over: string[] = []
    /** What an element is clipped by: texts of two scrolling areas never lie over one another. */
    const clip = (e: Element | null): Element | null =>
      e === null || getComputedStyle(e).overflowY !== 'visible' ? e : clip(e.parentElement)
    const visible = [...document.querySelectorAll('h1, h2, h3, h4, p, th, td, label, main li button, header a')].filter(
      (e) => {
        const style = getComputedStyle(e)
        const box = e.getBoundingClientRect()
        return (
          box.width > 2 &&
          box.height > 2 &&
          style.clipPath === 'none' &&
          e.checkVisibility() &&
          !e.closest('[aria-hidden=true], noscript')
        )
      },
    )
    for (const [i, a] of visible.entries())
      for (const b of visible.slice(i + 1)) {
        if (a.contains(b) || b.contains(a) || clip(a) !== clip(b)) continue
        // What is pinned lies over what scrolls, as it should.
        const pinned = (e: Element | null): boolean =>
          e !== null && (['sticky', 'fixed'].includes(getComputedStyle(e).position) || pinned(e.parentElement))
        if (pinned(a) !== pinned(b)) continue
        const [p, q] = [a.getBoundingClientRect(), b.getBoundingClientRect()]
        const wide = Math.min(p.right, q.right) - Math.max(p.left, q.left)
        const high = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top)
        if (wide > 2 && high > 4)
          over.push(`${a.textContent?.slice(0, 30)} / ${b.textContent?.slice(0, 30)}: ${Math.round(high)} px`)
      }
    return { over, wider: document.documentElement.scrollWidth - document.documentElement.clientWidth }
  })
}

for (const { what, viewport, deviceScaleFactor } of [
  { what: 'at 200 % zoom', viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 },
  { what: 'at 320 px', viewport: { width: 320, height: 640 }, deviceScaleFactor: 1 },
])
  test.describe(what, () => {
    test.use({ viewport, deviceScaleFactor })
    for (const locale of ['en', 'es'] as const)
      test(`nothing overlaps and the page does not scroll sideways ${what} (${locale})`, async ({ page }) => {
        await visit(page, locale, link)
        for (const view of ['risks', 'opportunities', 'indicators', 'sectors'] as const) {
          await page.getByRole('radio', { name: words[locale].views[view] }).click()
          expect(await crowding(page), view).toEqual({ over: [], wider: 0 })
        }
        await page.getByRole('button', { name: words[locale].openRail }).click()
        await expect(page.getByRole('dialog')).toBeVisible()
        expect(await crowding(page), 'the sheet of assumptions').toEqual({ over: [], wider: 0 })
      })
  })

for (const locale of ['en', 'es'] as const)
  test(`nothing overlaps and the page does not scroll sideways in any size (${locale}) @phone @laptop @wide`, async ({
    page,
  }) => {
    await visit(page, locale, link)
    expect(await crowding(page)).toEqual({ over: [], wider: 0 })
    await page.goto(`/${locale}${link}&open=berth-refused`)
    await expect(drawer(page, locale).or(page.getByRole('dialog'))).toBeVisible()
    expect(await crowding(page), 'with an explanation').toEqual({ over: [], wider: 0 })
  })
