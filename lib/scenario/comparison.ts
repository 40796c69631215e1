import { type Assignment, applyScenario, assign, differing, sameRecord, type Space } from './assignment'
import { type Decoded, isKeptId, readQuery, restingShown, type Shown, writeQuery } from './query'

/** Letters of the columns: shape, colour and letter always travel together. */
export const letters = ['A', 'B', 'C', 'D'] as const
/** Lists of the ladder on Compare; the first is the resting one. */
export const comparedViews = ['risks', 'opportunities'] as const
/** Most small multiples shown at once. */
export const mostCharts = 8

/** One scenario beside others. */
export interface Column {
  assignment: Assignment
  /** Id of the kept scenario that the assignment was opened from, or null. */
  kept: string | null
  /** Whether it shows what the pack itself says, without my changes. */
  asPack?: true
}

/** Place of a column, from 0, or null for the baseline. */
export type Place = number | null

/** How the table of outcomes is sorted: by a column's values, the baseline's, the spread, the certainty of the order, or as the pack has it. */
export const sorts = ['pack', 'name', 'baseline', 'a', 'b', 'c', 'd', 'spread', 'order'] as const

/** What the table is sorted by, and whether from the lowest up. */
export type Sort = { by: (typeof sorts)[number]; up: boolean }

/** All that Compare shows beyond its language: it is what the address holds. */
export interface Comparison extends Shown {
  /** One to four columns. */
  columns: readonly Column[]
  /** What everything is compared with. */
  reference: Place
  /** The two whose difference is explained, and the two that a phone shows. */
  pair: readonly [Place, Place]
  view: (typeof comparedViews)[number]
  /** Ids of the indicators shown as small multiples. */
  charts: readonly string[]
  /** Whether all assumptions are listed, not only those that differ. */
  all: boolean
  sort: Sort
}

/** The comparison of an empty address: the scenarios that the pack names for it, or its first four, against the baseline. */
export function restingComparison(space: Space): Comparison {
  const { meta, scenarios, variables } = space.pack
  const wanted = meta.comparison ?? scenarios.slice(0, letters.length).map(({ id }) => id)
  const columns = wanted.flatMap((id) =>
    scenarios.filter((s) => s.id === id).map((s): Column => ({ assignment: applyScenario(space, s), kept: null })),
  )
  const indicators = variables.filter(({ kind }) => kind === 'indicator').map(({ id }) => id)
  return {
    ...restingShown(space),
    columns: columns.length > 0 ? columns : [{ assignment: space.baseline, kept: null }],
    reference: null,
    pair: columns.length > 1 ? [0, columns.length - 1] : [null, 0],
    view: comparedViews[0],
    charts: meta.charts ?? indicators.slice(0, 4),
    all: false,
    sort: { by: 'pack', up: true },
  }
}

/** Put another assignment in a column; the same comparison where nothing changes. */
export function editColumn(comparison: Comparison, at: number, change: Partial<Column>): Comparison {
  return {
    ...comparison,
    columns: comparison.columns.map((column, i) => (i === at ? { ...column, ...change } : column)),
  }
}

/** Add a column after the others; a fifth takes the place of the last. */
export function addColumn(comparison: Comparison, column: Column): Comparison {
  const kept = comparison.columns.slice(0, letters.length - 1)
  return rooted({ ...comparison, columns: [...kept, column] })
}

/** Take a column away, never the last one. What referred to it falls back to the baseline; what stood after it moves up. */
export function removeColumn(comparison: Comparison, at: number): Comparison {
  if (comparison.columns.length < 2) return comparison
  const moved = (place: Place) => (place === null || place === at ? null : place > at ? place - 1 : place)
  return rooted(
    placed({ ...comparison, columns: comparison.columns.filter((_, i) => i !== at) }, comparison.sort, moved),
  )
}

/** Move a column by one place to the left (−1) or right (1); reference, pair and sorting go with it. */
export function moveColumn(comparison: Comparison, at: number, by: -1 | 1): Comparison {
  const to = at + by
  const [one, other] = [comparison.columns[at], comparison.columns[to]]
  if (!one || !other) return comparison
  const moved = (place: Place) => (place === at ? to : place === to ? at : place)
  const columns = comparison.columns.map((column, i) => (i === at ? other : i === to ? one : column))
  return placed({ ...comparison, columns }, comparison.sort, moved)
}

/** Tell whether two lists hold the same assignments, from the same kept scenarios, in the same order. */
export function sameColumns(a: readonly Column[], b: readonly Column[]): boolean {
  return (
    a.length === b.length &&
    a.every(
      ({ assignment, kept, asPack }, i) =>
        kept === b[i]?.kept && asPack === b[i]?.asPack && sameRecord(assignment, b[i]?.assignment ?? {}),
    )
  )
}

/** The assignment at a place: a column's, or the baseline. */
export function assignmentAt(space: Space, { columns }: Comparison, place: Place): Assignment {
  return place === null ? space.baseline : (columns[place]?.assignment ?? space.baseline)
}

function placed(comparison: Comparison, sort: Sort, moved: (place: Place) => Place): Comparison {
  const sorted = letters.findIndex((letter) => letter.toLowerCase() === sort.by)
  const after = sorted < 0 ? null : moved(sorted)
  return {
    ...comparison,
    reference: moved(comparison.reference),
    pair: [moved(comparison.pair[0]), moved(comparison.pair[1])],
    sort: sorted < 0 ? sort : after === null ? { by: 'pack', up: true } : { ...sort, by: sorts[3 + after] ?? 'pack' },
  }
}

/** A pair names two different places that exist, the earlier one free to be the baseline. */
function rooted(comparison: Comparison): Comparison {
  const exists = (place: Place) => place === null || place < comparison.columns.length
  const [from, to] = comparison.pair
  const reference = exists(comparison.reference) ? comparison.reference : null
  if (exists(from) && exists(to) && from !== to) return { ...comparison, reference }
  const last = comparison.columns.length - 1
  return { ...comparison, reference, pair: last > 0 ? [0, last] : [null, 0] }
}

/**
 * Encode a comparison as query text, as the difference from the resting one. A column is a scenario of the
 * pack (with "*": its headline alone) and what differs from it: `leftist-successor_five-g.diversified`.
 */
export function encodeComparison(space: Space, comparison: Comparison): string {
  const resting = restingComparison(space)
  const own = new URLSearchParams()
  const codes = comparison.columns.map(({ assignment }) => codeOf(space, assignment))
  if (codes.join() !== resting.columns.map(({ assignment }) => codeOf(space, assignment)).join())
    codes.forEach((code, i) => own.set(keyAt(i), code))
  comparison.columns.forEach(({ kept, asPack }, i) => {
    if (kept !== null) own.set(`kept.${keyAt(i)}`, kept)
    if (asPack) own.set(`as.${keyAt(i)}`, 'pack')
  })
  if (comparison.reference !== null) own.set('ref', keyAt(comparison.reference))
  const pair = rooted({ ...resting, columns: comparison.columns }).pair
  if (comparison.pair.join() !== pair.join()) own.set('pair', comparison.pair.map(keyAt).join('.'))
  if (comparison.charts.join() !== resting.charts.join()) own.set('charts', comparison.charts.join('_'))
  if (comparison.all) own.set('all', '1')
  if (comparison.sort.by !== 'pack') own.set('sort', `${comparison.sort.up ? '' : '-'}${comparison.sort.by}`)
  return writeQuery(space, own, comparison, comparison.view === resting.view ? null : comparison.view)
}

/** Decode query text into a comparison; see `readQuery` for what happens to what cannot be used. */
export function decodeComparison(space: Space, text: string, stored = ''): Decoded<Comparison> {
  const resting = restingComparison(space)
  const named = new URLSearchParams(text)
  // Where the address names columns it names them all; places are counted over those that stand in it.
  const keys = letters.map((letter) => letter.toLowerCase()).filter((key) => named.has(key))
  const empty: Column = { assignment: space.baseline, kept: null }
  const start = keys.length > 0 ? rooted({ ...resting, columns: keys.map(() => empty) }) : resting
  const places = keys.length > 0 ? keys : resting.columns.map((_, i) => keyAt(i))
  const lost: string[] = []
  const read = (comparison: Comparison, key: string, value: string) => {
    const at = places.indexOf(key)
    if (at < 0) return readPart(space, comparison, places, key, value)
    const { assignment, unknown } = readCode(space, value)
    lost.push(...unknown.map((part) => `${key}=${part}`))
    return editColumn(comparison, at, { assignment })
  }
  const decoded = readQuery(space, text, start, read, stored)
  const dropped = lost.map((part) => ({
    kind: 'unknown' as const,
    part: part.replace(/[^a-z0-9=.*-]/g, '').slice(0, 40),
  }))
  // Of a text that was not read at all nothing is guessed, not even how many columns it had.
  const screen = decoded.dropped.some(({ kind }) => kind === 'version' || kind === 'size') ? resting : decoded.screen
  return { ...decoded, screen, dropped: [...decoded.dropped, ...dropped] }
}

function readPart(
  space: Space,
  comparison: Comparison,
  places: readonly string[],
  key: string,
  value: string,
): Comparison | null {
  const placeOf = (text: string): Place | undefined => {
    if (text === 'base') return null
    const at = places.indexOf(text)
    return at < 0 ? undefined : at
  }
  switch (key) {
    case 'ref': {
      const reference = placeOf(value)
      return reference === undefined ? null : { ...comparison, reference }
    }
    case 'pair': {
      const [from, to, ...more] = value.split('.').map(placeOf)
      return from === undefined || to === undefined || from === to || more.length > 0
        ? null
        : { ...comparison, pair: [from, to] }
    }
    case 'view': {
      const view = comparedViews.find((known) => known === value)
      return view ? { ...comparison, view } : null
    }
    case 'charts': {
      const ids = value === '' ? [] : value.split('_')
      const sound = ids.every((id) => space.pack.variables.some((v) => v.id === id && v.kind === 'indicator'))
      return sound && ids.length <= mostCharts && new Set(ids).size === ids.length
        ? { ...comparison, charts: ids }
        : null
    }
    case 'all':
      return value === '1' ? { ...comparison, all: true } : null
    case 'sort': {
      const asked = value.replace(/^-/, '')
      // A column's letter is its place in the address, which may have lost others.
      const at = places.indexOf(asked)
      const by = sorts.find((known) => known === (at < 0 ? asked : keyAt(at)))
      return by && (at >= 0 || !/^[a-d]$/.test(by)) ? { ...comparison, sort: { by, up: !value.startsWith('-') } } : null
    }
    default: {
      const [of, place = '', ...more] = key.split('.')
      const at = more.length === 0 ? places.indexOf(place) : -1
      if (at < 0) return null
      if (of === 'as' && value === 'pack') return editColumn(comparison, at, { asPack: true })
      return of === 'kept' && isKeptId(value) ? editColumn(comparison, at, { kept: value }) : null
    }
  }
}

/**
 * Name the columns of a comparison by kept scenarios that hold the same assignments: the ids that the query text
 * has are of the browser it was made in. Text made with another version of the pack stays as it is, since that
 * version reads it.
 */
export function renameColumns(
  space: Space,
  text: string,
  kept: readonly { id: string; assignment: Assignment }[],
): string {
  const { screen, madeWith } = decodeComparison(space, text)
  if (madeWith !== null) return text
  const columns = screen.columns.map((column) => ({
    ...column,
    kept: kept.find((own) => sameRecord(own.assignment, column.assignment))?.id ?? null,
  }))
  return encodeComparison(space, { ...screen, columns })
}

const keyAt = (place: Place) => (place === null ? 'base' : (letters[place] ?? 'A').toLowerCase())

/** Write an assignment as the start it is nearest to, and what differs from that; the first of equals. */
function codeOf(space: Space, assignment: Assignment): string {
  const starts = [
    { name: '', start: space.baseline },
    ...space.pack.scenarios.flatMap((scenario) => [
      { name: scenario.id, start: applyScenario(space, scenario) },
      { name: `${scenario.id}*`, start: applyScenario(space, scenario, 'headline') },
    ]),
  ]
  const codes = starts.map(({ name, start }) => [
    ...(name ? [name] : []),
    ...differing(space, start, assignment).map((id) => `${id}.${assignment[id]}`),
  ])
  return codes.reduce((best, code) => (code.length < best.length ? code : best)).join('_')
}

function readCode(space: Space, code: string): { assignment: Assignment; unknown: string[] } {
  const unknown: string[] = []
  const assignment = code.split('_').reduce((assignment, token, i) => {
    if (token === '') return assignment
    const [id = '', state, ...more] = token.split('.')
    if (state === undefined && i === 0) {
      const scenario = space.pack.scenarios.find((s) => s.id === id.replace(/\*$/, ''))
      if (scenario) return applyScenario(space, scenario, id.endsWith('*') ? 'headline' : 'whole')
    }
    if (state !== undefined && more.length === 0 && space.states.get(id)?.includes(state))
      return assign(space, assignment, id, state)
    unknown.push(token)
    return assignment
  }, space.baseline)
  return { assignment, unknown }
}
