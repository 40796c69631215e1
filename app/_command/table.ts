import type { Model } from '../../lib/engine/compile'
import { formatNumber, formatPercent, formatSigned, probabilityWord, wholePoints } from '../../lib/format'
import type { Locale } from '../../lib/pack/schema'
import { differing } from '../../lib/scenario/assignment'
import en from '../_words/en.json'
import es from '../_words/es.json'
import type { Report, ReportedVariable } from './report'
import type { Request } from './request'

/** The words of the scale, as the pages say them. */
const likelihood = { en: en.word, es: es.word }

interface Words {
  scenario: string
  none: string
  assumptions: string
  columns: (year: number) => string[]
  risk: string
  opportunity: string
  indicator: string
}

const words: Record<Locale, Words> = {
  en: {
    scenario: 'Scenario',
    none: 'none',
    assumptions: 'Changed from the baseline',
    columns: (year) => ['baseline', String(year), 'shift', '90% interval'],
    risk: 'Risks (probability in the year)',
    opportunity: 'Opportunities (probability in the year)',
    indicator: 'Indicators',
  },
  es: {
    scenario: 'Escenario',
    none: 'ninguno',
    assumptions: 'Cambios respecto de la línea base',
    columns: (year) => ['base', String(year), 'cambio', 'intervalo del 90%'],
    risk: 'Riesgos (probabilidad en el año)',
    opportunity: 'Oportunidades (probabilidad en el año)',
    indicator: 'Indicadores',
  },
}

/** Write a report as aligned text for people, in the language of the request. */
export function toTable(model: Model, request: Request, report: Report): string {
  const lang = request.lang
  const { meta, assumptions } = model.pack
  const changed = differing(model, model.baseline, request.assignment).map((id) => {
    const assumption = assumptions.find((a) => a.id === id)
    const state = assumption?.states.find((s) => s.id === request.assignment[id])
    return [`  ${assumption?.label[lang]}`, state?.label[lang] ?? '']
  })
  const sections = (['risk', 'opportunity', 'indicator'] as const).flatMap((kind) => {
    const rows = report.variables
      .filter((variable) => variable.kind === kind)
      .map((variable) => row(model, variable, lang))
    return rows.length === 0
      ? []
      : ['', ...aligned([[words[lang][kind], ...words[lang].columns(request.year), ''], ...rows])]
  })
  return [
    `${meta.title[lang]} ${meta.version}, ${request.year}`,
    `${words[lang].scenario}: ${request.scenario?.label[lang] ?? words[lang].none}`,
    `${words[lang].assumptions}:${changed.length === 0 ? ` ${words[lang].none}` : ''}`,
    ...aligned(changed),
    ...sections,
    '',
  ].join('\n')
}

function row(
  model: Model,
  { id, label, baseline, value, interval: [low, high] }: ReportedVariable,
  lang: Locale,
): string[] {
  const variable = model.variables[model.indexOf.get(id) ?? -1]
  if (variable?.kind !== 'indicator') {
    const word = probabilityWord(value)
    const [before, now, least, most] = [baseline, value, low, high].map(formatPercent)
    const shift = formatSigned(wholePoints(baseline, value), 0, lang)
    return [`  ${label}`, `${before}`, `${now}`, shift, `${least}–${most}`, word ? likelihood[lang][word] : '']
  }
  // Shares are kept as 0 to 1 and their units begin with "% ": the sign goes to the number.
  const share = variable.scale === 'chance'
  const by = share ? 100 : 1
  const number = (value: number) => formatNumber(by * value, variable.decimals, lang) + (share ? '%' : '')
  const shift = formatSigned(by * (value - baseline), variable.decimals, lang)
  const range = `${number(low)}–${number(high)}`
  return [`  ${label}`, number(baseline), number(value), shift, range, variable.unit[lang].replace(/^% /, '')]
}

/** Pad the cells of each column to its widest; the first and last columns to the left, numbers to the right. */
function aligned(rows: readonly string[][]): string[] {
  const columns = Math.max(0, ...rows.map((cells) => cells.length))
  const widths = Array.from({ length: columns }, (_, j) => Math.max(...rows.map((cells) => cells[j]?.length ?? 0)))
  return rows.map((cells) =>
    cells
      .map((cell, j) => (j === 0 || j === columns - 1 ? cell.padEnd(widths[j] ?? 0) : cell.padStart(widths[j] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
}
