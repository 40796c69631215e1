// @vitest-environment jsdom
import { useStore } from 'jotai'
import type { createStore } from 'jotai/vanilla'
import { act, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { soundPack } from '../../app/_content/sound-pack'
import { GainsPanel } from '../../app/_panels/gains-panel'
import { OutcomePanel } from '../../app/_panels/outcome-panel'
import { PartingPanel } from '../../app/_panels/parting-panel'
import { Later, SidesProvider } from '../../app/_parts/compared'
import { comparedAtom, comparedBaselineAtom, currentOrdersAtom, fansAtAtom } from '../../app/_state/compare'
import { comparisonAtom, modelAtom } from '../../app/_state/url'
import { fetchLater } from '../../app/_ui/later'
import { Workspace } from '../../app/_state/workspace'
import en from '../../app/_words/en.json'
import es from '../../app/_words/es.json'
import { formatPercent, formatQuantity, formatShift, formatSigned, wholePoints } from '../../lib/format'
import { wideScreen } from './explore'

type Store = ReturnType<typeof createStore>

const complaints: unknown[][] = []
const leaving: (() => void)[] = []
afterEach(() => {
  for (const leave of leaving.splice(0)) leave()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  expect(complaints.splice(0), 'what React complained of').toEqual([])
})

/** Mount panels of Compare at an address on a wide screen, or on a phone. */
async function open(
  panels: ReactNode,
  query = '',
  locale: 'en' | 'es' = 'en',
  media: typeof matchMedia | object = wideScreen,
) {
  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true)
  vi.stubGlobal('matchMedia', media)
  vi.spyOn(console, 'error').mockImplementation((...words: unknown[]) => void complaints.push(words))
  history.pushState(null, '', `/${locale}/compare${query && `?${query}`}`)
  const found: { store?: Store } = {}
  const Probe = () => {
    const own = useStore()
    return <i hidden ref={() => void (found.store = own)} />
  }
  await fetchLater()
  const host = document.body.appendChild(document.createElement('div'))
  const root = createRoot(host)
  leaving.push(() => {
    act(() => root.unmount())
    host.remove()
  })
  await act(async () =>
    root.render(
      <Workspace page="compare" {...soundPack()} locale={locale} words={locale === 'es' ? es : en}>
        <SidesProvider>
          <Later>{panels}</Later>
        </SidesProvider>
        <Probe />
      </Workspace>,
    ),
  )
  if (!found.store) throw new Error('The probe was not mounted.')
  return { host, store: found.store }
}

/** A worker that never answers: everything it computes is awaited for ever. */
class Silent extends EventTarget {
  postMessage() {}
  terminate() {}
}

/** Let the fans and the orders arrive. */
async function settle(store: Store) {
  const waiting = () => {
    const fans = [null, ...store.get(comparedAtom).map(({ place }) => place)].map((place) =>
      store.get(fansAtAtom)(place),
    )
    return store.get(currentOrdersAtom) === null || fans.some((fan) => fan.length === 0 || fan.includes(null))
  }
  for (let turn = 0; turn < 200 && waiting(); turn++)
    await act(async () => new Promise((resolve) => setTimeout(resolve, 5)))
  expect(waiting()).toBe(false)
}

const headOf = (host: HTMLElement, text: string) => {
  const head = [...host.querySelectorAll<HTMLElement>('thead th')].find((th) => th.textContent?.includes(text))
  if (!head) throw new Error(`There is no column "${text}".`)
  return head
}
const press = (element: HTMLElement | null | undefined) => act(() => element?.click())
const bodies = (host: HTMLElement) =>
  [...host.querySelectorAll('tbody')].map((body) =>
    [...body.querySelectorAll<HTMLElement>('button[data-variable]')].map(({ dataset }) => dataset['variable'] ?? ''),
  )

describe('all outcomes', () => {
  test('show the engine’s values, and their differences from what they are compared with', async () => {
    vi.stubGlobal('Worker', Silent)
    const { host, store } = await open(<OutcomePanel />, 'year=2029&ref=b')
    const model = store.get(modelAtom)
    const t = model.years.indexOf(2029)
    const sides = [store.get(comparedBaselineAtom), ...store.get(comparedAtom)]
    const rows = [...host.querySelectorAll('tbody tr:has([data-variable])')]
    expect(rows).toHaveLength(model.variables.length)
    for (const row of rows) {
      const id = row.querySelector<HTMLElement>('[data-variable]')?.dataset['variable'] ?? ''
      const index = model.indexOf.get(id) ?? -1
      const variable = model.variables[index]!
      const reference = sides[2]!.outcome.paths[index]![t]!
      const cells = [...row.querySelectorAll('td')].slice(0, sides.length).map((cell) => cell.textContent)
      const expected = sides.map(({ place, outcome }) => {
        const value = outcome.paths[index]![t]!
        const shift = place === 1 ? '' : formatShift(variable, reference, value, 'en')
        return `${formatQuantity(variable, value, 'en')}${shift}computing`
      })
      expect(cells, id).toEqual(expected)
    }
  })

  test('show intervals and orders once they are computed', async () => {
    const { host, store } = await open(<OutcomePanel />, 'year=2030')
    await settle(store)
    expect(host.textContent).not.toContain('computing')
    const { indexOf } = store.get(modelAtom)
    const index = indexOf.get('zone-enclave') ?? -1
    const order = store.get(currentOrdersAtom)?.[index]
    expect(order?.groups[0]).toEqual([3])
    const row = host.querySelector('tr:has([data-variable=zone-enclave])')
    const [spread, certainty] = [...(row?.querySelectorAll('td') ?? [])].slice(-2).map((cell) => cell.textContent)
    const [low, high] = [0, 3].map((place) => store.get(comparedAtom)[place]!.outcome.paths[index]!.at(-1)!)
    expect(spread).toBe(String(wholePoints(low!, high!)))
    expect(certainty).toBe(`certain ${formatPercent(order?.share ?? 0)}D > A = B = C`)
  })

  test('sort within each kind by a press, the other way by a second; a third lets go', async () => {
    const { host, store } = await open(<OutcomePanel />, 'year=2030')
    const pack = bodies(host)
    const { indexOf, variables } = store.get(modelAtom)
    const count = (kind: string) => variables.filter((variable) => variable.kind === kind).length
    expect(pack.map(({ length }) => length)).toEqual(['risk', 'opportunity', 'indicator'].map(count))
    const valueOf = (id: string) => store.get(comparedAtom)[3]!.outcome.paths[indexOf.get(id) ?? -1]!.at(-1)!
    press(headOf(host, 'D Transactional').querySelector('button'))
    expect(location.search).toContain('sort=-d')
    expect(headOf(host, 'D Transactional').getAttribute('aria-sort')).toBe('descending')
    const [risks = [], opportunities = [], indicators = []] = bodies(host)
    for (const [own, all] of [
      [risks, pack[0]],
      [opportunities, pack[1]],
      [indicators, pack[2]],
    ] as const)
      // prettier-ignore
      expect(own.toSorted()).toEqual(all?.toSorted())
    for (const events of [risks, opportunities])
      expect(events.map(valueOf)).toEqual(events.map(valueOf).toSorted((a, b) => b - a))
    expect(indicators).not.toEqual(pack[2])
    press(headOf(host, 'D Transactional').querySelector('button'))
    expect(location.search).toContain('sort=d')
    expect(headOf(host, 'D Transactional').getAttribute('aria-sort')).toBe('ascending')
    expect(bodies(host)[0]?.map(valueOf)).toEqual(risks.map(valueOf).toReversed())
    press(headOf(host, 'D Transactional').querySelector('button'))
    expect(location.search).not.toContain('sort')
    expect(bodies(host)).toEqual(pack)
    expect(host.querySelector('[aria-sort]')).toBe(null)
  })

  test('sort by spread from the address, and by name from A', async () => {
    const { host } = await open(<OutcomePanel />, 'year=2030&sort=-spread')
    expect(headOf(host, 'Spread').getAttribute('aria-sort')).toBe('descending')
    const spreads = [...host.querySelectorAll('tbody:first-of-type tr td:nth-last-child(2)')].map((td) =>
      Number(td.textContent),
    )
    expect(spreads).toEqual(spreads.toSorted((a, b) => b - a))
    press(headOf(host, 'Outcome').querySelector('button'))
    expect(location.search).toContain('sort=name')
    const names = [...host.querySelectorAll('tbody:first-of-type [data-variable]')].map(
      ({ textContent }) => textContent ?? '',
    )
    expect(names).toEqual(names.toSorted(new Intl.Collator('en').compare))
  })

  test('say what everything is compared with, and open what a name stands for', async () => {
    const { host, store } = await open(<OutcomePanel />)
    expect(headOf(host, 'Baseline').textContent).toContain('compared with')
    expect(host.textContent).toContain('difference from the baseline')
    act(() => store.set(comparisonAtom, { reference: 2 }))
    expect(headOf(host, 'Baseline').textContent).not.toContain('compared with')
    expect(headOf(host, 'C Transactional').textContent).toContain('compared with')
    expect(host.textContent).toContain('difference from C Transactional successor')
    const name = host.querySelector<HTMLElement>('[data-variable=callao-share]')
    press(name)
    expect(location.search).toContain('open=callao-share')
    expect(name?.getAttribute('aria-pressed')).toBe('true')
  })

  test('leave out spread and order where there is one column', async () => {
    const { host } = await open(<OutcomePanel />, 'a=castillo-stays')
    expect([...host.querySelectorAll('thead th')].map(({ textContent }) => textContent)).toEqual([
      'Outcome',
      'Baselinecompared with',
      'A Castillo stays',
    ])
  })

  test('show a phone the two of the pair', async () => {
    const phone = (query: string) => ({ ...wideScreen(query), matches: query.includes('max-width: 719') })
    const { host } = await open(<OutcomePanel />, 'pair=b.d&sort=-a', 'en', phone)
    const heads = [...host.querySelectorAll('thead th')].map(({ textContent }) => textContent ?? '')
    expect(heads.filter((text) => /^[A-D] /.test(text)).map(([letter]) => letter)).toEqual(['B', 'D'])
  })
})

describe('where they part most', () => {
  test('ranks events by points, and groups the orders by how certain they are', async () => {
    const { host, store } = await open(<PartingPanel />, 'year=2030')
    const [events] = host.querySelectorAll('ol')
    const points = [...(events?.querySelectorAll('button > span:nth-child(3)') ?? [])].map((span) =>
      Number(span.textContent),
    )
    expect(points).toHaveLength(8)
    expect(points).toEqual(points.toSorted((a, b) => b - a))
    await settle(store)
    expect(host.textContent).toContain('2,048 draws')
    expect(host.textContent).not.toContain('computing')
    const radios = [...host.querySelectorAll<HTMLElement>('[role=radio]')]
    const counts = radios.map((radio) => Number(radio.querySelector('b')?.textContent))
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(store.get(modelAtom).variables.length)
    for (const [i, radio] of radios.entries()) {
      press(radio)
      const list = [...host.querySelectorAll('ol')].at(-1)
      expect(list?.querySelectorAll('li').length).toBe(counts[i])
      const shares = [...(list?.querySelectorAll('button > span:nth-child(3)') ?? [])].map(
        ({ textContent }) => textContent,
      )
      expect(shares).not.toContain('100%')
      expect(shares).not.toContain('0%')
    }
    press(host.querySelector<HTMLElement>('ol [data-variable]'))
    expect(location.search).toContain('open=')
  })

  test('says that the orders are being computed', async () => {
    vi.stubGlobal('Worker', Silent)
    const { host } = await open(<PartingPanel />)
    expect(host.textContent).toContain('computing')
    expect(host.querySelector('[role=radio]')).toBe(null)
  })

  test('has nothing to say of one scenario', async () => {
    const { host } = await open(<PartingPanel />, 'a=castillo-stays')
    expect(host.textContent).toContain('nothing to part')
    expect(host.querySelector('button')).toBe(null)
  })

  test('calls columns that are equal in every draw no difference', async () => {
    const { host, store } = await open(<PartingPanel />, 'a=castillo-stays&b=castillo-stays', 'es')
    await settle(store)
    const { length } = store.get(modelAtom).variables
    const radios = [...host.querySelectorAll('[role=radio]')].map(({ textContent }) => textContent)
    expect(radios).toEqual(['seguro 0', 'probable 0', 'abierto 0', `sin diferencia ${length}`])
    expect(host.textContent).toContain('Ningún evento separa estos escenarios')
  })
})

describe('gains beside exposures', () => {
  const lists = (host: HTMLElement) => [...host.querySelectorAll<SVGElement>('[role=listbox]')]
  test('give every event of every other side a dot that says both percentages', async () => {
    const { host, store } = await open(<GainsPanel />, 'year=2030&ref=a')
    const model = store.get(modelAtom)
    const events = model.variables.filter(({ kind }) => kind !== 'indicator')
    expect(lists(host).map((list) => list.getAttribute('aria-label'))).toEqual([
      'B Leftist successor',
      'C Transactional successor',
      'D Transactional, with zone',
      'Baseline',
    ])
    const said = [...(lists(host)[2]?.querySelectorAll('[role=option]') ?? [])]
    expect(said).toHaveLength(events.length)
    const [from, to] = [0, 3].map((place) => store.get(comparedAtom)[place]!.outcome)
    for (const option of said) {
      const variable = model.variables.find(({ id }) => id === option.getAttribute('data-variable'))!
      const [a, b] = [from, to].map((outcome) => outcome!.paths[model.indexOf.get(variable.id)!]!.at(-1)!)
      expect(option.getAttribute('aria-label')).toBe(
        `${variable.label.en}: ${formatPercent(a!)} in A Castillo stays, ${formatPercent(b!)} in D Transactional, with zone, ` +
          `${formatSigned(wholePoints(a!, b!), 0, 'en')} points`,
      )
    }
  })

  test('follow the reference in their words', async () => {
    const { host, store } = await open(<GainsPanel />)
    expect(host.textContent).toContain('points from the baseline')
    act(() => store.set(comparisonAtom, { reference: 1 }))
    expect(host.textContent).toContain('points from B Leftist successor')
    expect(host.textContent).not.toContain('from the baseline')
  })

  test('are gone through by arrow keys, and opened by Enter', async () => {
    const { host } = await open(<GainsPanel />)
    const [list] = lists(host)
    const key = (name: string) =>
      act(() => void list?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true })))
    const chosen = () => list?.querySelector('[aria-selected=true]')
    expect(chosen()).toBe(null)
    key('ArrowRight')
    const first = chosen()
    key('ArrowRight')
    expect(chosen()).not.toBe(first)
    expect(list?.getAttribute('aria-activedescendant')).toBe(chosen()?.id)
    expect(host.textContent).toContain(chosen()?.getAttribute('aria-label'))
    key('End')
    const last = chosen()
    expect(last).toBe([...(list?.querySelectorAll('[role=option]') ?? [])].at(-1))
    key('Enter')
    expect(location.search).toContain(`open=${last?.getAttribute('data-variable')}`)
    key('Escape')
    expect(chosen()).toBe(null)
  })
})

describe('as a table', () => {
  test.each([
    ['all outcomes', <OutcomePanel key="outcome" />, true],
    ['where they part most', <PartingPanel key="parting" />, true],
    ['gains beside exposures', <GainsPanel key="gains" />, false],
  ])('%s has a row for each, plain numbers, and a head for each cell', async (_, panel, indicators) => {
    const { host, store } = await open(panel, 'year=2030&ref=b')
    await settle(store)
    const trigger = host.querySelector<HTMLElement>('[aria-haspopup=menu]')
    await act(async () => trigger?.click())
    const items = [...document.querySelectorAll<HTMLElement>('[role=menuitem]')]
    await act(async () => items.find(({ textContent }) => textContent === 'View as table')?.click())
    const heads = [...host.querySelectorAll('thead th')].map(({ textContent }) => textContent)
    expect(new Set(heads).size).toBe(heads.length)
    const rows = [...host.querySelectorAll('tbody tr')]
    const { variables } = store.get(modelAtom)
    expect(rows).toHaveLength(variables.filter(({ kind }) => indicators || kind !== 'indicator').length)
    for (const row of rows) expect(row.children).toHaveLength(heads.length)
    expect(host.querySelector('tbody')?.textContent).not.toMatch(/computing|NaN|undefined|\b(0|100)%/)
  })
})
