import type { Evidence, Pack } from '../pack/schema'

/** What rests on a fact: the record of the pack that names it. */
export type Use =
  | { kind: 'assumption'; assumption: string }
  | { kind: 'baseline'; variable: string }
  | { kind: 'variant'; variable: string; variant: string }
  | { kind: 'effect'; rule: string; variable: string }
  | { kind: 'link'; link: string }
  /** What a scenario sets besides its headline. */
  | { kind: 'choice'; scenario: string; assumption: string }
  | { kind: 'site'; site: string }

/** A use with the facts it rests on. */
interface Citing {
  use: Use
  evidence: readonly string[]
}

/**
 * List what uses each fact of a pack, by its id and in pack order: assumptions, baselines and their variants,
 * effects, links, secondary choices of scenarios, sites. A fact that nothing uses has an empty list; one named
 * twice in a record is one use.
 */
export function usageOf(pack: Pack): ReadonlyMap<string, readonly Use[]> {
  const uses = new Map<string, Use[]>(pack.evidence.map(({ id }) => [id, []]))
  for (const { use, evidence } of citing(pack)) for (const id of new Set(evidence)) uses.get(id)?.push(use)
  return uses
}

function citing(pack: Pack): Citing[] {
  return [
    ...pack.assumptions.map(({ id, evidence }): Citing => ({ use: { kind: 'assumption', assumption: id }, evidence })),
    ...pack.variables.flatMap(baselinesOf),
    ...pack.rules.flatMap(({ id, effects }) =>
      effects.map(({ variable, evidence }): Citing => ({ use: { kind: 'effect', rule: id, variable }, evidence })),
    ),
    ...pack.links.map(({ id, evidence }): Citing => ({ use: { kind: 'link', link: id }, evidence })),
    ...pack.scenarios.flatMap(({ id, secondary }) =>
      secondary.map(({ assumption, evidence }): Citing => ({
        use: { kind: 'choice', scenario: id, assumption },
        evidence,
      })),
    ),
    ...(pack.sites ?? []).map(({ id, evidence }): Citing => ({ use: { kind: 'site', site: id }, evidence })),
  ]
}

function baselinesOf(variable: Pack['variables'][number]): Citing[] {
  if (variable.scale === 'derived') return []
  const variants = variable.kind === 'indicator' ? (variable.variants ?? []) : []
  return [
    { use: { kind: 'baseline', variable: variable.id }, evidence: variable.baseline.evidence },
    ...variants.map(({ id, baseline }): Citing => {
      return { use: { kind: 'variant', variable: variable.id, variant: id }, evidence: baseline.evidence }
    }),
  ]
}

/**
 * Find the facts that stand just before and after one in the same section, at most `count` on each side: the
 * evidence of a pack is in the order of its source. Throws a RangeError on an unknown fact.
 */
export function factsAround(pack: Pack, fact: string, count: number): { before: Evidence[]; after: Evidence[] } {
  const section = pack.evidence.find(({ id }) => id === fact)?.section
  if (section === undefined) throw new RangeError(`"${fact}" is not a fact of this pack: use an id of its evidence.`)
  const around = pack.evidence.filter((other) => other.section === section)
  const at = around.findIndex(({ id }) => id === fact)
  return { before: around.slice(Math.max(0, at - count), at), after: around.slice(at + 1, at + 1 + count) }
}
