'use client'
import { Geo } from '@visx/visx'
import { type KeyboardEvent, type MouseEvent, useId, useState } from 'react'
import { fitMercator } from '../../lib/chart/mercator'
import { type Point, round } from '../../lib/chart/place'
import { nearestSite, placeNames, type PlacedSite } from '../../lib/chart/places'
import { useMedia } from '../_ui/use-media'
import type { Outline } from './outline'
import { ApproximateNote } from './approximate-note'
import styles from './site-map.module.css'
import { SiteDot, SiteLine, type SiteStatus } from './site-mark'
import { useOutline } from './use-outline'

/** A place, its words in the language of the page. */
export interface MapSite {
  id: string
  label: string
  note: string | null
  status: SiteStatus
  approximate: boolean
  /** Longitude and latitude: one pair for a point, several for a line. */
  points: readonly (readonly [longitude: number, latitude: number])[]
}

export interface MapWords {
  /** What the map shows, for who cannot see it. */
  label: string
  status: Readonly<Record<SiteStatus, string>>
  /** What is said of a place that lies only about there. */
  approximate: string
  /** Said in place of the map where the atlas does not have the country, and where it could not be fetched. */
  unknown: string
  failed: string
}

interface Drawn {
  outline: Outline
  sites: readonly MapSite[]
  width: number
  /** What the shape of the country asks for, where left out. */
  height?: number | undefined
  fontSize: number
}

/** The tallest and the lowest map, as height over width: a narrow country leaves room at its sides. */
const [tallest, lowest] = [1.3, 0.6]
const margin = 10

function mapHeight(width: number, ratio: number = tallest): number {
  return Math.round(width * Math.min(tallest, Math.max(lowest, ratio)))
}

/**
 * A map of a country with its sites, a finder for a table: the sites in `ringed` have a ring, the pointer finds
 * the nearest site, and the arrow keys go from one to the next. The outline is fetched when the map is shown.
 */
export function SiteMap(props: {
  country: string
  sites: readonly MapSite[]
  words: MapWords
  ringed: ReadonlySet<string>
  onHover: (id: string | null) => void
  onChoose: (id: string) => void
  width: number
}) {
  const { country, width, words, ...rest } = props
  const outline = useOutline(country)
  const large = useMedia('(max-width: 719.98px), (min-width: 1680px)', false)
  if (outline === 'loading')
    return (
      <>
        <div className={styles.waiting} style={{ width, height: mapHeight(width) }} aria-busy />
        <ApproximateNote sites={rest.sites} word={words.approximate} />
      </>
    )
  if (outline === 'unknown' || outline === 'failed') return <p className={styles.none}>{words[outline]}</p>
  return <DrawnMap outline={outline} width={width} words={words} fontSize={large ? 12.5 : 11.5} {...rest} />
}

/** The map with its outline at hand. */
export function DrawnMap(
  props: Drawn & {
    words: MapWords
    ringed: ReadonlySet<string>
    onHover: (id: string | null) => void
    onChoose: (id: string) => void
  },
) {
  const { outline, sites, width, fontSize, ...rest } = props
  const layout = laidOut({ outline, sites, width, fontSize })
  return (
    <>
      <div className={styles.map}>
        <Finder outline={outline} sites={sites} layout={layout} fontSize={fontSize} {...rest} />
      </div>
      <ApproximateNote sites={sites} word={rest.words.approximate} />
    </>
  )
}

/** The map at a fixed size, for a picture that stands alone; with `words` for its marks it has a key. */
export function SiteMapDrawing(props: {
  outline: Outline
  sites: readonly MapSite[]
  words?: MapWords
  width?: number
  height?: number
  fontSize?: number
  ringed?: ReadonlySet<string>
}) {
  const { outline, sites, words, width = 560, height, fontSize = 13, ringed = new Set() } = props
  const layout = laidOut({ outline, sites, width, height, fontSize })
  const key = words ? keyOf(words) : []
  const content = (
    <>
      <Ground outline={outline} layout={layout} />
      <Marks sites={sites} placed={layout.placed} fontSize={fontSize} ringed={ringed} />
      {key.map(({ mark, text }, i) => (
        <g key={text} transform={`translate(0 ${layout.height + 22 + i * 18})`}>
          {mark ? (
            <SiteDot status={mark} at={{ x: 6, y: -4 }} />
          ) : (
            <text x={2} fontSize={fontSize} style={{ fill: 'var(--ink-3)' }}>
              ~
            </text>
          )}
          <text x={18} fontSize={12} style={{ fill: 'var(--ink-2)' }}>
            {text}
          </text>
        </g>
      ))}
    </>
  )
  return { width, height: layout.height + (words ? 10 + key.length * 18 : 0), content }
}

/** What the marks mean; what lies only about there has no mark, but a sign before its name. */
function keyOf({ status, approximate }: MapWords): { mark: SiteStatus | null; text: string }[] {
  return [
    { mark: 'operating', text: status.operating },
    { mark: 'underway', text: `${status.underway} / ${status.halted}` },
    { mark: 'proposed', text: status.proposed },
    { mark: null, text: approximate },
  ]
}

type Layout = ReturnType<typeof laidOut>

/** Fit the country into its frame, and find a place for the names of its sites. */
function laidOut({ outline, sites, width, height = mapHeight(width, outline.ratio), fontSize }: Drawn) {
  const shown = [...outline.edge, ...sites.flatMap(({ points }) => points)]
  const { toPoint, scale, translate } = fitMercator(shown, outline.meridian, { width, height }, margin)
  // A character takes about half its size; a little more, since the name of a ringed site is bold.
  const widthOf = ({ label, approximate }: MapSite) => (label.length + Number(approximate)) * fontSize * 0.55
  const located = sites.map((site) => ({ id: site.id, points: site.points.map(toPoint), width: widthOf(site) }))
  return { width, height, scale, translate, placed: placeNames(located, { width, height }, fontSize) }
}

/** The country and its neighbours; the sea is the paper. */
function Ground({ outline, layout }: { outline: Outline; layout: Layout }) {
  const { width, height, scale, translate } = layout
  return (
    <Geo.Mercator
      data={[...outline.around, outline.country]}
      rotate={[-outline.meridian, 0]}
      scale={scale}
      translate={translate}
      clipExtent={[
        [0, 0],
        [width, height],
      ]}
      digits={1}
    >
      {({ features }) =>
        features.map(
          ({ feature, path, index }) =>
            path && (
              <path
                key={index}
                d={path}
                fill={feature === outline.country ? 'var(--paper-3)' : 'var(--paper-2)'}
                stroke="var(--paper)"
              />
            ),
        )
      }
    </Geo.Mercator>
  )
}

/** The sites over their ground: a list that has one stop for the keyboard, and words for the one pointed at. */
function Finder(props: {
  outline: Outline
  sites: readonly MapSite[]
  layout: Layout
  fontSize: number
  words: MapWords
  ringed: ReadonlySet<string>
  onHover: (id: string | null) => void
  onChoose: (id: string) => void
}) {
  const { outline, sites, layout, fontSize, words, ringed, onHover, onChoose } = props
  const { width, height, placed } = layout
  const own = useId()
  const [active, setActive] = useState<string | null>(null)
  const options = placed.toSorted((a, b) => a.at.y - b.at.y)
  const chosen = sites.find(({ id }) => id === active)
  const at = placed.find(({ id }) => id === active)?.at
  const point = (id: string | null) => {
    if (id === active) return
    setActive(id)
    onHover(id)
  }
  const under = (event: MouseEvent<SVGSVGElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect()
    return nearestSite(placed, { x: event.clientX - left, y: event.clientY - top }, 24)
  }
  const chooseUnder = (event: MouseEvent<SVGSVGElement>) => {
    const id = under(event)
    if (id !== null) onChoose(id)
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
    if (event.key === 'Escape') point(null)
    const chooses = (event.key === 'Enter' || event.key === ' ') && active !== null
    if (chooses) onChoose(active)
    if (chooses || next !== undefined) event.preventDefault()
    if (next !== undefined) point(options[next]?.id ?? null)
  }
  return (
    <>
      <svg
        width={width}
        height={height}
        role="listbox"
        aria-label={words.label}
        aria-activedescendant={chosen && `${own}${chosen.id}`}
        tabIndex={0}
        onPointerMove={(event) => point(under(event))}
        onPointerDown={(event) => point(under(event))}
        // A finger leaves as it is lifted: what it touched stays named until something else is.
        onPointerLeave={(event) => event.pointerType === 'mouse' && point(null)}
        onFocus={(event) => event.target.matches(':focus-visible') && point(active ?? options[0]?.id ?? null)}
        onBlur={() => point(null)}
        onClick={chooseUnder}
        onKeyDown={key}
      >
        <g aria-hidden>
          <Ground outline={outline} layout={layout} />
          <Marks
            sites={sites}
            placed={placed}
            fontSize={fontSize}
            ringed={active === null ? ringed : new Set([...ringed, active])}
          />
        </g>
        {options.map(({ id, at }) => (
          <circle
            key={id}
            role="option"
            id={`${own}${id}`}
            aria-selected={id === active}
            aria-label={spokenOf(
              sites.find((site) => site.id === id)!,
              words,
            )}
            data-site={id}
            cx={at.x}
            cy={at.y}
            r={5}
            fill="transparent"
          />
        ))}
      </svg>
      {chosen && at && <Tip site={chosen} at={at} layout={layout} words={words} />}
    </>
  )
}

/** Lines, leaders, marks, rings and names, in that order. */
function Marks(props: {
  sites: readonly MapSite[]
  placed: readonly PlacedSite[]
  fontSize: number
  ringed: ReadonlySet<string>
}) {
  const { sites, placed, fontSize, ringed } = props
  const drawn = sites.flatMap((site, i) => {
    const found = placed[i]
    return found ? [{ ...site, ...found, line: site.points.length > 1, strong: ringed.has(site.id) }] : []
  })
  return (
    <>
      {drawn.map(
        ({ id, status, points, line, strong }) =>
          line && <SiteLine key={id} status={status} points={points} strong={strong} />,
      )}
      {drawn.map(
        ({ id, name }) =>
          name?.leader && (
            <line
              key={id}
              x1={name.leader.from.x}
              y1={name.leader.from.y}
              x2={name.leader.to.x}
              y2={name.leader.to.y}
              stroke="var(--ink-3)"
            />
          ),
      )}
      {drawn.map(
        ({ id, at, line, strong }) =>
          strong &&
          !line && <circle key={id} cx={at.x} cy={at.y} r={8} fill="none" stroke="var(--ink)" strokeWidth={1.5} />,
      )}
      {drawn.map(({ id, status, at, line }) => !line && <SiteDot key={id} status={status} at={at} />)}
      {drawn.map(
        ({ id, label, name, strong, approximate }) =>
          name && (
            <text
              key={id}
              x={name.x}
              y={name.y}
              fontSize={fontSize}
              fontWeight={strong ? 650 : 400}
              textAnchor={name.anchor}
              style={{ fill: 'var(--ink)' }}
            >
              {approximate && <tspan fill="var(--ink-3)">~</tspan>}
              {label}
            </text>
          ),
      )}
    </>
  )
}

/** What the site under the pointer is: below it in the upper half of the map, above it in the lower. */
function Tip({ site, at, layout, words }: { site: MapSite; at: Point; layout: Layout; words: MapWords }) {
  const most = Math.min(220, layout.width)
  const left = Math.max(0, Math.min(layout.width - most, at.x - most / 2))
  const low = at.y > layout.height / 2
  return (
    <div
      className={styles.tip}
      aria-hidden
      data-low={low || undefined}
      style={{ left: round(left), top: round(at.y + (low ? -13 : 13)), width: most }}
    >
      <b>{site.label}</b>, {statusOf(site, words)}
    </div>
  )
}

function spokenOf(site: MapSite, words: MapWords): string {
  return `${site.label}, ${statusOf(site, words)}`
}

/** How far along a site is, whether it lies only about there, and what is there. */
function statusOf({ note, status, approximate }: MapSite, words: MapWords): string {
  const said = [words.status[status], ...(approximate ? [words.approximate] : [])].join(', ')
  return note === null ? said : `${said}: ${note}`
}
