import process from 'node:process'
import { resolve } from 'node:path'
import { packs } from '../../data/index'
import { compile } from '../../lib/engine/compile'
import { toCsv } from './csv'
import { list, listText } from './list'
import { Fault, type Options, readOptions, usage } from './options'
import { readPack, soundPack } from './pack-file'
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
  const from = process.env.INIT_CWD || process.cwd()
  const pack = options.pack === null ? soundPack(Object.values(packs)[0]) : readPack(resolve(from, options.pack))
  const model = compile(pack)
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

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
