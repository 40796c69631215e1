// @vitest-environment jsdom
import { act, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, describe, expect, test, vi } from 'vitest'
import atlas from 'world-atlas/countries-50m.json'
import { outlineOf } from '../app/_charts/outline'
import { DrawnMap, SiteMap } from '../app/_charts/site-map'
import { mapWords, outlineIn, site, square } from './gallery/map-cases'

/** The map of sites: what it says to who cannot see it, what it answers, and any country it may be asked for. */

const words = mapWords.en
const complaints: unknown[][] = []
const leaving: (() => void)[] = []
afterEach(() => {
  for (const leave of leaving.splice(0)) leave()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  expect(complaints.splice(0), 'what React complained of').toEqual([])
})

async function mount(node: ReactNode) {
  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true)
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} }))
  vi.spyOn(console, 'error').mockImplementation((...said: unknown[]) => void complaints.push(said))
  const host = document.body.appendChild(document.createElement('div'))
  const root = createRoot(host)
  leaving.push(() => {
    act(() => root.unmount())
    host.remove()
  })
  await act(async () => root.render(node))
  return host
}

/** Let the page go on until something is there. */
async function until(found: () => unknown) {
  await vi.waitFor(
    async () => {
      await act(() => new Promise<void>((resolve) => setTimeout(resolve, 20)))
      expect(found()).toBeTruthy()
    },
    { timeout: 20_000 },
  )
}

const sites = [
  site('port', -3, 3, { label: 'Port', status: 'underway', note: 'four berths' }),
  site('mine', 3, 0, { label: 'Mine', approximate: true }),
  site('river', 0, 0, { label: 'River', status: 'halted', points: [[-2, -4], [2, -4]] }), // prettier-ignore
]

async function open(ringed: readonly string[] = []) {
  const [onHover, onChoose] = [vi.fn<(id: string | null) => void>(), vi.fn<(id: string) => void>()]
  const rest = { sites, words, width: 352, fontSize: 11.5, onHover, onChoose, ringed: new Set(ringed) }
  const host = await mount(<DrawnMap outline={outlineIn(square, '900')} {...rest} />)
  const list = host.querySelector('[role=listbox]')
  if (!list) throw new Error('There is no list of sites.')
  const options = [...list.querySelectorAll('[role=option]')]
  const named = () => options.find(({ id }) => id === list.getAttribute('aria-activedescendant'))
  const press = (key: string) => act(() => list.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })))
  const move = (clientX: number, clientY: number, kind = 'pointermove') =>
    act(() => list.dispatchEvent(new MouseEvent(kind, { clientX, clientY, bubbles: true })))
  const placeOf = (id: string) => {
    const option = options.find((option) => option.getAttribute('data-site') === id)
    return [Number(option?.getAttribute('cx')), Number(option?.getAttribute('cy'))] as const
  }
  return { host, list, options, named, press, move, placeOf, onHover, onChoose }
}

describe('the map says', () => {
  test('what it shows and, from north to south, each site with its status, note, and how sure its place is', async () => {
    const { list, options } = await open()
    expect(list.getAttribute('aria-label')).toBe(words.label)
    expect(list.getAttribute('tabindex')).toBe('0')
    expect(options.map((option) => option.getAttribute('aria-label'))).toEqual([
      'Port, under way: four berths',
      'Mine, operating, only about there',
      'River, halted',
    ])
  })

  test('what the sign before a name means, where one has it', async () => {
    const { host } = await open()
    expect(host.querySelector('p')?.textContent).toBe('~ only about there')
  })

  test('with a ring and a bold name which sites are meant', async () => {
    const rings = ({ host }: { host: HTMLElement }) => host.querySelectorAll('circle[r="8"]').length
    const bold = ({ host }: { host: HTMLElement }) =>
      [...host.querySelectorAll('text[font-weight="650"]')].map(({ textContent }) => textContent)
    const none = await open()
    expect([rings(none), bold(none)]).toEqual([0, []])
    const some = await open(['mine', 'river'])
    // A line is drawn stronger instead.
    expect([rings(some), bold(some)]).toEqual([1, ['~Mine', 'River']])
    expect(some.host.querySelectorAll('polyline[stroke-width="3"]')).toHaveLength(1)
  })
})

describe('the map answers', () => {
  test('the arrow keys, from one end to the other, and tells each step once', async () => {
    const { press, named, onHover } = await open()
    const walked = ['ArrowDown', 'ArrowRight', 'End', 'ArrowDown', 'ArrowUp', 'Home', 'Escape'].map((key) => {
      press(key)
      return named()?.getAttribute('data-site') ?? null
    })
    expect(walked).toEqual(['port', 'mine', 'river', 'river', 'mine', 'port', null])
    expect(onHover.mock.calls.map(([id]) => id)).toEqual(['port', 'mine', 'river', 'mine', 'port', null])
  })

  test('Enter and the space bar with the site that is named, and with nothing where none is', async () => {
    const { press, onChoose } = await open()
    press('Enter')
    expect(onChoose).not.toHaveBeenCalled()
    press('ArrowDown')
    press('Enter')
    press('ArrowDown')
    press(' ')
    expect(onChoose.mock.calls).toEqual([['port'], ['mine']])
  })

  test('the pointer with the nearest site, and a press with the choice of it', async () => {
    const { host, move, placeOf, named, onHover, onChoose } = await open()
    const [x, y] = placeOf('mine')
    move(x + 9, y - 9)
    expect(named()?.getAttribute('data-site')).toBe('mine')
    expect(host.textContent).toContain('Mine, operating, only about there')
    move(x + 9, y - 9, 'click')
    expect(onChoose.mock.calls).toEqual([['mine']])
    // Far from every site: nothing is named, nothing chosen.
    move(x, y - 120)
    move(x, y - 120, 'click')
    expect(named()).toBeUndefined()
    expect(onChoose).toHaveBeenCalledTimes(1)
    expect(onHover.mock.calls).toEqual([['mine'], [null]])
  })

  test('the pointer anywhere along a line', async () => {
    const { move, placeOf, named } = await open()
    const [x, y] = placeOf('river')
    move(x + 60, y + 5)
    expect(named()?.getAttribute('data-site')).toBe('river')
  })
})

describe('the outline', () => {
  const whole = (country: string) => (
    <SiteMap
      country={country}
      sites={[]}
      words={words}
      ringed={new Set()}
      onHover={() => {}}
      onChoose={() => {}}
      width={352}
    />
  )

  test('is fetched: until then the room is kept, and a country that the atlas has not is told in a sentence', async () => {
    expect(renderToStaticMarkup(whole('036'))).toContain('aria-busy="true"')
    const host = await mount(whole('036'))
    await until(() => host.querySelector('[role=listbox] path'))
    const unknown = await mount(whole('999'))
    await until(() => unknown.textContent === words.unknown)
  })

  test('of a country is its largest part where islands bear its code too', () => {
    expect(outlineIn(atlas, '036').country.properties).toEqual({ name: 'Australia' })
  })

  test.each([
    ['across the date line', '242', [150, 200]],
    ['across the date line, a large one', '643', [60, 120]],
    ['with far islands', '152', [-80, -60]],
    ['small', '336', [12, 13]],
  ])('of a country %s is in one piece', (_, country, [from, to]) => {
    const { meridian, ratio, edge } = outlineIn(atlas, country)
    expect((meridian + 360) % 360).toBeGreaterThan(((from ?? 0) + 360) % 360)
    expect((meridian + 360) % 360).toBeLessThan(((to ?? 0) + 360) % 360)
    expect(ratio).toBeGreaterThan(0.2)
    expect(edge.length).toBeGreaterThan(3)
  })

  test('leaves out islands far smaller than the country, which would shrink it on the map', () => {
    const longitudes = outlineIn(atlas, '152').edge.map(([longitude]) => longitude)
    // The continent, and not the island 3 500 km out at sea.
    expect(Math.min(...longitudes)).toBeGreaterThan(-80)
  })

  test('comes with its neighbours and without the far side of the world', () => {
    const names = outlineIn(atlas, '604').around.map(({ properties }) => properties?.['name'])
    expect(names).toEqual(expect.arrayContaining(['Ecuador', 'Colombia', 'Brazil', 'Bolivia', 'Chile']))
    expect(names).not.toContain('China')
  })

  test('of no country is null, and of what is no atlas an error', () => {
    expect(outlineOf(atlas, '999')).toBeNull()
    expect(() => outlineOf({}, '036')).toThrow('no atlas')
    expect(() => outlineOf(null, '036')).toThrow('no atlas')
  })
})
