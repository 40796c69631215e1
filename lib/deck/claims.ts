import { evaluate } from '../engine/evaluate'
import { assertNever } from '../fail'
import type { Claim } from './schema'
import { wayOf } from './sentence'
import { namedAssignment, type Standing } from './slide'

/** Claims of a slide's sentence that do not hold as the slide stands; those about what the model does not have do not, either. */
export function failing(standing: Standing): Claim[] {
  return standing.slide.claims.filter((claim) => !holdsFor(standing, claim))
}

function holdsFor(standing: Standing, claim: Claim): boolean {
  const { model, slide, outcome, t, variants } = standing
  const valueOf = (id: string, paths = outcome.paths) => paths[model.indexOf.get(id) ?? -1]?.[t] ?? Number.NaN
  const value = valueOf(claim.variable)
  switch (claim.kind) {
    case 'moves': {
      const index = model.indexOf.get(claim.variable)
      const variable = index === undefined ? undefined : model.variables[index]
      if (index === undefined || !variable) return false
      return wayOf({ variable, value, baseline: outcome.paths[index]![0]! }) === claim.way
    }
    case 'within':
      return value >= claim.low && value <= claim.high
    case 'above':
      return value > valueOf(claim.other)
    case 'against': {
      const other = namedAssignment(model, slide, claim.scenario)
      if (!other) return false
      const there = valueOf(claim.variable, evaluate(model, other, variants).paths)
      return claim.way === 'higher' ? value > there : value < there
    }
    default:
      return assertNever(claim)
  }
}
