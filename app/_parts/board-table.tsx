'use client'
import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import { letters } from '../../lib/scenario/comparison'
import type { BoardRow } from '../../lib/workshop/board'
import { groupsAtom } from '../_state/groups'
import { modelAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import { BoardGroup } from './board-group'
import styles from './board-table.module.css'

/** Assumptions by groups: which state each chose, how many chose which, and how many are apart. */
export function BoardTable(props: {
  rows: readonly BoardRow[]
  /** Ids of the groups chosen to be compared. */
  chosen: readonly string[]
  onChoose: (ids: readonly string[]) => void
}) {
  const { rows, chosen, onChoose } = props
  const t = useTranslations('groups')
  const groups = useAtomValue(groupsAtom)
  const toggle = (id: string) => onChoose(chosen.includes(id) ? chosen.filter((own) => own !== id) : [...chosen, id])
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('boardTable')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('assumption')}</th>
            {groups.length > 1 && <th scope="col">{t('apartHead')}</th>}
            {groups.length > 1 && <th scope="col">{t('whoHead')}</th>}
            {groups.map((group, i) => (
              <BoardGroup
                key={group.id}
                group={group}
                first={i === 0}
                last={i === groups.length - 1}
                chosen={chosen.includes(group.id)}
                full={chosen.length >= letters.length}
                onToggle={() => toggle(group.id)}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.assumption} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Line({ row }: { row: BoardRow }) {
  const t = useTranslations('groups')
  const { text } = useText()
  const { pack, baseline } = useAtomValue(modelAtom)
  const groups = useAtomValue(groupsAtom)
  const assumption = pack.assumptions.find(({ id }) => id === row.assumption)
  const labelOf = (state: string) => {
    const found = assumption?.states.find(({ id }) => id === state)
    return found ? text(found.label) : state
  }
  const resting = baseline[row.assumption]
  return (
    <tr>
      <th scope="row" title={assumption && text(assumption.question)}>
        {assumption ? text(assumption.label) : row.assumption}
      </th>
      {groups.length > 1 && (
        <td className={styles.apart} data-agree={row.apart === 0 || undefined}>
          {t('apart', { n: row.apart, total: groups.length })}
        </td>
      )}
      {groups.length > 1 && (
        <td className={styles.who}>
          <ul>
            {row.chosen.map(({ state, groups: places }) => (
              <li key={state} data-differs={state !== resting || undefined}>
                <b>{places.length}</b> {labelOf(state)}
                <span className={styles.names}>
                  {t('names', { list: places.map((at) => groups[at]?.called ?? '').join(', ') })}
                </span>
              </li>
            ))}
          </ul>
        </td>
      )}
      {groups.map(({ id }, i) => {
        const state = row.states[i] ?? ''
        return (
          <td key={id} className={styles.state} data-differs={state !== resting || undefined}>
            {labelOf(state)}
          </td>
        )
      })}
    </tr>
  )
}
