import { useTranslations } from 'use-intl'
import { textWidth } from '../../lib/chart/wrap'
import type { Standing } from '../../lib/deck/slide'
import { differing } from '../../lib/scenario/assignment'
import { useText } from '../_state/workspace'

/** Room of the key on the sheet. */
const [width, size, most] = [1744, 24, 2] as const

/** The key of a slide: what its marks mean, what it assumes, and its sources, in at most two lines. */
export function useKeyLine(standing: Standing, hidden: boolean): { text: string; lines: number } {
  const t = useTranslations('slide')
  const { text: inLocale } = useText()
  const marks = useMarks(standing, hidden)
  const assumed = useAssumed(standing)
  const sources = useSources()(standing)
  const date = inLocale(standing.model.pack.meta.evidenceDate)
  const make = (assumptions: number, facts: number) =>
    [marks, assumed(assumptions), facts > 0 ? t('sources', { date, sources: sources(facts) }) : `${date}.`]
      .filter(Boolean)
      .join(' ')
  const linesOf = (text: string) => Math.ceil(textWidth(text, size) / (width * 0.97))
  // Fewer assumptions, then fewer sources, until it fits.
  const tries = [8, 6, 4, 3, 2, 1].flatMap((n) =>
    [8, 4, 3, 2].map((facts) => make(n, Math.min(facts, standing.slide.evidence.length))),
  )
  const text = tries.find((made) => linesOf(made) <= most) ?? make(0, Math.min(1, standing.slide.evidence.length))
  return { text, lines: Math.min(most, linesOf(text)) }
}

function useMarks({ slide }: Standing, hidden: boolean): string {
  const t = useTranslations('slide')
  if (hidden) return t('keyGuess')
  switch (slide.chart.kind) {
    case 'ladder':
      return t('keyDots')
    case 'path':
      return t('keyPath')
    case 'comparison':
      return t('keyMarks')
    case 'waterfall':
      return t('keyParts')
    case 'map':
    case 'text':
      return ''
  }
}

/** What is assumed besides what the toggles show. */
function useAssumed({ model, slide, assignment }: Standing): (most: number) => string {
  const t = useTranslations('slide')
  const { text } = useText()
  const phrases = differing(model, model.baseline, assignment)
    .filter((id) => !slide.toggles.includes(id))
    .flatMap((id) => {
      const assumption = model.pack.assumptions.find((a) => a.id === id)
      const state = assumption?.states.find((s) => s.id === assignment[id])
      if (!state) return []
      const named = { assumption: text(assumption?.label ?? { en: id, es: id }), state: text(state.label) }
      return [state.phrase ? text(state.phrase) : t('assumedOne', named)]
    })
  return (most) => {
    if (phrases.length === 0 || most === 0) return ''
    const more = phrases.length - most
    const list = [...phrases.slice(0, most), ...(more > 0 ? [t('assumedMore', { n: more })] : [])]
    return t('assumed', { list: list.join(', ') })
  }
}

/** Tells where the facts of a slide stand: the footnotes of each section, or that there are none. */
export function useSources(): (standing: Standing) => (most: number) => string {
  const t = useTranslations('slide')
  const { text } = useText()
  return ({ model, slide }) => {
    const { evidence, meta } = model.pack
    const facts = slide.evidence.flatMap((id) => evidence.filter((fact) => fact.id === id))
    const sections = [...new Set(facts.map(({ section }) => section))].map((id) => {
      const found = meta.sectors.find((sector) => sector.id === id)
      const notes = [...new Set(facts.filter(({ section }) => section === id).flatMap((fact) => fact.notes))].sort(
        (a, b) => a - b,
      )
      const section = found ? text(found.label) : id
      return notes.length > 0 ? t('source', { section, notes: ranges(notes) }) : t('sourceNone', { section })
    })
    return (most) => {
      const more = sections.length - most
      return [...sections.slice(0, most), ...(more > 0 ? [t('assumedMore', { n: more })] : [])].join('; ')
    }
  }
}

/** Numbers in order, runs of three and more from first to last: "99, 106–109". */
function ranges(numbers: readonly number[]): string {
  const runs: [number, number][] = []
  for (const number of numbers) {
    const last = runs.at(-1)
    if (last && number === last[1] + 1) last[1] = number
    else runs.push([number, number])
  }
  return runs
    .flatMap(([from, to]) => (to - from > 1 ? [`${from}–${to}`] : from === to ? [`${from}`] : [`${from}`, `${to}`]))
    .join(', ')
}
