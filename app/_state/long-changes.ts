import { shorten } from '../../lib/scenario/long'

const keyOf = (id: string) => `encrucijada-mine-${id}`
/** What the browser would not store lasts as long as the page. */
const remembered = new Map<string, string>()

/** Keep the changes of a query text that is too long for an address, so that the shorter one leads back to them. */
export function keepLong(whole: string) {
  const made = shorten(whole)
  if (!made) return
  remembered.set(made.id, made.stored)
  try {
    localStorage.setItem(keyOf(made.id), made.stored)
  } catch {
    // Storage is blocked or full: the address works in this tab, and a file carries the changes elsewhere.
  }
}

/** The changes kept under an id, as query text; empty where there are none. */
export function longChanges(id: string | null): string {
  if (id === null) return ''
  try {
    return remembered.get(id) ?? localStorage.getItem(keyOf(id)) ?? ''
  } catch {
    return remembered.get(id) ?? ''
  }
}
