import { useStore } from 'jotai'
import type { createStore } from 'jotai/vanilla'
import { act, cloneElement, type ReactElement, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, vi } from 'vitest'
import Print from '../../app/[locale]/present/print/page'
import { wideScreen } from './explore'

/** A worker that never answers: paper waits for no interval. */
class Silent extends EventTarget {
  postMessage() {}
  terminate() {}
}

/** The print page, mounted in jsdom on a wide screen. */
export interface PrintedPage {
  store: ReturnType<typeof createStore>
  host: HTMLElement
  leave: () => void
}

/** Mount the print page at an address; leaving it fails if React complained of anything. */
export async function printed(query = '', locale = 'en'): Promise<PrintedPage> {
  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true)
  vi.stubGlobal('matchMedia', wideScreen)
  vi.stubGlobal('Worker', Silent)
  history.pushState(null, '', `/${locale}/present/print${query && `?${query}`}`)
  const found: { store?: PrintedPage['store'] } = {}
  const Probe = () => {
    const own = useStore()
    return <i hidden ref={() => void (found.store = own)} />
  }
  const complaints: unknown[][] = []
  const complain = console.error
  console.error = (...words: unknown[]) => void complaints.push(words)
  const page: ReactElement<{ children: ReactNode }> = await Print({ params: Promise.resolve({ locale }) })
  const host = document.body.appendChild(document.createElement('div'))
  const root = createRoot(host)
  await act(async () => root.render(cloneElement(page, {}, page.props.children, <Probe key="probe" />)))
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
