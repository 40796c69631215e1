import type { ReactNode } from 'react'
import { heatFill } from './heat-matrix'

const [labelWidth, cellWidth, rowHeight] = [230, 68, 38]

/** The heat matrix at a fixed size, for a picture that stands alone. */
export function HeatDrawing(props: {
  heads: readonly string[]
  rows: readonly { label: string; points: readonly number[]; texts: readonly string[] }[]
}): { width: number; height: number; content: ReactNode } {
  const x = (i: number) => labelWidth + i * cellWidth
  return {
    width: labelWidth + props.heads.length * cellWidth,
    height: 24 + props.rows.length * rowHeight,
    content: (
      <>
        {props.heads.map((head, i) => (
          <text key={head} x={x(i) + cellWidth / 2} y={14} fontSize={12} textAnchor="middle" fill="var(--ink-3)">
            {head}
          </text>
        ))}
        {props.rows.map(({ label, points, texts }, r) => (
          <g key={label} transform={`translate(0 ${24 + r * rowHeight})`}>
            <text x={0} y={rowHeight / 2 + 4} fontSize={13} fill="var(--ink)">
              {label}
            </text>
            {points.map((value, i) => (
              <g key={props.heads[i]}>
                <rect x={x(i)} width={cellWidth - 2} height={rowHeight - 2} style={{ fill: heatFill(value) }} />
                <text
                  x={x(i) + cellWidth / 2}
                  y={rowHeight / 2 + 4}
                  fontSize={13}
                  fontWeight={600}
                  textAnchor="middle"
                  fill="var(--ink)"
                >
                  {texts[i]}
                </text>
              </g>
            ))}
          </g>
        ))}
      </>
    ),
  }
}
