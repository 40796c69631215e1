import { useStore } from 'jotai'
import type { createStore } from 'jotai/vanilla'
import { act, cloneElement, Profiler, type ReactElement, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, vi } from 'vitest'
import Compare from '../../app/[locale]/compare/page'
import { wideScreen } from './explore'

/** Compare, the whole page or some of its panels, mounted in jsdom on a wide screen. */
export interface ComparedPage {
  store: ReturnType<typeof createStore>
  host: HTMLElement
  /** Commits of React that changed anything on the page so far. */
  commits: () => number
  leave: () => void
}

/** Mount Compare at an address; leaving it fails if React complained of anything. */
export async function compared(query = '', panels?: ReactNode, locale = 'en'): Promise<ComparedPage> {
  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true)
  vi.stubGlobal('matchMedia', wideScreen)
  history.pushState(null, '', `/${locale}/compare${query && `?${query}`}`)
  const found: { store?: ComparedPage['store'] } = {}
  const Probe = () => {
    const own = useStore()
    return <i hidden ref={() => void (found.store = own)} />
  }
  const complaints: unknown[][] = []
  const complain = console.error
  console.error = (...words: unknown[]) => void complaints.push(words)
  let commits = 0
  const page: ReactElement<{ children: ReactNode }> = await Compare({ params: Promise.resolve({ locale }) })
  const host = document.body.appendChild(document.createElement('div'))
  const root = createRoot(host)
  await act(async () =>
    root.render(
      <Profiler id="page" onRender={() => commits++}>
        {cloneElement(page, {}, panels ?? page.props.children, <Probe key="probe" />)}
      </Profiler>,
    ),
  )
  if (!found.store) throw new Error('The probe was not mounted.')
  return {
    store: found.store,
    host,
    commits: () => commits,
    leave: () => {
      act(() => root.unmount())
      host.remove()
      console.error = complain
      expect(complaints, 'what React complained of').toEqual([])
    },
  }
}
