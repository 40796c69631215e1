import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import process from 'node:process'
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

// A reader such as `head` may stop listening before the end; that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

try {
  process.stdout.write(answer(readOptions(process.argv.slice(2))))
} catch (error) {
  // A RangeError is the engine's: a value that is not finite, with the variable's name and the remedy.
  if (!(error instanceof Fault || error instanceof RangeError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}

function answer(options: Options): string {
  if (options.help) return usage
  const { pack, checks } = wanted(options.pack)
  const model = compile(pack)
  if (options.checks) {
    const verdicts = judgeAll(model, checks())
    if (verdicts.some(({ holds }) => !holds)) process.exitCode = 3
    return options.format === 'json' ? toJson(verdicts) : verdictText(verdicts, options.lang)
  }
  if (options.list) return options.format === 'json' ? toJson(list(pack, options.lang)) : listText(pack, options.lang)
  const request = toRequest(model, options)
  switch (options.format) {
    case 'json':
      return toJson(report(model, request))
    case 'csv':
      return toCsv(report(model, { ...request, fan: true }))
    case 'table':
      return toTable(model, request, report(model, request))
  }
}

/** The pack that is asked for and its statements: one that ships, by its id (the first if none is named), or a path. */
function wanted(named: string | null): { pack: Pack; checks: () => readonly Check[] } {
  const ids = Object.keys(packs)
  const id = named ?? ids[0] ?? ''
  if (Object.hasOwn(packs, id)) return { pack: soundPack(packs[id]), checks: () => soundChecks(packChecks[id]) }
  const path = resolve(process.env.INIT_CWD || process.cwd(), id)
  if (!existsSync(path))
    throw new Fault(`--pack ${path} cannot be read: it is not there. The packs that ship are ${ids.join(', ')}.`)
  return { pack: readPack(path), checks: () => readChecks(path) }
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
