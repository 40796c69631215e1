import type { Model } from '../engine/compile'
import { type Assignment, evaluate } from '../engine/evaluate'
import type { Scenario, Text } from '../pack/schema'
import { applyScenario } from '../scenario/assignment'
import { deckLimits } from './limits'
import type { Deck, Slide } from './schema'
import { statesOf } from './slide'

/** Longest sentence of a slide, in characters. */
const longest = 240

/** A slide with a sentence and a chart and nothing else: what a program makes, or a person begins with. */
export function blankSlide(id: string, sentence: Slide['sentence'], chart: Slide['chart']): Slide {
  return {
    id,
    topic: { en: '', es: '' },
    sentence,
    chart,
    states: {},
    toggles: [],
    year: null,
    evidence: [],
    claims: [],
    predict: null,
    minutes: 2,
    notes: [],
    asked: [],
  }
}

/** Make a deck for a pack that comes without one: its title and baseline, then a slide for each of its scenarios. */
export function starterDeck(model: Model): Deck {
  const { meta, scenarios } = model.pack
  const lines = [cut(meta.baselineLabel, 200), cut(meta.evidenceDate, 200)]
  const opening = blankSlide('opening', cut(meta.title, longest), { kind: 'text', lines })
  return {
    title: cut(meta.title, 120),
    slides: [opening, ...scenarios.slice(0, deckLimits.slides - 1).map((s, i) => scenarioSlide(model, s, i + 1))],
  }
}

/** Ids of the events that an assignment moves furthest from the baseline in the pack's year, the furthest first. */
export function movedEvents(model: Model, assignment: Assignment, most: number): string[] {
  const { paths } = evaluate(model, assignment)
  const t = model.years.indexOf(model.pack.meta.year)
  return model.variables
    .map(({ id, kind }, index) => ({ id, kind, by: Math.abs(paths[index]![t]! - paths[index]![0]!) }))
    .filter(({ kind }) => kind !== 'indicator')
    .sort((a, b) => b.by - a.by)
    .slice(0, most)
    .map(({ id }) => id)
}

function scenarioSlide(model: Model, scenario: Scenario, number: number): Slide {
  const assignment = applyScenario(model, scenario)
  const variables = movedEvents(model, assignment, deckLimits.rows)
  const chart: Slide['chart'] =
    variables.length > 0 ? { kind: 'ladder', variables } : { kind: 'text', lines: [cut(scenario.story, 200)] }
  const named = [...scenario.headline, ...scenario.secondary].map(({ assumption }) => assumption)
  return {
    ...blankSlide(`scenario-${number}`, cut(scenario.label, longest), chart),
    states: statesOf(model, assignment),
    toggles: [...new Set(named)].slice(0, deckLimits.toggles),
  }
}

function cut({ en, es }: Text, most: number): Text {
  return { en: en.slice(0, most), es: es.slice(0, most) }
}
