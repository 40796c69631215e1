import { useTranslations } from 'use-intl'
import { type Bar, tickDecimals, waterfall } from '../../lib/chart/waterfall'
import type { SlideChart } from '../../lib/deck/schema'
import { type Standing, withStates } from '../../lib/deck/slide'
import { shapley, type SplitPart } from '../../lib/explain/shapley'
import { formatQuantity, formatSigned, wholePoints } from '../../lib/format'
import type { Variable } from '../../lib/pack/schema'
import { sameRecord, scenarioOf } from '../../lib/scenario/assignment'
import { toneOf } from '../_charts/ladder'
import { StageWaterfall, stageBars } from '../_charts/stage-waterfall'
import { waterfallAxis } from '../_charts/waterfall'
import { useText } from '../_state/workspace'
import { useScaleWords } from './slide-ladder'
import type { SlideShown } from './slide-shown'
import { useGuessed } from './use-guessed'

/** Letters that fit beneath the name of an assumption. */
const mostLetters = 35

type Chart = Extract<SlideChart, { kind: 'waterfall' }>

/** What separates some other state of things from the slide as it stands, by assumption. */
export function SlideWaterfall(props: SlideShown & { chart: Chart; height: number }) {
  const { standing, hidden, guess, chart, height } = props
  const t = useTranslations('slide')
  const scale = useScaleWords()
  const guessed = useGuessed()
  const { locale, text } = useText()
  const name = useFromName()
  const drawn = useBars()
  const { model, year, slide, variants, assignment } = standing
  const variable = model.variables.find(({ id }) => id === chart.variable)
  if (!variable) return null
  const before = withStates(model, model.baseline, chart.from)
  const event = variable.kind !== 'indicator'
  const split = shapley(model, before, assignment, variable.id, year, variants)
  const room = guess && variable.id === slide.predict ? guessed(variable, guess) : null
  const bars = drawn(standing, variable, split, stageBars(height, event, room !== null))
  const format = (value: number) => formatQuantity(variable, value, locale)
  const shown = hidden ? [] : bars
  const reached = hidden ? [split.before] : [split.before, split.after, ...bars.map((bar) => bar.end)]
  const axis = waterfallAxis([...reached, ...(room?.at == null ? [] : [room.at])], event, (ticks) => {
    const written = variable.scale === 'chance' ? ticks.map((value) => 100 * value) : ticks
    const places = tickDecimals(written, 'decimals' in variable ? variable.decimals : 0)
    return ticks.map((value) => formatQuantity({ scale: variable.scale, decimals: places }, value, locale))
  })
  const tone = toneOf(wholePoints(split.before, split.after))
  const from = { name: name(standing, before), value: split.before, text: format(split.before) }
  const to = hidden ? null : { name: t('thisSlide'), value: split.after, text: format(split.after) }
  const said = { name: text(variable.label), year, from: `${from.name} ${from.text}` }
  const label = to
    ? t('partsSay', {
        ...said,
        to: to.text,
        bars: bars.map(({ label, shown }) => `${label} ${shown}`).join(', ') || t('noParts'),
      })
    : t('partsHide', said)
  return (
    <figure role="img" aria-label={[label, ...(room ? [room.text] : [])].join(' ')}>
      <StageWaterfall
        from={from}
        to={to}
        hiddenName={t('thisSlide')}
        tone={variable.kind === 'risk' && tone !== 'hold' ? tone : 'ink'}
        bars={shown}
        axis={axis}
        words={event ? scale : []}
        guess={room}
        height={height}
      />
    </figure>
  )
}

/** How the state of things is called where a waterfall starts. */
function useFromName(): (standing: Standing, before: Standing['assignment']) => string {
  const t = useTranslations('slide')
  const { text } = useText()
  return ({ model }, before) => {
    if (sameRecord(before, model.baseline)) return t('fromBaseline')
    const found = scenarioOf(model, before)
    return found ? text(found.scenario.label) : t('fromOther')
  }
}

/** The parts of a split as bars with their words, at most so many. */
function useBars() {
  const t = useTranslations('slide')
  const difference = useTranslations('difference')
  const { text, locale } = useText()
  return ({ model }: Standing, variable: Variable, split: ReturnType<typeof shapley>, most: number) => {
    const decimals = 'decimals' in variable ? variable.decimals : undefined
    const all = waterfall(split, variable.scale, decimals, most)
    // What is left over has a bar as well.
    const { bars, small } = all.small ? waterfall(split, variable.scale, decimals, most - 1) : all
    const assumptionOf = ({ assumption }: SplitPart) => model.pack.assumptions.find(({ id }) => id === assumption)
    const stateOf = (part: SplitPart, state: string) => {
      const found = assumptionOf(part)?.states.find(({ id }) => id === state)
      return found ? text(found.label) : state
    }
    const drawn = (bar: Bar, id: string, label: string, change: string) => ({
      ...{ id, label, change, start: bar.start, end: bar.end },
      coloured: variable.kind === 'risk' && bar.shown !== 0,
      shown: formatSigned(bar.shown, decimals ?? 0, locale),
    })
    return [
      ...bars.map((bar) => {
        const found = assumptionOf(bar.part)
        const to = stateOf(bar.part, bar.part.to)
        const change = difference('change', { from: stateOf(bar.part, bar.part.from), to })
        // Where there is no room for both, the state it leads to.
        const shown = change.length > mostLetters ? t('to', { state: to }) : change
        return drawn(bar, bar.part.assumption, found ? text(found.label) : bar.part.assumption, shown)
      }),
      ...(small ? [drawn(small, 'small', t('smaller', { n: small.parts.length }), '')] : []),
    ]
  }
}
