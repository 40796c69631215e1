import type { Model } from '../engine/compile'
import { evaluate } from '../engine/evaluate'
import type { Text, Variable } from '../pack/schema'
import { type Assignment, differing } from '../scenario/assignment'
import { deckLimits } from './limits'
import type { Slide, SlideChart } from './schema'
import { asWritten, statesOf, variablesOf } from './slide'
import { blankSlide, movedEvents } from './starter'

/** Slides made of what a chart shows: its assumptions and year, and a sentence whose figures are all computed. */

/** What a screen shows. */
export interface Seen {
  readonly model: Model
  readonly assignment: Assignment
  readonly year: number
}

/** A ladder of the first three events of some. Null where none of them is one. */
export function ladderSlide(seen: Seen, variables: readonly string[]): Slide | null {
  const events = eventsAmong(seen.model, variables)
  const [first] = events
  if (!first) return null
  return made(seen, 'ladder', { kind: 'ladder', variables: events }, `{label ${first}}: {percent ${first}}, {word ${first}}`) // prettier-ignore
}

/** The path of one variable by year. */
export function pathSlide(seen: Seen, variable: string): Slide {
  const says = `{label ${variable}}: {baseline ${variable}} → {percent ${variable}}`
  return made(seen, 'path', { kind: 'path', variable }, says)
}

/** The first three events of some under up to four assignments, the last of which the slide stands under. Null without an event or an assignment. */
export function comparisonSlide(
  seen: Seen,
  variables: readonly string[],
  columns: readonly { label: Text; assignment: Assignment }[],
): Slide | null {
  const events = eventsAmong(seen.model, variables)
  const shown = columns.slice(-deckLimits.columns)
  const [first, last] = [events[0], shown.at(-1)]
  if (!first || !last) return null
  const chart: SlideChart = {
    kind: 'comparison',
    variables: events,
    columns: shown.map(({ label, assignment }) => ({
      label: cut(label, 60),
      states: statesOf(seen.model, assignment),
    })),
  }
  const says = `{label ${first}}: {percent ${first}}, {points ${first}}`
  return made({ ...seen, assignment: last.assignment }, 'comparison', chart, says)
}

/** What separates another assignment from this one, in one variable. */
export function waterfallSlide(seen: Seen, variable: string, from: Assignment): Slide {
  const chart: SlideChart = { kind: 'waterfall', variable, from: statesOf(seen.model, from) }
  const says = `{label ${variable}}: {percent ${variable} @from} → {percent ${variable}}`
  return made(seen, 'waterfall', chart, says)
}

/** The places of some sectors, all where none is named. */
export function mapSlide(seen: Seen, sectors: readonly string[]): Slide {
  const { meta } = seen.model.pack
  const named = meta.sectors.filter(({ id }) => sectors.includes(id))
  const label = named.length === 1 && named[0] ? named[0].label : meta.title
  return { ...made(seen, 'map', { kind: 'map', sectors: named.map(({ id }) => id) }, ''), sentence: cut(label, 240) }
}

/** A slide of text, to be written. */
export function textSlide(seen: Seen): Slide {
  return { ...made(seen, 'text', { kind: 'text', lines: [] }, ''), sentence: cut(seen.model.pack.meta.title, 240) }
}

/**
 * The chart of another kind that shows what a slide's chart shows, as far as it can: its variables, or the events that the
 * slide moves furthest. Null for a kind that needs an event where the pack has none.
 */
export function chartOfKind(model: Model, slide: Slide, kind: SlideChart['kind']): SlideChart | null {
  const moved = movedEvents(model, asWritten(model, slide), deckLimits.rows)
  const shown = variablesOf(slide.chart)
  const own = eventsAmong(model, shown)
  const variables = own.length > 0 ? own : moved
  const variable = shown[0] ?? moved[0] ?? model.variables[0]?.id
  const { baselineLabel } = model.pack.meta
  switch (kind) {
    case 'ladder':
      return variables.length > 0 ? { kind, variables } : null
    case 'comparison': {
      const columns = [
        { label: cut(baselineLabel, 60), states: {} },
        { label: { en: 'This slide', es: 'Esta lámina' }, states: slide.states },
      ]
      return variables.length > 0 ? { kind, variables, columns } : null
    }
    case 'path':
      return variable === undefined ? null : { kind, variable }
    case 'waterfall':
      return variable === undefined ? null : { kind, variable, from: {} }
    case 'map':
      return { kind, sectors: [] }
    case 'text':
      return { kind, lines: [] }
  }
}

/**
 * Events that part some assignments most, or one from the baseline, in the year of the screen, the furthest first; `first`
 * stands before all others where it is one of them.
 */
export function mostParted(
  { model, year }: Seen,
  assignments: readonly Assignment[],
  kinds: readonly Variable['kind'][],
  first: string | null,
): string[] {
  const compared = assignments.length === 1 ? [model.baseline, ...assignments] : assignments
  const outcomes = compared.map((assignment) => evaluate(model, assignment))
  const t = model.years.indexOf(year)
  const apart = (index: number) => {
    const values = outcomes.map(({ paths }) => paths[index]?.[t] ?? 0)
    return Math.max(...values) - Math.min(...values)
  }
  return model.variables
    .map(({ id, kind }, index) => ({ id, kind, apart: id === first ? Infinity : apart(index) }))
    .filter(({ kind }) => kind !== 'indicator' && kinds.includes(kind))
    .sort((a, b) => b.apart - a.apart)
    .map(({ id }) => id)
}

/** The slide of one variable: an event on the ladder, an indicator as its path. */
export function variableSlide(seen: Seen, variable: string): Slide {
  return ladderSlide(seen, [variable]) ?? pathSlide(seen, variable)
}

/** Ids of the events among some variables, at most as many as a slide shows. */
function eventsAmong(model: Model, variables: readonly string[]): string[] {
  const isEvent = (id: string) => variableOf(model, id)?.kind !== 'indicator' && model.indexOf.has(id)
  return variables.filter(isEvent).slice(0, deckLimits.rows)
}

function made({ model, assignment, year }: Seen, id: string, chart: SlideChart, says: string): Slide {
  const { meta } = model.pack
  const variables = variablesOf(chart).flatMap((own) => variableOf(model, own) ?? [])
  const sector = meta.sectors.find((own) => own.id === variables[0]?.sector)
  const changed = differing(model, model.baseline, assignment)
  const toggles = changed.length > 0 ? inOrder(meta.headline, changed) : meta.headline
  return {
    ...blankSlide(id, { en: says, es: says }, chart),
    topic: sector ? cut(sector.label, 60) : { en: '', es: '' },
    states: statesOf(model, assignment),
    toggles: toggles.slice(0, deckLimits.toggles),
    year: year === meta.year ? null : year,
    evidence: [...new Set(variables.flatMap(groundsOf))].slice(0, 3),
  }
}

/** Some assumptions, those of the headline first. */
function inOrder(headline: readonly string[], changed: readonly string[]): string[] {
  return [...headline.filter((id) => changed.includes(id)), ...changed.filter((id) => !headline.includes(id))]
}

function groundsOf(variable: Variable): readonly string[] {
  return 'baseline' in variable ? variable.baseline.evidence : []
}

function variableOf(model: Model, id: string): Variable | undefined {
  return model.variables[model.indexOf.get(id) ?? -1]
}

function cut({ en, es }: Text, most: number): Text {
  return { en: en.slice(0, most), es: es.slice(0, most) }
}
