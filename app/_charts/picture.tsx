import type { ReactNode } from 'react'

/** What every saved picture says besides its chart: what it is, under which assumptions, from what. */
export interface Caption {
  title: string
  subtitle: string
  assumptions: string
  source: string
}

const margin = 32
const head = 84
const lineLength = 112

/** A chart as a sheet that stands alone: title, assumptions, the chart, source line and date of the evidence. */
export function Picture(props: { caption: Caption; width: number; height: number; children: ReactNode }) {
  const { caption, width, height, children } = props
  const assumptions = wrapped(caption.assumptions, lineLength)
  const source = wrapped(caption.source, lineLength)
  const top = margin + head + assumptions.length * 18
  const total = top + height + 28 + source.length * 16 + margin / 2
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width + 2 * margin}
      height={total}
      viewBox={`0 0 ${width + 2 * margin} ${total}`}
      fontFamily="'IBM Plex Sans', 'Source Sans 3', Arial, sans-serif"
    >
      <rect width="100%" height="100%" fill="var(--paper)" />
      <rect x={margin} y={margin - 8} width={width} height={2} fill="var(--ink)" />
      <text
        x={margin}
        y={margin + 26}
        fontSize={26}
        fontWeight={600}
        fill="var(--ink)"
        fontFamily="'Source Serif 4', Georgia, serif"
      >
        {caption.title}
      </text>
      <text x={margin} y={margin + 52} fontSize={14} fill="var(--ink-2)">
        {caption.subtitle}
      </text>
      {assumptions.map((line, i) => (
        <text key={line} x={margin} y={margin + 76 + i * 18} fontSize={12.5} fill="var(--ink-2)">
          {line}
        </text>
      ))}
      <svg x={margin} y={top} width={width} height={height} overflow="visible">
        {children}
      </svg>
      <rect x={margin} y={top + height + 12} width={width} height={1} fill="var(--hair-2)" />
      {source.map((line, i) => (
        <text key={line} x={margin} y={top + height + 30 + i * 16} fontSize={11.5} fill="var(--ink-3)">
          {line}
        </text>
      ))}
    </svg>
  )
}

function wrapped(text: string, length: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < length) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
