import type { z } from 'zod'
import type { Issue, Result } from '../fail'
import { decodeUtf8, plain } from './bytes'
import { parse, shapeIssue } from './load'

/**
 * Files that people hand to each other, such as scenarios and decks. They come from strangers, so each is either read
 * whole or refused with every reason.
 */

/** One kind of such files, and what is said where a file is not taken. */
export interface HandedKind {
  /** What stands under "format" in the file. */
  readonly format: string
  /** Newest version of the format that is read; files of every version open for ever. */
  readonly version: number
  /** Most bytes, and characters. */
  readonly bytes: number
  /** What the file is called, e.g. "scenario file". */
  readonly name: string
  /** What it holds, e.g. "scenarios", and as the beginning of a sentence, e.g. "the scenarios were". */
  readonly holds: string
  readonly these: string
  /** What to do about a file that is too large, about another kind of file, and about one that is damaged. */
  readonly tooLarge: string
  readonly pickAnother: string
  readonly saveAgain: string
}

/** Decode the bytes of a file as `decodeUtf8` does, in the words of who was handed one. */
export function decodeHanded(bytes: Uint8Array, kind: HandedKind): Result<string> {
  return decodeUtf8(bytes, kind.bytes, {
    expected: `a ${kind.name}: JSON text in UTF-8`,
    tooLarge: kind.tooLarge,
    otherKind: kind.pickAnother,
  })
}

/**
 * Read a file: its size, its raw structure, whether it is of this kind at all, its format version, the pack it was made
 * for, and only then its shape. Returns the whole file or every issue of the stage it fails at; nothing is half read.
 */
export function readHanded<T>(
  text: string,
  pack: { id: string; version: string },
  kind: HandedKind,
  shape: z.ZodType<T>,
): Result<T> {
  const parsed = parse(text, kind.bytes)
  if (!parsed.ok) return { ok: false, issues: parsed.issues.map((issue) => rawIssue(issue, kind)) }
  const foreign = foreignIssue(parsed.value, pack, kind)
  if (foreign) return { ok: false, issues: [foreign] }
  const shaped = shape.safeParse(parsed.value)
  if (shaped.success) return { ok: true, value: shaped.data }
  return { ok: false, issues: shaped.error.issues.map((issue) => fileIssue(issue, parsed.value, kind)) }
}

/** Why a parsed file is not for us at all, or null: its other faults would then mean nothing to anyone. */
function foreignIssue(value: unknown, pack: { id: string; version: string }, kind: HandedKind): Issue | null {
  const file: object = Object(value)
  const found = [Reflect.get(file, 'format'), Reflect.get(file, 'version')]
  const madeFor = Object(Reflect.get(file, 'pack'))
  if (found[0] === undefined && isModelPack(file))
    return {
      path: 'file',
      message: `this is a model pack, not a ${kind.name}`,
      expected: `a ${kind.name}, which only names the pack it was made for`,
      hint: `Open it where the model pack is chosen; a ${kind.name} is opened with the pack it was made for.`,
    }
  if (found[0] !== kind.format)
    return {
      path: found[0] === undefined ? 'file' : 'format',
      message:
        found[0] === undefined ? `this is JSON, but not a ${kind.name}` : `${tell(found[0])} is not a ${kind.name}`,
      expected: `an object with "format": "${kind.format}"`,
      hint: kind.pickAnother,
    }
  if (typeof found[1] === 'number' && found[1] > kind.version)
    return {
      path: 'version',
      message: `the file has format version ${found[1]}, made by a newer version of this program`,
      expected: `format version ${kind.version}`,
      hint: 'Update this program, or ask the sender to save the file with the version in use here.',
    }
  if (typeof madeFor.id === 'string' && madeFor.id !== pack.id)
    return {
      path: 'pack.id',
      message: `${kind.these} made for the pack ${tell(madeFor.id)}`,
      expected: `${kind.holds} of the pack "${pack.id}" (version ${pack.version}), which is open`,
      hint: 'Open that pack, and then this file.',
    }
  return null
}

function isModelPack(file: object): boolean {
  const schema = Reflect.get(file, '$schema')
  return 'meta' in file || (typeof schema === 'string' && /\bpack\.schema\.json$/.test(schema))
}

/** The raw scan speaks of packs; for who was handed a file of another kind the remedy is another. */
function rawIssue({ path, message, expected, hint }: Issue, kind: HandedKind): Issue {
  return {
    path: path || 'file',
    message: plain(message),
    expected: expected.replace('the pack schema', `a ${kind.name}`),
    hint: message.includes('UTF-8') ? hint : message.includes('characters long') ? kind.tooLarge : kind.saveAgain,
  }
}

function fileIssue(issue: z.core.$ZodIssue, root: unknown, kind: HandedKind): Issue {
  const { path, message, expected, hint } = shapeIssue(issue, root)
  return {
    path: plain(path) || 'file',
    message: plain(message),
    // A key that is no id is told by the issue behind it.
    expected: issue.code === 'invalid_key' ? plain(issue.issues[0]?.message ?? expected) : plain(expected),
    hint: issue.code === 'unrecognized_keys' ? plain(hint) : kind.saveAgain,
  }
}

function tell(value: unknown): string {
  return typeof value === 'string' ? `"${plain(value).slice(0, 60)}"` : `a ${typeof value}`
}
