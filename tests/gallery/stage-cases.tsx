import atlas from 'world-atlas/countries-50m.json'
import { wordedBands } from '../../app/_charts/ladder'
import { StageComparison, type StageCompared } from '../../app/_charts/stage-comparison'
import { StageLadder, type StageRow } from '../../app/_charts/stage-ladder'
import { StageMap } from '../../app/_charts/stage-map'
import { StagePath, type StagePathWords } from '../../app/_charts/stage-path'
import { StageWaterfall } from '../../app/_charts/stage-waterfall'
import { type WaterfallBar, waterfallAxis } from '../../app/_charts/waterfall'
import en from '../../app/_words/en.json'
import es from '../../app/_words/es.json'
import { spreadPoints } from '../../lib/chart/clusters'
import { series } from '../../lib/chart/series'
import { formatNumber, formatPercent, formatSigned, wholePoints } from '../../lib/format'
import { letters } from '../../lib/scenario/comparison'
import type { Case } from './cases'
import { mapWords, outlineIn, site, sitesOf, square } from './map-cases'

/** Charts of the stage: those of a slide, at the size that a room reads. */

const words = { en, es }
const long =
  'Pérdida de un tercio de los contenedores del Callao frente a Chancay, “incluido” el transbordo <de terceros> & otros'
const width = 1744
const scaleOf = (locale: 'en' | 'es') =>
  wordedBands.map(({ word, from, to }) => ({ text: words[locale].word[word], at: (from + to) / 2 }))
const guessed = (at: number | null, text = 'Room: 60% (12 up, 3 same, 1 down)') => ({ at, text })

function row(label: string, baseline: number, value: number | null, more: Partial<StageRow> = {}): StageRow {
  const interval = value === null ? null : { low: Math.max(0, value - 0.12), high: Math.min(1, value + 0.1) }
  return { id: label, label, baseline, value, interval, coloured: true, guess: null, ...more }
}

function ladder(name: string, rows: readonly StageRow[], locale: 'en' | 'es' = 'en', height = 430): Case {
  const { slide } = words[locale]
  const chart = (
    <StageLadder
      rows={rows}
      words={scaleOf(locale)}
      year={2026}
      points={slide.pointsHead}
      baseline={slide.baseline}
      height={height}
    />
  )
  return { name: `stage-ladder-${name}`, width, height, chart }
}

const three = [row('Callao loses a third', 0.38, 0.69), row('COSCO leads', 0.55, 0.82), row('Berths', 0.8, 0.33)]
const ladders: Case[] = [
  ladder('three-en', three),
  ladder('three-es', three, 'es'),
  ladder('one', three.slice(0, 1)),
  ladder('of-nothing', []),
  ladder('low', three, 'en', 260),
  ladder('while-computing', [row('Callao', 0.38, 0.69, { interval: null })]),
  ladder('unmoved-and-barely', [row('Still', 0.38, 0.38), row('Barely', 0.38, 0.395)]),
  ladder('falling-from-the-end', [row('Nearly certain', 0.97, 0.4), row('Above', 0.995, 0.9)]),
  ladder('favourable', [row('A hub', 0.1, 0.4, { coloured: false })]),
  ladder('near-the-ends', [row('Up', 0.004, 0.996), row('Down', 0.02, 0.03)]),
  ladder('long-label', [row(long, 0.38, 0.69), row(`${long}.`, 0.2, 0.1)], 'es'),
  ladder('hidden', [row('Callao', 0.38, null), row('COSCO', 0.55, null)]),
  ladder('hidden-with-guess', [row('Callao', 0.38, null, { guess: guessed(0.6) }), row('COSCO', 0.55, null)]),
  ladder('with-guess', [row('Callao', 0.38, 0.69, { guess: guessed(0.1) })]),
  ladder('with-hands-alone', [row('Callao', 0.38, 0.69, { guess: guessed(null, 'Sala: 12 sube, 3 igual, 1 baja') })]),
]

const inWords: StagePathWords = {
  name: 'Total trade with the partner',
  unit: 'US$ bn a year',
  reference: '21.5 in 2021',
  value: '26.9',
  year: 'in 2026',
  range: '90%: 24.1–30.8',
  end: '27.1 in 2030',
}
function path(
  name: string,
  values: readonly number[],
  more: Partial<Parameters<typeof StagePath>[0]> = {},
  spread = 0,
  height = 430,
): Case {
  const z = [-1.645, -0.674, 0, 0.674, 1.645]
  const fan = Float64Array.from(values.flatMap((value, t) => z.map((by) => value + spread * t * by)))
  const made = series(
    values.map((_, t) => 2021 + t),
    Float64Array.from(values),
    spread > 0 ? fan : null,
  )
  const given = { series: made, t: 5, words: inWords, hidden: false, guess: null, height }
  return { name: `stage-path-${name}`, width, height, chart: <StagePath {...given} {...more} /> }
}
const ten = (f: (t: number) => number) => Array.from({ length: 10 }, (_, t) => f(t))
const rise = ten((t) => 21.5 + t / 2)
const paths: Case[] = [
  path('rise', rise, {}, 0.4),
  path(
    'fall',
    ten((t) => 85 - 4 * t),
    {},
    2,
  ),
  path(
    'flat',
    ten(() => 21.5),
  ),
  path('while-computing', rise),
  path('from-zero', ten((t) => 2 * t), {}, 0.4), // prettier-ignore
  path('all-zero', ten(() => 0)), // prettier-ignore
  path('through-zero', ten((t) => 3 - t), {}, 0.3), // prettier-ignore
  path('one-year', [21.5], { t: 0 }),
  path('last-year', rise, { t: 9, words: { ...inWords, end: null } }, 0.4),
  path('hidden', rise, { hidden: true }),
  path('hidden-with-guess', rise, { hidden: true, guess: guessed(40) }),
  path('with-guess', rise, { guess: guessed(12) }, 0.4),
  path('with-guess-low', ten((t) => 20 - 2 * t), { guess: guessed(5) }, 0.4), // prettier-ignore
  path('with-hands-alone', rise, { guess: guessed(null, 'Room: 3 up, 0 same, 9 down') }, 0.4),
  path('long-words', rise, { words: { ...inWords, name: long, unit: long } }, 0.4),
]

function compared(label: string, baseline: number, values: readonly number[], more: Partial<StageCompared> = {}) {
  const sides = values.map((value, i) => ({ letter: letters[i] ?? null, value }))
  return { id: label, label, baseline, sides, spread: String(spreadPoints(sides)), guess: null, ...more }
}
function comparison(
  name: string,
  names: readonly string[],
  rows: readonly StageCompared[],
  locale: 'en' | 'es' = 'en',
) {
  const chart = (
    <StageComparison
      columns={names.map((column, i) => ({ letter: letters[i] ?? null, name: column }))}
      rows={rows}
      words={scaleOf(locale)}
      spread={words[locale].slide.spread}
      still={words[locale].compare.still.replace('{letters}', 'A–D')}
      height={430}
    />
  )
  return { name: `stage-comparison-${name}`, width, height: 430, chart }
}
const four = ['She stays', 'A successor', 'A dealer', 'A dealer, with the zone']
const comparisons: Case[] = [
  comparison('four-en', four, [
    compared('Callao loses a third', 0.1, [0.2, 0.21, 0.5, 0.7]),
    compared('All together', 0.4, [0.5, 0.505, 0.51, 0.515]),
    compared('Nothing parts', 0.4, [0.4, 0.41, 0.4, 0.39]),
  ]),
  comparison('four-es', four, [compared('Callao', 0.1, [0.02, 0.21, 0.5, 0.99])], 'es'),
  comparison('one', ['She stays'], [compared('Callao', 0.1, [0.3])]),
  comparison('hidden-with-guess', four, [compared('Callao', 0.3, [], { spread: '?', guess: guessed(0.8) })]),
  comparison('with-guess', four, [compared('Callao', 0.1, [0.2, 0.3, 0.4, 0.5], { guess: guessed(0.6) })]),
  comparison('long-names', [long, long, long, long], [compared(long, 0.1, [0.2, 0.3, 0.4, 0.5])]),
]

function bars(values: readonly number[], coloured: boolean): WaterfallBar[] {
  return values.slice(1).map((end, i) => {
    const start = values[i] ?? 0
    const shown = coloured ? formatSigned(wholePoints(start, end), 0, 'en') : formatSigned(end - start, 1, 'en')
    return { id: `${i}`, label: `Assumption ${i + 1}`, change: 'Open to Privileged', start, end, shown, coloured }
  })
}
function waterfall(
  name: string,
  values: readonly number[],
  more: Partial<Parameters<typeof StageWaterfall>[0]> = {},
  locale: 'en' | 'es' = 'en',
): Case {
  const [first, last] = [values[0] ?? 0, values.at(-1) ?? 0]
  const event = values.every((value) => value >= 0 && value <= 1)
  const text = (value: number) => (event ? formatPercent(value) : formatNumber(value, 1, locale))
  const given = {
    from: { name: words[locale].slide.fromBaseline, value: first, text: text(first) },
    to: { name: words[locale].slide.thisSlide, value: last, text: text(last) },
    hiddenName: words[locale].slide.thisSlide,
    tone: event ? ('up' as const) : ('ink' as const),
    bars: bars(values, event),
    axis: waterfallAxis(values, event, (ticks) => ticks.map((tick) => formatNumber(tick, 1, locale))),
    words: event ? scaleOf(locale) : [],
    guess: null,
    height: 430,
  }
  return { name: `stage-waterfall-${name}`, width, height: 430, chart: <StageWaterfall {...given} {...more} /> }
}
const waterfalls: Case[] = [
  waterfall('rise-en', [0.2, 0.5, 0.6, 0.58]),
  waterfall('rise-es', [0.2, 0.5, 0.6, 0.58], {}, 'es'),
  waterfall('fall', [0.7, 0.5, 0.2], { tone: 'down' }),
  waterfall('indicator', [21.5, 16.7, 17.3]),
  waterfall('of-nothing', [0.4]),
  waterfall('low', [0.2, 0.5, 0.6], { height: 300 }),
  waterfall('one-hair', [0.4, 0.4001]),
  waterfall('hidden-with-guess', [0.2], { to: null, guess: guessed(0.6) }),
  waterfall('with-guess', [0.2, 0.5, 0.6], { guess: guessed(0.9) }),
  waterfall('long-label', [0.2, 0.5], { bars: bars([0.2, 0.5], true).map((bar) => ({ ...bar, label: long, change: '' })) }), // prettier-ignore
]

const statuses = (['operating', 'underway', 'halted', 'proposed'] as const).map((status, i) =>
  site(status, -2, 4 - 2 * i, { status, approximate: i === 1 }),
)
const inSquare = { outline: outlineIn(square, '900'), height: 430 }
const country = { outline: outlineIn(atlas, '604'), height: 610 }
const stageMaps: Case[] = [
  {
    name: 'stage-map-of-nothing',
    width,
    height: 430,
    chart: <StageMap {...inSquare} sites={[]} words={mapWords.en} />,
  },
  { name: 'stage-map-statuses', width, height: 430, chart: <StageMap {...inSquare} sites={statuses} words={mapWords.en} /> }, // prettier-ignore
  { name: 'stage-map-peru', width, height: 610, chart: <StageMap {...country} sites={sitesOf('peru-prc', 'es')} words={mapWords.es} /> }, // prettier-ignore
]

export const stageCases: readonly Case[] = [...ladders, ...paths, ...comparisons, ...waterfalls, ...stageMaps]
