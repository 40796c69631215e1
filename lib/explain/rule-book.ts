import { conditionStates, holds } from '../pack/condition'
import type { Assumption, Basis, Locale, Pack, Rule } from '../pack/schema'

/** What the rules of a pack can be grouped by. */
type Grouping = 'assumption' | 'variable' | 'sector'

/** An assumption, a variable or a sector with the rules that belong to it, in pack order. */
export interface BookGroup {
  id: string
  rules: readonly Rule[]
}

/**
 * Group the rules of a pack: under each assumption that a condition names, under each variable that an effect moves (for a
 * derived one, that moves what it is computed from), or under each sector one of whose variables an effect moves. A group
 * without a rule is there too; a rule stands in as many groups as it belongs to.
 */
export function bookGroups(pack: Pack, by: Grouping): BookGroup[] {
  if (by === 'assumption')
    return pack.assumptions.map(({ id }) => ({
      id,
      rules: pack.rules.filter(({ when }) => when.some(({ assumption }) => assumption === id)),
    }))
  if (by === 'variable')
    return pack.variables.map(({ id }) => ({ id, rules: moving(pack, new Set(sourcesOf(pack, id))) }))
  return pack.meta.sectors.map(({ id }) => {
    const own = pack.variables.filter(({ sector }) => sector === id)
    return { id, rules: moving(pack, new Set(own.map((variable) => variable.id))) }
  })
}

function moving({ rules }: Pack, variables: ReadonlySet<string>): Rule[] {
  return rules.filter(({ effects }) => effects.some(({ variable }) => variables.has(variable)))
}

/** List the variables that rules move and that a variable is computed from, in the order of its formula; itself if it is moved. */
export function sourcesOf(pack: Pack, id: string): string[] {
  const variable = pack.variables.find((own) => own.id === id)
  if (variable?.scale !== 'derived') return variable ? [id] : []
  return [...new Set(variable.formula.of.flatMap((part) => sourcesOf(pack, part)))]
}

/**
 * Choose the group that a screen shows: the one asked for, if it holds the rule asked for; else the first that holds the
 * rule; else the first. Undefined where there is no group.
 */
export function chosenGroup(
  groups: readonly BookGroup[],
  of: string | null,
  rule: string | null,
): BookGroup | undefined {
  const asked = groups.find(({ id }) => id === of)
  const holding = (group: BookGroup) => rule === null || group.rules.some(({ id }) => id === rule)
  return asked && holding(asked) ? asked : (groups.find(holding) ?? asked ?? groups[0])
}

/** Rules of an assumption that hold in the same of its states. */
export interface StateSection {
  states: readonly string[]
  rules: readonly Rule[]
}

/** Part the rules that name an assumption by the states in which they hold: those of an earlier state first, of one state before several. */
export function byStates({ id, states }: Assumption, rules: readonly Rule[]): StateSection[] {
  const sections = new Map<string, { states: string[]; rules: Rule[] }>()
  for (const rule of rules) {
    const holding = states.map((state) => state.id).filter((state) => holdsIn(rule, id, state))
    const section = sections.get(holding.join()) ?? { states: holding, rules: [] }
    section.rules.push(rule)
    sections.set(holding.join(), section)
  }
  const place = ({ states: own }: StateSection) => states.findIndex((state) => state.id === own[0])
  return [...sections.values()].sort((a, b) => place(a) - place(b) || a.states.length - b.states.length)
}

function holdsIn({ when }: Rule, assumption: string, state: string): boolean {
  return when.every((condition) => condition.assumption !== assumption || holds(condition, state))
}

/** Order rules as a ranked list first names them; those it does not name come last, as they stood. */
export function inOrderOf(rules: readonly Rule[], ranked: readonly { rule: Pick<Rule, 'id'> }[]): Rule[] {
  const first = new Map<string, number>()
  ranked.forEach(({ rule }, i) => first.has(rule.id) || first.set(rule.id, i))
  const place = ({ id }: Rule) => first.get(id) ?? ranked.length
  return [...rules].sort((a, b) => place(a) - place(b))
}

/** Count the effects of a pack by their basis. */
export function basisCounts({ rules }: Pack): Readonly<Record<Basis, number>> {
  const count = { stated: 0, implied: 0, judgement: 0 }
  for (const { effects } of rules) for (const { basis } of effects) count[basis] += 1
  return count
}

/**
 * Find the rules in which every word typed occurs, in pack order: in their ids, their conditions (names and states of the
 * assumptions), and the names and reasons of their effects, in one language. Case and accents do not matter.
 */
export function searchRules(texts: ReadonlyMap<string, string>, rules: readonly Rule[], typed: string): Rule[] {
  const words = fold(typed).split(/\s+/).filter(Boolean)
  return rules.filter(({ id }) => words.every((word) => texts.get(id)?.includes(word)))
}

/** Write, for each rule, all that can be searched in it, without case and accents. */
export function ruleTexts(pack: Pack, locale: Locale): ReadonlyMap<string, string> {
  const assumptions = new Map(pack.assumptions.map((own) => [own.id, own]))
  const variables = new Map(pack.variables.map((own) => [own.id, own]))
  return new Map(
    pack.rules.map(({ id, when, effects }) => [
      id,
      fold(
        [
          id,
          ...when.flatMap((condition) => {
            const assumption = assumptions.get(condition.assumption)
            const named = assumption?.states.filter((state) => conditionStates(condition).includes(state.id)) ?? []
            return [condition.assumption, assumption?.label[locale], ...named.map(({ label }) => label[locale])]
          }),
          ...effects.flatMap(({ variable, reason }) => {
            const moved = variables.get(variable)
            return [variable, moved?.label[locale], moved?.title[locale], reason[locale]]
          }),
        ].join(' '),
      ),
    ]),
  )
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
