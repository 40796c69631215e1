import type { Kept } from './kept'

/** A kept scenario as it is stored, with its place in the list. */
export interface KeptRecord extends Kept {
  place: number
}

/** Read a stored value as a kept scenario; null if it is not one in every part. Never throws. */
export function readKept(value: unknown): KeptRecord | null {
  if (!isRecord(value) || !isRecord(value['pack']) || !isRecord(value['assignment'])) return null
  const { id, name, note, assignment, pack, savedAt, place, group } = value
  const sound =
    isText(id, 40) &&
    id !== '' &&
    isText(name, 200) &&
    isText(note, 10_000) &&
    isText(savedAt, 40) &&
    isText(pack['id'], 60) &&
    isText(pack['version'], 20) &&
    typeof place === 'number' &&
    Number.isFinite(place) &&
    (group === undefined || group === true)
  if (!sound) return null
  const states = Object.entries(assignment)
  if (states.length > 200) return null
  const chosen: [string, string][] = []
  for (const [assumption, state] of states) {
    if (!isText(state, 60) || assumption.length > 60) return null
    chosen.push([assumption, state])
  }
  const { id: packId, version } = pack
  return {
    id,
    name,
    note,
    // Entry by entry: a name such as "__proto__" is a name, and is told as dropped like any other.
    assignment: Object.fromEntries(chosen),
    pack: { id: String(packId), version: String(version) },
    savedAt,
    place,
    ...(group && { group }),
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isText(value: unknown, most: number): value is string {
  return typeof value === 'string' && value.length <= most
}
