import type { Model } from '../engine/compile'
import type { Outcome } from '../engine/evaluate'
import { wholePoints } from '../format'
import { round } from './place'
import { notablePoints } from './summary'

/** One event's probability on two sides, and the whole points between them. */
export interface Shift {
  id: string
  from: number
  to: number
  points: number
}

/** Shifts of all events of a kind from a reference in a year, pack order. */
export function shiftsFrom(
  model: Model,
  reference: Outcome,
  outcome: Outcome,
  year: number,
  kind: 'risk' | 'opportunity',
): Shift[] {
  const t = model.years.indexOf(year)
  return model.pack.variables.flatMap((variable) => {
    const index = model.indexOf.get(variable.id) ?? -1
    const [from, to] = [reference.paths[index]?.[t], outcome.paths[index]?.[t]]
    if (variable.kind !== kind || from === undefined || to === undefined) return []
    return [{ id: variable.id, from, to, points: wholePoints(from, to) }]
  })
}

/** How many events are likelier, and less likely, by a notable shift. */
export function tally(shifts: readonly Shift[]): { total: number; likelier: number; less: number } {
  return {
    total: shifts.length,
    likelier: shifts.filter(({ points }) => points >= notablePoints).length,
    less: shifts.filter(({ points }) => points <= -notablePoints).length,
  }
}

/** Half-widths that an axis of shifts may have, each with its step. */
const bounds = [
  [20, 10],
  [40, 20],
  [60, 20],
  [80, 40],
  [100, 50],
] as const

/** The narrowest symmetric axis on which all points stand: its half-width and its ticks. */
export function shiftAxis(points: readonly number[]): { bound: number; ticks: number[] } {
  const widest = Math.max(0, ...points.map(Math.abs))
  const [bound, step] = bounds.find(([bound]) => widest <= bound) ?? bounds[bounds.length - 1]!
  const steps = bound / step
  return { bound, ticks: Array.from({ length: 2 * steps + 1 }, (_, i) => (i - steps) * step) }
}

/** The point on the axis, in pixels, with room for half a dot at both ends. */
export function shiftX(points: number, bound: number, width: number): number {
  const margin = 6
  return round(margin + ((points + bound) / (2 * bound)) * (width - 2 * margin))
}

/** A dot at its true place on the axis; level 0 touches the axis line. */
export interface Stacked {
  id: string
  x: number
  level: number
}

/**
 * Stack dots at their true places, as low as they can stand without touching another: the most moved
 * first, so that they stay at the axis line, and what stands still piles up. None hides another.
 */
export function stack(shifts: readonly Shift[], x: (points: number) => number, size: number): Stacked[] {
  const levels: number[][] = []
  const placed = new Map<string, Stacked>()
  for (const { id, points } of shifts.toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points))) {
    const at = x(points)
    let level = 0
    while (levels[level]?.some((other) => Math.abs(other - at) < size)) level++
    levels[level] = [...(levels[level] ?? []), at]
    placed.set(id, { id, x: at, level })
  }
  return shifts.flatMap(({ id }) => placed.get(id) ?? [])
}

/** Radii that dots may have: the largest whose stacks fit is taken. */
const radii = [3.6, 3.2, 2.8, 2.4, 2]
const gap = 0.8
/** From the axis line to the first dot. */
const rise = 2

/** Radius of the dots, and heights of the lanes above and beneath the line, the same for all sides that stand together. */
export interface Lanes {
  r: number
  above: number
  below: number
}

/** Fit the lanes of several sides: dots as large as a lane of `most` pixels allows, and `room` for labels above them. */
export function fitLanes(
  sides: readonly { adverse: readonly Shift[]; favourable: readonly Shift[] }[],
  x: (points: number) => number,
  room: number,
  most: number,
): Lanes {
  const height = (r: number, lane: 'adverse' | 'favourable') => {
    const tops = sides.flatMap((side) => stack(side[lane], x, 2 * r + gap).map(({ level }) => level + 1))
    return rise + Math.max(0, ...tops) * (2 * r + gap)
  }
  const fits = (r: number) => Math.max(height(r, 'adverse'), height(r, 'favourable')) <= most
  const r = radii.find(fits) ?? radii[radii.length - 1]!
  const lane = (which: 'adverse' | 'favourable') => round(height(r, which) + room)
  return { r, above: lane('adverse'), below: lane('favourable') }
}

/** Something that takes room in a lane. */
interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

/** The middle of an event's dot, in pixels from the left end and from the axis line. */
export interface PlacedDot {
  id: string
  x: number
  y: number
}

/** The label of an event, in the same pixels. */
export interface PlacedLabel {
  id: string
  x: number
  /** Middle of the line of text. */
  y: number
  anchor: 'start' | 'end'
  /** From the dot to its label where they do not touch. */
  leader: { x: number; from: number; to: number } | null
}

/**
 * Place the dots of one lane, y = 0 at the axis line and away from it upwards (−1) or downwards (1), and the
 * labels of its most moved events: beside the dot, else away from the line on a leader. As many as find room
 * are placed, the most moved first; none covers a dot or another label.
 */
export function placeLane(
  shifts: readonly Shift[],
  x: (points: number) => number,
  lane: { r: number; height: number; width: number; way: -1 | 1 },
  labels: { most: number; size: number; widthOf: (id: string) => number },
): { dots: PlacedDot[]; labels: PlacedLabel[] } {
  const { r, height, width, way } = lane
  const step = 2 * r + gap
  const dots = stack(shifts, x, step).map(({ id, x, level }) => ({ id, x, y: round(way * (rise + r + level * step)) }))
  // A line of text beside a lowest dot reaches over the axis line by a hair of its empty space.
  const frame: Box = { left: 0, right: width, top: way < 0 ? -height : -2, bottom: way < 0 ? 2 : height }
  const clear = ({ label, boxes: [text, ...leader] }: Candidate) =>
    text !== undefined &&
    inside(text, frame) &&
    dots.every((dot) => {
      const box = { left: dot.x - r, right: dot.x + r, top: dot.y - r, bottom: dot.y + r }
      return dot.id === label.id ? !overlap(text, box) : [text, ...leader].every((taken) => !overlap(taken, box))
    })
  const wanted = shifts
    .filter(({ points }) => Math.abs(points) >= notablePoints)
    .toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points))
    .slice(0, labels.most)
    .flatMap(({ id, points }) => {
      const dot = dots.find((dot) => dot.id === id)
      return dot ? [candidates(dot, points < 0, labels.widthOf(id), labels.size, lane).filter(clear)] : []
    })
  return { dots, labels: most(wanted, []).map(({ label }) => label) }
}

/** One place that a label may take, and the boxes of its text and leader. */
interface Candidate {
  label: PlacedLabel
  boxes: Box[]
}

/** Choose a place for each label, or none, so that as many as can stand together do; the earlier ones first. */
function most([first, ...rest]: readonly Candidate[][], taken: readonly Candidate[]): Candidate[] {
  if (!first) return []
  let best: Candidate[] | null = null
  for (const place of first) {
    const apart = taken.every((other) => other.boxes.every((a) => place.boxes.every((b) => !overlap(a, b))))
    if (!apart) continue
    const found = [place, ...most(rest, [...taken, place])]
    if (best === null || found.length > best.length) best = found
    if (found.length > rest.length) return found
  }
  const without = best !== null && best.length >= rest.length ? [] : most(rest, taken)
  return best !== null && best.length >= without.length ? best : without
}

/** Places that a label may take, the best first. */
function candidates(
  dot: PlacedDot,
  leftwards: boolean,
  text: number,
  size: number,
  { r, height, way }: { r: number; height: number; way: -1 | 1 },
): Candidate[] {
  const half = size / 2 + 1
  const beside = (['start', 'end'] as const).map((anchor): Candidate => {
    const x = anchor === 'start' ? dot.x + r + 4 : dot.x - r - 4
    const left = anchor === 'start' ? x : x - text
    return {
      label: { id: dot.id, x: round(x), y: dot.y, anchor, leader: null },
      boxes: [{ left: left - 2, right: left + text + 2, top: dot.y - half, bottom: dot.y + half }],
    }
  })
  const rows = Math.max(0, Math.floor((height - Math.abs(dot.y) - r) / 6))
  const away = Array.from({ length: rows }, (_, i) => {
    const y = round(dot.y + way * (r + half + 2 + 6 * i))
    const leader = { x: dot.x, from: round(dot.y + way * r), to: round(y - way * half) }
    const line = {
      left: dot.x - 1,
      right: dot.x + 1,
      top: Math.min(leader.from, leader.to),
      bottom: Math.max(leader.from, leader.to),
    }
    // The leader meets its label in the middle, or nearer to one of its ends.
    return [0.5, 0.25, 0.75, 0.02, 0.98].map((part): Candidate => {
      const left = dot.x - part * text
      return {
        label: { id: dot.id, x: round(left), y, anchor: 'start', leader },
        boxes: [{ left: left - 2, right: left + text + 2, top: y - half, bottom: y + half }, line],
      }
    })
  })
  return [...(leftwards ? beside.toReversed() : beside), ...away.flat()]
}

function inside(box: Box, frame: Box): boolean {
  return box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

/** The dot nearest to a place, or null where none is within reach. */
export function nearestDot(dots: readonly PlacedDot[], x: number, y: number, reach: number): string | null {
  const distance = (dot: PlacedDot) => Math.hypot(dot.x - x, dot.y - y)
  const best = dots.reduce<PlacedDot | null>(
    (best, dot) => (best && distance(best) <= distance(dot) ? best : dot),
    null,
  )
  return best && distance(best) <= reach ? best.id : null
}
