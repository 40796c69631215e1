import type { Model } from './compile'
import { firingRules } from './conditions'
import type { Assignment, Variants } from './evaluate'

/**
 * What the fan of each variable depends on, as text: the firing rules that can reach it and the baseline
 * variants behind it. Two assignments with the same text give the same fan, bit for bit.
 */
export function fingerprints(model: Model, assignment: Assignment, variants: Variants = {}): string[] {
  const fires = new Set(firingRules(model.conditions, assignment))
  const chosen = JSON.stringify(variants)
  return model.reach.map(
    (rules, index) => `${rules.filter((r) => fires.has(r)).join(' ')}|${restsOnVariants(model, index) ? chosen : ''}`,
  )
}

function restsOnVariants(model: Model, index: number): boolean {
  const variable = model.variables[index]!
  if (variable.scale === 'derived')
    return variable.formula.of.some((id) => restsOnVariants(model, model.indexOf.get(id)!))
  return variable.kind === 'indicator' && variable.variants !== undefined
}
