import { cloneElement, Profiler, type ReactElement, type ReactNode } from 'react'
import { vi } from 'vitest'
import Compare from '../../app/[locale]/compare/page'
import { Later, SidesProvider } from '../../app/_parts/compared'
import { wideScreen } from './explore'
import { type Mounted, mounted } from './mounted'

/** Compare, the whole page or some of its panels, mounted in jsdom on a wide screen. */
export interface ComparedPage extends Mounted {
  /** Watch what `seen` reads of the page at each commit of React that changes anything on it, from now on. */
  atCommits: <Seen>(seen: () => Seen) => Seen[]
}

/** Mount Compare at an address; leaving it fails if React complained of anything. */
export async function compared(query = '', panels?: ReactNode, locale = 'en'): Promise<ComparedPage> {
  vi.stubGlobal('matchMedia', wideScreen)
  history.pushState(null, '', `/${locale}/compare${query && `?${query}`}`)
  let committed = () => undefined as void
  const page: ReactElement<{ children: ReactNode }> = await Compare({ params: Promise.resolve({ locale }) })
  const alone = panels && (
    <SidesProvider>
      <Later>{panels}</Later>
    </SidesProvider>
  )
  const whole = await mounted((probe) => (
    <Profiler id="page" onRender={() => committed()}>
      {cloneElement(page, {}, alone ?? page.props.children, probe)}
    </Profiler>
  ))
  return {
    ...whole,
    atCommits: <Seen,>(seen: () => Seen) => {
      const all: Seen[] = []
      committed = () => void all.push(seen())
      return all
    },
  }
}
