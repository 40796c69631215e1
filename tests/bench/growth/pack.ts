import type { Pack } from '../../../lib/pack/schema'
import type { Random } from '../random'

/**
 * A pack so many times the size of another in assumptions, variables, rules and links: twins of all of them side by
 * side. Each rule reads assumptions and pushes variables of seeded twins, so that it is one model and not many; a link
 * stays among its own, so that a push reaches as many variables as in the first. Evidence, scenarios and sites are the
 * first one's, since no step but reading depends on them.
 */
export function grownPack(pack: Pack, times: number, { below }: Random): Pack {
  const numbers = Array.from({ length: times }, (_, i) => i)
  const named = (label: { en: string; es: string }, i: number) => ({
    en: `${label.en} · ${i + 1}`,
    es: `${label.es} · ${i + 1}`,
  })
  const assumptions = numbers.flatMap((i) =>
    pack.assumptions.map((own) => ({ ...own, id: twin(own.id, i), label: named(own.label, i) })),
  )
  const variables = numbers.flatMap((i) =>
    pack.variables.map((own) => {
      const said = { id: twin(own.id, i), label: named(own.label, i) }
      if (own.scale !== 'derived') return { ...own, ...said }
      return { ...own, ...said, formula: { ...own.formula, of: own.formula.of.map((id) => twin(id, i)) } }
    }),
  )
  const rules = numbers.flatMap((i) =>
    pack.rules.map((rule) => {
      const read = new Map(rule.when.map(({ assumption }) => [assumption, below(times)]))
      return {
        ...rule,
        id: twin(rule.id, i),
        when: rule.when.map((own) => ({ ...own, assumption: twin(own.assumption, read.get(own.assumption) ?? 0) })),
        effects: rule.effects.map((own) => ({ ...own, variable: twin(own.variable, below(times)) })),
      }
    }),
  )
  const links = numbers.flatMap((i) =>
    pack.links.map((own) => ({ ...own, id: twin(own.id, i), from: twin(own.from, i), to: twin(own.to, i) })),
  )
  const title = `Grown ${times} times`
  return {
    ...pack,
    meta: { ...pack.meta, id: `grown-${times}`, title: { en: title, es: title } },
    assumptions,
    variables,
    rules,
    links,
  }
}

function twin(id: string, i: number): string {
  return i === 0 ? id : `${id}-${i + 1}`
}
