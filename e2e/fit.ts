import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** What every page is asked: faults of access, texts cut or over one another, targets too small to hit. */

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

/** Rules that read nothing but colours, for another theme, and nothing but boxes, for another size, of a page asked before. */
const reading = {
  all: null,
  colours: ['color-contrast', 'link-in-text-block'],
  boxes: ['target-size', 'scrollable-region-focusable'],
} as const

/**
 * Faults that axe finds, each with the first places it is at; `within` asks of what opened alone, where the page
 * beneath was asked before, and `which` asks of colours or boxes alone, where nothing else differs.
 */
export async function faults(page: Page, but: string[] = [], within?: string, which: keyof typeof reading = 'all') {
  // Colours on their way from one to another have the contrast of neither.
  await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0)
  const axe = new AxeBuilder({ page }).options({
    resultTypes: ['violations'],
    // Stylesheets fetched anew are for rules that are not asked, and where a fault lies is told by its markup.
    preload: false,
    selectors: false,
    iframes: false,
  })
  const named = reading[which]
  if (named) axe.withRules([...named])
  else axe.withTags(rules).disableRules(but)
  if (within !== undefined) axe.include(within)
  // Without frames to enter it need not open a page of its own, which is quicker.
  const { violations } = await axe.setLegacyMode().analyze()
  return violations.map(({ id, nodes }) => `${id} (${nodes.length}): ${nodes[0]?.html.slice(0, 160)}`)
}

/** Texts smaller than so many pixels as they are seen, drawings enlarged or shrunk as a whole included; each size once. */
export function tiny(page: Page, least: number) {
  return page.evaluate((least) => {
    const found = new Map<string, string>()
    for (const e of document.querySelectorAll('body *')) {
      const own = [...e.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
      const style = getComputedStyle(e)
      if (!own || style.clipPath !== 'none' || !e.checkVisibility() || e.closest('[aria-hidden=true], noscript'))
        continue
      const drawn = e instanceof SVGGraphicsElement ? (e.getScreenCTM()?.a ?? 1) : 1
      const size = Math.round(10 * parseFloat(style.fontSize) * drawn) / 10
      if (size < least) found.set(`${size} px`, e.textContent?.slice(0, 40) ?? '')
    }
    return [...found].map(([size, text]) => `${size}: ${text}`)
  }, least)
}

export type Theme = 'paper' | 'projector'
/** Open every page in a theme. */
export const wear = (page: Page, theme: Theme) =>
  page.addInitScript((theme) => localStorage.setItem('encrucijada-theme', theme), theme)

/** Texts wider or higher than the box that clips them. */
export function cut(page: Page) {
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

/** Main blocks of text that lie over one another, and by how much the page is wider than the window. */
export async function crowding(page: Page) {
  return page.evaluate(() => {
    /** What an element is clipped by: texts of two scrolling areas never lie over one another. */
    const clip = (e: Element | null): Element | null =>
      e === null || getComputedStyle(e).overflowY !== 'visible' ? e : clip(e.parentElement)
    /** What is pinned lies over what scrolls, as it should. */
    const pinned = (e: Element | null): boolean =>
      e !== null && (['sticky', 'fixed'].includes(getComputedStyle(e).position) || pinned(e.parentElement))
    const texts = [...document.querySelectorAll('h1, h2, h3, h4, p, th, td, label, main li button, header a')]
      .filter(
        (e) =>
          // What is off the screen and not laid out yet lies nowhere.
          e.checkVisibility({ contentVisibilityAuto: true }) &&
          getComputedStyle(e).clipPath === 'none' &&
          !e.closest('[aria-hidden=true], noscript'),
      )
      // Words in a sentence that go on in the next line lie beside others within a box that holds both.
      .filter((e) => e.getClientRects().length === 1)
      .map((e) => ({ e, box: e.getBoundingClientRect(), area: clip(e), pinned: pinned(e) }))
      .filter(({ box }) => box.width > 2 && box.height > 2)
    const over = texts.flatMap((a, i) =>
      texts.slice(i + 1).flatMap((b) => {
        const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left)
        const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top)
        if (
          wide <= 2 ||
          high <= 4 ||
          a.area !== b.area ||
          a.pinned !== b.pinned ||
          a.e.contains(b.e) ||
          b.e.contains(a.e)
        )
          return []
        return [`${a.e.textContent.slice(0, 30)} / ${b.e.textContent.slice(0, 30)}: ${Math.round(high)} px`]
      }),
    )
    return { over, wider: document.documentElement.scrollWidth - document.documentElement.clientWidth }
  })
}

/** Sizes of everything that can be pressed; links within sentences, which are as high as their line, too. */
export async function small(page: Page, least: number, side: 'height' | 'both') {
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

/**
 * What can be pressed and is too small, but for links within sentences, boxes that their label ticks as well, and what
 * stands `within` a picture of a page, such as a slide that is shown small.
 */
export async function tooSmall(page: Page, least: number, side: 'height' | 'both', within = 'template') {
  const exempt = await page.evaluate(
    (within) =>
      [...document.querySelectorAll(`a[href], input, ${within} :is(a, button)`)].flatMap((e) => {
        const around = e.parentElement?.textContent?.trim().length ?? 0
        const inSentence = getComputedStyle(e).display === 'inline' && around > (e.textContent?.trim().length ?? 0)
        const ticked = e instanceof HTMLInputElement && ['checkbox', 'radio'].includes(e.type)
        const name = e.getAttribute('aria-label') ?? e.textContent ?? ''
        return inSentence || ticked || e.closest(within) ? [name.slice(0, 40)] : []
      }),
    within,
  )
  return (await small(page, least, side)).filter((told) => !exempt.includes(told.replace(/: \d+ × \d+$/, '')))
}
