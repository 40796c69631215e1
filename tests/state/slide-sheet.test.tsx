// @vitest-environment jsdom
import { act, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { IntlProvider } from 'use-intl'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { SlideScaled } from '../../app/_parts/slide-scaled'
import { SlideSheet } from '../../app/_parts/slide-sheet'
import { fetchLater } from '../../app/_ui/later'
import en from '../../app/_words/en.json'
import es from '../../app/_words/es.json'
import type { Slide, SlideChart } from '../../lib/deck/schema'
import { stand } from '../../lib/deck/slide'
import { blankSlide } from '../../lib/deck/starter'
import { drawsOf } from '../../lib/engine/draws'
import { fan } from '../../lib/engine/fan'
import { tinyModel } from '../fixtures/tiny-model'

/** The sheet of a slide: what its sentence says, when it says that it does not hold, and what it keeps back until it is guessed. */

const model = tinyModel()
const leaving: (() => void)[] = []
// The drawings of every kind of chart, so that a sheet shows them at once.
beforeAll(fetchLater)
afterEach(() => leaving.splice(0).forEach((leave) => leave()))

function mount(node: ReactNode, locale: 'en' | 'es' = 'en') {
  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true)
  const host = document.body.appendChild(document.createElement('div'))
  const root = createRoot(host)
  leaving.push(() => {
    act(() => root.unmount())
    host.remove()
  })
  act(() =>
    root.render(
      <IntlProvider locale={locale} messages={locale === 'es' ? es : en} timeZone="UTC">
        {node}
      </IntlProvider>,
    ),
  )
  return host
}

const ladder: SlideChart = { kind: 'ladder', variables: ['bribery'] }
const written = { leader: 'dealer', zone: 'open' }
const slide = (more: Partial<Slide> = {}, chart: SlideChart = ladder): Slide => ({
  ...blankSlide('one', { en: 'Bribery is {word bribery}', es: 'El soborno es {word bribery}' }, chart),
  ...{ states: written, toggles: ['leader', 'zone'], predict: 'bribery', evidence: ['ports-berths'] },
  ...more,
})

type Shown = Partial<Omit<Parameters<typeof SlideSheet>[0], 'standing'>>
function sheet(of: Slide, toggled: Readonly<Record<string, string>> = {}, shown: Shown = {}) {
  const standing = stand(model, of, toggled)
  const given = { written: Object.keys(toggled).length === 0, number: 2, count: 9, hidden: false, guess: null }
  const fans = fan(model, standing.assignment, drawsOf(model)).quantiles
  return <SlideSheet standing={standing} fans={fans} {...given} {...shown} />
}
const heading = (host: HTMLElement) => host.querySelector('h2')
const chartSays = (host: HTMLElement) => host.querySelector('figure')?.getAttribute('aria-label') ?? ''
const room = { up: 12, same: 3, down: 1, median: 0.6 }

describe('the sentence', () => {
  test('says what the numbers say, in colour where a risk moved', () => {
    const host = mount(sheet(slide()))
    expect(heading(host)?.textContent).toBe('Bribery is unlikely')
    expect(heading(host)?.querySelector('.up')?.textContent).toBe('unlikely')
    const other = mount(sheet(slide(), { leader: 'stays', zone: 'closed' }), 'es')
    expect(heading(other)?.textContent).toBe('El soborno es improbable')
    expect(heading(other)?.querySelector('.up, .down')).toBeNull()
  })

  test('is struck through where a claim of it does not hold, and what is so stands under it', () => {
    const claims: Slide['claims'] = [{ kind: 'moves', variable: 'bribery', way: 'up' }]
    const holds = mount(sheet(slide({ claims })))
    expect([heading(holds)?.querySelector('s'), holds.textContent?.includes('Not so')]).toEqual([null, false])
    const fails = mount(sheet(slide({ claims }), { leader: 'stays' }))
    expect(heading(fails)?.querySelector('s')?.textContent).toBe('Bribery is unlikely')
    expect(heading(fails)?.dataset.broken).toBe('true')
    expect(fails.textContent).toContain('Not so as the toggles stand: bribery: 20% (0 points).')
  })

  test('names no more variables than fit, and both of a comparison', () => {
    const claims: Slide['claims'] = [
      { kind: 'above', variable: 'imports', other: 'exports' },
      { kind: 'within', variable: 'berths', low: 90, high: 99 },
      { kind: 'moves', variable: 'cover', way: 'down' },
    ]
    const host = mount(sheet(slide({ claims })))
    expect(host.textContent).toContain('imports: 5.5 (+0.5); exports: 13.2 (+3.2); berths: 4.0 (+4.0); 1 more.')
  })

  test('with numbers typed by hand says so once a toggle differs, and not before', () => {
    const typed = slide({ sentence: { en: 'Bribery stands at 43%', es: 'El soborno está en 43%' } })
    expect(mount(sheet(typed)).textContent).not.toContain('were typed')
    expect(mount(sheet(typed, { zone: 'closed' })).textContent).toContain('Numbers in this sentence were typed')
    expect(mount(sheet(slide(), { zone: 'closed' })).textContent).not.toContain('were typed')
    const lines = slide({}, { kind: 'text', lines: [{ en: 'Very likely so', es: 'Muy probable' }] })
    expect(mount(sheet(lines, { zone: 'closed' })).textContent).toContain('were typed')
  })
})

describe('what is to be guessed', () => {
  const secret = /(?<![\d.])4(3|2\.86)(?!\d)|unlikely, up|\+23/
  const charts: readonly SlideChart[] = [
    ladder,
    { kind: 'waterfall', variable: 'bribery', from: {} },
    { kind: 'comparison', variables: ['bribery'], columns: [{ label: { en: 'This', es: 'Esto' }, states: {} }] },
    { kind: 'text', lines: [{ en: 'It is {percent bribery}', es: 'Es {percent bribery}' }] },
  ]

  test.each(charts)('a $kind keeps it back, from who looks and from who listens', (chart) => {
    const claims: Slide['claims'] = [{ kind: 'within', variable: 'bribery', low: 0.9, high: 1 }]
    const told = slide({ claims, sentence: { en: 'Now {percent bribery}, {word bribery}', es: 'x' } }, chart)
    const host = mount(sheet(told, {}, { hidden: true }))
    expect(host.innerHTML).not.toMatch(secret)
    expect(host.querySelectorAll('h2 [role=img]')).toHaveLength(2)
    expect([heading(host)?.querySelector('s'), host.textContent?.includes('Not so')]).toEqual([null, false])
    expect(mount(sheet(told)).innerHTML).toMatch(secret)
  })

  test('a path keeps its line and its end back', () => {
    const path = slide({ predict: 'exports' }, { kind: 'path', variable: 'exports' })
    const host = mount(sheet(path, {}, { hidden: true }))
    expect(host.innerHTML).not.toContain('13.2')
    expect(chartSays(host)).toBe('exports, bn: 10.0 in 2021; the rest is still to be guessed.')
    expect(host.querySelectorAll('path.mark')).toHaveLength(0)
    expect(mount(sheet(path)).innerHTML).toContain('13.2')
  })

  test('where a waterfall starts is no secret', () => {
    const told = slide({ sentence: { en: 'From {percent bribery @from} to {percent bribery}', es: 'x' } }, charts[1])
    expect(heading(mount(sheet(told, {}, { hidden: true })))?.textContent).toBe('From 20% to …')
  })

  test('the guess of the room stands beside the answer, before and after', () => {
    for (const chart of charts.slice(0, 3))
      for (const hidden of [true, false]) {
        const host = mount(sheet(slide({}, chart), {}, { hidden, guess: room }))
        expect(chartSays(host)).toContain('Room: 60% (12 up, 3 same, 1 down)')
        expect(host.querySelectorAll('g.mark')).toHaveLength(1)
      }
  })

  test('hands alone have words and no place, and no hand says nothing', () => {
    const hands = mount(sheet(slide(), {}, { guess: { ...room, median: null } }))
    expect(chartSays(hands)).toContain('Room: 12 up, 3 same, 1 down')
    expect(hands.querySelectorAll('g.mark')).toHaveLength(0)
    const none = mount(sheet(slide(), {}, { guess: { up: 0, same: 0, down: 0, median: null } }))
    expect(chartSays(none)).not.toContain('Room')
    const size = mount(sheet(slide(), {}, { guess: { up: 0, same: 0, down: 0, median: 0.5 } }))
    expect(chartSays(size)).toContain('Room: 50%')
  })

  test('a guess belongs to its variable alone', () => {
    const host = mount(sheet(slide({ predict: null }), {}, { guess: room }))
    expect(chartSays(host)).not.toContain('Room')
  })
})

describe('the charts say', () => {
  test('what they show, in one sentence that changes with it', () => {
    const says = (chart: SlideChart, toggled = {}) => chartSays(mount(sheet(slide({}, chart), toggled)))
    expect(says(ladder)).toMatch(/^Likelihood in 2024: bribery, 43%, unlikely, up 23 points from 20%, interval /)
    expect(says(ladder, { leader: 'stays' })).toContain('unchanged from 20%')
    expect(says({ kind: 'waterfall', variable: 'bribery', from: {} })).toBe(
      'bribery, 2024: Baseline 20%, this slide 43%. Parts: leader +18, zone +5.',
    )
    const columns = [{ label: { en: 'A', es: 'A' }, states: {} }, { label: { en: 'B', es: 'B' }, states: {} }] // prettier-ignore
    expect(says({ kind: 'comparison', variables: ['bribery'], columns })).toBe(
      'Likelihood in 2024: bribery: A 20%, B 43%; spread 23 points.',
    )
    expect(says({ kind: 'path', variable: 'exports' })).toMatch(
      /^exports, bn: 13\.2 in 2024, 90%: .*; 10\.0 in 2021\.$/,
    )
    expect(says({ kind: 'map', sectors: [] })).toContain('0 places')
  })

  test('that an interval is still being computed', () => {
    expect(chartSays(mount(sheet(slide(), {}, { fans: [] })))).toContain('interval being computed')
  })
})

describe('the foot', () => {
  test('tells what the marks mean, what is assumed besides the toggles, the date and the sources', () => {
    const host = mount(sheet(slide({ toggles: ['zone'] })))
    expect(host.textContent).toContain(
      'Hollow: baseline. Filled: this slide. Bar: 90% interval. Assumed: leader: dealer. To 2021; Ports, fn 1.',
    )
    expect(host.textContent).toContain('2 of 9')
  })

  test('says where there is no footnote, and runs of notes from first to last', () => {
    const noted = (notes: readonly number[]) => {
      const other = tinyModel({ 'evidence[1].notes': [...notes] })
      const standing = stand(other, slide())
      const given = { written: true, number: 1, count: 1, fans: [], hidden: false, guess: null }
      return mount(<SlideSheet standing={standing} {...given} />).textContent
    }
    expect(noted([])).toContain('Ports, no footnote.')
    expect(noted([109, 99, 107, 106, 108, 3, 4])).toContain('Ports, fn 3, 4, 99, 106–109.')
  })
})

describe('toggles', () => {
  test('are groups of choices that put an assumption in a state', () => {
    const choose = vi.fn<(key: number, state: string) => void>()
    const host = mount(sheet(slide(), {}, { toggles: choose, keys: true }))
    const radios = [...host.querySelectorAll<HTMLElement>('[role=radio]')]
    expect(radios.map((radio) => [radio.textContent, radio.getAttribute('aria-checked')])).toEqual([
      ['stays', 'false'],
      ['dealer', 'true'],
      ['reformer', 'false'],
      ['closed', 'false'],
      ['open', 'true'],
    ])
    act(() => radios[3]?.click())
    act(() => radios[1]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true })))
    expect(choose.mock.calls).toEqual([
      [1, 'closed'],
      [0, 'reformer'],
    ])
    expect([...host.querySelectorAll('kbd')].map(({ textContent }) => textContent)).toEqual(['1', '2'])
  })

  test('are a picture where there is nothing to choose with, and nothing where a slide has none', () => {
    const still = mount(sheet(slide()))
    expect([still.querySelectorAll('[role=radio], kbd').length, still.querySelectorAll('li').length]).toEqual([0, 5])
    expect(mount(sheet(slide({ toggles: [] }))).querySelector('section')).toBeNull()
  })
})

describe('a scaled sheet', () => {
  test('with a name is a picture in which nothing can be reached; without one it is as it was', () => {
    const picture = mount(<SlideScaled label="Slide 2">{sheet(slide(), {}, { toggles: vi.fn() })}</SlideScaled>)
    expect(picture.querySelector('[role=img][aria-label="Slide 2"] [inert][aria-hidden=true] h2')).not.toBeNull()
    const live = mount(<SlideScaled>{sheet(slide())}</SlideScaled>)
    expect(live.querySelector('[inert], [aria-hidden=true] h2')).toBeNull()
  })
})
