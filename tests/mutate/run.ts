import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { format } from 'prettier'
import { scoreOf, tallyOf } from './report'

/**
 * What `npm run mutate` starts: each folder of lib in turn (or one or more, `--only engine`), its mutants tried by the tests that
 * reach them. Prints what lived, and keeps the counts in results.json. What did not change since the last run is
 * taken from that, unless `--fresh` asks for all of it.
 */

const folders = readdirSync('lib', { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
)
const { values } = parseArgs({
  options: { only: { type: 'string', multiple: true }, fresh: { type: 'boolean', default: false } },
})
const only = values.only ?? [...folders, 'lib']
for (const asked of only)
  if (asked !== 'lib' && !folders.includes(asked))
    throw new Error(`--only ${asked}: no such folder of lib; use ${folders.join(', ')}, or lib for its own files.`)

const resultsPath = new URL('results.json', import.meta.url)
const percent = (share: number) => `${(100 * share).toFixed(1)}%`

for (const folder of only) {
  const files = folder === 'lib' ? 'lib/*.ts' : `lib/${folder}/**/*.ts`
  const config = ['run', 'tests/mutate/stryker.config.mjs', '--mutate', `${files},tests/mutate/canary.ts`]
  const kept = ['--incrementalFile', `.mutate/${folder}.json`, ...(values.fresh ? ['--force'] : [])]
  const { status } = spawnSync('stryker', [...config, ...kept], { stdio: 'inherit' })
  if (status !== 0) throw new Error(`Stryker ended with ${status} in ${folder}, see above.`)
  const tally = tallyOf(JSON.parse(readFileSync('.mutate/report.json', 'utf8')))
  const { killed, survived, unreached, untried } = tally
  for (const line of survived) process.stdout.write(`survived   ${line}\n`)
  for (const line of unreached) process.stdout.write(`unreached  ${line}\n`)
  const tried = killed + survived.length + unreached.length
  process.stdout.write(
    `${folder}: ${percent(scoreOf(tally))}, ${killed} of ${tried} mutants killed, ${untried} not tried.\n\n`,
  )
  await keep(folder, { killed, survived: survived.length, unreached: unreached.length, untried })
}

/** Put the counts of a folder among those of earlier runs, in the order of their names. */
async function keep(folder: string, counts: Record<string, number>) {
  const earlier: Record<string, unknown> = existsSync(resultsPath) ? JSON.parse(readFileSync(resultsPath, 'utf8')) : {}
  const all = Object.entries({ ...earlier, [folder]: counts }).sort(([a], [b]) => (a < b ? -1 : 1))
  writeFileSync(resultsPath, await format(JSON.stringify(Object.fromEntries(all)), { parser: 'json', printWidth: 120 }))
}
