import { readFileSync, writeFileSync } from 'node:fs'
import { packChecks, packs } from '../../data/index'
import { load } from '../../lib/pack/load'
import { checksSchema } from '../../lib/pack/schema'

/** Rewrites the table of counts in the README from the pack itself: npm run counts. */
const table = /(\| in the pack .*\n\|[-| ]+\n)(?:\|.*\n)*/

/** Count what the first pack holds, as rows of a Markdown table. Throws if the pack is unsound. */
export function countRows(): string {
  const [id = ''] = Object.keys(packs)
  const loaded = load(packs[id])
  if (!loaded.ok) throw new Error(`The pack ${id} is unsound: run the unit tests to see why.`)
  const { evidence, assumptions, variables, rules, links, scenarios, sites = [] } = loaded.value
  const effects = rules.flatMap((rule) => rule.effects)
  const kind = (wanted: string) => variables.filter((v) => v.kind === wanted).length
  const basis = (wanted: string) => effects.filter((e) => e.basis === wanted).length
  const rows = [
    ['facts of the paper', evidence.length],
    ['… with a figure as printed', evidence.filter((e) => e.figure !== null).length],
    ['… with a caution', evidence.filter((e) => e.caution !== null).length],
    ['assumptions, and their states', `${assumptions.length}, ${assumptions.flatMap((a) => a.states).length}`],
    ['indicators, risks, opportunities', `${kind('indicator')}, ${kind('risk')}, ${kind('opportunity')}`],
    ['rules, effects, links', `${rules.length}, ${effects.length}, ${links.length}`],
    ['effects stated, implied, judgement', `${basis('stated')}, ${basis('implied')}, ${basis('judgement')}`],
    ['scenarios', scenarios.length],
    ['places on the map', sites.length],
    ['statements that the tests run', checksSchema.parse(packChecks[id]).checks.length],
  ]
  return rows.map(([what, count]) => `| ${what} | ${count} |\n`).join('')
}

if (process.argv[1]?.endsWith('counts.ts')) {
  const readme = readFileSync('README.md', 'utf8')
  writeFileSync(
    'README.md',
    readme.replace(table, (_, head: string) => head + countRows()),
  )
}
