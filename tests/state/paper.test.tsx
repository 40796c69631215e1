// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { act } from 'react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { soundPack } from '../../app/_content/sound-pack'
import { soundWorkshop } from '../../app/_content/sound-workshop'
import { deleteGroupsAtom, groupsAtom, keepGroupAtom } from '../../app/_state/groups'
import { presentingAtom } from '../../app/_state/url'
import { deckAtom } from '../../app/_state/workshop'
import en from '../../app/_words/en.json'
import es from '../../app/_words/es.json'
import { largestShifts } from '../../lib/deck/shifts'
import { compile } from '../../lib/engine/compile'
import { evaluate } from '../../lib/engine/evaluate'
import { formatPercent, formatSigned, probabilityWord } from '../../lib/format'
import { applyScenario } from '../../lib/scenario/assignment'
import type { Mounted } from './mounted'
import { printed } from './printed'

const { pack } = soundPack()
const workshop = soundWorkshop()
const model = compile(pack)
const roles = workshop?.roles ?? []

const open: Mounted[] = []
afterEach(() => {
  for (const page of open.splice(0)) page.leave()
  vi.unstubAllGlobals()
})

async function at(query = '', locale: 'en' | 'es' = 'en') {
  const page = await printed(query, locale)
  open.push(page)
  return page
}
const sheets = ({ host }: Mounted, part?: string) => [
  ...host.querySelectorAll(part ? `article[data-paper="${part}"]` : 'article[data-paper]'),
]
const names = (page: Mounted, part?: string) => sheets(page, part).map((sheet) => sheet.getAttribute('aria-label'))

describe.each([
  ['en', en.paper],
  ['es', es.paper],
] as const)('paper in %s', (locale, words) => {
  test('has each part on its sheets, numbered, with pack, version, date of the evidence and a code', async () => {
    const page = await at('', locale)
    const { slides } = page.store.get(deckAtom)
    const counts = {
      handout: Math.ceil(slides.length / 2),
      cards: pack.scenarios.length,
      // Until the browser says how high they are, these stand on one sheet.
      blank: 1,
      roles: roles.length,
      results: 1,
    }
    for (const [part, count] of Object.entries(counts)) {
      expect(sheets(page, part), part).toHaveLength(count)
      expect(new Set(names(page, part)).size, part).toBe(count)
    }
    expect(names(page, 'cards').at(-1)).toBe(
      words.page
        .replace('{part}', words.parts.cards)
        .replace('{page}', `${counts.cards}`)
        .replace('{of}', `${counts.cards}`),
    )
    for (const sheet of sheets(page)) {
      const foot = sheet.querySelector(':scope > footer')?.textContent
      expect(foot).toContain(pack.meta.title[locale])
      expect(foot).toContain(pack.meta.evidenceDate[locale])
      expect(foot).toContain(`${pack.meta.id} ${pack.meta.version}`)
      expect(foot).toContain(sheet.getAttribute('aria-label'))
      expect(sheet.querySelectorAll('svg[role=img][aria-label^="QR"], svg[aria-label*="QR"]').length).toBeGreaterThan(0)
    }
  })

  test('has on each card the story, what is assumed with its reason, and the five largest shifts', async () => {
    const page = await at('parts=cards', locale)
    const bands = locale === 'es' ? es.word : en.word
    pack.scenarios.forEach((scenario, i) => {
      const card = sheets(page, 'cards')[i]?.textContent ?? ''
      expect(card).toContain(scenario.story[locale])
      for (const { reason } of scenario.secondary) expect(card).toContain(reason[locale])
      const t = model.years.indexOf(pack.meta.year)
      const shifts = largestShifts(model, evaluate(model, applyScenario(model, scenario)), t, 5)
      expect(shifts).toHaveLength(5)
      for (const { variable, baseline, value, points } of shifts) {
        const word = bands[probabilityWord(value) ?? 'none']
        expect(card).toContain(
          `${variable.label[locale]}${formatPercent(baseline)} → ${formatPercent(value)}${word}${formatSigned(points, 0, 'en')}`,
        )
      }
    })
  })

  test('asks every assumption on the sheet to fill in, with a box for each state and one ring', async () => {
    const page = await at('parts=blank', locale)
    const [sheet] = sheets(page)
    const questions = [...(sheet?.querySelectorAll('ul') ?? [])]
    expect(questions).toHaveLength(pack.assumptions.length)
    for (const { question, states } of pack.assumptions) {
      expect(sheet?.textContent).toContain(question[locale])
      const own = questions.find((list) => list.parentElement?.textContent.includes(question[locale]))
      const items = [...(own?.querySelectorAll('li') ?? [])]
      expect(items.map((item) => item.textContent)).toEqual(states.map(({ label }) => label[locale]))
      expect(items.map((item) => item.querySelector('svg') !== null)).toEqual(states.map((s) => s.baseline === true))
    }
  })

  test('gives each role its seat, what it wants, fears and asks, what the source says, and what to watch', async () => {
    const page = await at('parts=roles', locale)
    roles.forEach((role, i) => {
      const brief = sheets(page, 'roles')[i]?.textContent ?? ''
      const said = [role.name, role.seat, ...role.wants, ...role.fears, ...role.asks, ...role.points.map((p) => p.text)]
      for (const text of said) expect(brief).toContain(text[locale])
      for (const id of role.watches)
        expect(brief).toContain(model.variables.find((variable) => variable.id === id)?.title[locale])
      for (const id of role.assumptions)
        expect(brief).toContain(pack.assumptions.find((assumption) => assumption.id === id)?.label[locale])
    })
  })
})

describe('what is printed', () => {
  test('follows the address, and a choice is written there', async () => {
    const page = await at('paper=letter&parts=blank_roles')
    const style = () => page.host.querySelector('style')?.textContent
    expect(style()).toBe('@page{size:8.5in 11in;margin:0}')
    expect(new Set(sheets(page).map((sheet) => sheet.getAttribute('data-paper')))).toEqual(new Set(['blank', 'roles']))
    const box = (name: string) =>
      [...page.host.querySelectorAll('label')]
        .find((label) => label.textContent.startsWith(name))
        ?.querySelector('input')
    act(() => box(en.paper.parts.blank)?.click())
    act(() => box(en.paper.parts.cards)?.click())
    expect(page.store.get(presentingAtom).parts).toEqual(['cards', 'roles'])
    expect(location.search).toContain('parts=cards_roles')
    act(() => page.store.set(presentingAtom, { paper: 'a4', parts: [] }))
    expect(style()).toBe('@page{size:210mm 297mm;margin:0}')
    expect(sheets(page)).toHaveLength(0)
    expect(page.host.textContent).toContain(en.paper.none)
    const print = [...page.host.querySelectorAll('button')].find((own) => own.textContent === en.paper.print)
    expect(print?.disabled).toBe(true)
  })

  test('stands in the paper theme, whatever the theme of the screen', async () => {
    const page = await at()
    for (const sheet of sheets(page)) expect(sheet.getAttribute('data-theme')).toBe('paper')
  })

  test('is as many sheets as what the browser measures needs, and a heading is not left behind', async () => {
    const high = 100
    class Observer {
      readonly #tell: ResizeObserverCallback
      constructor(tell: ResizeObserverCallback) {
        this.#tell = tell
      }
      observe(node: Element) {
        const size = { blockSize: node.matches('article > div') ? 10 * high : high, inlineSize: 600 }
        const entry = {
          ...{ target: node, contentRect: node.getBoundingClientRect() },
          ...{ borderBoxSize: [size], contentBoxSize: [size], devicePixelContentBoxSize: [size] },
        }
        this.#tell([entry], this)
      }
      unobserve() {}
      disconnect() {}
    }
    vi.stubGlobal('ResizeObserver', Observer)
    const page = await at('parts=blank')
    // Its head, a heading for each kind, the questions, and the lines at the end, ten to a sheet.
    const blocks = 1 + 2 + pack.assumptions.length + 1
    expect(sheets(page).length).toBeGreaterThanOrEqual(Math.ceil(blocks / 10))
    for (const sheet of sheets(page)) {
      const held = [...sheet.querySelectorAll(':scope > div > div')]
      expect(held.length).toBeGreaterThan(0)
      expect(held.length).toBeLessThanOrEqual(10)
      expect(held.at(-1)?.firstElementChild?.tagName === 'H3' && held.at(-1)?.children.length === 1).toBe(false)
    }
    const asked = sheets(page).flatMap((sheet) => [...sheet.querySelectorAll('ul')])
    expect(asked).toHaveLength(pack.assumptions.length)
  })

  test('shows the slide as it stands as the result, with what was toggled', async () => {
    const slide = workshop?.deck.slides.find(({ toggles }) => toggles.length > 0)
    const toggle = slide?.toggles[0] ?? ''
    const assumption = pack.assumptions.find(({ id }) => id === toggle)
    const written = slide?.states[toggle] ?? model.baseline[toggle]
    const other = assumption?.states.find(({ id, baseline }) => id !== written && !baseline)
    const page = await at(`parts=results&slide=${slide?.id}&at.${toggle}=${other?.id}`)
    const text = sheets(page)[0]?.textContent ?? ''
    expect(text).toContain(`${assumption?.label.en}${other?.label.en}`)
    expect(text).toContain(en.paper.resultSlide)
  })

  test('shows the board and a sheet for each group where groups are kept', async () => {
    const page = await at('parts=results')
    const [first, second] = pack.scenarios
    for (const [name, scenario] of [['North', first] as const, ['South', second] as const])
      await act(async () => {
        await page.store.set(keepGroupAtom, { id: null, name, assignment: applyScenario(model, scenario!) })
      })
    expect(sheets(page)).toHaveLength(3)
    const [board, north, south] = sheets(page).map((sheet) => sheet.textContent)
    expect(board).toContain('2 groups: North, South.')
    expect(board).toContain('1 of 2 apart')
    expect(north).toContain('North')
    expect(south).toContain('South')
    const [chosen] = second?.headline ?? []
    const assumption = pack.assumptions.find(({ id }) => id === chosen?.assumption)
    expect(south).toContain(assumption?.states.find(({ id }) => id === chosen?.state)?.label.en)
    const ids = page.store.get(groupsAtom).map(({ id }) => id)
    await act(() => page.store.set(deleteGroupsAtom, ids))
    expect(sheets(page)).toHaveLength(1)
  })
})

describe('codes', () => {
  test('open the very thing a sheet shows, in its language: their addresses', async () => {
    const page = await at('', 'es')
    const addresses = (part: string) =>
      sheets(page, part).flatMap((sheet) => [...sheet.querySelectorAll('p > span')].map((span) => span.textContent))
    const host = location.host
    expect(addresses('handout').filter((own) => own.startsWith(`${host}/es/present/show`))).toHaveLength(
      page.store.get(deckAtom).slides.length,
    )
    expect(addresses('cards').filter((own) => own.startsWith(`${host}/es?v=1`))).toHaveLength(pack.scenarios.length)
    expect(addresses('blank').some((own) => own === `${host}/es/present/groups`)).toBe(true)
    expect(addresses('roles').filter((own) => own.startsWith(`${host}/es`))).toHaveLength(roles.length)
    expect(addresses('results')[0]).toMatch(new RegExp(`^${host}/es(\\?|$)`))
  })
})
