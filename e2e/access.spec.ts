import { expect, type Page } from '@playwright/test'
import { drawer, events, ladderRow, ladderRows, link, type Locale, stateOf, test, visit, words } from './explore'
import { faults, small, type Theme, wear } from './fit'

/** Access: no fault that axe can find in any state, targets that can be hit, no motion unasked, and zoom without loss. */

/** Ways to a state of the page, each from the one before. */
type Step = readonly [state: string, act: (page: Page, locale: Locale) => Promise<void>]

const show = (view: 'risks' | 'opportunities' | 'indicators' | 'sectors'): Step => [
  view,
  (page, locale) => page.getByRole('radio', { name: words[locale].views[view] }).click(),
]
/** Open a box or a menu by its button; what was open before is closed. */
const open = (state: string, name: (locale: Locale) => string, role: 'dialog' | 'menu' = 'dialog'): Step => [
  state,
  async (page, locale) => {
    await page
      .getByRole('button', { name: name(locale) })
      .first()
      .click()
    await expect(page.getByRole(role).last()).toBeVisible()
  },
]
const explain = (state: string, nth: number): Step => [
  state,
  async (page, locale) => {
    // Whatever box is open would take the click for itself.
    await page.keyboard.press('Escape')
    await ladderRows(page).nth(nth).click()
    await expect(drawer(page, locale).or(page.getByRole('dialog'))).toBeVisible()
  },
]
const menu = (locale: Locale) => words[locale].actions(words[locale].ladder)
const table: Step = [
  'a chart as a table',
  async (page, locale) => {
    await page.getByRole('menuitem', { name: words[locale].asTable }).click()
    await expect(page.getByRole('table')).toBeVisible()
  },
]

/** Every state, spread over sizes, languages and themes so that each pair of them meets. */
const visits: readonly {
  what: string
  sizes: string
  locale: Locale
  theme: Theme
  query: string
  steps: readonly Step[]
}[] = [
  {
    what: 'the baseline',
    sizes: '@laptop @soak',
    locale: 'en',
    theme: 'paper',
    query: '',
    steps: [
      open('scenarios', (locale) => words[locale].picker),
      explain('an explanation at rest', 3),
      open('evidence', () => 'Evidence: '),
    ],
  },
  {
    what: 'a broken link with an explanation',
    sizes: '@laptop @soak',
    locale: 'es',
    theme: 'projector',
    query: `${link}&open=berth-refused&year=1999&nothing=1`,
    steps: [show('opportunities'), show('sectors'), open('an assumption', () => 'Acceso al puerto')],
  },
  {
    what: 'indicators, a menu and a table',
    sizes: '@wide @soak',
    locale: 'en',
    theme: 'projector',
    query: `${link}&open=callao-displaced&view=indicators`,
    steps: [show('risks'), open('the menu of a chart', menu, 'menu'), table],
  },
  {
    what: 'sectors and a scenario',
    sizes: '@wide @soak',
    locale: 'es',
    theme: 'paper',
    query: `${link}&view=sectors`,
    steps: [show('risks')],
  },
  {
    what: 'the baseline',
    sizes: '@phone @soak',
    locale: 'es',
    theme: 'projector',
    query: '',
    steps: [show('sectors'), show('indicators')],
  },
  {
    what: 'a scenario with an explanation',
    sizes: '@phone @soak',
    locale: 'en',
    theme: 'paper',
    query: link,
    steps: [show('opportunities'), explain('an explanation', 2)],
  },
  {
    what: 'the sheet of assumptions',
    sizes: '@phone',
    locale: 'es',
    theme: 'paper',
    query: link,
    steps: [
      open('the sheet of assumptions', () => 'Cambiar supuestos'),
      open('scenarios', (locale) => words[locale].picker),
    ],
  },
]

for (const { what, sizes, locale, theme, query, steps } of visits)
  test(`axe finds no fault in ${what} and what opens there (${locale}, ${theme}) ${sizes}`, async ({ page }) => {
    await wear(page, theme)
    await visit(page, locale, query)
    expect(await page.evaluate(() => document.documentElement.dataset.theme ?? 'paper')).toBe(theme)
    const found = { 'as opened': await faults(page) }
    for (const [state, act] of steps) {
      await act(page, locale)
      // A menu belongs to its button and lies outside every region by its nature.
      const boxes = page.getByRole('dialog').or(page.getByRole('menu'))
      const within = (await boxes.count()) > 0 ? '[role=dialog], [role=menu]' : undefined
      Object.assign(found, { [state]: await faults(page, state.startsWith('the menu') ? ['region'] : [], within) })
    }
    expect(Object.entries(found).filter(([, faults]) => faults.length > 0)).toEqual([])
  })

test.describe('pages that say what went wrong', () => {
  test.use({ provoked: /status of 404|asked to break|Application error|error boundary/i })

  test('axe finds no fault in the page that is not there, in either theme', async ({ page }) => {
    await page.goto('/fr')
    await expect(page.getByRole('heading')).toHaveCount(2)
    expect(await faults(page)).toEqual([])
    await wear(page, 'projector')
    await page.reload()
    expect(await faults(page, [], undefined, 'colours')).toEqual([])
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

test('axe finds no fault while the content of the page is on its way @soak', async ({ page }) => {
  await page.route('**/content/**', () => undefined)
  for (const locale of ['en', 'es']) {
    await page.goto(`/${locale}?leadership=castillo-stays`, { waitUntil: 'commit' })
    await expect(page.locator('body')).not.toBeEmpty()
    expect(await faults(page)).toEqual([])
  }
})

test('every target is 24 px or more in both directions', async ({ page }) => {
  await visit(page, 'en', `${link}&open=berth-refused`)
  for (const view of ['risks', 'opportunities', 'indicators', 'sectors'] as const) {
    await page.getByRole('radio', { name: words.en.views[view] }).click()
    expect(await small(page, 24, 'both'), view).toEqual([])
  }
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
  // Asked for as soon as the change is on the page: on a slow machine all may be over before the next frame.
  const moving = () =>
    stateOf(page, 'Who governs', 'Castillo stays').evaluate(async (radio: HTMLElement) => {
      radio.click()
      await Promise.resolve()
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
