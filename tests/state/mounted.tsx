import { useStore } from 'jotai'
import type { createStore } from 'jotai/vanilla'
import { act, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { expect } from 'vitest'
import { fetchLater } from '../../app/_ui/later'

/** A page mounted in jsdom, and the store that its workspace made. */
export interface Mounted {
  store: ReturnType<typeof createStore>
  host: HTMLElement
  leave: () => void
}

/**
 * Mount a page; `put` gets a probe to place within its workspace, which hands out the store. Leaving it fails if React
 * complained of anything.
 */
export async function mounted(put: (probe: ReactNode) => ReactNode): Promise<Mounted> {
  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true)
  const found: { store?: Mounted['store'] } = {}
  const Probe = () => {
    const own = useStore()
    return <i hidden ref={() => void (found.store = own)} />
  }
  const complaints: unknown[][] = []
  const complain = console.error
  console.error = (...words: unknown[]) => void complaints.push(words)
  // What a page fetches when it is used is there from the start, so that a press shows it at once.
  await fetchLater()
  const host = document.body.appendChild(document.createElement('div'))
  const root = createRoot(host)
  await act(async () => root.render(put(<Probe key="probe" />)))
  await act(async () => void (await import('../../app/_state/fans')))
  if (!found.store) throw new Error('The probe was not mounted.')
  return {
    store: found.store,
    host,
    leave: () => {
      act(() => root.unmount())
      host.remove()
      console.error = complain
      expect(complaints, 'what React complained of').toEqual([])
    },
  }
}
