// @vitest-environment jsdom
import type { createStore } from 'jotai/vanilla'
import { act, cloneElement, type ReactElement, type ReactNode } from 'react'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import Compare from '../../app/[locale]/compare/page'
import Evidence from '../../app/[locale]/evidence/page'
import Explore from '../../app/[locale]/page'
import Rules from '../../app/[locale]/rules/page'
import { DifferencePanel } from '../../app/_panels/difference-panel'
import {
  comparisonAtom,
  evidenceScreenAtom,
  modelAtom,
  rulesScreenAtom,
  screenAtom,
  setShownAtom,
} from '../../app/_state/url'
import { decodeEvidence, decodeRules } from '../../lib/scenario/browsing'
import { compared } from './compared'
import { wideScreen } from './explore'
import { type Mounted, mounted } from './mounted'

/**
 * A sceptic's walk, in both languages: from every number of Explore and Compare to the rules behind it, from every
 * rule and link to facts, and every fact stands on Evidence. No dead end.
 */

type Store = ReturnType<typeof createStore>
type Page = (props: { params: Promise<{ locale: string }> }) => Promise<ReactElement<{ children: ReactNode }>>

beforeAll(() => {
  vi.stubGlobal('matchMedia', wideScreen)
  vi.stubGlobal('ResizeObserver', Sized)
  Element.prototype.scrollIntoView ??= () => undefined
})

/** An observer of sizes, which nothing here has. */
class Sized {
  observe() {}
  unobserve() {}
  disconnect() {}
}

/** Mount a page at an address. */
async function pageAt(page: Page, locale: string, path: string, query = ''): Promise<Mounted> {
  history.pushState(null, '', `/${locale}${path}${query && `?${query}`}`)
  const element = await page({ params: Promise.resolve({ locale }) })
  return mounted((probe) => cloneElement(element, {}, element.props.children, probe))
}

const queriesOf = (place: ParentNode, path: string) =>
  [...place.querySelectorAll<HTMLAnchorElement>(`a[href*="${path}?"]`)].map(
    (link) => link.getAttribute('href')?.split('?')[1]?.split('#')[0] ?? '',
  )
const chips = (place: ParentNode) => [...place.querySelectorAll<HTMLButtonElement>('button[aria-haspopup="dialog"]')]
/** A scenario in which much of every sector acts. */
const busy = (store: Store) => {
  const { scenarios } = store.get(modelAtom).pack
  return scenarios.reduce((most, own) => (own.secondary.length > most.secondary.length ? own : most))
}

/** Rules and links that the numbers of each language led to; filled by the first walks, followed by the last. */
const ledIn = { en: newlyLed(), es: newlyLed() }

function newlyLed() {
  return { rules: new Set<string>(), links: new Set<string>(), facts: new Set<string>() }
}

describe.each(['en', 'es'] as const)('in %s', (locale) => {
  const led = ledIn[locale]
  const note = (store: Store, queries: readonly string[]) => {
    for (const query of queries) {
      const { screen, dropped } = decodeRules(store.get(modelAtom), query)
      expect(dropped, query).toEqual([])
      if (screen.rule !== null) led.rules.add(screen.rule)
      if (screen.link !== null) led.links.add(screen.link)
    }
  }

  test('every number of Explore has a row that opens, and its explanation leads to every rule named in it', async () => {
    const { store, host, leave } = await pageAt(Explore, locale, '')
    const chosen = busy(store)
    for (const { assumption, state } of [...chosen.headline, ...chosen.secondary])
      act(() => store.set(screenAtom, { assignment: { ...store.get(screenAtom).assignment, [assumption]: state } }))
    const { variables } = store.get(modelAtom)
    const opened = new Set<string>()
    for (const view of ['risks', 'opportunities', 'indicators'] as const) {
      act(() => store.set(screenAtom, { view }))
      for (const row of host.querySelectorAll<HTMLElement>('[data-variable]')) opened.add(row.dataset.variable ?? '')
    }
    expect([...opened].sort()).toEqual(variables.map(({ id }) => id).sort())
    for (const { id } of variables) {
      act(() => store.set(setShownAtom, { open: id }))
      const drawer = host.querySelector('aside[aria-label]:last-of-type')!
      const parts = [...drawer.querySelectorAll('li')].filter((part) =>
        part.querySelector(':scope > div > p, :scope > p'),
      )
      for (const part of parts.filter((own) => own.querySelector('button[aria-haspopup="dialog"]')))
        expect(queriesOf(part, '/rules'), `${id}: ${part.textContent.slice(0, 80)}`).not.toEqual([])
      note(store, queriesOf(drawer, '/rules'))
      // What stands in the baseline is grounded too.
      const variable = variables.find((own) => own.id === id)
      if (variable?.scale !== 'derived') expect(chips(drawer).length, id).toBeGreaterThan(0)
    }
    act(() => store.set(screenAtom, { view: 'sectors' }))
    const sectors = [...host.querySelectorAll('main table tbody th[scope=row]')]
    expect(sectors.length).toBeGreaterThan(0)
    for (const sector of sectors) note(store, queriesOf(sector, '/rules'))
    leave()
    expect(led.rules.size).toBeGreaterThan(100)
    expect(led.links.size).toBeGreaterThan(5)
  })

  test('every difference of Compare opens to the rules behind it', async () => {
    const whole = await pageAt(Compare, locale, '/compare')
    // A number of the table of outcomes, and of the ladder for adverse events, leads to its difference.
    for (const { id, kind } of whole.store.get(modelAtom).variables)
      expect(whole.host.querySelectorAll(`[data-variable="${id}"]`).length, id).toBeGreaterThan(kind === 'risk' ? 1 : 0)
    for (const sector of whole.host.querySelectorAll('table tbody th[scope=row]'))
      note(whole.store, queriesOf(sector, '/rules'))
    whole.leave()
    const { store, host, leave } = await compared('', <DifferencePanel />, locale)
    for (const { id } of store.get(modelAtom).variables) {
      act(() => store.set(comparisonAtom, { open: id }))
      const bars = [...host.querySelectorAll<HTMLButtonElement>('li > button[aria-expanded="false"]')].filter(
        (bar) => !bar.dataset.variable,
      )
      for (const bar of bars) {
        act(() => bar.click())
        const behind = bar.parentElement!
        expect(queriesOf(behind, '/rules'), `${id}: ${bar.textContent}`).not.toEqual([])
        expect(chips(behind).length).toBeGreaterThan(0)
        note(store, queriesOf(behind, '/rules'))
      }
    }
    leave()
  })

  if (locale === 'es') {
    test('no rule or link is led to but those that are followed to their facts in English', () => {
      expect([...led.rules].filter((rule) => !ledIn.en.rules.has(rule))).toEqual([])
      expect([...led.links].filter((link) => !ledIn.en.links.has(link))).toEqual([])
    })
    return
  }

  test('every rule that a number leads to stands in the rule book, and each of its effects opens to facts', async () => {
    const { store, host, leave } = await pageAt(Rules, locale, '/rules')
    const model = store.get(modelAtom)
    const seen = new Set<string>()
    const opened = new Set<string>()
    for (const { id } of model.pack.assumptions) {
      await act(async () => store.set(rulesScreenAtom, { of: id, rule: null }))
      for (const entry of host.querySelectorAll<HTMLElement>('[id^="rule-"]')) {
        const rule = entry.id.slice('rule-'.length)
        if (seen.has(rule)) continue
        seen.add(rule)
        const own = chips(entry).filter((chip) => chip.textContent.includes('·'))
        const effects = model.pack.rules.find((known) => known.id === rule)?.effects ?? []
        expect(own.length, rule).toBe(effects.length)
        // What opens depends on the facts alone: those of several effects are opened once.
        own.forEach((chip, i) => {
          const cited = effects[i]?.evidence.join() ?? ''
          if (!opened.has(cited)) follow(store, chip)
          opened.add(cited)
        })
      }
    }
    expect([...seen].sort()).toEqual(model.pack.rules.map(({ id }) => id).sort())
    expect([...led.rules].filter((rule) => !seen.has(rule))).toEqual([])
    leave()
  })

  test('every link that a number leads to stands among the links and opens to facts', async () => {
    const { store, host, leave } = await pageAt(Rules, locale, '/rules', 'view=links')
    const { links } = store.get(modelAtom).pack
    for (const { id } of links) {
      await act(async () => store.set(rulesScreenAtom, { link: id }))
      const own = chips(host.querySelector('main')!).filter((chip) => chip.textContent.includes('·'))
      expect(own.length, id).toBeGreaterThan(0)
      follow(store, own[0]!)
    }
    expect([...led.links].filter((link) => !links.some(({ id }) => id === link))).toEqual([])
    leave()
  })

  test('every fact that a rule leads to stands on Evidence', async () => {
    const { store, host, leave } = await pageAt(Evidence, locale, '/evidence')
    const rows = new Set([...host.querySelectorAll<HTMLElement>('[data-fact]')].map((row) => row.dataset.fact))
    expect(led.facts.size).toBeGreaterThan(100)
    expect([...led.facts].filter((fact) => !rows.has(fact))).toEqual([])
    // And back, for every twelfth: what uses a fact is there on Rules.
    for (const fact of [...rows].filter((_, i) => i % 12 === 0)) {
      act(() => store.set(evidenceScreenAtom, { fact: fact ?? null }))
      note(store, queriesOf(host, '/rules'))
    }
    leave()
  })

  /** Open a chip, and note the facts that it leads to; each must be one of the pack. */
  function follow(store: Store, chip: HTMLButtonElement) {
    act(() => chip.click())
    const box = document.querySelector('[role=dialog]')
    const facts = box ? queriesOf(box, '/evidence') : []
    expect(facts, chip.getAttribute('aria-label') ?? '').not.toEqual([])
    for (const query of facts) {
      const { screen, dropped } = decodeEvidence(store.get(modelAtom), query)
      expect(dropped, query).toEqual([])
      if (screen.fact !== null) led.facts.add(screen.fact)
    }
    act(() => chip.click())
  }
})
