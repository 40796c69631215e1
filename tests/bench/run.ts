import { parseArgs } from 'node:util'
import { engineRows } from './engine'
import { growth } from './growth/rows'
import { isBusy, machine } from './machine'
import { rewriteReadme } from './readme'
import { keepResults, type Measured, type Part, parts } from './results'
import { described, judged, table } from './table'

/**
 * What `npm run bench` starts: measures every part (or one, `--only engine|browser|growth`, or one goal of the browser,
 * `--only browser --goal P8`), prints one table, keeps it in results.json and rewrites the README's figures from that. On a
 * machine busier than it has cores no figure of the clock is printed, and no part that has one is kept, unless
 * `--despite-load` asks for them; they are marked then.
 */

const { values } = parseArgs({
  options: { only: { type: 'string' }, goal: { type: 'string' }, 'despite-load': { type: 'boolean' } },
})
const only = parts.find((part) => part === values.only)
if (values.only !== undefined && !only)
  throw new Error(`--only ${values.only}: no such part; use one of ${parts.join(', ')}.`)

if (values.goal !== undefined && only !== 'browser') throw new Error('--goal is for --only browser.')

const packages: Record<Part, readonly string[]> = {
  engine: ['json-rules-engine', '@gorules/zen-engine', 'rools', 'node-rules', 'json-logic-js', '@quri/squiggle-lang'],
  browser: ['next', 'react', '@playwright/test'],
  growth: ['zod'],
}

const measure: Record<Part, () => Promise<Measured>> = {
  engine: async () => ({ rows: await engineRows() }),
  browser: async () => ({ rows: await (await import('./browser/rows')).browserRows(values.goal) }),
  growth,
}

for (const part of only ? [only] : parts) {
  const own = machine(packages[part], values['despite-load'] === true)
  const measured = await measure[part]()
  const rows = judged(measured.rows, own)
  process.stdout.write(`\n${part}: ${described(own)}\n\n${table(rows)}\n`)
  const missed = rows.filter(({ met }) => met === false).length
  process.stdout.write(
    `\n${missed === 0 ? 'No goal is missed.' : `${missed} of ${rows.length} rows miss their goal.`}\n`,
  )
  // Bytes and counts are the same however busy a machine is.
  if (isBusy(own) && !own.despiteLoad && rows.some(({ timed }) => timed))
    process.stdout.write(
      `The load average is ${own.load} on ${own.cores} cores: no figure of the clock is shown, and nothing of this part is kept. Wait until it is quiet, or ask for them with --despite-load.\n`,
    )
  else await keepResults(part, own, { ...measured, rows }, values.goal)
}
await rewriteReadme()
