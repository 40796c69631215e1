import { z } from 'zod'
import { hidden, limits } from './limits'
import { forbidden } from './scan'

/**
 * The shape of a model pack. Every type of the content is inferred from here; laws between records
 * (ids that exist, one baseline state, links that do not explode) are in `check.ts`.
 */

/** Text that a screen may show as it is; it says something, and hides nothing. */
export function shown(most: number) {
  return z
    .string()
    .min(1)
    .max(most)
    .refine((value) => /[\p{L}\p{N}%]/u.test(value), 'text with at least one letter or digit')
    .refine(
      (value) => !hidden.test(value),
      'text without control, zero-width or bidirectional characters or piles of marks',
    )
}

const text = z.strictObject({ en: shown(4000), es: shown(4000) })
/** The name of a record: an id stands in addresses and tables, and is never shown. */
export const id = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id in lower-case words joined by hyphens, e.g. "free-port"')
  // Ids become keys, of an assignment for one: a file with such a key could be written, and not be read.
  .refine(
    (value) => !(value in Object.prototype) && !forbidden.has(value),
    'an id that is not a word of the language (such as "constructor")',
  )
const finite = z.number()
const basis = z.enum(['stated', 'implied', 'judgement'])
const evidenceIds = z.array(id).min(1).max(40)

const evidence = z.strictObject({
  id,
  section: id,
  notes: z.array(z.int().min(1).max(9999)).max(40),
  claim: text,
  figure: shown(200).nullable(),
  value: finite.nullable(),
  unit: text.nullable(),
  period: shown(60).nullable(),
  voucher: z.enum(['author', 'officials', 'reported', 'alleged', 'consulted', 'critics', 'company']),
  forecast: z.boolean(),
  caution: text.nullable(),
})

const state = z.strictObject({
  id,
  label: text,
  hint: text.optional(),
  /** How a title names this state, e.g. "zone approved"; the label where left out. */
  phrase: text.optional(),
  meaning: text,
  baseline: z.literal(true).optional(),
})

const assumption = z.strictObject({
  id,
  kind: z.enum(['uncertainty', 'lever']),
  label: text,
  question: text,
  evidence: evidenceIds,
  states: z.array(state).min(2).max(12),
})

const baseline = z.strictObject({
  value: finite,
  low: finite.optional(),
  high: finite.optional(),
  year: shown(20),
  basis,
  evidence: evidenceIds,
  reason: text,
})

const variant = z.strictObject({ id, label: text, baseline })

const event = {
  id,
  sector: id,
  label: text,
  title: text,
  test: text,
  scale: z.literal('chance'),
  baseline,
}
const indicator = { id, sector: id, label: text, title: text, test: text, unit: text, decimals: z.int().min(0).max(3) }
const formula = z.strictObject({ op: z.enum(['sum', 'difference', 'ratio']), of: z.array(id).min(2).max(200) })

const risk = z.strictObject({ kind: z.literal('risk'), ...event })
const opportunity = z.strictObject({ kind: z.literal('opportunity'), ...event })
const measured = z.strictObject({
  kind: z.literal('indicator'),
  ...indicator,
  scale: z.enum(['amount', 'chance', 'level']),
  baseline,
  variants: z.array(variant).min(1).max(6).optional(),
})
const derived = z.strictObject({ kind: z.literal('indicator'), ...indicator, scale: z.literal('derived'), formula })
const variable = z.discriminatedUnion('kind', [risk, opportunity, z.discriminatedUnion('scale', [measured, derived])])

const condition = z.union([
  z.strictObject({ assumption: id, in: z.array(id).min(1).max(12) }),
  z.strictObject({ assumption: id, not: z.array(id).min(1).max(12) }),
])

const effect = z.strictObject({
  variable: id,
  low: finite,
  central: finite,
  high: finite,
  basis,
  evidence: evidenceIds,
  reason: text,
})

const rule = z.strictObject({
  id,
  when: z.array(condition).min(1).max(12),
  onset: z.int(),
  rampYears: z.int().min(0).max(50),
  fadeFrom: z.int().optional(),
  fadeYears: z.int().min(0).max(50).optional(),
  effects: z.array(effect).min(1).max(60),
})

const link = z.strictObject({
  id,
  from: id,
  to: id,
  strength: finite,
  lag: z.int().min(1).max(20),
  basis,
  evidence: evidenceIds,
  reason: text,
})

const choice = z.strictObject({ assumption: id, state: id })
const scenario = z.strictObject({
  id,
  label: text,
  story: text,
  headline: z.array(choice).min(1).max(60),
  secondary: z.array(z.strictObject({ assumption: id, state: id, basis, evidence: evidenceIds, reason: text })).max(60),
})

const place = z.tuple([finite.min(-180).max(180), finite.min(-85).max(85)])
const site = z.strictObject({
  id,
  label: text,
  /** A few words of what is there. */
  note: text.optional(),
  status: z.enum(['operating', 'underway', 'halted', 'proposed']),
  /** Whether it stands only about there: the source names it, but no place that everyone can find. */
  approximate: z.boolean(),
  evidence: evidenceIds,
  /** Longitude and latitude in degrees: one pair for a point, several for a line such as a river or a road. */
  points: z.array(place).min(1).max(40),
})

/** A version of a pack: three numbers, such as "1.2.0". */
export const version = z.string().regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/, 'a version such as "1.0.0"')

const meta = z.strictObject({
  id,
  version,
  title: text,
  baselineLabel: text,
  source: z.strictObject({
    author: shown(200),
    title: shown(300),
    series: z.union([z.literal(''), shown(300)]),
  }),
  evidenceDate: text,
  revisions: z.array(z.strictObject({ version, note: text, headlineChanged: z.boolean() })).min(1),
  horizon: z.strictObject({ first: z.int().min(1900).max(2200), last: z.int().min(1900).max(2200) }),
  year: z.int(),
  draws: z.strictObject({ count: z.int().min(2048).max(16384), seed: z.string().min(1).max(60) }),
  groups: z
    .array(z.strictObject({ id, label: text }))
    .min(1)
    .max(12),
  sectors: z
    .array(z.strictObject({ id, label: text, group: id }))
    .min(1)
    .max(40),
  headline: z.array(id).max(2),
  featured: z.array(id).max(2),
  /** Scenarios that a comparison opens with; the first four where left out. */
  comparison: z.array(id).min(1).max(4).optional(),
  /** Indicators that a comparison shows at first; the first four where left out. */
  charts: z.array(id).max(8).optional(),
  /** The country that the map of the sites shows, by its numeric code of ISO 3166-1. */
  map: z
    .strictObject({
      country: z.string().regex(/^\d{3}$/, 'a country code of three digits (ISO 3166-1), such as "036"'),
    })
    .optional(),
  /** What the pack cannot tell, in sentences that stand alone. */
  limits: z.array(text).min(1).max(12).optional(),
})

/** Length-checked list: its size is judged before any record is, so a million rules cost nothing. */
export function list<T extends z.ZodType>(record: T, most: number, least = 0) {
  return z.array(z.unknown()).min(least).max(most).pipe(z.array(record))
}

/** The fields of a pack, one for each kind of record; each is a file in its folder. */
export const packShape = {
  $schema: z.string().max(200).optional(),
  meta,
  evidence: list(evidence, limits.evidence, 1),
  assumptions: list(assumption, limits.assumptions, 1),
  variables: list(variable, limits.variables, 1),
  rules: list(rule, limits.rules),
  links: list(link, limits.links),
  scenarios: list(scenario, limits.scenarios),
  sites: list(site, limits.sites).optional(),
}
/** The shape of a pack in one piece. */
export const packSchema = z.strictObject(packShape)

const check = z.strictObject({
  says: text,
  given: z.strictObject({ scenario: id.optional(), assume: z.record(id, id).optional() }),
  against: z.strictObject({ scenario: id.optional(), assume: z.record(id, id).optional() }).optional(),
  variable: id,
  year: z.int(),
  expect: z.union([
    z.enum(['rises', 'falls', 'unchanged']),
    z.strictObject({ atLeast: finite }),
    z.strictObject({ atMost: finite }),
  ]),
})
/** The shape of the statements that tests hold a pack to. */
export const checksSchema = z.strictObject({ $schema: z.string().optional(), checks: z.array(check).min(1) })

/** A text in every language. */
export type Text = z.infer<typeof text>
/** A language. */
export type Locale = keyof Text
/** How the source grounds a number: stated, implied, or left to judgement. */
export type Basis = z.infer<typeof basis>
/** One fact of the source. */
export type Evidence = z.infer<typeof evidence>
/** A question about the future with exclusive states, one of them the baseline state. */
export type Assumption = z.infer<typeof assumption>
/** Where a variable stands as long as no rule moves it, with a range where that is uncertain; natural units. */
export type Baseline = z.infer<typeof baseline>
/** An indicator that rules move, with its own baseline. */
export type Measured = z.infer<typeof measured>
/** An indicator computed from other variables. */
export type Derived = z.infer<typeof derived>
/** An event: its value is a yearly probability. */
export type RiskOrOpportunity = z.infer<typeof risk> | z.infer<typeof opportunity>
/** What the model moves: an indicator, a risk or an opportunity. */
export type Variable = z.infer<typeof variable>
/** Where effects add up: logarithms of an amount, log-odds of a chance, a level as it is. */
export type Scale = Measured['scale']
/** What a rule asks of one assumption: to be in some states, or in none of some. */
export type Condition = z.infer<typeof condition>
/** One push of a rule on one variable: a factor on amounts and odds, a shift on levels. */
export type Effect = z.infer<typeof effect>
/** Effects that begin together when every condition holds. */
export type Rule = z.infer<typeof rule>
/** What one variable's shift passes on to another, `lag` years later, scale to scale. */
export type Link = z.infer<typeof link>
/** A named assignment with its story. */
export type Scenario = z.infer<typeof scenario>
/** A place on the map. */
export type Site = z.infer<typeof site>
/** A statement about outcomes that tests hold a pack to. */
export type Check = z.infer<typeof check>
/** The content of a pack, as `load` returns it. */
export type Pack = Readonly<Omit<z.infer<typeof packSchema>, '$schema'>>
