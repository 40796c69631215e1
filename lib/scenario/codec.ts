import type { Variants } from '../engine/evaluate'
import { type Assignment, assign, differing, type Space } from './assignment'

/** The lists that Explore can show in its main column; the first is the resting one. */
export const views = ['risks', 'opportunities', 'indicators', 'sectors'] as const
export type View = (typeof views)[number]

/** All that a screen shows beyond its page and language: it is what the address holds. */
export interface Screen {
  assignment: Assignment
  variants: Variants
  year: number
  /** Id of the variable whose explanation is open, or null. */
  open: string | null
  view: View
}

/** One part of an address that could not be used. `part` holds only plain characters, cut to 40. */
export interface Dropped {
  kind: 'unknown' | 'repeated' | 'year' | 'version' | 'size'
  part: string
}

export interface Decoded {
  screen: Screen
  dropped: Dropped[]
  /** Version of the pack the link was made with, if it is another than this one's. */
  madeWith: string | null
}

/** Version of the address format. Links of every version open for ever; the next one migrates this one. */
const version = '1'
const longest = 4000

/** The screen of an empty address: the baseline in the pack's own year, nothing open. */
export function restingScreen(space: Space): Screen {
  return { assignment: space.baseline, variants: {}, year: space.pack.meta.year, open: null, view: views[0] }
}

/**
 * Encode a screen as query text: version, pack version, and the difference from the resting screen.
 * The resting screen itself is the empty text.
 */
export function encode(space: Space, { assignment, variants, year, open, view }: Screen): string {
  const query = new URLSearchParams()
  for (const id of differing(space, space.baseline, assignment)) query.set(id, assignment[id] ?? '')
  for (const id of Object.keys(variants).sort()) query.set(`base.${id}`, variants[id] ?? '')
  if (year !== space.pack.meta.year) query.set('year', String(year))
  if (open !== null) query.set('open', open)
  if (view !== views[0]) query.set('view', view)
  const text = query.toString()
  return text && `v=${version}&pack=${space.pack.meta.version}&${text}`
}

/**
 * Decode query text into a screen. Never throws: what is unknown, repeated, out of range or of a future
 * version is dropped and listed, and the rest is used. Texts of more than 4 000 characters are not read.
 */
export function decode(space: Space, text: string): Decoded {
  const resting = restingScreen(space)
  if (text.length > longest)
    return { screen: resting, dropped: [{ kind: 'size', part: String(text.length) }], madeWith: null }
  const dropped: Dropped[] = []
  const query = new Map<string, string>()
  for (const [key, value] of new URLSearchParams(text)) {
    if (query.has(key)) dropped.push({ kind: 'repeated', part: plain(key) })
    else query.set(key, value)
  }
  if ((query.get('v') ?? version) !== version)
    return { screen: resting, dropped: [{ kind: 'version', part: plain(query.get('v') ?? '') }], madeWith: null }
  const madeWith = query.get('pack')
  query.delete('v')
  query.delete('pack')
  const screen = [...query].reduce((screen, [key, value]) => {
    const next = read(space, screen, key, value)
    if (next === null) dropped.push({ kind: key === 'year' ? 'year' : 'unknown', part: plain(`${key}=${value}`) })
    return next ?? screen
  }, resting)
  return { screen, dropped, madeWith: madeWith && madeWith !== space.pack.meta.version ? plain(madeWith) : null }
}

/** The screen with one part of the address applied, or null if that part means nothing here. */
function read(space: Space, screen: Screen, key: string, value: string): Screen | null {
  if (space.states.has(key))
    return space.states.get(key)?.includes(value)
      ? { ...screen, assignment: assign(space, screen.assignment, key, value) }
      : null
  if (key === 'year') {
    const { first, last } = space.pack.meta.horizon
    return /^\d{4}$/.test(value) && Number(value) > first && Number(value) <= last
      ? { ...screen, year: Number(value) }
      : null
  }
  if (key === 'open') return space.pack.variables.some((v) => v.id === value) ? { ...screen, open: value } : null
  if (key === 'view') {
    const view = views.find((known) => known === value)
    return view ? { ...screen, view } : null
  }
  const variable = key.startsWith('base.') ? space.pack.variables.find((v) => v.id === key.slice(5)) : undefined
  if (!variable || !('variants' in variable) || !variable.variants?.some((v) => v.id === value)) return null
  return { ...screen, variants: { ...screen.variants, [variable.id]: value } }
}

/** Text of an address as it may be shown: letters, digits and a few marks, at most 40 of them. */
function plain(text: string): string {
  return text.replace(/[^A-Za-z0-9=._-]/g, '').slice(0, 40)
}
