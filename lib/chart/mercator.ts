import type { Point } from './place'

/** Degrees east and north. */
export type Place = readonly [longitude: number, latitude: number]

/** A map in Mercator's projection: where a place comes to stand, and what a library needs to draw the same map. */
export interface Fitted {
  toPoint: (place: Place) => Point
  /** Pixels a radian at the equator. */
  scale: number
  translate: [x: number, y: number]
}

/** Degrees from a meridian, eastwards, from −180 to 180. */
function turned(longitude: number, meridian: number): number {
  return ((longitude - meridian + 540) % 360) - 180
}

/** Mercator's ordinate in radians, downwards: −ln tan(π/4 + φ/2) on a sphere. Latitudes beyond 85 degrees, which run to infinity, are taken as 85. */
function ordinate(latitude: number): number {
  return -Math.log(Math.tan(Math.PI / 4 + (Math.min(85, Math.max(-85, latitude)) * Math.PI) / 360))
}

/** Find the box around some places on a map turned to a meridian, in radians from there and from the equator. */
export function boxAround(places: readonly Place[], meridian: number) {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [longitude, latitude] of places) {
    const x = turned(longitude, meridian)
    west = Math.min(west, x)
    east = Math.max(east, x)
    south = Math.min(south, latitude)
    north = Math.max(north, latitude)
  }
  const [left, right] = [(west * Math.PI) / 180, (east * Math.PI) / 180]
  return { left, right, top: ordinate(north), bottom: ordinate(south) }
}

/** Fit a map in Mercator's projection to a frame in pixels, so that all of some places lie inside it, a margin away from its edges. */
export function fitMercator(
  places: readonly Place[],
  meridian: number,
  { width, height }: { width: number; height: number },
  margin: number,
): Fitted {
  const { left, top, right, bottom } = boxAround(places, meridian)
  // A single place has no size: any scale shows it.
  const scale = Math.min((width - 2 * margin) / (right - left || 1), (height - 2 * margin) / (bottom - top || 1))
  const [x, y] = [width / 2 - (scale * (left + right)) / 2, height / 2 - (scale * (top + bottom)) / 2]
  const toPoint = ([longitude, latitude]: Place) => ({
    x: x + (scale * turned(longitude, meridian) * Math.PI) / 180,
    y: y + scale * ordinate(latitude),
  })
  return { toPoint, scale, translate: [x, y] }
}
