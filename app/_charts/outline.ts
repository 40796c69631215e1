import { feature } from 'topojson-client'
import { boxAround, type Place } from '../../lib/chart/mercator'

type Topology = Parameters<typeof feature>[0]
type Box = ReturnType<typeof boxAround>
type Shape = Exclude<ReturnType<typeof feature>, { type: 'FeatureCollection' }>

/** A country and what lies around it, as a map of it needs them. */
export interface Outline {
  country: Shape
  around: readonly Shape[]
  /** What the map must show: the edge of the country without its small and far islands. */
  edge: readonly Place[]
  /** The longitude that the map is turned to, so that a country across the date line stays in one piece. */
  meridian: number
  /** Height over width on the map. */
  ratio: number
}

/** A part of a country counts for its map if it is at least this share of the largest part. */
const leastShare = 1 / 20

/**
 * Take a country out of an atlas (a topology with its countries by their numeric code of ISO 3166-1), with what
 * lies around it. Returns null if the atlas has no such country; throws if it is no atlas.
 */
export function outlineOf(atlas: unknown, code: string): Outline | null {
  if (!isTopology(atlas)) throw new Error('This is no atlas: a topology of countries was expected.')
  const { countries } = atlas.objects
  const made = countries && feature(atlas, countries)
  const shapes = made && 'features' in made ? made.features : []
  // Some islands bear the code of their country: the country is the largest of that code.
  const [country] = shapes
    .filter(({ id }) => String(id) === code)
    .sort((a, b) => placesOf(b).length - placesOf(a).length)
  if (!country) return null
  const edge = edgeOf(country)
  const meridian = middleOf(edge)
  const own = boxAround(edge, meridian)
  const [width, height] = [own.right - own.left, own.bottom - own.top]
  const near = (shape: Shape) => meets(own, boxAround(placesOf(shape), meridian), Math.max(width, height))
  return {
    country,
    around: shapes.filter((shape) => shape !== country && near(shape)),
    edge,
    meridian,
    ratio: height / width,
  }
}

function isTopology(value: unknown): value is Topology {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'Topology'
}

function placesOf({ geometry }: Shape): Place[] {
  return 'coordinates' in geometry ? placesIn(geometry.coordinates) : []
}

function placesIn(coordinates: unknown): Place[] {
  if (!Array.isArray(coordinates)) return []
  const [longitude, latitude]: unknown[] = coordinates
  return typeof longitude === 'number' && typeof latitude === 'number'
    ? [[longitude, latitude]]
    : coordinates.flatMap(placesIn)
}

/** The edge of a country's larger parts. */
function edgeOf({ geometry }: Shape): Place[] {
  const parts = geometry.type === 'MultiPolygon' ? geometry.coordinates.map(placesIn) : []
  if (parts.length === 0) return 'coordinates' in geometry ? placesIn(geometry.coordinates) : []
  const sizes = parts.map((places) => {
    const { left, top, right, bottom } = boxAround(places, middleOf(places))
    return (right - left) * (bottom - top)
  })
  const least = Math.max(...sizes) * leastShare
  return parts.filter((_, i) => (sizes[i] ?? 0) >= least).flat()
}

/** The longitude in the middle of some places, also of those on both sides of the date line. */
function middleOf(places: readonly Place[]): number {
  const radians = places.map(([longitude]) => (longitude * Math.PI) / 180)
  const sum = (of: (angle: number) => number) => radians.reduce((total, angle) => total + of(angle), 0)
  return (Math.atan2(sum(Math.sin), sum(Math.cos)) * 180) / Math.PI
}

/** Whether one box comes within reach of another; one of more than half the world straddles the far side of it. */
function meets(own: Box, other: Box, reach: number): boolean {
  return (
    other.right - other.left < Math.PI &&
    other.left < own.right + reach &&
    other.right > own.left - reach &&
    other.top < own.bottom + reach &&
    other.bottom > own.top - reach
  )
}
