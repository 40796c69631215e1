'use client'
import { type KeyboardEvent, type MouseEvent, useId, useState } from 'react'
import { round } from '../../lib/chart/place'
import {
  fitLanes,
  type Lanes,
  nearestDot,
  placeLane,
  type PlacedDot,
  type PlacedLabel,
  type Shift,
  shiftAxis,
  shiftX,
} from '../../lib/chart/strips'
import { formatSigned } from '../../lib/format'
import { toneOf } from './ladder'
import { type Letter, Mark, scenarioColour, ScenarioMark } from './scenario-mark'
import styles from './strips.module.css'

/** An event's shift with its name, and with all that is said of it on focus. */
export interface StripDot extends Shift {
  label: string
  spoken: string
}

/** One side that is compared with the reference: its adverse and its favourable events, and their counts in words. */
export interface StripSide {
  letter: Letter
  name: string
  adverse: readonly StripDot[]
  favourable: readonly StripDot[]
  counts: { adverse: string; favourable: string }
}

export interface StripAxis {
  /** "points from the baseline" */
  unit: string
  less: string
  likelier: string
  reference: Letter
}

/** Labels a lane carries at most. */
const mostLabels = 3

/** Adverse events in vermilion and teal, favourable ones in ink; grey where the shift is small. */
function fillOf({ points }: Shift, adverse: boolean): string {
  const tone = toneOf(points)
  return tone === 'hold' ? 'var(--base)' : adverse ? `var(--${tone})` : 'var(--ink)'
}

const labelOf = ({ label, points }: StripDot) => `${label} ${formatSigned(points, 0, 'en')}`

/** What all sides share, and the marks of each. */
function laidOut(sides: readonly StripSide[], width: number, fontSize: number) {
  const { bound, ticks } = shiftAxis(
    sides.flatMap((side) => [...side.adverse, ...side.favourable].map((d) => d.points)),
  )
  const x = (points: number) => shiftX(points, bound, width)
  const lanes = fitLanes(sides, x, 2.4 * fontSize, 70)
  const lane = (dots: readonly StripDot[], height: number, way: -1 | 1) => ({
    shifts: dots,
    ...placeLane(
      dots,
      x,
      { r: lanes.r, height, width, way },
      {
        most: mostLabels,
        size: fontSize,
        // A character takes about half its size; a little more, so that no label runs into another.
        widthOf: (id) => labelOf(dots.find((dot) => dot.id === id)!).length * fontSize * 0.53,
      },
    ),
  })
  const placed = sides.map((side) => ({
    side,
    above: lane(side.adverse, lanes.above, -1),
    below: lane(side.favourable, lanes.below, 1),
  }))
  return { ticks, x, lanes, placed }
}

type Lane = { shifts: readonly StripDot[]; dots: readonly PlacedDot[]; labels: readonly PlacedLabel[] }

/** Gridlines of one side, the labels of both lanes, and over them the axis line at y = 0. */
function Ground(props: {
  lanes: Lanes
  ticks: readonly number[]
  x: (points: number) => number
  width: number
  fontSize: number
  placed: readonly Lane[]
}) {
  const { lanes, ticks, x, width, fontSize, placed } = props
  return (
    <>
      {ticks.map((tick) => (
        <line
          key={tick}
          x1={x(tick)}
          x2={x(tick)}
          y1={-lanes.above}
          y2={lanes.below}
          stroke={tick === 0 ? 'var(--hair-2)' : 'var(--hair)'}
        />
      ))}
      {placed.map((lane, i) => (
        <Labels key={i} shifts={lane.shifts} labels={lane.labels} fontSize={fontSize} />
      ))}
      <line x1={0} x2={width} y1={0} y2={0} stroke="var(--hair-2)" />
    </>
  )
}

/** The labels of one lane with their leaders, haloed so that a gridline does not strike them through. */
function Labels({
  shifts,
  labels,
  fontSize,
}: {
  shifts: readonly StripDot[]
  labels: readonly PlacedLabel[]
  fontSize: number
}) {
  return labels.map(({ id, x, y, anchor, leader }) => (
    <g key={id}>
      {leader && <line x1={leader.x} x2={leader.x} y1={leader.from} y2={leader.to} stroke="var(--hair-2)" />}
      <text
        x={x}
        y={round(y + 4)}
        fontSize={fontSize}
        textAnchor={anchor}
        stroke="var(--paper)"
        strokeWidth={3}
        paintOrder="stroke"
        style={{ fill: 'var(--ink)' }}
      >
        {labelOf(shifts.find((shift) => shift.id === id)!)}
      </text>
    </g>
  ))
}

/**
 * Each side's events as dots on one axis of shift from the reference: adverse above the line, favourable
 * beneath, none hiding another. The pointer finds the nearest dot, the arrow keys go from one to the next.
 */
export function Strips(props: {
  sides: readonly StripSide[]
  axis: StripAxis
  width: number
  fontSize?: number
  /** The event that is explained elsewhere on the page. */
  open: string | null
  onOpen: (id: string) => void
}) {
  const { sides, axis, width, fontSize = 11, open, onOpen } = props
  const { ticks, x, lanes, placed } = laidOut(sides, width, fontSize)
  return (
    <div className={styles.strips}>
      <div className={styles.axis} aria-hidden>
        <div className={styles.ends}>
          <span>{axis.less}</span>
          <span>{axis.unit}</span>
          <span>{axis.likelier}</span>
        </div>
        <svg width={width} height={fontSize + 8}>
          <Ticks ticks={ticks} x={x} y={fontSize + 2} fontSize={fontSize} reference={axis.reference} />
        </svg>
      </div>
      {placed.map(({ side, above, below }) => (
        <section key={side.name} className={styles.side} aria-label={side.name}>
          <p className={styles.name} style={{ color: scenarioColour(side.letter, 'ink') }}>
            <ScenarioMark letter={side.letter} hollow={false} size={13} /> {side.name}
          </p>
          <Strip
            name={side.name}
            lanes={lanes}
            ticks={ticks}
            x={x}
            width={width}
            fontSize={fontSize}
            above={above}
            below={below}
            open={open}
            onOpen={onOpen}
          />
          <p className={styles.adverse}>{side.counts.adverse}</p>
          <p className={styles.favourable}>{side.counts.favourable}</p>
        </section>
      ))}
    </div>
  )
}

/** One side: a list of its events that has one stop for the keyboard, and a line that tells what is under it. */
function Strip(props: {
  name: string
  lanes: Lanes
  ticks: readonly number[]
  x: (points: number) => number
  width: number
  fontSize: number
  above: Lane
  below: Lane
  open: string | null
  onOpen: (id: string) => void
}) {
  const { name, lanes, ticks, x, width, fontSize, above, below, open, onOpen } = props
  const own = useId()
  const [active, setActive] = useState<string | null>(null)
  const options = [...above.shifts.toSorted(byPoints), ...below.shifts.toSorted(byPoints)]
  const dots = [...above.dots, ...below.dots]
  const chosen = options.find(({ id }) => id === active)
  const at = dots.find(({ id }) => id === active)
  const explained = dots.find(({ id }) => id === open)
  const under = (event: MouseEvent<SVGSVGElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect()
    return nearestDot(dots, event.clientX - left, event.clientY - top - lanes.above, 24)
  }
  const openUnder = (event: MouseEvent<SVGSVGElement>) => {
    const id = under(event)
    if (id !== null) onOpen(id)
  }
  const key = (event: KeyboardEvent) => {
    const now = options.findIndex(({ id }) => id === active)
    const last = options.length - 1
    const to: Record<string, number> = {
      ArrowRight: Math.min(last, now + 1),
      ArrowDown: Math.min(last, now + 1),
      ArrowLeft: Math.max(0, now - 1),
      ArrowUp: Math.max(0, now - 1),
      Home: 0,
      End: last,
    }
    const next = to[event.key]
    if (event.key === 'Escape') setActive(null)
    const opens = (event.key === 'Enter' || event.key === ' ') && active !== null
    if (opens) onOpen(active)
    if (opens || next !== undefined) event.preventDefault()
    if (next !== undefined) setActive(options[next]?.id ?? null)
  }
  return (
    <div className={styles.plot}>
      <svg
        width={width}
        height={lanes.above + lanes.below}
        viewBox={`0 ${-lanes.above} ${width} ${lanes.above + lanes.below}`}
        role="listbox"
        aria-label={name}
        aria-orientation="horizontal"
        aria-activedescendant={chosen && `${own}${chosen.id}`}
        tabIndex={0}
        onPointerMove={(event) => setActive(under(event))}
        onPointerDown={(event) => setActive(under(event))}
        // A finger leaves as it is lifted: what it touched stays named until something else is.
        onPointerLeave={(event) => event.pointerType === 'mouse' && setActive(null)}
        onFocus={(event) => event.target.matches(':focus-visible') && setActive(active ?? options[0]?.id ?? null)}
        onBlur={() => setActive(null)}
        onClick={openUnder}
        onKeyDown={key}
      >
        <g aria-hidden>
          <Ground lanes={lanes} ticks={ticks} x={x} width={width} fontSize={fontSize} placed={[above, below]} />
        </g>
        {[above, below].map((lane) =>
          lane.shifts.toSorted(byPoints).map((shift) => {
            const dot = lane.dots.find(({ id }) => id === shift.id)
            return (
              <g
                key={shift.id}
                role="option"
                id={`${own}${shift.id}`}
                aria-selected={shift.id === active}
                aria-label={shift.spoken}
                data-variable={shift.id}
              >
                <circle cx={dot?.x} cy={dot?.y} r={lanes.r} fill={fillOf(shift, lane === above)} />
              </g>
            )
          }),
        )}
        {[explained, at].map(
          (dot, i) =>
            dot && (
              <circle
                key={i}
                aria-hidden
                cx={dot.x}
                cy={dot.y}
                r={lanes.r + 1.6}
                fill="none"
                stroke="var(--ink)"
                strokeWidth={1.3}
              />
            ),
        )}
      </svg>
      {chosen && at && (
        <div
          className={styles.tip}
          aria-hidden
          data-left={at.x > width / 2 || undefined}
          data-below={at.y > 0 || undefined}
          style={{ left: at.x, top: lanes.above + at.y + (at.y > 0 ? 1 : -1) * (lanes.r + 5) }}
        >
          {chosen.spoken}
        </div>
      )}
    </div>
  )
}

/** Figures of the axis, and at zero the hollow mark of what everything is compared with. */
function Ticks(props: {
  ticks: readonly number[]
  x: (points: number) => number
  y: number
  fontSize: number
  reference: Letter
}) {
  const { ticks, x, y, fontSize, reference } = props
  return (
    <>
      {ticks.map((tick, i) => (
        <text
          key={tick}
          x={x(tick)}
          y={y}
          fontSize={fontSize}
          textAnchor={i === 0 ? 'start' : i === ticks.length - 1 ? 'end' : 'middle'}
          dx={i === 0 ? -6 : i === ticks.length - 1 ? 6 : 0}
          style={{ fill: 'var(--ink-3)' }}
        >
          {formatSigned(tick, 0, 'en')}
        </text>
      ))}
      <g transform={`translate(${round(x(0) - fontSize)} ${round(y - 0.36 * fontSize)})`}>
        <Mark letter={reference} r={3.6} hollow />
      </g>
    </>
  )
}

const [plotWidth, countWidth] = [620, 300]
const [axisHeight, nameHeight, restHeight] = [36, 26, 14]

/** The strips at a fixed size, with names and counts as text, for a picture that stands alone. */
export function StripsDrawing({ sides, axis }: { sides: readonly StripSide[]; axis: StripAxis }) {
  const { ticks, x, lanes, placed } = laidOut(sides, plotWidth, 12)
  const height = nameHeight + lanes.above + lanes.below + restHeight
  const content = (
    <>
      <text x={0} y={12} fontSize={12} fill="var(--ink-2)">
        {axis.less}
      </text>
      <text x={plotWidth / 2} y={12} fontSize={12} textAnchor="middle" fill="var(--ink-2)">
        {axis.unit}
      </text>
      <text x={plotWidth} y={12} fontSize={12} textAnchor="end" fill="var(--ink-2)">
        {axis.likelier}
      </text>
      <Ticks ticks={ticks} x={x} y={29} fontSize={12} reference={axis.reference} />
      {placed.map(({ side, above, below }, i) => (
        <g key={side.name} transform={`translate(0 ${axisHeight + i * height})`}>
          <g transform="translate(6 12)">
            <Mark letter={side.letter} r={5} />
          </g>
          <text x={18} y={16} fontSize={13} fontWeight={600} style={{ fill: scenarioColour(side.letter, 'ink') }}>
            {side.name}
          </text>
          <g transform={`translate(0 ${nameHeight + lanes.above})`}>
            <Ground lanes={lanes} ticks={ticks} x={x} width={plotWidth} fontSize={12} placed={[above, below]} />
            {[above, below].map((lane, l) => (
              <g key={l}>
                {lane.dots.map(({ id, x, y }) => (
                  <circle
                    key={id}
                    cx={x}
                    cy={y}
                    r={lanes.r}
                    fill={fillOf(
                      lane.shifts.find((shift) => shift.id === id)!,
                      lane === above,
                    )}
                  />
                ))}
              </g>
            ))}
            <text x={plotWidth + countWidth} y={-8} fontSize={12} textAnchor="end" fill="var(--ink-2)">
              {side.counts.adverse}
            </text>
            <text x={plotWidth + countWidth} y={18} fontSize={12} textAnchor="end" fill="var(--ink-2)">
              {side.counts.favourable}
            </text>
          </g>
        </g>
      ))}
    </>
  )
  return { width: plotWidth + countWidth, height: axisHeight + sides.length * height, content }
}

function byPoints(a: Shift, b: Shift): number {
  return a.points - b.points
}
