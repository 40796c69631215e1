import { z } from 'zod'
import type { Result } from '../fail'
import { decodeHanded, type HandedKind, readHanded } from '../pack/handed'
import { hidden, limits } from '../pack/limits'
import { id, list, shown, version } from '../pack/schema'
import type { Change } from '../pack/challenge'
import type { Kept } from './kept'

/**
 * The scenario file: kept scenarios as people hand them to each other, and perhaps the comparison they were
 * saved from. It comes from strangers, so it is either read whole or refused with every reason.
 */

const format = 'encrucijada-scenarios'
/** Newest version of the file format; 2 may hold my version of the model. Files of every version open for ever. */
const formatVersion = 2

/** Upper bounds of a scenario file, for who must judge a file before reading it. */
export const fileLimits = { bytes: 1_000_000, scenarios: 200, changes: 2000 } as const

const kind: HandedKind = {
  format,
  version: formatVersion,
  bytes: fileLimits.bytes,
  name: 'scenario file',
  holds: 'scenarios',
  these: 'the scenarios were',
  tooLarge: 'A scenario file is far smaller: check that it is the right file, or save fewer scenarios in one.',
  pickAnother: 'Choose the file that "Save scenarios as a file" made; it ends in .json.',
  saveAgain: 'Save the scenarios as a file again where they were made, or ask the sender for the file again.',
}

const note = z
  .string()
  .max(2000)
  .refine(
    (value) => !hidden.test(value.replace(/\r?\n/g, '')),
    'text without control, zero-width or bidirectional characters or piles of marks, line breaks apart',
  )
const assignment = z
  .record(id, id)
  .refine((states) => Object.keys(states).length <= limits.assumptions, `at most ${limits.assumptions} assumptions`)
const scenario = z.strictObject({
  name: shown(80),
  note,
  assignment,
  savedAt: z.iso.datetime({ offset: true }).max(40),
})

const reason = z
  .string()
  .max(500)
  .refine(
    (value) => !hidden.test(value),
    'text without control, zero-width or bidirectional characters or piles of marks',
  )
  .optional()
const finite = z.number()
const range = z.strictObject({ low: finite, high: finite })
const change = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('effect'),
    rule: id,
    variable: id,
    low: finite,
    central: finite,
    high: finite,
    reason,
  }),
  z.strictObject({ kind: z.literal('timing'), rule: id, onset: z.int(), rampYears: z.int(), reason }),
  z.strictObject({ kind: z.literal('off'), rule: id, reason }),
  z.strictObject({
    kind: z.literal('start'),
    variable: id,
    variant: id.nullable(),
    value: finite,
    range: range.nullable(),
    reason,
  }),
])

/** The shape of a scenario file. What it means for the pack in use is left to `fit`. */
export const scenarioFileShape = z.strictObject({
  $schema: z.string().max(200).optional(),
  format: z.literal(format),
  version: z.union([z.literal(1), z.literal(formatVersion)]),
  pack: z.strictObject({
    id,
    version,
    /** Content hash of the pack as hexadecimal digits, or empty where it is not known. */
    hash: z.string().regex(/^([0-9a-f]{8,64})?$/, 'a content hash of 8 to 64 hexadecimal digits, or nothing'),
  }),
  /** The address of the comparison that the file was saved from, after the "?". */
  comparison: z
    .strictObject({
      query: z
        .string()
        .max(4000)
        .regex(/^[A-Za-z0-9=&._*%+-]*$/, 'query text of an address: letters, digits and = & . _ * % + -'),
    })
    .optional(),
  /** My version of the model: what is changed of the pack, and why; from format version 2 on. */
  changes: list(change, fileLimits.changes).optional(),
  scenarios: list(scenario, fileLimits.scenarios),
})

/** One change of the model, with the reason that was typed for it. */
export type FiledChange = Change & { reason?: string | undefined }

/** A scenario file as `readScenarioFile` returns it. */
export type ScenarioFile = Omit<z.infer<typeof scenarioFileShape>, '$schema'>

/** What goes into a scenario file: kept scenarios fit as they are. */
export interface ScenarioFileContent {
  pack: ScenarioFile['pack']
  comparison?: ScenarioFile['comparison']
  changes?: readonly FiledChange[] | undefined
  scenarios: readonly Pick<Kept, 'name' | 'note' | 'assignment' | 'savedAt'>[]
}

/**
 * Write a scenario file as JSON text that people can read: two spaces, a line break at the end, keys in one order.
 * The content is taken as sound; `readScenarioFile` judges what was written like any other file.
 */
export function writeScenarioFile({ pack, comparison, changes = [], scenarios }: ScenarioFileContent): string {
  const file = {
    $schema: 'scenario-file.schema.json',
    format,
    // A file without changes is of the first version, which every program of this name opens.
    version: changes.length > 0 ? formatVersion : 1,
    pack: { id: pack.id, version: pack.version, hash: pack.hash },
    comparison: comparison && { query: comparison.query },
    ...(changes.length > 0 && { changes }),
    scenarios: scenarios.map(({ name, note, assignment, savedAt }) => ({ name, note, assignment, savedAt })),
  }
  return `${JSON.stringify(file, null, 2)}\n`
}

/**
 * Read a scenario file as `readHanded` does: the whole file or every issue of the stage it fails at. Another version of
 * the same pack is no fault: `fit` says what it changes.
 */
export function readScenarioFile(text: string, pack: { id: string; version: string }): Result<ScenarioFile> {
  const read = readHanded(text, pack, kind, scenarioFileShape)
  if (!read.ok) return read
  const { $schema: _, ...file } = read.value
  return { ok: true, value: file }
}

/** Decode the bytes of a scenario file as `decodeUtf8` does, in the words of who was handed one. */
export function decodeBytes(bytes: Uint8Array): Result<string> {
  return decodeHanded(bytes, kind)
}

/** Tell whether a parsed value says that it is a scenario file, sound or not. */
export function isScenarioFile(value: unknown): boolean {
  return Reflect.get(Object(value), 'format') === format
}
