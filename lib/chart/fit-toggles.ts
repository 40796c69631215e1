import { textWidth, wrap } from './wrap'

/** How the toggles of a slide are set so that they fit beside one another. */
export interface TogglesFit {
  /** How far they are tightened: the stylesheet has the sizes of each step. */
  step: number
  /** Whether a state of several words stands on two lines. */
  two: boolean
  /** Rows of toggles. */
  rows: 1 | 2
}

/** Size of the words of a state, room before and after them, and room between two toggles; in pixels, as in the stylesheet. */
const steps = [
  { size: 30, padding: 26, gap: 44, two: false },
  { size: 27, padding: 20, gap: 36, two: false },
  { size: 25, padding: 15, gap: 30, two: false },
  { size: 24, padding: 13, gap: 26, two: true },
] as const
/** Size of the name over a toggle, room for its key, for the mark of the baseline, and for an edge. */
const [nameSize, keyWidth, markWidth, edge] = [25, 50, 33, 2] as const

interface Named {
  label: string
  states: readonly { label: string; baseline: boolean }[]
}

/** Set toggles as large as they fit into a width, in two rows where nothing else helps. */
export function fitToggles(toggles: readonly Named[], width: number): TogglesFit {
  const step = steps.findIndex((way) => toggles.reduce((sum, toggle) => sum + widthOf(toggle, way) + way.gap, -way.gap) <= width) // prettier-ignore
  const last = steps.length - 1
  return step < 0 ? { step: last, two: true, rows: 2 } : { step, two: steps[step]?.two ?? true, rows: 1 }
}

function widthOf({ label, states }: Named, way: (typeof steps)[number]): number {
  const segments = states.map((state) => {
    const words = Math.max(...stateLines(state.label, way.two).map((line) => textWidth(line, way.size)))
    // What is chosen is bold, which is a little wider.
    return 1.06 * words + 2 * way.padding + (state.baseline ? markWidth : 0) + edge
  })
  return Math.max(
    textWidth(label, nameSize) + keyWidth,
    segments.reduce((sum, own) => sum + own, edge),
  )
}

/** A state's words on one line, or on two that are as even as they can be. */
export function stateLines(text: string, two: boolean): string[] {
  return two && text.includes(' ') ? wrap(text, Math.max(8, Math.ceil(text.length * 0.75)), 2) : [text]
}
