import { createStore } from 'jotai/vanilla'
import { useStore } from 'jotai'
import { act, cloneElement, Profiler, type ReactElement, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { vi } from 'vitest'
import Explore from '../../app/[locale]/page'

type Store = ReturnType<typeof createStore>

/** Explore as the page composes it, mounted in jsdom on a wide screen, with its store and the count of its commits. */
export interface Mounted {
  store: Store
  host: HTMLElement
  commits: () => number
  unmount: () => void
}

/** Mount the page itself; a probe beside its panels hands out the store. */
export async function mountExplore(locale: 'en' | 'es' = 'en'): Promise<Mounted> {
  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true)
  vi.stubGlobal('matchMedia', wideScreen)
  let store: Store | null = null
  let commits = 0
  const Probe = () => {
    const own = useStore()
    store = own
    return null
  }
  const page: ReactElement<{ children: ReactNode }> = await Explore({ params: Promise.resolve({ locale }) })
  const host = document.body.appendChild(document.createElement('div'))
  const root = createRoot(host)
  await act(async () =>
    root.render(
      <Profiler id="page" onRender={() => commits++}>
        {cloneElement(page, {}, page.props.children, <Probe key="probe" />)}
      </Profiler>,
    ),
  )
  if (!store) throw new Error('The probe was not rendered.')
  return {
    store,
    host,
    commits: () => commits,
    unmount: () => {
      act(() => root.unmount())
      host.remove()
    },
  }
}

/** A screen of 1920 × 1080 that never changes its size. */
function wideScreen(query: string) {
  const widths = [...query.matchAll(/\((min|max)-width: ([\d.]+)px\)/g)]
  const fits = ([, side, px]: RegExpMatchArray) => (side === 'min' ? 1920 >= Number(px) : 1920 <= Number(px))
  return { matches: widths.some(fits), addEventListener: () => undefined, removeEventListener: () => undefined }
}
