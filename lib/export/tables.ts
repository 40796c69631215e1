import type { Model } from '../engine/compile'
import { type Assignment, baselineOf, firing, type Outcome, type Variants } from '../engine/evaluate'
import { fanLevels } from '../engine/fan-levels'
import type { Basis, Evidence, Locale } from '../pack/schema'

/** What a cell holds; null where it is empty. */
export type Cell = string | number | null

/** One sheet of a workbook, or one CSV table: a head and rows of cells, texts as they are, numbers in full. */
export interface Sheet {
  name: string
  head: readonly string[]
  rows: readonly (readonly Cell[])[]
}

/** One side of a comparison as the files want it. */
export interface ExportedColumn {
  /** "A" to "D"; empty for the baseline. */
  letter: string
  name: string
  assignment: Assignment
  outcome: Outcome
  /** By variable index: year after year the five levels of `fanLevels`; null where they were not computed. */
  quantiles: readonly (Float64Array | null)[]
}

/** What the files are made from: a comparison as the page shows it, and how it is cited. */
export interface Exported {
  model: Model
  locale: Locale
  baseline: ExportedColumn
  columns: readonly ExportedColumn[]
  /** Name of what everything is compared with: the baseline's or a column's, with its letter. */
  reference: string
  variants: Variants
  year: number
  hash: string
  /** What was changed of the pack: what the pack says, what the reader says, and why; each in words. */
  changes: readonly { what: string; own: string; mine: string; reason: string }[]
  link: string
}

/** Every word the tables say, in the language of the page. */
export interface ExportWords {
  assumptions: string
  outcomes: string
  sources: string
  method: string
  assumption: string
  kind: string
  uncertainty: string
  lever: string
  question: string
  differs: string
  yes: string
  no: string
  letter: string
  scenario: string
  variable: string
  label: string
  risk: string
  opportunity: string
  indicator: string
  sector: string
  unit: string
  probability: string
  scale: string
  year: string
  baseline: string
  central: string
  shift: string
  difference: string
  origin: string
  basis: string
  stated: string
  implied: string
  judgement: string
  evidence: string
  section: string
  notes: string
  noNotes: string
  claim: string
  figure: string
  voucher: string
  author: string
  officials: string
  reported: string
  alleged: string
  consulted: string
  critics: string
  company: string
  caution: string
  entry: string
  value: string
  title: string
  pack: string
  version: string
  hash: string
  evidenceDate: string
  source: string
  yearShown: string
  comparedWith: string
  variantsUsed: string
  firstBaselines: string
  draws: string
  seed: string
  centralMeans: string
  intervalMeans: string
  scaleMeans: string
  judgementMeans: string
  changed: string
  link: string
}

/** One row an assumption: its baseline state, each column's state, and whether the columns differ. */
export function assumptionSheet({ model, locale, baseline, columns }: Exported, words: ExportWords): Sheet {
  const sides = [baseline, ...columns]
  return {
    name: words.assumptions,
    head: [words.assumption, words.kind, words.question, ...sides.map(fullName), words.differs],
    rows: model.pack.assumptions.map(({ id, label, kind, question, states }) => {
      const chosen = sides.map(({ assignment }) => states.find((state) => state.id === assignment[id]))
      return [
        label[locale],
        kind === 'lever' ? words.lever : words.uncertainty,
        question[locale],
        ...chosen.map((state) => state?.label[locale] ?? ''),
        new Set(chosen).size > 1 ? words.yes : words.no,
      ]
    }),
  }
}

/**
 * Tidy table of outcomes: one row for each side, variable and year, with the engine's own numbers, natural
 * units (probabilities and shares from 0 to 1), shift from the baseline and difference from the reference.
 */
export function outcomeSheet(x: Exported, words: ExportWords): Sheet {
  const { model, locale, baseline, columns } = x
  const sides = [baseline, ...columns]
  const reference = sides.find((side) => fullName(side) === x.reference) ?? baseline
  const levels = fanLevels.map((level) => `p${String(Math.round(100 * level)).padStart(2, '0')}`)
  const sectorOf = new Map(model.pack.meta.sectors.map(({ id, label }) => [id, label[locale]]))
  const rows = sides.flatMap((side) =>
    model.variables.flatMap((variable, index) =>
      model.years.map((year, t): Cell[] => {
        const value = side.outcome.paths[index]?.[t] ?? null
        const less = (other: number | undefined) => (value === null || other === undefined ? null : value - other)
        return [
          side.letter,
          side.name,
          variable.id,
          variable.label[locale],
          words[variable.kind],
          sectorOf.get(variable.sector) ?? variable.sector,
          variable.kind === 'indicator' ? variable.unit[locale] : words.probability,
          variable.scale,
          year,
          baseline.outcome.paths[index]?.[t] ?? null,
          value,
          ...fanLevels.map((_, k) => side.quantiles[index]?.[t * fanLevels.length + k] ?? null),
          less(baseline.outcome.paths[index]?.[t]),
          less(reference.outcome.paths[index]?.[t]),
        ]
      }),
    ),
  )
  return {
    name: words.outcomes,
    head: [
      words.letter,
      words.scenario,
      words.variable,
      words.label,
      words.kind,
      words.sector,
      words.unit,
      words.scale,
      words.year,
      words.baseline,
      words.central,
      ...levels,
      words.shift,
      words.difference,
    ],
    rows,
  }
}

/** What everything rests on: one row for each fact behind a rule that acts in some column, or behind a baseline. */
export function sourceSheet(x: Exported, words: ExportWords): Sheet {
  const { model, locale, columns, variants } = x
  const facts = new Map(model.pack.evidence.map((fact) => [fact.id, fact]))
  const sectorOf = new Map(model.pack.meta.sectors.map(({ id, label }) => [id, label[locale]]))
  const labelOf = (id: string) => model.variables[model.indexOf.get(id) ?? -1]?.label[locale] ?? id
  const row = (variable: string, origin: string, basis: Basis, { section, notes, ...fact }: Evidence): Cell[] => [
    labelOf(variable),
    origin,
    words[basis],
    fact.id,
    sectorOf.get(section) ?? section,
    notes.length > 0 ? notes.join(', ') : words.noNotes,
    fact.claim[locale],
    fact.figure,
    words[fact.voucher],
    fact.caution?.[locale] ?? null,
  ]
  const cited = (ids: readonly string[]) => ids.flatMap((id) => facts.get(id) ?? [])
  const acting = new Set(columns.flatMap(({ assignment }) => firing(model, assignment)))
  return {
    name: words.sources,
    head: [
      words.variable,
      words.origin,
      words.basis,
      words.evidence,
      words.section,
      words.notes,
      words.claim,
      words.figure,
      words.voucher,
      words.caution,
    ],
    rows: [
      ...model.variables.flatMap(({ id }, index) => {
        const own = baselineOf(model, index, variants)
        return own ? cited(own.evidence).map((fact) => row(id, words.baseline, own.basis, fact)) : []
      }),
      ...[...acting].flatMap(({ rule, effect }) =>
        cited(effect.evidence).map((fact) => row(effect.variable, rule.id, effect.basis, fact)),
      ),
    ],
  }
}

/** How the numbers came about, entry by entry: pack, version, content, source, year, reference, draws, and what they mean. */
export function methodSheet(x: Exported, words: ExportWords): Sheet {
  const { model, locale, variants } = x
  const { meta } = model.pack
  const chosen = model.variables.flatMap((variable) => {
    const variant =
      'variants' in variable ? variable.variants?.find(({ id }) => id === variants[variable.id]) : undefined
    return variant ? [`${variable.label[locale]}: ${variant.label[locale]}`] : []
  })
  return {
    name: words.method,
    head: [words.entry, words.value],
    rows: [
      [words.title, meta.title[locale]],
      [words.pack, meta.id],
      [words.version, meta.version],
      [words.hash, x.hash],
      [words.evidenceDate, meta.evidenceDate[locale]],
      [words.source, [meta.source.author, meta.source.title, meta.source.series].filter(Boolean).join('. ')],
      [words.yearShown, x.year],
      [words.comparedWith, x.reference],
      [words.variantsUsed, chosen.length > 0 ? chosen.join('; ') : words.firstBaselines],
      [words.draws, meta.draws.count],
      [words.seed, meta.draws.seed],
      [words.central, words.centralMeans],
      ['p05–p95', words.intervalMeans],
      [words.scale, words.scaleMeans],
      [words.judgement, words.judgementMeans],
      ...x.changes.map(({ what, own, mine, reason }): Cell[] => [
        `${words.changed}: ${what}`,
        [`${own} → ${mine}`, ...(reason === '' ? [] : [reason])].join('. '),
      ]),
      [words.link, x.link],
    ],
  }
}

function fullName({ letter, name }: ExportedColumn): string {
  return letter ? `${letter} ${name}` : name
}
