import { z } from 'zod'

/** What Stryker writes of a run, as far as it is read here. */
const reportSchema = z.object({
  files: z.record(
    z.string(),
    z.object({
      mutants: z.array(
        z.object({
          status: z.string(),
          mutatorName: z.string(),
          replacement: z.string().optional(),
          location: z.object({ start: z.object({ line: z.number(), column: z.number() }) }),
        }),
      ),
    }),
  ),
})

/** Mutants of one folder, by what became of them. */
export interface Tally {
  killed: number
  /** Lived although a test ran them, and lived since none did. */
  survived: string[]
  unreached: string[]
  /** Not tried: they act once, when a file is read, and no test of its own could see them. */
  untried: number
}

const canary = 'tests/mutate/canary.ts'
const dead = ['Killed', 'Timeout', 'RuntimeError']

/** Read the report of a run. Throws if its canaries did not fare as they must: then it tells nothing of the rest. */
export function tallyOf(report: unknown): Tally {
  const { files } = reportSchema.parse(report)
  const all = Object.entries(files).flatMap(([file, { mutants }]) => mutants.map((mutant) => ({ file, ...mutant })))
  const birds = all.filter(({ file, status }) => file === canary && status !== 'Ignored')
  const own = all.filter(({ file }) => file !== canary)
  const lines = birds.map(({ location, status }) => `${location.start.line} ${status}`).sort()
  if (lines.length < 2 || !lines.every((line) => line === '2 Killed' || line === '5 Survived'))
    throw new Error(
      `The canaries of ${canary} fared wrongly (${lines.join(', ') || 'none was tried'}): those of line 2 must be killed, that of line 5 must survive. Nothing else in this run can be believed.`,
    )
  const told = (status: string) =>
    own
      .filter((mutant) => mutant.status === status)
      .map(({ file, location: { start }, mutatorName, replacement = '' }) => {
        const by = replacement.replace(/\s+/g, ' ').slice(0, 70)
        return `${file}:${start.line}:${start.column} ${mutatorName} → ${by}`
      })
  return {
    killed: own.filter(({ status }) => dead.includes(status)).length,
    survived: told('Survived'),
    unreached: told('NoCoverage'),
    untried: own.filter(({ status }) => status === 'Ignored').length,
  }
}

/** Share of the tried mutants that some test found. */
export function scoreOf({ killed, survived, unreached }: Tally): number {
  return killed / (killed + survived.length + unreached.length)
}
