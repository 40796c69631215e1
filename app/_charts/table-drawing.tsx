import type { ReactNode } from 'react'

const [rowHeight, groupHeight] = [22, 30]

export interface DrawnColumn {
  head: string
  width: number
  /** Texts of a column stand at its left edge, numbers at its right. */
  numbers?: boolean
}

/** A table at a fixed size, its rows in groups, for a picture that stands alone. */
export function TableDrawing(props: {
  columns: readonly DrawnColumn[]
  groups: readonly { label: string; rows: readonly (readonly string[])[] }[]
}): { width: number; height: number; content: ReactNode } {
  const width = props.columns.reduce((sum, column) => sum + column.width, 0)
  const edges = props.columns.map((column, i) =>
    props.columns.slice(0, column.numbers ? i + 1 : i).reduce((sum, { width }) => sum + width, 0),
  )
  let y = 22
  const groups = props.groups.map(({ label, rows }) => {
    const top = y
    y += groupHeight + rows.length * rowHeight
    return { label, rows, top }
  })
  const cells = (texts: readonly string[], y: number, size: number, fill: string) =>
    texts.map((text, i) => (
      <text
        key={props.columns[i]?.head}
        x={edges[i] ?? 0}
        y={y}
        fontSize={size}
        textAnchor={props.columns[i]?.numbers ? 'end' : 'start'}
        fill={fill}
      >
        {text}
      </text>
    ))
  const heads = props.columns.map(({ head }) => head)
  const content = (
    <>
      {cells(heads, 12, 11.5, 'var(--ink-3)')}
      {groups.map(({ label, rows, top }) => (
        <g key={label} transform={`translate(0 ${top})`}>
          <rect width={width} height={1} fill="var(--hair-2)" />
          <text y={20} fontSize={13} fontWeight={650} fill="var(--ink)">
            {label}
          </text>
          {rows.map((row, i) => (
            <g key={row[0]}>{cells(row, groupHeight + i * rowHeight + 14, 13, 'var(--ink)')}</g>
          ))}
        </g>
      ))}
    </>
  )
  return { width, height: y, content }
}
