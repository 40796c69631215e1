import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import { reasonOf, type UsedBy, usedBy, writeNotes } from '../../lib/explain/facts'
import type { Use } from '../../lib/explain/usage'
import type { Evidence } from '../../lib/pack/schema'
import { packModelAtom } from '../_state/url'
import { useText } from '../_state/workspace'

/** One row of the list, in words. */
export interface FactRow {
  id: string
  claim: string
  figure: string
  when: string
  /** Notes, or that there is none, and who vouches unless it is the author. */
  note: string
  source: 'note' | 'interviews' | 'none'
  reason: string
  /** The name of what rests on the fact first of all, and how much else does; or that nothing does. */
  used: { name: string; rest: string }
  unused: boolean
}

/** Puts facts into words: where one stands, and its row in the list. */
export function useFactWords() {
  const t = useTranslations('facts')
  const who = useTranslations('evidence')
  const { text } = useText()
  const { assumptions, meta, variables } = useAtomValue(packModelAtom).pack

  const sectionOf = (id: string) => text(meta.sectors.find((sector) => sector.id === id)?.label ?? { en: id, es: id })
  const sourceOf = ({ notes, voucher }: Evidence) =>
    notes.length > 0 ? 'note' : voucher === 'consulted' ? 'interviews' : 'none'
  /** "footnote 106", "no footnote", or that the fact rests on those consulted. */
  const notesOf = (fact: Evidence) => {
    const { notes } = fact
    return {
      note: t('notes', { n: notes.length, notes: writeNotes(notes) }),
      interviews: t('interviews'),
      none: t('noNote'),
    }[sourceOf(fact)]
  }
  /** "Infrastructure, footnote 106". */
  const place = (fact: Evidence) => t('place', { section: sectionOf(fact.section), notes: notesOf(fact) })

  const noteOf = (fact: Evidence) => {
    const source = sourceOf(fact)
    const note = { note: writeNotes(fact.notes), interviews: t('interviews'), none: t('none') }[source]
    const said = fact.voucher === 'author' || source === 'interviews'
    return said ? note : t('noteBy', { note, who: who(`voucher.${fact.voucher}`) })
  }
  const whenOf = ({ period, forecast }: Evidence) => {
    if (!forecast) return period ?? ''
    return period === null ? t('forecastAlone') : t('forecast', { period })
  }
  const usedOf = (uses: readonly Use[]) => {
    const used = usedBy(uses)
    const named = used.variables.length > 0 ? used.variables : used.assumptions
    const found = [...variables, ...assumptions].find(({ id }) => id === named[0])
    const first = found ? text(found.label) : ''
    const name = named.length > 1 ? t('several', { first, n: named.length - 1 }) : first
    return { name, rest: restOf(used, name !== '') }
  }
  /** Beside a name only rules are told; without one, what there is first of all. All else waits in the fact itself. */
  const restOf = ({ rules, links, scenarios, sites }: UsedBy, isNamed: boolean) => {
    if (rules.length > 0) return t('rules', { n: rules.length })
    if (isNamed) return ''
    if (links.length > 0) return t('links', { n: links.length })
    if (scenarios.length > 0) return t('scenarios', { n: scenarios.length })
    return sites.length > 0 ? t('map') : t('unusedFact')
  }
  const row = (fact: Evidence, uses: readonly Use[]): FactRow => ({
    id: fact.id,
    claim: text(fact.claim),
    figure: fact.figure ?? '',
    when: whenOf(fact),
    note: noteOf(fact),
    source: sourceOf(fact),
    reason: fact.caution === null ? '' : reasonOf(text(fact.caution)),
    used: usedOf(uses),
    unused: uses.length === 0,
  })
  return { sectionOf, notes: notesOf, place, row }
}
