// @vitest-environment jsdom
import { act } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { EvidenceFrame } from '../../app/_panels/evidence-frame'
import { FactHeadPanel } from '../../app/_panels/fact-head-panel'
import { FactListPanel } from '../../app/_panels/fact-list-panel'
import { FactPanel } from '../../app/_panels/fact-panel'
import { PlacesPanel } from '../../app/_panels/places-panel'
import { chooseSiteAtom, pointAtom } from '../../app/_state/facts'
import { evidenceScreenAtom } from '../../app/_state/url'
import { Workspace } from '../../app/_state/workspace'
import en from '../../app/_words/en.json'
import { packs } from '../../data/index'
import { load } from '../../lib/pack/load'
import type { Pack } from '../../lib/pack/schema'
import { tinyPack } from '../fixtures/tiny-pack'
import { wideScreen } from './explore'
import { type Mounted, mounted } from './mounted'

/** The rooms of Evidence on a wide screen: what pointer, search, places and links do to the list, and what they leave alone. */

let page: Mounted | null = null

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined
  vi.stubGlobal('matchMedia', wideScreen)
  sessionStorage.clear()
})
afterEach(() => {
  page?.leave()
  page = null
  vi.restoreAllMocks()
})

function shipped(): Pack {
  const loaded = load(packs['peru-prc'])
  if (!loaded.ok) throw new Error('The shipped pack is unsound.')
  return loaded.value
}

/** Show Evidence at an address; leaving it fails if React complained of anything. */
async function evidence(pack: Pack, query = ''): Promise<Mounted> {
  history.pushState(null, '', `/en/evidence${query && `?${query}`}`)
  const rooms = { head: <FactHeadPanel />, list: <FactListPanel />, map: <PlacesPanel />, fact: <FactPanel /> }
  page = await mounted((probe) => (
    <Workspace page="evidence" pack={pack} hash="" locale="en" words={en}>
      <EvidenceFrame {...rooms} />
      {probe}
    </Workspace>
  ))
  return page
}

const rows = ({ host }: Mounted) => [...host.querySelectorAll<HTMLButtonElement>('button[data-fact]')]
const row = (shown: Mounted, fact: string) => {
  const found = rows(shown).find((button) => button.dataset.fact === fact)
  if (!found) throw new Error(`There is no row of ${fact}.`)
  return found
}
const status = ({ host }: Mounted) => host.querySelector('[role=status]')?.textContent
const marked = (shown: Mounted) => rows(shown).flatMap((button) => (button.dataset.marked ? button.dataset.fact : []))
const press = (key: string, on: EventTarget = document.body) =>
  act(() => void on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })))

test('a pack without sites has no map, and nothing at the side until a fact is open', async () => {
  const shown = await evidence(tinyPack())
  expect(rows(shown)).toHaveLength(2)
  expect(shown.host.textContent).not.toContain('Places')
  expect(shown.host.querySelector('[data-side]')).toBeNull()
  await act(async () => row(shown, 'ports-berths').click())
  expect(shown.host.querySelector('[data-side]')).not.toBeNull()
  expect(shown.host.querySelector('section[aria-label="About this fact"] h2')?.textContent).toContain(
    'Fact ports-berths',
  )
})

test('words left in the tab narrow the list again, unless they hide the fact that a link leads to', async () => {
  sessionStorage.setItem('encrucijada-facts', 'exports')
  expect(status(await evidence(tinyPack()))).toBe('1 of 2 facts')
  page?.leave()
  expect(status(await evidence(tinyPack(), 'v=1&pack=1.0.0&fact=trade-exports'))).toBe('1 of 2 facts')
  page?.leave()
  const shown = await evidence(tinyPack(), 'v=1&pack=1.0.0&fact=ports-berths')
  expect(status(shown)).toBe('2 of 2 facts')
  expect(row(shown, 'ports-berths').getAttribute('aria-expanded')).toBe('true')
  expect(sessionStorage.getItem('encrucijada-facts')).toBe('')
})

test('a filter of the address that hides the open fact is said, and can be put away', async () => {
  const shown = await evidence(tinyPack(), 'v=1&pack=1.0.0&section=trade&fact=ports-berths')
  expect(rows(shown)).toHaveLength(1)
  const about = shown.host.querySelector('section[aria-label="About this fact"]')
  expect(about?.textContent).toContain('leave this fact out of the list')
  const [showAll] = [...(about?.querySelectorAll('button') ?? [])].filter(
    (button) => button.textContent === 'Show all facts',
  )
  await act(async () => showAll?.click())
  expect(rows(shown)).toHaveLength(2)
  expect(location.search).toBe('?v=1&pack=1.0.0&fact=ports-berths')
})

test('a browser that stores nothing still searches', async () => {
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
    throw new DOMException('blocked', 'SecurityError')
  })
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('blocked', 'SecurityError')
  })
  const shown = await evidence(tinyPack())
  const field = shown.host.querySelector<HTMLInputElement>('input[type=search]')!
  const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
  await act(async () => {
    write?.call(field, 'berths')
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
  expect(status(shown)).toBe('1 of 2 facts')
  await press('Escape', field)
  expect(status(shown)).toBe('2 of 2 facts')
})

test('pointing at a fact touches no row, pointing at a place marks exactly the rows that speak of it', async () => {
  const pack = shipped()
  const site = pack.sites?.find(({ evidence }) => evidence.length > 3)
  if (!site) throw new Error('No place with several facts.')
  const shown = await evidence(pack)
  const touched: MutationRecord[] = []
  const watch = new MutationObserver((records) => void touched.push(...records))
  watch.observe(row(shown, pack.evidence[0]!.id).closest('section')!.parentElement!, {
    subtree: true,
    attributes: true,
    childList: true,
  })
  for (const { id } of pack.evidence.slice(0, 20)) await act(async () => shown.store.set(pointAtom, { fact: id }))
  expect(touched).toHaveLength(0)
  await act(async () => shown.store.set(pointAtom, { site: site.id }))
  expect(marked(shown).toSorted()).toEqual(site.evidence.toSorted())
  await act(async () => shown.store.set(pointAtom, {}))
  expect(marked(shown)).toEqual([])
  watch.disconnect()
})

test('a place chosen opens the first of its facts that is listed, and marks all as long as one of them is open', async () => {
  const pack = shipped()
  const site = pack.sites?.find(({ evidence }) => evidence.length > 3)
  if (!site) throw new Error('No place with several facts.')
  const shown = await evidence(pack)
  await act(async () => shown.store.set(chooseSiteAtom, site.id, 'en'))
  const [first] = pack.evidence.filter(({ id }) => site.evidence.includes(id))
  expect(shown.store.get(evidenceScreenAtom).fact).toBe(first?.id)
  expect(marked(shown).toSorted()).toEqual(site.evidence.toSorted())
  const other = pack.evidence.find(({ id }) => !site.evidence.includes(id))!
  await act(async () => row(shown, other.id).click())
  expect(marked(shown)).toEqual([])

  const cautioned = pack.evidence.filter(({ id, caution }) => site.evidence.includes(id) && caution !== null)
  await act(async () => shown.store.set(evidenceScreenAtom, { only: ['cautions'] }))
  await act(async () => shown.store.set(chooseSiteAtom, site.id, 'en'))
  expect(shown.store.get(evidenceScreenAtom).fact).toBe(cautioned[0]?.id)
})

test('arrow keys move over the rows, one of which is a stop; Escape closes the fact and Enter leaves one entry each', async () => {
  const pack = shipped()
  const shown = await evidence(pack)
  const stops = () => rows(shown).filter((button) => button.tabIndex === 0)
  expect(stops().map((button) => button.dataset.fact)).toEqual([pack.evidence[0]?.id])
  await act(async () => rows(shown)[0]?.focus())
  for (const [key, at] of [
    ['ArrowDown', 1],
    ['End', 392],
    ['ArrowDown', 392],
    ['Home', 0],
    ['ArrowUp', 0],
    ['ArrowDown', 1],
  ] as const) {
    await press(key, document.activeElement ?? document.body)
    expect(
      rows(shown).findIndex((button) => button === document.activeElement),
      key,
    ).toBe(at)
    expect(stops(), key).toEqual([document.activeElement])
  }
  const before = history.length
  await act(async () => rows(shown)[1]?.click())
  expect(location.search).toContain(`fact=${pack.evidence[1]?.id}`)
  await press('Escape')
  expect(location.search).toBe('')
  expect(history.length).toBe(before + 2)
  expect(document.activeElement).toBe(rows(shown)[1])
})
