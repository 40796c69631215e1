import type { ReactNode } from 'react'
import { CompareLadderDrawing } from '../../app/_charts/compare-ladder-drawing'
import { HeatDrawing } from '../../app/_charts/heat-drawing'
import { HeatMatrix } from '../../app/_charts/heat-matrix'
import { LadderGround, LadderTrack, wordedBands } from '../../app/_charts/ladder'
import { type DrawnRow, LadderDrawing } from '../../app/_charts/ladder-drawing'
import { BasisMark, HalfDisc, HandOn, Logo, StateMark, Triangle, Turn } from '../../app/_charts/mark'
import { PathChart } from '../../app/_charts/path-chart'
import { PathsChart } from '../../app/_charts/paths-chart'
import { Picture } from '../../app/_charts/picture'
import { SignedInterval } from '../../app/_charts/signed-interval'
import { type Part, RunningTotal } from '../../app/_charts/running-total'
import { WaterfallDrawing, type WaterfallEnd, waterfallAxis } from '../../app/_charts/waterfall'
import { type StripDot, StripsDrawing, type StripSide } from '../../app/_charts/strips'
import { TableDrawing } from '../../app/_charts/table-drawing'
import en from '../../app/_words/en.json'
import es from '../../app/_words/es.json'
import { spreadPoints } from '../../lib/chart/clusters'
import { series } from '../../lib/chart/series'
import { fanLevels } from '../../lib/engine/fan-levels'
import { formatNumber, formatPercent, formatSigned } from '../../lib/format'
import { letters } from '../../lib/scenario/comparison'
import { doubtCases } from './doubt-cases'
import { linkCases } from './link-cases'
import { maps } from './map-cases'
import { stageCases } from './stage-cases'

/** One awkward case of one chart, at the size it is looked at. */
export interface Case {
  name: string
  width: number
  height: number
  chart: ReactNode
}

const words = { en, es }
const long =
  'Pérdida de un tercio de los contenedores del Callao frente a Chancay, “incluido” el transbordo <de terceros> & otros'
const around = (value: number, by: number) => ({ low: Math.max(0, value - by), high: Math.min(1, value + by) })

function track(name: string, baseline: number, value: number, more: Partial<Parameters<typeof LadderTrack>[0]> = {}) {
  const chart = <LadderTrack baseline={baseline} value={value} interval={around(value, 0.12)} height={24} {...more} />
  return { name: `track-${name}`, width: 400, height: more.height ?? 24, chart }
}

const tracks: Case[] = [
  track('at-the-baseline', 0.38, 0.38),
  track('rise', 0.38, 0.6312),
  track('fall', 0.6312, 0.38),
  track('without-interval', 0.38, 0.63, { interval: null }),
  track('interval-of-no-width', 0.38, 0.63, { interval: { low: 0.63, high: 0.63 } }),
  track('three-points', 0.2, 0.23),
  track('three-points-down', 0.23, 0.2),
  track('two-and-a-half-points-shown-as-three', 0.2, 0.225),
  track('two-and-a-half-points-shown-as-two', 0.205, 0.23),
  track('near-zero', 0.0004, 0.0071, { interval: { low: 0, high: 0.0312345 } }),
  track('near-one', 0.9613, 0.9996, { interval: { low: 0.90123, high: 1 } }),
  track('from-end-to-end', 0, 1, { interval: { low: 0, high: 1 } }),
  track('favourable-rise', 0.38, 0.63, { coloured: false }),
  track('favourable-under-three-points', 0.38, 0.4, { coloured: false }),
  track('large', 1 / 3, 2 / 3, { height: 51, scale: 1.7 }),
]

const grounds: Case[] = [
  { name: 'ground', width: 400, height: 60, chart: <LadderGround height={60} /> },
  { name: 'ground-of-full-height', width: 400, height: 120, chart: <LadderGround height="100%" /> },
]

function caption(locale: 'en' | 'es', assumptions = words[locale].save.noChanges) {
  const { ladder } = words[locale]
  return { title: ladder.risks, subtitle: ladder.adverse.replace('{year}', '2026'), assumptions, source: 'A. Author' }
}

type Group = { label: string; rows: readonly DrawnRow[] }
function ladder(name: string, locale: 'en' | 'es', groups: readonly Group[], coloured = true): Case {
  const drawing = LadderDrawing({
    groups,
    words: wordedBands.map(({ word, from, to }) => ({ text: words[locale].word[word], at: (from + to) / 2 })),
    coloured,
    year: 2026,
    points: words[locale].ladder.points,
  })
  return picture(`ladder-${name}`, locale, drawing)
}

function picture(
  name: string,
  locale: 'en' | 'es',
  drawing: { width: number; height: number; content: ReactNode },
  own = caption(locale),
): Case {
  const chart = (
    <Picture caption={own} width={drawing.width} height={drawing.height}>
      {drawing.content}
    </Picture>
  )
  return { name, width: drawing.width + 64, height: drawing.height + 240, chart }
}

const row = (label: string, baseline: number, value: number): DrawnRow => ({
  label,
  baseline,
  value,
  interval: around(value, 0.1),
})
const several: Group[] = [
  { label: 'Ports & works', rows: [row('Callao loses a third', 0.38, 0.63), row('Chancay stalls', 0.45, 0.2)] },
  { label: 'Trade <and> mining', rows: [row('Copper falls', 0.2, 0.22), row('Tariffs', 0.005, 0.995)] },
]

const ladders: Case[] = [
  ladder('empty', 'en', []),
  ladder('group-without-rows', 'en', [{ label: 'Ports & works', rows: [] }]),
  ladder('one-row', 'en', [{ label: 'Ports', rows: [row('Callao loses a third', 0.38, 0.63)] }]),
  ladder('several-en', 'en', several),
  ladder('several-es', 'es', several),
  ladder('favourable', 'en', several, false),
  ladder('all-equal', 'en', [{ label: 'Ports', rows: ['a', 'b', 'c'].map((label) => row(label, 0.2, 0.2)) }]),
  ladder('while-computing', 'es', [{ label: 'Puertos', rows: [{ ...row('Callao', 0.38, 0.63), interval: null }] }]),
  ladder('long-label', 'es', [{ label: long, rows: [row(long, 0.38, 0.63)] }]),
]

/** A fan that widens year by year around a path. */
export function fanOf(path: readonly number[], width: number) {
  const z = [-1.645, -0.674, 0, 0.674, 1.645]
  return Float64Array.from({ length: path.length * fanLevels.length }, (_, i) => {
    const t = Math.floor(i / fanLevels.length)
    return (path[t] ?? 0) + width * t * (z[i % fanLevels.length] ?? 0)
  })
}

function path(name: string, values: readonly number[], more: Partial<Parameters<typeof PathChart>[0]> = {}, width = 0) {
  const made = series(
    values.map((_, t) => 2021 + t),
    Float64Array.from(values),
    width > 0 ? fanOf(values, width) : null,
  )
  const chart = <PathChart series={made} height={88} year={2026} reference={`${values[0] ?? 0} in 2021`} {...more} />
  return { name: `path-${name}`, width: 240, height: more.height ?? 88, chart }
}

const ten = (f: (t: number) => number) => Array.from({ length: 10 }, (_, t) => f(t))
const paths: Case[] = [
  path('empty', []),
  path('one-year', [21.5], { year: 2021 }),
  path('one-year-with-fan', [21.5], { year: 2021 }, 1),
  path('two-years', [21.5, 23.1], { year: 2022 }),
  path(
    'all-equal',
    ten(() => 21.5),
  ),
  path(
    'all-zero',
    ten(() => 0),
  ),
  path(
    'rise',
    ten((t) => 15.9 + t / 3),
    {},
    0.31,
  ),
  path(
    'steep-rise',
    ten((t) => 2 + t * t),
    {},
    0.3,
  ),
  path(
    'fall',
    ten((t) => 15.9 - t * 1.37),
    {},
    0.7,
  ),
  path(
    'from-zero',
    ten((t) => (t < 3 ? 0 : t * 2.5)),
    { reference: '0 in 2021' },
    1,
  ),
  path(
    'negative',
    ten((t) => -4.2 - t / 7),
    {},
    0.2,
  ),
  path(
    'through-zero',
    ten((t) => 3 - t),
    {},
    0.4,
  ),
  path(
    'tiny',
    ten((t) => 1e-7 * (1 + t)),
    {},
    2e-8,
  ),
  path(
    'huge',
    ten((t) => 1.23456789e12 * (1 + t / 10)),
    {},
    1e10,
  ),
  path(
    'first-year-marked',
    ten((t) => 15.9 + t / 3),
    { year: 2021 },
  ),
  path(
    'last-year-marked',
    ten((t) => 15.9 + t / 3),
    { year: 2030 },
  ),
  path(
    'long-reference',
    ten((t) => 15.9 + t / 3),
    { reference: long },
  ),
  path(
    'low',
    ten((t) => 15.9 - t / 3),
    { height: 64 },
    0.2,
  ),
  path(
    'large',
    ten((t) => 15.9 + t / 3),
    { height: 320, fontSize: 13 },
    0.31,
  ),
]

const parts = (...amounts: number[]): Part[] =>
  amounts.map((amount, i) => ({ id: String(i), amount, label: formatSigned(100 * amount, 0, 'en') }))

function running(name: string, baseline: number, list: readonly Part[], more: object = {}): Case {
  const value = list.reduce((sum, { amount }) => sum + amount, baseline)
  const whole = { baseline, value, parts: list, width: 284, event: true, coloured: true, ...more }
  return { name: `running-${name}`, width: whole.width, height: 58, chart: <RunningTotal {...whole} /> }
}

const runnings: Case[] = [
  running('without-parts', 0.38, []),
  running('rise', 0.38, parts(0.17, 0.08)),
  running('fall', 0.63, parts(-0.17, -0.08)),
  running('both-ways', 0.38, parts(0.21, 0.07, 1 / 30, -0.11, -0.02)),
  running('cancelled-out', 0.38, parts(0.2, -0.2)),
  running('one-hair', 0.38, parts(1e-9)),
  running('near-zero', 0.004, parts(0.003, -0.006)),
  running('near-one', 0.97, parts(0.025, 0.004)),
  running('beyond-the-scale-on-the-way', 0.9, parts(0.2, -0.3)),
  running('two-and-a-half-points-shown-as-two', 0.205, parts(0.025)),
  running('many', 0.2, parts(...Array.from({ length: 24 }, (_, i) => (i % 3 === 2 ? -1 : 1) / (40 + i)))),
  running('favourable', 0.38, parts(0.21, -0.06), { coloured: false }),
  running('wide', 0.38, parts(0.21, -0.06), { width: 760, fontSize: 13 }),
  running('amount', 15.9, parts(2.4, -0.7), { event: false, coloured: false }),
  running('amount-from-zero', 0, parts(15), { event: false, coloured: false }),
  running('negative-amount', -4.2, parts(-1.3, 0.4), { event: false, coloured: false }),
  running('amount-at-zero', 0, [], { event: false, coloured: false }),
  running('amount-unmoved', 7.5, [], { event: false, coloured: false }),
]

type Heat = { years: number[]; rows: { label: string; points: number[]; texts: string[] }[] }
function heat(name: string, { years, rows }: Heat, locale: 'en' | 'es' = 'en'): Case[] {
  const matrix = (
    <foreignObject width={640} height={240}>
      <HeatMatrix
        corner={words[locale].sector.corner}
        columns={years.map((year) => ({ id: String(year), head: year, chosen: year === 2026 }))}
        rows={rows}
      />
    </foreignObject>
  )
  const { title, unit } = words[locale].sector
  return [
    { name: `heat-${name}`, width: 640, height: 240, chart: matrix },
    picture(`heat-drawing-${name}`, locale, HeatDrawing({ heads: years.map(String), rows }), {
      ...caption(locale),
      title,
      subtitle: unit,
    }),
  ]
}

const heated = (label: string, ...points: number[]) => ({
  label,
  points,
  texts: points.map((value) => formatSigned(value, 0, 'en')),
})
const years = [2022, 2023, 2024, 2025, 2026]
const heats: Case[] = [
  ...heat('empty', { years: [], rows: [] }),
  ...heat('without-rows', { years, rows: [] }),
  ...heat('one-cell', { years: [2026], rows: [heated('Ports', 7)] }),
  ...heat('all-zero', { years, rows: [heated('Ports', 0, 0, 0, 0, 0)] }, 'es'),
  ...heat('edges', { years, rows: [heated('Up', 1.49, 1.5, 12, 24, 60), heated('Down', -1.49, -1.5, -12, -24, -60)] }),
  ...heat('long-label', { years, rows: [heated(long, 1, -2, 3, -4, 5)] }, 'es'),
]

type Falls = { from: WaterfallEnd; parts: readonly number[]; to: WaterfallEnd; label?: string; own?: boolean }
/** A waterfall of some parts, in points, or with `own` in a unit of its own. */
function falling(name: string, locale: 'en' | 'es', { from, parts, to, label, own = false }: Falls, coloured = !own) {
  const starts = parts.map((_, i) => parts.slice(0, i).reduce((sum, part) => sum + part, from.value))
  const bars = parts.map((part, i) => ({
    id: String(i),
    label: label ?? words[locale].difference.assumption,
    change: `${locale === 'es' ? 'Con retraso' : 'Late'} – ${locale === 'es' ? 'A tiempo' : 'On time'}`,
    start: starts[i] ?? 0,
    end: (starts[i] ?? 0) + part,
    shown: formatSigned(own ? part : 100 * part, own ? 1 : 0, locale),
    coloured,
  }))
  const values = [from.value, to.value, ...bars.map(({ end }) => end)]
  const axis = waterfallAxis(values, !own, (ticks) => ticks.map((tick) => formatNumber(tick, 1, locale)))
  const scale = wordedBands.map(({ word, from, to }) => ({ text: words[locale].word[word], at: (from + to) / 2 }))
  return picture(`waterfall-${name}`, locale, WaterfallDrawing({ from, to, bars, axis, words: own ? [] : scale }))
}

const ended = (letter: WaterfallEnd['letter'], name: string, value: number, text = formatPercent(value)) => ({
  letter,
  name,
  value,
  text,
})
const waterfalls: Case[] = [
  falling('empty', 'en', { from: ended(null, 'Baseline', 0.38), parts: [], to: ended('A', 'Castillo stays', 0.38) }),
  falling('one-bar', 'en', { from: ended(null, 'Baseline', 0.38), parts: [0.25], to: ended('C', 'Successor', 0.63) }),
  falling('several-en', 'en', {
    from: ended('B', 'Leftist successor', 0.25),
    parts: [0.14, 0.13, 0.1, 0.05, 1 / 50],
    to: ended('D', 'Transactional + zone', 0.69),
  }),
  falling('several-es', 'es', {
    from: ended('B', 'Sucesor de izquierda', 0.25),
    parts: [0.3, -0.11, 1 / 30],
    to: ended('D', 'Transaccional, con zona', 0.4733),
  }),
  falling('fall', 'en', {
    from: ended('D', 'Transactional + zone', 0.69),
    parts: [-0.33, -0.1, 0.02],
    to: ended('B', 'Leftist successor', 0.28),
  }),
  falling('beyond-the-scale-on-the-way', 'en', {
    from: ended('A', 'Castillo stays', 0.9),
    parts: [0.2, -0.3],
    to: ended('B', 'Leftist successor', 0.8),
  }),
  falling('one-hair', 'en', { from: ended('A', 'Near zero', 0.004), parts: [1e-9], to: ended('B', 'Same', 0.004) }),
  falling('long-label', 'es', {
    from: ended('A', long, 0.38),
    parts: [0.25],
    to: ended('B', long, 0.63),
    label: long,
  }),
  falling(
    'favourable',
    'en',
    { from: ended('A', 'Castillo stays', 0.3), parts: [0.25, -0.06], to: ended('C', 'Successor', 0.49) },
    false,
  ),
  falling('indicator', 'en', {
    from: ended('A', 'Castillo stays', 21.98, '22.0'),
    parts: [0.98, 0.87, 0.58, 0.26, 0.13, 0.08],
    to: ended('D', 'Transactional + zone', 24.88, '24.9'),
    own: true,
  }),
  falling('negative-indicator', 'es', {
    from: ended('A', 'Castillo continúa', -4.2, '−4.2'),
    parts: [-1.3, 0.4],
    to: ended('B', 'Sucesor de izquierda', -5.1, '−5.1'),
    own: true,
  }),
  falling('unmoved-indicator', 'en', {
    from: ended('A', 'Castillo stays', 0, '0.0'),
    parts: [],
    to: ended('B', 'Leftist successor', 0, '0.0'),
    own: true,
  }),
]

const dots = (kind: string, ...points: readonly number[]): StripDot[] =>
  points.map((points, i) => ({
    id: `${kind}${i}`,
    from: 0.5,
    to: 0.5 + points / 200,
    points,
    label: `${kind} ${i + 1}`,
    spoken: '',
  }))

/** Sides compared with the baseline, by letter: shifts of adverse and of favourable events. */
function strip(name: string, locale: 'en' | 'es', sides: readonly StripSide[]): Case {
  const { gains, compare } = words[locale]
  const axis = {
    unit: gains.unit.replace('{reference}', compare.baselineSaid),
    less: gains.less,
    likelier: gains.likelier,
    reference: null,
  }
  const own = { ...caption(locale), title: gains.title, subtitle: gains.subtitle.replace('{year}', '2026') }
  return picture(`strips-${name}`, locale, StripsDrawing({ sides, axis }), own)
}
const sided = (
  letter: StripSide['letter'],
  adverse: readonly StripDot[],
  favourable: readonly StripDot[],
): StripSide => ({
  letter,
  name: `${letter ?? 'Baseline'} side`,
  adverse,
  favourable,
  counts: { adverse: `${adverse.length} adverse`, favourable: `${favourable.length} favourable` },
})
const mixed = [
  sided(
    'A',
    dots('Mine clash', 0, 0, 0, 1, -1, 2, 3, 3, 8, 8, 19, 29, -4, -12),
    dots('Port hub', 0, 0, 3, 9, 14, 34, -3),
  ),
  sided('B', dots('Mine clash', 0, 0, -2, -2, -3, 5, 5, 5, 11, 31, 32), dots('Port hub', 0, -2, -3, -9, 11)),
]
const strips: Case[] = [
  strip('empty', 'en', []),
  strip('without-events', 'en', [sided('A', [], [])]),
  strip('one', 'en', [sided('C', dots('Callao loses a third', 6), [])]),
  strip('all-equal', 'es', [sided('D', dots('Sin cambio', ...Array(23).fill(0)), dots('Igual', ...Array(7).fill(0)))]),
  strip('several-en', 'en', mixed),
  strip('several-es', 'es', mixed),
  strip('from-end-to-end', 'en', [sided(null, dots('Edge', -98, 98, 60, -60), dots('Edge of gains', -98, 98))]),
  strip('long-label', 'es', [sided('B', dots(long, 12, -7), dots('Corto', 18))]),
]

const columns = [
  { head: 'Outcome', width: 270 },
  { head: 'A', width: 104, numbers: true },
  { head: 'Order', width: 220, numbers: true },
]
const tables: Case[] = [
  picture('table-empty', 'en', TableDrawing({ columns: [], groups: [] })),
  picture('table-without-rows', 'en', TableDrawing({ columns, groups: [{ label: 'Adverse events', rows: [] }] })),
  picture(
    'table-several',
    'es',
    TableDrawing({
      columns,
      groups: [
        {
          label: 'Eventos <adversos>',
          rows: [
            ['Callao', '<1% −12', 'A > B, seguro >99%'],
            [long, '45% 0', 'abierto 1%'],
          ],
        },
        { label: 'Indicadores', rows: [['Comercio', '1,234.5 +0.1', 'sin diferencia']] },
      ],
    }),
  ),
]

function onGrid(marks: readonly ReactNode[]) {
  return marks.map((mark, i) => (
    <svg key={i} x={8 + 40 * (i % 6)} y={8 + 32 * Math.floor(i / 6)} width={28} height={28}>
      {mark}
    </svg>
  ))
}

const both = [true, false]
const marks: Case = {
  name: 'marks',
  width: 256,
  height: 104,
  chart: onGrid([
    <Logo key="logo" />,
    ...both.flatMap((chosen) =>
      both.map((baseline) => <StateMark key={`${chosen} ${baseline}`} chosen={chosen} baseline={baseline} size={18} />),
    ),
    <Turn key="back" />,
    <Turn key="forward" forward />,
    <HalfDisc key="disc" />,
    <HandOn key="hand" />,
    <Triangle key="up" up tone="var(--up)" />,
    <Triangle key="down" up={false} tone="var(--down)" size={14} />,
    ...(['stated', 'implied', 'judgement'] as const).map((basis) => <BasisMark key={basis} basis={basis} />),
  ]),
}

const drawing = { width: 760, height: 40, content: <LadderGround height={40} /> }
const sentence = 'Port access: privileged; '
const pictures: Case[] = [
  picture('picture-en', 'en', drawing),
  picture('picture-es', 'es', drawing),
  picture('picture-of-nothing', 'en', { width: 0, height: 0, content: null }),
  picture('picture-without-words', 'en', drawing, { title: '', subtitle: '', assumptions: '', source: '' }),
  picture('picture-long-words', 'es', drawing, {
    title: long,
    subtitle: long,
    assumptions: Array.from({ length: 19 }, (_, i) => `${i + 1}. ${sentence}`).join(''),
    source: 'x'.repeat(150),
  }),
]

type CompareGroups = Parameters<typeof CompareLadderDrawing>[0]['groups']
function comparedRow(label: string, values: readonly number[], baseline: number, reference: number | null = null) {
  const columns = values.map((value, i) => ({ letter: letters[i] ?? null, value }))
  const own = reference === null ? { letter: null, value: baseline } : columns[reference]!
  const others = [...columns, ...(reference === null ? [] : [{ letter: null, value: baseline }])]
  return {
    label,
    sides: others.filter(({ letter }) => letter !== own.letter),
    reference: own,
    spread: spreadPoints(columns),
  }
}
function comparedLadder(name: string, locale: 'en' | 'es', groups: CompareGroups): Case {
  const { word, compare } = words[locale]
  const drawing = CompareLadderDrawing({
    groups,
    words: wordedBands.map((band) => ({ text: word[band.word], at: (band.from + band.to) / 2 })),
    spread: compare.spread,
    still: compare.still.replace('{letters}', 'ABCD'),
  })
  return picture(`compared-${name}`, locale, drawing)
}
const fourRows = [
  comparedRow('Far apart', [0.2, 0.45, 0.7, 0.9], 0.3),
  comparedRow('Two and two', [0.2, 0.21, 0.6, 0.61], 0.4),
  comparedRow('All on one place', [0.6, 0.6, 0.6, 0.6], 0.4),
  comparedRow('On the ring', [0.5, 0.5, 0.9, 0.1], 0.5),
  comparedRow('Nothing shifts', [0.41, 0.39, 0.4, 0.42], 0.4),
  comparedRow('At the left end', [0.02, 0.03, 0.06, 0.001], 0.05),
  comparedRow('At the right end', [0.98, 0.97, 0.94, 0.999], 0.95),
]
const comparedLadders: Case[] = [
  comparedLadder('empty', 'en', []),
  comparedLadder('one', 'en', [{ label: 'Ports', rows: [comparedRow('Callao', [0.6], 0.4)] }]),
  comparedLadder('several-en', 'en', [{ label: 'Ports & works', rows: fourRows }]),
  comparedLadder('several-es', 'es', [{ label: 'Puertos y obras', rows: fourRows }]),
  comparedLadder('with-another-reference', 'en', [
    {
      label: 'Ports',
      rows: [comparedRow('From B', [0.2, 0.45, 0.7, 0.9], 0.3, 1), comparedRow('Still', [0.3, 0.3], 0.31, 1)],
    },
  ]),
  comparedLadder('long-label', 'es', [{ label: long, rows: [comparedRow(long, [0.2, 0.45, 0.7, 0.9], 0.3)] }]),
]

function lines(name: string, ends: readonly number[], more: Partial<Parameters<typeof PathsChart>[0]> = {}): Case {
  const years = ten((t) => 2021 + t)
  const pathOf = (letter: (typeof letters)[number] | null, end: number) => ({
    letter,
    values: ten((t) => 20 + ((end - 20) * t) / 9),
    end: formatNumber(end, 1, 'en'),
  })
  const chart = (
    <PathsChart
      years={years}
      paths={ends.map((end, i) => pathOf(letters[i] ?? null, end))}
      reference={pathOf(null, 20)}
      fan={null}
      year={2026}
      width={240}
      height={200}
      format={(value) => formatNumber(value, 1, 'en')}
      {...more}
    />
  )
  return { name: `paths-${name}`, width: 240, height: 200, chart }
}
const lineCharts: Case[] = [
  lines('none', []),
  lines('one', [25]),
  lines('four', [25, 22, 20, 15]),
  lines('ends-close-together', [25, 25.1, 25.2, 25.15]),
  lines('all-equal', [20, 20, 20, 20]),
  lines('through-zero', [-30, 40]),
  lines('with-a-fan', [25, 22], { fan: { letter: 'A', low: ten((t) => 20 - t / 2), high: ten((t) => 20 + t * 2) } }),
  lines('one-year', [], {
    years: [2021],
    reference: { letter: null, values: [20], end: '20.0' },
    paths: [{ letter: 'A', values: [20], end: '20.0' }],
    year: 2021,
  }),
]

function signed(name: string, low: number, value: number, high: number): Case {
  const chart = <SignedInterval low={low} value={value} high={high} width={290} zero="no difference" />
  return { name: `signed-${name}`, width: 290, height: 34, chart }
}
const differences: Case[] = [
  signed('above-zero', 0.1, 0.57, 0.84),
  signed('below-zero', -14.5, -9.3, -6),
  signed('on-both-sides', -2, 1, 5),
  signed('of-no-width', 3, 3, 3),
  signed('at-zero', 0, 0, 0),
  signed('tiny', 0, 1e-9, 2e-9),
]

export const cases: readonly Case[] = [
  ...tracks,
  ...grounds,
  ...ladders,
  ...paths,
  ...comparedLadders,
  ...lineCharts,
  ...differences,
  ...runnings,
  ...heats,
  ...strips,
  ...tables,
  ...waterfalls,
  marks,
  ...doubtCases,
  ...linkCases,
  ...maps,
  ...stageCases,
  ...pictures,
]
