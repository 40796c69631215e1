import { useStore } from 'jotai'
import type { createStore } from 'jotai/vanilla'
import { act, cloneElement, Profiler, type ReactElement, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, vi } from 'vitest'
import Compare from '../../app/[locale]/compare/page'
import { Later, SidesProvider } from '../../app/_parts/compared'
import { wideScreen } from './explore'

/** Compare, the whole page or some of its panels, mounted in jsdom on a wide screen. */
export interface ComparedPage {
  store: ReturnType<typeof createStore>
  host: HTMLElement
  /** Watch what `seen` reads of the page at each commit of React that changes anything on it, from now on. */
  atCommits: <Seen>(seen: () => Seen) => Seen[]
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
  let committed = () => undefined as void
  const page: ReactElement<{ children: ReactNode }> = await Compare({ params: Promise.resolve({ locale }) })
  const host = document.body.appendChild(document.createElement('div'))
  const root = createRoot(host)
  await act(async () =>
    root.render(
      <Profiler id="page" onRender={() => committed()}>
        {cloneElement(
          page,
          {},
          panels ? (
            <SidesProvider>
              <Later>{panels}</Later>
            </SidesProvider>
          ) : (
            page.props.children
          ),
          <Probe key="probe" />,
        )}
      </Profiler>,
    ),
  )
  if (!found.store) throw new Error('The probe was not mounted.')
  return {
    store: found.store,
    host,
    atCommits: <Seen,>(seen: () => Seen) => {
      const all: Seen[] = []
      committed = () => void all.push(seen())
      return all
    },
    leave: () => {
      act(() => root.unmount())
      host.remove()
      console.error = complain
      expect(complaints, 'what React complained of').toEqual([])
    },
  }
}
