import type { Browser } from '@playwright/test'
import { packs } from '../../../data/index'
import en from '../../../app/_words/en.json'
import { interval } from '../../../lib/chart/series'
import { compile, type Model } from '../../../lib/engine/compile'
import { drawsOf } from '../../../lib/engine/draws'
import { fan } from '../../../lib/engine/fan'
import { formatPercent } from '../../../lib/format'
import { formatIssue } from '../../../lib/fail'
import { load } from '../../../lib/pack/load'
import { decode } from '../../../lib/scenario/codec'
import type { Row } from '../row'
import { openExplore, withPage } from './site'
import { toggler } from './toggle'

const toggles = 1000
const seed = 7

/** What one row of the ladder said at an address; the same said again is not kept. */
interface Painted {
  query: string
  variable: string
  text: string
}

declare global {
  interface Window {
    painted: Painted[]
  }
}

/** P5: no interval is painted that belongs to another assignment than the one in the address. */
export async function staleRows(browser: Browser, origin: string): Promise<Row[]> {
  const painted = await withPage(browser, async (page) => {
    await openExplore(page, origin)
    await page.evaluate(watchRows)
    const rail = await toggler(page, seed)
    for (let toggle = 0; toggle < toggles; toggle++) {
      await rail.press()
      // Some come quicker than the intervals, some do not.
      if (toggle % 3 === 0) await page.waitForTimeout(toggle % 2 === 0 ? 120 : 30)
    }
    await page.waitForTimeout(500)
    return page.evaluate(() => window.painted)
  })
  const own = intervalsOf(soundModel())
  const told = painted.filter(({ text }) => !text.endsWith(en.ladder.computing))
  const stale = told.filter(({ query, variable, text }) => !text.endsWith(own(query, variable)))
  const first = stale[0]
  return [
    {
      id: 'P5',
      what: `stale fans painted in ${toggles} toggles`,
      goal: '0',
      figure: `${stale.length}`,
      ratio: stale.length,
      met: stale.length === 0 && told.length > toggles,
      timed: false,
      note:
        `Arrow keys, seed ${seed}, most of them before the intervals are in. After every change of the page each row's interval was read beside the address: ` +
        `${told.length} different ones, and ${painted.length - told.length} still being computed, each held against fan() in Node for that address.` +
        (first ? ` First: ${first.variable} at ${first.query} says "${first.text}".` : ''),
    },
  ]
}

/** Keep what every row says, with the address, whenever anything on the page has changed; runs in the page. */
function watchRows() {
  window.painted = []
  const known = new Set<string>()
  const read = () => {
    for (const row of document.querySelectorAll('figure li [data-variable]')) {
      const entry = {
        query: location.search.slice(1),
        variable: row.getAttribute('data-variable') ?? '',
        text: row.lastElementChild?.textContent ?? '',
      }
      const key = Object.values(entry).join('\n')
      if (known.has(key)) continue
      known.add(key)
      window.painted.push(entry)
    }
  }
  new MutationObserver(read).observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  })
  read()
}

function soundModel(): Model {
  const loaded = load(Object.values(packs)[0])
  if (!loaded.ok) throw new Error(loaded.issues.map(formatIssue).join('\n'))
  return compile(loaded.value)
}

/** The interval of a variable under the assignment of an address, in the words of its row; an address is computed once. */
function intervalsOf(model: Model): (query: string, variable: string) => string {
  const draws = drawsOf(model)
  const known = new Map<string, readonly Float64Array[]>()
  return (query, variable) => {
    const { screen } = decode(model, query)
    const { assignment, variants, year } = screen
    const quantiles = known.get(query) ?? fan(model, assignment, draws, variants).quantiles
    known.set(query, quantiles)
    const found = interval(quantiles[model.indexOf.get(variable) ?? -1] ?? null, model.years.indexOf(year))
    if (!found) throw new Error(`There is no interval of ${variable}.`)
    return en.ladder.interval.replace('{low}', formatPercent(found.low)).replace('{high}', formatPercent(found.high))
  }
}
