import { gzipSync } from 'node:zlib'
import type { Browser } from '@playwright/test'
import { atMost, type Row } from '../row'
import { pathsOf, rested, withPage } from './site'

/** Scripts of one page, as bytes after gzip at its strongest. */
interface Weight {
  /** Linked from the page's HTML. */
  linked: number
  /** Linked, and whatever they fetch by themselves while nobody does anything. */
  fetched: number
  /** What workers run, besides. */
  workers: number
  html: number
}

/** P8: first-load JavaScript of every page against an empty app. */
export async function weightRows(browser: Browser, origin: string, emptyOrigin: string): Promise<Row[]> {
  const floor = await weigh(browser, emptyOrigin, '/')
  const rows: Row[] = []
  for (const path of pathsOf('en')) {
    const own = await weigh(browser, origin, path)
    const goal = path === '/en' ? 1.5 : 1.6
    rows.push(
      atMost(goal, {
        id: 'P8',
        what: `first-load JavaScript, ${path}`,
        goal: `≤ ${goal} ×`,
        ratio: own.linked / floor.linked,
        figure: `${(own.linked / floor.linked).toFixed(2)} × (${kB(own.linked)})`,
        timed: false,
        note: `With what scripts fetch by themselves ${kB(own.fetched)}, ${(own.fetched / floor.fetched).toFixed(2)} ×; workers ${kB(own.workers)} more; HTML ${kB(own.html)}.`,
      }),
    )
  }
  const note = `The empty app: ${kB(floor.linked)} linked, ${kB(floor.fetched)} in all; kB of 1 000 bytes, each file by gzip at level 9; scripts for browsers without modules are not loaded and not counted.`
  return rows.map((row, i) => (i === 0 ? { ...row, note: `${note} ${row.note}` } : row))
}

const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
const packed = (bytes: Buffer | string) => gzipSync(bytes, { level: 9 }).length

async function weigh(browser: Browser, origin: string, path: string): Promise<Weight> {
  const html = await (await fetch(origin + path)).text()
  const tags = [...html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag)
  const linked = new Set(
    tags.filter((tag) => !/nomodule/i.test(tag)).flatMap((tag) => /\ssrc="([^"]+)"/.exec(tag)?.[1] ?? []),
  )
  return withPage(browser, async (page) => {
    const sizes = new Map<string, { bytes: number; worker: boolean }>()
    const reading: Promise<void>[] = []
    page.context().on('response', (response) => {
      const { pathname } = new URL(response.url())
      if (!pathname.endsWith('.js') || !response.ok()) return
      // A script of a document is asked for as one; what a worker asks for is named otherwise.
      const worker = response.request().resourceType() !== 'script'
      const read = async () => void sizes.set(`${worker} ${pathname}`, { bytes: packed(await response.body()), worker })
      reading.push(read())
    })
    await page.goto(origin + path)
    await rested(page)
    await Promise.all(reading)
    const all = [...sizes].map(([key, own]) => ({ ...own, pathname: key.slice(key.indexOf(' ') + 1) }))
    const sum = (files: typeof all) => files.reduce((total, { bytes }) => total + bytes, 0)
    const scripts = all.filter(({ worker }) => !worker)
    return {
      linked: sum(scripts.filter(({ pathname }) => [...linked].some((src) => src.split('?')[0] === pathname))),
      fetched: sum(scripts),
      workers: sum(all.filter(({ worker }) => worker)),
      html: packed(html),
    }
  })
}
