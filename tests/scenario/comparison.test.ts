import { describe, expect, test } from 'vitest'
import { packs } from '../../data/index'
import { compile } from '../../lib/engine/compile'
import { load } from '../../lib/pack/load'
import {
  addColumn,
  assignmentAt,
  type Comparison,
  decodeComparison,
  editColumn,
  encodeComparison,
  moveColumn,
  removeColumn,
  renameColumns,
  restingComparison,
} from '../../lib/scenario/comparison'
import { tinyModel } from '../fixtures/tiny-model'

const loaded = load(packs['peru-prc'])
if (!loaded.ok) throw new Error('The pack is unsound.')
const peru = compile(loaded.value)
const tiny = tinyModel()
const resting = restingComparison(peru)

describe('there and back', () => {
  test('the resting comparison is the empty text: the four scenarios that the pack names, against the baseline', () => {
    expect(encodeComparison(peru, resting)).toBe('')
    expect(resting.columns).toHaveLength(4)
    expect(resting.reference).toBeNull()
    expect(resting.pair).toEqual([0, 3])
    expect(decodeComparison(peru, '').screen).toEqual(resting)
  })

  test('a pack that names none opens with its first scenarios', () => {
    expect(restingComparison(tiny).columns.map(({ assignment }) => assignment)).toEqual(
      tiny.pack.scenarios.slice(0, 4).map((_, i) => restingComparison(tiny).columns[i]?.assignment),
    )
    expect(restingComparison(tiny).columns.length).toBe(Math.min(4, tiny.pack.scenarios.length))
  })

  test('a column is written as the scenario it is nearest to and what differs', () => {
    const column = { assignment: { ...resting.columns[1]!.assignment, 'five-g': 'diversified' }, kept: null }
    const text = encodeComparison(peru, { ...resting, columns: [column], pair: [null, 0] })
    expect(new URLSearchParams(text).get('a')).toBe('leftist-successor_five-g.diversified')
  })

  test('the longest comparison that the pack allows fits in 2 000 characters', () => {
    const longest = Object.fromEntries(
      peru.pack.assumptions.map(({ id, states }) => [
        id,
        states.filter((s) => !s.baseline).toSorted((a, b) => b.id.length - a.id.length)[0]?.id ?? '',
      ]),
    )
    const column = { assignment: longest, kept: null }
    const text = encodeComparison(peru, { ...resting, columns: [column, column, column, column] })
    expect(text.length).toBeLessThanOrEqual(2000)
  })
})

describe('what cannot be used', () => {
  test.each<[string, string, Partial<Comparison>, string[]]>([
    ['an unknown scenario', 'a=junta', { columns: [{ assignment: peru.baseline, kept: null }] }, ['a=junta']],
    ['an unknown state', 'a=castillo-stays_five-g.sixth&b=', {}, ['a=five-g.sixth']],
    ['a reference that is not there', 'a=&b=&ref=c', { reference: null }, ['ref=c']],
    ['a pair of one', 'a=&b=&pair=a.a', { pair: [0, 1] }, ['pair=a.a']],
    ['a pair of three', 'a=&b=&pair=a.b.base', { pair: [0, 1] }, ['pair=a.b.base']],
    ['a chart that is a risk', 'charts=callao-displaced', { charts: resting.charts }, ['charts=callao-displaced']],
    ['sorting by a column that is not there', 'a=&sort=d', { sort: { by: 'pack', up: true } }, ['sort=d']],
    ['a hostile id', 'a=constructor.x', { columns: [{ assignment: peru.baseline, kept: null }] }, ['a=constructor.x']],
    ['a kept id with markup', 'kept.a=<b>', { columns: resting.columns }, ['kept.a=b']],
    ['a future version', 'v=2&a=', { columns: resting.columns }, ['2']],
  ])('%s is dropped and told, and the rest is used', (_, text, expected, parts) => {
    const { screen, dropped } = decodeComparison(peru, text)
    expect(screen).toMatchObject(expected)
    expect(dropped.map(({ part }) => part)).toEqual(parts)
  })

  test('a table sorted by a column stays sorted by it where the address lost another column', () => {
    const { screen, dropped } = decodeComparison(peru, 'b=&c=leftist-successor&d=remedy&sort=-d')
    expect(dropped).toEqual([])
    expect([screen.columns.length, screen.sort]).toEqual([3, { by: 'c', up: false }])
    expect(decodeComparison(peru, encodeComparison(peru, screen))).toMatchObject({ screen, dropped: [] })
  })

  test('a citation hands over the hash it names, and only hexadecimal digits', () => {
    expect(decodeComparison(peru, 'v=1&pack=1.0.0&hash=0123abcd').cited).toBe('0123abcd')
    expect(decodeComparison(peru, 'hash=zz').cited).toBeNull()
    expect(decodeComparison(peru, 'v=1&pack=0.9.0').madeWith).toBe('0.9.0')
  })
})

describe('columns', () => {
  const [a, b, c, d] = resting.columns
  test('added after the others; a fifth takes the place of the last', () => {
    const column = { assignment: peru.baseline, kept: 'k' }
    expect(addColumn({ ...resting, columns: [a!] }, column).columns).toEqual([a, column])
    expect(addColumn(resting, column).columns).toEqual([a, b, c, column])
  })
  test('moved with all that refers to them', () => {
    const before: Comparison = { ...resting, reference: 1, pair: [1, 2], sort: { by: 'b', up: false } }
    const after = moveColumn(before, 1, 1)
    expect(after.columns).toEqual([a, c, b, d])
    expect(after).toMatchObject({ reference: 2, pair: [2, 1], sort: { by: 'c', up: false } })
    expect(moveColumn(before, 3, 1)).toBe(before)
    expect(moveColumn(after, 2, -1)).toEqual(before)
  })
  test('removed: what referred to one falls back, what stood after it moves up; the last one stays', () => {
    const before: Comparison = { ...resting, reference: 1, pair: [1, 3], sort: { by: 'd', up: true } }
    const after = removeColumn(before, 1)
    expect(after.columns).toEqual([a, c, d])
    expect(after).toMatchObject({ reference: null, pair: [null, 2], sort: { by: 'c', up: true } })
    expect(removeColumn(before, 3).sort).toEqual({ by: 'pack', up: true })
    const one = { ...resting, columns: [a!] }
    expect(removeColumn(one, 0)).toBe(one)
  })
  test('edited in place, the others untouched', () => {
    const edited = editColumn(resting, 2, { kept: 'x' })
    expect(edited.columns[2]).toEqual({ ...c, kept: 'x' })
    expect(edited.columns[0]).toBe(a)
  })
  test('named by kept scenarios of this browser that hold the same, by no others', () => {
    const foreign = encodeComparison(peru, editColumn(resting, 1, { kept: 'theirs' }))
    const own = [
      { id: 'mine', assignment: { ...b!.assignment } },
      { id: 'base', assignment: peru.baseline },
    ]
    const named = decodeComparison(peru, renameColumns(peru, foreign, own)).screen
    expect(named).toEqual(editColumn(resting, 1, { kept: 'mine' }))
    expect(decodeComparison(peru, renameColumns(peru, foreign, [])).screen).toEqual(resting)
    const older = 'v=1&pack=1.0.0&kept.b=theirs'
    expect(renameColumns(peru, older, own)).toBe(older)
  })
  test('the assignment at a place is the column’s, or the baseline', () => {
    expect(assignmentAt(peru, resting, 1)).toBe(b!.assignment)
    expect(assignmentAt(peru, resting, null)).toBe(peru.baseline)
  })
})
