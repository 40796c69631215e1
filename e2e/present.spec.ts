import { type BrowserContext, expect, type Page } from '@playwright/test'
import { locales, test } from './explore'
import { faults } from './fit'

/** A workshop from two windows and a keyboard: the audience's screen and the speaker's, in step whatever happens to either. */

const words = {
  en: {
    speaker: 'Speaker view',
    asWritten: 'Toggles match the slide as written.',
    differs: '1 toggle differs from the slide as written.',
    of: (n: number) => `${n} of 14`,
    blank: 'Show the slide again',
    up: 'Hands for up',
    same: 'Hands for about the same',
    sizes: 'How likely, in percent',
    take: 'Take down',
    guess: 'What the room guesses',
    room: /room/i,
    keys: 'Keys',
  },
  es: {
    speaker: 'Vista del orador',
    asWritten: 'Los controles coinciden con la lámina como fue escrita.',
    differs: '1 control difiere de la lámina como fue escrita.',
    of: (n: number) => `${n} de 14`,
    blank: 'Mostrar de nuevo la lámina',
    up: 'Manos por más',
    same: 'Manos por más o menos igual',
    sizes: 'Qué tan probable, en porcentaje',
    take: 'Anotar',
    guess: 'Lo que estima la sala',
    room: /sala/i,
    keys: 'Teclas',
  },
} as const

const headline = (page: Page) => page.getByRole('article').first().getByRole('heading', { level: 2 })
const wallFoot = (page: Page) => page.getByRole('article').first()

/** The wall at a slide, and the speaker's window opened from it with its key. */
async function open(page: Page, context: BrowserContext, locale: 'en' | 'es', query = '') {
  await page.goto(`/${locale}/present/show${query}`)
  await expect(headline(page)).toBeVisible()
  const opening = context.waitForEvent('page')
  await page.keyboard.press('s')
  const speaker = await opening
  await expect(speaker.getByRole('heading', { level: 1, name: words[locale].speaker })).toBeAttached()
  await expect(headline(speaker)).toHaveText((await headline(page).textContent()) ?? '')
  return speaker
}

for (const locale of locales)
  test(`a session by keyboard alone in two windows (${locale})`, async ({ page, context }) => {
    test.slow()
    const say = words[locale]
    const speaker = await open(page, context, locale)
    /** The wall is at a slide, and the speaker's window, too. */
    const place = async (n: number) => {
      await expect(wallFoot(page)).toContainText(say.of(n))
      await expect(headline(speaker)).toHaveText((await headline(page).textContent()) ?? '')
    }

    // Each leads, the other follows; a clicker sends page keys.
    await page.bringToFront()
    await page.keyboard.press('PageDown')
    await place(2)
    await speaker.bringToFront()
    await speaker.keyboard.press('ArrowRight')
    await place(3)
    await speaker.keyboard.press(' ')
    await speaker.keyboard.press('ArrowRight')
    await place(5)
    await expect(headline(speaker)).toHaveText((await headline(page).textContent()) ?? '')

    // A toggle changes the numbers, says that it differs, and goes back to what is written; going back undoes it, too.
    const written = await headline(page).textContent()
    await page.bringToFront()
    await page.keyboard.press('1')
    await expect(speaker.getByText(say.differs)).toBeVisible()
    await expect(headline(page)).not.toHaveText(written ?? '')
    expect(page.url()).toContain('at.chancay-timetable=')
    await page.keyboard.press('r')
    await expect(speaker.getByText(say.asWritten)).toBeVisible()
    await expect(headline(page)).toHaveText(written ?? '')
    await page.keyboard.press('2')
    await expect(speaker.getByText(say.differs)).toBeVisible()
    await page.goBack()
    await expect(speaker.getByText(say.asWritten)).toBeVisible()

    // The last change, once more and slowly.
    await page.keyboard.press('1')
    const now = await headline(page).textContent()
    await page.keyboard.press('z')
    await expect(page.locator('[data-replay=before]')).toBeAttached()
    await expect(headline(page)).toHaveText(written ?? '')
    await expect(page.locator('[data-replay=moving]')).toBeAttached()
    await expect(headline(page)).toHaveText(now ?? '')
    await expect(page.locator('[data-replay]')).toHaveCount(0)

    // Blank, and back.
    await speaker.bringToFront()
    await speaker.keyboard.press('b')
    await expect(page.getByRole('button', { name: say.blank })).toBeVisible()
    await speaker.keyboard.press('b')
    await expect(page.getByRole('button', { name: say.blank })).toHaveCount(0)

    // Held: the speaker goes on alone, and the wall catches up.
    await speaker.keyboard.press('h')
    await speaker.keyboard.press('ArrowRight')
    await speaker.keyboard.press('ArrowRight')
    await expect(wallFoot(speaker)).toContainText(say.of(7))
    await expect(wallFoot(page)).toContainText(say.of(5))
    await speaker.keyboard.press('h')
    await place(7)

    // Loaded anew, either takes up where the other is.
    await page.reload()
    await place(7)
    await speaker.keyboard.press('ArrowLeft')
    await place(6)
    await speaker.reload()
    await expect(headline(speaker)).toHaveText((await headline(page).textContent()) ?? '')
  })

test('the room guesses, the outcome is shown with one key, and both stand side by side', async ({ page, context }) => {
  const say = words.en
  const speaker = await open(page, context, 'en', '?slide=digital-and-security')
  // Nothing on the wall gives it away.
  await expect(headline(page)).toContainText('…')
  await page.bringToFront()
  await page.keyboard.press('g')
  const box = page.getByRole('dialog', { name: say.guess })
  await box.getByRole('textbox', { name: say.up, exact: true }).fill('12')
  await box.getByRole('textbox', { name: say.same, exact: true }).fill('x')
  await box.getByRole('button', { name: say.take }).click()
  await expect(box.getByRole('alert')).toContainText('whole numbers')
  await box.getByRole('textbox', { name: say.same, exact: true }).fill('3')
  await box.getByRole('textbox', { name: say.sizes }).fill('40 30 35')
  await box.getByRole('button', { name: say.take }).click()
  await expect(box).toHaveCount(0)
  await page.keyboard.press('v')
  await expect(headline(page)).not.toContainText('…')
  await expect(page.getByRole('article').first()).toContainText('35%')
  await expect(page.getByRole('article').first()).toContainText('12')
  await expect(headline(speaker)).not.toContainText('…')
  await page.reload()
  await expect(headline(page)).not.toContainText('…')
})

test('a headline that a toggle makes untrue says so', async ({ page }) => {
  await page.goto('/en/present/show?slide=chancay-on-time')
  const sheet = page.getByRole('article').first()
  await expect(sheet).not.toContainText('Not so')
  await page.keyboard.press('1')
  await expect(sheet).toContainText('Not so')
})

for (const locale of locales)
  test(`axe finds no fault on the wall and in the speaker view, in either theme (${locale})`, async ({ page }) => {
    test.slow()
    const found: Record<string, string[]> = {}
    for (const path of ['show', 'show?slide=zone', 'speaker?slide=digital-and-security']) {
      await page.goto(`/${locale}/present/${path}`)
      await expect(headline(page)).toBeVisible()
      found[`${path}, paper`] = await faults(page)
      await page.keyboard.press('p')
      found[`${path}, projector`] = await faults(page)
      await page.keyboard.press('?')
      found[`${path}, keys`] = await faults(page, [], '[role=dialog]')
      await page.keyboard.press('Escape')
      await page.keyboard.press('p')
    }
    expect(Object.entries(found).filter(([, faults]) => faults.length > 0)).toEqual([])
  })
