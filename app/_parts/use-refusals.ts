import { useTranslations } from 'use-intl'
import type { Issue } from '../../lib/fail'
import type { Change } from '../../lib/pack/challenge'
import { type ChangeField, refusalOf } from '../../lib/pack/refusal'
import { writeNumber, writePercent } from '../../lib/typed'

/** One number of a change, as a form asks for it. */
export interface NumberField {
  id: ChangeField
  label: string
  /** What my version says now; null where it says nothing. */
  value: number | null
  /** A share is typed in percent, a year or a span of years in whole numbers. */
  as: 'number' | 'percent' | 'whole'
  /** Stands behind the field. */
  unit: string
  least: number
  most: number
  /** May be left empty. */
  optional?: boolean
}

/** Why something typed is not taken: one sentence, and the fields that it is about. */
export interface Refused {
  fields: readonly ChangeField[]
  text: string
}

type Typed = Readonly<Partial<Record<ChangeField, string>>>

/** Says why what is typed into fields is not taken. */
export function useRefusals(fields: readonly NumberField[]) {
  const t = useTranslations('rules')
  const write = ({ as }: NumberField, value: number) =>
    as === 'percent' ? `${writePercent(value)}%` : writeNumber(value)
  return {
    /** What cannot be read as numbers at all: null is an empty field, NaN an unreadable one. */
    unread: (readings: readonly { field: NumberField; reading: number | null }[], typed: Typed): Refused[] => [
      ...readings.flatMap(({ field: { id, label, optional }, reading }): Refused[] => {
        if (Number.isNaN(reading))
          return [{ fields: [id], text: t('unreadable', { field: label, typed: typed[id] ?? '' }) }]
        return reading === null && !optional ? [{ fields: [id], text: t('empty', { field: label }) }] : []
      }),
      ...halfRange(readings).map((ids): Refused => ({ fields: ids, text: t('halfRange') })),
    ],
    /** What the model does not allow. */
    refused: (issues: readonly Issue[], made: Change, typed: Typed): Refused[] =>
      issues.map((issue) => {
        const { kind, fields: about } = refusalOf(issue, made)
        const [one, other] = about.map((id) => fields.find((field) => field.id === id))
        const said = (field: NumberField) => typed[field.id] ?? (field.value === null ? '' : write(field, field.value))
        if (kind === 'bounds' && one) {
          const values = {
            field: one.label,
            typed: said(one),
            least: write(one, one.least),
            most: write(one, one.most),
          }
          return { fields: about, text: t(one.as === 'whole' ? 'outsideWhole' : 'outside', values) }
        }
        if (kind === 'order' && one && other)
          return {
            fields: about,
            text: t('disorder', { low: one.label, lowTyped: said(one), high: other.label, highTyped: said(other) }),
          }
        return { fields: [], text: t('refused', { message: issue.message, hint: issue.hint }) }
      }),
  }
}

/** The ends of a range of which one alone is given. */
function halfRange(readings: readonly { field: NumberField; reading: number | null }[]): (readonly ChangeField[])[] {
  const ends = readings.filter(({ field }) => field.optional)
  const given = ends.filter(({ reading }) => reading !== null)
  return given.length === 0 || given.length === ends.length ? [] : [ends.map(({ field }) => field.id)]
}
