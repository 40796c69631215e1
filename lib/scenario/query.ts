import type { Variants } from '../engine/evaluate'
import { type Changes, changeIssues, keyOf, readChange, writeChange } from '../pack/challenge'
import { type Assignment, assign, differing, type Space } from './assignment'

/** What every page's address holds besides its own: my version, the baselines chosen, the year, the variable explained. */
export interface Shown {
  /** My version: what is changed of the pack. */
  changes: Changes
  variants: Variants
  year: number
  /** Id of the variable whose explanation is open, or null. */
  open: string | null
}

/** One part of an address that could not be used. `part` holds only plain characters, cut to 40. */
export interface Dropped {
  kind: 'unknown' | 'repeated' | 'year' | 'version' | 'size' | 'mine'
  part: string
}

/** What an address says: the screen, what of it could not be used, and what it was made with. */
export interface Decoded<Screen> {
  screen: Screen
  dropped: Dropped[]
  /** Version of the pack the link was made with, if it is another than this one's. */
  madeWith: string | null
  /** Content hash of the pack that a citation names, as hexadecimal digits; null in any other link. */
  cited: string | null
}

/** Version of the address format. Links of every version open for ever; the next one migrates this one. */
const version = '1'
const longest = 4000

/** What all pages rest at: the pack as it is, in its own year, nothing open. */
export function restingShown({ pack }: Space): Shown {
  return { changes: [], variants: {}, year: pack.meta.year, open: null }
}

/** Write what all pages share between a page's own parts and its list; nothing at all where everything rests. */
export function writeQuery(
  space: Space,
  own: URLSearchParams,
  { changes, variants, year, open }: Shown,
  view: string | null,
): string {
  const query = new URLSearchParams(own)
  for (const made of changes) query.set(keyOf(made), writeChange(made))
  for (const id of Object.keys(variants).sort()) query.set(`base.${id}`, variants[id] ?? '')
  if (year !== space.pack.meta.year) query.set('year', String(year))
  if (open !== null) query.set('open', open)
  if (view !== null) query.set('view', view)
  const text = query.toString()
  return text && `v=${version}&pack=${space.pack.meta.version}&${text}`
}

/**
 * Read query text part by part into a screen. Never throws: what is unknown, repeated, out of range or of a
 * future version is dropped and listed, and the rest is used. Texts of more than 4 000 characters are not
 * read; `stored` is what `shorten` took out of one, looked up by its id. `read` gives the screen with one part applied, or null if that part means nothing.
 */
export function readQuery<Screen extends Shown>(
  space: Space,
  text: string,
  resting: Screen,
  read: (screen: Screen, key: string, value: string) => Screen | null,
  stored: string,
): Decoded<Screen> {
  const refused = (kind: Dropped['kind'], part: string): Decoded<Screen> => ({
    screen: resting,
    dropped: [{ kind, part }],
    madeWith: null,
    cited: null,
  })
  if (text.length > longest) return refused('size', String(text.length))
  const dropped: Dropped[] = []
  const query = new Map<string, string>()
  for (const [key, value] of [...new URLSearchParams(text), ...new URLSearchParams(stored)]) {
    if (query.has(key)) dropped.push({ kind: 'repeated', part: plain(key) })
    else query.set(key, value)
  }
  const asked = query.get('v') ?? version
  if (asked !== version) return refused('version', plain(asked))
  const madeWith = query.get('pack')
  const hash = query.get('hash')
  const mine = query.get('mine')
  if (mine !== undefined && stored === '') dropped.push({ kind: 'mine', part: plain(mine) })
  for (const key of ['v', 'pack', 'hash', 'model', 'mine']) query.delete(key)
  const screen = [...query].reduce((screen, [key, value]) => {
    const next = readShown(space, screen, key, value) ?? read(screen, key, value)
    if (next === null) dropped.push({ kind: key === 'year' ? 'year' : 'unknown', part: plain(`${key}=${value}`) })
    return next ?? screen
  }, resting)
  return {
    screen,
    dropped,
    madeWith: madeWith && madeWith !== space.pack.meta.version ? plain(madeWith) : null,
    cited: hash && /^[0-9a-f]{8,64}$/.test(hash) ? hash : null,
  }
}

/** Tell whether a text may be the id of a kept scenario. */
export function isKeptId(text: string): boolean {
  return /^[a-z0-9]{1,20}$/.test(text)
}

function readShown<Screen extends Shown>(space: Space, screen: Screen, key: string, value: string): Screen | null {
  if (key === 'year') {
    const { first, last } = space.pack.meta.horizon
    return /^\d{4}$/.test(value) && Number(value) > first && Number(value) <= last
      ? { ...screen, year: Number(value) }
      : null
  }
  if (key === 'open') return space.pack.variables.some((v) => v.id === value) ? { ...screen, open: value } : null
  const made = readChange(key, value)
  if (made)
    return changeIssues(space.pack, made).length === 0 ? { ...screen, changes: [...screen.changes, made] } : null
  const variable = key.startsWith('base.') ? space.pack.variables.find((v) => v.id === key.slice(5)) : undefined
  if (!variable || !('variants' in variable) || !variable.variants?.some((v) => v.id === value)) return null
  return { ...screen, variants: { ...screen.variants, [variable.id]: value } }
}

/** Text of an address as it may be shown: letters, digits and a few marks, at most 40 of them. */
function plain(text: string): string {
  return text.replace(/[^A-Za-z0-9=._-]/g, '').slice(0, 40)
}

/** Write the states that differ from the baseline, each under the id of its assumption. */
export function writeAssignment(space: Space, own: URLSearchParams, assignment: Assignment) {
  for (const id of differing(space, space.baseline, assignment)) own.set(id, assignment[id] ?? '')
}

/** Read one state of an assumption; undefined where the key is no assumption, null where the state is none of its. */
export function readState<Screen extends { assignment: Assignment }>(
  space: Space,
  screen: Screen,
  key: string,
  value: string,
): Screen | null | undefined {
  const states = space.states.get(key)
  if (!states) return undefined
  return states.includes(value) ? { ...screen, assignment: assign(space, screen.assignment, key, value) } : null
}
