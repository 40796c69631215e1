import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { packChecks, packs } from '../../data/index'
import { compile } from '../../lib/engine/compile'
import type { Check, Pack } from '../../lib/pack/schema'
import { judgeAll, verdictText } from './checks'
import { toCsv } from './csv'
import { list, listText } from './list'
import { Fault, type Options, readOptions, usage } from './options'
import { readChecks, readPack, soundChecks, soundPack } from './pack-file'
import { report } from './report'
import { toRequest } from './request'
import { toTable } from './table'

/** What the command prints, and its exit code: 2 for a mistake of who asked, 3 for a statement that does not hold. */
interface Answer {
  status: 0 | 2 | 3
  stdout: string
  stderr: string
}

/** Answer the words of a command line; paths in them start at the folder `from`. */
export function answer(words: string[], from: string): Answer {
  try {
    return { status: 0, stderr: '', ...given(readOptions(words), from) }
  } catch (error) {
    // A RangeError is the engine's: a value that is not finite, with the variable's name and the remedy.
    if (!(error instanceof Fault || error instanceof RangeError)) throw error
    return { status: 2, stdout: '', stderr: `${error.message}\n` }
  }
}

function given(options: Options, from: string): { stdout: string; status?: 3 } {
  if (options.help) return { stdout: usage }
  const { pack, checks } = wanted(options.pack, from)
  const model = compile(pack)
  if (options.checks) {
    const verdicts = judgeAll(model, checks())
    const stdout = options.format === 'json' ? toJson(verdicts) : verdictText(verdicts, options.lang)
    return verdicts.every(({ holds }) => holds) ? { stdout } : { stdout, status: 3 }
  }
  if (options.list)
    return { stdout: options.format === 'json' ? toJson(list(pack, options.lang)) : listText(pack, options.lang) }
  const request = toRequest(model, options)
  switch (options.format) {
    case 'json':
      return { stdout: toJson(report(model, request)) }
    case 'csv':
      return { stdout: toCsv(report(model, { ...request, fan: true })) }
    case 'table':
      return { stdout: toTable(model, request, report(model, request)) }
  }
}

/** The pack that is asked for and its statements: one that ships, by its id (the first if none is named), or a path. */
function wanted(named: string | null, from: string): { pack: Pack; checks: () => readonly Check[] } {
  const ids = Object.keys(packs)
  const id = named ?? ids[0] ?? ''
  if (Object.hasOwn(packs, id)) return { pack: soundPack(packs[id]), checks: () => soundChecks(packChecks[id]) }
  const path = resolve(from, id)
  if (!existsSync(path))
    throw new Fault(`--pack ${path} cannot be read: it is not there. The packs that ship are ${ids.join(', ')}.`)
  return { pack: readPack(path), checks: () => readChecks(path) }
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
