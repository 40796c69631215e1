'use client'
import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import { type States, statesOf, withStates } from '../../lib/deck/slide'
import { applyScenario, sameRecord } from '../../lib/scenario/assignment'
import { keptAtom } from '../_state/kept'
import { modelAtom } from '../_state/url'
import { standingAtom } from '../_state/workshop'
import { useText } from '../_state/workspace'

/** Chooses assumptions by a name: the baseline, a scenario of the pack or a saved one, or what is toggled on the slide now. */
export function StatesSelect(props: {
  label: string
  states: States
  onChoose: (states: Record<string, string>) => void
}) {
  const { label, states, onChoose } = props
  const t = useTranslations('deck')
  const { text } = useText()
  const model = useAtomValue(modelAtom)
  const { scenarios } = useAtomValue(keptAtom)
  const { assignment } = useAtomValue(standingAtom)
  const { meta, scenarios: own } = model.pack
  const choices = [
    { id: 'baseline', name: text(meta.baselineLabel), states: {} },
    ...own.map((scenario) => ({
      id: `pack ${scenario.id}`,
      name: text(scenario.label),
      states: statesOf(model, applyScenario(model, scenario)),
    })),
    ...scenarios.map((kept) => ({
      id: `kept ${kept.id}`,
      name: t('keptScenario', { name: kept.name }),
      states: statesOf(model, withStates(model, model.baseline, kept.assignment)),
    })),
    { id: 'now', name: t('asNow'), states: statesOf(model, assignment) },
  ]
  const chosen = choices.find((choice) => choice.id !== 'now' && sameRecord(choice.states, states))
  return (
    <select
      aria-label={label}
      value={chosen?.id ?? 'own'}
      onChange={(event) => {
        const choice = choices.find(({ id }) => id === event.target.value)
        if (choice) onChoose(choice.states)
      }}
    >
      {!chosen && <option value="own">{t('ownStates', { n: Object.keys(states).length })}</option>}
      {choices.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  )
}
