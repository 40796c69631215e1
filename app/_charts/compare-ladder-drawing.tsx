import type { ReactNode } from 'react'
import type { Sided } from '../../lib/chart/clusters'
import { CompareTrack } from './compare-track'
import { edgeText, LadderGround, ladderEdges } from './ladder'
import type { Letter } from './scenario-mark'

const [labelWidth, plotWidth, numberWidth] = [270, 520, 70]
const [axisHeight, rowHeight, groupHeight] = [44, 26, 26]

/** The ladder of several scenarios at a fixed size, with its axis and numbers as text, for a picture that stands alone. */
export function CompareLadderDrawing(props: {
  groups: readonly {
    label: string
    rows: readonly { label: string; sides: readonly Sided<Letter>[]; reference: Sided<Letter>; spread: number }[]
  }[]
  words: readonly { text: string; at: number }[]
  spread: string
  still: string
}): { width: number; height: number; content: ReactNode } {
  const width = labelWidth + plotWidth + numberWidth
  let y = axisHeight
  const groups = props.groups.map(({ label, rows }) => {
    const top = y
    y += groupHeight + rows.length * rowHeight
    return { label, rows, top }
  })
  const content = (
    <>
      <svg x={labelWidth} y={axisHeight} width={plotWidth} height={y - axisHeight}>
        <LadderGround height={y - axisHeight} />
      </svg>
      {props.words.map(({ text, at }) =>
        text.split(' ').map((part, i, all) => (
          <text
            key={`${text} ${part}`}
            x={labelWidth + at * plotWidth}
            y={24 - (all.length - 1 - i) * 12}
            fontSize={11}
            textAnchor="middle"
            fill="var(--ink-2)"
          >
            {part}
          </text>
        )),
      )}
      {ladderEdges.map((edge) => (
        <text key={edge} x={labelWidth + edge * plotWidth} y={38} fontSize={11} textAnchor="middle" fill="var(--ink-3)">
          {edgeText(edge)}
        </text>
      ))}
      <text x={width} y={38} fontSize={11} textAnchor="end" fill="var(--ink-3)">
        {props.spread}
      </text>
      {groups.map(({ label, rows, top }) => (
        <g key={label}>
          <rect x={0} y={top} width={width} height={1} fill="var(--hair-2)" />
          <text x={0} y={top + 18} fontSize={12.5} fontWeight={650} fill="var(--ink)">
            {label}
          </text>
          {rows.map((row, i) => (
            <g key={row.label} transform={`translate(0 ${top + groupHeight + i * rowHeight})`}>
              <text x={0} y={rowHeight / 2 + 4.5} fontSize={13} fill="var(--ink)">
                {row.label}
              </text>
              <svg x={labelWidth} width={plotWidth} height={rowHeight} overflow="visible">
                <CompareTrack
                  sides={row.sides}
                  reference={row.reference}
                  width={plotWidth}
                  height={rowHeight}
                  words={props.still}
                />
              </svg>
              <text
                x={width}
                y={rowHeight / 2 + 4.5}
                fontSize={13}
                fontWeight={row.spread >= 20 ? 650 : 400}
                textAnchor="end"
                fill="var(--ink)"
              >
                {row.spread}
              </text>
            </g>
          ))}
        </g>
      ))}
    </>
  )
  return { width, height: y, content }
}
