// @vitest-environment jsdom
import { act } from 'react'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  assignmentAtom,
  baselineOutcomeAtom,
  type Row,
  traceAtom,
  variableAtomsAtom,
  variantsAtom,
  yearAtom,
} from '../../app/_state/atoms'
import { LadderPanel } from '../../app/_panels/ladder-panel'
import { assignAtom, modelAtom, screenAtom } from '../../app/_state/url'
import type { Series } from '../../lib/chart/series'
import type { Assignment } from '../../lib/engine/evaluate'
import { bringBack } from '../../lib/explain/bring-back'
import { choose, chooser, explore, type Explored, settle } from './explore'

/**
 * What one toggle costs, counted: calls of the engine and renders of the marks. The components are counted as
 * they are written; the shipped ones are compiled besides and cannot do more.
 */

const count = vi.hoisted(() => ({
  evaluated: [] as Assignment[],
  tracks: 0,
  paths: 0,
  menus: 0,
  radios: [] as string[],
  bubbles: [] as string[],
}))

vi.mock('../../lib/engine/evaluate', async (original) => {
  const real = await original<typeof import('../../lib/engine/evaluate')>()
  const evaluate: typeof real.evaluate = (model, assignment, variants) => {
    count.evaluated.push(assignment)
    return real.evaluate(model, assignment, variants)
  }
  return { ...real, evaluate }
})

// Real fans from few draws: it is their coming that counts here, not their digits.
vi.mock('../../lib/engine/draws', async (original) => {
  const real = await original<typeof import('../../lib/engine/draws')>()
  const drawsOf: typeof real.drawsOf = (model) => real.makeDraws(model.pack.meta.draws.seed, 64)
  return { ...real, drawsOf }
})

vi.mock('../../app/_charts/ladder', async (original) => {
  const real = await original<typeof import('../../app/_charts/ladder')>()
  const LadderTrack: typeof real.LadderTrack = (props) => {
    count.tracks++
    return real.LadderTrack(props)
  }
  return { ...real, LadderTrack }
})

vi.mock('../../app/_charts/path-chart', async (original) => {
  const real = await original<typeof import('../../app/_charts/path-chart')>()
  const PathChart: typeof real.PathChart = (props) => {
    count.paths++
    return real.PathChart(props)
  }
  return { ...real, PathChart }
})

vi.mock('../../app/_ui/menu', async (original) => {
  const real = await original<typeof import('../../app/_ui/menu')>()
  const Menu: typeof real.Menu = (props) => {
    count.menus++
    return real.Menu(props)
  }
  return { ...real, Menu }
})

vi.mock('../../app/_ui/radios', async (original) => {
  const real = await original<typeof import('../../app/_ui/radios')>()
  const Radios: typeof real.Radios = (props) => {
    count.radios.push(props.label)
    return real.Radios(props)
  }
  return { ...real, Radios }
})

vi.mock('../../app/_ui/bubble', async (original) => {
  const real = await original<typeof import('../../app/_ui/bubble')>()
  const Bubble: typeof real.Bubble = (props) => {
    count.bubbles.push(props.label)
    return real.Bubble(props)
  }
  return { ...real, Bubble }
})

function recount() {
  Object.assign(count, { evaluated: [], tracks: 0, paths: 0, menus: 0, radios: [], bubbles: [] })
}

let page: Explored
beforeAll(async () => {
  page = await explore()
  await settle(page)
})
afterAll(() => page.leave())
beforeEach(recount)
afterEach(() => settle(page))

const model = () => page.store.get(modelAtom)
const labelOf = (id: string) => model().pack.assumptions.find((a) => a.id === id)?.label.en ?? ''

/** What every ladder row and every indicator is drawn from at this moment. */
function drawn() {
  const atoms = page.store.get(variableAtomsAtom)
  const ids = (kind: string) =>
    model()
      .variables.filter((v) => v.kind === kind)
      .map((v) => v.id)
  return {
    rows: new Map<string, Row>(ids('risk').map((id) => [id, page.store.get(atoms.get(id)!.row)])),
    series: new Map<string, Series>(ids('indicator').map((id) => [id, page.store.get(atoms.get(id)!.series)])),
  }
}

/** How many of them differ. */
function differing<T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): number {
  return [...after].filter(([id, value]) => JSON.stringify(value) !== JSON.stringify(before.get(id))).length
}

describe('one toggle', () => {
  test('is one evaluation, of the new assignment, and one history entry', () => {
    const pushed = vi.spyOn(history, 'pushState')
    const pick = chooser(page, 50)
    for (let toggle = 1; toggle <= 50; toggle++) {
      recount()
      choose(page, ...pick())
      expect(count.evaluated).toEqual([page.store.get(assignmentAtom)])
      expect(pushed).toHaveBeenCalledTimes(toggle)
    }
    pushed.mockRestore()
  })

  test('never evaluates the baseline again: not in 200', async () => {
    const { store, leave } = await explore(<LadderPanel />)
    const stop = store.sub(baselineOutcomeAtom, () => undefined)
    const baseline = store.get(baselineOutcomeAtom)
    const pick = chooser({ store }, 200)
    recount()
    for (let toggle = 0; toggle < 200; toggle++) {
      const [assumption, state] = pick()
      act(() => store.set(assignAtom, { assumption, state }))
    }
    expect(count.evaluated).toHaveLength(200)
    expect(store.get(baselineOutcomeAtom)).toBe(baseline)
    stop()
    leave()
  })

  test('draws exactly the rows and curves whose numbers changed, once for the line and once for the interval', async () => {
    await settle(page)
    const pick = chooser(page, 30)
    const all = { rows: 0, series: 0 }
    for (let toggle = 0; toggle < 30; toggle++) {
      for (const step of ['line', 'interval']) {
        recount()
        const before = drawn()
        if (step === 'line') choose(page, ...pick())
        else await settle(page)
        const after = drawn()
        const changed = { rows: differing(before.rows, after.rows), series: differing(before.series, after.series) }
        expect({ rows: count.tracks, series: count.paths }, step).toEqual(changed)
        // A chart's menu stays as it is, whatever the chart shows.
        expect(count.menus).toBe(0)
        all.rows += changed.rows
        all.series += changed.series
      }
    }
    const { rows, series } = drawn()
    expect(all.rows).toBeGreaterThan(rows.size)
    expect(all.rows).toBeLessThan(30 * rows.size)
    expect(all.series).toBeGreaterThan(series.size)
    expect(all.series).toBeLessThan(30 * series.size)
  })

  test('wakes one control of the rail: its own', () => {
    const rail = new Set(model().pack.assumptions.map(({ label }) => label.en))
    const pick = chooser(page, 20)
    for (let toggle = 0; toggle < 20; toggle++) {
      recount()
      const [assumption, state] = pick()
      choose(page, assumption, state)
      expect(count.radios.filter((label) => rail.has(label))).toEqual([labelOf(assumption)])
      const about = `About this assumption: ${labelOf(assumption)}`
      expect(count.bubbles.filter((label) => label.startsWith('About') && label !== about)).toEqual([])
    }
  })

  test('says in its control what was chosen', () => {
    const pick = chooser(page, 20)
    for (let toggle = 0; toggle < 20; toggle++) {
      const [assumption, state] = pick()
      choose(page, assumption, state)
      const group = [...page.host.querySelectorAll('[role=radiogroup]')].find(
        (element) => element.getAttribute('aria-label') === labelOf(assumption),
      )
      const checked = [...(group?.querySelectorAll<HTMLButtonElement>('[aria-checked=true]') ?? [])]
      expect(checked.map(({ value }) => value)).toEqual([state])
    }
  })
})

test('the same choice again is no evaluation, no render and no history entry', async () => {
  const [assumption, state] = chooser(page, 4)()
  choose(page, assumption, state)
  await settle(page)
  recount()
  const [commits, entries] = [page.commits(), history.length]
  choose(page, assumption, state)
  act(() => page.store.set(assignAtom, { assumption, state }))
  act(() => page.store.set(screenAtom, { year: page.store.get(yearAtom) }))
  await settle(page)
  expect(count).toEqual({ evaluated: [], tracks: 0, paths: 0, menus: 0, radios: [], bubbles: [] })
  expect(page.commits()).toBe(commits)
  expect(history.length).toBe(entries)
})

test('undo by its key is one evaluation, and brings back every number', async () => {
  await settle(page)
  const before = drawn()
  const assignment = page.store.get(assignmentAtom)
  choose(page, ...chooser(page, 5)())
  expect(differing(before.rows, drawn().rows)).toBeGreaterThan(0)
  recount()
  const arrived = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }))
  await act(async () => {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'u', bubbles: true }))
    await arrived
  })
  expect(count.evaluated).toEqual([assignment])
  await settle(page)
  expect(drawn()).toEqual(before)
})

describe('with an explanation open', () => {
  const open = (id: string | null) => act(() => page.store.set(screenAtom, { open: id }))
  const moved = () => (page.store.get(traceAtom)?.contributions.length ?? 0) > 0
  /** Every assumption in every state it is not in: what bringBack() has to evaluate, besides the present. */
  const alternatives = () => [...model().states.values()].reduce((sum, states) => sum + states.length - 1, 0)

  test('opening evaluates for the explanation alone, and closing nothing', () => {
    for (const id of [...drawn().rows.keys()].slice(0, 4)) {
      recount()
      open(id)
      expect(count.evaluated.length, id).toBe(1 + (moved() ? 1 + alternatives() : 0))
      recount()
      open(null)
      expect(count.evaluated).toEqual([])
    }
  })

  test('a toggle is one evaluation more for the trace; where the variable moved, bringBack() has its own', () => {
    const pick = chooser(page, 30)
    const seen = new Set<boolean>()
    for (const id of [...drawn().rows.keys()].filter((_, i) => i % 3 === 0)) {
      open(id)
      const before = moved()
      recount()
      choose(page, ...pick())
      const asked = before || moved() ? 1 + alternatives() : 0
      expect(count.evaluated.length, id).toBe(1 + 1 + asked)
      seen.add(asked > 0)
      open(null)
    }
    expect(seen).toEqual(new Set([true, false]))
  })

  test('a toggle after it was closed is one evaluation again', () => {
    recount()
    choose(page, ...chooser(page, 31)())
    expect(count.evaluated).toHaveLength(1)
  })

  test('bringBack() evaluates the present and each alternative once', () => {
    recount()
    const [risk = ''] = drawn().rows.keys()
    bringBack(model(), page.store.get(assignmentAtom), risk, page.store.get(yearAtom), page.store.get(variantsAtom))
    expect(count.evaluated).toHaveLength(1 + alternatives())
    expect(new Set(count.evaluated.map((assignment) => JSON.stringify(assignment))).size).toBe(1 + alternatives())
  })
})
