import type { Row } from '../row'
import { firstPaintRows } from './first-paint'
import { heapRows } from './heap'
import { interactionRows } from './interactions'
import { renderRows } from './renders'
import { repaintRows } from './repaint'
import { startServers } from './servers'
import { shiftRows } from './shifts'
import { launch } from './site'
import { staleRows } from './stale'
import { weightRows } from './weight'

/** The rows of the built app in a headless browser, beside an empty app and a bare page: P5 to P10. */
export async function browserRows(): Promise<Row[]> {
  const { app, empty, stop } = await startServers()
  const browser = await launch()
  try {
    return [
      ...(await renderRows(browser, app)),
      ...(await staleRows(browser, app)),
      ...(await interactionRows(browser, app)),
      ...(await repaintRows(browser, app)),
      ...(await weightRows(browser, app, empty)),
      ...(await firstPaintRows(browser, app, empty)),
      ...(await shiftRows(browser, app)),
      ...(await heapRows(browser, app)),
    ]
  } finally {
    await browser.close()
    stop()
  }
}
