import { describe, expect, test } from 'vitest'
import { packs } from '../../data/index'
import { load } from '../../lib/pack/load'
import type { Site } from '../../lib/pack/schema'
import { expectIssues, type Told } from '../fixtures/expect-issues'
import { put } from '../fixtures/put'
import { tinyPack } from '../fixtures/tiny-pack'

const text = (en: string) => ({ en, es: `${en} (es)` })

function site(id: string, ...points: Site['points']): Site {
  return { id, label: text(id), status: 'operating', approximate: false, evidence: ['ports-berths'], points }
}

/** The tiny pack with a port and a river, on a map. */
function mapped() {
  const pack = tinyPack()
  pack.meta = { ...pack.meta, map: { country: '036' } }
  pack.sites = [
    site('port', [151.2, -33.9]),
    { ...site('river', [140, -34], [141, -34.5]), status: 'halted', approximate: true, note: text('dredging') },
  ]
  return pack
}

describe('a pack may have sites on a map, one or neither of them', () => {
  test('with both it loads as it is, to the last place', () => {
    expect(load(mapped())).toEqual({ ok: true, value: mapped() })
  })

  test('without sites, without a map and with a map alone it is as sound as before', () => {
    expect(load(tinyPack()).ok).toBe(true)
    expect(load(put(mapped(), 'sites', undefined)).ok).toBe(true)
    expect(load(put(mapped(), 'sites', [])).ok).toBe(true)
    expect(load(put(put(mapped(), 'sites', []), 'meta.map', undefined)).ok).toBe(true)
  })

  test.each<[string, Site['points']]>([
    ['at the corners of the world', [[-180, -85], [180, 85]]], // prettier-ignore
    ['a line of forty places', Array.from({ length: 40 }, (_, i) => [140 + i / 10, -30])],
    ['a line that comes back', [[140, -30], [141, -30], [140, -30]]], // prettier-ignore
  ])('%s a site may lie', (_, points) => {
    expect(load(put(mapped(), 'sites[0].points', points)).ok).toBe(true)
  })
})

interface Fault {
  fault: string
  put: Record<string, unknown>
  told: readonly Told[]
}
const faults: readonly Fault[] = [
  {
    fault: 'sites without a map',
    put: { 'meta.map': undefined },
    told: [['meta.map', 'no map for 2 sites', 'ISO 3166-1']],
  },
  {
    fault: 'one site without a map',
    put: { 'meta.map': undefined, 'sites[1]': undefined, 'sites.length': 1 },
    told: [['meta.map', 'no map for 1 site', 'leave the sites out']],
  },
  {
    fault: 'two sites of one id',
    put: { 'sites[1].id': 'port' },
    told: [['sites[1].id', '"port" is already the id of sites[0]', 'Rename']],
  },
  {
    fault: 'evidence that nothing bears',
    put: { 'sites[1].evidence': ['trade-exports', 'ports-berth'] },
    told: [['sites[1].evidence[1]', 'unknown evidence "ports-berth"', 'Did you mean "ports-berths"?']],
  },
  {
    fault: 'a site that rests on nothing',
    put: { 'sites[0].evidence': [] },
    told: [['sites[0].evidence', /^a list of 0 does not fit/, 'what it rests on']],
  },
  ...(
    [
      ['a longitude beyond the date line', [180.1, 0], 0],
      ['a longitude the other way', [-180.1, 0], 0],
      ['a latitude that no map reaches', [0, 85.1], 1],
      ['a latitude under the map', [0, -86], 1],
      ['a place that is no number', ['12', 0], 0],
    ] as const
  ).map(([fault, place, part]): Fault => ({
    fault,
    put: { 'sites[0].points[0]': place },
    told: [[`sites[0].points[0][${part}]`, /does not fit/]],
  })),
  {
    fault: 'a place of three numbers',
    put: { 'sites[0].points[0]': [1, 2, 3] },
    told: [['sites[0].points[0]', /fit/]],
  },
  { fault: 'a site without a place', put: { 'sites[0].points': [] }, told: [['sites[0].points', /list of 0/]] },
  {
    fault: 'a line of forty-one places',
    put: { 'sites[0].points': Array.from({ length: 41 }, () => [1, 1]) },
    told: [['sites[0].points', /list of 41/]],
  },
  {
    fault: 'a status of its own making',
    put: { 'sites[0].status': 'dreamt' },
    told: [['sites[0].status', /"dreamt"/]],
  },
  {
    fault: 'a name in one language',
    put: { 'sites[0].label.es': undefined },
    told: [['sites[0].label.es', 'nothing stands here', 'both languages']],
  },
  {
    fault: 'not a word on how sure its place is',
    put: { 'sites[0].approximate': undefined },
    told: [['sites[0].approximate', 'nothing stands here']],
  },
  {
    fault: 'a country by its letters',
    put: { 'meta.map.country': 'AU' },
    told: [['meta.map.country', /"AU" does not fit \(a country code of three digits/]],
  },
  {
    fault: 'more sites than are read',
    put: { sites: Array.from({ length: 201 }, (_, i) => site(`site-${i}`, [0, 0])) },
    told: [['sites', /list of 201/]],
  },
]

describe('a site that could not be shown or believed is refused', () => {
  test.each(faults)('$fault', ({ put: changes, told }) => {
    const pack = Object.entries(changes).reduce((pack, [place, value]) => put(pack, place, value), mapped())
    expectIssues(load(pack), told)
  })
})

describe('the places of the pack in use', () => {
  const loaded = load(packs['peru-prc'])
  const pack = loaded.ok ? loaded.value : null
  const sites = pack?.sites ?? []

  test('are those that the evidence names, each on the facts that name it', () => {
    const ids = sites.map(({ id }) => id)
    for (const id of ['chancay', 'callao', 'ilo', 'marcona', 'las-bambas', 'toromocho', 'rio-blanco', 'galeno'])
      expect(ids).toContain(id)
    for (const id of ['pampa-de-pongo', 'talara', 'block-58', 'chaglla', 'san-gaban-iii', 'el-alto', 'huanuco-road'])
      expect(ids).toContain(id)
    expect(sites.filter(({ points }) => points.length > 1).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['amazon-waterway', 'huanuco-road']),
    )
  })

  test('lie in the country or on its coast: none has its longitude and latitude the wrong way round', () => {
    expect(sites.length).toBeGreaterThan(15)
    const outside = sites.filter(({ points }) =>
      points.some(
        ([longitude, latitude]) => longitude < -81.4 || longitude > -68.6 || latitude < -18.4 || latitude > 0,
      ),
    )
    expect(outside.map(({ id }) => id)).toEqual([])
  })
})
