import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packs } from '../../data/index'
import { badAddresses } from '../../e2e/bad-addresses'
import { compile } from '../../lib/engine/compile'
import type { Space } from '../../lib/scenario/assignment'
import {
  decodeEvidence,
  decodeMethod,
  decodeRules,
  encodeEvidence,
  encodeMethod,
  encodeRules,
} from '../../lib/scenario/browsing'
import { decode, encode } from '../../lib/scenario/codec'
import { decodeComparison, encodeComparison } from '../../lib/scenario/comparison'
import { decodePresenting, encodePresenting } from '../../lib/scenario/presenting'
import type { Decoded, Shown } from '../../lib/scenario/query'
import { sound } from '../fixtures/sound'

/** The bad addresses as the pages read them; what a browser makes of them is tried by `e2e/bad-input.spec.ts`. */

const peru = compile(sound(packs['peru-prc']))

/** What a page makes of an address, and whether the screen it opens is one that it can write and read again. */
function page<Screen extends Shown>(
  read: (space: Space, text: string) => Decoded<Screen>,
  write: (space: Space, screen: Screen) => string,
) {
  return (query: string) => {
    const decoded = read(peru, query)
    const again = read(peru, write(peru, decoded.screen))
    return { ...decoded, isLegal: again.dropped.length === 0, again: again.screen }
  }
}
const pages = {
  Explore: page(decode, encode),
  Compare: page(decodeComparison, encodeComparison),
  Evidence: page(decodeEvidence, encodeEvidence),
  Rules: page(decodeRules, encodeRules),
  Method: page(decodeMethod, encodeMethod),
  Present: page(decodePresenting, encodePresenting),
}

const titled = badAddresses.map((row) => [row.case ? `${row.demand}: ${row.case}` : row.demand, row] as const)

describe('Explore opens a bad address with what is good in it, and tells what is dropped', () => {
  test.each(titled)('%s', (_, { query, opens, told, madeWith = null }) => {
    const { screen, dropped, ...rest } = pages.Explore(query)
    expect(dropped.map(({ kind, part }) => `${kind} ${part}`)).toEqual(told)
    expect(screen).toEqual(pages.Explore(opens).screen)
    expect(rest).toMatchObject({ madeWith, cited: null, isLegal: true })
  })
  test('and what a row opens is sound itself', () => {
    for (const { opens } of badAddresses) expect(pages.Explore(opens).dropped, opens).toEqual([])
  })
})

describe.each(Object.entries(pages))('%s', (_, read) => {
  test('opens every bad address with a screen that the pack allows, and tells nothing but plain characters', () => {
    for (const [title, { query, madeWith = null }] of titled) expectOpened(query, title, madeWith)
  })
  test('opens a thousand random byte strings, read as bytes and as UTF-8, and never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expectOpened(String.fromCharCode(...bytes))
        expectOpened(new TextDecoder().decode(bytes))
      }),
      { numRuns: 1000 },
    )
  })

  function expectOpened(query: string, title = '', madeWith?: string | null) {
    const opened = read(query)
    expect(opened.isLegal, title).toBe(true)
    expect(opened.again, title).toEqual(opened.screen)
    for (const { part } of opened.dropped) expect(part, title).toMatch(/^[\w=.*-]{0,40}$/)
    if (madeWith !== undefined) expect(opened.madeWith, title).toBe(madeWith)
  }
})
