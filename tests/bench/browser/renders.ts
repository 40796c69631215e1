import type { Browser, CDPSession, Page } from '@playwright/test'
import { atMost, type Row } from '../row'
import { countRenders, type Renders } from './render-count'
import { openExplore, settled, withPage } from './site'
import { toggler } from './toggle'

const toggles = 300
const seed = 5

/** P5: what one toggle makes React and the engine do, counted in the shipped build. */
export async function renderRows(browser: Browser, origin: string): Promise<Row[]> {
  const { renders, evaluations } = await withPage(browser, async (page) => {
    await page.addInitScript(countRenders)
    const calls = await countEvaluations(page)
    await openExplore(page, origin)
    const rail = await toggler(page, seed)
    await page.evaluate(() => window.takeRenders())
    await calls.begin()
    const renders: Renders[] = []
    const evaluations: number[] = []
    for (let toggle = 0; toggle < toggles; toggle++) {
      await rail.click()
      await settled(page)
      renders.push(await page.evaluate(() => window.takeRenders()))
      evaluations.push(await calls.take())
    }
    return { renders, evaluations }
  })
  const total = (of: 'rendered' | 'shown' | 'changed' | 'mounted' | 'commits') =>
    renders.reduce((sum, one) => sum + one[of], 0)
  const perToggle = (n: number) => (n / toggles).toFixed(1)
  const others = evaluations.filter((n) => n !== 1).length
  return [
    atMost(1.1, {
      id: 'P5',
      what: 'components rendered over components whose own output changed',
      goal: '≤ 1.1 ×',
      ratio: total('rendered') / total('shown'),
      timed: false,
      note:
        `${toggles} toggles by mouse, seed ${seed}, each until its intervals were in, production build, through React's hook for developer tools: ` +
        `${perToggle(total('rendered'))} components ran a toggle in ${perToggle(total('commits'))} commits. Of ${perToggle(total('shown'))} the elements, texts or ` +
        `the props of components in them differ in content from before (functions never count; ${perToggle(total('mounted'))} of them are new). Where props, ` +
        `states and contexts that differ in content count too it is ${(total('rendered') / total('changed')).toFixed(2)} ×. Components of packages and of the framework are counted.`,
    }),
    {
      id: 'P5',
      what: 'evaluations of the model a toggle, the baseline included',
      goal: 'exactly 1',
      figure: others === 0 ? '1' : `1 in ${toggles - others} of ${toggles} toggles`,
      ratio: evaluations.reduce((sum, n) => sum + n, 0) / toggles,
      met: others === 0,
      timed: false,
      note: 'Calls counted by the engine of the browser (precise coverage) in the shipped script; one a toggle leaves none for the baseline.',
    },
  ]
}

/** Counts calls of the engine's `evaluate` on the main thread: the function that returns shifts and paths. */
async function countEvaluations(page: Page): Promise<{ begin: () => Promise<void>; take: () => Promise<number> }> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Debugger.enable')
  await cdp.send('Profiler.enable')
  await cdp.send('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
  let evaluate: { scriptId: string; start: number }
  return {
    async begin() {
      evaluate = await findEvaluate(cdp)
      await cdp.send('Profiler.takePreciseCoverage')
    },
    async take() {
      const { result } = await cdp.send('Profiler.takePreciseCoverage')
      const own = result.find(({ scriptId }) => scriptId === evaluate.scriptId)
      const found = own?.functions.find(({ ranges }) => ranges[0]?.startOffset === evaluate.start)
      return found?.ranges[0]?.count ?? 0
    },
  }
}

async function findEvaluate(cdp: CDPSession) {
  const { result } = await cdp.send('Profiler.takePreciseCoverage')
  const found = []
  for (const { scriptId, url, functions } of result) {
    if (!url.includes('/_next/')) continue
    const { scriptSource } = await cdp.send('Debugger.getScriptSource', { scriptId })
    const returning = [...scriptSource.matchAll(/return\s*\{\s*shifts:/g)].map(({ index }) => index)
    for (const at of returning) {
      const around = functions
        .flatMap(({ ranges }) => ranges.slice(0, 1))
        .filter(({ startOffset, endOffset }) => startOffset <= at && at < endOffset)
        .sort((a, b) => a.endOffset - a.startOffset - (b.endOffset - b.startOffset))
      if (around[0]) found.push({ scriptId, start: around[0].startOffset })
    }
  }
  if (found.length !== 1 || !found[0])
    throw new Error(
      `Found ${found.length} functions that return shifts and paths in the page's scripts, expected evaluate() alone.`,
    )
  return found[0]
}
