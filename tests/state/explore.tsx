import { act, cloneElement, Profiler, type ReactElement, type ReactNode } from 'react'
import { vi } from 'vitest'
import Explore from '../../app/[locale]/page'
import { assignmentAtom, variableAtomsAtom } from '../../app/_state/atoms'
import { modelAtom } from '../../app/_state/url'
import { type Mounted, mounted } from './mounted'

/** Explore, the whole page as it composes itself, mounted in jsdom on a wide screen. */
export interface Explored extends Mounted {
  /** Commits of React that changed anything on the page so far. */
  commits: () => number
}

/**
 * Mount Explore at the baseline, or only some of its panels in the same workspace; a probe beside them hands
 * out the store. Leaving it fails if React complained of anything.
 */
export async function explore(panels?: ReactNode): Promise<Explored> {
  vi.stubGlobal('matchMedia', wideScreen)
  history.pushState(null, '', '/en')
  let commits = 0
  const page: ReactElement<{ children: ReactNode }> = await Explore({ params: Promise.resolve({ locale: 'en' }) })
  const whole = await mounted((probe) => (
    <Profiler id="page" onRender={() => commits++}>
      {cloneElement(page, {}, panels ?? page.props.children, probe)}
    </Profiler>
  ))
  return { ...whole, commits: () => commits }
}

/** Press the button of one state of an assumption, as a visitor does. */
export function choose({ store, host }: Explored, assumption: string, state: string) {
  const label = store.get(modelAtom).pack.assumptions.find(({ id }) => id === assumption)?.label.en
  const radios = [...host.querySelectorAll<HTMLButtonElement>('[role=radio]')]
  const radio = radios.find(
    (button) => button.value === state && button.closest('[role=radiogroup]')?.getAttribute('aria-label') === label,
  )
  if (!radio) throw new Error(`There is no button for ${assumption}=${state}.`)
  act(() => radio.click())
}

/** Make seeded choices, each another state of some assumption than the one it is in when asked. */
export function chooser({ store }: Pick<Explored, 'store'>, seed: number): () => [assumption: string, state: string] {
  const next = below(seed)
  return () => {
    const { states } = store.get(modelAtom)
    const [id, all] = [...states][next(states.size)] ?? ['', []]
    const others = all.filter((state) => state !== store.get(assignmentAtom)[id])
    return [id, others[next(others.length)] ?? '']
  }
}

/** Whole numbers below a bound, the same on every machine (mulberry32). */
export function below(seed: number): (bound: number) => number {
  let a = seed
  return (bound) => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return (((t ^ (t >>> 14)) >>> 0) % 1_000_000) % bound
  }
}

/** Intervals that are still being computed. */
export function awaited({ store }: Explored): string[] {
  return [...store.get(variableAtomsAtom)].flatMap(([id, { row }]) => (store.get(row).interval ? [] : [id]))
}

/** Let timers, messages and promises come round until every interval is there. */
export async function settle(explored: Explored, turn: () => void = () => undefined) {
  for (let turns = 0; turns < 40 && (turns === 0 || awaited(explored).length > 0); turns++)
    await act(async () => {
      turn()
      await new Promise((resolve) => setTimeout(resolve))
    })
  if (awaited(explored).length > 0) throw new Error(`Without an interval: ${awaited(explored).join(', ')}`)
}

/** A screen 1920 pixels wide that never changes its size. */
export function wideScreen(query: string) {
  const widths = [...query.matchAll(/\((min|max)-width: ([\d.]+)px\)/g)]
  const fits = ([, side, px]: RegExpMatchArray) => (side === 'min' ? 1920 >= Number(px) : 1920 <= Number(px))
  return { matches: widths.some(fits), addEventListener: () => undefined, removeEventListener: () => undefined }
}
