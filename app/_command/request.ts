import { type Model, yearIndex } from '../../lib/engine/compile'
import type { Assignment, Variants } from '../../lib/engine/evaluate'
import type { Locale, Scenario } from '../../lib/pack/schema'
import { applyScenario, assign } from '../../lib/scenario/assignment'
import { Fault, oneOf, type Options } from './options'

/** What is asked of a model, every id known to be one of its own. */
export interface Request {
  scenario: Scenario | null
  assignment: Assignment
  variants: Variants
  year: number
  lang: Locale
  /** Indexes of the variables asked for, in pack order. */
  variables: readonly number[]
  trace: boolean
  fan: boolean
}

/** Find what the options name in a model. Throws a Fault on an unknown id, with the nearest known one. */
export function toRequest(model: Model, options: Options): Request {
  const { pack } = model
  const scenario = options.scenario === null ? null : named('--scenario', options.scenario, pack.scenarios)
  const assignment = options.assume.reduce(
    (assignment, [id, state]) => {
      const known = oneOf('--assume: assumption', id, [...model.states.keys()])
      return assign(model, assignment, known, oneOf(`--assume: state of ${id}`, state, model.states.get(id) ?? []))
    },
    scenario ? applyScenario(model, scenario) : model.baseline,
  )
  const wanted = new Set(options.variable.map((id) => named('--variable', id, pack.variables).id))
  return {
    scenario,
    assignment,
    variants: Object.fromEntries(options.variant.map(([id, variant]) => [id, variantOf(model, id, variant)])),
    year: options.year === null ? pack.meta.year : yearOf(model, options.year),
    lang: options.lang,
    variables: pack.variables.flatMap(({ id }, index) => (wanted.size === 0 || wanted.has(id) ? [index] : [])),
    trace: options.trace,
    fan: options.fan,
  }
}

function named<T extends { id: string }>(what: string, id: string, records: readonly T[]): T {
  const known = oneOf(
    what,
    id,
    records.map((record) => record.id),
  )
  return records.find((record) => record.id === known)!
}

function variantOf(model: Model, id: string, variant: string): string {
  const variable = named('--variant: variable', id, model.pack.variables)
  const variants = 'variants' in variable ? (variable.variants ?? []) : []
  return named(`--variant: baseline of ${id}`, variant, variants).id
}

function yearOf(model: Model, text: string): number {
  const year = /^\d{4}$/.test(text) ? Number(text) : NaN
  try {
    yearIndex(model, year)
    return year
  } catch {
    throw new Fault(
      `--year "${text}" is outside the horizon: choose a year from ${model.years[0]} to ${model.years.at(-1)}.`,
    )
  }
}
