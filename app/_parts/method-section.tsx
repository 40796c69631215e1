'use client'
import type { ReactNode } from 'react'
import styles from './method-section.module.css'

/** One numbered part of Method, with a place of its own in the address. */
export function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  )
}

/** Sentences at the left, and beside them what they are worked out on. */
export function Row({ beside, children }: { beside?: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.row}>
      <div className={styles.prose}>{children}</div>
      {beside && <div className={styles.beside}>{beside}</div>}
    </div>
  )
}

/** A line of a worked table; `sum` stands under a rule. */
export interface Line {
  id: string
  name: ReactNode
  /** Smaller, beneath the name. */
  note?: ReactNode
  cells: readonly ReactNode[]
  sum?: boolean
}

/** A worked table: names at the left, numbers at the right. `wide` parts its lines on a phone: name above, numbers below. */
export function Worked(props: {
  caption: ReactNode
  /** Whether the caption is for listeners alone, since it stands beside the table. */
  quiet?: boolean
  head: readonly string[]
  lines: readonly Line[]
  wide?: boolean
}) {
  const { caption, quiet, head, lines, wide } = props
  return (
    <table className={wide ? `${styles.worked} ${styles.wide}` : styles.worked}>
      <caption className={quiet ? 'hidden' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {head.map((cell) => (
            <th key={cell} scope="col">
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ id, name, note, cells, sum }) => (
          <tr key={id} className={sum ? styles.sum : undefined}>
            <th scope="row">
              {name}
              {note && <small>{note}</small>}
            </th>
            {cells.map((cell, i) => (
              // One cell a column: the column is what a cell is known by.
              <td key={head[i + 1]} data-head={head[i + 1]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A line of arithmetic. */
export function Sum({ children }: { children: ReactNode }) {
  return <p className={styles.formula}>{children}</p>
}

/** Tags of the texts of Method: what is stressed, and formulas within sentences. */
export const tags = {
  b: (words: ReactNode) => <b>{words}</b>,
  f: (words: ReactNode) => <span className={styles.inline}>{words}</span>,
  sup: (words: ReactNode) => <sup>{words}</sup>,
} as const
