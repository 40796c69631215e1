import { round } from '../../lib/chart/place'
import type { Outline } from './outline'
import { type MapSite, type MapWords, SiteMapDrawing } from './site-map'
import { SiteDot, type SiteStatus } from './site-mark'
import { stage } from './stage-axis'

/** The map is laid out small and drawn so much larger, names and marks with it. */
const [scale, mapWidth] = [2.1, 1250] as const

/** The country with its sites at a size that a room reads, and what the marks mean. */
export function StageMap(props: {
  outline: Outline
  sites: readonly MapSite[]
  words: Pick<MapWords, 'status' | 'approximate'>
  height: number
}) {
  const { outline, sites, words, height } = props
  const drawing = SiteMapDrawing({
    ...{ outline, sites, fontSize: 12 },
    width: Math.floor(mapWidth / scale),
    height: Math.floor(height / scale),
  })
  // What is halted looks like what is under way.
  const looks = [['operating'], ['underway', 'halted'], ['proposed']] as const
  const key: { mark: SiteStatus | null; text: string }[] = [
    ...looks.flatMap((alike) => {
      const present = alike.filter((status) => sites.some((site) => site.status === status))
      return present.length > 0
        ? [{ mark: alike[0], text: present.map((status) => words.status[status]).join(' / ') }]
        : []
    }),
    ...(sites.some(({ approximate }) => approximate) ? [{ mark: null, text: words.approximate }] : []),
  ]
  return (
    <svg width={stage.width} height={height} viewBox={`0 0 ${stage.width} ${height}`} aria-hidden>
      <svg
        width={round(drawing.width * scale)}
        height={round(drawing.height * scale)}
        viewBox={`0 0 ${drawing.width} ${drawing.height}`}
        overflow="hidden"
      >
        {drawing.content}
      </svg>
      {key.map(({ mark, text }, i) => (
        <g key={text} transform={`translate(${mapWidth + 60} ${60 + 56 * i})`}>
          {mark ? (
            <SiteDot status={mark} at={{ x: 12, y: -10 }} r={11} />
          ) : (
            <text x={4} fontSize={32} style={{ fill: 'var(--ink-3)' }}>
              ~
            </text>
          )}
          <text x={42} fontSize={30} style={{ fill: 'var(--ink-2)' }}>
            {text}
          </text>
        </g>
      ))}
    </svg>
  )
}
