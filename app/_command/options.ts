import { parseArgs } from 'node:util'
import { nearest } from '../../lib/fail'
import { locales } from '../../lib/format'
import type { Locale } from '../../lib/pack/schema'

/** A mistake of the person at the keyboard: told on stderr without a stack trace, exit code 2. */
export class Fault extends Error {}

const formats = ['table', 'json', 'csv'] as const

export interface Options {
  help: boolean
  list: boolean
  checks: boolean
  format: (typeof formats)[number]
  lang: Locale
  scenario: string | null
  /** Pairs as typed, `assumption=state`. */
  assume: readonly (readonly [string, string])[]
  /** Pairs as typed, `variable=variant`. */
  variant: readonly (readonly [string, string])[]
  variable: readonly string[]
  year: string | null
  trace: boolean
  fan: boolean
  pack: string | null
}

export const usage = `Evaluate a scenario: npm run --silent evaluate -- [options]

  --scenario ID            start from a scenario of the pack (otherwise from the baseline)
  --assume ID=STATE        put an assumption in a state; may be repeated, in any order
  --variant ID=VARIANT     choose another baseline for a variable; may be repeated
  --year YEAR              year of "value", "shift" and "interval" (the pack's own year if left out)
  --variable ID            only this variable; may be repeated
  --format table|json|csv  text for people (the default), everything, or one row a variable and year
  --trace                  with json: the rules and links behind each shift, with their evidence
  --fan                    with json: 5, 25, 50, 75 and 95 % points of every year
  --lang en|es             language of labels and reasons (en)
  --list                   ids to choose from: assumptions with their states (* is the baseline), variables,
                           scenarios; --format json for programs
  --pack PATH|ID           another model pack: a JSON file, a folder of them (checks.json is left out), or the
                           id of a pack that ships with this program
  --checks                 judge the statements of the checks.json beside the pack instead
  --help                   this text

Values are in the unit of the variable; probabilities and shares are numbers from 0 to 1 in json and csv.
Results go to stdout, everything else to stderr. Exit code 0: done; 2: the request cannot be met, and
stderr says why; 3: a statement of --checks does not hold; 1: a fault of the program.
`

const accepted = {
  help: { type: 'boolean', short: 'h' },
  list: { type: 'boolean' },
  checks: { type: 'boolean' },
  trace: { type: 'boolean' },
  fan: { type: 'boolean' },
  assume: { type: 'string', multiple: true },
  variant: { type: 'string', multiple: true },
  variable: { type: 'string', multiple: true },
  scenario: { type: 'string' },
  format: { type: 'string' },
  lang: { type: 'string' },
  year: { type: 'string' },
  pack: { type: 'string' },
} as const

/** Read the command line. Throws a Fault on anything it does not understand; ids are judged later. */
export function readOptions(args: string[]): Options {
  const { values, tokens } = parsed(args)
  const once = new Set<string>()
  for (const token of tokens) {
    if (token.kind !== 'option' || 'multiple' in accepted[token.name]) continue
    if (once.has(token.name)) throw new Fault(`--${token.name} is given twice: keep one.`)
    once.add(token.name)
  }
  const format = oneOf('--format', values.format ?? 'table', formats)
  if (format !== 'json' && (values.trace || values.fan))
    throw new Fault(`--${values.trace ? 'trace' : 'fan'} needs --format json: the other formats have no place for it.`)
  for (const name of ['list', 'checks'] as const)
    if (format === 'csv' && values[name]) throw new Fault(`--${name} comes as text or with --format json, not as csv.`)
  return {
    help: values.help ?? false,
    list: values.list ?? false,
    checks: values.checks ?? false,
    trace: values.trace ?? false,
    fan: values.fan ?? false,
    format,
    lang: oneOf('--lang', values.lang ?? 'en', locales),
    scenario: values.scenario ?? null,
    assume: pairs('--assume', 'ID=STATE', values.assume ?? []),
    variant: pairs('--variant', 'ID=VARIANT', values.variant ?? []),
    variable: values.variable ?? [],
    year: values.year ?? null,
    pack: values.pack ?? null,
  }
}

function parsed(args: string[]) {
  try {
    return parseArgs({ args, options: accepted, strict: true, tokens: true })
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const unknown = /^Unknown option '-*([^']+)'/.exec(error.message)?.[1]
    if (unknown === undefined) throw new Fault(`${error.message}. See --help.`)
    throw new Fault(`Unknown option --${unknown}${meant(unknown, Object.keys(accepted), '--')}. See --help.`)
  }
}

/** Split `ID=VALUE` pairs. The same id twice is refused, so that the order of options never matters. */
function pairs(option: string, shape: string, given: readonly string[]): (readonly [string, string])[] {
  const chosen = new Map<string, string>()
  for (const text of given) {
    const [, id, value] = /^([^=]+)=(.+)$/s.exec(text) ?? []
    if (id === undefined || value === undefined) throw new Fault(`${option} "${text}": write it as ${shape}.`)
    if ((chosen.get(id) ?? value) !== value)
      throw new Fault(`${option}: "${id}" is given twice, as "${chosen.get(id)}" and as "${value}": keep one.`)
    chosen.set(id, value)
  }
  return [...chosen]
}

/** The word among `known` that was given; throws a Fault with the nearest one. */
export function oneOf<T extends string>(what: string, given: string, known: readonly T[]): T {
  const found = known.find((word) => word === given)
  if (found !== undefined) return found
  const some = known.length <= 12 ? `; there are ${known.join(', ') || 'none'}` : '; --list shows all'
  throw new Fault(`${what} "${given}" is unknown${meant(given, known)}${some}.`)
}

function meant(word: string, known: readonly string[], mark = ''): string {
  const near = nearest(word, known)
  return near === null ? '' : ` (did you mean ${mark ? mark + near : `"${near}"`}?)`
}
