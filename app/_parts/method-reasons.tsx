'use client'
import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import { mostPlayers, type SplitPart } from '../../lib/explain/shapley'
import { wholeParts } from '../../lib/explain/whole-parts'
import { formatNumber, formatSigned } from '../../lib/format'
import type { Variable } from '../../lib/pack/schema'
import { pairAtom, pairSplitAtom, workedTraceAtom } from '../_state/method'
import { modelAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import { type Line, Row, Section, tags, Worked } from './method-section'
import { useRuleName, useShown, useWorked } from './use-worked'
import { useTitle } from './use-title'

/** Most lines of an example; the smaller parts then stand together in the last. */
const most = 6

/** How a shift is taken apart: into pushes, between two scenarios, and between two versions of the model. */
export function MethodReasons({ title }: { title: string }) {
  const t = useTranslations('method.reasons')
  const { locale } = useText()
  const { variables } = useAtomValue(modelAtom).pack
  return (
    <Section id="reasons" title={title}>
      <Row beside={<Traced />}>
        <p>{t('trace')}</p>
        <p>{t.rich('points', tags)}</p>
        <p>
          {variables.some(({ scale }) => scale === 'derived') && t('formula')} {t('rounded')}
        </p>
      </Row>
      <Row beside={<SplitTable />}>
        <p>{t.rich('split', tags)}</p>
        <p>{t('pair', { n: formatNumber(mostPlayers, 0, locale) })}</p>
        <p>{t('mine')}</p>
      </Row>
    </Section>
  )
}

/** How parts of a shift are written: points with a decimal for events and shares, else the unit with one decimal more. */
function useAmount({ scale, ...own }: Variable): { factor: number; decimals: number; column: string } {
  const t = useTranslations('method.reasons')
  const points = scale === 'chance'
  return {
    factor: points ? 100 : 1,
    decimals: 'decimals' in own ? own.decimals + 1 : 1,
    column: points ? t('pointsColumn') : t('unitColumn'),
  }
}

interface Part {
  id: string
  name: string
  note?: string
  /** On the scale; null where there is no common one. */
  push: number | null
  natural: number
}

/** Parts as lines, largest first, with their sum; beyond a few the rest stand together. */
function usePartLines(variable: Variable): (parts: readonly Part[]) => Line[] {
  const t = useTranslations('method')
  const { locale } = useText()
  const { factor, decimals } = useAmount(variable)
  const together = (id: string, name: string, some: readonly Part[]): Part => ({
    id,
    name,
    push: some.some(({ push }) => push === null) ? null : some.reduce((sum, { push }) => sum + (push ?? 0), 0),
    natural: some.reduce((sum, { natural }) => sum + natural, 0),
  })
  /** Parts as they are printed, amounts in units of the last digit, so that what is printed adds up. */
  const printed = (parts: readonly Part[]): Part[] => {
    const naturals = parts.map(({ natural }) => natural * factor * 10 ** decimals)
    const total = Math.round(naturals.reduce((sum, natural) => sum + natural, 0))
    const whole = wholeParts(naturals, total)
    return parts.map((part, i) => ({
      ...part,
      push: part.push === null ? null : Number(part.push.toFixed(4)),
      natural: whole[i] ?? 0,
    }))
  }
  const line = ({ id, name, note, push, natural }: Part): Line => ({
    id,
    name,
    note,
    cells: [
      ...(push === null ? [] : [formatSigned(push, 4, locale)]),
      formatSigned(natural / 10 ** decimals, decimals, locale),
    ],
  })
  return (all) => {
    const parts = printed(all)
    const rest = parts.length > most + 1 ? parts.slice(most) : []
    return [
      ...parts.slice(0, parts.length - rest.length).map(line),
      ...(rest.length > 0 ? [line(together('rest', t('reasons.smaller', { n: rest.length }), rest))] : []),
      { ...line(together('sum', t('total'), parts)), sum: true },
    ]
  }
}

/** The pushes behind the number worked out by hand, and their points. */
function Traced() {
  const t = useTranslations('method.reasons')
  const all = useTranslations('method')
  const { text } = useText()
  const { pack } = useAtomValue(modelAtom)
  const { variable, name, scenario, year, shown } = useWorked()
  const { contributions, baseline, value } = useAtomValue(workedTraceAtom)
  const cause = useRuleName()
  const lines = usePartLines(variable)
  const { column } = useAmount(variable)
  const derived = variable.scale === 'derived'
  const parts = contributions.map((part): Part => {
    const push = derived ? null : part.onScale
    if (part.kind === 'link') {
      const from = pack.variables.find(({ id }) => id === part.link.from)
      return { id: part.link.id, name: t('through', { name: from ? text(from.label) : part.link.from }), push, natural: part.natural } // prettier-ignore
    }
    return { id: `${part.rule.id}/${part.effect.variable}`, name: cause(part.rule), push, natural: part.natural }
  })
  if (parts.length === 0) return null
  return (
    <Worked
      caption={t('traced', { name, year, scenario, from: shown(baseline), to: shown(value) })}
      head={[all('cause'), ...(derived ? [] : [t('push')]), column]}
      lines={lines(parts)}
    />
  )
}

/** What separates two scenarios of the pack where they part most. */
function SplitTable() {
  const t = useTranslations('method.reasons')
  const { text } = useText()
  const { pack } = useAtomValue(modelAtom)
  const pair = useAtomValue(pairAtom)
  const { variable: id, year, before, after, parts } = useAtomValue(pairSplitAtom)
  const variable = pack.variables.find((own) => own.id === id)!
  const title = useTitle()
  const shown = useShown(variable)
  const lines = usePartLines(variable)
  const { column } = useAmount(variable)
  const named = ({ assumption, from, to, natural }: SplitPart): Part => {
    const found = pack.assumptions.find((own) => own.id === assumption)!
    const label = (state: string) => text(found.states.find((own) => own.id === state)!.label)
    const note = t('change', { from: label(from), to: label(to) })
    return { id: assumption, name: text(found.label), note, push: null, natural }
  }
  const some = parts.filter(({ natural }) => natural !== 0).map(named)
  if (some.length === 0) return null
  const names = { a: title(pair[0]), b: title(pair[1]), before: shown(before), after: shown(after) }
  return (
    <Worked
      caption={t('splitCaption', { name: text(variable.label), year, ...names })}
      head={[t('assumption'), column]}
      lines={lines(some)}
    />
  )
}
