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

/** What measures the rows of each goal; a goal may have several. */
const measures = [
  { goal: 'P5', rows: renderRows },
  { goal: 'P5', rows: staleRows },
  { goal: 'P6', rows: interactionRows },
  { goal: 'P7', rows: repaintRows },
  { goal: 'P8', rows: weightRows },
  { goal: 'P9', rows: firstPaintRows },
  { goal: 'P9', rows: shiftRows },
  { goal: 'P10', rows: heapRows },
]

/** The rows of the built app in a headless browser, beside an empty app and a bare page: P5 to P10, or those of one goal. */
export async function browserRows(only?: string): Promise<Row[]> {
  const asked = measures.filter(({ goal }) => only === undefined || goal === only)
  if (asked.length === 0)
    throw new Error(`--goal ${only}: no such goal in the browser; use one of P5, P6, P7, P8, P9, P10.`)
  const { app, empty, stop } = await startServers()
  const browser = await launch()
  const found: Row[] = []
  try {
    for (const { rows } of asked) found.push(...(await rows(browser, app, empty)))
    return found
  } finally {
    await browser.close()
    stop()
  }
}
