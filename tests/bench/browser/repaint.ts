import type { Browser, CDPSession, Page } from '@playwright/test'
import { atMost, type Row, times } from '../row'
import { spreadOf } from '../spread'
import { rebuild, record, type Recording } from './recording'
import { openExplore, settled, withPage } from './site'
import { random } from '../random'

const rounds = 7
/** Choices away from the baseline; as many lead back, so that every round begins on the same screen. */
const away = 12
const seed = 8
/** Milliseconds from one toggle to the next: the intervals are in by then. */
const pause = 300

/** P7: what one toggle costs the page's thread, against a page that sets the same values and has no code of its own. */
export async function repaintRows(browser: Browser, origin: string): Promise<Row[]> {
  return withPage(browser, (app) =>
    withPage(browser, async (bare) => {
      await openExplore(app, origin)
      const presses = await plan(app)
      const { recording, ends } = await recorded(app, presses)
      await copyStyles(app, bare)
      await holdAlike(app, bare, presses, recording, ends)
      const [ofApp, ofBare] = [await thread(app), await thread(bare)]
      const [laps, floors] = [new Array<number>(), new Array<number>()]
      for (let round = 0; round < rounds; round++) {
        laps.push((await ofApp(() => press(app, presses))) / presses.length)
        await bare.evaluate(rebuild, recording)
        floors.push((await ofBare(() => replay(bare, ends))) / presses.length)
      }
      const { min, max } = spreadOf(laps.map((ms, round) => ms / floors[round]!))
      const [median, least] = [spreadOf(laps).median, spreadOf(floors).median]
      const steps = recording.commits.reduce((sum, commit) => sum + commit.length, 0) / presses.length
      return [
        atMost(4, {
          id: 'P7',
          what: 'one toggle of Explore against a bare page that sets the same values',
          goal: '≤ 4 ×',
          ratio: median / least,
          timed: true,
          spread: `${times(min)} to ${times(max)}`,
          note:
            `${median.toFixed(2)} ms against ${least.toFixed(2)} ms of the page's thread (script, style, layout and paint, in time of that thread): ${presses.length} toggles, ` +
            `seed ${seed}, medians of ${rounds} rounds in turns. The bare page has the same nodes and styles, and its only script sets the ${steps.toFixed(0)} attributes, texts ` +
            `and places that a toggle changes on all of Explore, the lines at once and the intervals when they come. The engine, the address, the title and the rail are in ours.`,
        }),
      ]
    }),
  )
}

/** Which radios to press, by their number among all: seeded choices, and then back to the baseline one by one. */
async function plan(page: Page): Promise<number[]> {
  const groups = await page.evaluate(() => {
    const radios = [...document.querySelectorAll('aside [role=radio]')]
    return [...document.querySelectorAll('aside [role=radiogroup]')].map((group) => ({
      radios: [...group.querySelectorAll('[role=radio]')].map((radio) => radios.indexOf(radio)),
      chosen: radios.indexOf(group.querySelector('[aria-checked=true]') ?? group),
    }))
  })
  const { pick, shuffled } = random(seed)
  const some = shuffled(groups).slice(0, away)
  const there = some.map(({ radios, chosen }) => pick(radios.filter((radio) => radio !== chosen)))
  return [...there, ...some.map(({ chosen }) => chosen)]
}

/** Keep what the presses do to the page, and how many commits are over once the intervals are in after each. */
async function recorded(page: Page, presses: readonly number[]): Promise<{ recording: Recording; ends: number[] }> {
  await page.evaluate(record)
  const ends: number[] = []
  for (const one of presses) {
    await pressed(page, [one])
    ends.push(await page.evaluate(() => window.recording.commits.length))
  }
  return { recording: await page.evaluate(() => window.recording), ends }
}

/** Press one after the other, however long the intervals take. */
async function pressed(page: Page, presses: readonly number[]) {
  for (const one of presses) {
    await press(page, [one])
    await settled(page)
  }
}

/** An empty page with the styles of another. */
async function copyStyles(from: Page, to: Page) {
  const { head, html } = await from.evaluate(() => ({
    head: [...document.querySelectorAll('link[rel=stylesheet]')].map(({ outerHTML }) => outerHTML).join(''),
    html: document.documentElement.className,
  }))
  const address = new URL('/bare', from.url()).href
  const body = `<!doctype html><html class="${html}" lang="en"><head>${head}</head><body></body></html>`
  await to.route(address, (route) => route.fulfill({ contentType: 'text/html', body }))
  await to.goto(address, { waitUntil: 'networkidle' })
}

/** Both pages must show the same, half way and at the end: else one of them does less. */
async function holdAlike(
  app: Page,
  bare: Page,
  presses: readonly number[],
  recording: Recording,
  ends: readonly number[],
) {
  await bare.evaluate(rebuild, recording)
  for (const [from, to] of [
    [0, away],
    [away, presses.length],
  ] as const) {
    await pressed(app, presses.slice(from, to))
    await replay(bare, ends.slice(from, to), ends[from - 1])
    const [own, other] = [await linesOf(app), await linesOf(bare)]
    const at = own.findIndex((line, i) => line !== other[i])
    if (at >= 0 || own.length !== other.length)
      throw new Error(
        `The bare page shows "${other[at]}" where Explore shows "${own[at]}": what it did was not all kept.`,
      )
  }
}

const linesOf = (page: Page): Promise<string[]> => page.evaluate(() => document.body.innerText.split('\n'))

const press = (page: Page, presses: readonly number[]): Promise<void> =>
  page.evaluate(
    async ({ presses, pause }) => {
      const radios = [...document.querySelectorAll<HTMLElement>('aside [role=radio]')]
      for (const one of presses) {
        radios[one]?.click()
        await new Promise((resolve) => setTimeout(resolve, pause))
      }
    },
    { presses, pause },
  )

const replay = (page: Page, ends: readonly number[], begin = 0): Promise<void> =>
  page.evaluate(
    async ({ ends, begin, pause }) => {
      let commit = begin
      for (const end of ends) {
        const rest = new Promise((resolve) => setTimeout(resolve, pause))
        while (commit < end) {
          window.replay(commit++)
          await new Promise((resolve) => setTimeout(resolve, 40))
        }
        await rest
      }
    },
    { ends, begin, pause },
  )

/** Milliseconds that the main thread of a page has worked while something was done to it. */
async function thread(page: Page): Promise<(work: () => Promise<void>) => Promise<number>> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  return async (work) => {
    const before = await taskSeconds(cdp)
    await work()
    return 1000 * ((await taskSeconds(cdp)) - before)
  }
}

async function taskSeconds(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  const found = metrics.find(({ name }) => name === 'TaskDuration')
  if (!found) throw new Error('This browser does not tell how long its tasks took.')
  return found.value
}
