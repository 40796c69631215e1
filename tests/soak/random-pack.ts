import type { Baseline, Condition, Effect, Link, Measured, Pack, Rule, Scale, Variable } from '../../lib/pack/schema'
import { spectralRadius } from '../../lib/pack/links'
import { type Chance, chanceOf } from './random'

/** Whole packs of random shape, sound by construction; their seed makes them again. */

/** Make the sound pack of a seed. */
export function randomPack(seed: number): Pack {
  const chance = chanceOf(seed)
  const ids = idsBy(chance)
  const first = chance.whole(1900, 2140)
  const last = first + chance.whole(1, chance.happens(0.1) ? 60 : 12)
  const groups = many(chance, 1, 3, () => ({ id: ids(), label: text(chance) }))
  const sectors = many(chance, 1, 6, () => ({ id: ids(), label: text(chance), group: chance.one(groups).id }))
  const evidence = many(chance, 1, 8, () => fact(chance, ids(), chance.one(sectors).id))
  const grounds = groundsBy(chance, evidence.map(({ id }) => id)) // prettier-ignore
  const assumptions = many(chance, 1, 8, () => assumption(chance, ids, grounds().evidence))
  const measured = many(chance, 1, 12, () => measure(chance, ids, chance.one(sectors).id, grounds))
  const variables = withFormulas(chance, ids, measured, sectors.map(({ id }) => id)) // prettier-ignore
  const rules = many(chance, 0, 24, () => rule(chance, ids(), assumptions, measured, grounds, first, last))
  const links = calmed(many(chance, 0, 8, () => link(chance, ids(), measured, grounds)))
  const scenarios = many(chance, 0, 4, () => scenario(chance, ids(), assumptions, grounds))
  const sites = chance.happens(0.3) ? many(chance, 0, 3, () => site(chance, ids(), grounds().evidence)) : undefined
  const indicators = variables.filter(({ kind }) => kind === 'indicator').map(({ id }) => id)
  return {
    meta: {
      id: ids(),
      version: chance.one(['1.0.0', '0.0.0', '9999.9999.9999', '2.10.3']),
      title: text(chance),
      baselineLabel: text(chance),
      source: { author: word(chance), title: word(chance), series: chance.one(['', word(chance)]) },
      evidenceDate: text(chance),
      revisions: many(chance, 1, 3, () => ({ version: '1.0.0', note: text(chance), headlineChanged: chance.happens(0.5) })), // prettier-ignore
      horizon: { first, last },
      year: chance.whole(first + 1, last),
      draws: { count: 2048, seed: word(chance) },
      groups,
      sectors,
      headline: chance.some(assumptions, 0, 2).map(({ id }) => id),
      featured: chance.some(variables, 0, 2).map(({ id }) => id),
      ...(scenarios.length > 0 && chance.happens(0.5) && { comparison: chance.some(scenarios, 1, 4).map(({ id }) => id) }), // prettier-ignore
      ...(chance.happens(0.5) && { charts: chance.some(indicators, 0, 8) }),
      ...((sites ?? []).length > 0 && { map: { country: chance.one(['036', '604']) } }),
      ...(chance.happens(0.3) && { limits: many(chance, 1, 3, () => text(chance)) }),
    },
    evidence,
    assumptions,
    variables,
    rules,
    links,
    scenarios,
    ...(sites && { sites }),
  }
}

function many<T>(chance: Chance, least: number, most: number, make: (i: number) => T): T[] {
  return Array.from({ length: chance.whole(least, most) }, (_, i) => make(i))
}

/** Ids of their own, some of which look like numbers, or like words of JavaScript or of an address. */
function idsBy(chance: Chance): () => string {
  const taken = new Set<string>()
  const odd = ['0', '7', '10', '1e5', '00', 'tostring', 'null', 'nan', 'at', 'base', 'a', 'b', 'c', 'd', 'ref', 'as', 'pair', 'sort', 'charts', 'all', 'deck', 'slide', 'paper', 'parts', 'effect', 'off', 'start', 'timing', 'none', 'from'] // prettier-ignore
  return () => {
    for (;;) {
      const id = chance.happens(0.15) ? chance.one(odd) : [letters(chance), ...many(chance, 0, 2, () => letters(chance))].join('-') // prettier-ignore
      if (taken.has(id) || reserved.has(id)) continue
      taken.add(id)
      return id
    }
  }
}

/** Words of the address, which no assumption may be called: see lib/pack/check.ts. */
const reserved = new Set(['v', 'pack', 'hash', 'model', 'mine', 'kept', 'year', 'open', 'view', 'beside', 'section', 'only', 'fact', 'by', 'of', 'rule', 'link']) // prettier-ignore

const letters = (chance: Chance) => many(chance, 1, 6, () => chance.one([...'abcdefghijklmnopqrstuvwxyz0123456789'])).join('') // prettier-ignore
const word = (chance: Chance) =>
  chance.one(['A', '7 %', 'Ñandú', '=1+1', '"quoted"', "'so", 'a, b; c', '<b>x</b>', '{{7*7}}', '漢字', 'a\u0301', '🙂 x', '036', 'x'.repeat(60)]) // prettier-ignore
const text = (chance: Chance) => ({ en: word(chance), es: word(chance) })

function fact(chance: Chance, id: string, section: string): Pack['evidence'][number] {
  const maybe = <T>(value: T) => (chance.happens(0.4) ? value : null)
  return {
    id,
    section,
    notes: many(chance, 0, 3, () => chance.whole(1, 9999)),
    claim: text(chance),
    figure: maybe(word(chance)),
    value: maybe(spread(chance, 1e6)),
    unit: maybe(text(chance)),
    period: maybe(word(chance)),
    voucher: chance.one(['author', 'officials', 'reported', 'alleged', 'consulted', 'critics', 'company'] as const),
    forecast: chance.happens(0.2),
    caution: maybe(text(chance)),
  }
}

type Grounds = () => Pick<Effect, 'basis' | 'evidence' | 'reason'>

function groundsBy(chance: Chance, facts: readonly string[]): Grounds {
  return () => ({
    basis: chance.one(['stated', 'implied', 'judgement'] as const),
    evidence: chance.some(facts, 1, 3),
    reason: text(chance),
  })
}

function assumption(chance: Chance, ids: () => string, evidence: string[]): Pack['assumptions'][number] {
  const states = many(chance, 2, 5, () => ({ id: ids(), label: text(chance), meaning: text(chance) }))
  const resting = chance.whole(0, states.length - 1)
  return {
    id: ids(),
    kind: chance.one(['uncertainty', 'lever'] as const),
    label: text(chance),
    question: text(chance),
    evidence,
    states: states.map((state, i) => (i === resting ? { ...state, baseline: true as const } : state)),
  }
}

/** A number of either sign whose size may be small or large. */
function spread(chance: Chance, most: number): number {
  return (chance.happens(0.5) ? -1 : 1) * most ** (2 * chance.share() - 1)
}

function ordered(...numbers: [number, number, number]): [number, number, number] {
  const [low = 0, central = 0, high = 0] = numbers.toSorted((a, b) => a - b)
  return [low, central, high]
}

function baseline(chance: Chance, scale: Scale, ranged: boolean, grounds: Grounds): Baseline {
  const draw = () =>
    scale === 'chance' ? 0.001 + 0.998 * chance.share() : scale === 'amount' ? 1e6 ** (2 * chance.share() - 1) : chance.happens(0.2) ? 0 : spread(chance, 1e6) // prettier-ignore
  const around = draw()
  const [low, value, high] = scale === 'level' ? ordered(around, around + spread(chance, 10), around) : chance.happens(0.1) ? [around, around, around] : ordered(draw(), around, draw()) // prettier-ignore
  return { value, ...(ranged && { low, high }), year: word(chance).slice(0, 20), ...grounds() }
}

type Own = Exclude<Variable, { scale: 'derived' }>

function named(chance: Chance, ids: () => string, sector: string) {
  return { id: ids(), sector, label: text(chance), title: text(chance), test: text(chance) }
}

function measure(chance: Chance, ids: () => string, sector: string, grounds: Grounds): Own {
  const names = named(chance, ids, sector)
  const kind = chance.one(['risk', 'opportunity', 'indicator', 'indicator', 'indicator'] as const)
  if (kind !== 'indicator')
    return { kind, ...names, scale: 'chance', baseline: baseline(chance, 'chance', true, grounds) }
  const scale = chance.one(['amount', 'chance', 'level'] as const)
  const variants = many(chance, 1, 3, () => ({ id: ids(), label: text(chance), baseline: baseline(chance, scale, chance.happens(0.5), grounds) })) // prettier-ignore
  const measured: Measured = {
    kind,
    ...names,
    unit: text(chance),
    decimals: chance.whole(0, 3),
    scale,
    baseline: baseline(chance, scale, chance.happens(0.5), grounds),
    ...(chance.happens(0.3) && { variants }),
  }
  return measured
}

/** The variables with some formulas of them, and of each other, anywhere among them. */
function withFormulas(
  chance: Chance,
  ids: () => string,
  measured: readonly Own[],
  sectors: readonly string[],
): Variable[] {
  // prettier-ignore
  const variables: Variable[] = [...measured]
  const positive = measured.filter(({ scale }) => scale !== 'level').map(({ id }) => id)
  many(chance, 0, 4, () => {
    const all = variables.map(({ id }) => id)
    const op = chance.one(['sum', 'difference', positive.length > 0 ? 'ratio' : 'sum'] as const)
    const of = op === 'sum' ? many(chance, 2, 4, () => chance.one(all)) : [chance.one(all), chance.one(op === 'ratio' ? positive : all)] // prettier-ignore
    const made = {
      kind: 'indicator' as const,
      ...named(chance, ids, chance.one(sectors)),
      unit: text(chance),
      decimals: chance.whole(0, 3),
      scale: 'derived' as const,
      formula: { op, of },
    }
    if (op !== 'difference' && of.every((id) => positive.includes(id))) positive.push(made.id)
    variables.splice(chance.whole(0, variables.length), 0, made)
  })
  return variables
}

function condition(chance: Chance, { id, states }: Pack['assumptions'][number], rests: boolean): Condition {
  const resting = states.filter((state) => state.baseline).map((state) => state.id)
  const others = states.filter((state) => !state.baseline).map((state) => state.id)
  const named = chance.some(others, 1, others.length)
  // One that does not hold at the baseline, or any.
  if (!rests)
    return chance.happens(0.5) ? { assumption: id, in: named } : { assumption: id, not: [...resting, ...named].slice(0, states.length - 1) } // prettier-ignore
  return chance.happens(0.5) ? { assumption: id, in: [...resting, ...named] } : { assumption: id, not: named }
}

function rule(
  chance: Chance,
  id: string,
  assumptions: Pack['assumptions'],
  variables: readonly Own[],
  grounds: Grounds,
  first: number,
  last: number,
): Rule {
  const [moved, ...more] = chance.some(assumptions, 1, 3)
  const onset = chance.whole(first + 1, last)
  const fades = chance.happens(0.3)
  return {
    id,
    when: [...(moved ? [condition(chance, moved, false)] : []), ...more.map((own) => condition(chance, own, chance.happens(0.5)))], // prettier-ignore
    onset,
    rampYears: chance.whole(0, chance.happens(0.1) ? 50 : 6),
    ...(fades && { fadeFrom: onset + chance.whole(1, 5) }),
    ...(fades && chance.happens(0.7) && { fadeYears: chance.whole(0, 5) }),
    effects: chance.some(variables, 1, 4).map((variable) => effect(chance, variable, grounds)),
  }
}

function effect(chance: Chance, { id, scale }: Own, grounds: Grounds): Effect {
  const size = () => (chance.happens(0.05) ? 0 : (chance.happens(0.5) ? -1 : 1) * chance.share())
  const sizes = ordered(size(), size(), size())
  const [low, central, high] = scale === 'level' ? sizes : sizes.map(Math.exp)
  return { variable: id, low: low ?? 1, central: central ?? 1, high: high ?? 1, ...grounds() }
}

function link(chance: Chance, id: string, variables: readonly Own[], grounds: Grounds): Link {
  const strength = spread(chance, 10) / 10
  return { id, from: chance.one(variables).id, to: chance.one(variables).id, strength, lag: chance.whole(1, 5), ...grounds() } // prettier-ignore
}

/** The links, weaker where together they would not die out. */
function calmed(links: readonly Link[]): Link[] {
  const radius = spectralRadius(links)
  return radius < 0.8 ? [...links] : links.map((own) => ({ ...own, strength: (own.strength * 0.8) / radius }))
}

function scenario(chance: Chance, id: string, assumptions: Pack['assumptions'], grounds: Grounds) {
  const choices = chance.some(assumptions, 1, 6).map((own) => ({ assumption: own.id, state: chance.one(own.states).id })) // prettier-ignore
  const heads = chance.whole(1, choices.length)
  return {
    id,
    label: text(chance),
    story: text(chance),
    headline: choices.slice(0, heads),
    secondary: choices.slice(heads).map((own) => ({ ...own, ...grounds() })),
  }
}

function site(chance: Chance, id: string, evidence: string[]) {
  const points = many(chance, 1, 4, (): [number, number] => [360 * chance.share() - 180, 170 * chance.share() - 85])
  const status = chance.one(['operating', 'underway', 'halted', 'proposed'] as const)
  return { id, label: text(chance), status, approximate: chance.happens(0.5), evidence, points, ...(chance.happens(0.5) && { note: text(chance) }) } // prettier-ignore
}
