'use client'
import { useAtomValue, useSetAtom } from 'jotai'
import { memo } from 'react'
import { useTranslations } from 'use-intl'
import type { Assumption } from '../../lib/pack/schema'
import { scenarioColour, ScenarioMark } from '../_charts/scenario-mark'
import { type Named, useSides } from '../_parts/compared'
import { assignColumnAtom } from '../_state/compare'
import { comparisonAtom, modelAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import { Radios } from '../_ui/radios'
import { useMedia } from '../_ui/use-media'
import styles from './compare-assumption-panel.module.css'

/** Every assumption in every column, to be read and changed where it stands; only those that differ, or all. */
export function CompareAssumptionPanel() {
  const t = useTranslations('compare')
  const { text } = useText()
  const { pack } = useAtomValue(modelAtom)
  const { all } = useAtomValue(comparisonAtom)
  const setComparison = useSetAtom(comparisonAtom)
  const { columns, baseline, reference } = useSides()
  const differs = ({ id }: Assumption) =>
    [...columns, baseline].some(({ assignment }) => assignment[id] !== baseline.assignment[id])
  const shown = pack.assumptions.filter((assumption) => all || differs(assumption))
  return (
    <section id="assumptions" aria-labelledby="assumptions-title">
      <div className={styles.head}>
        <h2 id="assumptions-title">{t('assumptions')}</h2>
        <p>
          <span className={styles.screen}>{t('assumptionsMeans')}</span> {t('boldMeans', { reference: reference.said })}
        </p>
        <Radios
          label={t('assumptionsShown')}
          value={all ? 'all' : 'differing'}
          choices={[
            { id: 'differing', label: t('differing', { n: pack.assumptions.filter(differs).length }) },
            { id: 'all', label: t('allAssumptions', { n: pack.assumptions.length }) },
          ]}
          onChoose={(id) => setComparison({ all: id === 'all' })}
          className={styles.tabs}
          itemClassName={styles.tab}
        />
      </div>
      {shown.length === 0 && <p className={styles.none}>{t('noneDiffer')}</p>}
      {shown.length > 0 && (
        <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('assumptionsTable')}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('assumption')}</th>
                {[baseline, ...columns].map((side) => (
                  <th key={side.short} scope="col" style={{ color: scenarioColour(side.letter, 'ink') }}>
                    <span>
                      <ScenarioMark letter={side.letter} hollow={side.place === reference.place} size={13} />
                      {side.full}
                    </span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((assumption) => (
                <tr key={assumption.id}>
                  <th scope="row" title={text(assumption.question)}>
                    {text(assumption.label)}
                  </th>
                  <td className={styles.base}>{stateLabel(assumption, baseline, text)}</td>
                  {columns.map((side) => (
                    <td key={side.short} data-differs={isOther(assumption, side, reference) || undefined}>
                      <StateSelect
                        assumption={assumption}
                        place={side.place ?? 0}
                        name={side.full}
                        state={side.assignment[assumption.id] ?? ''}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

type Text = ReturnType<typeof useText>['text']

const isOther = ({ id }: Assumption, side: Named, reference: Named) => side.assignment[id] !== reference.assignment[id]

function stateLabel({ id, states }: Assumption, { assignment }: Named, text: Text): string {
  const found = states.find((state) => state.id === assignment[id])
  return found ? text(found.label) : ''
}

interface StateSelectProps {
  assumption: Assumption
  place: number
  /** Name of the column. */
  name: string
  state: string
}

/** The state of one assumption in one column: a list to choose another from. */
const StateSelect = memo(function StateSelect({ assumption, place, name, state }: StateSelectProps) {
  const t = useTranslations('compare')
  const { text } = useText()
  const choose = useSetAtom(assignColumnAtom)
  // A phone has no room for more than the state's own name.
  const narrow = useMedia('(max-width: 719.98px)', false)
  const chosen = assumption.states.find(({ id }) => id === state)
  return (
    <>
      <select
        className={styles.select}
        aria-label={t('stateOf', { assumption: text(assumption.label), name })}
        value={state}
        onChange={(event) => choose({ place, assumption: assumption.id, state: event.target.value })}
      >
        {assumption.states.map(({ id, label, baseline }) => (
          <option key={id} value={id}>
            {baseline && !narrow ? t('baselineState', { state: text(label) }) : text(label)}
          </option>
        ))}
      </select>
      <span className={styles.printed}>{chosen && text(chosen.label)}</span>
    </>
  )
})
