import { type Issue, nearestOfFew } from '../fail'
import type { Pack } from '../pack/schema'
import type { Deck, Role, Slide, Workshop } from './schema'
import { pieces } from './sentence'
import { variablesOf } from './slide'

/** Check what the ids of a workshop mean for a pack. Returns every issue found, none if all is sound. */
export function checkWorkshop({ deck, roles }: Workshop, pack: Pack): Issue[] {
  return [...checkDeck(deck, pack), ...checkRoles(roles, pack)]
}

/**
 * Check a deck against a pack: ids of slides that are their own, and assumptions, states, variables, sectors, scenarios,
 * facts and years that the pack has. Returns every issue found.
 */
export function checkDeck(deck: Deck, pack: Pack): Issue[] {
  const say = issues()
  const seen = new Map<string, number>()
  deck.slides.forEach((slide, i) => {
    const before = seen.get(slide.id)
    if (before !== undefined)
      say.add(
        `slides[${i}].id`,
        `"${slide.id}" is already the id of slides[${before}]`,
        'an id of its own',
        'Rename it.',
      )
    seen.set(slide.id, i)
    checkSlide(slide, `slides[${i}]`, pack, say)
  })
  return say.all
}

function checkSlide(slide: Slide, path: string, pack: Pack, say: Issues) {
  const { chart } = slide
  const scenarios = pack.scenarios.map(({ id }) => id)
  const variables = pack.variables.map(({ id }) => id)
  const states = (own: Readonly<Record<string, string>>, at: string) => {
    for (const [id, state] of Object.entries(own)) {
      const assumption = pack.assumptions.find((a) => a.id === id)
      if (!assumption)
        say.unknown(
          `${at}.${id}`,
          'assumption',
          id,
          pack.assumptions.map((a) => a.id),
        )
      else
        say.known(
          `${at}.${id}`,
          `state of ${id}`,
          state,
          assumption.states.map((s) => s.id),
        )
    }
  }
  states(slide.states, `${path}.states`)
  variablesOf(chart).forEach((id) => say.known(`${path}.chart`, 'variable', id, variables))
  if (chart.kind === 'waterfall') states(chart.from, `${path}.chart.from`)
  if (chart.kind === 'comparison') {
    chart.columns.forEach((column, i) => states(column.states, `${path}.chart.columns[${i}].states`))
  }
  if (chart.kind === 'ladder' || chart.kind === 'comparison')
    for (const id of chart.variables)
      if (pack.variables.find((v) => v.id === id)?.kind === 'indicator')
        say.add(
          `${path}.chart`,
          `"${id}" is an indicator`,
          'a risk or an opportunity, which has a probability',
          'Show an indicator as a path.',
        )
  if (chart.kind === 'map') {
    const sectors = pack.meta.sectors.map(({ id }) => id)
    chart.sectors.forEach((id) => say.known(`${path}.chart.sectors`, 'sector', id, sectors))
  }
  slide.toggles.forEach((id, i) =>
    say.known(
      `${path}.toggles[${i}]`,
      'assumption',
      id,
      pack.assumptions.map((a) => a.id),
    ),
  )
  const { first, last } = pack.meta.horizon
  if (slide.year !== null && (slide.year <= first || slide.year > last))
    say.add(
      `${path}.year`,
      `${slide.year} is outside the horizon`,
      `a year from ${first + 1} to ${last}, or null`,
      'Choose a year the model computes.',
    )
  const cited = [slide.evidence, ...slide.asked.map((card) => card.evidence)].flat()
  checkFacts(cited, `${path}.evidence`, pack, say)
  slide.claims.forEach((claim, i) => {
    say.known(`${path}.claims[${i}]`, 'variable', claim.variable, variables)
    if (claim.kind === 'above') say.known(`${path}.claims[${i}]`, 'variable', claim.other, variables)
    if (claim.kind === 'against') say.known(`${path}.claims[${i}]`, 'scenario', claim.scenario, scenarios)
  })
  if (slide.predict !== null && !variablesOf(chart).includes(slide.predict))
    say.add(
      `${path}.predict`,
      `"${slide.predict}" is not on the chart`,
      'a variable of the chart',
      'Guess what the slide then shows.',
    )
  const templates = [slide.sentence, ...slide.notes, ...(chart.kind === 'text' ? chart.lines : [])]
  for (const template of templates.flatMap(({ en, es }) => [en, es]))
    for (const piece of pieces(template)) {
      if (piece.kind === 'text') continue
      say.known(`${path}.sentence`, 'variable', piece.variable, variables)
      if (piece.under !== null && !(piece.under === 'from' && chart.kind === 'waterfall'))
        say.known(`${path}.sentence`, 'scenario', piece.under, scenarios)
    }
}

function checkRoles(roles: readonly Role[], pack: Pack): Issue[] {
  const say = issues()
  roles.forEach((role, i) => {
    const path = `roles[${i}]`
    role.points.forEach((point, p) => checkFacts(point.evidence, `${path}.points[${p}].evidence`, pack, say))
    role.assumptions.forEach((id) =>
      say.known(
        `${path}.assumptions`,
        'assumption',
        id,
        pack.assumptions.map((a) => a.id),
      ),
    )
    role.watches.forEach((id) =>
      say.known(
        `${path}.watches`,
        'variable',
        id,
        pack.variables.map((v) => v.id),
      ),
    )
  })
  return say.all
}

function checkFacts(cited: readonly string[], path: string, pack: Pack, say: Issues) {
  const facts = new Set(pack.evidence.map(({ id }) => id))
  for (const id of cited) if (!facts.has(id)) say.unknown(path, 'fact', id, facts)
}

type Issues = ReturnType<typeof issues>

function issues() {
  const all: Issue[] = []
  const nearest = nearestOfFew()
  const add = (path: string, message: string, expected: string, hint: string) =>
    void all.push({ path, message, expected, hint })
  const unknown = (path: string, what: string, id: string, among: Iterable<string>) => {
    const near = nearest(id, among)
    const hint = near ? `Did you mean "${near}"?` : 'Use one that the pack has.'
    add(path, `unknown ${what} "${id}"`, `a ${what} of this pack`, hint)
  }
  const known = (path: string, what: string, id: string, among: readonly string[]) => {
    if (!among.includes(id)) unknown(path, what, id, among)
  }
  return { all, add, known, unknown }
}
