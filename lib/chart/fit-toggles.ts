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

/** Size of the words of a state, room before and after them, between two toggles, and for the mark of the baseline; in pixels, as in the stylesheet. */
const steps = [
  { size: 30, padding: 26, gap: 44, mark: 33, two: false },
  { size: 27, padding: 20, gap: 36, mark: 33, two: false },
  { size: 25, padding: 15, gap: 30, mark: 33, two: false },
  { size: 24, padding: 13, gap: 26, mark: 33, two: true },
  { size: 24, padding: 9, gap: 18, mark: 28, two: true },
] as const
/** Size of the name over a toggle, room for its key, and for an edge. */
const [nameSize, keyWidth, edge] = [25, 50, 2] as const
/** How much narrower these letters are set than `textWidth` takes them, and how much wider those of the state that is chosen. */
const [narrower, bold] = [0.95, 0.06] as const

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
  const words = states.map((state) => Math.max(...stateLines(state.label, way.two).map((line) => textWidth(line, way.size)))) // prettier-ignore
  const around = states.map(({ baseline }) => 2 * way.padding + (baseline ? way.mark : 0) + edge)
  const segments = words.reduce(
    (sum, own, i) => sum + narrower * own + (around[i] ?? 0),
    edge + bold * Math.max(...words),
  )
  return Math.max(narrower * textWidth(label, nameSize) + keyWidth, segments)
}

/** A state's words on one line, or on two that are as even as they can be. */
export function stateLines(text: string, two: boolean): string[] {
  return two && text.includes(' ') ? wrap(text, Math.max(8, Math.ceil(text.length * 0.75)), 2) : [text]
}
