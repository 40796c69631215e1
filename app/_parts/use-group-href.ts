import { useAtomValue } from 'jotai'
import { modelAtom, pathOf, rulesQueryAtom } from '../_state/url'
import { useText } from '../_state/workspace'

/** Leads to the rules on the first sector of a group that has a risk: where the numbers of the group come from. */
export function useGroupHref(): (group: string) => string {
  const { locale } = useText()
  const { meta, variables } = useAtomValue(modelAtom).pack
  const rules = useAtomValue(rulesQueryAtom)
  return (group) => {
    const own = meta.sectors.filter((sector) => sector.group === group)
    const first = own.find(({ id }) => variables.some(({ kind, sector }) => kind === 'risk' && sector === id)) ?? own[0]
    return `${pathOf(locale, 'rules')}?${rules({ by: 'sector', of: first?.id ?? null })}`
  }
}
