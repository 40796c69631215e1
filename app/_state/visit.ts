import type { createStore } from 'jotai/vanilla'
import { type Page, packNameAtom, pageAtom, queryAtom } from './url'

const keyOf = (page: Page, pack: string | null) => `encrucijada-${page}${pack === null ? '' : `-${pack}`}`

/** Remember the address of this page while the tab is open, so that another page leads back to it as it was. Returns the stop. */
export function followVisit(store: ReturnType<typeof createStore>): () => void {
  const remember = () => {
    try {
      sessionStorage.setItem(keyOf(store.get(pageAtom), store.get(packNameAtom)), store.get(queryAtom))
    } catch {
      // Storage is blocked or full: the other page opens at rest.
    }
  }
  remember()
  return store.sub(queryAtom, remember)
}

/** The query text a page was left with in this tab on a pack; empty if it was not visited. */
export function lastQuery(page: Page, pack: string | null): string {
  try {
    return sessionStorage.getItem(keyOf(page, pack)) ?? ''
  } catch {
    return ''
  }
}
