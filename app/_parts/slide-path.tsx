import { useTranslations } from 'use-intl'
import { interval, series } from '../../lib/chart/series'
import { formatQuantity } from '../../lib/format'
import { StagePath } from '../_charts/stage-path'
import { useText } from '../_state/workspace'
import type { SlideShown } from './slide-shown'
import { useGuessed } from './use-guessed'

/** One variable by year with its fan; before it is guessed, no more than what the reference says. */
export function SlidePath(props: SlideShown & { variable: string; height: number }) {
  const { standing, fans, hidden, guess, variable: id, height } = props
  const t = useTranslations('slide')
  const { text, locale } = useText()
  const guessed = useGuessed()
  const { model, outcome, t: at, year, slide } = standing
  const index = model.indexOf.get(id)
  const variable = index === undefined ? undefined : model.variables[index]
  if (index === undefined || !variable) return null
  const path = outcome.paths[index]!
  const [first, last] = [model.years[0]!, model.years.at(-1)!]
  const format = (value: number) => formatQuantity(variable, value, locale)
  const around = hidden ? null : interval(fans[index] ?? null, at)
  const own = hidden ? path.map(() => path[0]!) : path
  const words = {
    name: text(variable.label),
    unit: 'unit' in variable ? text(variable.unit) : t('chance'),
    reference: t('inYear', { value: format(path[0]!), year: first }),
    value: hidden ? '?' : format(path[at]!),
    year: t('in', { year }),
    range: around
      ? t('range', { low: format(around.low).replace('%', ''), high: format(around.high) })
      : t('computing'),
    end: year === last ? null : t('inYear', { value: format(own.at(-1)!), year: last }),
  }
  const room = guess && id === slide.predict ? guessed(variable, guess) : null
  const said = { name: words.name, unit: words.unit, first: format(path[0]!), from: first }
  const label = hidden
    ? t('pathHides', said)
    : t('pathSays', { ...said, value: words.value, last: year, range: words.range })
  return (
    <figure role="img" aria-label={[label, ...(room ? [room.text] : [])].join(' ')}>
      <StagePath
        series={series(model.years, own, hidden ? null : (fans[index] ?? null))}
        t={at}
        words={words}
        hidden={hidden}
        guess={room}
        height={height}
      />
    </figure>
  )
}
