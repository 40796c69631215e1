import process from 'node:process'
import { codecs } from './codecs'
import { judgeLaws } from './judging'
import type { Law } from './law'
import { type Options, readSoakOptions, usage } from './options'
import { pages } from './pages'
import { type Row, summary, verdict } from './summary'
import { toggle } from './toggles'
import { wholePackLaws } from './whole-pack-laws'

/** `npm run soak`: see `options.ts` for what it does. */

const say = (line: string) => void process.stdout.write(`${line}\n`)

async function run(options: Options): Promise<Row[]> {
  const laws = (of: readonly Law[]) => of.filter(({ name }) => name.includes(options.law))
  const rows: Row[] = []
  if (options.only.includes('codecs')) rows.push(...(await judgeLaws(laws(codecs), options, say)))
  if (options.only.includes('packs')) rows.push(...(await judgeLaws(laws(wholePackLaws), options, say)))
  if (options.only.includes('toggles') && options.law === '') rows.push(...(await toggle(options, say)))
  if (options.only.includes('pages') && options.law === '') rows.push(...(await pages()))
  return rows
}

/** Judge the one case that a failure named. */
async function replay({ law: name, seed, path }: NonNullable<Options['replay']>): Promise<Row[]> {
  const law = [...codecs, ...wholePackLaws].find((known) => known.name === name)
  if (!law) throw new Error(`There is no law "${name}".`)
  const start = performance.now()
  const failure = await law.judge(seed, 1000, path === '' ? undefined : path)
  say(
    failure
      ? `FAILED  ${name}: ${law.says}\n  case    ${failure.case}\n  reason  ${failure.reason}`
      : `Holds now: ${name}`,
  )
  return [
    {
      name,
      cases: path === '' ? 1000 : 1,
      wanted: path === '' ? 1000 : 1,
      failures: failure ? 1 : 0,
      milliseconds: performance.now() - start,
    },
  ]
}

try {
  const options = readSoakOptions(process.argv.slice(2), Date.now())
  if (!options.replay) say(`Seed ${options.seed}`)
  const start = performance.now()
  const rows = options.replay ? await replay(options.replay) : await run(options)
  if (rows.length === 0) throw new Error(`No law is called anything like "${options.law}".`)
  say(`\n${summary(rows, options.replay?.seed ?? options.seed)}`)
  const failed = rows.filter(({ failures }) => failures > 0)
  say(`\n${verdict(rows, Math.round((performance.now() - start) / 60_000))}`)
  process.exitCode = failed.length === 0 ? 0 : 1
} catch (error) {
  say(error instanceof Error ? `${error.message}\n\n${usage}` : String(error))
  process.exitCode = 1
}
