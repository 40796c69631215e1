import { type Issue, nearestOfFew } from '../fail'
import { conditionStates, holds } from './condition'
import { loudest, reachedFrom, spectralRadius } from './links'
import { limits } from './limits'
import type { Baseline, Condition, Pack, Scale, Variable } from './schema'

/** Words of the address that no assumption may be called. */
const reservedIds: readonly string[] = [
  ...['v', 'pack', 'hash', 'model', 'mine', 'kept', 'year', 'open', 'view', 'beside'],
  ...['section', 'only', 'fact', 'by', 'of', 'rule', 'link'],
]

/**
 * Check the laws between records: ids that exist and are unique, one baseline state each, ranges in
 * order, rules that rest at the baseline, links that die out, formulas without cycles, sums that stay
 * finite. Returns every issue found, none if the pack is sound.
 */
export function check(pack: Pack): Issue[] {
  const issues: Issue[] = []
  const nearest = nearestOfFew()
  const say = (path: string, message: string, expected: string, hint: string) =>
    void issues.push({ path, message, expected, hint })

  const evidence = ids('evidence', pack.evidence)
  const assumptions = ids('assumptions', pack.assumptions)
  const variables = ids('variables', pack.variables)
  const sectors = ids('meta.sectors', pack.meta.sectors)
  const groups = ids('meta.groups', pack.meta.groups)
  ids('rules', pack.rules)
  ids('links', pack.links)
  const scenarios = ids('scenarios', pack.scenarios)
  const indicators = new Set(pack.variables.flatMap(({ id, kind }) => (kind === 'indicator' ? [id] : [])))
  const statesOf = new Map(pack.assumptions.map((a, i) => [a.id, ids(`assumptions[${i}].states`, a.states)]))
  const restingState = new Map(pack.assumptions.map((a) => [a.id, a.states.find((s) => s.baseline)?.id]))
  const variableOf = new Map(pack.variables.map((v) => [v.id, v]))
  const positives = new Map<string, boolean>()
  const { first, last } = pack.meta.horizon

  checkMeta()
  pack.evidence.forEach((fact, i) => known(`evidence[${i}].section`, 'section', fact.section, sectors))
  pack.assumptions.forEach(checkAssumption)
  pack.variables.forEach(checkVariable)
  checkFormulas()
  pack.rules.forEach(checkRule)
  checkLinks()
  pack.scenarios.forEach(checkScenario)
  checkSites()
  if (issues.length === 0) checkSums()
  if (issues.length === 0) checkWork()
  return issues

  function ids(path: string, records: readonly { id: string }[]): Set<string> {
    const seen = new Map<string, number>()
    records.forEach(({ id }, i) => {
      const before = seen.get(id)
      if (before === undefined) seen.set(id, i)
      else
        say(
          `${path}[${i}].id`,
          `"${id}" is already the id of ${path}[${before}]`,
          'an id of its own',
          'Rename one of the two.',
        )
    })
    return new Set(seen.keys())
  }

  function known(path: string, what: string, id: string, among: ReadonlySet<string> | undefined): boolean {
    if (among?.has(id)) return true
    const near = nearest(id, among ?? [])
    const hint = near ? `Did you mean "${near}"?` : `Add it, or use one that exists.`
    say(path, `unknown ${what} "${id}"`, `the id of a ${what} in this pack`, hint)
    return false
  }

  function allKnown(path: string, cited: readonly string[]) {
    cited.forEach((id, i) => known(`${path}.evidence[${i}]`, 'evidence', id, evidence))
  }

  function checkMeta() {
    const { meta } = pack
    if (first >= last || last - first > 60)
      say(
        'meta.horizon',
        `runs from ${first} to ${last}`,
        'a first year before the last, at most 60 years',
        'Mend first or last.',
      )
    if (meta.year <= first || meta.year > last)
      say(
        'meta.year',
        `${meta.year} is outside the horizon`,
        `a year from ${first + 1} to ${last}`,
        'Choose the year that screens open on.',
      )
    meta.headline.forEach((id, i) => known(`meta.headline[${i}]`, 'assumption', id, assumptions))
    meta.featured.forEach((id, i) => known(`meta.featured[${i}]`, 'variable', id, variables))
    meta.comparison?.forEach((id, i) => known(`meta.comparison[${i}]`, 'scenario', id, scenarios))
    meta.charts?.forEach((id, i) => known(`meta.charts[${i}]`, 'indicator', id, indicators))
    meta.sectors.forEach((s, i) => known(`meta.sectors[${i}].group`, 'group', s.group, groups))
  }

  function checkAssumption(assumption: Pack['assumptions'][number], i: number) {
    const path = `assumptions[${i}]`
    allKnown(path, assumption.evidence)
    if (reservedIds.includes(assumption.id))
      say(
        `${path}.id`,
        `"${assumption.id}" is a word of the address`,
        `an id other than ${reservedIds.join(', ')}`,
        'Rename the assumption.',
      )
    const resting = assumption.states.filter((s) => s.baseline)
    if (resting.length !== 1)
      say(
        `${path}.states`,
        resting.length === 0
          ? 'no state is the baseline'
          : `two baseline states: ${resting.map((s) => s.id).join(', ')}`,
        'exactly one state with "baseline": true',
        'Mark how things stood at the date of the evidence, and only that.',
      )
  }

  function checkVariable(variable: Variable, i: number) {
    const path = `variables[${i}]`
    known(`${path}.sector`, 'sector', variable.sector, sectors)
    if (variable.scale === 'derived') {
      variable.formula.of.forEach((id, j) => known(`${path}.formula.of[${j}]`, 'variable', id, variables))
      if (variable.formula.op !== 'sum' && variable.formula.of.length !== 2)
        say(
          `${path}.formula.of`,
          `${variable.formula.of.length} parts for a ${variable.formula.op}`,
          'two parts',
          'List what is first and what is taken from or divided into it.',
        )
      const [, divisor] = variable.formula.of
      if (variable.formula.op === 'ratio' && divisor !== undefined && !positive(divisor))
        say(
          `${path}.formula.of[1]`,
          `"${divisor}" can be zero`,
          'a divisor of scale amount or chance, or a sum or ratio of such',
          'Divide by what stays above zero.',
        )
      return
    }
    checkBaseline(`${path}.baseline`, variable.scale, variable.baseline)
    if (variable.kind !== 'indicator') {
      if (variable.baseline.low === undefined)
        say(
          `${path}.baseline`,
          'a probability without a range',
          'low and high beside value',
          'Give its 5 % and 95 % points: it is a judgement.',
        )
    } else {
      ids(`${path}.variants`, variable.variants ?? [])
      variable.variants?.forEach((v, j) => checkBaseline(`${path}.variants[${j}].baseline`, variable.scale, v.baseline))
    }
  }

  /** Whether a variable stays above zero; unknown ids and circles are told elsewhere. */
  function positive(id: string): boolean {
    const before = positives.get(id)
    if (before !== undefined) return before
    positives.set(id, true)
    const variable = variableOf.get(id)
    const answer =
      variable?.scale === 'derived'
        ? variable.formula.op !== 'difference' && variable.formula.of.every(positive)
        : variable?.scale !== 'level'
    positives.set(id, answer)
    return answer
  }

  function checkBaseline(path: string, scale: Scale, { value, low, high, evidence: cited }: Baseline) {
    allKnown(path, cited)
    if ((low === undefined) !== (high === undefined))
      say(path, 'one end of the range is missing', 'both low and high, or neither', 'Add the other end.')
    if (low !== undefined && high !== undefined) ordered(path, low, value, high, 'value')
    for (const [key, at] of Object.entries({ value, low, high })) {
      if (at === undefined) continue
      if (scale === 'chance' && (at <= 0 || at >= 1))
        say(
          `${path}.${key}`,
          `a chance of ${at}`,
          'a number above 0 and below 1',
          'What is certain or impossible has no log-odds: keep it as evidence, not as a variable.',
        )
      if (scale === 'amount' && at <= 0)
        say(
          `${path}.${key}`,
          `an amount of ${at}`,
          'a number above 0',
          'Use the scale "level" for what may be zero or negative.',
        )
    }
  }

  function ordered(path: string, low: number, central: number, high: number, middle: string) {
    if (low > central)
      say(path, `low ${low} is above ${middle} ${central}`, `low ≤ ${middle} ≤ high`, `Lower low or raise ${middle}.`)
    if (central > high)
      say(
        path,
        `${middle} ${central} is above high ${high}`,
        `low ≤ ${middle} ≤ high`,
        `Raise high or lower ${middle}.`,
      )
  }

  function checkFormulas() {
    const done = new Set<string>()
    const termsOf = new Map<string, number>()
    const visit = (id: string, trail: string[]) => {
      if (trail.includes(id)) {
        const cycle = [...trail.slice(trail.indexOf(id)), id].join(' → ')
        const at = pack.variables.findIndex((v) => v.id === id)
        say(
          `variables[${at}].formula`,
          `goes in a circle: ${cycle}`,
          'a formula of variables that do not rest on it',
          'Take one step of the circle out.',
        )
        done.add(id)
      }
      const variable = variableOf.get(id)
      if (done.has(id) || variable?.scale !== 'derived') return
      for (const part of variable.formula.of) visit(part, [...trail, id])
      done.add(id)
      const terms = variable.formula.of.reduce((sum, part) => sum + (termsOf.get(part) ?? 1), 0)
      if (terms <= limits.terms) termsOf.set(id, terms)
      else
        say(
          `variables[${pack.variables.indexOf(variable)}].formula`,
          `unfolds to ${terms} terms`,
          `at most ${limits.terms} terms when every formula in it is written out`,
          'Build it on fewer formulas.',
        )
    }
    for (const { id } of pack.variables) visit(id, [])
  }

  function checkConditions(path: string, when: readonly Condition[]): boolean {
    return when
      .map((condition, j) => {
        const at = `${path}.when[${j}]`
        if (!known(`${at}.assumption`, 'assumption', condition.assumption, assumptions)) return false
        const states = statesOf.get(condition.assumption)
        return conditionStates(condition)
          .map((id) => known(at, `state of ${condition.assumption}`, id, states))
          .every(Boolean)
      })
      .every(Boolean)
  }

  function checkRule(rule: Pack['rules'][number], i: number) {
    const path = `rules[${i}]`
    if (checkConditions(path, rule.when) && rule.when.every(restsAtBaseline))
      say(
        `${path}.when`,
        `rule "${rule.id}" fires at the baseline`,
        'a condition that some change must meet',
        'Nothing moves at the baseline: name the state that sets the rule off.',
      )
    if (rule.onset <= first || rule.onset > last)
      say(
        `${path}.onset`,
        `onset ${rule.onset} is outside the horizon`,
        `a year from ${first + 1} to ${last}`,
        'Choose the first year in which the rule acts.',
      )
    if (rule.fadeYears !== undefined && rule.fadeFrom === undefined)
      say(
        `${path}.fadeYears`,
        'a fade without a first year',
        'fadeFrom beside fadeYears',
        'Say from which year the shock passes.',
      )
    if (rule.fadeFrom !== undefined && rule.fadeFrom <= rule.onset)
      say(
        `${path}.fadeFrom`,
        `fades from ${rule.fadeFrom}, before it has acted`,
        `a year after ${rule.onset}`,
        'Let the rule act for a year at least.',
      )
    const moved = new Set<string>()
    rule.effects.forEach((effect, j) => {
      const at = `${path}.effects[${j}]`
      allKnown(at, effect.evidence)
      ordered(at, effect.low, effect.central, effect.high, 'central')
      if (moved.has(effect.variable))
        say(
          `${at}.variable`,
          `"${effect.variable}" is moved twice by this rule`,
          'one effect a variable',
          'Make them one.',
        )
      moved.add(effect.variable)
      if (!known(`${at}.variable`, 'variable', effect.variable, variables)) return
      const scale = variableOf.get(effect.variable)?.scale
      if (scale === 'derived')
        say(
          `${at}.variable`,
          `"${effect.variable}" is derived`,
          'a variable that is not a formula',
          'Move its parts instead.',
        )
      else if (scale !== 'level' && effect.low <= 0)
        say(
          `${at}.low`,
          `a factor of ${effect.low}`,
          'a factor above 0 (below 1 lowers, above 1 raises)',
          'Write "20 % less" as 0.8.',
        )
    })
  }

  function restsAtBaseline(condition: Condition): boolean {
    const resting = restingState.get(condition.assumption)
    return resting !== undefined && holds(condition, resting)
  }

  function checkLinks() {
    pack.links.forEach((link, i) => {
      const path = `links[${i}]`
      allKnown(path, link.evidence)
      for (const end of ['from', 'to'] as const)
        if (known(`${path}.${end}`, 'variable', link[end], variables) && variableOf.get(link[end])?.scale === 'derived')
          say(
            `${path}.${end}`,
            `"${link[end]}" is derived`,
            'a variable that is not a formula',
            'Link its parts instead.',
          )
    })
    const radius = spectralRadius(pack.links)
    if (radius >= 1) {
      const { link, index } = loudest(pack.links)
      say(
        'links',
        `the links explode: spectral radius ${radius.toFixed(2)}`,
        'a spectral radius below 1',
        `Weaken the loop; the strongest link in it is links[${index}] "${link.id}" (${link.strength}).`,
      )
    }
  }

  function checkScenario(scenario: Pack['scenarios'][number], i: number) {
    const path = `scenarios[${i}]`
    const chosen = new Set<string>()
    for (const part of ['headline', 'secondary'] as const)
      scenario[part].forEach((choice, j) => {
        const at = `${path}.${part}[${j}]`
        if (chosen.has(choice.assumption))
          say(at, `"${choice.assumption}" is set twice`, 'one state for an assumption', 'Keep one.')
        chosen.add(choice.assumption)
        if (known(`${at}.assumption`, 'assumption', choice.assumption, assumptions))
          known(`${at}.state`, `state of ${choice.assumption}`, choice.state, statesOf.get(choice.assumption))
      })
    scenario.secondary.forEach((choice, j) => allKnown(`${path}.secondary[${j}]`, choice.evidence))
  }

  function checkSites() {
    const sites = pack.sites ?? []
    ids('sites', sites)
    sites.forEach((site, i) => allKnown(`sites[${i}]`, site.evidence))
    if (sites.length > 0 && pack.meta.map === undefined)
      say(
        'meta.map',
        `no map for ${sites.length} ${sites.length === 1 ? 'site' : 'sites'}`,
        'the country that the map shows, e.g. { "country": "036" }',
        'Name it by its three digits of ISO 3166-1, or leave the sites out.',
      )
  }

  /** Bound the steps of a fan, which all else takes fewer than: a few thousand dense links would ask for hours. */
  function checkWork() {
    const reached = reachedFrom(pack.links)
    const pushes = pack.rules.reduce(
      (sum, rule) => sum + rule.effects.reduce((own, effect) => own + reached(effect.variable).size, 0),
      0,
    )
    const parts = pack.variables.reduce((sum, v) => sum + (v.scale === 'derived' ? v.formula.of.length : 1), 0)
    const steps = (pushes + parts) * (last - first + 1) * pack.meta.draws.count
    if (steps > limits.steps)
      say(
        'meta.draws.count',
        `a fan of ${steps} steps: ${pushes} pushes of effects on what they reach, ${parts} variables and parts of formulas, ${last - first + 1} years, ${pack.meta.draws.count} draws`,
        `at most ${limits.steps} steps: (pushes + parts) × years × draws`,
        'Take fewer draws or years, or links and effects that reach less.',
      )
  }

  /** Bound every variable's shift when all effects of all rules push one way, extremes of the draws included. */
  function checkSums() {
    const own = new Map<string, number>()
    for (const rule of pack.rules)
      for (const effect of rule.effects) {
        const on = (size: number) => (variableOf.get(effect.variable)?.scale === 'level' ? size : Math.log(size))
        const most = farthest(on(effect.low), on(effect.central), on(effect.high))
        own.set(effect.variable, (own.get(effect.variable) ?? 0) + most)
      }
    let bound = own
    for (let year = first; year < last; year++) {
      const next = new Map(own)
      for (const { from, to, strength } of pack.links)
        next.set(to, (next.get(to) ?? 0) + Math.abs(strength) * (bound.get(from) ?? 0))
      bound = next
    }
    pack.variables.forEach((variable, i) => {
      if (variable.scale === 'derived') return
      const level = variable.scale === 'level'
      const on = (at: number) => (level ? at : variable.scale === 'chance' ? Math.log(at / (1 - at)) : Math.log(at))
      const starts = [
        variable.baseline,
        ...(('variants' in variable && variable.variants) || []).map((v) => v.baseline),
      ]
      const start = Math.max(
        ...starts.map(({ value, low = value, high = value }) => farthest(on(low), on(value), on(high))),
      )
      const reach = start + (bound.get(variable.id) ?? 0)
      if (!(reach <= (level ? 1e12 : 300)))
        say(
          `variables[${i}]`,
          `"${variable.id}" can grow beyond what a number holds`,
          'a baseline and effects whose sum stays finite',
          'Check the unit, the largest effects on it and the links into it.',
        )
    })
  }
}

/** Farthest from 0 that a draw of this range lies: the outermost of 16 384 draws is 2.44 half-ranges from the middle. */
function farthest(low: number, central: number, high: number): number {
  return Math.abs(central) + 2.5 * Math.max(central - low, high - central)
}
