'use client'
import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import { formatPercent } from '../../lib/format'
import { type BoardRange, type BoardRow, distinctNames } from '../../lib/workshop/board'
import { boardAtom, groupsAtom, rangesAtom } from '../_state/groups'
import { modelAtom, shownAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import styles from './paper-board.module.css'
import type { Block } from './paper-flow'
import text from './paper-text.module.css'

/** Most outcomes on the board's sheet: those on which the groups lie furthest apart. */
const most = 8

/** What the groups chose side by side, where they disagree most first, and how far apart that leads. */
export function useBoardBlocks(): Block[] {
  const t = useTranslations('paper')
  const { text: inLocale } = useText()
  const { meta, assumptions } = useAtomValue(modelAtom).pack
  const groups = useAtomValue(groupsAtom)
  const rows = useAtomValue(boardAtom)
  const { year } = useAtomValue(shownAtom)
  const names = distinctNames(groups.map(({ name }) => name))
  const events = useAtomValue(rangesAtom).flatMap(({ kind, ranges }) => (kind === 'indicator' ? [] : ranges))
  const ranges = events.toSorted((a, b) => b.spread - a.spread).slice(0, most)
  const resting = rows.filter(({ moved }) => !moved)
  const label = (id: string) => inLocale(assumptions.find((own) => own.id === id)?.label ?? { en: id, es: id })
  return [
    {
      key: 'head',
      content: (
        <>
          <h2 className={text.title}>{t('boardTitle')}</h2>
          <p className={text.small}>{t('boardSays', { n: groups.length, list: names.join(', ') })}</p>
        </>
      ),
    },
    ...rows
      .filter(({ moved }) => moved)
      .map((row) => ({
        key: row.assumption,
        content: <Chosen row={row} names={names} label={label(row.assumption)} />,
      })),
    ...(resting.length > 0
      ? [
          {
            key: 'resting',
            content: (
              <p className={text.small}>
                {t('boardResting', {
                  baseline: inLocale(meta.baselineLabel),
                  list: resting.map((row) => label(row.assumption)).join(', '),
                })}
              </p>
            ),
          },
        ]
      : []),
    { key: 'ranges', content: <Ranges ranges={ranges} names={names} year={year} /> },
  ]
}

function Chosen({ row, names, label }: { row: BoardRow; names: readonly string[]; label: string }) {
  const t = useTranslations('paper')
  const { text: inLocale } = useText()
  const { assumptions } = useAtomValue(modelAtom).pack
  const states = assumptions.find(({ id }) => id === row.assumption)?.states ?? []
  return (
    <div className={styles.row}>
      <b>{label}</b>
      <ul>
        {row.chosen.map(({ state, groups }) => (
          <li key={state}>
            <b>{inLocale(states.find(({ id }) => id === state)?.label ?? { en: state, es: state })}:</b>{' '}
            {groups.map((group) => names[group]).join(', ')}
          </li>
        ))}
      </ul>
      <span>{row.apart > 0 ? t('apart', { n: row.apart, total: names.length }) : t('agree')}</span>
    </div>
  )
}

function Ranges(props: { ranges: readonly BoardRange[]; names: readonly string[]; year: number }) {
  const { ranges, names, year } = props
  const t = useTranslations('paper')
  const { text: inLocale } = useText()
  const { variables } = useAtomValue(modelAtom).pack
  const end = (value: number, groups: readonly number[]) =>
    groups.length === names.length
      ? formatPercent(value)
      : `${formatPercent(value)} (${groups.map((group) => names[group]).join(', ')})`
  return (
    <table className={styles.ranges}>
      <caption className={text.section}>{t('ranges', { year })}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('baseline')}</th>
          <th scope="col">{t('low')}</th>
          <th scope="col">{t('median')}</th>
          <th scope="col">{t('high')}</th>
        </tr>
      </thead>
      <tbody>
        {ranges.map(({ id, baseline, low, median, high, lowest, highest }) => (
          <tr key={id}>
            <th scope="row">{inLocale(variables.find((own) => own.id === id)?.label ?? { en: id, es: id })}</th>
            <td>{formatPercent(baseline)}</td>
            <td>{end(low, lowest)}</td>
            <td>{formatPercent(median)}</td>
            <td>{end(high, highest)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
