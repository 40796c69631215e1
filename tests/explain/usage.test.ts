import { describe, expect, test } from 'vitest'
import { packs } from '../../data/index'
import { factsAround, type Use, usageOf } from '../../lib/explain/usage'
import { formatIssue } from '../../lib/fail'
import { load } from '../../lib/pack/load'
import { put } from '../fixtures/put'
import { tinyPack } from '../fixtures/tiny-pack'

const pack = tinyPack()
const [fact] = pack.evidence
const loaded = load(packs['peru-prc'])
if (!loaded.ok) throw new Error(loaded.issues.map(formatIssue).join('\n'))
const real = loaded.value

/** A use as one line. */
const said = (use: Use) => Object.values(use).join(' ')

describe('what uses a fact', () => {
  test('assumptions, baselines and their variants, effects, links, choices of scenarios, in pack order', () => {
    const uses = usageOf(pack)
    expect(uses.get('trade-exports')?.map(said)).toEqual([
      'assumption leader',
      'assumption zone',
      'assumption audits',
      'baseline bribery',
      'baseline exports',
      'variant exports year-2019',
      'baseline imports',
      'baseline berths',
      'link exports-imports',
    ])
    expect(uses.get('ports-berths')?.map(said)).toEqual([
      'effect dealer-bribes bribery',
      'effect dealer-bribes exports',
      'effect zone-opens exports',
      'effect zone-opens berths',
      'effect dealer-in-zone bribery',
      'effect audits-deter bribery',
      'choice dealer-zone zone',
    ])
  })
  test('a site on the map', () => {
    const site = { id: 'port', label: pack.meta.title, status: 'proposed' as const, approximate: true, points: [] }
    const uses = usageOf({ ...pack, sites: [{ ...site, evidence: ['ports-berths'] }] })
    expect(uses.get('ports-berths')?.at(-1)).toEqual({ kind: 'site', site: 'port' })
  })
  test('nothing uses a fact that no record names: its list is empty, not missing', () => {
    const more = { ...pack, evidence: [...pack.evidence, { ...fact!, id: 'idle' }] }
    expect(usageOf(more).get('idle')).toEqual([])
    expect(usageOf(more).get('unknown')).toBeUndefined()
  })
  test('a fact named twice in one record is one use', () => {
    const twice = put(tinyPack(), 'links[0].evidence', ['trade-exports', 'trade-exports'])
    const links = usageOf(twice)
      .get('trade-exports')
      ?.filter(({ kind }) => kind === 'link')
    expect(links).toEqual([{ kind: 'link', link: 'exports-imports' }])
  })
  test('every list of evidence in the pack is somebody’s use: none is forgotten', () => {
    const lists: string[][] = []
    const { evidence: _, ...rest } = real
    JSON.stringify(rest, (key, value: unknown) => {
      if (key === 'evidence' && Array.isArray(value)) lists.push([...new Set(value.map(String))])
      return value
    })
    const uses = usageOf(real)
    expect([...uses.keys()]).toEqual(real.evidence.map(({ id }) => id))
    expect([...uses.values()].flat().length).toBe(lists.flat().length)
    expect([...uses].filter(([, own]) => own.length > 0).map(([id]) => id)).toEqual(
      real.evidence.map(({ id }) => id).filter((id) => lists.some((list) => list.includes(id))),
    )
  })
})

describe('what stands close by in the text', () => {
  const many = {
    ...pack,
    evidence: ['a trade', 'b ports', 'c trade', 'd trade', 'e ports', 'f trade'].map((text) => {
      const [id = '', section = ''] = text.split(' ')
      return { ...fact!, id, section }
    }),
  }
  const around = (id: string, count: number) => {
    const { before, after } = factsAround(many, id, count)
    return [before.map((one) => one.id), after.map((one) => one.id)]
  }
  test('the facts of the same section before and after it, nearest ones, in the order of the text', () => {
    expect(around('c', 1)).toEqual([['a'], ['d']])
    expect(around('d', 2)).toEqual([['a', 'c'], ['f']])
    expect(around('e', 3)).toEqual([['b'], []])
    expect(around('a', 2)).toEqual([[], ['c', 'd']])
    expect(around('d', 0)).toEqual([[], []])
  })
  test('an unknown fact is refused', () => {
    expect(() => factsAround(many, 'z', 2)).toThrow('"z" is not a fact of this pack')
  })
})
