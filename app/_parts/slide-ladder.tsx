import { useTranslations } from 'use-intl'
import { interval } from '../../lib/chart/series'
import { formatPercent, probabilityWord, wholePoints } from '../../lib/format'
import { wordedBands } from '../_charts/ladder'
import { StageLadder, type StageRow } from '../_charts/stage-ladder'
import { useText } from '../_state/workspace'
import type { SlideShown } from './slide-shown'
import { useGuessed } from './use-guessed'

/** Up to three events on the ladder. While one is to be guessed, none tells where it stands: neighbours move together. */
export function SlideLadder(props: SlideShown & { variables: readonly string[]; height: number }) {
  const { standing, fans, hidden, guess, variables, height } = props
  const t = useTranslations('slide')
  const { text } = useText()
  const words = useScaleWords()
  const spoken = useSpokenRow()
  const guessed = useGuessed()
  const { model, outcome, t: at, year, slide } = standing
  const rows = variables.flatMap((id): StageRow[] => {
    const index = model.indexOf.get(id)
    const variable = index === undefined ? undefined : model.variables[index]
    if (index === undefined || !variable) return []
    const path = outcome.paths[index]!
    return [
      {
        id,
        label: text(variable.label),
        baseline: path[0]!,
        value: hidden ? null : path[at]!,
        interval: hidden ? null : interval(fans[index] ?? null, at),
        coloured: variable.kind === 'risk',
        guess: guess && id === slide.predict ? guessed(variable, guess) : null,
      },
    ]
  })
  return (
    <figure role="img" aria-label={t('ladderSays', { year, rows: rows.map(spoken).join('; ') })}>
      <StageLadder
        rows={rows}
        words={words}
        year={year}
        points={t('pointsHead')}
        baseline={t('baseline')}
        height={height}
      />
    </figure>
  )
}

/** Words of the probability scale over the middle of their bands. */
export function useScaleWords() {
  const word = useTranslations('word')
  return wordedBands.map((band) => ({ text: word(band.word), at: (band.from + band.to) / 2 }))
}

/** One row in words, with what the room guessed. */
function useSpokenRow(): (row: StageRow) => string {
  const t = useTranslations('slide')
  const ladder = useTranslations('ladder')
  const word = useTranslations('word')
  return ({ label: name, baseline, value, interval, guess }) => {
    const also = guess ? `, ${guess.text}` : ''
    if (value === null) return `${t('hiddenRow', { name, baseline: formatPercent(baseline) })}${also}`
    const points = wholePoints(baseline, value)
    const moved = { points: Math.abs(points), baseline: formatPercent(baseline) }
    const said = ladder('row', {
      name,
      percent: formatPercent(value),
      word: word(probabilityWord(value) ?? 'none'),
      shift: points > 0 ? ladder('up', moved) : points < 0 ? ladder('down', moved) : ladder('same', moved),
      interval: interval
        ? ladder('interval', { low: formatPercent(interval.low), high: formatPercent(interval.high) })
        : ladder('computing'),
    })
    return `${said}${also}`
  }
}
