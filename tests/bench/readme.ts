import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { parts, readResults } from './results'

const path = fileURLToPath(new URL('../../README.md', import.meta.url))
const table = /(\| goal +\| what was measured .*\n\|[-| ]+\n)(?:\|.*\n)*/

/** The rows of results.json that are held against a goal, as rows of a Markdown table: those that miss theirs say so. */
export function proofRows(): string {
  const results = readResults()
  return parts
    .flatMap((part) => results[part]?.rows ?? [])
    .filter(({ met }) => met !== null)
    .map(
      ({ id, what, goal, figure, met }) =>
        `| ${id} | ${what} | ${goal} | ${met ? figure : `**${figure}, missed**`} |\n`,
    )
    .join('')
}

/** Write the README's table of figures anew from results.json. */
export async function rewriteReadme() {
  const readme = readFileSync(path, 'utf8')
  const whole = readme.replace(table, (_, head: string) => head + proofRows())
  writeFileSync(path, await format(whole, { ...(await resolveConfig(path)), filepath: path }))
}
