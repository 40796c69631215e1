import { type Point, round } from './place'

/** A site in pixels: one point, or several for a line; and how wide its name is. */
export interface Located {
  id: string
  points: readonly Point[]
  width: number
}

/** The name of a site, in pixels. */
export interface PlacedName {
  x: number
  /** The baseline of the text. */
  y: number
  anchor: Anchor
  /** From the site to its name, where the two stand apart. */
  leader: { from: Point; to: Point } | null
}

/** A site in pixels, with its name. */
export interface PlacedSite {
  id: string
  /** The point itself, or the middle of the line. */
  at: Point
  points: Point[]
  /** Null where nothing is free: the site is then named when it is pointed at. */
  name: PlacedName | null
}

type Anchor = 'start' | 'middle' | 'end'
interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

/** What no name may cover: a mark, or a bit of a line or leader. */
interface Spot extends Point {
  r: number
}

/** Where a name might stand, with the bits of its leader; the lower the cost the better. */
interface Candidate {
  box: Box
  leader: readonly Point[]
  cost: number
  name: PlacedName
}

/** Pixels from the middle of a mark to a name beside it, and to one that is led away, in so many directions. */
const beside = 10.5
const apart = [16, 24, 34, 46, 60, 76, 94, 114] as const
const directions = 16
/** How much room a mark, a line and a leader keep around their middle. */
const [markRadius, lineRadius, leaderRadius] = [5.5, 2.5, 2] as const
/** Pixels from one bit of a line to the next. */
const step = 3
/** Where along a line its name may stand, the middle first. */
const shares = [0.5, 0.3, 0.7, 0.15, 0.85] as const
/** How many places a site chooses from. */
const mostOptions = 48
/** What a name that is left out costs. */
const left = 400
/** How often names are placed anew in search of a better way; of many sites, once. */
const [tries, many] = [16, 60] as const

/**
 * Place the names of sites on a map, each beside its site where there is room, else led away by a thin line:
 * none covers a mark, a line, a leader or another name, and none reaches over the frame. A name that fits
 * nowhere is left out. `size` is that of the text; places are rounded to 0.01.
 */
export function placeNames(
  sites: readonly Located[],
  frame: { width: number; height: number },
  size: number,
): PlacedSite[] {
  const marks = sites.map(({ points }) => spotsOf(points))
  const options = new Map(sites.map((site, i) => [site.id, optionsOf(site, i, marks, frame, size)]))
  const chosen = chooseAll(sites, options)
  return sites.map(({ id, points }) => ({
    id,
    at: rounded(alongLine(points, 0.5)),
    points: points.map(rounded),
    name: chosen.get(id)?.name ?? null,
  }))
}

/** Find the site nearest to a place on the map, or null if none, nor any bit of a line, lies within `reach` pixels. */
export function nearestSite(sites: readonly PlacedSite[], at: Point, reach: number): string | null {
  const [first] = sites
    .map(({ id, points }) => ({ id, away: Math.min(...bitsOf(points).map((bit) => distance(bit, at))) }))
    .sort((a, b) => a.away - b.away)
  return first && first.away <= reach ? first.id : null
}

/** What a site can choose from: inside the frame, on no mark, and plainly its own; the cheapest first. */
function optionsOf(
  site: Located,
  index: number,
  marks: readonly (readonly Spot[])[],
  { width, height }: { width: number; height: number },
  size: number,
): Candidate[] {
  const others = marks.toSpliced(index, 1).flat()
  const own = marks[index] ?? []
  const all = marks.flat()
  const anchors = site.points.length === 1 ? site.points : shares.map((share) => alongLine(site.points, share))
  const fits = (candidate: Candidate) => {
    const { box, leader } = candidate
    const inside = box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height
    const clear = !all.some(coveredBy(box)) && !leader.some((bit) => all.some(metBy(bit)))
    return inside && clear && isPlain(candidate, own, others)
  }
  const candidates = anchors
    .flatMap((from, i) => candidatesAt(from, site.width, size).map((way) => ({ ...way, cost: way.cost + i * 0.6 })))
    .sort((a, b) => a.cost - b.cost)
  const found: Candidate[] = []
  for (const candidate of candidates) {
    if (fits(candidate)) found.push(candidate)
    if (found.length === mostOptions) break
  }
  return found
}

/**
 * Let whoever has the fewest places beside it choose first, then whoever came off worst the time before, and
 * keep the choice that costs least of all.
 */
function chooseAll(
  sites: readonly Located[],
  options: ReadonlyMap<string, readonly Candidate[]>,
): Map<string, Candidate> {
  const close = ({ id }: Located) => options.get(id)?.filter(({ leader }) => leader.length === 0).length ?? 0
  const costIn = (chosen: ReadonlyMap<string, Candidate>) => (site: Located) => chosen.get(site.id)?.cost ?? left
  const total = (chosen: ReadonlyMap<string, Candidate>) =>
    sites.map(costIn(chosen)).reduce((sum, cost) => sum + cost, 0)
  let order = sites.toSorted((a, b) => close(a) - close(b))
  let last = choose(order, options)
  let best = last
  for (let again = 1; again < (sites.length > many ? 1 : tries); again++) {
    const cost = costIn(last)
    order = order.toSorted((a, b) => cost(b) - cost(a))
    last = choose(order, options)
    if (total(last) < total(best)) best = last
  }
  return best
}

/** Give each site in turn the cheapest place that is still free. */
function choose(order: readonly Located[], options: ReadonlyMap<string, readonly Candidate[]>): Map<string, Candidate> {
  const names: Box[] = []
  const leaders: Spot[] = []
  const chosen = new Map<string, Candidate>()
  for (const { id } of order) {
    const own = options.get(id)?.find((candidate) => isFree(candidate, names, leaders))
    if (!own) continue
    chosen.set(id, own)
    names.push(own.box)
    leaders.push(...own.leader.map((bit) => ({ ...bit, r: leaderRadius })))
  }
  return chosen
}

function isFree({ box, leader }: Candidate, names: readonly Box[], leaders: readonly Spot[]): boolean {
  const overlaps = (other: Box) =>
    box.left < other.right + 3 && other.left < box.right + 3 && box.top < other.bottom && other.top < box.bottom
  const crosses = (bit: Point) =>
    leaders.some(metBy(bit)) || names.some((name) => coveredBy(name)({ ...bit, r: leaderRadius }))
  return !names.some(overlaps) && !leaders.some(coveredBy(box)) && !leader.some(crosses)
}

/** Whether a name stands nearer to its own site than to any other; what a leader ties to it cannot be mistaken. */
function isPlain({ box, leader }: Candidate, own: readonly Spot[], others: readonly Spot[]): boolean {
  const away = ({ x, y }: Spot) =>
    Math.hypot(Math.max(box.left - x, x - box.right, 0), Math.max(box.top - y, y - box.bottom, 0))
  const nearest = Math.min(...own.map(away))
  return leader.length > 0 || others.every((spot) => away(spot) > nearest * 1.15)
}

function coveredBy({ left, right, top, bottom }: Box) {
  return ({ x, y, r }: Spot) => x > left - r && x < right + r && y > top - r && y < bottom + r
}

function metBy({ x, y }: Point) {
  return (spot: Spot) => (x - spot.x) ** 2 + (y - spot.y) ** 2 < (spot.r + 1) ** 2
}

/** Places for a name around one point: right of it, left of it, aslant, above and below, then farther and farther off. */
function candidatesAt(from: Point, width: number, size: number): Candidate[] {
  const half = size * 0.58
  const [dx, dy] = [beside * 0.72, half + beside * 0.42]
  const close: readonly (readonly [x: number, y: number, anchor: Anchor, cost: number])[] = [
    [beside, 0, 'start', 0],
    [-beside, 0, 'end', 0.5],
    ...[-half * 0.7, half * 0.7].flatMap((y) => [[beside, y, 'start', 1] as const, [-beside, y, 'end', 1.5] as const]),
    ...[-dy, dy].flatMap((y) => [
      [dx, y, 'start', 2] as const,
      [-dx, y, 'end', 2.5] as const,
      [0, y * 1.25, 'middle', 3] as const,
    ]),
  ]
  const far = apart.flatMap((by) =>
    Array.from({ length: directions }, (_, i) => {
      const angle = ((i + 0.5) * 2 * Math.PI) / directions
      const [x, y] = [by * Math.cos(angle), by * Math.sin(angle)]
      // A steep leader reads worse than a flat one.
      return [x, y, x > 0 ? 'start' : 'end', by + Math.abs(y) / 4] as const
    }),
  )
  const to = (x: number, y: number) => ({ x: from.x + x, y: from.y + y })
  return [
    ...close.map(([x, y, anchor, cost]) => named(to(x, y), anchor, cost, width, size, null)),
    ...far.map(([x, y, anchor, cost]) => named(to(x, y), anchor, cost, width, size, from)),
  ]
}

/** A candidate whose text is anchored at a place, led there `from` its site or beside it. */
function named(at: Point, anchor: Anchor, cost: number, width: number, size: number, from: Point | null): Candidate {
  const left = at.x - { start: 0, middle: width / 2, end: width }[anchor]
  const half = size * 0.58
  const end = { x: at.x + { start: -2, middle: 0, end: 2 }[anchor], y: at.y }
  // The leader leaves the mark at its edge, so that a hollow one stays hollow.
  const leader = from && { from: toward(from, end, markRadius + 1.5), to: end }
  return {
    box: { left, right: left + width, top: at.y - half, bottom: at.y + half },
    leader: leader ? between(leader.from, leader.to) : [],
    cost,
    name: {
      x: round(at.x),
      y: round(at.y + size * 0.35),
      anchor,
      leader: leader && { from: rounded(leader.from), to: rounded(leader.to) },
    },
  }
}

/** A mark at a point; bits of a line all along it. */
function spotsOf(points: readonly Point[]): Spot[] {
  return bitsOf(points).map((bit) => ({ ...bit, r: points.length === 1 ? markRadius : lineRadius }))
}

/** A line in bits; a point as it is. */
function bitsOf(points: readonly Point[]): Point[] {
  return points.length === 1 ? [...points] : points.slice(1).flatMap((to, i) => between(points[i] ?? to, to))
}

/** Points every few pixels from one to another, both ends among them. */
function between(from: Point, to: Point): Point[] {
  const steps = Math.max(1, Math.ceil(distance(from, to) / step))
  return Array.from({ length: steps + 1 }, (_, i) => toward(from, to, (distance(from, to) * i) / steps))
}

/** The point that lies `by` pixels from one towards another, at most at its end. */
function toward(from: Point, to: Point, by: number): Point {
  const share = Math.min(1, by / (distance(from, to) || 1))
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
}

/** The point at a share of a line's length. */
function alongLine(points: readonly Point[], share: number): Point {
  const bits = bitsOf(points)
  return bits[Math.round(share * (bits.length - 1))] ?? { x: 0, y: 0 }
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}

function rounded({ x, y }: Point): Point {
  return { x: round(x), y: round(y) }
}
