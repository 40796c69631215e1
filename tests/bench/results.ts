import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { format } from 'prettier'
import { z } from 'zod'
import type { Machine } from './machine'
import type { Row } from './row'

/** What a run measures, in the order of the table. */
export const parts = ['engine', 'browser', 'growth'] as const
export type Part = (typeof parts)[number]

/** What one part of a run leaves behind; growth adds the numbers of its plot. */
export interface Measured {
  rows: readonly Row[]
  details?: unknown
}

const row = z.looseObject({
  id: z.string(),
  what: z.string(),
  goal: z.string(),
  figure: z.string(),
  ratio: z.number().nullable(),
  met: z.boolean().nullable(),
})
const part = z.looseObject({ rows: z.array(row) })
const schema = z.strictObject({ engine: part.optional(), browser: part.optional(), growth: part.optional() })

/** Where the figures stand that the README quotes. */
export const resultsPath = new URL('results.json', import.meta.url)

/** Read the results of earlier runs, part by part. */
export function readResults() {
  return existsSync(resultsPath) ? schema.parse(JSON.parse(readFileSync(resultsPath, 'utf8'))) : {}
}

/** Replace one part of the results, or its rows of one goal, with the machine it was measured on; the others stay. */
export async function keepResults(name: Part, machine: Machine, measured: Measured, goal?: string) {
  const before = readResults()
  const rows: readonly { id: string }[] = before[name]?.rows ?? []
  const at = rows.findIndex(({ id }) => id === goal)
  const others = rows.filter(({ id }) => id !== goal)
  const whole = goal === undefined ? measured.rows : others.toSpliced(Math.max(0, at), 0, ...measured.rows)
  const all = { ...before, [name]: { machine, ...measured, rows: whole } }
  const ordered = Object.fromEntries(parts.flatMap((own) => (all[own] ? [[own, all[own]]] : [])))
  writeFileSync(resultsPath, await format(JSON.stringify(ordered), { parser: 'json', printWidth: 120 }))
}
