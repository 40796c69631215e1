import type { ReactNode } from 'react'
import type { Caption } from './picture'

export interface Table {
  head: readonly string[]
  rows: readonly (readonly (string | number)[])[]
}

/** What a chart hands over when it is saved or shown as a table; asked for only then. */
export interface Sheet {
  caption: Caption
  table: Table
  /** The chart at a fixed size, for a picture that stands alone. */
  drawing: { width: number; height: number; content: ReactNode }
}
