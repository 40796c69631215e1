import { loadLayOut } from '../../app/_charts/link-layout'
import { LinkDrawing } from '../../app/_charts/link-drawing'
import { linkGraph, type Piece } from '../../lib/chart/link-graph'
import { placeLinks } from '../../lib/chart/link-place'
import { formatNumber } from '../../lib/format'
import type { Case } from './cases'

const layOut = await loadLayOut()

const words = {
  en: {
    indicator: 'Indicator',
    risk: 'Risk',
    opportunity: 'Opportunity',
    positive: 'More of this, more of that',
    negative: 'More of this, less of that',
    lag: (years: number) => `${years} yr`,
  },
  es: {
    indicator: 'Indicador',
    risk: 'Riesgo',
    opportunity: 'Oportunidad',
    positive: 'Más de esto, más de aquello',
    negative: 'Más de esto, menos de aquello',
    lag: (years: number) => (years === 1 ? '1 año' : `${years} años`),
  },
}

type Drawn = readonly [from: string, to: string, strength: number, lag?: number]
const kinds = ['indicator', 'risk', 'opportunity'] as const

/** A diagram of links between variables named by their labels; the kinds of the latter take turns. */
function linked(name: string, links: readonly Drawn[], locale: 'en' | 'es' = 'en', chosen: Piece | null = null): Case {
  const labels = [...new Set(links.flatMap(([from, to]) => [from, to]))]
  const idOf = (label: string) => `v${labels.indexOf(label)}`
  const graph = linkGraph({
    variables: labels.map((label, i) => ({ id: idOf(label), kind: kinds[i % 3] ?? 'risk' })),
    links: links.map(([from, to, strength, lag = 1], i) => ({
      id: `l${i}`,
      from: idOf(from),
      to: idOf(to),
      strength,
      lag,
    })),
  })
  const placed = placeLinks(
    {
      nodes: graph.nodes.map((node, i) => ({ ...node, label: labels[i] ?? '', spoken: '' })),
      edges: graph.edges.map((edge) => ({
        ...edge,
        above: `×${formatNumber(edge.strength, 2, locale)}`,
        below: words[locale].lag(edge.lag),
        spoken: '',
      })),
    },
    layOut,
    { fontSize: 11.5, target: 24, width: 640 },
  )
  const { width, height, content } = LinkDrawing({ placed, words: words[locale], chosen })
  return { name: `links-${name}`, width, height, chart: content }
}

const long = 'Pérdida de un tercio de los contenedores del Callao frente a Chancay, “incluido” el <de terceros> & otros'
const loop: Drawn[] = [
  ['Works stop', 'Contracts', -0.06, 2],
  ['Contracts', 'Works stop', 0.5],
  ['Contracts', 'Bribery case', 0.35],
  ['Bribery case', 'Cabinet falls', 0.1],
  ['Cabinet falls', 'Deal signed without a tender', -0.1],
  ['Deal signed without a tender', 'Bribery case', 0.15],
]

export const linkCases: Case[] = [
  linked('none', []),
  linked('one', [['Exports', 'Export shock', 0.3]]),
  linked('negative', [['Workdays lost', 'Copper output', -0.02]], 'es'),
  linked('loop', loop),
  linked('loop-with-a-node-chosen', loop, 'en', { kind: 'node', id: 'v2' }),
  linked('loop-with-an-edge-chosen', loop, 'es', { kind: 'edge', id: 'l5' }),
  linked('to-itself', [
    ['Trust', 'Trust', 0.4],
    ['Trust', 'Trust', -0.2, 2],
    ['Trust', 'Trade', 0.09],
    ['Rumour', 'Rumour', -0.1],
  ]),
  linked('twice-the-same-way', [
    ['Exports', 'Revenue', 0.3],
    ['Exports', 'Revenue', 0.1, 3],
    ['Exports', 'Revenue', -0.05, 20],
  ]),
  linked(
    'parts',
    ['Huawei', 'Callao', 'Confucius', 'Fibre', 'COSCO'].map(
      (name, i) => [name, `${name} shifts`, (i + 1) / 10] as const,
    ),
  ),
  linked('star', [
    ...Array.from({ length: 8 }, (_, i) => ['Ports', `Place ${i + 1}`, (i - 4) / 20 || 0.5] as const),
    ...Array.from({ length: 5 }, (_, i) => [`Cause ${i + 1}`, 'Ports', (i + 1) / 12] as const),
  ]),
  linked(
    'all-with-all',
    ['A', 'B', 'C', 'D'].flatMap((from) =>
      ['A', 'B', 'C', 'D'].flatMap((to) => (from === to ? [] : [[from, to, 0.2] as const])),
    ),
  ),
  linked(
    'long-label',
    [
      [long, 'Electroencefalografistasinternacionales', 0.3],
      ['Electroencefalografistasinternacionales', 'x', -1e-7],
    ],
    'es',
  ),
]
