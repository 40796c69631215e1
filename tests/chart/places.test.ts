import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Point } from '../../lib/chart/place'
import { type Located, nearestSite, placeNames, type PlacedSite } from '../../lib/chart/places'

const frame = { width: 352, height: 458 }
const size = 11.5

const at = (id: string, x: number, y: number, width = 50): Located => ({ id, points: [{ x, y }], width })
const nameOf = (placed: readonly PlacedSite[], id: string) => placed.find((site) => site.id === id)?.name

/** The room that a placed name takes, from its anchor and its width. */
function boxOf({ id, name }: PlacedSite, sites: readonly Located[]) {
  const width = sites.find((site) => site.id === id)?.width ?? 0
  if (!name) return null
  const left = name.x - { start: 0, middle: width / 2, end: width }[name.anchor]
  const middle = name.y - size * 0.35
  return { id, left, right: left + width, top: middle - size / 2, bottom: middle + size / 2 }
}

type Box = NonNullable<ReturnType<typeof boxOf>>
const holds = ({ left, right, top, bottom }: Box, { x, y }: Point) => x > left && x < right && y > top && y < bottom
const along = (from: Point, to: Point) =>
  Array.from({ length: 101 }, (_, i) => ({
    x: from.x + ((to.x - from.x) * i) / 100,
    y: from.y + ((to.y - from.y) * i) / 100,
  }))

/** What a reader must not find: names on each other, on a mark, a line or a leader, or over the edge. */
function faults(sites: readonly Located[], placed: readonly PlacedSite[]): string[] {
  const boxes = placed.flatMap((site) => boxOf(site, sites) ?? [])
  const lines = placed.flatMap(({ id, points }) =>
    points.slice(1).map((to, i) => ({ id, bits: along(points[i] ?? to, to) })),
  )
  const leaders = placed.flatMap(({ id, name }) =>
    name?.leader ? [{ id, bits: along(name.leader.from, name.leader.to) }] : [],
  )
  const marks = placed.filter(({ points }) => points.length === 1)
  return [
    ...boxes.flatMap((a, i) =>
      boxes
        .slice(i + 1)
        .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
        .map((b) => `${a.id} on ${b.id}`),
    ),
    ...boxes.flatMap((box) =>
      marks.filter(({ at }) => holds(box, at)).map(({ id }) => `${box.id} on the mark of ${id}`),
    ),
    ...boxes.flatMap((box) =>
      [...lines, ...leaders]
        .filter(({ bits }) => bits.some((bit) => holds(box, bit)))
        .map(({ id }) => `${box.id} on the line of ${id}`),
    ),
    ...leaders.flatMap(({ id, bits }) =>
      marks
        .filter(({ at }) => bits.some((bit) => Math.hypot(bit.x - at.x, bit.y - at.y) < 5))
        .map((mark) => `the leader of ${id} over ${mark.id}`),
    ),
    ...boxes
      .filter(({ left, right, top, bottom }) => left < 0 || top < 0 || right > frame.width || bottom > frame.height)
      .map(({ id }) => `${id} over the edge`),
  ]
}

describe('one name', () => {
  test('stands right of its site, in the middle of its height, without a leader', () => {
    expect(placeNames([at('a', 100, 100)], frame, size)).toEqual([
      {
        id: 'a',
        at: { x: 100, y: 100 },
        points: [{ x: 100, y: 100 }],
        name: { x: 110.5, y: 104.03, anchor: 'start', leader: null },
      },
    ])
  })

  test('stands left of a site at the right edge, and inside at every corner', () => {
    expect(nameOf(placeNames([at('a', 340, 100)], frame, size), 'a')).toMatchObject({ anchor: 'end', leader: null })
    for (const [x, y] of [
      [1, 1],
      [351, 1],
      [1, 457],
      [351, 457],
    ] as const) {
      // prettier-ignore
      const sites = [at('a', x, y)]
      const placed = placeNames(sites, frame, size)
      expect(nameOf(placed, 'a')).toBeTruthy()
      expect(faults(sites, placed)).toEqual([])
    }
  })

  test('that is wider than the map is left out, and its site is still there', () => {
    const [placed] = placeNames([at('a', 100, 100, 353)], frame, size)
    expect(placed).toMatchObject({ at: { x: 100, y: 100 }, name: null })
  })

  test('of a line stands beside it and not on it, and the line keeps its points', () => {
    const line: Located = { id: 'river', width: 60, points: [{ x: 60, y: 60 }, { x: 160, y: 60 }, { x: 160, y: 200 }] } // prettier-ignore
    const placed = placeNames([line], frame, size)
    expect(faults([line], placed)).toEqual([])
    expect(placed[0]?.points).toEqual(line.points)
    // The middle of its length, of 240 pixels, is 20 below the bend.
    expect(placed[0]?.at.x).toBe(160)
    expect(placed[0]?.at.y).toBeCloseTo(80, -1)
    expect(placed[0]?.name?.leader).toBeNull()
  })
})

describe('names that meet', () => {
  test('go to both sides of two sites that touch', () => {
    const sites = [at('west', 150, 100), at('east', 157, 100)]
    const placed = placeNames(sites, frame, size)
    expect(nameOf(placed, 'west')?.anchor).toBe('end')
    expect(nameOf(placed, 'east')?.anchor).toBe('start')
    expect(faults(sites, placed)).toEqual([])
  })

  test('are led away by lines where there is no room beside, and none is lost', () => {
    const sites = Array.from({ length: 8 }, (_, i) => at(`s${i}`, 170 + (i % 2) * 9, 200 + i * 6))
    const placed = placeNames(sites, frame, size)
    expect(placed.every(({ name }) => name !== null)).toBe(true)
    expect(placed.some(({ name }) => name?.leader)).toBe(true)
    expect(faults(sites, placed)).toEqual([])
  })

  test('give way to each other: a first choice that sends three away is not the last', () => {
    const places = [[139, 117], [141, 133], [143, 127], [141, 131], [125, 120]] as const // prettier-ignore
    const sites = places.map(([x, y], i) => at(`s${i}`, x, y, 60))
    const placed = placeNames(sites, frame, size)
    expect(placed.filter(({ name }) => name === null || name.leader !== null)).toHaveLength(1)
    expect(faults(sites, placed)).toEqual([])
  })

  test('of sites on one place are all led away from it, since none beside it would be plainly its own', () => {
    const sites = Array.from({ length: 5 }, (_, i) => at(`s${i}`, 170, 200))
    const placed = placeNames(sites, frame, size)
    expect(placed.map(({ name }) => name !== null && name.leader !== null)).toEqual(Array(5).fill(true))
    expect(faults(sites, placed)).toEqual([])
  })

  test('stand nearer to their own site than to any other, unless a leader ties them to it', () => {
    // Left of "low" is free, but right under "high": it would be read as the name of that.
    const sites = [at('high', 300, 200, 60), at('low', 296, 214, 60)]
    const placed = placeNames(sites, frame, size)
    const away = ({ left, right, top, bottom }: Box, { x, y }: Point) =>
      Math.hypot(Math.max(left - x, x - right, 0), Math.max(top - y, y - bottom, 0))
    for (const site of placed.filter(({ name }) => name?.leader === null)) {
      const box = boxOf(site, sites)
      const others = placed.filter(({ id }) => id !== site.id).map((other) => box && away(box, other.at))
      expect(Math.min(...others.map((other) => other ?? 0))).toBeGreaterThan(box ? away(box, site.at) : Infinity)
    }
  })
})

const anySite = fc.record({
  x: fc.integer({ min: 0, max: frame.width }),
  y: fc.integer({ min: 0, max: frame.height }),
  width: fc.integer({ min: 20, max: 90 }),
  // One in four is a line.
  bend: fc.oneof(fc.constant(null), fc.constant(null), fc.constant(null), fc.integer({ min: -40, max: 40 })),
})

test('whatever the sites, no name meets another, a mark, a line, a leader or the edge', () => {
  let named = 0
  fc.assert(
    fc.property(fc.array(anySite, { minLength: 1, maxLength: 30, size: 'max' }), (list) => {
      const sites = list.map(({ x, y, width, bend }, i) => ({
        id: `s${i}`,
        width,
        points:
          bend === null
            ? [{ x, y }]
            : [
                { x, y },
                { x: x + bend, y: y - 20 },
                { x: x + bend, y: y + bend },
              ],
      }))
      const placed = placeNames(sites, frame, size)
      expect(placed.map(({ id }) => id)).toEqual(sites.map(({ id }) => id))
      expect(faults(sites, placed)).toEqual([])
      named += placed.filter(({ name }) => name).length
    }),
    { seed: 604, numRuns: 30, unbiased: true },
  )
  expect(named).toBeGreaterThan(300)
})

test('two hundred sites are placed in one go, within a second or so', () => {
  const sites = Array.from({ length: 200 }, (_, i) => at(`s${i}`, ((i * 97) % 340) + 6, ((i * 61) % 446) + 6, 44))
  const start = performance.now()
  const placed = placeNames(sites, frame, size)
  expect(performance.now() - start).toBeLessThan(5000)
  expect(faults(sites, placed)).toEqual([])
  expect(placed.filter(({ name }) => name).length).toBeGreaterThan(10)
})

describe('the nearest site', () => {
  const placed = placeNames(
    [at('a', 100, 100), at('b', 130, 100), { id: 'line', width: 40, points: [{ x: 200, y: 50 }, { x: 200, y: 350 }] }], // prettier-ignore
    frame,
    size,
  )
  test.each<[string, Point, string | null]>([
    ['on a mark', { x: 100, y: 100 }, 'a'],
    ['between two, nearer to one', { x: 116, y: 100 }, 'b'],
    ['at arm’s length', { x: 100, y: 124 }, 'a'],
    ['beyond reach', { x: 100, y: 124.5 }, null],
    ['beside a line, far from its ends and its middle', { x: 210, y: 290 }, 'line'],
    ['off the end of a line', { x: 200, y: 375 }, null],
  ])('%s', (_, point, id) => {
    expect(nearestSite(placed, point, 24)).toBe(id)
  })
  test('of none is none', () => expect(nearestSite([], { x: 0, y: 0 }, 24)).toBeNull())
})
