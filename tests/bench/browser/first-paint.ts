import type { Browser } from '@playwright/test'
import { atMost, type Row, times } from '../row'
import { spreadOf } from '../spread'
import { pathsOf, rested, withPage } from './site'

const rounds = 7
const throttle = 4

/** P9: when the largest part of a page is painted, on a processor four times slower, against an empty app. */
export async function firstPaintRows(browser: Browser, origin: string, emptyOrigin: string): Promise<Row[]> {
  const paths = pathsOf('en')
  const addresses = [`${emptyOrigin}/`, ...paths.map((path) => origin + path)]
  const laps = addresses.map(() => new Array<number>())
  // The first visit of all warms the servers up and is not kept.
  for (const address of addresses) await largestPaint(browser, address)
  for (let round = 0; round < rounds; round++)
    for (let turn = 0; turn < addresses.length; turn++) {
      const i = (round + turn) % addresses.length
      laps[i]!.push(await largestPaint(browser, addresses[i]!))
    }
  const [floor = [], ...pages] = laps
  return paths.map((path, i) => {
    const own = pages[i]!
    const { min, max } = spreadOf(own.map((ms, round) => ms / floor[round]!))
    const [median, least] = [spreadOf(own).median, spreadOf(floor).median]
    return atMost(1.5, {
      id: 'P9',
      what: `largest contentful paint, ${path}`,
      goal: '≤ 1.5 ×',
      ratio: median / least,
      timed: true,
      spread: `${times(min)} to ${times(max)}`,
      note: `${median.toFixed(0)} ms against ${least.toFixed(0)} ms at ${throttle} times CPU throttle; medians of ${rounds} visits with empty caches, in turns.`,
    })
  })
}

/** Milliseconds from the start of a visit until its largest text or picture was painted. */
function largestPaint(browser: Browser, address: string): Promise<number> {
  return withPage(browser, async (page) => {
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle })
    await page.goto(address)
    // What comes alive late may yet paint something larger.
    await rested(page)
    return page.evaluate(
      () =>
        new Promise<number>((resolve) =>
          new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
            type: 'largest-contentful-paint',
            buffered: true,
          }),
        ),
    )
  })
}
