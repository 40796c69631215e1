import { type BrowserContext, expect, type Page } from '@playwright/test'
import { locales, test } from './explore'
import { cut } from './fit'

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
  // A sheet is seen before its page hears keys.
  await expect(async () => {
    if (context.pages().length < 2) await page.keyboard.press('s')
    expect(context.pages()).toHaveLength(2)
  }).toPass()
  const speaker = context.pages()[1]!
  await expect(speaker.getByRole('heading', { level: 1, name: words[locale].speaker })).toBeAttached()
  await expect(headline(speaker)).toHaveText((await headline(page).textContent()) ?? '')
  return speaker
}

for (const locale of locales)
  test(`a session by keyboard alone in two windows (${locale})${locale === 'es' ? ' @soak' : ''}`, async ({
    page,
    context,
  }) => {
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

test('the room guesses, the outcome is shown with one key, and both stand side by side @soak', async ({
  page,
  context,
}) => {
  const say = words.en
  const speaker = await open(page, context, 'en', '?slide=digital-and-security')
  // Nothing on the wall gives it away.
  await expect(headline(page)).toContainText('…')
  await page.bringToFront()
  await page.keyboard.press('g')
  const box = page.getByRole('dialog', { name: say.guess })
  // What is typed is no key of the presentation: 1 and 2 toggle nothing.
  await box.getByRole('textbox', { name: say.up, exact: true }).pressSequentially('12')
  expect(page.url()).not.toContain('at.')
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
  await expect(sheet).toContainText(words.en.of(5))
  await expect(sheet).not.toContainText('Not so')
  await page.keyboard.press('1')
  await expect(sheet).toContainText('Not so')
})

/** What of the sheet on the wall is smaller than 24 px, beyond the sheet's edge, over its foot, or cut. */
async function misfits(page: Page) {
  const found = await page.evaluate(() => {
    const sheet = document.querySelector('article')
    if (!sheet) return ['no sheet']
    const edge = sheet.getBoundingClientRect()
    const scale = edge.width / 1920
    const foot = sheet.querySelector('footer')?.getBoundingClientRect().top ?? edge.bottom
    return [...sheet.querySelectorAll('*')].flatMap((e) => {
      const own = [...e.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
      const style = getComputedStyle(e)
      const box = e.getBoundingClientRect()
      if (!own || style.clipPath !== 'none' || box.width < 2) return []
      const said = (what: string) => [`${what}: ${e.textContent?.slice(0, 40)}`]
      // A drawing may be enlarged as a whole.
      const enlarged = e instanceof SVGGraphicsElement ? (e.getScreenCTM()?.a ?? scale) / scale : 1
      const size = parseFloat(style.fontSize) * enlarged
      if (size < 23.9) return said(`${size} px`)
      if (box.left < edge.left - 1 || box.right > edge.right + 1 || box.top < edge.top - 1)
        return said('beyond the edge')
      const within = e.closest('footer') ? edge.bottom : foot
      return box.bottom > within + 4 * scale ? said('over the foot') : []
    })
  })
  return [...found, ...(await cut(page))]
}

for (const locale of locales)
  test(`every slide of the deck fits its sheet in letters of 24 px or more, whatever is toggled (${locale})${locale === 'es' ? ' @soak' : ''}`, async ({
    page,
  }) => {
    test.slow()
    await page.setViewportSize({ width: 1920, height: 1080 })
    await page.goto(`/${locale}/present/show`)
    const found: Record<string, string[]> = {}
    for (let n = 1; n <= 14; n++) {
      await expect(wallFoot(page)).toContainText(words[locale].of(n))
      found[`${n}, as written`] = await misfits(page)
      for (const key of ['1', '2', '3', '4', 'v']) await page.keyboard.press(key)
      found[`${n}, toggled`] = await misfits(page)
      await page.keyboard.press('PageDown')
    }
    expect(Object.entries(found).filter(([, misfits]) => misfits.length > 0)).toEqual([])
  })

test('the longest words that a deck may have fit, too @soak', async ({ page }) => {
  const both = (text: string) => ({ en: text, es: text })
  const long = (most: number) => both('Responsabilidades intergubernamentales '.repeat(9).slice(0, most).trim())
  const states = {
    leadership: 'transactional-successor',
    'chancay-sez': 'approved',
    'chancay-timetable': 'on-schedule',
    'corruption-probes': 'convictions',
  }
  const events = ['callao-displaced', 'medical-purchase', 'unpaid-subcontractors']
  const column = { label: long(60), states }
  const charts = [
    { kind: 'ladder', variables: events },
    { kind: 'comparison', variables: events, columns: [column, column, column, column] },
    { kind: 'waterfall', variable: 'zone-enclave', from: {} },
    { kind: 'path', variable: 'ratio-to-us-trade' },
    { kind: 'map', sectors: [] },
    { kind: 'text', lines: [long(200), long(200), long(200), long(200)] },
  ]
  const slides = charts.map((chart) => ({
    id: chart.kind,
    topic: long(60),
    sentence: long(240),
    chart,
    states,
    toggles: Object.keys(states),
    year: null,
    evidence: [],
    claims: [{ kind: 'moves', variable: 'medical-purchase', way: 'up' }],
    predict: null,
    minutes: 1,
    notes: [],
    asked: [],
  }))
  const deck = { title: both('Long words'), slides }
  const pack = { id: 'peru-prc', version: '1.2.0', hash: '' }
  const file = JSON.stringify({ format: 'encrucijada-deck', version: 1, pack, deck })
  await page.setViewportSize({ width: 1920, height: 1080 })
  await page.goto('/en/present')
  await expect(page.locator('[aria-labelledby=editor-title]:not([inert])')).toBeVisible()
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'long.json', mimeType: 'application/json', buffer: Buffer.from(file) })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Long words')
  await page.goto(`/en/present/show${new URL(page.url()).search}`)
  const found: Record<string, string[]> = {}
  for (const [i, { id }] of slides.entries()) {
    await expect(wallFoot(page)).toContainText(`${i + 1} of 6`)
    found[id] = await misfits(page)
    await page.keyboard.press('PageDown')
  }
  expect(Object.entries(found).filter(([, misfits]) => misfits.length > 0)).toEqual([])
})
