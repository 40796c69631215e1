import { useTranslations } from 'use-intl'
import { spreadPoints } from '../../lib/chart/clusters'
import type { SlideChart } from '../../lib/deck/schema'
import { withStates } from '../../lib/deck/slide'
import { evaluate } from '../../lib/engine/evaluate'
import { formatPercent } from '../../lib/format'
import { letters } from '../../lib/scenario/comparison'
import { StageComparison, type StageCompared } from '../_charts/stage-comparison'
import { useText } from '../_state/workspace'
import type { SlideShown } from './slide-shown'
import { useScaleWords } from './slide-ladder'
import { useGuessed } from './use-guessed'

/** Up to three events with the marks of up to four scenarios, the last of them the slide as it stands. */
export function SlideComparison(
  props: SlideShown & { chart: Extract<SlideChart, { kind: 'comparison' }>; height: number },
) {
  const { standing, hidden, guess, chart, height } = props
  const t = useTranslations('slide')
  const compare = useTranslations('compare')
  const { text } = useText()
  const words = useScaleWords()
  const guessed = useGuessed()
  const { model, variants, outcome, t: at, year, slide } = standing
  const columns = chart.columns.map(({ label }, i) => ({ letter: letters[i] ?? null, name: text(label) }))
  const outcomes = chart.columns.map(({ states }, i) =>
    i === chart.columns.length - 1 ? outcome : evaluate(model, withStates(model, model.baseline, states), variants),
  )
  const rows = chart.variables.flatMap((id): StageCompared[] => {
    const index = model.indexOf.get(id)
    const variable = index === undefined ? undefined : model.variables[index]
    if (index === undefined || !variable) return []
    const sides = outcomes.map(({ paths }, i) => ({ letter: columns[i]?.letter ?? null, value: paths[index]![at]! }))
    return [
      {
        id,
        label: text(variable.label),
        baseline: outcome.paths[index]![0]!,
        sides: hidden ? [] : sides,
        spread: hidden ? '?' : String(spreadPoints(sides)),
        guess: guess && id === slide.predict ? guessed(variable, guess) : null,
      },
    ]
  })
  const spoken = ({ label: name, baseline, sides, spread, guess }: StageCompared) => {
    const said = sides.map(({ value }, i) => `${columns[i]?.name} ${formatPercent(value)}`)
    const row = hidden
      ? t('hiddenRow', { name, baseline: formatPercent(baseline) })
      : t('comparedRow', { name, values: said.join(', '), spread })
    return guess ? `${row}, ${guess.text}` : row
  }
  return (
    <figure role="img" aria-label={t('ladderSays', { year, rows: rows.map(spoken).join('; ') })}>
      <StageComparison
        columns={columns}
        rows={rows}
        words={words}
        spread={t('spread')}
        still={compare('still', { letters: columns.length > 1 ? `A–${columns.at(-1)?.letter ?? ''}` : 'A' })}
        height={height}
      />
    </figure>
  )
}
