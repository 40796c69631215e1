import { useTranslations } from 'use-intl'
import type { Claim } from '../../lib/deck/schema'
import type { Standing } from '../../lib/deck/slide'
import { formatQuantity, formatShift } from '../../lib/format'
import { useText } from '../_state/workspace'

/** Most variables named when a sentence does not hold. */
const most = 3

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
      const shift = formatShift(variable, baseline, value, locale)
      return [t('notSoClaim', { name: text(variable.label), value: formatQuantity(variable, value, locale), shift })]
    })
    if (broken.length === 0) return []
    const claims = [...said.slice(0, most), ...(said.length > most ? [t('notSoMore', { n: said.length - most })] : [])]
    return [t('notSo', { claims: claims.join('; ') })]
  }
}
