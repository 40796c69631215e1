import { useTranslations } from 'use-intl'
import { textWidth } from '../../lib/chart/wrap'
import type { Claim } from '../../lib/deck/schema'
import type { Standing } from '../../lib/deck/slide'
import { formatQuantity, formatShift, wholePoints } from '../../lib/format'
import { useText } from '../_state/workspace'

/** Room of a line under the headline, and the size of its type. */
const [width, size] = [1744, 28] as const

/** What is so instead of what a sentence claims: the variables of the claims that fail, each with its figure and its shift. */
export function useNotSo(): (standing: Standing, broken: readonly Claim[]) => string[] {
  const t = useTranslations('slide')
  const { text, locale } = useText()
  return ({ model, outcome, t: at }, broken) => {
    const ids = [...new Set(broken.flatMap((claim) => (claim.kind === 'above' ? [claim.variable, claim.other] : [claim.variable])))] // prettier-ignore
    const said = ids.flatMap((id) => {
      const index = model.indexOf.get(id)
      const variable = index === undefined ? undefined : model.variables[index]
      if (index === undefined || !variable) return []
      const [baseline, value] = [outcome.paths[index]![0]!, outcome.paths[index]![at]!]
      const signed = formatShift(variable, baseline, value, locale)
      const points = wholePoints(baseline, value)
      const shift = variable.kind === 'indicator' ? signed : `${signed} ${t('points', { n: Math.abs(points) })}`
      return [t('notSoClaim', { name: text(variable.label), value: formatQuantity(variable, value, locale), shift })]
    })
    if (said.length === 0) return []
    const named = (n: number) => {
      const more = said.length - n
      return t('notSo', {
        claims: [...said.slice(0, n), ...(more > 0 ? [t('notSoMore', { n: more })] : [])].join('; '),
      })
    }
    const fits = (line: string) => textWidth(line, size) <= width
    return [[3, 2].map((n) => named(Math.min(n, said.length))).find(fits) ?? named(1)]
  }
}
