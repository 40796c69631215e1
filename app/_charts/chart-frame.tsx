'use client'
import { type ReactNode, useMemo, useState } from 'react'
import { Menu, useSteady } from '../_ui/menu'
import type { Action } from '../_ui/menu-content'
import styles from './chart-frame.module.css'
import type { Sheet, Table } from './sheet'

export type { Sheet, Table } from './sheet'

export interface FrameWords {
  actions: string
  png: string
  svg: string
  csv: string
  asTable: string
  asChart: string
  failed: string
}

/**
 * Frame of every chart: one sentence for who cannot see it, a table behind it, and its files. `menu`
 * receives the button of its actions, so that a panel can put it beside its own title.
 */
export function ChartFrame(props: {
  description: string
  words: FrameWords
  sheet: () => Sheet
  children: (menu: ReactNode) => ReactNode
  /** The title row, kept on screen when the table replaces the chart. */
  titled?: (menu: ReactNode) => ReactNode
  /** What else the menu can do, and what came of it. */
  more?: { actions: readonly Action[]; told: ReactNode }
}) {
  const { description, words, sheet, children, titled, more } = props
  const [asTable, setAsTable] = useState(false)
  const [failed, setFailed] = useState(false)
  const save = (kind: 'png' | 'svg' | 'csv') => () => {
    const made = sheet()
    setFailed(false)
    import('./save-sheet').then(({ saveSheet }) => saveSheet(made, kind)).catch(() => setFailed(true))
  }
  const actions = useSteady([
    { label: words.png, act: save('png') },
    { label: words.svg, act: save('svg') },
    { label: words.csv, act: save('csv') },
    { label: asTable ? words.asChart : words.asTable, act: () => setAsTable(!asTable) },
    ...(more?.actions ?? []),
  ])
  // The same element while its words stay, so that a title it stands beside need not wake with the chart.
  const menu = useMemo(
    () => <Menu label={words.actions} trigger={<Dots />} actions={actions} />,
    [words.actions, actions],
  )
  return (
    <figure aria-label={description} className={styles.frame}>
      {asTable ? (
        <>
          {titled?.(menu)}
          {!titled && <div className={styles.bar}>{menu}</div>}
          <DataTable table={sheet().table} label={description} />
        </>
      ) : (
        children(menu)
      )}
      {more?.told && <div className={styles.told}>{more.told}</div>}
      {failed && (
        <p role="alert" className={styles.failed}>
          {words.failed}
        </p>
      )}
    </figure>
  )
}

/** The rows of a chart as text, under a caption only hearing readers need. */
function DataTable({ table, label }: { table: Table; label: string }) {
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={label}>
      <table className={styles.table}>
        <caption className="hidden">{label}</caption>
        <thead>
          <tr>
            {table.head.map((cell) => (
              <th key={cell} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([first, ...cells], row) => (
            // Several rows may begin alike.
            <tr key={row}>
              <th scope="row">{first}</th>
              {cells.map((cell, i) => (
                <td key={table.head[i + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Dots() {
  return (
    <svg width={14} height={14} viewBox="-7 -7 14 14" aria-hidden>
      {[-5, 0, 5].map((x) => (
        <circle key={x} cx={x} r={1.5} fill="currentColor" />
      ))}
    </svg>
  )
}
