import { expect } from '@playwright/test'
import { assumption, stateOf, test, words } from './explore'

/** What is pressed on a page that is painted while its scripts are still on their way is done once they have come. */

test('presses before the page is alive are done once it is, each once and in their order', async ({ page }) => {
  let send = () => {}
  const held = new Promise<void>((sent) => (send = sent))
  await page.route('**/_next/static/**/*.js', async (route) => {
    await held
    await route.continue()
  })
  await page.goto('/en', { waitUntil: 'commit' })
  const theme = () => page.evaluate(() => document.documentElement.dataset.theme ?? 'paper')

  await page.getByRole('button', { name: words.en.toProjector }).click()
  await stateOf(page, 'Chancay special economic zone', 'Approved').click()
  await page.getByRole('button', { name: 'All 22', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: words.en.picker }).click()
  expect(await theme()).toBe('paper')
  await expect(stateOf(page, 'Chancay special economic zone', 'Approved')).not.toBeChecked()

  send()
  await expect(page.getByRole('dialog', { name: words.en.picker })).toBeVisible()
  expect(await theme()).toBe('projector')
  await page.keyboard.press('Escape')
  await expect(assumption(page, 'Chancay special economic zone').getByRole('radio', { checked: true })).toHaveText(
    /^Approved/,
  )
  await expect(page.getByRole('button', { name: 'All 22', exact: true })).toHaveCount(0)
  await expect(page).toHaveURL(/chancay-sez=approved/)
})
