import type { Browser, Page } from '@playwright/test'
import { startServers } from '../browser/servers'
import { launch, withPage } from '../browser/site'
import type { Pack } from '../../../lib/pack/schema'
import { spreadOf } from '../spread'

const rounds = 7

/**
 * How long Explore takes, opened cold in the built app, until it shows a model of one's own that is kept in the browser:
 * milliseconds from the start of the visit until its first assumption is painted. Medians, in the order of the packs.
 */
export async function paintTimes(packs: readonly Pack[]): Promise<number[]> {
  const { app, stop } = await startServers()
  const browser = await launch()
  try {
    const visits: number[][] = []
    for (const pack of packs) visits.push(await visitsOf(browser, app, pack))
    return visits.map((own) => spreadOf(own).median)
  } finally {
    await browser.close()
    stop()
  }
}

function visitsOf(browser: Browser, origin: string, pack: Pack): Promise<number[]> {
  return withPage(browser, async (page) => {
    const address = `${origin}/en?model=${await keep(page, origin, pack)}`
    const label = pack.assumptions[0]!.label.en
    const visits: number[] = []
    // The first visit is not kept: it fills the caches.
    for (let round = -1; round < rounds; round++) {
      await page.goto('about:blank')
      await page.goto(address, { waitUntil: 'commit' })
      await page.waitForFunction((shown) => document.body?.innerText.includes(shown), label, { polling: 'raf', timeout: 60_000 }) // prettier-ignore
      const ms = await page.evaluate(() => performance.now())
      if (round >= 0) visits.push(ms)
    }
    return visits
  })
}

/** Keep a pack in the browser, as a person does: through the dialog on Method. Returns its name in addresses. */
async function keep(page: Page, origin: string, pack: Pack): Promise<string> {
  await page.goto(`${origin}/en/method`)
  const file = { name: 'grown.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(pack)) }
  await page.getByLabel('Open files…').last().setInputFiles(file)
  const told = page.locator('#models').getByRole('status')
  await told.getByText('sound and kept in this browser').waitFor({ timeout: 60_000 })
  await told.getByRole('button', { name: 'Use it' }).click()
  await page.waitForURL(/model=/)
  return new URL(page.url()).searchParams.get('model') ?? ''
}
