// @vitest-environment jsdom
import { createStore } from 'jotai/vanilla'
import { act, type ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { assignmentAtom, fansAtom, fanKeysAtom, packAtom, variableAtomsAtom, yearAtom } from '../../app/_state/atoms'
import { LadderPanel } from '../../app/_panels/ladder-panel'
import type { FanWork } from '../../app/_state/fan.worker'
import { followFans } from '../../app/_state/fans'
import { assignAtom, modelAtom, screenAtom } from '../../app/_state/url'
import { round } from '../../lib/chart/place'
import { interval } from '../../lib/chart/series'
import { drawsOf } from '../../lib/engine/draws'
import { fan } from '../../lib/engine/fan'
import { tinyPack } from '../fixtures/tiny-pack'
import { awaited, below, choose, chooser, explore, type Explored, settle } from './explore'
import { HeldWorker } from './held-worker'

const calls = vi.hoisted(() => ({
  /** Variables wanted of each fan that was asked for. */
  wanted: [] as (readonly number[])[],
  refuse: false,
  work: null as FanWork | null,
}))

// Real fans from few draws: 300 toggles are to be checked against all of them.
vi.mock('../../lib/engine/draws', async (original) => {
  const real = await original<typeof import('../../lib/engine/draws')>()
  const drawsOf: typeof real.drawsOf = (model) => real.makeDraws(model.pack.meta.draws.seed, 64)
  return { ...real, drawsOf }
})

vi.mock('../../lib/engine/fan', async (original) => {
  const real = await original<typeof import('../../lib/engine/fan')>()
  const fan: typeof real.fan = (...asked) => {
    calls.wanted.push(asked[4] ?? [])
    if (calls.refuse) throw new RangeError('No fan today.')
    return real.fan(...asked)
  }
  return { ...real, fan }
})

// The worker's own file hands its work to whoever listens outside; here that is a HeldWorker.
vi.mock('comlink', async (original) => {
  const real = await original<typeof import('comlink')>()
  const expose = (work: FanWork, end?: Parameters<typeof real.expose>[1]) => {
    if (end) real.expose(work, end)
    else calls.work = work
  }
  return { ...real, expose }
})

const leaving: (() => void)[] = []
beforeEach(async () => {
  await import('../../app/_state/fan.worker')
  HeldWorker.reset(calls.work)
  Object.assign(calls, { wanted: [], refuse: false })
})
afterEach(() => {
  for (const leave of leaving.splice(0)) leave()
  vi.unstubAllGlobals()
})

async function open(panels?: ReactNode): Promise<Explored> {
  const page = await explore(panels)
  leaving.push(page.leave)
  return page
}

const release = () => HeldWorker.started.forEach((worker) => worker.release())

/** Intervals on screen that are not those of fan() for the assignment on screen, and how many there are at all. */
function painted({ store, host }: Explored) {
  const model = store.get(modelAtom)
  const t = model.years.indexOf(store.get(yearAtom))
  const { quantiles } = fan(model, store.get(assignmentAtom), drawsOf(model))
  const wrong: string[] = []
  let shown = 0
  for (const row of host.querySelectorAll<HTMLElement>('ol button[data-variable]')) {
    const id = row.dataset.variable ?? ''
    const { low, high } = interval(quantiles[model.indexOf.get(id) ?? -1] ?? null, t) ?? { low: NaN, high: NaN }
    const bars = row.querySelectorAll('rect.mark')
    if (bars.length < 2) continue
    shown++
    const bar = [bars[0]?.getAttribute('x'), bars[0]?.getAttribute('width')].join()
    const right = `${round(100 * low)}%,${round(100 * (high - low))}%`
    if (bar !== right) wrong.push(`${id}: ${bar} instead of ${right}`)
  }
  for (const [id, { series }] of store.get(variableAtomsAtom)) {
    const own = store.get(series).fan
    const right = quantiles[model.indexOf.get(id) ?? -1]
    if (own && String(own.flat()) !== String([...(right ?? [])])) wrong.push(`${id}: the fan of another assignment`)
  }
  return { wrong, shown, rows: host.querySelectorAll('ol button[data-variable]').length }
}

describe('no stale fan is painted', () => {
  test('in 300 random toggles, with a worker that answers whenever it pleases', async () => {
    vi.stubGlobal('Worker', HeldWorker)
    const page = await open(<LadderPanel />)
    const [pick, chance] = [chooser(page, 300), below(301)]
    const seen = { none: 0, some: 0, all: 0 }
    for (let toggle = 0; toggle < 300; toggle++) {
      const [assumption, state] = pick()
      act(() => page.store.set(assignAtom, { assumption, state }))
      for (let turn = chance(4); turn > 0; turn--)
        await act(async () => {
          if (chance(3) > 0) release()
        })
      const { wrong, shown, rows } = painted(page)
      expect(wrong, `after toggle ${toggle}`).toEqual([])
      seen[shown === 0 ? 'none' : shown < rows ? 'some' : 'all']++
    }
    // All three cases were met, so the comparison had something to compare.
    expect(Math.min(seen.some, seen.all)).toBeGreaterThan(10)
    await settle(page, release)
    expect(painted(page)).toMatchObject({ wrong: [], shown: painted(page).rows })
  })
})

describe('fans follow', () => {
  test('on the main thread where there is no Worker: after each change every row and curve gets its own', async () => {
    const page = await open()
    const pick = chooser(page, 20)
    for (let toggle = 0; toggle < 10; toggle++) {
      if (toggle % 4 === 3) act(() => page.store.set(screenAtom, { year: 2021 + toggle }))
      choose(page, ...pick())
      await settle(page)
      const { wrong, shown, rows } = painted(page)
      expect(wrong).toEqual([])
      expect(shown).toBe(rows)
      for (const { series } of page.store.get(variableAtomsAtom).values())
        expect(page.store.get(series).fan).toHaveLength(page.store.get(modelAtom).years.length)
    }
  })

  test('the line comes first: no fan is computed in the task of the toggle itself', async () => {
    const page = await open()
    await settle(page)
    calls.wanted = []
    choose(page, ...chooser(page, 1)())
    expect(calls.wanted).toEqual([])
    expect(awaited(page)).not.toEqual([])
    await settle(page)
    expect(calls.wanted).toHaveLength(1)
  })

  test('only for the variables whose rules changed', async () => {
    const page = await open()
    const pick = chooser(page, 7)
    for (let toggle = 0; toggle < 8; toggle++) {
      await settle(page)
      const before = page.store.get(fanKeysAtom)[0] ?? []
      calls.wanted = []
      choose(page, ...pick())
      const changed = (page.store.get(fanKeysAtom)[0] ?? []).flatMap((now, i) => (now === before[i] ? [] : [i]))
      await settle(page)
      expect(changed.length).toBeLessThan(before.length)
      expect(calls.wanted).toEqual([changed])
    }
  })

  test('the newest change next: ten in a row are two fans, the first and the last', async () => {
    const page = await open()
    await settle(page)
    calls.wanted = []
    const pick = chooser(page, 10)
    for (let toggle = 0; toggle < 10; toggle++) choose(page, ...pick())
    await settle(page)
    expect(calls.wanted).toHaveLength(2)
    expect(painted(page).wrong).toEqual([])
  })
})

describe('the worker', () => {
  test('gets the pack once, and then one request a change', async () => {
    vi.stubGlobal('Worker', HeldWorker)
    const page = await open()
    await settle(page, release)
    expect(HeldWorker.started).toHaveLength(1)
    const asked = HeldWorker.requests
    expect(asked).toBe(2)
    choose(page, ...chooser(page, 1)())
    await settle(page, release)
    expect(HeldWorker.requests).toBe(asked + 1)
  })

  test('that fails is started once more, and the second one goes on', async () => {
    vi.stubGlobal('Worker', HeldWorker)
    const page = await open()
    HeldWorker.started[0]?.fail()
    const told = page.host.querySelector('ol button[data-variable]')?.textContent
    expect(told).toContain('interval being computed')
    await settle(page, release)
    expect(HeldWorker.started.map(({ ended }) => ended)).toEqual([true, false])
    // The pack and the fan, asked of each once: what the first did not answer is asked of the second, and no more.
    expect(HeldWorker.requests).toBe(4)
    expect(painted(page).wrong).toEqual([])
  })

  test('that fails twice is given up, and the main thread computes this and every later fan', async () => {
    HeldWorker.reset(null)
    vi.stubGlobal('Worker', HeldWorker)
    const page = await open()
    expect(awaited(page)).toHaveLength(page.store.get(modelAtom).variables.length)
    await settle(page, () => HeldWorker.started.forEach((worker) => worker.fail()))
    expect(HeldWorker.started.map(({ ended }) => ended)).toEqual([true, true])
    expect(painted(page)).toMatchObject({ wrong: [], shown: painted(page).rows })
    choose(page, ...chooser(page, 2)())
    await settle(page)
    expect(HeldWorker.started).toHaveLength(2)
    expect(painted(page)).toMatchObject({ wrong: [], shown: painted(page).rows })
  })

  test('that the browser refuses to start is tried twice, and the main thread computes', async () => {
    const tried = vi.fn()
    vi.stubGlobal(
      'Worker',
      class {
        constructor() {
          tried()
          throw new DOMException('Not in this frame.', 'SecurityError')
        }
      },
    )
    const page = await open()
    await settle(page)
    expect(tried).toHaveBeenCalledTimes(2)
    expect(painted(page)).toMatchObject({ wrong: [], shown: painted(page).rows })
  })
})

describe('followFans', () => {
  const follow = () => {
    const store = createStore()
    store.set(packAtom, tinyPack())
    const stop = followFans(store)
    leaving.push(stop)
    return { store, stop }
  }
  const turns = async () => {
    for (let turn = 0; turn < 8; turn++) await new Promise((resolve) => setTimeout(resolve))
  }
  const known = (store: ReturnType<typeof createStore>) => store.get(fansAtom).size

  test('where the main thread fails as well, asks again at the next change, not for ever', async () => {
    history.pushState(null, '', '/en')
    calls.refuse = true
    const { store } = follow()
    await turns()
    const asked = calls.wanted.length
    expect(asked).toBeLessThanOrEqual(3)
    await turns()
    expect(calls.wanted).toHaveLength(asked)
    calls.refuse = false
    store.set(assignAtom, { assumption: 'zone', state: 'open' })
    await turns()
    expect(known(store)).toBe(5)
  })

  test('stopped, ends its worker, takes no late answer and starts nothing again', async () => {
    vi.stubGlobal('Worker', HeldWorker)
    const { store, stop } = follow()
    await turns()
    release()
    await turns()
    stop()
    release()
    HeldWorker.started[0]?.fail()
    store.set(assignAtom, { assumption: 'zone', state: 'open' })
    await turns()
    expect(known(store)).toBe(0)
    expect(HeldWorker.started.map(({ ended }) => ended)).toEqual([true])
  })
})

// The last: what a page fetches after it is of other modules than the page.
describe('a worker of its own', () => {
  test('refuses to compute before it has a pack', async () => {
    vi.resetModules()
    await import('../../app/_state/fan.worker')
    expect(() => calls.work?.fan(0, {}, {}, [])).toThrow('asked before it had this version of the pack')
  })
})
