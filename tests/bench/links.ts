import type { Model } from '../../lib/engine/compile'
import { changeIssues, type Change, type Changes, effectBounds, keyOf } from '../../lib/pack/challenge'
import type { Assignment } from '../../lib/scenario/assignment'
import { encode, restingScreen, views } from '../../lib/scenario/codec'
import { comparedViews, encodeComparison, mostCharts, restingComparison, sorts } from '../../lib/scenario/comparison'
import { shorten } from '../../lib/scenario/long'
import { encodePresenting, paperParts, restingPresenting } from '../../lib/scenario/presenting'
import { assignments } from './assignments'
import { random } from './random'
import { atMost, type Row } from './row'
import { openingModel } from './sound-model'

/** Ids that a browser gives are of twenty characters at most, names of slides of sixty. */
const kept = 'k'.repeat(20)
const slide = 's'.repeat(60)

/** P11: how long the query text of links is: all of a link but the address of the page. */
export async function linkRows(): Promise<Row[]> {
  const model = openingModel()
  const worst = longestLinks(model)
  return [
    row('share link of the default state', 120, encode(model, restingScreen(model)).length, {
      note: 'Everything at rest is the bare address of the page; that adds at most 20 characters to any link, and the server its own.',
    }),
    row('share link, one assumption, another year and an explanation', 120, everyday(model)),
    row(
      'share link, worst legal state without changes of the model',
      2000,
      Math.max(...worst.map(({ plain }) => plain)),
      {
        note: worst.map(({ page, plain }) => `${page} ${plain}`).join(', '),
      },
    ),
    row(
      'share link, worst legal state, every number of the model changed',
      2000,
      Math.max(...worst.map(({ changed }) => changed)),
      {
        note: `Changes beyond 2 000 characters leave the link and go into a scenario file; written out they would take ${Math.max(...worst.map(({ whole }) => whole))}.`,
      },
    ),
  ]
}

function row(what: string, most: number, length: number, more: Pick<Row, 'note'> = {}): Row {
  return atMost(most, {
    id: 'P11',
    what,
    goal: `≤ ${most} characters`,
    ratio: length,
    figure: `${length}`,
    timed: false,
    ...more,
  })
}

/** The longest link of one toggle, another year and an open explanation. */
export function everyday(model: Model): number {
  const still = restingScreen(model)
  const open = longest(model.variables.map(({ id }) => id))
  const lengths = [...model.states].flatMap(([id, states]) =>
    states.map((state) => {
      const assignment = { ...model.baseline, [id]: state }
      return encode(model, { ...still, assignment, year: model.years.at(-1)!, open }).length
    }),
  )
  return Math.max(...lengths)
}

/**
 * The longest links of the three kinds of screen. Where everything is written out the longest choice of each part is the
 * longest link. A column of a comparison is written from the scenario nearest to it: there the worst is climbed to, from
 * seeded starts, one state at a time.
 */
export function longestLinks(model: Model) {
  const { pack } = model
  const variants = Object.fromEntries(
    pack.variables.flatMap((v) =>
      v.kind === 'indicator' && v.scale !== 'derived' && v.variants
        ? [[v.id, longest(v.variants.map(({ id }) => id))]]
        : [],
    ),
  )
  const common = { variants, year: model.years.at(-1)!, open: longest(pack.variables.map(({ id }) => id)) }
  const changes = everyChange(model)
  const states = Object.fromEntries([...model.states].map(([id, own]) => [id, longest(own.filter((state) => state !== model.baseline[id]))])) // prettier-ignore
  const explore = { ...restingScreen(model), ...common, assignment: states, kept, view: longest(views), beside: true }
  const charts = pack.variables.filter(({ kind }) => kind === 'indicator').map(({ id }) => id)
  const column = { assignment: climbed(model), kept, asPack: true } as const
  const comparison = {
    ...restingComparison(model),
    ...common,
    columns: [column, column, column, column],
    reference: 3,
    pair: [null, 3],
    view: longest(comparedViews),
    charts: charts.toSorted((a, b) => b.length - a.length).slice(0, mostCharts),
    all: true,
    sort: { by: longest(sorts), up: false },
  } as const
  const slideScreen = {
    ...restingPresenting(model),
    ...common,
    deck: kept,
    slide,
    toggled: states,
    paper: 'letter',
    parts: paperParts.slice(0, -1),
  } as const
  const pages = [
    { page: 'Explore', write: (own: Changes) => encode(model, { ...explore, changes: own }) },
    { page: 'Compare', write: (own: Changes) => encodeComparison(model, { ...comparison, changes: own }) },
    { page: 'Present', write: (own: Changes) => encodePresenting(model, { ...slideScreen, changes: own }) },
  ]
  return pages.map(({ page, write }) => {
    const whole = write(changes)
    return {
      page,
      plain: write([]).length,
      changed: Math.max((shorten(whole)?.text ?? whole).length, fullest(write, changes)),
      whole: whole.length,
    }
  })
}

/** The longest link that keeps its changes: as many of them as fit, in the order of the model and then shorter ones. */
function fullest(write: (own: Changes) => string, changes: Changes): number {
  let own: Changes = []
  let length = write([]).length
  for (const made of changes) {
    const next = write([...own, made])
    if (shorten(next) !== null) continue
    own = [...own, made]
    length = next.length
  }
  return length
}

/** Every effect given another size, as long as numbers get: 17 digits. */
function everyChange({ pack }: Model): Changes {
  return pack.rules.flatMap((rule) =>
    rule.effects.flatMap((effect): Change[] => {
      const variable = pack.variables.find(({ id }) => id === effect.variable)!
      const { least, most } = effectBounds(variable, effect)
      const [low, central, high] = [0.31, 0.52, 0.73].map((share) => least + (most - least) * (share + 1e-9 / 3))
      const made = { kind: 'effect', rule: rule.id, variable: effect.variable, low: low!, central: central!, high: high! } as const // prettier-ignore
      if (changeIssues(pack, made).length > 0)
        throw new Error(`${keyOf(made)}: the bench made a change that is refused.`)
      return [made]
    }),
  )
}

/** An assignment whose column is as long as any found. */
function climbed(model: Model): Assignment {
  const resting = restingComparison(model)
  const length = (assignment: Assignment) =>
    encodeComparison(model, { ...resting, columns: [{ assignment, kept: null }], pair: [null, 0] }).length
  const climb = (start: Assignment): { assignment: Assignment; length: number } => {
    let best = { assignment: start, length: length(start) }
    for (let before = -1; before < best.length;) {
      before = best.length
      for (const [id, states] of model.states)
        for (const state of states) {
          const assignment = { ...best.assignment, [id]: state }
          const own = length(assignment)
          if (own > best.length) best = { assignment, length: own }
        }
    }
    return best
  }
  const tops = assignments(model, random(11), 20).map(climb)
  return tops.reduce((best, top) => (top.length > best.length ? top : best)).assignment
}

function longest<Text extends string>(texts: readonly Text[]): Text {
  const [first, ...more] = texts
  if (first === undefined) throw new Error('No text to choose from: give at least one.')
  return more.reduce((best, text) => (text.length > best.length ? text : best), first)
}
