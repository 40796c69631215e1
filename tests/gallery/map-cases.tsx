import atlas from 'world-atlas/countries-50m.json'
import { outlineOf } from '../../app/_charts/outline'
import { type MapSite, type MapWords, SiteMapDrawing } from '../../app/_charts/site-map'
import { packs } from '../../data/index'
import { load } from '../../lib/pack/load'
import type { Case } from './cases'

export const mapWords: Readonly<Record<'en' | 'es', MapWords>> = {
  en: {
    label: 'Places of the paper',
    status: { operating: 'operating', underway: 'under way', halted: 'halted', proposed: 'proposed' },
    approximate: 'only about there',
    unknown: 'The atlas has no country 999.',
    failed: 'The map could not be fetched.',
  },
  es: {
    label: 'Lugares del artículo',
    status: { operating: 'en operación', underway: 'en marcha', halted: 'detenido', proposed: 'propuesto' },
    approximate: 'ubicación aproximada',
    unknown: 'El atlas no tiene el país 999.',
    failed: 'No se pudo traer el mapa.',
  },
}

/** A country of four sides, 10 degrees wide and 12 high around the origin, with a neighbour to the east. */
export const square: unknown = {
  type: 'Topology',
  objects: {
    countries: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Polygon', id: '900', properties: { name: 'Square' }, arcs: [[0]] },
        { type: 'Polygon', id: '901', properties: { name: 'Easterly' }, arcs: [[1]] },
      ],
    },
  },
  arcs: [
    [[-5, -6], [-5, 6], [5, 6], [5, -6], [-5, -6]], // prettier-ignore
    [[5, -6], [5, 6], [40, 6], [40, -6], [5, -6]], // prettier-ignore
  ],
}

export function outlineIn(of: unknown, code: string) {
  const outline = outlineOf(of, code)
  if (!outline) throw new Error(`There is no country ${code} here.`)
  return outline
}

/** The sites of a pack, in one language. */
export function sitesOf(id: string, locale: 'en' | 'es'): MapSite[] {
  const loaded = load(packs[id])
  if (!loaded.ok) throw new Error('The pack is unsound.')
  return (loaded.value.sites ?? []).map(({ label, note, ...site }) => ({
    ...site,
    label: label[locale],
    note: note?.[locale] ?? null,
  }))
}

export function site(id: string, longitude: number, latitude: number, more: Partial<MapSite> = {}): MapSite {
  const rest = { label: id, note: null, status: 'operating' as const, approximate: false }
  return { id, ...rest, points: [[longitude, latitude]], ...more }
}

type Drawn = Parameters<typeof SiteMapDrawing>[0]
function map(name: string, sites: readonly MapSite[], more: Partial<Drawn> = {}, country = '900'): Case {
  const of = country === '900' ? square : atlas
  const drawing = SiteMapDrawing({
    outline: outlineIn(of, country),
    sites,
    words: mapWords.en,
    width: 352,
    fontSize: 11.5,
    ...more,
  })
  return { name: `map-${name}`, width: drawing.width, height: drawing.height, chart: drawing.content }
}

const statuses = (['operating', 'underway', 'halted', 'proposed'] as const).flatMap((status, i) => [
  site(status, -2, 4 - 2 * i, { status, approximate: i % 2 === 1 }),
  site(`${status} line`, 0, 0, { status, points: [[0, 4 - 2 * i], [2, 3.4 - 2 * i], [4, 4 - 2 * i]] }), // prettier-ignore
])
const long = 'Refinería <de la costa> & terminal “provisional” de Puerto Esperanza'

export const maps: readonly Case[] = [
  map('without-sites', []),
  map('one', [site('Middle', 0, 0)]),
  map('statuses', statuses),
  map('statuses-ringed', statuses, { ringed: new Set(['operating', 'halted', 'halted line']) }),
  map(
    'on-one-place',
    Array.from({ length: 6 }, (_, i) => site(`Shaft ${i + 1}`, 1, 1)),
  ),
  map(
    'crowd',
    Array.from({ length: 60 }, (_, i) => site(`Well ${i + 1}`, (i % 10) / 2 - 2, Math.floor(i / 10) / 2)),
  ),
  map('in-the-corners', [
    site('North-west', -5, 6),
    site('North-east', 5, 6),
    site('South-east', 5, -6),
    site('South-west', -5, -6),
  ]),
  map('outside-of-the-country', [site('Off the coast', -9, 0), site('Inland', 0, 0)]),
  map('long-label', [site('long', 0, 0, { label: long }), site('longer', 0, -1, { label: `${long} ${long}` })]),
  map('peru-en', sitesOf('peru-prc', 'en'), { ringed: new Set(['chancay', 'amazon-waterway']) }, '604'),
  map('peru-es', sitesOf('peru-prc', 'es'), { words: mapWords.es }, '604'),
  map('peru-phone', sitesOf('peru-prc', 'es'), { words: mapWords.es, width: 330, fontSize: 12.5 }, '604'),
  map('across-the-date-line', [site('Suva', 178.4, -18.1), site('Vanua Balavu', -178.9, -17.2)], {}, '242'),
]
