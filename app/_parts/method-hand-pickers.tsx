'use client'
import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import { type Assignment, applyScenario, sameRecord } from '../../lib/scenario/assignment'
import { modelAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import styles from './method-hand.module.css'
import { useWorked } from './use-worked'

/** Which number is worked out: variable, scenario, year. */
export function HandPickers(props: {
  show: (change: { open?: string; year?: number; assignment?: Assignment }) => void
}) {
  const t = useTranslations('method.hand')
  const { text } = useText()
  const { years, pack } = useAtomValue(modelAtom)
  const { variable, year } = useWorked()
  const kinds = [
    { kind: 'risk', label: t('risks') },
    { kind: 'opportunity', label: t('opportunities') },
    { kind: 'indicator', label: t('indicators') },
  ] as const
  return (
    <div className={styles.pickers}>
      <label className={styles.variable}>
        {t('variable')}
        <select value={variable.id} onChange={(event) => props.show({ open: event.target.value })}>
          {kinds.map(({ kind, label }) => (
            <optgroup key={kind} label={label}>
              {pack.variables
                .filter((own) => own.kind === kind)
                .map(({ id, label }) => (
                  <option key={id} value={id}>
                    {text(label)}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </label>
      <ScenarioPicker show={props.show} />
      <label>
        {t('year')}
        <select value={year} onChange={(event) => props.show({ year: Number(event.target.value) })}>
          {years.slice(1).map((own) => (
            <option key={own}>{own}</option>
          ))}
        </select>
      </label>
    </div>
  )
}

/** The scenarios of the pack, and the one in the address where it is none of them. */
function ScenarioPicker({ show }: { show: (change: { assignment: Assignment }) => void }) {
  const t = useTranslations('method.hand')
  const { text } = useText()
  const model = useAtomValue(modelAtom)
  const { assignment, scenario } = useWorked()
  const known = model.pack.scenarios.map((own) => ({ own, assignment: applyScenario(model, own) }))
  const chosen = known.find((one) => sameRecord(one.assignment, assignment))
  return (
    <label>
      {t('scenario')}
      <select
        value={chosen?.own.id ?? ''}
        onChange={(event) => {
          const one = known.find(({ own }) => own.id === event.target.value)
          if (one) show({ assignment: one.assignment })
        }}
      >
        {!chosen && <option value="">{scenario}</option>}
        {known.map(({ own }) => (
          <option key={own.id} value={own.id}>
            {text(own.label)}
          </option>
        ))}
      </select>
    </label>
  )
}
