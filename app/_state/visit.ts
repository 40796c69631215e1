import type { createStore } from 'jotai/vanilla'
import { type Page, pageAtom, queryAtom } from './url'

const keyOf = (page: Page) => `encrucijada-${page}`

/** Remember the address of this page while the tab is open, so that another page leads back to it as it was. Returns the stop. */
export function followVisit(store: ReturnType<typeof createStore>): () => void {
  const remember = () => {
    try {
      sessionStorage.setItem(keyOf(store.get(pageAtom)), store.get(queryAtom))
    } catch {
      // Storage is blocked or full: the other page opens at rest.
    }
  }
  remember()
  return store.sub(queryAtom, remember)
}

/** The query text a page was left with in this tab; empty if it was not visited. */
export function lastQuery(page: Page): string {
  try {
    return sessionStorage.getItem(keyOf(page)) ?? ''
  } catch {
    return ''
  }
}
