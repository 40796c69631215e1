'use client'
import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import { applyScenario } from '../../lib/scenario/assignment'
import { decode } from '../../lib/scenario/codec'
import type { Column } from '../../lib/scenario/comparison'
import { fit } from '../../lib/scenario/kept'
import { keptAtom } from '../_state/kept'
import { modelAtom, packNameAtom } from '../_state/url'
import { lastQuery } from '../_state/visit'
import { useText } from '../_state/workspace'
import { Bubble, Closing } from '../_ui/bubble'
import type { Button } from '../_ui/opener'
import styles from './column-picker.module.css'
import { useTitle } from './use-title'

/** What a column can be filled with: the assignment now in Explore, a scenario of the pack, a kept one, the baseline. */
export function ColumnPicker(props: { label: string; trigger: Button; onPick: (column: Column) => void }) {
  return (
    <Bubble label={props.label} trigger={props.trigger}>
      <Choices onPick={props.onPick} />
    </Bubble>
  )
}

function Choices({ onPick }: { onPick: (column: Column) => void }) {
  const t = useTranslations('compare')
  const { text } = useText()
  const model = useAtomValue(modelAtom)
  const title = useTitle()
  const { scenarios } = useAtomValue(keptAtom)
  const now = decode(model, lastQuery('explore', useAtomValue(packNameAtom))).screen
  const choice = (key: string, label: string, column: Column) => (
    <li key={key}>
      <Closing>
        <button type="button" onClick={() => onPick(column)}>
          {label}
        </button>
      </Closing>
    </li>
  )
  return (
    <div className={styles.choices}>
      <h3>{t('pickNow')}</h3>
      <ul>{choice('now', title(now.assignment), { assignment: now.assignment, kept: now.kept })}</ul>
      <h3>{t('pickScenario')}</h3>
      <ul>
        {model.pack.scenarios.flatMap((scenario) => [
          choice(scenario.id, text(scenario.label), { assignment: applyScenario(model, scenario), kept: null }),
          ...(scenario.secondary.length > 0
            ? [
                choice(`${scenario.id}*`, t('headlineOf', { name: text(scenario.label) }), {
                  assignment: applyScenario(model, scenario, 'headline'),
                  kept: null,
                }),
              ]
            : []),
        ])}
        {choice('baseline', text(model.pack.meta.baselineLabel), { assignment: model.baseline, kept: null })}
      </ul>
      {scenarios.length > 0 && (
        <>
          <h3>{t('pickKept')}</h3>
          <ul>
            {scenarios.map((kept) =>
              choice(kept.id, kept.name, { assignment: fit(model, kept).assignment, kept: kept.id }),
            )}
          </ul>
        </>
      )}
    </div>
  )
}
