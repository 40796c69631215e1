'use client'
import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import { modelAtom } from '../_state/url'
import { useText } from '../_state/workspace'

/** A list of all variables by kind, to choose one from; of the events alone where asked, or none of them by a name for that. */
export function VariableSelect(props: {
  label: string
  value: string
  onChoose: (id: string) => void
  eventsOnly?: boolean
  none?: string
}) {
  const { label, value, onChoose, eventsOnly = false, none } = props
  const t = useTranslations('rules')
  const { text } = useText()
  const { variables } = useAtomValue(modelAtom).pack
  const kinds = [
    { kind: 'risk', name: t('risks') },
    { kind: 'opportunity', name: t('opportunities') },
    { kind: 'indicator', name: t('indicators') },
  ] as const
  return (
    <select aria-label={label} value={value} onChange={(event) => onChoose(event.target.value)}>
      {none !== undefined && <option value="">{none}</option>}
      {kinds.map(({ kind, name }) => {
        const own = variables.filter((variable) => variable.kind === kind && !(eventsOnly && kind === 'indicator'))
        return (
          own.length > 0 && (
            <optgroup key={kind} label={name}>
              {own.map((variable) => (
                <option key={variable.id} value={variable.id}>
                  {text(variable.label)}
                </option>
              ))}
            </optgroup>
          )
        )
      })}
    </select>
  )
}
