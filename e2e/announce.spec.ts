import { expect, type Page } from '@playwright/test'
import { stateOf, test, visit } from './explore'

/** On every page, what changes is announced at most once: of two regions that speak at a time a listener loses one. */

/** From now on keep what live regions come to say, in the page: a text a region, as it stands when it has settled. */
function listen() {
  const live = '[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]'
  const textOf = (region: Element) => region.textContent?.trim() ?? ''
  const last = new WeakMap<Element, string>()
  for (const region of document.querySelectorAll(live)) last.set(region, textOf(region))
  const said: string[] = []
  Reflect.set(window, 'said', said)
  new MutationObserver((changes) => {
    const regions = new Set<Element>()
    for (const { target, addedNodes } of changes) {
      const region = (target instanceof Element ? target : target.parentElement)?.closest(live)
      if (region) regions.add(region)
      // A region that comes with its words is heard where it is an alert; others are read when they change.
      for (const node of addedNodes)
        for (const own of node instanceof Element ? [node, ...node.querySelectorAll('*')] : [])
          if (own.matches('[role=alert]')) regions.add(own)
          else if (own.matches(live)) last.set(own, textOf(own))
    }
    for (const region of regions) {
      const text = textOf(region)
      if (!region.isConnected || !region.checkVisibility() || text === '' || text === last.get(region)) continue
      last.set(region, text)
      said.push(text)
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true })
}

type Step = readonly [what: string, act: (page: Page) => Promise<unknown>]

/** Pages, each with changes made one after the other. */
const visits: readonly (readonly [path: string, ...steps: Step[]])[] = [
  [
    '',
    ['an assumption', (page) => stateOf(page, 'Port access', 'Privileged').click()],
    ['the year', (page) => page.getByRole('combobox', { name: 'Year shown' }).selectOption('2028')],
    ['the list', (page) => page.getByRole('radio', { name: 'Opportunities' }).click()],
    ['undo', (page) => page.getByRole('button', { name: 'Undo', exact: true }).click()],
    ['all back', (page) => page.getByRole('button', { name: /^Reset: put / }).click()],
  ],
  [
    '/compare?year=2030',
    ['a state', (page) => page.getByRole('combobox', { name: /^5G, D / }).selectOption({ label: 'Diversified' })],
    ['the reference', (page) => page.getByRole('button', { name: 'Compare with this B Leftist successor' }).click()],
    ['the list', (page) => page.getByRole('radio', { name: 'Opportunities' }).click()],
    ['undo', (page) => page.getByRole('button', { name: 'Undo', exact: true }).click()],
  ],
  [
    '/evidence',
    ['a filter', (page) => page.getByRole('button', { name: 'Only cautions', exact: true }).click()],
    ['words', (page) => page.getByRole('searchbox').fill('bambas')],
    ['a section', (page) => page.getByRole('radio', { name: /^Mining, / }).click()],
  ],
  [
    '/rules?by=variable&of=imports-from-prc',
    ['a baseline', (page) => page.getByRole('radio', { name: 'As in 2020' }).click()],
    ['words', (page) => page.getByRole('searchbox').fill('berth')],
    ['other words', (page) => page.getByRole('searchbox').fill('copper')],
  ],
  [
    '/present/show?slide=zone',
    ['a toggle', (page) => page.keyboard.press('1')],
    ['as written', (page) => page.keyboard.press('r')],
    ['the next slide', (page) => page.keyboard.press('PageDown')],
  ],
]

for (const [path, ...steps] of visits)
  test(`at most one announcement a change on /en${path} @soak`, async ({ page }) => {
    if (path === '') await visit(page, 'en')
    else await page.goto(`/en${path}`)
    // What comes as a page opens is no change of somebody's.
    await page.waitForTimeout(1500)
    await page.evaluate(listen)
    const heard: Record<string, string[]> = {}
    for (const [what, act] of steps) {
      await act(page)
      await page.waitForTimeout(1200)
      heard[what] = await page.evaluate(() => (Reflect.get(window, 'said') as string[]).splice(0))
    }
    expect(Object.entries(heard).filter(([, said]) => said.length > 1)).toEqual([])
    expect(Object.values(heard).flat().length, JSON.stringify(heard)).toBeGreaterThan(0)
  })
