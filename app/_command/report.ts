import type { Model } from '../../lib/engine/compile'
import { drawsOf } from '../../lib/engine/draws'
import { evaluate } from '../../lib/engine/evaluate'
import { fan } from '../../lib/engine/fan'
import { fanLevels } from '../../lib/engine/fan-levels'
import { type Contribution, type RuleContribution, trace } from '../../lib/explain/trace'
import type { Locale } from '../../lib/pack/schema'
import type { Request } from './request'

export type Report = ReturnType<typeof report>
export type ReportedVariable = Report['variables'][number]

/** The answer to a request as plain data, in the shape that `--format json` prints. */
export function report(model: Model, request: Request) {
  const { pack } = model
  const draws = drawsOf(model)
  const { paths } = evaluate(model, request.assignment, request.variants)
  const { quantiles } = fan(model, request.assignment, draws, request.variants, request.variables)
  const variables = request.variables.map((index, i) =>
    reportVariable(model, request, index, [...(paths[index] ?? [])], [...(quantiles[i] ?? [])]),
  )
  return {
    pack: { id: pack.meta.id, version: pack.meta.version },
    scenario: request.scenario?.id ?? null,
    year: request.year,
    lang: request.lang,
    assignment: request.assignment,
    variants: request.variants,
    draws: { count: draws.count, seed: draws.seed },
    variables,
  }
}

function reportVariable(model: Model, request: Request, index: number, path: number[], quantiles: number[]) {
  const variable = model.variables[index]!
  const { year, lang } = request
  const t = model.years.indexOf(year)
  // Rules act after the first year only, so a path begins at its baseline, derived variables' too.
  const baseline = path[0]!
  const value = path[t]!
  const points = (t: number) => quantiles.slice(t * fanLevels.length, (t + 1) * fanLevels.length)
  const [low = NaN, , , , high = NaN] = points(t)
  return {
    id: variable.id,
    kind: variable.kind,
    scale: variable.scale,
    sector: variable.sector,
    label: variable.label[lang],
    unit: 'unit' in variable ? variable.unit[lang] : yearlyProbability[lang],
    baseline,
    value,
    shift: value - baseline,
    interval: [low, high] as const,
    path: model.years.map((year, t) => ({ year, value: path[t]! })),
    ...(request.fan && {
      fan: model.years.map((year, t) => {
        const [p5, p25, p50, p75, p95] = points(t)
        return { year, p5, p25, p50, p75, p95 }
      }),
    }),
    ...(request.trace && { trace: reportTrace(model, request, variable.id) }),
  }
}

const yearlyProbability = { en: 'probability in the year', es: 'probabilidad en el año' }

function reportTrace(model: Model, { assignment, variants, year, lang }: Request, variable: string) {
  const { contributions, idle } = trace(model, assignment, variable, year, variants)
  return {
    contributions: contributions.map((part) => reportContribution(part, lang)),
    idle: idle.map(({ rule, effect, failing }) => ({ rule: rule.id, variable: effect.variable, failing })),
  }
}

function reportContribution(part: Contribution, lang: Locale) {
  if (part.kind === 'rule') return reportRule(part, lang)
  const { link, natural, onScale, behind } = part
  const { id, from, to, strength, lag, basis, evidence, reason } = link
  const rules = behind.map((rule) => reportRule(rule, lang))
  return {
    kind: 'link',
    link: id,
    from,
    to,
    strength,
    lag,
    natural,
    onScale,
    basis,
    evidence,
    reason: reason[lang],
    rules,
  }
}

function reportRule({ rule, effect, natural, onScale }: RuleContribution, lang: Locale) {
  const { variable, basis, evidence, reason } = effect
  return {
    kind: 'rule',
    rule: rule.id,
    when: rule.when,
    variable,
    natural,
    onScale,
    basis,
    evidence,
    reason: reason[lang],
  }
}
