import { z } from 'zod'
import type { Issue, Result } from '../fail'
import { decodeUtf8, plain } from '../pack/bytes'
import { parse, shapeIssue } from '../pack/load'
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

const note = z
  .string()
  .max(2000)
  .refine(
    (value) => !hidden.test(value.replace(/\r?\n/g, '')),
    'text without control, zero-width or bidirectional characters, line breaks apart',
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
  .refine((value) => !hidden.test(value), 'text without control, zero-width or bidirectional characters')
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
 * Read a scenario file: its size, its raw structure, whether it is a scenario file at all, its format version, the
 * pack it was made for, and only then its shape. Returns the whole file or every issue of the stage it fails at;
 * nothing is half read. Another version of the same pack is no fault: `fit` says what it changes.
 */
export function readScenarioFile(text: string, pack: { id: string; version: string }): Result<ScenarioFile> {
  const parsed = parse(text, fileLimits.bytes)
  if (!parsed.ok) return { ok: false, issues: parsed.issues.map(rawIssue) }
  const foreign = foreignIssue(parsed.value, pack)
  if (foreign) return { ok: false, issues: [foreign] }
  const shaped = scenarioFileShape.safeParse(parsed.value)
  if (!shaped.success) return { ok: false, issues: shaped.error.issues.map((issue) => fileIssue(issue, parsed.value)) }
  const { $schema: _, ...file } = shaped.data
  return { ok: true, value: file }
}

/** Decode the bytes of a scenario file as `decodeUtf8` does, in the words of who was handed one. */
export function decodeBytes(bytes: Uint8Array): Result<string> {
  return decodeUtf8(bytes, fileLimits.bytes, {
    expected: 'a scenario file: JSON text in UTF-8',
    tooLarge,
    otherKind: pickAnother,
  })
}

/** Tell whether a parsed value says that it is a scenario file, sound or not. */
export function isScenarioFile(value: unknown): boolean {
  return Reflect.get(Object(value), 'format') === format
}

const tooLarge = 'A scenario file is far smaller: check that it is the right file, or save fewer scenarios in one.'
const pickAnother = 'Choose the file that "Save scenarios as a file" made; it ends in .json.'
const saveAgain = 'Save the scenarios as a file again where they were made, or ask the sender for the file again.'

/** Why a parsed file is not for us at all, or null: its other faults would then mean nothing to anyone. */
function foreignIssue(value: unknown, pack: { id: string; version: string }): Issue | null {
  const file: object = Object(value)
  const found = [Reflect.get(file, 'format'), Reflect.get(file, 'version')]
  const madeFor = Object(Reflect.get(file, 'pack'))
  if (found[0] === undefined && isModelPack(file))
    return {
      path: 'file',
      message: 'this is a model pack, not a scenario file',
      expected: 'a scenario file, which only names the pack it was made for',
      hint: 'Open it where the model pack is chosen; scenario files are opened with the pack they were made for.',
    }
  if (found[0] !== format)
    return {
      path: found[0] === undefined ? 'file' : 'format',
      message:
        found[0] === undefined ? 'this is JSON, but not a scenario file' : `${tell(found[0])} is not a scenario file`,
      expected: `an object with "format": "${format}"`,
      hint: pickAnother,
    }
  if (typeof found[1] === 'number' && found[1] > formatVersion)
    return {
      path: 'version',
      message: `the file has format version ${found[1]}, made by a newer version of this program`,
      expected: `format version ${formatVersion}`,
      hint: 'Update this program, or ask the sender to save the file with the version in use here.',
    }
  if (typeof madeFor.id === 'string' && madeFor.id !== pack.id)
    return {
      path: 'pack.id',
      message: `the scenarios were made for the pack ${tell(madeFor.id)}`,
      expected: `scenarios of the pack "${pack.id}" (version ${pack.version}), which is open`,
      hint: 'Open the pack they were made for, and then this file.',
    }
  return null
}

function isModelPack(file: object): boolean {
  const schema = Reflect.get(file, '$schema')
  return 'meta' in file || (typeof schema === 'string' && /\bpack\.schema\.json$/.test(schema))
}

/** The raw scan speaks of packs; for who was handed a scenario file the remedy is another. */
function rawIssue({ path, message, expected, hint }: Issue): Issue {
  return {
    path: path || 'file',
    message: plain(message),
    expected: expected.replace('the pack schema', 'a scenario file'),
    hint: message.includes('UTF-8') ? hint : message.includes('characters long') ? tooLarge : saveAgain,
  }
}

function fileIssue(issue: z.core.$ZodIssue, root: unknown): Issue {
  const { path, message, expected, hint } = shapeIssue(issue, root)
  return {
    path: plain(path) || 'file',
    message: plain(message),
    // A key that is no id is told by the issue behind it.
    expected: issue.code === 'invalid_key' ? plain(issue.issues[0]?.message ?? expected) : plain(expected),
    hint: issue.code === 'unrecognized_keys' ? plain(hint) : saveAgain,
  }
}

function tell(value: unknown): string {
  return typeof value === 'string' ? `"${plain(value).slice(0, 60)}"` : `a ${typeof value}`
}
