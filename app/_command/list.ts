import type { Locale, Pack } from '../../lib/pack/schema'

/** All ids that a request may name, with their labels. */
export function list(pack: Pack, lang: Locale) {
  return {
    pack: { id: pack.meta.id, version: pack.meta.version },
    scenarios: pack.scenarios.map(({ id, label }) => ({ id, label: label[lang] })),
    assumptions: pack.assumptions.map(({ id, kind, label, states }) => ({
      id,
      kind,
      label: label[lang],
      states: states.map((state) => ({ id: state.id, label: state.label[lang], baseline: state.baseline ?? false })),
    })),
    variables: pack.variables.map((variable) => ({
      id: variable.id,
      kind: variable.kind,
      scale: variable.scale,
      sector: variable.sector,
      label: variable.label[lang],
      variants:
        'variants' in variable ? (variable.variants ?? []).map(({ id, label }) => ({ id, label: label[lang] })) : [],
    })),
  }
}

const words = {
  en: { scenarios: 'Scenarios', assumptions: 'Assumptions (* is the baseline state)', variables: 'Variables' },
  es: { scenarios: 'Escenarios', assumptions: 'Supuestos (* es el estado de línea base)', variables: 'Variables' },
}

/** The same as text, one id a line, so that `grep` finds it. */
export function listText(pack: Pack, lang: Locale): string {
  const { scenarios, assumptions, variables } = list(pack, lang)
  const column = (id: string) => id.padEnd(32)
  return [
    words[lang].scenarios,
    ...scenarios.map(({ id, label }) => `  ${column(id)}${label}`),
    '',
    words[lang].assumptions,
    ...assumptions.flatMap(({ id, kind, label, states }) => [
      `  ${column(id)}${label} (${kind})`,
      ...states.map((state) => `    ${state.baseline ? '*' : ' '} ${column(state.id)}${state.label}`),
    ]),
    '',
    words[lang].variables,
    ...variables.flatMap(({ id, kind, label, variants }) => [
      `  ${column(id)}${kind.padEnd(12)}${label}`,
      ...variants.map((variant) => `      ${column(`--variant ${id}=${variant.id}`)} ${variant.label}`),
    ]),
    '',
  ].join('\n')
}
