/** Longest query text that is handed on whole; every system we know of takes addresses of this length. */
const longest = 2000
/** Beginnings of the keys of changes. */
const ofChanges = /^(effect|timing|off|start)\./

/** A query text too long for an address, with its changes taken out and named by what they say. */
export interface Shortened {
  text: string
  /** Name of the changes: equal changes, equal name. */
  id: string
  /** The changes as query text. */
  stored: string
}

/** Shorten query text that is too long by taking the changes out of it; null where it is short enough, or holds none. */
export function shorten(text: string): Shortened | null {
  if (text.length <= longest) return null
  const parts = [...new URLSearchParams(text)]
  const stored = new URLSearchParams(parts.filter(([key]) => ofChanges.test(key))).toString()
  if (stored === '') return null
  const id = nameOf(stored)
  const rest = new URLSearchParams(parts.filter(([key]) => !ofChanges.test(key)))
  rest.set('mine', id)
  return { text: rest.toString(), id, stored }
}

/** The name under which query text says its changes are stored; null where it names none that could be. */
export function storedId(text: string): string | null {
  const id = new URLSearchParams(text).get('mine')
  return id !== null && /^[a-z0-9]{1,30}$/.test(id) ? id : null
}

/** Two FNV-1a hashes of a text, as letters and digits. */
function nameOf(text: string): string {
  const hash = (salt: number) => {
    let sum = 0x811c9dc5 ^ salt
    for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193)
    return (sum >>> 0).toString(36)
  }
  return `${hash(0)}${hash(0x5bd1e995)}`
}
