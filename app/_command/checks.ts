import { type Model, yearIndex } from '../../lib/engine/compile'
import { evaluate } from '../../lib/engine/evaluate'
import type { Check, Locale } from '../../lib/pack/schema'
import { Fault, readOptions } from './options'
import { toRequest } from './request'

/** A statement about a pack, whether it holds, and the two central values that it compares. */
export interface Verdict {
  check: Check
  holds: boolean
  value: number
  against: number
}

/** Judge a statement about a pack. Throws a Fault on an id or year that the pack does not have, with the nearest one. */
export function judge(model: Model, check: Check): Verdict {
  const value = valueOf(model, check, check.given)
  const against = valueOf(model, check, check.against ?? {})
  return { check, value, against, holds: meets(check.expect, value, against) }
}

function meets(expected: Check['expect'], value: number, against: number): boolean {
  if (typeof expected !== 'string') return 'atLeast' in expected ? value >= expected.atLeast : value <= expected.atMost
  const told = value > against + 1e-9 ? 'rises' : value < against - 1e-9 ? 'falls' : 'unchanged'
  return told === expected
}

/** What a statement says is a request of one variable and year, so it is read as one is read from the keyboard. */
function valueOf(model: Model, { variable, year }: Check, { scenario, assume }: Check['given']): number {
  const request = toRequest(model, {
    ...readOptions([]),
    scenario: scenario ?? null,
    assume: Object.entries(assume ?? {}),
    variable: [variable],
    year: String(year),
  })
  return evaluate(model, request.assignment).paths[request.variables[0]!]![yearIndex(model, year)]!
}

/** Judge all statements about a pack; a Fault says which of them names what the pack does not have. */
export function judgeAll(model: Model, checks: readonly Check[]): Verdict[] {
  return checks.map((check, i) => {
    try {
      return judge(model, check)
    } catch (error) {
      throw error instanceof Fault ? new Fault(`checks[${i}] "${check.says.en}": ${error.message}`) : error
    }
  })
}

const words = {
  en: {
    told: (all: number, held: number) => `${all} statements, ${held} hold`,
    holds: 'holds',
    fails: 'FAILS',
    found: (what: string, value: string) => `${what} is ${value}, expected`,
    rises: 'more than',
    falls: 'less than',
    unchanged: 'just',
    atLeast: 'at least',
    atMost: 'at most',
  },
  es: {
    told: (all: number, held: number) => `${all} afirmaciones, ${held} se cumplen`,
    holds: 'se cumple',
    fails: 'NO SE CUMPLE',
    found: (what: string, value: string) => `${what} es ${value}, se esperaba`,
    rises: 'más de',
    falls: 'menos de',
    unchanged: 'justo',
    atLeast: 'al menos',
    atMost: 'como máximo',
  },
}

/** Write verdicts as text, one statement a line, with the values of those that do not hold. */
export function verdictText(verdicts: readonly Verdict[], lang: Locale): string {
  const say = words[lang]
  const width = Math.max(say.holds.length, say.fails.length)
  const lines = verdicts.map(({ check, holds, value, against }) => {
    const line = `${(holds ? say.holds : say.fails).padEnd(width)}  ${check.says[lang]}`
    if (holds) return line
    const found = say.found(`${check.variable} ${check.year}`, short(value))
    return `${line} (${found} ${expectation(check.expect, against, lang)})`
  })
  const held = verdicts.filter(({ holds }) => holds).length
  return [...lines, say.told(verdicts.length, held), ''].join('\n')
}

function expectation(expected: Check['expect'], against: number, lang: Locale): string {
  const say = words[lang]
  if (typeof expected === 'string') return `${say[expected]} ${short(against)}`
  return 'atLeast' in expected ? `${say.atLeast} ${expected.atLeast}` : `${say.atMost} ${expected.atMost}`
}

/** Four digits tell two values apart; a check is about what a reader sees. */
function short(value: number): string {
  return String(Number(value.toPrecision(4)))
}
