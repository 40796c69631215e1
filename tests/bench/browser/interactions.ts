import type { Browser, Page } from '@playwright/test'
import { random } from '../random'
import type { Row } from '../row'
import { openExplore, settled, withPage } from './site'
import { toggler } from './toggle'

const toggles = 1000
const seed = 6

/** What the page saw of its own slowness; milliseconds. */
interface Seen {
  /** Longest event of each interaction that took 16 ms or more, from input to the next paint. */
  interactions: number[]
  longTasks: number[]
}

declare global {
  interface Window {
    takeSeen: () => Seen
  }
  interface PerformanceObserverInit {
    /** Of events: the shortest that is told, in milliseconds. */
    durationThreshold?: number
  }
}

/** P6: how long a choice takes from input to paint, at the speed of this machine and four times slower. */
export async function interactionRows(browser: Browser, origin: string): Promise<Row[]> {
  const free = await withPage(browser, (page) => session(page, origin, 1))
  const slow = await withPage(browser, (page) => session(page, origin, 4))
  const rows = [
    { seen: free, most: 50, what: 'unthrottled' },
    { seen: slow, most: 100, what: 'at 4 times CPU throttle' },
  ].map(({ seen, most, what }): Row => {
    const sorted = [...seen.interactions, ...fill(toggles - seen.interactions.length)].sort((a, b) => a - b)
    const worst = sorted.at(-1) ?? 0
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
    const over = sorted.filter((duration) => duration > most).length
    return {
      id: 'P6',
      what: `slowest of ${toggles} interactions, ${what}`,
      goal: `none over ${most} ms`,
      figure: `${worst} ms, ${over} over`,
      ratio: worst,
      met: over === 0,
      timed: true,
      spread: `median ${told(at(0.5))}, 99 of 100 ${told(at(0.99))}`,
      note: `Event Timing, whole steps of 8 ms from 16 on, from input to the next paint; clicks by mouse with pauses of 50 to 250 ms, seed ${seed}, while the worker computes intervals on the other core.`,
    }
  })
  const longest = Math.max(0, ...free.longTasks)
  return [
    ...rows,
    {
      id: 'P6',
      what: 'long tasks (over 50 ms) in the same session, unthrottled',
      goal: '0',
      figure: `${free.longTasks.length}`,
      ratio: free.longTasks.length,
      met: free.longTasks.length === 0,
      timed: true,
      note: `${free.longTasks.length > 0 ? `The longest took ${longest} ms. ` : ''}At 4 times throttle there are ${slow.longTasks.length}.`,
    },
  ]
}

/** Interactions too quick to be reported took less than 16 ms. */
const fill = (n: number): number[] => new Array<number>(Math.max(0, n)).fill(0)
const told = (ms: number) => (ms < 16 ? 'under 16 ms' : `${ms} ms`)

async function session(page: Page, origin: string, throttle: number): Promise<Seen> {
  await openExplore(page, origin)
  const rail = await toggler(page, seed)
  const pause = random(seed)
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle })
  // What loading left over is no part of it.
  await page.waitForTimeout(1000)
  await page.evaluate(watch)
  for (let toggle = 0; toggle < toggles; toggle++) {
    await rail.click()
    await page.waitForTimeout(50 + pause.below(200))
  }
  await settled(page)
  await page.waitForTimeout(500)
  return page.evaluate(() => window.takeSeen())
}

/** Begin to keep what the browser reports; runs in the page. */
function watch() {
  const longest = new Map<number, number>()
  const longTasks: number[] = []
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (!(entry instanceof PerformanceEventTiming) || entry.interactionId === 0) continue
      longest.set(entry.interactionId, Math.max(entry.duration, longest.get(entry.interactionId) ?? 0))
    }
  }).observe({ type: 'event', durationThreshold: 16 })
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(duration)
  }).observe({ type: 'longtask' })
  window.takeSeen = () => ({ interactions: [...longest.values()], longTasks })
}
