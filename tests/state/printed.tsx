import { cloneElement, type ReactElement, type ReactNode } from 'react'
import { vi } from 'vitest'
import Print from '../../app/[locale]/present/print/page'
import { wideScreen } from './explore'
import { type Mounted, mounted } from './mounted'

/** A worker that never answers: paper waits for no interval. */
class Silent extends EventTarget {
  postMessage() {}
  terminate() {}
}

/** Mount the print page at an address; leaving it fails if React complained of anything. */
export async function printed(query = '', locale = 'en'): Promise<Mounted> {
  vi.stubGlobal('matchMedia', wideScreen)
  vi.stubGlobal('Worker', Silent)
  history.pushState(null, '', `/${locale}/present/print${query && `?${query}`}`)
  const page: ReactElement<{ children: ReactNode }> = await Print({ params: Promise.resolve({ locale }) })
  return mounted((probe) => cloneElement(page, {}, page.props.children, probe))
}
