import type { Model } from '../engine/compile'
import { type Assignment, evaluate, type Outcome, type Variants } from '../engine/evaluate'
import { applyScenario, assign } from '../scenario/assignment'
import type { Slide, SlideChart } from './schema'

/** States of some assumptions, those that differ from something. */
export type States = Readonly<Record<string, string>>

/** A slide as it stands: the assumptions as written with what was toggled, evaluated. */
export interface Standing {
  slide: Slide
  model: Model
  variants: Variants
  assignment: Assignment
  outcome: Outcome
  /** Index of the slide's year in the outcome's paths. */
  t: number
  year: number
}

/** Put the known ones of some states over an assignment; what the model does not have is left out. */
export function withStates(model: Model, base: Assignment, states: States): Assignment {
  return Object.entries(states).reduce(
    (made, [id, state]) => (model.states.get(id)?.includes(state) ? assign(model, made, id, state) : made),
    base,
  )
}

/** The assignment of a slide as written: the baseline and the states that differ from it. */
export function asWritten(model: Model, slide: Slide): Assignment {
  return withStates(model, model.baseline, slide.states)
}

/** The assignment of a slide with some of its assumptions toggled. */
export function asToggled(model: Model, slide: Slide, toggled: States): Assignment {
  return withStates(model, asWritten(model, slide), toggled)
}

/** The states of an assignment that differ from those of a slide as written: what was toggled. */
export function toggledFrom(model: Model, slide: Slide, assignment: Assignment): States {
  const written = asWritten(model, slide)
  return Object.fromEntries(Object.entries(assignment).filter(([id, state]) => written[id] !== state))
}

/** The states of an assignment that differ from the baseline: how a slide writes it down. */
export function statesOf(model: Model, assignment: Assignment): Record<string, string> {
  return Object.fromEntries(Object.entries(assignment).filter(([id, state]) => model.baseline[id] !== state))
}

/** Evaluate a slide with some of its assumptions toggled, in its own year or the pack's. */
export function stand(model: Model, slide: Slide, toggled: States = {}, variants: Variants = {}): Standing {
  const assignment = asToggled(model, slide, toggled)
  const year = slide.year ?? model.pack.meta.year
  const at = model.years.indexOf(year)
  const t = at >= 0 ? at : model.years.length - 1
  return {
    slide,
    model,
    variants,
    assignment,
    outcome: evaluate(model, assignment, variants),
    t,
    year: model.years[t] ?? year,
  }
}

/** The assignment that a template or a claim names: a scenario of the pack, or the other side of a waterfall. Null if there is none. */
export function namedAssignment(model: Model, slide: Slide, name: string): Assignment | null {
  if (name === 'from')
    return slide.chart.kind === 'waterfall' ? withStates(model, model.baseline, slide.chart.from) : null
  const scenario = model.pack.scenarios.find(({ id }) => id === name)
  return scenario ? applyScenario(model, scenario) : null
}

/** Ids of the variables that a chart shows, the emphasised one first; none for a map or a text. */
export function variablesOf(chart: SlideChart): readonly string[] {
  switch (chart.kind) {
    case 'ladder':
    case 'comparison':
      return chart.variables
    case 'path':
    case 'waterfall':
      return [chart.variable]
    case 'map':
    case 'text':
      return []
  }
}

/** The state after the one an assumption is in, round and round: what one press of its key does. */
export function nextState(model: Model, assumption: string, state: string): string {
  const states = model.states.get(assumption) ?? []
  return states[(states.indexOf(state) + 1) % states.length] ?? state
}
