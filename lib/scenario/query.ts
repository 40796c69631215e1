import type { Variants } from '../engine/evaluate'
import type { Space } from './assignment'

/** What every page's address holds besides its own: the year shown, the baselines chosen, the variable explained. */
export interface Shown {
  variants: Variants
  year: number
  /** Id of the variable whose explanation is open, or null. */
  open: string | null
}

/** One part of an address that could not be used. `part` holds only plain characters, cut to 40. */
export interface Dropped {
  kind: 'unknown' | 'repeated' | 'year' | 'version' | 'size'
  part: string
}

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

export function restingShown({ pack }: Space): Shown {
  return { variants: {}, year: pack.meta.year, open: null }
}

/** Write what all pages share between a page's own parts and its list; nothing at all where everything rests. */
export function writeQuery(
  space: Space,
  own: URLSearchParams,
  { variants, year, open }: Shown,
  view: string | null,
): string {
  const query = new URLSearchParams(own)
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
 * read. `read` gives the screen with one part applied, or null if that part means nothing.
 */
export function readQuery<Screen extends Shown>(
  space: Space,
  text: string,
  resting: Screen,
  read: (screen: Screen, key: string, value: string) => Screen | null,
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
  for (const [key, value] of new URLSearchParams(text)) {
    if (query.has(key)) dropped.push({ kind: 'repeated', part: plain(key) })
    else query.set(key, value)
  }
  const asked = query.get('v') ?? version
  if (asked !== version) return refused('version', plain(asked))
  const madeWith = query.get('pack')
  const hash = query.get('hash')
  for (const key of ['v', 'pack', 'hash']) query.delete(key)
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
  const variable = key.startsWith('base.') ? space.pack.variables.find((v) => v.id === key.slice(5)) : undefined
  if (!variable || !('variants' in variable) || !variable.variants?.some((v) => v.id === value)) return null
  return { ...screen, variants: { ...screen.variants, [variable.id]: value } }
}

/** Text of an address as it may be shown: letters, digits and a few marks, at most 40 of them. */
function plain(text: string): string {
  return text.replace(/[^A-Za-z0-9=._-]/g, '').slice(0, 40)
}
