// @vitest-environment jsdom
import { act } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { DifferencePanel } from '../../app/_panels/difference-panel'
import { explainedAtom, splitAtom } from '../../app/_state/compare'
import { comparisonAtom, modelAtom } from '../../app/_state/url'
import { formatPercent, formatSigned, wholePoints } from '../../lib/format'
import { compared, type ComparedPage } from './compared'

/** What separates two sides: the panel of Compare, on its own in the page's workspace. */

const leaving: (() => void)[] = []
afterEach(() => {
  for (const leave of leaving.splice(0)) leave()
  vi.unstubAllGlobals()
})
async function open(query: string, locale = 'en'): Promise<ComparedPage> {
  const page = await compared(query, <DifferencePanel key="panel" />, locale)
  leaving.push(page.leave)
  return page
}

const title = ({ host }: ComparedPage) => host.querySelector('h2')?.textContent
const selects = ({ host }: ComparedPage) => [...host.querySelectorAll('select')]
const bars = ({ host }: ComparedPage) => [...host.querySelectorAll<HTMLButtonElement>('li > button[aria-expanded]')]
const numberOf = (row: Element | undefined) => row?.querySelector(':scope > b')?.textContent ?? ''
const plain = (text: string) => Number(text.replace('−', '-').replace('+', ''))
function pick(page: ComparedPage, at: number, value: string) {
  const select = selects(page)[at]!
  act(() => {
    select.value = value
    select.dispatchEvent(new Event('change', { bubbles: true }))
  })
}

test('the bars add up to the difference of the percents at their ends', async () => {
  const page = await open('pair=b.d&open=callao-displaced&year=2030')
  const { before, after } = page.store.get(splitAtom)
  const shown = bars(page).map((row) => plain(numberOf(row)))
  expect(shown.length).toBeGreaterThan(1)
  expect(shown.reduce((sum, points) => sum + points, 0)).toBe(wholePoints(before, after))
  expect(page.host.textContent).toContain(formatPercent(before))
  expect(page.host.textContent).toContain(formatPercent(after))
  expect(title(page)).toBe('What separates B from D on “Callao loses a third of its boxes”, 2030')
})

test('another side, and another variable, are one entry of the address each', async () => {
  const page = await open('pair=b.d&open=callao-displaced')
  const depth = history.length
  pick(page, 0, '0')
  expect(page.store.get(comparisonAtom).pair).toEqual([0, 3])
  expect(history.length).toBe(depth + 1)
  pick(page, 0, 'base')
  expect(page.store.get(comparisonAtom).pair).toEqual([null, 3])
  expect(title(page)).toBe('What separates the baseline from D on “Callao loses a third of its boxes”, 2026')
  pick(page, 2, 'trade-total')
  expect(page.store.get(explainedAtom)).toBe('trade-total')
  expect(new URLSearchParams(location.search).get('open')).toBe('trade-total')
  expect(title(page)).toContain('Total trade with the PRC')
  expect(history.length).toBe(depth + 3)
})

test('the same side twice makes the two change places, and every bar its sign', async () => {
  const page = await open('pair=b.d&open=callao-displaced&year=2030')
  const before = bars(page).map(numberOf)
  pick(page, 0, '3')
  expect(page.store.get(comparisonAtom).pair).toEqual([3, 1])
  expect(bars(page).map(numberOf)).toEqual(before.map((text) => formatSigned(-plain(text), 0, 'en')))
})

test('all variables are there to choose from, in three groups', async () => {
  const page = await open('')
  const select = selects(page)[2]!
  expect([...select.querySelectorAll('optgroup')].map(({ label }) => label)).toEqual([
    'Risks',
    'Opportunities',
    'Indicators',
  ])
  expect(select.options.length).toBe(page.store.get(modelAtom).variables.length)
})

test('a bar opens the rules behind it: what they need, where they act, which way they push, and on what grounds', async () => {
  const page = await open('pair=b.d&open=callao-displaced&year=2030')
  const [first] = bars(page)
  expect(first?.getAttribute('aria-expanded')).toBe('false')
  act(() => first?.click())
  expect(first?.getAttribute('aria-expanded')).toBe('true')
  const [part] = page.store.get(splitAtom).parts
  const rules = [...page.host.querySelectorAll('section section li')]
  expect(rules.length).toBe(part?.rules.length)
  part?.rules.forEach(({ effect, firesBefore, firesAfter, push }, i) => {
    const said = rules[i]?.textContent ?? ''
    expect(said).toContain(effect.reason.en)
    expect(said).toContain(push > 0 ? 'Pushes it up' : 'Holds it back')
    const where = firesBefore ? 'acts in B' : firesAfter ? 'acts in D' : 'acts only between the two'
    expect(said).toContain(where)
    expect(rules[i]?.querySelector('button[aria-label^="Evidence: "]')).not.toBeNull()
  })
  act(() => first?.click())
  expect(page.host.querySelectorAll('section section li').length).toBe(0)
})

test('what raises a part of a computed indicator says which part: it may lower the whole', async () => {
  const page = await open('pair=b.d&open=trade-balance&year=2030')
  act(() => bars(page)[0]?.click())
  const said = [...page.host.querySelectorAll('section section li')].map((rule) => rule.textContent)
  expect(said.some((text) => text?.includes('Pushes up “Imports from the PRC”'))).toBe(true)
  expect(said.some((text) => /Pushes it up|Holds it back/.test(text ?? ''))).toBe(false)
})

test('what is folded opens to each assumption in it with its own rules', async () => {
  const page = await open('pair=b.d&open=callao-displaced&year=2030')
  const folded = bars(page).at(-1)
  expect(folded?.textContent).toContain('1 smaller part')
  act(() => folded?.click())
  const parts = [...page.host.querySelectorAll('section section')].map((part) => part.getAttribute('aria-label'))
  expect(parts).toEqual(['FTA update'])
})

test('one sentence stands where nothing differs, or nothing that differs matters', async () => {
  const same = await open('a=leftist-successor&b=leftist-successor&pair=a.b&open=callao-displaced')
  expect(bars(same)).toEqual([])
  expect(same.host.textContent).toContain('Both sides are the same')
  const untouched = await open('a=five-g.diversified&pair=base.a&open=callao-displaced')
  expect(bars(untouched)).toEqual([])
  expect(untouched.host.textContent).toContain('Nothing separates the baseline from A here')
})

test('an opportunity and an indicator are never vermilion or teal', async () => {
  for (const id of ['commercial-5g', 'trade-total']) {
    const page = await open(`pair=b.d&open=${id}&year=2030`)
    expect(bars(page).length).toBeGreaterThan(0)
    expect(page.host.innerHTML).not.toMatch(/var\(--(up|down)/)
  }
})

test('Spanish says the same', async () => {
  const page = await open('pair=base.d&open=callao-displaced&year=2030', 'es')
  expect(title(page)).toBe('Qué separa la línea base de D en «Callao pierde un tercio de TEU», 2030')
  expect(bars(page)[0]?.textContent).toContain('Plazos de Chancay')
})
