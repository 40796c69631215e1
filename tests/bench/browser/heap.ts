import type { Browser, CDPSession } from '@playwright/test'
import { atMost, type Row } from '../row'
import { openExplore, settled, withPage } from './site'
import { toggler } from './toggle'

const [early, late] = [1000, 10_000]
const seed = 10

/** What the page holds, after everything that can go has gone. */
interface Held {
  heap: number
  nodes: number
  listeners: number
  /** Nodes that hang in no document and are held all the same. */
  detached: number
}

/** P10: what ten thousand toggles leave behind. */
export async function heapRows(browser: Browser, origin: string): Promise<Row[]> {
  const [before, after] = await withPage(browser, async (page) => {
    await openExplore(page, origin)
    const cdp = await page.context().newCDPSession(page)
    const rail = await toggler(page, seed)
    const held: Held[] = []
    for (let toggle = 1; toggle <= late; toggle++) {
      await rail.press()
      if (toggle !== early && toggle !== late) continue
      // Both times on the same screen, so that what differs was left behind.
      await rail.reset()
      await settled(page)
      await page.waitForTimeout(1000)
      held.push(await heldBy(cdp))
    }
    return held
  })
  if (!before || !after) throw new Error('The session ended before its first reading.')
  const MB = (bytes: number) => `${(bytes / 1e6).toFixed(2)} MB`
  return [
    atMost(1.05, {
      id: 'P10',
      what: 'heap after 10 000 toggles over heap after 1 000',
      goal: '≤ 1.05 ×',
      ratio: after.heap / before.heap,
      figure: `${(after.heap / before.heap).toFixed(3)} ×`,
      timed: false,
      note: `${MB(after.heap)} and ${MB(before.heap)} of the page's own thread, after collecting garbage on the baseline screen; arrow keys, seed ${seed}. Nodes ${after.nodes} and ${before.nodes}, listeners ${after.listeners} and ${before.listeners}.`,
    }),
    {
      id: 'P10',
      what: 'detached nodes after 10 000 toggles',
      goal: '0',
      figure: `${after.detached}`,
      ratio: after.detached,
      met: after.detached === 0,
      timed: false,
      note: `Nodes in no document that are held, as the browser lists them; after 1 000 toggles ${before.detached}.`,
    },
  ]
}

/** Collect garbage until nothing more goes, and count what stays. */
export async function heldBy(cdp: CDPSession): Promise<Held> {
  await cdp.send('HeapProfiler.enable')
  for (let times = 0; times < 3; times++) await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters')
  const { detachedNodes } = await cdp.send('DOM.getDetachedDomNodes')
  return { heap: usedSize, nodes, listeners: jsEventListeners, detached: detachedNodes.length }
}
