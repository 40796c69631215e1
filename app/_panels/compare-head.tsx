'use client'
import { useAtomValue, useSetAtom, useStore } from 'jotai'
import { Fragment, memo, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { summarise } from '../../lib/chart/summary'
import { wholePoints } from '../../lib/format'
import { differing } from '../../lib/scenario/assignment'
import { encode, restingScreen } from '../../lib/scenario/codec'
import {
  addColumn,
  type Column,
  type Comparison,
  editColumn,
  letters,
  moveColumn,
  type Place,
  removeColumn,
} from '../../lib/scenario/comparison'
import { scenarioColour, ScenarioMark } from '../_charts/scenario-mark'
import { ColumnName } from '../_parts/column-name'
import { ColumnPicker } from '../_parts/column-picker'
import { type Named, useSides } from '../_parts/compared'
import { yearAtom } from '../_state/atoms'
import { comparedAtom, spreadsAtom } from '../_state/compare'
import { changesAtom, comparisonAtom, leadingAtom, modelAtom, pathOf } from '../_state/url'
import { useText } from '../_state/workspace'
import { focusOn } from '../_ui/focus-on'
import { Menu } from '../_ui/menu'
import { useMedia } from '../_ui/use-media'
import styles from './compare-head.module.css'

/** What is compared with what, where the gaps are widest, the ways on where the top bar has no room, and the columns themselves. */
export function CompareHead({ children }: { children: ReactNode }) {
  const t = useTranslations('compare')
  const { text } = useText()
  const { pack } = useAtomValue(modelAtom)
  const comparison = useAtomValue(comparisonAtom)
  const setComparison = useSetAtom(comparisonAtom)
  const narrow = useMedia('(max-width: 719.98px)', false)
  const { columns, all, baseline, reference } = useSides()
  const add = (column: Column) => {
    setComparison(addColumn(comparison, column))
    // The last column that fits takes this button away: on to what was added, else a keyboard would begin the page anew.
    if (all.length === letters.length - 1) requestAnimationFrame(() => focusActions(all.length))
  }
  const n = all.filter(({ place }) => place !== reference.place).length
  return (
    <section aria-label={t('sides')}>
      <div className={styles.title}>
        <h1>{t('title', { n, reference: reference.said })}</h1>
        <p>
          <WidestGaps />
        </p>
        <span>{text(pack.meta.evidenceDate)}</span>
        <div className={styles.ways}>{children}</div>
      </div>
      {narrow && <PairShown />}
      <ul className={styles.heads} style={{ '--columns': columns.length }}>
        <Head side={baseline} />
        {columns.map((side) => (
          <Head key={side.letter} side={side} />
        ))}
        {all.length < letters.length && (
          <li className={styles.add}>
            <ColumnPicker label={t('add')} trigger={<button className="button">{t('add')}</button>} onPick={add} />
          </li>
        )}
      </ul>
    </section>
  )
}

/** Put the focus on the menu of the column at a place. */
function focusActions(at: number) {
  focusOn(`.${styles.heads} > li:nth-child(${at + 2}) [aria-haspopup="menu"]`)
}

/** The two events on which the columns lie farthest apart. */
function WidestGaps() {
  const t = useTranslations('compare')
  const { text } = useText()
  const { pack, years } = useAtomValue(modelAtom)
  const year = useAtomValue(yearAtom)
  const columns = useAtomValue(comparedAtom)
  const spreads = useAtomValue(spreadsAtom)
  const at = years.indexOf(year)
  const points = (index: number) => {
    const values = columns.map(({ outcome }) => outcome.paths[index]![at]!)
    return wholePoints(Math.min(...values), Math.max(...values))
  }
  const [first, second] = pack.variables
    .map((variable, index) => ({ variable, index }))
    .filter(({ variable }) => variable.kind === 'risk')
    .sort((a, b) => (spreads[b.index] ?? 0) - (spreads[a.index] ?? 0))
  if (!first || !second || points(first.index) < 3) return t('noGaps')
  return t('widest', {
    first: text(first.variable.label),
    n: points(first.index),
    second: text(second.variable.label),
    m: points(second.index),
  })
}

/** One side: its mark and name, what it changes, how many risks are likely in it, and what can be done with it. */
function Head({ side }: { side: Named }) {
  const t = useTranslations('compare')
  const { text } = useText()
  const model = useAtomValue(modelAtom)
  const year = useAtomValue(yearAtom)
  const { likely, risks } = summarise(model, side.outcome, year)
  const { reference } = useSides()
  const { columns } = useAtomValue(comparisonAtom)
  const column = side.place === null ? undefined : columns[side.place]
  const changed = differing(model, model.baseline, side.assignment)
  const phrases = changed
    .filter((id) => id !== model.pack.meta.headline[0])
    .flatMap((id) => {
      const assumption = model.pack.assumptions.find((a) => a.id === id)
      const state = assumption?.states.find((s) => s.id === side.assignment[id])
      return assumption && state
        ? [state.phrase ? text(state.phrase) : `${text(assumption.label)}: ${text(state.label)}`]
        : []
    })
  const isReference = side.place === reference.place
  return (
    <li className={styles.head} data-reference={isReference || undefined}>
      <h2
        style={{ color: scenarioColour(side.letter, 'ink') }}
        title={side.place === null ? text(model.pack.meta.baselineLabel) : undefined}
      >
        <ScenarioMark letter={side.letter} size={17} hollow={isReference} />
        <span>
          {side.letter && <b>{side.letter}</b>} {side.name}
        </span>
      </h2>
      {column && <ColumnMenu side={side} column={column} of={columns.length} />}
      {side.place !== null && (
        <p className={styles.changes} title={phrases.join(' · ')}>
          {phrases.length > 0
            ? phrases.map((phrase, i) => (
                <Fragment key={phrase}>
                  {i > 0 && ' · '}
                  {phrase}
                </Fragment>
              ))
            : t('changes', { n: changed.length })}
        </p>
      )}
      <p className={styles.count}>
        {side.place === null ? t('likelyShort', { n: likely, total: risks }) : t('likely', { n: likely, total: risks })}
      </p>
      <ReferenceButton side={side} chosen={isReference} />
    </li>
  )
}

/** One press makes a side what everything is compared with. */
function ReferenceButton({ side, chosen }: { side: Named; chosen: boolean }) {
  const t = useTranslations('compare')
  const setComparison = useSetAtom(comparisonAtom)
  return (
    <button
      type="button"
      className={styles.reference}
      aria-pressed={chosen}
      onClick={() => setComparison({ reference: side.place })}
    >
      {chosen ? t('isReference') : t('makeReference')}
      <span className="hidden"> {side.full}</span>
    </button>
  )
}

/** What can be done with a column besides reading it; a change in another column leaves it as it is. */
const ColumnMenu = memo(function ColumnMenu(props: { side: Named; column: Column; of: number }) {
  const { side, column, of } = props
  const t = useTranslations('compare')
  const mine = useTranslations('mine')
  const changes = useAtomValue(changesAtom).length > 0
  const { locale } = useText()
  const store = useStore()
  const at = side.place ?? 0
  const change = (changed: (comparison: Comparison) => Partial<Comparison>) =>
    store.set(comparisonAtom, changed(store.get(comparisonAtom)))
  const explore = () => {
    const model = store.get(modelAtom)
    const { variants, year } = store.get(comparisonAtom)
    const { assignment, kept } = column
    const query = encode(model, { ...restingScreen(model), variants, year, assignment, kept })
    const leading = store.get(leadingAtom)('explore', query)
    location.assign(new URL(`${pathOf(locale, 'explore')}${leading && `?${leading}`}`, location.origin))
  }
  const asPack = () => change((now) => addColumn(now, { ...column, asPack: true }))
  const edit = () => {
    change(() => ({ all: true }))
    // Once the table shows every row: the list of this column in the first of them.
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`#assumptions tbody tr td:nth-child(${at + 3}) select`)?.focus(),
    )
  }
  const remove = () => {
    change((now) => removeColumn(now, at))
    // The last one takes its button with it: on to the column before, else the page would begin anew for who has no pointer.
    requestAnimationFrame(() => focusActions(Math.min(at, of - 2)))
  }
  const actions = [
    { label: t('edit'), act: edit },
    { label: t('openInExplore'), act: explore },
    ...(column.asPack || !changes ? [] : [{ label: mine('asPackColumn'), act: asPack }]),
    ...(at > 0 ? [{ label: t('moveLeft'), act: () => change((now) => moveColumn(now, at, -1)) }] : []),
    ...(at < of - 1 ? [{ label: t('moveRight'), act: () => change((now) => moveColumn(now, at, 1)) }] : []),
    ...(of > 1 ? [{ label: t('remove'), act: remove }] : []),
  ]
  return (
    <span className={styles.tools}>
      <ColumnName side={side} column={column} />
      <ColumnPicker
        label={t('replaceOf', { name: side.full })}
        trigger={
          <button className={styles.tool} aria-label={t('replaceOf', { name: side.full })} title={t('replace')}>
            ▾
          </button>
        }
        onPick={(picked) => change((now) => editColumn(now, at, picked))}
      />
      <Menu label={t('actions', { name: side.full })} trigger={<span aria-hidden>⋯</span>} actions={actions} />
    </span>
  )
})

/** On a phone two sides stand beside each other: which two. */
function PairShown() {
  const t = useTranslations('compare')
  const comparison = useAtomValue(comparisonAtom)
  const setComparison = useSetAtom(comparisonAtom)
  const { all, baseline } = useSides()
  const [from, to] = comparison.pair
  const choose = (which: 0 | 1, place: Place) => {
    const other = which === 0 ? to : from
    // The same on both sides: they change places.
    const pair: readonly [Place, Place] = place === other ? [to, from] : which === 0 ? [place, other] : [other, place]
    setComparison({ pair })
  }
  const list = (which: 0 | 1, place: Place, label: string) => (
    <select
      aria-label={label}
      value={place ?? 'base'}
      onChange={(event) => choose(which, event.target.value === 'base' ? null : Number(event.target.value))}
    >
      {[baseline, ...all].map((side) => (
        <option key={side.short} value={side.place ?? 'base'}>
          {side.full}
        </option>
      ))}
    </select>
  )
  return (
    <div className={styles.pair}>
      {list(0, from, t('shownFirst'))}
      {list(1, to, t('shownSecond'))}
    </div>
  )
}
