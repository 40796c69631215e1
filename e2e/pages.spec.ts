import { expect, type Page } from '@playwright/test'
import { link, type Locale, locales, test } from './explore'
import { crowding, faults, tooSmall } from './fit'

/**
 * Every page, in both languages and themes, for a mouse, on a phone and magnified fourfold: no fault that axe can find,
 * every target large enough, no motion for who wants none, nothing over another and no scrolling sideways. One load
 * each: what it takes to show a page is most of what a test costs.
 */

test.use({ contextOptions: { reducedMotion: 'reduce' } })

const changed = 'effect.transactional-private-bargains.direct-deal=1.5_2.5_4'
const say = {
  en: { projector: 'Switch to the projector theme', list: 'List them', close: 'Close' },
  es: { projector: 'Pasar al tema proyector', list: 'Ver lista', close: 'Cerrar' },
} as const

interface Place {
  what: string
  path: string
  /** What is to be there before the page is asked. */
  ready?: (page: Page) => Promise<void>
  /** Another state of the same page, asked after the first. */
  then?: (page: Page, locale: Locale) => Promise<void>
  /** Pages of a presentation have their keys in the place of a bar. */
  themeKey?: string
  /** A wall is a picture of a sheet, whose letters shrink with the window: it is no page to be read on a phone. */
  wall?: boolean
}

const shelved = async (page: Page) => expect(page.locator('[aria-labelledby=editor-title]:not([inert])')).toBeVisible()
const places: readonly Place[] = [
  { what: 'Explore with an explanation', path: `${link}&open=berth-refused` },
  { what: 'Compare', path: '/compare?year=2030&ref=b' },
  { what: 'a fact with its map', path: '/evidence?section=trade&fact=trade-imports-2021' },
  {
    what: 'a rule that is mine',
    path: `/rules?rule=transactional-private-bargains&${changed}`,
    then: (page, locale) => page.getByRole('button', { name: say[locale].list }).click(),
  },
  { what: 'the links', path: '/rules?view=links&link=las-bambas-days-lost-to-exports-to-prc' },
  {
    what: 'what an event hangs on',
    path: '/rules?view=sensitivity&leadership=transactional-successor&open=direct-deal',
  },
  { what: 'the method', path: '/method' },
  { what: 'the deck', path: '/present', ready: shelved },
  { what: 'groups, of which there is none', path: '/present/groups' },
  {
    what: 'the print page',
    path: '/present/print?parts=blank',
    ready: async (page) => expect(page.locator('article[data-paper]').first()).toBeVisible(),
  },
  { what: 'the first slide', path: '/present/show', themeKey: 'p', wall: true },
  {
    what: 'a slide with toggles, and its keys',
    path: '/present/show?slide=zone',
    then: (page) => page.keyboard.press('?'),
    themeKey: 'p',
    wall: true,
  },
  {
    what: 'a slide whose outcome is hidden, and shown',
    path: '/present/show?slide=digital-and-security',
    then: (page) => page.keyboard.press('v'),
    themeKey: 'p',
    wall: true,
  },
  {
    what: 'the view of the speaker, and its keys',
    path: '/present/speaker?slide=digital-and-security',
    then: (page) => page.keyboard.press('?'),
    themeKey: 'p',
  },
]

for (const locale of locales)
  for (const half of [0, 1])
    test(`every page is free of faults in both themes, for a mouse, on a phone and magnified fourfold (${locale}, ${half + 1} of 2)${(locale === 'en') === (half === 0) ? '' : ' @soak'}`, async ({
      page,
    }) => {
      test.slow()
      const found: Record<string, unknown> = {}
      /** Keep what is not as it should be, under the page and what was asked of it. */
      const ask = (what: string, asked: string, answer: readonly unknown[]) => {
        if (answer.length > 0) found[`${what}: ${asked}`] = answer
      }
      for (const { what, path, ready, then, themeKey, wall } of places.filter((_, i) => i % 2 === half)) {
        await page.setViewportSize({ width: 1440, height: 900 })
        await page.goto(`/${locale}${path}`)
        await expect(page.getByRole('heading').first()).toBeVisible()
        await ready?.(page)
        ask(what, 'motion', await page.evaluate(() => document.getAnimations().map(({ id }) => id)))
        ask(what, 'paper', await faults(page))
        ask(what, 'targets under 24 px', await tooSmall(page, 24, 'both'))
        const wear = () =>
          themeKey
            ? page.keyboard.press(themeKey)
            : page.getByRole('button', { name: say[locale].projector }).first().click()
        await wear()
        await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe('projector')
        ask(what, 'projector', await faults(page, [], undefined, 'colours'))
        if (then) {
          await then(page, locale)
          const boxed = (await page.getByRole('dialog').count()) > 0 ? '[role=dialog]' : undefined
          ask(what, 'what opens', await faults(page, [], boxed))
          await page.keyboard.press('Escape')
        }
        ask(what, 'motion at last', await page.evaluate(() => document.getAnimations().map(({ id }) => id)))

        await page.setViewportSize({ width: 390, height: 844 })
        ask(what, 'wider than a phone', await wider(page))
        if (!wall) ask(what, 'targets of a phone under 44 px', await tooSmall(page, 44, 'height', 'article'))
        // A screen of 1280 × 1024, magnified fourfold.
        await page.setViewportSize({ width: 320, height: 256 })
        ask(what, 'wider than 320 px', await wider(page))
        if (!wall) ask(what, 'one over another at 320 px', (await crowding(page)).over)
        await page.evaluate(() => localStorage.removeItem('encrucijada-theme'))
      }
      expect(found).toEqual({})
    })

/** By how much a page is wider than its window, if at all, once what is drawn to measure is drawn anew. */
async function wider(page: Page): Promise<number[]> {
  const over = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  await expect
    .poll(over, { timeout: 3000 })
    .toBeLessThanOrEqual(0)
    .catch(() => undefined)
  const left = await over()
  return left > 0 ? [left] : []
}
