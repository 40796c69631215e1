import type { ReactNode } from 'react'
import styles from './heat-matrix.module.css'

declare module 'react' {
  interface CSSProperties {
    '--columns'?: number
  }
}

/** Widest shift of the scale, in points; beyond it the fill stays as it is. */
const widest = 24

/** Fill of a cell: plain under 1.5 points, else vermilion or teal in proportion, never so dark that ink fails on it. */
export function heatFill(points: number): string {
  if (Math.abs(points) < 1.5) return 'var(--paper-2)'
  const share = Math.min(1, Math.abs(points) / widest)
  return `color-mix(in oklab, var(${points > 0 ? '--up' : '--down'}) calc(var(--heat-max) * ${(0.14 + 0.86 * share).toFixed(3)} * 1%), var(--paper-2))`
}

export interface HeatColumn {
  id: string
  head: ReactNode
  chosen?: boolean
}

/** Mean shift in points by group and column (a year, or a scenario), a number in every cell. */
export function HeatMatrix(props: {
  corner: string
  columns: readonly HeatColumn[]
  /** `href` is where the numbers of a row come from. */
  rows: readonly { label: string; href?: string; points: readonly number[]; texts: readonly string[] }[]
}) {
  return (
    <table className={styles.matrix} style={{ '--columns': props.columns.length }}>
      <thead>
        <tr>
          <th scope="col">{props.corner}</th>
          {props.columns.map(({ id, head, chosen }) => (
            <th key={id} scope="col" data-chosen={chosen || undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map(({ label, href, points, texts }) => (
          <tr key={label}>
            <th scope="row">{href === undefined ? label : <a href={href}>{label}</a>}</th>
            {points.map((value, i) => (
              <td
                key={props.columns[i]?.id}
                style={{ background: heatFill(value) }}
                data-chosen={props.columns[i]?.chosen || undefined}
                data-small={Math.abs(value) < 1.5 || undefined}
              >
                {texts[i]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
