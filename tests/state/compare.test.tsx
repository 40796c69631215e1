// @vitest-environment jsdom
import { act } from 'react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { comparedAtom, splitAtom } from '../../app/_state/compare'
import { comparisonAtom, modelAtom } from '../../app/_state/url'
import { formatPercent } from '../../lib/format'
import { editColumn, moveColumn } from '../../lib/scenario/comparison'
import { compared, type ComparedPage } from './compared'

const calls = vi.hoisted(() => ({ evaluate: [] as unknown[] }))
vi.mock('../../lib/engine/evaluate', async (original) => {
  const real = await original<typeof import('../../lib/engine/evaluate')>()
  const evaluate: typeof real.evaluate = (...asked) => {
    calls.evaluate.push(asked[1])
    return real.evaluate(...asked)
  }
  return { ...real, evaluate }
})

const leaving: (() => void)[] = []
afterEach(() => {
  for (const leave of leaving.splice(0)) leave()
  vi.unstubAllGlobals()
})
async function open(query = ''): Promise<ComparedPage> {
  const page = await compared(query)
  leaving.push(page.leave)
  return page
}

const selectOf = ({ host }: ComparedPage, label: string) => {
  const select = host.querySelector<HTMLSelectElement>(`select[aria-label="${label}"]`)
  if (!select) throw new Error(`There is no list "${label}".`)
  return select
}
const pick = (select: HTMLSelectElement, value: string) =>
  act(() => {
    select.value = value
    select.dispatchEvent(new Event('change', { bubbles: true }))
  })

describe('one change in one column', () => {
  test('evaluates that column alone; one commit shows it, and one more brings what is below the screen', async () => {
    const page = await open()
    await act(async () => new Promise((resolve) => setTimeout(resolve, 300)))
    const select = selectOf(page, '5G, B Leftist successor')
    calls.evaluate = []
    // Where they part most, gains beside exposures and all outcomes are the last three figures.
    const seen = () => {
      const figures = [...page.host.querySelectorAll('figure')].map((figure) => figure.innerHTML)
      return { above: figures.slice(0, -3), below: figures.slice(-3), state: select.value }
    }
    const before = seen()
    const commits = page.atCommits(seen)
    pick(select, 'diversified')
    const after = seen()
    // The column; and the two sides of the split where the column is one of its pair (it is not here).
    const others = calls.evaluate.filter((assignment) => Reflect.get(Object(assignment), 'five-g') !== 'diversified')
    expect(calls.evaluate.length - others.length).toBe(1)
    expect(others).toEqual([])
    expect(commits).toHaveLength(2)
    expect(commits[0]).toEqual({ ...after, below: before.below })
    expect(commits[1]).toEqual(after)
    expect(after.above).not.toEqual(before.above)
    expect(after.below).not.toEqual(before.below)
    expect(after.state).toBe('diversified')
    expect(location.search).toContain('b=leftist-successor_five-g.diversified')
  })

  test('shows the engine’s numbers in every row of the ladder', async () => {
    const page = await open('year=2030')
    const { store, host } = page
    const model = store.get(modelAtom)
    const t = model.years.indexOf(2030)
    const rows = host.querySelector('figure')?.querySelectorAll<HTMLElement>('ol button[data-variable]') ?? []
    for (const row of rows) {
      const index = model.indexOf.get(row.dataset['variable'] ?? '') ?? -1
      for (const { letter, outcome } of store.get(comparedAtom))
        expect(row.textContent).toContain(`${letter} ${formatPercent(outcome.paths[index]![t]!)}`)
    }
    expect(rows).toHaveLength(23)
  })
})

describe('the reference', () => {
  test('swaps what everything is compared with in one press, and the words follow', async () => {
    const page = await open()
    const button = [...page.host.querySelectorAll('button')].find(
      (b) => b.textContent === 'Compare with this C Transactional successor',
    )
    act(() => button?.click())
    expect(location.search).toContain('ref=c')
    expect(page.host.querySelector('h1')?.textContent).toBe('Three scenarios compared with C Transactional successor')
    expect(page.host.textContent).toContain('Mean change in likelihood from C Transactional successor')
    expect(page.host.textContent).not.toContain('from the baseline, points')
  })
})

describe('what explains the difference', () => {
  test('adds up to it, for the pair and the variable chosen', async () => {
    const { store } = await open('pair=b.d&open=callao-displaced&year=2029')
    const { before, after, parts } = store.get(splitAtom)
    expect(parts.reduce((sum, { natural }) => sum + natural, 0)).toBeCloseTo(after - before, 12)
    act(() => store.set(comparisonAtom, { pair: [1, 0] }))
    expect(store.get(splitAtom).before).toBe(before)
    expect(store.get(splitAtom).after).not.toBe(after)
  })
})

describe('the address', () => {
  test('read again after a change, leaves what is equal as the object it was', async () => {
    const { store } = await open('charts=trade-total_callao-share&sort=spread')
    const before = store.get(comparisonAtom)
    const assignment = { ...before.columns[1]!.assignment, 'five-g': 'diversified' }
    act(() => store.set(comparisonAtom, { columns: editColumn(before, 1, { assignment }).columns }))
    const after = store.get(comparisonAtom)
    expect(after.columns[1]).not.toBe(before.columns[1])
    for (const part of ['charts', 'sort', 'pair'] as const) expect(after[part], part).toBe(before[part])
    for (const at of [0, 2, 3]) expect(after.columns[at], String(at)).toBe(before.columns[at])
  })

  test('holds every change, and the same choice again adds nothing', async () => {
    const { store } = await open()
    const depth = history.length
    const comparison = store.get(comparisonAtom)
    act(() => store.set(comparisonAtom, { columns: editColumn(comparison, 0, {}).columns }))
    expect(history.length).toBe(depth)
    act(() => store.set(comparisonAtom, moveColumn(comparison, 0, 1)))
    expect(new URLSearchParams(location.search).get('a')).toBe('leftist-successor')
    expect(new URLSearchParams(location.search).get('b')).toBe('castillo-stays')
  })
})
