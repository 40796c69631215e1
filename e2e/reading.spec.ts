import { expect } from '@playwright/test'
import { locales, test } from './explore'
import { faults } from './fit'

/** The pages to read, in both languages and both themes: no fault that axe can find, with what stands open on them. */

const changed = 'effect.transactional-private-bargains.direct-deal=1.5_2.5_4'
const places = [
  ['a fact with its map', '/evidence?section=trade&fact=trade-imports-2021'],
  ['a rule that is mine', `/rules?rule=transactional-private-bargains&${changed}`],
  ['the links', '/rules?view=links&link=las-bambas-days-lost-to-exports-to-prc'],
  ['what an event hangs on', '/rules?view=sensitivity&leadership=transactional-successor&open=direct-deal'],
  ['the method', '/method'],
] as const
const say = {
  en: { projector: 'Switch to the projector theme', list: 'List them' },
  es: { projector: 'Pasar al tema proyector', list: 'Ver lista' },
} as const

for (const locale of locales)
  test(`axe finds no fault on the pages to read, in either theme (${locale})`, async ({ page }) => {
    test.slow()
    const found: Record<string, string[]> = {}
    for (const [what, path] of places) {
      await page.goto(`/${locale}${path}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      found[`${what}, paper`] = await faults(page)
      await page.getByRole('button', { name: say[locale].projector }).click()
      found[`${what}, projector`] = await faults(page)
      if (path.includes(changed)) {
        await page.getByRole('button', { name: say[locale].list }).click()
        found['the list of what is mine'] = await faults(page, [], '[role=dialog]')
      }
      await page.evaluate(() => localStorage.removeItem('encrucijada-theme'))
    }
    expect(Object.entries(found).filter(([, faults]) => faults.length > 0)).toEqual([])
  })
