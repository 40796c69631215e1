import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import { type Tornado, tornado } from '../../lib/chart/tornado'
import { tickDecimals } from '../../lib/chart/waterfall'
import { firing } from '../../lib/engine/evaluate'
import type { AssumptionSwing, BaselineSwing, EffectSwing } from '../../lib/explain/sensitivity'
import { formatQuantity } from '../../lib/format'
import type { RulesScreen } from '../../lib/scenario/browsing'
import type { TornadoRow } from '../_charts/tornado'
import { type WaterfallAxis, waterfallAxis } from '../_charts/waterfall'
import { sensitivityAtom } from '../_state/sensitivity'
import { modelAtom, rulesScreenAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import { useRuleWords } from './use-rule-words'

/** A row of the tornado in words, and the place of Rules that it leads to. */
export interface SwingRow extends TornadoRow {
  place: Partial<Pick<RulesScreen, 'by' | 'of' | 'rule'>>
}

/** One side of the tornado: the rows with a place of their own, and those folded into one. */
export type SwingGroup = Pick<Tornado<SwingRow>, 'main' | 'small'>

const mostRows = 12

/** What the variable looked into hangs on, in words and on one axis: numbers with a range, and assumptions. */
export function useSwings() {
  const { text, locale } = useText()
  const model = useAtomValue(modelAtom)
  const { assignment } = useAtomValue(rulesScreenAtom)
  const found = useAtomValue(sensitivityAtom)
  const variable = model.pack.variables.find(({ id }) => id === found.variable)!
  const format = (value: number) => formatQuantity(variable, value, locale)
  const ends = (low: number, high: number) => ({ low, high, lowText: format(low), highText: format(high) })
  const words = useRowWords(found.variable)
  const effects = found.effects.map((swing): SwingRow => ({
    ...words.effect(swing),
    ...ends(swing.atLow, swing.atHigh),
  }))
  const starts = found.baselines.map((swing): SwingRow => ({
    ...words.baseline(swing),
    ...ends(swing.atLow, swing.atHigh),
  }))
  const assumptions = found.assumptions.map((swing): SwingRow => ({
    ...words.assumption(swing),
    ...ends(swing.lowest.value, swing.highest.value),
    states: swing.states.map(({ value }) => value),
  }))
  const numbers = tornado([...effects, ...starts], found.value, mostRows)
  const states = tornado(assumptions, found.value, mostRows)
  const ticks = (values: readonly number[]) => {
    const written = variable.scale === 'chance' ? values.map((value) => 100 * value) : values
    const decimals = tickDecimals(written, 'decimals' in variable ? variable.decimals : 0)
    return values.map((value) => formatQuantity({ scale: variable.scale, decimals }, value, locale))
  }
  const axis: WaterfallAxis = waterfallAxis([...numbers.values, ...states.values], variable.kind !== 'indicator', ticks)
  const reached = effects.length + found.still.effects > 0
  const acting = reached ? 'on it' : firing(model, assignment).length > 0 ? 'elsewhere' : 'nowhere'
  return { found, variable, name: text(variable.label), format, numbers, states, axis, acting } as const
}

export type Swings = ReturnType<typeof useSwings>

/** Puts what is moved into words: its name, from where to where, and where to read of it. */
function useRowWords(looked: string) {
  const t = useTranslations('sensitivity')
  const { text } = useText()
  const model = useAtomValue(modelAtom)
  const rules = useRuleWords()
  const variableOf = (id: string) => model.pack.variables.find((own) => own.id === id)
  const derived = variableOf(looked)?.scale === 'derived'
  return {
    effect: ({ rule, effect }: EffectSwing) => {
      const pushed = variableOf(effect.variable)
      const size = pushed ? rules.size(pushed, effect) : ''
      const name = pushed ? text(pushed.label) : effect.variable
      const by = effect.variable === looked ? [] : [derived ? t('onPart', { name }) : t('through', { name })]
      return {
        id: `${rule.id}/${effect.variable}`,
        label: rules.name(rule),
        note: [size, ...by].join(' · '),
        place: { by: 'variable', of: effect.variable, rule: rule.id } as const,
      }
    },
    baseline: ({ variable, baseline }: BaselineSwing) => {
      const started = variableOf(variable)
      return {
        id: `baseline/${variable}`,
        label: t('baselineOf', { name: started ? text(started.label) : variable }),
        note: started ? rules.start(started, baseline) : '',
        place: { by: 'variable', of: variable } as const,
      }
    },
    assumption: ({ assumption, now, lowest, highest }: AssumptionSwing) => {
      const asked = model.pack.assumptions.find(({ id }) => id === assumption)
      const state = (id: string) => {
        const own = asked?.states.find((state) => state.id === id)
        return own ? text(own.label) : id
      }
      const states = t('states', { lowest: state(lowest.state), highest: state(highest.state) })
      const between = now !== lowest.state && now !== highest.state
      return {
        id: assumption,
        label: asked ? text(asked.label) : assumption,
        note: between ? t('statesNow', { states, now: state(now) }) : states,
        place: { by: 'assumption', of: assumption } as const,
      }
    },
  }
}
