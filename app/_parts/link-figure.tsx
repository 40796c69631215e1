'use client'
import { useAtomValue } from 'jotai'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { type Graph, type LinkEdge, linkGraph, type LinkNode, type Piece, samePiece } from '../../lib/chart/link-graph'
import { type PlacedLinks, placeLinks } from '../../lib/chart/link-place'
import { linksShown } from '../../lib/chart/links-shown'
import { ChartFrame, type Sheet } from '../_charts/chart-frame'
import { LinkDiagram, linkTable } from '../_charts/link-diagram'
import { LinkDrawing } from '../_charts/link-drawing'
import { useLayOut } from '../_charts/link-layout'
import { modelAtom } from '../_state/url'
import { useMedia } from '../_ui/use-media'
import styles from './link-figure.module.css'
import { useAddToDeck } from './use-add-to-deck'
import { useCaption, useFrameWords } from './use-caption'
import { useChosenPiece } from './use-chosen-piece'
import { useLinkWords } from './use-link-words'

/** The links as a diagram; of too many for one, those near what is chosen. */
export function LinkFigure() {
  const t = useTranslations('links')
  const [chosen] = useChosenPiece()
  const whole = useWhole()
  const graph = linksShown(whole, chosen)
  const { placed, failed } = usePlaced(graph)
  const frameWords = useFrameWords(t('title'))
  const sheet = useSheet()
  const more = useAddToDeck((seeds) => seeds.linkSeed)
  const counts = { links: whole.edges.length, variables: whole.nodes.length }
  const head = (menu: ReactNode) => (
    <div className={styles.head}>
      <h2>{t('title')}</h2>
      <p>{t('count', counts)}</p>
      {menu}
    </div>
  )
  if (placed)
    return (
      <ChartFrame
        description={t('description', counts)}
        words={frameWords}
        sheet={() => sheet(placed, t('count', counts))}
        titled={head}
        more={more}
      >
        {(menu) => (
          <>
            {head(menu)}
            <Diagram placed={placed} />
          </>
        )}
      </ChartFrame>
    )
  return (
    <>
      {head(null)}
      {failed && <p className={styles.note}>{t('failed')}</p>}
      {!graph && <p className={styles.note}>{t('tooMany', { n: whole.edges.length })}</p>}
      {graph && !failed && <div className={styles.waiting} aria-busy />}
    </>
  )
}

type Links = Graph<LinkNode, LinkEdge>

/** All links; a hook of its own, so that they stay the same, and are laid out once, whatever is chosen of them. */
function useWhole(): Links {
  return linkGraph(useAtomValue(modelAtom).pack)
}

const sizes = {
  phone: { fontSize: 13, target: 44, width: 360 },
  laptop: { fontSize: 11.5, target: 24, width: 1100 },
  wide: { fontSize: 13, target: 24, width: 1240 },
  widest: { fontSize: 14, target: 24, width: 1400 },
} as const

function useSize() {
  const phone = useMedia('(max-width: 719.98px)', false)
  const wide = useMedia('(min-width: 1680px)', false)
  const widest = useMedia('(min-width: 1880px)', false)
  return phone ? sizes.phone : widest ? sizes.widest : wide ? sizes.wide : sizes.laptop
}

/** A graph with its words in pixels; null until the library that lays it out is here. */
function usePlaced(graph: Links | null): { placed: PlacedLinks | null; failed: boolean } {
  const words = useLinkWords()
  const size = useSize()
  const { layOut, failed } = useLayOut()
  if (!graph || !layOut) return { placed: null, failed }
  const nodes = graph.nodes.map((node) => ({ ...node, label: words.name(node.id), spoken: words.variable(node.id) }))
  const edges = graph.edges.map((edge) => ({
    ...edge,
    above: words.strength(edge),
    below: words.lagShort(edge),
    spoken: words.link(edge),
  }))
  return { placed: placeLinks({ nodes, edges }, layOut, size), failed }
}

function useKey() {
  const t = useTranslations('links')
  return {
    indicator: t('indicator'),
    risk: t('risk'),
    opportunity: t('opportunity'),
    positive: t('positive'),
    negative: t('negative'),
  }
}

function Diagram({ placed }: { placed: PlacedLinks }) {
  const t = useTranslations('links')
  const [chosen, choose] = useChosenPiece()
  const key = useKey()
  const known = chosen !== null && placed.order.some((piece) => samePiece(piece, chosen)) ? chosen : null
  const place = useRef<HTMLDivElement>(null)
  useBroughtIn(place, known)
  return (
    <div ref={place} className={styles.diagram}>
      <LinkDiagram placed={placed} words={key} label={t('title')} chosen={known} onChoose={choose} />
    </div>
  )
}

/** Scroll the diagram sideways to what is chosen, where it is wider than the screen; the page itself stays where it is. */
function useBroughtIn(place: { readonly current: HTMLDivElement | null }, chosen: Piece | null) {
  const key = chosen && `${chosen.kind} ${chosen.id}`
  useEffect(() => {
    const pressed = key === null ? null : place.current?.querySelector<HTMLElement>('[aria-pressed=true]')
    const region = pressed?.closest<HTMLElement>('[role=region]')
    if (!pressed || !region) return
    const [left, right] = [pressed.offsetLeft, pressed.offsetLeft + pressed.offsetWidth]
    if (left < region.scrollLeft || right > region.scrollLeft + region.clientWidth)
      region.scrollLeft = (left + right - region.clientWidth) / 2
  }, [place, key])
}

/** What a file of the diagram holds: the links as a table, and the drawing with what is chosen in it. */
function useSheet(): (placed: PlacedLinks, subtitle: string) => Sheet {
  const t = useTranslations('links')
  const basis = useTranslations('basis')
  const { pack } = useAtomValue(modelAtom)
  const [chosen] = useChosenPiece()
  const caption = useCaption()
  const words = useKey()
  return (placed, subtitle) => {
    // In the order of the list, not of the drawing.
    const links = pack.links.filter(({ id }) => placed.edges.some((edge) => edge.id === id))
    const edges = links.flatMap(({ id }) => placed.edges.filter((edge) => edge.id === id))
    const table = linkTable({ ...placed, edges }, [t('from'), t('to'), t('strength'), t('lagColumn')])
    const known = chosen !== null && placed.order.some((piece) => samePiece(piece, chosen)) ? chosen : null
    return {
      // No scenario moves a link.
      caption: { ...caption(t('title'), subtitle), assumptions: t('silent') },
      table: {
        head: [...table.head, t('basis')],
        rows: links.map((link, i) => [...(table.rows[i] ?? []), basis(link.basis)]),
      },
      drawing: LinkDrawing({ placed, words, chosen: known }),
    }
  }
}
