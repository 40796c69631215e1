import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { formatIssue, type Result } from '../../lib/fail'
import { load, parse, shapeIssue } from '../../lib/pack/load'
import { limits } from '../../lib/pack/limits'
import { type Check, checksSchema, type Pack } from '../../lib/pack/schema'
import { Fault } from './options'

/** Load a pack from a parsed value; throws a Fault with every issue, one a line. */
export function soundPack(value: unknown): Pack {
  return valueOf(load(value), 'This is not a sound model pack:')
}

/**
 * Read a pack from one JSON file, or from a folder whose JSON files each hold some of its top-level keys
 * (`checks.json` is about the pack, not in it). Sizes are judged before anything is read.
 */
export function readPack(path: string): Pack {
  const files = orFault(path, () =>
    statSync(path).isDirectory()
      ? readdirSync(path)
          .filter((name) => name.endsWith('.json') && name !== 'checks.json')
          .sort()
          .map((name) => join(path, name))
      : [path],
  )
  if (files.length === 0) throw new Fault(`--pack ${path}: there is no JSON file in this folder.`)
  const size = files.reduce((sum, file) => sum + orFault(file, () => statSync(file).size), 0)
  if (size > limits.bytes) throw new Fault(`--pack ${path}: ${size} bytes, at most ${limits.bytes} are read.`)
  return soundPack(files.length === 1 ? readJson(path, files[0] ?? path) : merged(path, files))
}

/** Judge the shape of statements about a pack; throws a Fault with every issue, one a line. */
export function soundChecks(value: unknown): readonly Check[] {
  const { success, data, error } = checksSchema.safeParse(value)
  const result: Result<readonly Check[]> = success
    ? { ok: true, value: data.checks }
    : { ok: false, issues: error.issues.map((issue) => shapeIssue(issue, value)) }
  return valueOf(result, 'These are not sound statements about a pack:')
}

/** Read the statements about a pack from the `checks.json` beside its file or in its folder. */
export function readChecks(path: string): readonly Check[] {
  const folder = orFault(path, () => statSync(path).isDirectory()) ? path : dirname(path)
  return soundChecks(readJson(path, join(folder, 'checks.json')))
}

function merged(path: string, files: readonly string[]): Record<string, unknown> {
  const from = new Map<string, string>()
  const pack: Record<string, unknown> = {}
  for (const file of files) {
    const part = readJson(path, file)
    if (typeof part !== 'object' || part === null || Array.isArray(part))
      throw new Fault(`--pack ${path}: ${basename(file)} holds no object: each file holds some keys of the pack.`)
    for (const [key, value] of Object.entries(part)) {
      if (key === '$schema') continue
      const before = from.get(key)
      if (before !== undefined)
        throw new Fault(`--pack ${path}: "${key}" stands in ${before} and in ${basename(file)}: keep one.`)
      from.set(key, basename(file))
      pack[key] = value
    }
  }
  return pack
}

function readJson(path: string, file: string): unknown {
  const text = orFault(file, () => readFileSync(file, 'utf8'))
  return valueOf(parse(text), `--pack ${path}: ${basename(file)} cannot be read:`)
}

function valueOf<T>(result: Result<T>, heading: string): T {
  if (result.ok) return result.value
  // What stands in a stranger's file is quoted in the issue: keep it on one line, and off the terminal's controls.
  throw new Fault([heading, ...result.issues.map((issue) => formatIssue(issue).replace(/\p{C}/gu, ' '))].join('\n'))
}

function orFault<T>(path: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw new Fault(`--pack ${path} cannot be read (${error instanceof Error ? error.message : String(error)}).`)
  }
}
