'use client'
import { type ReactNode, useState } from 'react'
import { fillSheets } from '../../lib/deck/sheets'
import type { PaperPart } from '../../lib/scenario/presenting'
import type { Opened } from './paper-code'
import { PaperSheet } from './paper-sheet'
import styles from './paper-sheet.module.css'

/** Something that stands on a sheet whole. */
export interface Block {
  key: string
  content: ReactNode
  /** Whether it must not stand last on a sheet, such as a heading. */
  heads?: boolean
}

/** What begins on a sheet of its own and takes as many as it needs. */
export interface Leaf {
  key: string
  /** What it is about, at the foot of each of its sheets; the part alone says enough where left out. */
  title?: string
  opens: Opened | null
  blocks: readonly Block[]
}

/**
 * A part of the print pack on as many sheets as it needs. How high each block is says the browser, in the very type and width
 * it is printed in; until then, and on the server, each leaf stands on one sheet.
 */
export function PaperFlow({ part, leaves }: { part: PaperPart; leaves: readonly Leaf[] }) {
  const [heights, setHeights] = useState<Readonly<Record<string, number>>>({})
  const report = (key: string, height: number) =>
    setHeights((before) => (before[key] === height ? before : { ...before, [key]: height }))
  const sheets = leaves.flatMap((leaf) => {
    const room = heights[`room ${leaf.key}`] ?? Infinity
    const blocks = leaf.blocks.map((block) => ({ ...block, height: heights[`${leaf.key} ${block.key}`] ?? 0 }))
    return fillSheets(blocks, room).map((held, i) => ({ leaf, held, first: i === 0 }))
  })
  return sheets.map(({ leaf, held, first }, i) => (
    <PaperSheet
      key={`${leaf.key} ${held[0]?.key}`}
      part={part}
      page={i + 1}
      of={sheets.length}
      title={leaf.title ?? null}
      opens={leaf.opens}
      {...(first && { room: measure((height) => report(`room ${leaf.key}`, height)) })}
    >
      {held.map(({ key, content }) => (
        <div key={key} className={styles.block} ref={measure((height) => report(`${leaf.key} ${key}`, height))}>
          {content}
        </div>
      ))}
    </PaperSheet>
  ))
}

/** Tell how high an element is, now and whenever that changes, however small its sheet is shown. */
function measure(tell: (height: number) => void) {
  return (node: HTMLElement | null) => {
    if (!node || typeof ResizeObserver === 'undefined') return undefined
    const observer = new ResizeObserver(([entry]) => {
      if (entry) tell(entry.borderBoxSize[0]?.blockSize ?? 0)
    })
    observer.observe(node)
    return () => observer.disconnect()
  }
}
