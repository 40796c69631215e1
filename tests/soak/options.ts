import { parseArgs } from 'node:util'

/** What of the soak can be run by itself. */
export const parts = ['codecs', 'packs', 'toggles', 'pages'] as const
export type Part = (typeof parts)[number]

export interface Options {
  /** All chance of the run comes from it. */
  seed: number
  only: readonly Part[]
  /** Part of the names of the laws that are tried; all where it is empty. */
  law: string
  /** Cases of each law, and toggles; null for as many as each has by itself. */
  cases: number | null
  /** Minutes after which no further case is begun; null for as long as it takes. */
  minutes: number | null
  processes: number
  /** Where the built app is served already; null where the soak serves it. */
  address: string | null
  /** One case, as a failure names it. */
  replay: { law: string; seed: number; path: string } | null
}

export const usage = `Soak: every law of codecs, loaders and whole packs for a great many cases, the built app under a great many toggles, and the
browser tests that npm test has no time for

  npm run soak -- [options]

  --seed N           chance of the whole run; it is printed at the start (otherwise it is taken from the clock)
  --only PART        codecs, packs, toggles or pages; may be repeated
  --law TEXT         only laws whose name holds this text
  --cases N          cases of each law, and toggles (otherwise a million, and 100 000; fewer where a law says so)
  --minutes N        begin nothing more after so many minutes; all laws then take turns
  --processes N      processes that judge at once (2)
  --address URL      where the built app is served already (otherwise the last build is served)
  --replay CASE      one case that failed, as it was printed
`

/** Read the command line; throws what is wrong with it. */
export function readSoakOptions(args: string[], now: number): Options {
  const { values } = parseArgs({
    args,
    options: {
      seed: { type: 'string' },
      only: { type: 'string', multiple: true },
      law: { type: 'string' },
      cases: { type: 'string' },
      minutes: { type: 'string' },
      processes: { type: 'string' },
      address: { type: 'string' },
      replay: { type: 'string' },
    },
  })
  const only = (values.only ?? []).map((asked) => {
    const part = parts.find((known) => known === asked)
    if (!part) throw new Error(`--only ${asked}: there are ${parts.join(', ')}.`)
    return part
  })
  return {
    seed: values.seed === undefined ? now | 0 : whole('--seed', values.seed) | 0,
    only: only.length > 0 ? only : parts,
    law: values.law ?? '',
    cases: values.cases === undefined ? null : whole('--cases', values.cases),
    minutes: values.minutes === undefined ? null : whole('--minutes', values.minutes),
    processes: values.processes === undefined ? 2 : whole('--processes', values.processes),
    address: values.address ?? null,
    replay: values.replay === undefined ? null : replayed(values.replay),
  }
}

function whole(option: string, text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number) || text.trim() === '') throw new Error(`${option} ${text}: write a whole number.`)
  return number
}

/** Write a case so that `--replay` finds it: its law, the seed it was made from, and its path among the cases of that. */
export function writeReplay({ law, seed, path }: NonNullable<Options['replay']>): string {
  return `${law}#${seed}#${path}`
}

function replayed(text: string) {
  const [law, seed, path] = text.split('#')
  if (law === undefined || seed === undefined || path === undefined)
    throw new Error(`--replay ${text}: write the case as it was printed, "law#seed#path".`)
  return { law, seed: whole('--replay', seed), path }
}
