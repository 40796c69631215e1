import { describe, expect, test } from 'vitest'
import { packs } from '../../data/index'
import { pushesOn } from '../../lib/explain/pushes'
import {
  basisCounts,
  bookGroups,
  byStates,
  chosenGroup,
  inOrderOf,
  ruleTexts,
  searchRules,
  sourcesOf,
} from '../../lib/explain/rule-book'
import { load } from '../../lib/pack/load'
import { tinyModel } from '../fixtures/tiny-model'
import { tinyPack } from '../fixtures/tiny-pack'

const pack = tinyPack()
const ids = (rules: readonly { id: string }[]) => rules.map(({ id }) => id)
const groupsBy = (by: 'assumption' | 'variable' | 'sector') =>
  Object.fromEntries(bookGroups(pack, by).map(({ id, rules }) => [id, ids(rules)]))

describe('groups of rules', () => {
  test('by assumption hold every rule whose condition names it, excluding states too', () => {
    expect(groupsBy('assumption')).toEqual({
      leader: ['dealer-bribes', 'dealer-in-zone'],
      zone: ['zone-opens', 'dealer-in-zone'],
      audits: ['dealer-in-zone', 'audits-deter'],
    })
  })

  test('by variable hold the rules on it, and for a derived one those on what it is computed from', () => {
    expect(groupsBy('variable')).toEqual({
      bribery: ['dealer-bribes', 'dealer-in-zone', 'audits-deter'],
      exports: ['dealer-bribes', 'zone-opens'],
      imports: [],
      cover: ['dealer-bribes', 'zone-opens'],
      berths: ['zone-opens'],
    })
    expect(sourcesOf(pack, 'cover')).toEqual(['exports', 'imports'])
    expect(sourcesOf(pack, 'bribery')).toEqual(['bribery'])
  })

  test('by sector hold the rules on any of its variables, each once', () => {
    expect(groupsBy('sector')).toEqual({
      trade: ['dealer-bribes', 'zone-opens'],
      ports: ['dealer-bribes', 'zone-opens', 'dealer-in-zone', 'audits-deter'],
    })
  })

  test('lose no rule of any pack, however they are made', () => {
    const shipped = Object.values(packs).flatMap((whole) => {
      const loaded = load(whole)
      return loaded.ok ? [loaded.value] : []
    })
    expect(shipped.length).toBeGreaterThan(0)
    for (const own of [pack, ...shipped])
      for (const by of ['assumption', 'variable', 'sector'] as const) {
        const held = new Set(bookGroups(own, by).flatMap(({ rules }) => ids(rules)))
        expect(held.size).toBe(own.rules.length)
      }
  })

  test('are chosen by the address, and give way to one that holds the rule asked for', () => {
    const groups = bookGroups(pack, 'assumption')
    const chosen = (of: string | null, rule: string | null) => chosenGroup(groups, of, rule)?.id
    expect(chosen(null, null)).toBe('leader')
    expect(chosen('audits', null)).toBe('audits')
    expect(chosen('audits', 'dealer-in-zone')).toBe('audits')
    expect(chosen('audits', 'zone-opens')).toBe('zone')
    expect(chosen(null, 'audits-deter')).toBe('audits')
    expect(chosen('bribery', null)).toBe('leader')
    expect(chosenGroup([], null, null)).toBeUndefined()
  })
})

test('the rules of an assumption are parted by the states in which they hold, and those are in order', () => {
  const [leader, , audits] = pack.assumptions
  const again = { ...pack.rules[0]!, id: 'reformer-too', when: [{ assumption: 'leader', not: ['stays'] }] }
  const sections = byStates(leader!, [again, ...pack.rules.slice(0, 1)])
  expect(sections.map(({ states, rules }) => [states, ids(rules)])).toEqual([
    [['dealer'], ['dealer-bribes']],
    [['dealer', 'reformer'], ['reformer-too']],
  ])
  expect(byStates(audits!, pack.rules.slice(2)).map(({ states }) => states)).toEqual([['current'], ['strict']])
})

test('rules follow the ranking of what they push, those it does not name last', () => {
  const model = tinyModel()
  const ranked = pushesOn(model, 'bribery')
  const own = bookGroups(model.pack, 'variable')[0]!.rules
  const order = ids(inOrderOf([model.pack.rules[1]!, ...own], ranked))
  expect(order).toEqual([...new Set(ids(ranked.map(({ rule }) => rule))), 'zone-opens'])
})

test('effects are counted by basis', () => {
  expect(basisCounts(pack)).toEqual({ stated: 0, implied: 0, judgement: 6 })
})

describe('a search', () => {
  const texts = ruleTexts(pack, 'es')
  const found = (typed: string) => ids(searchRules(texts, pack.rules, typed))
  test.each([
    ['an id', 'zone-opens', ['zone-opens']],
    ['a state of a condition', 'strict', ['dealer-in-zone', 'audits-deter']],
    ['a variable', 'berths', ['zone-opens']],
    ['a reason, in the language searched', 'so (es)', ids(pack.rules)],
    ['several words in any order, all of which must occur', 'EXPORTS dealer', ['dealer-bribes']],
    ['the beginning of a word', 'brib', ['dealer-bribes', 'dealer-in-zone', 'audits-deter']],
    ['nothing that is there', 'volcano', []],
  ])('finds rules by %s', (_, typed, expected) => {
    expect(found(typed)).toEqual(expected)
  })

  test('does not mind accents or capitals, on either side', () => {
    const own = { ...pack, rules: [{ ...pack.rules[0]!, effects: [{ ...pack.rules[0]!.effects[0]!, reason: { en: 'x', es: 'Más fiscalización' } }] }] } // prettier-ignore
    expect(searchRules(ruleTexts(own, 'es'), own.rules, 'MAS fiscalizacion')).toHaveLength(1)
    expect(searchRules(ruleTexts(own, 'es'), own.rules, 'máş')).toHaveLength(1)
    expect(searchRules(ruleTexts(own, 'en'), own.rules, 'fiscalizacion')).toHaveLength(0)
  })
})
