import type { ReactNode } from 'react'
import { wordedBands } from '../../app/_charts/ladder'
import { Picture } from '../../app/_charts/picture'
import { RampSpark } from '../../app/_charts/ramp-spark'
import { SizeRange, SizeTicks } from '../../app/_charts/size-range'
import { TornadoDrawing, type TornadoRow } from '../../app/_charts/tornado'
import { waterfallAxis } from '../../app/_charts/waterfall'
import en from '../../app/_words/en.json'
import es from '../../app/_words/es.json'
import { rampSeries } from '../../lib/chart/ramp'
import { sizeAxis } from '../../lib/chart/size-range'
import { tornado } from '../../lib/chart/tornado'
import { formatNumber, formatPercent, formatSigned } from '../../lib/format'
import type { Case } from './cases'

/** Charts of doubt: what a value hangs on, how a rule's strength runs, how large an effect is. */

const words = { en, es }
const long =
  'Pérdida de un tercio de los contenedores del Callao frente a Chancay, “incluido” el transbordo <de terceros> & otros'

type Ends = readonly [low: number, high: number, states?: readonly number[]]
type Blown = { value: number; ends: readonly Ends[]; label?: string; own?: boolean; coloured?: boolean; most?: number }
/** A tornado of ranges and, where states are given, of assumptions; with `own` in a unit of its own. */
function blown(name: string, locale: 'en' | 'es', blowing: Blown): Case {
  const { value, ends, label = 'The terminal is open to all', own = false, coloured = !own, most = 8 } = blowing
  const text = (at: number) => (own ? formatNumber(at, 1, locale) : formatPercent(at))
  const row = (id: string, label: string, note: string, [low, high, states]: Ends): TornadoRow => {
    const own = states ? { states } : {}
    return { id, label, note, low, high, lowText: text(low), highText: text(high), ...own }
  }
  const swings = ends.map((own, i) => row(`${i}`, label, own[2] ? 'Late, on time, halted' : '×1.2 – ×3.4', own))
  const { main, small, values } = tornado(swings, value, most)
  const rest = small ? [row('small', `${small.swings.length} smaller`, '', [small.low, small.high, []])] : []
  const drawing = TornadoDrawing({
    rows: [...main, ...rest],
    value,
    now: locale === 'en' ? `${text(value)} now` : `${text(value)} ahora`,
    axis: waterfallAxis(values, !own, (ticks) => ticks.map((tick) => formatNumber(tick, 1, locale))),
    coloured,
    words: own
      ? []
      : wordedBands.map(({ word, from, to }) => ({ text: words[locale].word[word], at: (from + to) / 2 })),
  })
  const { ladder, save } = words[locale]
  const caption = { title: ladder.risks, subtitle: '2030', assumptions: save.noChanges, source: 'A. Author' }
  const chart = (
    <Picture caption={caption} width={drawing.width} height={drawing.height}>
      {drawing.content}
    </Picture>
  )
  return { name: `tornado-${name}`, width: drawing.width + 64, height: drawing.height + 240, chart }
}

const tornadoes: Case[] = [
  blown('of-nothing', 'en', { value: 0.34, ends: [] }),
  blown('one', 'en', { value: 0.34, ends: [[0.17, 0.53]] }),
  blown('several-en', 'en', {
    value: 0.34,
    ends: [
      [0.17, 0.53],
      [0.48, 0.23],
      [0.21, 0.34, [0.21, 0.34, 0.3]],
      [0.34, 0.45, [0.45, 0.34, 0.36, 0.41]],
      [0.33, 0.37],
      [0.32, 0.35],
    ],
  }),
  blown('several-es', 'es', {
    value: 0.63,
    ends: [
      [0.41, 0.78],
      [0.57, 0.63, [0.57, 0.63, 0.6]],
    ],
  }),
  blown('with-smaller-ones', 'en', { value: 0.34, ends: Array.from({ length: 12 }, (_, i) => [0.3 - i / 50, 0.4]), most: 6 }), // prettier-ignore
  blown('near-zero', 'en', { value: 0.008, ends: [[0.0001, 0.03], [0.004, 0.012]] }), // prettier-ignore
  blown('near-one', 'en', { value: 0.991, ends: [[0.94, 0.9995], [0.98, 0.996]] }), // prettier-ignore
  blown('both-ends-above', 'en', { value: 0.34, ends: [[0.41, 0.39], [0.3, 0.28]] }), // prettier-ignore
  blown('favourable', 'en', { value: 0.34, ends: [[0.17, 0.53]], coloured: false }),
  blown('long-label', 'es', { value: 0.34, ends: [[0.17, 0.53]], label: long }),
  blown('indicator', 'en', {
    value: 24.9,
    ends: [
      [20.1, 33.4, [20.1, 24.9, 33.4]],
      [24.1, 26.3],
      [25.8, 23.9],
    ],
    own: true,
  }),
  blown('negative-indicator', 'es', {
    value: -4.2,
    ends: [
      [-9.8, 1.4],
      [-4.6, -4],
    ],
    own: true,
  }),
]

const horizon = Array.from({ length: 10 }, (_, t) => 2021 + t)
function spark(name: string, rule: Parameters<typeof rampSeries>[0], years: readonly number[] = horizon): Case {
  const chart = <RampSpark series={rampSeries(rule, years)} label={`${long}: 2021 0%, 2030 100%`} />
  return { name: `spark-${name}`, width: 72, height: 20, chart }
}
const sparks: Case[] = [
  spark('ramp', { onset: 2023, rampYears: 4 }),
  spark('at-once', { onset: 2024, rampYears: 0 }),
  spark('passing', { onset: 2023, rampYears: 0, fadeFrom: 2025, fadeYears: 2 }),
  spark('passing-at-once', { onset: 2024, rampYears: 2, fadeFrom: 2028 }),
  spark('fading-before-full', { onset: 2022, rampYears: 6, fadeFrom: 2025, fadeYears: 4 }),
  spark('last-year-alone', { onset: 2030, rampYears: 3 }),
  spark('beyond-the-horizon', { onset: 2035, rampYears: 3 }),
  spark('two-years', { onset: 2022, rampYears: 2 }, [2021, 2022]),
  spark('one-year', { onset: 2021, rampYears: 0 }, [2021]),
  spark(
    'sixty-years',
    { onset: 2030, rampYears: 20, fadeFrom: 2060, fadeYears: 10 },
    Array.from({ length: 61 }, (_, t) => 2021 + t),
  ),
]

type Size = readonly [low: number, central: number, high: number]
const sized = ([low, central, high]: Size) => ({ low, central, high })
function size(name: string, own: Size, scale: 'chance' | 'level' = 'chance', from?: Size): Case {
  const axis = sizeAxis(scale, 5)
  const chart = <SizeRange size={sized(own)} axis={axis} label={name} from={from && sized(from)} />
  return { name: `size-${name}`, width: 120, height: 18, chart }
}
function ticks(name: string, scale: 'chance' | 'level', fontSize: number, width: number): Case {
  const format = (shift: number) => formatSigned(shift, 0, 'en')
  const chart = <SizeTicks axis={sizeAxis(scale, 500)} format={format} fontSize={fontSize} width={width} />
  return { name: `size-ticks-${name}`, width, height: fontSize + 4, chart }
}
const sizes: Case[] = [
  size('raises', [1.3, 2, 4.5]),
  size('lowers', [0.3, 0.55, 0.9]),
  size('either-way', [0.7, 1.1, 2.2]),
  size('no-effect', [1, 1, 1]),
  size('of-no-width', [2, 2, 2]),
  size('ends-of-the-axis', [0.1, 1, 10]),
  size('beyond-above', [6, 24, 60]),
  size('beyond-below', [0.02, 0.15, 0.4]),
  size('beyond-both', [0.001, 1.5, 1000]),
  size('all-beyond', [20, 40, 60]),
  size('changed', [1.1, 1.4, 2], 'chance', [1.3, 3, 4.5]),
  size('level', [-1, 2, 4.5], 'level'),
  size('level-beyond', [-8, -2, 1], 'level'),
  ticks('factors', 'chance', 11, 120),
  ticks('factors-on-a-phone', 'chance', 13, 160),
  ticks('levels', 'level', 11, 120),
]

/** One column as a page has it: ticks above, sizes below. */
const column: ReactNode = (
  <>
    <SizeTicks axis={sizeAxis('chance', 1)} format={() => ''} />
    {sizes.slice(0, 11).map(({ name, chart }, i) => (
      <svg key={name} y={18 + 22 * i} width={120} height={18}>
        {chart}
      </svg>
    ))}
  </>
)

export const doubtCases: readonly Case[] = [
  ...tornadoes,
  ...sparks,
  ...sizes,
  { name: 'size-column', width: 120, height: 264, chart: column },
]
