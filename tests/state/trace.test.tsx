// @vitest-environment jsdom
import { act } from 'react'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { assignmentAtom, traceAtom } from '../../app/_state/atoms'
import { modelAtom, resetAtom, screenAtom } from '../../app/_state/url'
import { bringBack } from '../../lib/explain/bring-back'
import { formatPercent, formatShift } from '../../lib/format'
import { choose, explore, type Explored, settle } from './explore'

// Intervals are not looked at here: a few draws keep the page quick.
vi.mock('../../lib/engine/draws', async (original) => {
  const real = await original<typeof import('../../lib/engine/draws')>()
  const drawsOf: typeof real.drawsOf = (model) => real.makeDraws(model.pack.meta.draws.seed, 16)
  return { ...real, drawsOf }
})

let page: Explored
beforeAll(async () => {
  page = await explore()
  for (const [assumption, states] of model().states) choose(page, assumption, states.at(-1) ?? '')
  await settle(page)
})
afterEach(() => settle(page))
afterAll(() => page.leave())

const model = () => page.store.get(modelAtom)
const drawer = () => {
  const found = page.host.querySelector('aside[aria-label="Why did this move?"]')
  if (!found) throw new Error('The drawer is closed.')
  return found
}
const open = (id: string) => act(() => page.store.set(screenAtom, { open: id }))
const texts = (within: ParentNode, selector: string) =>
  [...within.querySelectorAll(selector)].map((element) => element.textContent)

/** The last signed number of a text: "3 rules, +12.5" is 12.5, "−4 points" is −4. */
function signed(text: string | null | undefined): number {
  const [, sign, digits] = [...(text ?? '').matchAll(/([+−])?(\d[\d,]*(?:\.\d+)?)/g)].at(-1) ?? []
  if (digits === undefined) throw new Error(`There is no number in "${text}".`)
  return (sign === '−' ? -1 : 1) * Number(digits.replaceAll(',', ''))
}

/** The numbers of the drawer: the shift at its head, and what each of its lists says it is and is made of. */
function numbers() {
  const lists = [...drawer().querySelectorAll('section')]
    .filter((section) => /Pushing it up|Holding it back/.test(section.querySelector('h3')?.textContent ?? ''))
    .map((section) => ({
      sum: signed(section.querySelector('h3 small')?.textContent),
      main: texts(section, ':scope > ul > li > b').map(signed),
      small: texts(section, ':scope > details > summary > b').map(signed),
      inSmall: texts(section, ':scope > details > ul > li > b').map(signed),
    }))
  const [shift] = texts(drawer(), '[class*="_points_"] > b').map((text) => signed(text?.replace(/ points?$/, '')))
  return { shift: shift ?? NaN, lists }
}

const total = (list: readonly number[]) => list.reduce((sum, part) => sum + part, 0)

test('the parts shown add up to the shift shown, for every variable with every assumption in its last state', () => {
  let moved = 0
  let folded = 0
  for (const variable of model().variables) {
    open(variable.id)
    const trace = page.store.get(traceAtom)
    const decimals = 'decimals' in variable ? variable.decimals : 0
    const { shift, lists } = numbers()
    if (!trace) throw new Error('There is no trace.')
    expect(shift, variable.id).toBe(signed(formatShift(variable, trace.baseline, trace.value, 'en')))
    expect(lists.length > 0, variable.id).toBe(trace.contributions.length > 0)
    if (lists.length === 0) continue
    moved++
    expect(total(lists.map(({ sum }) => sum)), variable.id).toBeCloseTo(shift, decimals + 2)
    for (const { sum, main, small, inSmall } of lists) {
      expect(total([...main, ...small]), variable.id).toBeCloseTo(sum, decimals + 2)
      expect(total(inSmall), variable.id).toBeCloseTo(total(small), decimals + 2)
      folded += inSmall.length
    }
    const written = lists.reduce((n, { main, inSmall }) => n + main.length + inSmall.length, 0)
    expect(written, variable.id).toBe(trace.contributions.length)
  }
  expect(moved).toBeGreaterThan(20)
  expect(folded).toBeGreaterThan(3)
})

test('what would bring it back are the first three of bringBack(), and a press makes the change', () => {
  const risk = model().variables.find(({ id, kind }) => {
    open(id)
    return kind === 'risk' && (page.store.get(traceAtom)?.contributions.length ?? 0) > 0
  })
  if (!risk) throw new Error('No risk has moved.')
  const { year } = page.store.get(screenAtom)
  const best = bringBack(model(), page.store.get(assignmentAtom), risk.id, year).slice(0, 3)
  const section = [...drawer().querySelectorAll('section')].find((s) => s.textContent?.includes('bring it back'))
  if (!section) throw new Error('There is no such section.')
  expect(texts(section, 'li > span')).toEqual(best.map(({ value }) => formatPercent(value)))
  const [first] = best
  act(() => section.querySelector<HTMLElement>('li button')?.click())
  expect(page.store.get(assignmentAtom)[first?.assumption ?? '']).toBe(first?.state)
})

test('at the baseline no variable has parts: the drawer says that nothing links the changes to it', () => {
  act(() => page.store.set(resetAtom))
  for (const { id } of model().variables) {
    open(id)
    expect(page.store.get(traceAtom)?.contributions).toEqual([])
    expect(numbers()).toEqual({ shift: 0, lists: [] })
    expect(drawer().textContent).toContain('No rule links your changes')
  }
})
